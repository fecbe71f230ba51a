"""Sending, editing and deleting: what is kept, and what is refused in Telegram's words."""

import json
from datetime import UTC, datetime

import httpx
import pytest
from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.demo.standin import Actor, Standin
from tests.demo.conftest import HandClock, bot_of


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label)] for label in labels])


async def test_a_message_arrives_as_it_was_formatted(bot: Bot, chat: int, dilnoza: Actor) -> None:
    html = "<b>Salom</b> 🌍 <i>dunyo</i> &lt;3 <a href='https://natlib.uz/a?b=1&amp;c=2'>sayt</a> /x7"
    sent = await bot.send_message(chat, html, parse_mode="HTML")
    heard = await dilnoza.hears()
    assert heard.text == sent.text == "Salom 🌍 dunyo <3 sayt /x7"
    assert heard.formatted("bold") == ["Salom"]
    assert heard.formatted("italic") == ["dunyo"]
    assert heard.formatted("bot_command") == ["/x7"]
    assert [e.url for e in sent.entities if e.type == "text_link"] == ["https://natlib.uz/a?b=1&c=2"]
    assert sent.date == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert sent.chat.first_name == "Dilnoza"
    assert sent.from_user is not None
    assert sent.from_user.is_bot


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a<br>b", 'can\'t parse entities: unsupported start tag "br" at byte offset 1'),
        ("ў<p>", 'can\'t parse entities: unsupported start tag "p" at byte offset 2'),
        ("<b>x", "can't parse entities: can't find end tag corresponding to start tag \"b\""),
        ("<b>x</i>", 'unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "can't parse entities: unexpected end tag at byte offset 1"),
        ("1 < 2", 'can\'t parse entities: unsupported start tag "" at byte offset 2'),
        ("a <b", "can't parse entities: unclosed start tag at byte offset 2"),
        ("<span>x</span>", 'tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b></b>", "message text is empty"),
        (" \n ", "message text is empty"),
        ("\u200b\u2800", "message text is empty"),
        ("<b>" + "x" * 4097 + "</b>", "message is too long"),
        ("x" * 32769, "text is too long"),
    ],
)
async def test_bad_texts_are_refused(bot: Bot, chat: int, standin: Standin, text: str, reason: str) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(chat, text, parse_mode="HTML")
    assert reason in caught.value.message.lower()
    assert standin.calls("sendMessage") == []
    assert standin.calls("sendMessage", accepted=False)[0].code == 400


async def test_length_counts_after_parsing_and_in_code_points(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>" + "🌍" * 4096 + "</b>", parse_mode="HTML")
    assert sent.text is not None
    assert len(sent.text) == 4096
    assert sent.entities[0].length == 8192


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x", "callback_data": "ў" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "url": "http://localhost/a"}, "Wrong HTTP URL"),
        ({"text": " ", "callback_data": "a"}, "text must be non-empty"),
        ({"text": "x"}, "Text buttons are unallowed"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "callback_data": "a", "colour": "red"}, "does not know colour"),
    ],
)
async def test_bad_buttons_are_refused(standin: Standin, chat: int, button: object, reason: str) -> None:
    body = {"chat_id": chat, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}
    async with httpx.AsyncClient(verify=False) as client:
        answer = await client.post(f"{standin.url}/bot{standin.token}/sendMessage", json=body)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert reason in answer.json()["description"]


async def test_good_buttons_are_kept(bot: Bot, chat: int, dilnoza: Actor) -> None:
    rows = [
        [InlineKeyboardButton("✅", callback_data="ў" * 32, style="success")],
        [
            InlineKeyboardButton("natlib", url="https://natlib.uz"),
            InlineKeyboardButton("@", switch_inline_query=""),
        ],
        [InlineKeyboardButton("copy", copy_text=CopyTextButton("12/2014"))],
    ]
    sent = await bot.send_message(chat, "x", reply_markup=InlineKeyboardMarkup(rows))
    assert sent.reply_markup == InlineKeyboardMarkup(rows)
    assert (await dilnoza.hears()).labels == ["✅", "natlib", "@", "copy"]


async def test_an_edit_replaces_text_and_keyboard(
    bot: Bot, chat: int, dilnoza: Actor, clock: HandClock
) -> None:
    sent = await bot.send_message(chat, "one", reply_markup=keyboard("a"))
    clock.forward(minutes=5)
    edited = await bot.edit_message_text("<b>two</b>", chat, sent.message_id, parse_mode="HTML")
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.message_id) == ("two", None, sent.message_id)
    assert edited.edit_date == clock.now()
    first, second = await dilnoza.hears(), await dilnoza.hears()
    assert (first.text, first.labels, first.edited) == ("one", ["a"], False)
    assert (second.text, second.labels, second.edited) == ("two", [], True)


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>one</b>", parse_mode="HTML", reply_markup=keyboard("a"))
    with pytest.raises(BadRequest, match="not modified: specified new message content and reply markup"):
        await bot.edit_message_text(
            "<b>one</b>", chat, sent.message_id, parse_mode="HTML", reply_markup=keyboard("a")
        )
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(chat, sent.message_id, reply_markup=keyboard("a"))
    await bot.edit_message_text("one", chat, sent.message_id, reply_markup=keyboard("a"))
    await bot.edit_message_reply_markup(chat, sent.message_id, reply_markup=keyboard("b"))


async def test_what_cannot_be_edited_or_deleted(
    bot: Bot, chat: int, dilnoza: Actor, clock: HandClock
) -> None:
    with_keys = await bot.send_message(chat, "x", reply_markup=ReplyKeyboardMarkup([["a", "b"]]))
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("y", chat, with_keys.message_id)
    said = await dilnoza.says("mine")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("y", chat, said.id)
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("y", chat, 9999)
    with pytest.raises(BadRequest, match="to delete not found"):
        await bot.delete_message(chat, 9999)
    assert await bot.delete_message(chat, said.id)
    clock.forward(days=2, seconds=1)
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await bot.delete_message(chat, with_keys.message_id)


async def test_reply_keyboards_stand_until_removed(bot: Bot, chat: int, dilnoza: Actor) -> None:
    keys = ReplyKeyboardMarkup([["Bugun", "Kecha"]], resize_keyboard=True, input_field_placeholder="Qachon?")
    await bot.send_message(chat, "Qachon?", reply_markup=keys)
    assert dilnoza.keys() == ["Bugun", "Kecha"]
    assert (await dilnoza.taps("Kecha")).text == "Kecha"
    await bot.send_message(chat, "?", reply_markup=ForceReply())
    assert dilnoza.keys() == ["Bugun", "Kecha"]
    await bot.send_message(chat, "ok", reply_markup=ReplyKeyboardRemove())
    assert dilnoza.keys() == []


async def test_replies_name_a_message_of_the_chat(bot: Bot, chat: int, dilnoza: Actor) -> None:
    said = await dilnoza.says("savol")
    sent = await bot.send_message(chat, "javob", reply_parameters=ReplyParameters(said.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "savol"
    with pytest.raises(BadRequest, match="to be replied not found"):
        await bot.send_message(chat, "javob", reply_parameters=ReplyParameters(9999))
    await bot.send_message(
        chat, "javob", reply_parameters=ReplyParameters(9999, allow_sending_without_reply=True)
    )


async def test_who_can_be_written_to(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(424242, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(dilnoza.id, "x")
    group = standin.group(-2001, "Aloqalar", [dilnoza])
    with pytest.raises(Forbidden, match="not a member of the group chat"):
        await bot.send_message(group.id, "x")
    await group.adds_bot(by=dilnoza)
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(dilnoza.id, "x")
    await dilnoza.says("/start")
    await dilnoza.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(dilnoza.id, "x")
    await dilnoza.unblocks()
    await bot.send_message(dilnoza.id, "x")


async def test_reactions_are_telegrams_own(bot: Bot, chat: int, dilnoza: Actor) -> None:
    said = await dilnoza.says("12 ta kitob")
    await bot.set_message_reaction(chat, said.id, ReactionTypeEmoji("👍"))
    assert said.message.reactions[bot.id] == [{"type": "emoji", "emoji": "👍"}]
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(chat, said.id, ReactionTypeEmoji("📚"))


async def test_strange_calls_are_refused(bot: Bot, chat: int, standin: Standin) -> None:
    with pytest.raises(InvalidToken, match="rejected by the server"):
        async with bot_of(standin, "7000:" + "X" * 35):
            pass
    with pytest.raises(BadRequest, match='argument "has_colour" of sendmessage'):
        await bot.send_message(chat, "x", api_kwargs={"has_colour": "red"})
    async with httpx.AsyncClient(verify=False, base_url=f"{standin.url}/bot{standin.token}/") as client:
        assert (await client.get("../bot7000:X/getMe")).status_code == 401
        unknown = await client.get("sendTelegram")
        assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found: method not found")
        broken = await client.post("sendMessage", json={"chat_id": chat, "text": ["x"]})
        assert (broken.status_code, broken.json()["error_code"]) == (400, 400)
        markup = {"chat_id": chat, "text": "x", "reply_markup": "{"}
        assert "can't parse reply markup" in (await client.post("sendMessage", data=markup)).text
        assert (await client.get("SENDMESSAGE", params={"chat_id": chat, "text": "x"})).json()["ok"]


async def test_only_this_machine_is_served(standin: Standin, chat: int) -> None:
    url = f"{standin.url}/bot{standin.token}/sendMessage"
    body = json.dumps({"chat_id": chat, "text": "x"})
    async with httpx.AsyncClient(verify=False) as client:
        for headers in ({"Host": "rebound.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
            assert (await client.post(url, content=body, headers=headers)).status_code == 403
    assert standin.calls("sendMessage", accepted=None) == []
