"""Pressed buttons and inline queries: each is answered once, and not too late."""

import asyncio

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.demo.standin import Actor, Standin
from tests.demo.conftest import HandClock

TOO_OLD = "(?i)query is too old and response timeout expired or query id is invalid"


def article(
    name: str, text: str = "<b>x</b>", keyboard: InlineKeyboardMarkup | None = None
) -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, parse_mode="HTML")
    return InlineQueryResultArticle(name, name.title(), content, keyboard, description="…")


async def newest(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1))[0]


async def press(bot: Bot, chat: int, dilnoza: Actor) -> str:
    """Press a button; returns the query's id."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Saqlash", callback_data="v1:save:7")]])
    await bot.send_message(chat, "karta", reply_markup=keyboard)
    await dilnoza.presses("✅")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.chat.id) == ("v1:save:7", chat, chat)
    return query.id


async def test_a_press_is_answered_once(bot: Bot, chat: int, dilnoza: Actor) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("✅", callback_data="a")]])
    await bot.send_message(chat, "karta", reply_markup=keyboard)
    pressed = await dilnoza.presses("✅")
    query = (await newest(bot)).callback_query
    assert query is not None
    await query.answer("Saqlandi", show_alert=True)
    toast = await pressed.toast()
    assert (toast.text, toast.alert) == ("Saqlandi", True)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await query.answer()


async def test_a_press_waits_only_so_long(bot: Bot, chat: int, dilnoza: Actor, clock: HandClock) -> None:
    query_id = await press(bot, chat, dilnoza)
    clock.forward(seconds=61)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await bot.answer_callback_query(query_id)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await bot.answer_callback_query("12345")


async def test_a_toast_has_room_for_200_characters(bot: Bot, chat: int, dilnoza: Actor) -> None:
    query_id = await press(bot, chat, dilnoza)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query_id, "x" * 201)
    assert await bot.answer_callback_query(query_id, "x" * 200)


async def test_a_stale_button_can_be_pressed(bot: Bot, chat: int, dilnoza: Actor) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("✅", callback_data="old")]])
    sent = await bot.send_message(chat, "karta", reply_markup=keyboard)
    stale = await dilnoza.hears()
    await bot.edit_message_text("karta 2", chat, sent.message_id)
    await dilnoza.presses("✅", stale)
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "old"
    with pytest.raises(AssertionError, match="no button"):
        await dilnoza.presses("✅")


async def test_inline_results_are_chosen_into_a_chat(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    standin.telegram.inline_feedback = True
    group = standin.group(-2001, "Aloqalar", [dilnoza])
    await group.adds_bot(by=dilnoza)

    async def answer() -> None:
        query = next(u.inline_query for u in await bot.get_updates(timeout=2) if u.inline_query)
        assert (query.query, query.chat_type, query.from_user.id) == ("shanghai", "group", dilnoza.id)
        button = InlineKeyboardMarkup([[InlineKeyboardButton("Batafsil", callback_data="p5")]])
        results = [article("shanghai", "<b>Shanxay</b> /p5", button), article("seul")]
        button_above = InlineQueryResultsButton("Kirish", start_parameter="in")
        await query.answer(results, is_personal=True, cache_time=0, button=button_above)

    asked, _ = await asyncio.gather(dilnoza.asks_inline("shanghai", group), answer())
    assert asked.titles == ["Shanghai", "Seul"]
    assert (asked.personal, asked.cache_time) == (True, 0)
    assert asked.button == {"text": "Kirish", "start_parameter": "in"}
    dropped = await dilnoza.chooses(asked, "Shanghai", group)
    assert (dropped.text, dropped.sender, dropped.formatted("bold")) == (
        "Shanxay /p5",
        "Dilnoza Karimova",
        ["Shanxay"],
    )
    chosen = (await newest(bot)).chosen_inline_result
    assert chosen is not None
    assert (chosen.result_id, chosen.query) == ("shanghai", "shanghai")
    await dilnoza.presses("Batafsil", chat=group)
    query = (await newest(bot)).callback_query
    assert query is not None
    assert (query.message, query.inline_message_id) == (None, chosen.inline_message_id)
    assert await query.edit_message_text("Shanxay: toʻliq") is True
    assert dilnoza.sees(group)[-1].text == "Shanxay: toʻliq"


async def test_bad_inline_results_are_refused(bot: Bot, dilnoza: Actor) -> None:
    pending = asyncio.create_task(dilnoza.asks_inline("x"))
    query = (await bot.get_updates(timeout=2))[0].inline_query
    assert query is not None
    many = [article(f"a{number}") for number in range(51)]
    for results, reason in (
        (many, "Results_too_much"),
        ([article("a"), article("a")], "Result_id_duplicate"),
        ([article("a" * 65)], "Result_id_invalid"),
        ([article("a", "<p>x")], "unsupported start tag"),
        ([article("a", "<b></b>")], "Message_empty"),
    ):
        with pytest.raises(BadRequest, match=f"(?i){reason}"):
            await bot.answer_inline_query(query.id, results)
    await query.answer([])
    with pytest.raises(BadRequest, match=TOO_OLD):
        await query.answer([])
    assert (await pending).titles == []
