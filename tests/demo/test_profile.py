"""What the bot says of itself, by scope and language."""

import pytest
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    MenuButtonCommands,
)
from telegram.error import BadRequest

from bot.demo.standin import Actor, Standin


async def test_each_person_sees_the_narrowest_menu(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    rustam = standin.user(1002, "Rustam", "ru")
    group = standin.group(-2001, "Aloqalar", [rustam, dilnoza])
    await group.adds_bot(by=rustam)
    await dilnoza.says("/start")
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("ask", "Ask")], BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(
        [("ask", "Спросить"), ("find", "Найти")], BotCommandScopeAllPrivateChats(), "ru"
    )
    assert (rustam.commands(), dilnoza.commands()) == (["ask", "find"], ["ask"])
    await bot.set_my_commands([("log", "Yozish")], BotCommandScopeChat(dilnoza.id))
    assert dilnoza.commands() == ["log"]
    assert dilnoza.commands(group) == ["help"]
    await bot.set_my_commands([("find", "Find")], BotCommandScopeAllGroupChats())
    await bot.set_my_commands([("group", "Group")], BotCommandScopeChatMember(group.id, rustam.id))
    assert (rustam.commands(group), dilnoza.commands(group)) == (["group"], ["find"])
    await bot.delete_my_commands(BotCommandScopeChat(dilnoza.id))
    assert dilnoza.commands() == ["ask"]
    assert [c.description for c in await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "ru")] == [
        "Спросить",
        "Найти",
    ]


@pytest.mark.parametrize(
    ("command", "description", "language", "reason"),
    [
        ("Log", "x", "", "Bot_command_invalid"),
        ("log-it", "x", "", "Bot_command_invalid"),
        ("log", "x" * 257, "", "Bot_command_description_invalid"),
        ("log", "x", "uz-Latn", "invalid language code"),
    ],
)
async def test_bad_menus_are_refused(
    bot: Bot, command: str, description: str, language: str, reason: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.set_my_commands([(command, description)], language_code=language or None)


async def test_descriptions_fall_back_to_everyones(bot: Bot, chat: int) -> None:
    await bot.set_my_description("Hello")
    await bot.set_my_description("Здравствуйте", "ru")
    await bot.set_my_short_description("Partner")
    await bot.set_my_name("Hamkor", "uz")
    assert (await bot.get_my_description("ru")).description == "Здравствуйте"
    assert (await bot.get_my_description("uz")).description == "Hello"
    assert (await bot.get_my_short_description()).short_description == "Partner"
    assert (await bot.get_my_name("uz")).name == "Hamkor"
    with pytest.raises(BadRequest, match="Bot_description_too_long"):
        await bot.set_my_description("x" * 513)
    await bot.set_chat_menu_button(chat, MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(chat), MenuButtonCommands)


async def test_it_says_who_it_is(bot: Bot, chat: int, standin: Standin) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (7000, "hamkor_demo_bot", True)
    assert (me.can_read_all_group_messages, me.supports_inline_queries) == (False, True)
    await bot.send_chat_action(chat, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(chat, "thinking")
