"""The moment before a call leaves, and the moment after it failed: is it still true, still allowed, and who
must know?
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.chat.plain import plain
from bot.chat.say import alert
from bot.chat.verdict import cause_of
from bot.html import Html, clip, units
from bot.remind import deliver, desk
from bot.remind.workdays import Office
from bot.rights import Act
from bot.settings import Settings
from bot.show import delivery as shown
from bot.show.reply import TEXT_LIMIT, Reply
from bot.words import Words
from db import groups, members, notices, outbox
from db.outbox import Call

_ONCE = timedelta(days=1)
"""So long, a failure like one that was reported is not reported again."""
_EXCERPT = 200


class SecondLook:
    """Looks at calls with the eyes of the present."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def forbids(self, session: Session, call: Call, now: datetime) -> str:
        """Why the call must not leave any more; nothing, when it may.

        A reminder some of whose facts have changed since it was worded is given up, and worded anew.
        """
        if not call.told:
            return ""
        member = members.get(session, call.chat)
        if member is not None and not member.active:
            return "dismissed"
        rows = notices.in_message(session, call.no)
        if rows and not deliver.holds(session, desk.at(session, self._settings, now), rows):
            notices.reopen(session, [row.no for row in rows])
            return "overtaken"
        return ""

    def marked(self, session: Session, call: Call, now: datetime) -> dict[str, Any]:
        """What is sent: by night without a sound, where nobody waits for it."""
        payload = self._owned(session, call)
        by_night = call.told and not Office(self._settings.zone, self._settings.remind_at).daytime(now)
        return payload | {"disable_notification": True} if by_night and _sends(call) else payload

    def _owned(self, session: Session, call: Call) -> dict[str, Any]:
        """A message that may have arrived before says so."""
        text = call.payload.get("text")
        if not call.doubts or call.method != "sendMessage" or not text:
            return call.payload
        mark = self._words(session, call.chat)("delivery-again")
        whole = Html(f"{text}\n\n<i>{mark}</i>" if "parse_mode" in call.payload else f"{text}\n\n{mark}")
        return call.payload | {"text": whole if units(whole) <= TEXT_LIMIT else text}

    def report(self, session: Session, call: Call, state: str, reason: str, now: datetime) -> None:
        """Tells administrators of a message that did not arrive: once a day for the same chat and reason."""
        if not _sends(call) or outbox.failed_alike(session, call, reason, now - _ONCE):
            return
        member = members.get(session, call.chat)
        who = member.name if member else groups.title(session, call.chat) or str(call.chat)
        words = plain(call.payload)
        excerpt = clip(str(words.get("text") or words.get("caption") or ""), _EXCERPT)

        def reply(words: Words) -> Reply:
            return shown.failed(words, who, excerpt, cause_of(reason), reason, sure=state == outbox.NEVER)

        alert(session, Act.RECEIVE_FAULTS, self._settings.language, reply, now)

    def _words(self, session: Session, chat: int) -> Words:
        return Words(members.language_of(session, chat) or self._settings.language)


def _sends(call: Call) -> bool:
    return call.method.startswith("send")
