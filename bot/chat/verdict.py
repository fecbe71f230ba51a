"""What a refusal by Telegram, or its silence, means for the call: try again, and when; or never."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.chat.capabilities import plainer
from bot.chat.plain import pieces, plain
from bot.chat.wire import Unsent
from db.outbox import NEVER, SENT, UNCERTAIN, Call

_PATIENCE = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 30, 120, 600, 3600, 3 * 3600))
"""Before the next try when nobody knows whether the last one arrived. After them all it stays unknown."""
MOST_DOUBTS = len(_PATIENCE)
_LONGEST = timedelta(minutes=1)
"""Between tries that certainly did not arrive: there is no harm in many."""
_HARMLESS = ("message is not modified", "query is too old", "message to delete not found",
             "message can't be deleted", "message to edit not found")  # fmt: skip
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted", "topic closed", "topic deleted")
_TOO_LONG = ("message is too long", "text is too long")
_BAD_MARKUP = ("can't parse entities",)
_TOO_FINE = ("can't parse entities", "button", "reply markup")
"""How a server refuses what it is too old for."""
_CAUSES = {"blocked": "blocked", "deactivated": "deactivated", "kicked": "gone", "not a member": "gone",
           "chat not found": "gone", "initiate": "gone", "unanswered": "unanswered"}  # fmt: skip
_PLACE = ("message_thread_id", "reply_parameters")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`chat`: the new id of a chat; `wait`: until the next try, with another `payload` if it must be and the
    `rest` of it in calls of their own; else the `state` it ends in. `doubt`: it may have arrived. `flood`: we
    were asked to wait.
    """

    reason: str
    state: str = ""
    wait: timedelta | None = None
    chat: int | None = None
    payload: dict[str, Any] | None = None
    rest: tuple[dict[str, Any], ...] = field(default=())
    doubt: bool = False
    flood: bool = False


def judge(call: Call, fault: TelegramError) -> Verdict:
    """Pure: the same fault always means the same."""
    match fault:
        case RetryAfter():
            return Verdict("asked to wait", wait=_asked(fault), flood=True)
        case ChatMigrated():
            return Verdict("migrated", chat=fault.new_chat_id)
        case BadRequest():
            return _refused(call, fault.message)
        case Forbidden():
            return Verdict(fault.message, NEVER)
        case Unsent():
            return Verdict(fault.message, wait=min(timedelta(seconds=2 ** min(call.attempts, 10)), _LONGEST))
    if call.doubts >= MOST_DOUBTS:
        return Verdict(fault.message, UNCERTAIN)
    return Verdict(fault.message, wait=_PATIENCE[call.doubts], doubt=True)


def cause_of(reason: str) -> str:
    """What people are told of it: a cause that has words of its own; empty for any other."""
    return next((cause for phrase, cause in _CAUSES.items() if phrase in reason.lower()), "")


def _refused(call: Call, message: str) -> Verdict:
    """Telegram took a look and declined. What can be sent in another shape is."""
    told, payload, again = message.lower(), call.payload, timedelta()
    if _speaks_of(told, _HARMLESS):
        return Verdict(message, SENT)
    if _speaks_of(told, _NO_TOPIC) and any(name in payload for name in _PLACE):
        elsewhere = {name: value for name, value in payload.items() if name not in _PLACE}
        return Verdict(message, wait=again, payload=elsewhere)
    if _speaks_of(told, _TOO_FINE) and (simple := plainer(payload)) != payload:
        return Verdict(message, wait=again, payload=simple)
    if _speaks_of(told, _BAD_MARKUP) and "parse_mode" in payload:
        return Verdict(message, wait=again, payload=plain(payload))
    if _speaks_of(told, _TOO_LONG) and call.method == "sendMessage" and len(parts := pieces(payload)) > 1:
        return Verdict(message, wait=again, payload=parts[0], rest=tuple(parts[1:]))
    return Verdict(message, NEVER)


def _speaks_of(told: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in told for phrase in phrases)


def _asked(fault: RetryAfter) -> timedelta:
    wait = fault.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
