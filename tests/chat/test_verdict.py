"""What each refusal or silence means for a call."""

import inspect
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton
from telegram.constants import BOT_API_VERSION_INFO, MessageEntityType
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.verdict import MOST_DOUBTS, judge
from bot.chat.wire import Unsent
from db.outbox import NEVER, SENT, UNCERTAIN, Call

CALL = Call(1, 7, "sendMessage", {"chat_id": 7, "text": "<b>Salom</b> &amp; x", "parse_mode": "HTML"},
            None, None, told=True, attempts=1, doubts=0)  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), NEVER),
        (Forbidden("Forbidden: user is deactivated"), NEVER),
        (BadRequest("Bad Request: chat not found"), NEVER),
        (BadRequest("Bad Request: message is not modified: specified new content"), SENT),
        (BadRequest("Bad Request: query is too old and response timeout expired"), SENT),
        (BadRequest("Bad Request: message to delete not found"), SENT),
    ],
)
def test_what_will_not_change_is_the_end(fault: TelegramError, state: str) -> None:
    verdict = judge(CALL, fault)
    assert (verdict.state, verdict.wait, verdict.doubt) == (state, None, False)


def test_a_wait_that_was_asked_for_is_kept_exactly() -> None:
    verdict = judge(CALL, RetryAfter(37))
    assert (verdict.wait, verdict.flood, verdict.doubt) == (timedelta(seconds=37), True, False)


def test_a_group_that_moved_is_followed() -> None:
    assert judge(CALL, ChatMigrated(-1009)).chat == -1009


@pytest.mark.parametrize("fault", [TimedOut(), NetworkError("Bad Gateway"), TelegramError("garbage")])
def test_silence_is_a_doubt_and_after_many_of_them_nobody_knows(fault: TelegramError) -> None:
    waits = []
    for doubts in range(MOST_DOUBTS):
        verdict = judge(replace(CALL, doubts=doubts), fault)
        assert verdict.doubt
        assert verdict.wait is not None
        waits.append(verdict.wait)
    assert waits == sorted(waits)
    assert sum(waits, timedelta()) > timedelta(hours=4)
    last = judge(replace(CALL, doubts=MOST_DOUBTS), fault)
    assert (last.state, last.wait) == (UNCERTAIN, None)


def test_what_certainly_did_not_leave_is_tried_for_ever_and_never_doubted() -> None:
    for attempts in (1, 5, 10_000):
        verdict = judge(replace(CALL, attempts=attempts, doubts=MOST_DOUBTS), Unsent("no connection"))
        assert verdict.wait is not None
        assert timedelta() < verdict.wait <= timedelta(minutes=1)
        assert not verdict.doubt


def test_markup_that_telegram_cannot_read_goes_as_plain_words() -> None:
    verdict = judge(CALL, BadRequest("Bad Request: can't parse entities: unclosed tag"))
    assert verdict.payload == {"chat_id": 7, "text": "Salom & x"}
    plain = replace(CALL, payload=verdict.payload)
    assert judge(plain, BadRequest("Bad Request: can't parse entities")).state == NEVER


def test_a_topic_that_is_gone_is_left_out() -> None:
    call = replace(CALL, payload=CALL.payload | {"message_thread_id": 5, "reply_parameters": {}})
    verdict = judge(call, BadRequest("Bad Request: message thread not found"))
    assert verdict.payload == CALL.payload


def test_what_is_too_long_goes_in_parts_and_keeps_every_word() -> None:
    lines = [f"<b>{n}</b> &lt;qator&gt;" for n in range(900)]
    keyboard: dict[str, object] = {"inline_keyboard": [[]]}
    call = replace(CALL, payload=CALL.payload | {"text": "\n".join(lines), "reply_markup": keyboard})
    verdict = judge(call, BadRequest("Bad Request: message is too long"))
    assert verdict.payload is not None
    parts = [verdict.payload, *verdict.rest]
    assert all(len(part["text"]) <= 4096 for part in parts)
    assert "\n".join(part["text"] for part in parts) == "\n".join(f"{n} <qator>" for n in range(900))
    assert [part.get("reply_markup") for part in parts] == [None] * (len(parts) - 1) + [keyboard]


def test_what_is_too_fine_for_a_server_goes_plainer_and_then_without_markup() -> None:
    fine = {
        "text": '<b>Ends</b> <tg-time unix="1">5 August</tg-time><blockquote expandable>a &lt;b</blockquote>',
        "parse_mode": "HTML",
        "reply_markup": {
            "inline_keyboard": [
                [{"text": "Save", "callback_data": "1", "style": "success"}],
                [
                    {"text": "Copy", "copy_text": {"text": "17/3"}},
                    {"text": "Share", "switch_inline_query": "a1"},
                ],
            ]
        },
    }
    refusal = BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "tg-time"')
    first = judge(replace(CALL, payload=fine), refusal)
    assert first.payload == {
        "text": "<b>Ends</b> 5 August<blockquote>a &lt;b</blockquote>",
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": [[{"text": "Save", "callback_data": "1"}]]},
    }
    second = judge(replace(CALL, payload=first.payload), refusal)
    assert second.payload is not None
    assert second.payload["text"] == "Ends 5 Augusta <b"
    assert "parse_mode" not in second.payload
    third = judge(replace(CALL, payload=second.payload), refusal)
    assert (third.state, third.payload) == (NEVER, None)


def test_what_is_used_of_the_bot_api_is_known_to_the_installed_library() -> None:
    looks = set(inspect.signature(InlineKeyboardButton).parameters)
    assert {"style", "copy_text", "switch_inline_query", "url", "callback_data"} <= looks
    assert {"expandable_blockquote", "date_time"} <= {kind.value for kind in MessageEntityType}
    assert BOT_API_VERSION_INFO >= (9, 5)
