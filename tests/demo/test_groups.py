"""Groups: privacy mode, being added and removed, administrators."""

import pytest
from telegram import Bot, ChatMemberAdministrator, ChatMemberOwner, Update
from telegram.error import BadRequest, Forbidden

from bot.demo.standin import Actor, Group, NotPossible, Standin


@pytest.fixture
def nigora(standin: Standin) -> Actor:
    return standin.user(1003, "Nigora", "uz")


@pytest.fixture
def group(standin: Standin, nigora: Actor, dilnoza: Actor) -> Group:
    return standin.group(-2001, "Xalqaro aloqalar", [nigora, dilnoza])


async def updates(bot: Bot) -> list[Update]:
    """What came since the last call."""
    found = list(await bot.get_updates())
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return found


async def texts(bot: Bot) -> list[str | None]:
    return [update.effective_message.text for update in await updates(bot) if update.effective_message]


async def test_in_a_group_a_bot_hears_only_what_is_meant_for_it(
    bot: Bot, group: Group, nigora: Actor, dilnoza: Actor
) -> None:
    await dilnoza.says("before", group)
    await group.adds_bot(by=nigora)
    await updates(bot)
    await dilnoza.says("Bugun 12 ta kitob oldik", group)
    await dilnoza.says("/find@other_bot Seul", group)
    assert await texts(bot) == []
    meant = ["/find Seul", "/ask@hamkor_demo_bot", "qachon, @Hamkor_demo_bot?"]
    for text in meant:
        await dilnoza.says(text, group)
    assert await texts(bot) == meant
    await bot.send_message(group.id, "Nimani bilmoqchisiz?")
    question = await dilnoza.hears(group)
    await dilnoza.says("Seul", group, reply_to=question)
    await dilnoza.says("Seul", group, reply_to=await nigora.says("?", group))
    assert await texts(bot) == ["Seul"]
    assert (await nigora.hears(group)).text == "Nimani bilmoqchisiz?"


async def test_an_administrator_bot_hears_everything(bot: Bot, group: Group, nigora: Actor) -> None:
    await group.adds_bot(by=nigora)
    await group.promotes_bot(by=nigora)
    await updates(bot)
    await nigora.says("hamma gap", group)
    assert await texts(bot) == ["hamma gap"]
    await group.demotes_bot(by=nigora)
    await updates(bot)
    await nigora.says("yana gap", group)
    assert await texts(bot) == []


async def test_coming_and_going_is_told(bot: Bot, group: Group, nigora: Actor, dilnoza: Actor) -> None:
    await group.adds_bot(by=nigora)
    added, service = await updates(bot)
    assert added.my_chat_member is not None
    assert added.my_chat_member.from_user.id == nigora.id
    assert added.my_chat_member.old_chat_member.status == "left"
    assert added.my_chat_member.new_chat_member.status == "member"
    assert service.message is not None
    assert [member.id for member in service.message.new_chat_members] == [bot.id]
    await group.removes(nigora, dilnoza)
    with pytest.raises(NotPossible):
        await dilnoza.says("?", group)
    await group.removes_bot(by=nigora)
    *_, removed = await updates(bot)
    assert removed.my_chat_member is not None
    assert removed.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "x")


async def test_a_bot_can_leave(bot: Bot, group: Group, nigora: Actor) -> None:
    await group.adds_bot(by=nigora)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member"):
        await bot.send_message(group.id, "x")


async def test_blocking_is_told(bot: Bot, chat: int, dilnoza: Actor) -> None:
    await dilnoza.blocks()
    with pytest.raises(NotPossible):
        await dilnoza.says("x")
    (update,) = await updates(bot)
    assert update.my_chat_member is not None
    assert update.my_chat_member.chat.id == chat
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_members_can_be_asked_for(
    bot: Bot, standin: Standin, group: Group, nigora: Actor, dilnoza: Actor
) -> None:
    await group.adds_bot(by=nigora)
    assert isinstance(await bot.get_chat_member(group.id, nigora.id), ChatMemberOwner)
    assert (await bot.get_chat_member(group.id, dilnoza.id)).status == "member"
    stranger = standin.user(1004, "Anvar")
    assert (await bot.get_chat_member(group.id, stranger.id)).status == "left"
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(group.id, 99)
    assert [m.user.id for m in await bot.get_chat_administrators(group.id)] == [nigora.id]
    assert await bot.get_chat_member_count(group.id) == 3
    await group.promotes_bot(by=nigora)
    assert isinstance(await bot.get_chat_member(group.id, bot.id), ChatMemberAdministrator)
    full = await bot.get_chat(group.id)
    assert (full.type, full.title) == ("group", "Xalqaro aloqalar")


async def test_members_changes_come_when_asked_for(
    bot: Bot, group: Group, nigora: Actor, dilnoza: Actor
) -> None:
    await bot.get_updates(allowed_updates=["chat_member"])
    await group.adds_bot(by=nigora)
    await group.promotes_bot(by=nigora)
    await group.removes(by=nigora, member=dilnoza)
    (update,) = await updates(bot)
    assert update.chat_member is not None
    assert update.chat_member.new_chat_member.user.id == dilnoza.id
