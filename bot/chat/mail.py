"""Updates come in: fetched raw, kept in the inbox, and only then confirmed to Telegram; then acted on, those
of one chat one after another, those of different chats side by side.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.courier import Courier
from bot.chat.owning_up import OwningUp
from bot.chat.signs import Signs
from bot.clock import Clock
from db import inbox
from db.inbox import Held, Raw
from db.lock import Fetching
from db.store import Store

if TYPE_CHECKING:
    from bot.chat.context import HamkorApplication

_log = logging.getLogger(__name__)
_LONGEST_PAUSE = 30.0
_MOST_TRIES = 3
_MOST_TRIES_OF_STORE = 8
"""Where the database gave the fault, it may be the database's."""
_LANES = 12
"""So many chats are served at a time."""
LEASE = timedelta(seconds=10)
"""How long an update is left to the process that is at it, which says so again and again: when it dies,
another takes over. One that was frozen meanwhile settles nothing that has been settled.
"""
_IDLE_SECONDS = 1.0
"""After so long the inbox is looked at unasked: another process may have kept something and died."""

Keeper = Callable[[list[Raw]], Awaitable[None]]
"""Puts updates where no crash can lose them."""


class Mailbox:
    """The way of an update from Telegram to its handler."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        courier: Courier,
        owning_up: OwningUp,
        signs: Signs,
        lease: timedelta = LEASE,
    ) -> None:
        self._store, self._clock, self._courier = store, clock, courier
        self._owning_up, self._signs, self._lease = owning_up, signs, lease
        self._fetching = Fetching(store)
        self._bell = asyncio.Event()
        self._at_work: dict[asyncio.Task[None], int] = {}
        self._renewed = 0.0
        self.asked: Awaitable[list[Raw]] | None = None
        """Updates that the start of the bot is fetching already."""

    async def fetch(self) -> None:
        """Long polling until cancelled, while no other process does it. Raises InvalidToken."""
        offset, pause = 0, 0.0
        try:
            while True:
                try:
                    self._signs.trying()
                    if not await asyncio.to_thread(self._may_fetch):
                        await asyncio.sleep(1)
                        continue
                    asking, self.asked = self.asked or self._courier.raw_updates(offset), None
                    updates = await asking
                    self._signs.fetched()
                    if updates:
                        await self.keep(updates)
                        # Only the next call with this offset confirms them: by now they are on the disk.
                        offset = updates[-1]["update_id"] + 1
                    pause = 0.0
                except InvalidToken:
                    raise
                except TelegramError as fault:
                    pause = await self._trouble(fault, pause)
                    self._signs.trying(pause)
                    await asyncio.sleep(pause)
                except SQLAlchemyError:
                    _log.exception("updates cannot be kept: they stay with Telegram and are fetched again")
                    await asyncio.sleep(1)
        finally:
            self._fetching.let_go()

    def _may_fetch(self) -> bool:
        """One process alone fetches; where one that should has gone quiet, another takes its place.

        While the database cannot be asked, whoever fetched goes on: people are told that nothing is saved.
        """
        fetches = self._signs.fetches
        try:
            fetches = self._fetching.take()
            self._signs.is_fetching(self._store, yes=fetches)
            if not fetches and self._signs.fetcher_is_quiet(self._store):
                _log.error("whoever should fetch updates has gone quiet: taking over")
                self._fetching.evict()
        except SQLAlchemyError as fault:
            _log.error("the right to fetch updates cannot be looked at: %s", type(fault).__name__)
        return fetches

    async def _trouble(self, fault: TelegramError, pause: float) -> float:
        if isinstance(fault, Conflict):
            self._signs.conflicted()
            if "webhook" in fault.message.lower():
                await self._drop_webhook()
        return pause_after(fault, pause, "getting updates")

    async def keep(self, updates: list[Raw]) -> None:
        """On the disk when it returns; they are acted on soon. Raises SQLAlchemyError, and tells people."""
        try:
            await asyncio.to_thread(self._keep, updates)
        except SQLAlchemyError:
            await self._owning_up.not_saved(updates)
            raise
        self._bell.set()

    async def _drop_webhook(self) -> None:
        """A webhook from an earlier life keeps getUpdates from getting any."""
        with suppress(TelegramError):
            await self._courier.call("deleteWebhook", {"drop_pending_updates": False})

    async def work(self, application: HamkorApplication) -> None:
        """Acts on what the inbox holds, until cancelled; first on what an earlier life left."""
        async with asyncio.TaskGroup() as lanes:
            while True:
                self._bell.clear()
                held = await self._claimed()
                for update in held:
                    task = lanes.create_task(self._handle(application, update))
                    self._at_work[task] = update.update_id
                    task.add_done_callback(self._over)
                if not held:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_IDLE_SECONDS):
                            await self._bell.wait()

    def _over(self, task: asyncio.Task[None]) -> None:
        del self._at_work[task]
        self._bell.set()

    async def _claimed(self) -> list[Held]:
        """What may be acted on now; and what is being acted on stays ours."""
        room, mine = _LANES - len(self._at_work), tuple(self._at_work.values())
        try:
            if mine and monotonic() - self._renewed > self._lease.total_seconds() / 3:
                await asyncio.to_thread(self._renew, mine)
                self._renewed = monotonic()
            return await asyncio.to_thread(self._claim, room) if room > 0 else []
        except SQLAlchemyError:
            _log.exception("the inbox cannot be read or written; trying again")
            with suppress(SQLAlchemyError):
                await self._owning_up.not_saved(await asyncio.to_thread(self._waiting))
            await asyncio.sleep(1)
            return []

    async def _handle(self, application: HamkorApplication, held: Held) -> None:
        """A handler settles its update in its own transaction. One that went wrong is tried again, a few
        times; then it is owned up to. Until that is settled, the rest of its chat waits.
        """
        try:
            fault = await self._act_on(application, held)
        except SQLAlchemyError as trouble:
            fault = trouble
        if fault is not None:
            await self._again(held, fault)

    async def _act_on(self, application: HamkorApplication, held: Held) -> BaseException | None:
        """Why it is not settled yet; None when it is. Raises SQLAlchemyError."""
        if held.attempts > _MOST_TRIES_OF_STORE:
            await self._owning_up.failed(application.bot, held.raw, "endless")
            return None
        try:
            update = Update.de_json(held.raw, application.bot)
        except Exception as broken:  # noqa: BLE001 -- whatever Telegram sends, its neighbours go on
            _log.exception("update %s cannot be decoded and is set aside", held.update_id)
            await self._owning_up.unreadable(held.raw, type(broken).__name__)
            return None
        await application.process_update(update)
        fault = self._owning_up.fault_of(held.update_id)
        if fault is None:
            self._owning_up.well(held.update_id)
        elif isinstance(fault, SQLAlchemyError) or held.attempts < _MOST_TRIES:
            return fault
        else:
            await self._owning_up.failed(application.bot, held.raw, type(fault).__name__)
        return None

    async def _again(self, held: Held, fault: BaseException) -> None:
        """Lets go of it after a while; a database that cannot even note that is waited for."""
        if isinstance(fault, SQLAlchemyError):
            await self._owning_up.not_saved([held.raw])
        await asyncio.sleep(min(0.1 * 2**held.attempts, 20))
        while True:
            try:
                await asyncio.to_thread(self._release, held.update_id)
            except SQLAlchemyError:
                await asyncio.sleep(1)
            else:
                return

    def _keep(self, updates: list[Raw]) -> None:
        with self._store.write() as session:
            inbox.keep(session, updates, self._clock())
            self._owning_up.meet(session)

    def _claim(self, room: int) -> list[Held]:
        with self._store.read() as session:
            if not inbox.queue(session).waiting:
                return []
        with self._store.aside() as session:
            return inbox.claim(session, self._clock(), self._lease, room)

    def _waiting(self) -> list[Raw]:
        with self._store.read() as session:
            return inbox.waiting(session, _LANES)

    def _renew(self, update_ids: Collection[int]) -> None:
        with self._store.aside() as session:
            inbox.renew(session, update_ids, self._clock() + self._lease)

    def _release(self, update_id: int) -> None:
        with self._store.aside() as session:
            inbox.release(session, self._clock(), update_id)


def pause_after(fault: TelegramError, pause: float, what: str) -> float:
    """Seconds to wait before the next try: as long as Telegram asks for, else twice as long as before."""
    if isinstance(fault, RetryAfter):
        wait = fault.retry_after
        return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
    level = logging.ERROR if isinstance(fault, Conflict) else logging.WARNING
    _log.log(level, "%s failed: %s", what, fault.message)
    return min(max(1.0, pause * 2), _LONGEST_PAUSE)
