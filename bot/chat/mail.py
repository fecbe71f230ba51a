"""Updates come in: fetched raw, kept in the inbox, and only then confirmed to Telegram; then acted on one by
one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.courier import Courier
from bot.clock import Clock
from db import inbox
from db.inbox import Raw
from db.store import Store

if TYPE_CHECKING:
    from bot.chat.context import HamkorApplication

_log = logging.getLogger(__name__)
_BATCH = 100
_LONGEST_PAUSE = 30.0
_MOST_TRIES = 3
_IDLE_SECONDS = 5.0
"""After so long the inbox is looked at unasked: another process may have kept something and died."""

Keeper = Callable[[list[Raw]], Awaitable[None]]
"""Puts updates where no crash can lose them."""


class Mailbox:
    """The way of an update from Telegram to its handler."""

    def __init__(self, store: Store, clock: Clock, courier: Courier) -> None:
        self._store, self._clock, self._courier = store, clock, courier
        self._bell = asyncio.Event()
        self._tries: dict[int, int] = {}
        self.asked: Awaitable[list[Raw]] | None = None
        """Updates that the start of the bot is fetching already."""

    async def fetch(self) -> None:
        """Long polling until cancelled. Raises InvalidToken."""
        offset, pause = 0, 0.0
        while True:
            try:
                asking, self.asked = self.asked or self._courier.raw_updates(offset), None
                updates = await asking
                if updates:
                    await self.keep(updates)
                    # Only the next call with this offset confirms them: by now they are on the disk.
                    offset = updates[-1]["update_id"] + 1
                pause = 0.0
            except InvalidToken:
                raise
            except TelegramError as fault:
                if isinstance(fault, Conflict) and "webhook" in fault.message.lower():
                    await self._drop_webhook()
                pause = pause_after(fault, pause, "getting updates")
                await asyncio.sleep(pause)
            except SQLAlchemyError:
                _log.exception("updates cannot be kept: they stay with Telegram and are fetched again")
                await asyncio.sleep(1)

    async def keep(self, updates: list[Raw]) -> None:
        """On the disk when it returns; they are acted on soon. Raises SQLAlchemyError."""
        await asyncio.to_thread(self._keep, updates)
        self._bell.set()

    async def _drop_webhook(self) -> None:
        """A webhook from an earlier life keeps getUpdates from getting any."""
        with suppress(TelegramError):
            await self._courier.call("deleteWebhook", {"drop_pending_updates": False})

    async def work(self, application: HamkorApplication) -> None:
        """Acts on what the inbox holds, oldest first, until cancelled; first on what an earlier life left."""
        while True:
            self._bell.clear()
            try:
                updates = await asyncio.to_thread(self._waiting)
                for raw in updates:
                    await self._handle(application, raw)
            except SQLAlchemyError:
                _log.exception("the inbox cannot be read or written; trying again")
                await asyncio.sleep(1)
                continue
            if not updates:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_IDLE_SECONDS):
                        await self._bell.wait()

    async def _handle(self, application: HamkorApplication, raw: Raw) -> None:
        """A handler settles its update in its own transaction; the error handler settles one that failed."""
        tries = self._tries[raw["update_id"]] = self._tries.get(raw["update_id"], 0) + 1
        try:
            update = Update.de_json(raw, application.bot)
        except Exception:  # noqa: BLE001 -- whatever Telegram sends, its neighbours go on
            _log.exception("update %s cannot be decoded and is set aside", raw["update_id"])
            await asyncio.to_thread(self._settle, raw, inbox.SET_ASIDE)
            return
        if tries > _MOST_TRIES:
            _log.error("update %s failed %s times and is set aside", raw["update_id"], _MOST_TRIES)
            await asyncio.to_thread(self._settle, raw, inbox.FAILED)
            return
        await application.process_update(update)
        if await asyncio.to_thread(self._is_waiting, raw):
            await asyncio.sleep(tries)
        else:
            del self._tries[raw["update_id"]]

    def _keep(self, updates: list[Raw]) -> None:
        with self._store.write() as session:
            inbox.keep(session, updates, self._clock())

    def _waiting(self) -> list[Raw]:
        with self._store.read() as session:
            return inbox.waiting(session, _BATCH)

    def _is_waiting(self, raw: Raw) -> bool:
        with self._store.read() as session:
            return inbox.is_waiting(session, raw["update_id"])

    def _settle(self, raw: Raw, state: str) -> None:
        with self._store.write() as session:
            inbox.settle(session, raw["update_id"], state)


def pause_after(fault: TelegramError, pause: float, what: str) -> float:
    """Seconds to wait before the next try: as long as Telegram asks for, else twice as long as before."""
    if isinstance(fault, RetryAfter):
        wait = fault.retry_after
        return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
    level = logging.ERROR if isinstance(fault, Conflict) else logging.WARNING
    _log.log(level, "%s failed: %s", what, fault.message)
    return min(max(1.0, pause * 2), _LONGEST_PAUSE)
