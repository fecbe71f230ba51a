"""The watch: a bot that has gone deaf or dumb is noticed, by administrators, by whoever asks, and by itself.

Every few seconds the signs of life are looked at. What has gone wrong is told in the chat once, and once more
when it is over; it stands in the process's pulse, where the doctor finds it, and the health endpoint says
it. While all is well, somebody else's alarm clock may be wound (`HAMKOR_PING_URL`). What cannot get better
by itself ends the process: whoever started it starts another.
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from telegram.error import TelegramError

from bot.chat.courier import Courier
from bot.chat.pace import Pace
from bot.chat.say import alert
from bot.chat.signs import Signs, process_name
from bot.clock import Clock, system_clock
from bot.faults import UserFault
from bot.rights import Act
from bot.settings import Settings
from bot.show import delivery as shown
from db import inbox, outbox, pulses
from db.store import Store

_log = logging.getLogger(__name__)
T = TypeVar("T")
_LOOK_SECONDS = 5.0
_BEAT_SECONDS = 20.0
_ASK_SECONDS = 60.0
"""Between looks at the webhook as Telegram sees it, and between pings."""
_FETCHED_SECONDS = 50.0
_LOST_SECONDS = 90.0
"""A poll and the longest pause after it are shorter: a fetcher that has not tried for so long never will."""
_TICKED_SECONDS = 180.0
_HANDLED, _SENT = timedelta(seconds=50), timedelta(minutes=5)
_AWAY, _TELEGRAMS_MEMORY = timedelta(minutes=10), timedelta(hours=24)
_JUMP = timedelta(seconds=60)
_STUCK_SECONDS = 60.0
_STUCK_STATUS = 70


def deaf(why: str) -> UserFault:
    """The bot cannot hear or act any more, and will not by waiting."""
    _log.critical("the bot ends: %s", why)
    return UserFault("bot-deaf")


class Watch:
    """Looks at the signs until cancelled. Raises UserFault("bot-deaf"). `wall` is the machine's own clock."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        courier: Courier,
        signs: Signs,
        pace: Pace,
        wall: Clock = system_clock,
    ) -> None:
        self._store, self._clock, self._settings, self._wall = store, clock, settings, wall
        self._courier, self._signs, self._pace = courier, signs, pace
        self._name = process_name()
        self._webhook_is_ill = self._store_is_ill = False
        self._told: tuple[str, ...] = ()
        self.troubles: tuple[str, ...] = ()
        """The keys of what is wrong now."""

    async def run(self) -> None:
        """Until cancelled."""
        await self._stored(self._return_home)
        guard = Guard(self._signs)
        guard.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._every(_LOOK_SECONDS, self._look))
                tasks.create_task(self._every(_BEAT_SECONDS, partial(self._stored, self._beat)))
                tasks.create_task(self._every(_ASK_SECONDS, self._ask))
                tasks.create_task(self._mind_the_clock())
        finally:
            guard.stop()
            await asyncio.shield(self._stored(self._leave_home))

    @staticmethod
    async def _every(seconds: float, act: Callable[[], Awaitable[object]]) -> None:
        while True:
            await act()
            await asyncio.sleep(seconds)

    async def _look(self) -> None:
        self._signs.beaten()
        if self._signs.fetches and self._signs.since_tried > _LOST_SECONDS:
            raise deaf("updates are no longer fetched")
        if self._settings.hook is None and self._signs.since_tried > _LOST_SECONDS:
            raise deaf("nobody asks any more whose turn it is to fetch updates")
        queues = await self._stored(self._queues, writes=False)
        self.troubles = (*self._signs_of_trouble(), *(queues or ()))
        await self._stored(self._tell)

    def _signs_of_trouble(self) -> list[str]:
        found = []
        if self._signs.since_conflicts < _FETCHED_SECONDS:
            found.append("conflict")
        elif self._signs.fetches and self._signs.since_fetched > _FETCHED_SECONDS:
            found.append("fetching")
        if self._webhook_is_ill:
            found.append("webhook")
        if self._signs.since_ticked > _TICKED_SECONDS:
            found.append("tick")
        if self._store_is_ill:
            found.append("store")
        return found

    def _queues(self) -> list[str]:
        now, found = self._clock(), []
        with self._store.read() as session:
            came, going = inbox.queue(session), outbox.queue(session, now)
        if came.since is not None and now - came.since > _HANDLED:
            found.append("inbox")
        if going.since is not None and now - going.since > _SENT:
            found.append("outbox")
        return found

    def _tell(self) -> None:
        """Tells of what is new, and of the end of it all."""
        news = tuple(key for key in self.troubles if key not in self._told)
        if not news and (self.troubles or not self._told):
            return
        with self._store.write() as session:
            reply = partial(shown.alarm, troubles=self.troubles) if self.troubles else shown.well
            alert(session, Act.RECEIVE_FAULTS, self._settings.language, reply, self._clock())
        log = _log.error if self.troubles else _log.warning
        log("troubles: %s", ", ".join(self.troubles) or "none any more")
        self._told = self.troubles

    def _beat(self) -> None:
        now = self._clock()
        with self._store.aside() as session:
            pulses.beat(session, self._name, now, self.troubles)
            self._pace.share(pulses.at_work(session, now))

    async def _ask(self) -> None:
        """How Telegram sees the webhook; and a ping, while all is well."""
        hook = self._settings.hook
        with suppress(TelegramError):
            if hook is not None:
                seen = await self._courier.call("getWebhookInfo", {})
                failed = seen.get("last_error_date", 0) > self._clock().timestamp() - 2 * _ASK_SECONDS
                behind = bool(failed and seen.get("pending_update_count"))
                self._webhook_is_ill = behind or seen.get("url") != hook.url
        if self._settings.ping_url and not self.troubles:
            try:
                await self._courier.ping(self._settings.ping_url)
            except TelegramError as fault:
                _log.warning("the ping was not taken: %s", fault.message)

    async def _mind_the_clock(self) -> None:
        """A clock that was set back makes what waits for a moment wait too long."""
        offset = self._offset()
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            jump, offset = self._offset() - offset, self._offset()
            if abs(jump) > _JUMP:
                _log.warning("the clock was changed by %s", jump)
                await self._stored(partial(self._jumped, jump))

    def _offset(self) -> timedelta:
        # On Linux the monotonic clock stands still while the machine sleeps: waking up is a jump, too.
        return self._wall() - datetime.fromtimestamp(time.monotonic(), tz=UTC)

    def _jumped(self, jump: timedelta) -> None:
        now = self._clock()
        with self._store.write() as session:
            if jump < timedelta():
                outbox.shift(session, -jump, now)
                inbox.release(session, now)
            reply = partial(shown.clock_changed, minutes=round(jump.total_seconds() / 60))
            alert(session, Act.RECEIVE_FAULTS, self._settings.language, reply, now)

    def _return_home(self) -> None:
        """After a silence of all processes, administrators are told of it."""
        now = self._clock()
        with self._store.write() as session:
            last = pulses.last(session)
            if last is not None and now - last > _AWAY:
                self._tell_of_absence(session, last, now)
            pulses.beat(session, self._name, now)

    def _tell_of_absence(self, session: Session, last: datetime, now: datetime) -> None:
        too_long = now - last > _TELEGRAMS_MEMORY
        reply = partial(shown.away, since=last, until=now, zone=self._settings.zone, too_long=too_long)
        alert(session, Act.RECEIVE_FAULTS, self._settings.language, reply, now)

    def _leave_home(self) -> None:
        with self._store.aside() as session:
            pulses.beat(session, self._name, self._clock(), (pulses.STOPPED,))

    async def _stored(self, step: Callable[[], T], *, writes: bool = True) -> T | None:
        """What can be read may still not be written: only a step that writes says that all is well again."""
        try:
            done = await asyncio.to_thread(step)
        except (SQLAlchemyError, RuntimeError):
            _log.exception("the watch cannot use the database")
            self._store_is_ill = True
            return None
        self._store_is_ill = self._store_is_ill and not writes
        return done


class Guard(threading.Thread):
    """Watches the watch, from a thread of its own: an event loop that is stuck cannot say so."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(name="guard", daemon=True)
        self._signs, self._over = signs, threading.Event()

    def run(self) -> None:
        """Ends the process when nothing has moved for a minute, with what every thread was at."""
        while not self._over.wait(_LOOK_SECONDS):
            if self._signs.since_beaten > _STUCK_SECONDS:
                _log.critical("the bot is stuck; ending the process")
                faulthandler.dump_traceback()
                os._exit(_STUCK_STATUS)

    def stop(self) -> None:
        """The bot stops as it should."""
        self._over.set()
