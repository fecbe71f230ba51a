"""What nobody expected: logged with the update's id, apologised for, and reported once to administrators.

When it is the database that failed, the person is told so at once and past the outbox: nothing was saved yet.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from sqlalchemy.orm import Session
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.chat.context import incoming
from bot.chat.courier import Courier
from bot.chat.say import alert, say
from bot.chat.turn import Incoming
from bot.clock import Clock
from bot.rights import Act
from bot.settings import Settings
from bot.show import delivery, front
from bot.words import Words
from db import groups, inbox, members
from db.inbox import Raw
from db.store import Store
from db.vocabulary import Language

_SPOKEN = {"message", "edited_message", "callback_query"}
_log = logging.getLogger(__name__)


class OwningUp:
    """Knows what went wrong with which update, and tells whoever must know."""

    def __init__(self, store: Store, clock: Clock, courier: Courier, settings: Settings) -> None:
        self._store, self._clock, self._courier, self._settings = store, clock, courier, settings
        self._faults: dict[int, BaseException] = {}
        self._told: set[int] = set()
        self._members: dict[int, Language] = {}

    def note(self, update_id: int, fault: BaseException) -> None:
        """A handler raised this."""
        _log.error("update %s failed", update_id, exc_info=fault)
        self._faults[update_id] = fault

    def fault_of(self, update_id: int) -> BaseException | None:
        """What its handler raised, if it did; told once."""
        return self._faults.pop(update_id, None)

    def well(self, update_id: int) -> None:
        """It was acted on after all."""
        self._told.discard(update_id)

    async def failed(self, bot: Bot, raw: Raw, kind: str) -> None:
        """It went wrong once too often. Raises SQLAlchemyError."""
        inc = None
        with suppress(Exception):
            inc = incoming(Update.de_json(raw, bot))
        await asyncio.to_thread(self._settle, raw, inbox.FAILED, inc, kind)

    async def unreadable(self, raw: Raw, kind: str) -> None:
        """It cannot be decoded. Raises SQLAlchemyError."""
        await asyncio.to_thread(self._settle, raw, inbox.SET_ASIDE, None, kind)

    async def not_saved(self, updates: Sequence[Raw]) -> None:
        """The database cannot be written to: tells those who wrote, each once for each message."""
        for raw in updates:
            number = raw["update_id"]
            if number not in self._told:
                self._told.add(number)
                if text := self._words_for(raw):
                    with suppress(TelegramError):
                        payload = {"chat_id": inbox.lane_of(raw), "text": text, "parse_mode": "HTML"}
                        await self._courier.call("sendMessage", payload)

    def meet(self, session: Session) -> None:
        """Remembers who is a member, for the time when the database cannot be asked."""
        default = self._settings.language
        self._members = {
            member.id: member.language or default for member in members.every(session) if member.active
        }

    def _words_for(self, raw: Raw) -> str | None:
        """None for whoever is not spoken to: strangers, groups, those who merely type a search."""
        chat = inbox.lane_of(raw)
        if chat not in self._members or not _SPOKEN & raw.keys():
            return None
        return delivery.not_saved(Words(self._members[chat]))

    def _settle(self, raw: Raw, state: str, inc: Incoming | None, kind: str) -> None:
        now, default = self._clock(), self._settings.language
        with self._store.write() as session:
            if not inbox.settle(session, raw["update_id"], state):
                return
            _log.error("update %s is %s: %s", raw["update_id"], state, kind)
            member = members.get(session, inc.person) if inc else None
            if inc and member and member.active and (inc.private or groups.enabled(session, inc.chat)):
                say(session, inc, front.apology(Words(member.language or default)), now)
            alert(session, Act.RECEIVE_FAULTS, default, partial(front.report, raw["update_id"], kind), now)
