"""The sender: makes the calls that the outbox holds, at Telegram's pace, and records how each ended.

An answer from Telegram settles a call. No answer leaves it open, to be made again: a message twice is better
than a message lost, and edits may be repeated freely. After some hours of that it is left as uncertain, and
somebody is told.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from telegram.error import InvalidToken, TelegramError

from bot.chat.courier import Courier
from bot.chat.enclosing import opened
from bot.chat.pace import Pace
from bot.chat.second_look import SecondLook
from bot.chat.verdict import MOST_DOUBTS, Verdict, judge
from bot.clock import Clock
from db import dialogues, groups, outbox
from db.files import Files
from db.outbox import Call
from db.store import Store

_log = logging.getLogger(__name__)
LEASE = timedelta(minutes=1)
"""How long a call is left to the process that took it: longer than any call lasts."""
_IN_FLIGHT = 4
"""Calls under way at a time: enough for thirty a second over a slow line, few enough to be in doubt."""
_BATCH = 8
_IDLE_SECONDS = 1.0
T = TypeVar("T")


class Post:
    """Carries calls from the outbox to Telegram."""

    def __init__(
        self,
        store: Store,
        files: Files,
        clock: Clock,
        courier: Courier,
        pace: Pace,
        look: SecondLook,
        lease: timedelta = LEASE,
    ) -> None:
        self._store, self._files, self._clock = store, files, clock
        self._courier, self._pace, self._look, self._lease = courier, pace, look, lease
        self._closing = False
        self._bell = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._taken: deque[Call] = deque()
        """Claimed, and not on their way."""
        self._under_way: dict[asyncio.Task[None], int] = {}
        """Calls that have left, each with its chat."""

    def wake(self) -> None:
        """There may be something to send. Callable from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._bell.set)

    async def run(self) -> None:
        """Sends until cancelled. Raises InvalidToken: without a token there is nothing left to do."""
        self._loop = asyncio.get_running_loop()
        self._closing = False
        async with asyncio.TaskGroup() as calls:
            try:
                while True:
                    self._bell.clear()
                    if not await self._next(calls):
                        await self._ring()
            finally:
                self._closing = True
                await self._give_back()

    async def _next(self, calls: asyncio.TaskGroup) -> bool:
        """Lets the next call leave when it may; False when there is none, or enough are under way."""
        if len(self._under_way) >= _IN_FLIGHT:
            return False
        if not self._taken:
            busy = {*self._pace.cooling(), *self._under_way.values()}
            self._taken.extend(await self._whole(self._stored(self._claim, busy)))
        if not self._taken:
            return False
        began, begin = monotonic(), self._whole(self._stored(self._begin, self._taken[0]))
        ready, _ = await asyncio.gather(begin, self._pace.turn())
        if monotonic() - began > self._lease.total_seconds() / 2:
            # Its turn came so late that somebody else may be about to take it over.
            await self._give_back()
            return True
        self._taken.popleft()
        if ready is not None:
            left = self._pace.left(ready.chat, ready.method)
            task = calls.create_task(self._whole(self._carry(ready, left)))
            self._under_way[task] = ready.chat
            task.add_done_callback(self._over)
        return True

    async def _give_back(self) -> None:
        """What was taken and has not left is for whoever comes next."""
        calls, self._taken = list(self._taken), deque()
        if calls:
            # Where it cannot be written down, their lease runs out by itself.
            with suppress(SQLAlchemyError):
                await self._stored(self._return, calls)

    def _return(self, calls: list[Call]) -> None:
        with self._store.aside() as session:
            outbox.give_back(session, calls, self._clock())

    def _over(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._bell.set()

    async def _ring(self) -> None:
        """Until there may be something to do."""
        cooled = self._pace.wait()
        try:
            async with asyncio.timeout(min(_IDLE_SECONDS, cooled or _IDLE_SECONDS)):
                await self._bell.wait()
        except TimeoutError:
            return

    @staticmethod
    async def _whole(work: Coroutine[Any, Any, T]) -> T:
        """What has begun is waited for, even by a bot told to stop: a call that has left would be repeated,
        and one that is ours forgotten.
        """
        task = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await task
            raise

    async def _carry(self, call: Call, left: float) -> None:
        try:
            try:
                result = await self._courier.call(*_addressed(call))
            finally:
                self._pace.back(left)
        except InvalidToken:
            raise
        except TelegramError as fault:
            verdict = judge(call, fault)
            if verdict.wait is not None and verdict.flood:
                self._pace.refused(verdict.wait.total_seconds())
            await self._stored(self._failed, call, verdict)
        else:
            self._pace.answered()
            await self._stored(self._sent, call, result)

    async def _stored(self, step: Callable[..., T], *given: Any) -> T:
        """A step in the database, tried until it succeeds: what Telegram answered must not be forgotten."""
        while True:
            try:
                return await asyncio.to_thread(step, *given)
            except SQLAlchemyError:
                if self._closing:
                    raise
                _log.exception("the outbox cannot be read or written; trying again")
                await asyncio.sleep(1)

    def _claim(self, busy: Collection[int]) -> list[Call]:
        now = self._clock()
        with self._store.read() as session:
            due = outbox.next_due(session)
        if due is None or due > now:
            return []
        with self._store.aside() as session:
            return outbox.claim(session, now, self._lease, _BATCH, but=busy)

    def _begin(self, call: Call) -> Call | None:
        """The call as it leaves now; None when it must not, or is no longer ours."""
        now = self._clock()
        with self._store.aside() as session:
            if call.doubts > MOST_DOUBTS:
                self._end(session, call, outbox.UNCERTAIN, "unanswered", now)
                return None
            reason = self._look.forbids(session, call, now)
            if reason:
                outbox.settle(session, call, outbox.NEVER, now, reason=reason)
                return None
            if not outbox.begin(session, call, now + self._lease):
                return None
            return replace(call, payload=opened(session, self._files, self._look.marked(session, call, now)))

    def _sent(self, call: Call, result: Any) -> None:
        message = result.get("message_id") if isinstance(result, dict) else None
        with self._store.aside() as session:
            ours = outbox.settle(session, call, outbox.SENT, self._clock(), message=message)
            if ours and call.dialogue is not None and message is not None:
                dialogues.shown(session, call.dialogue, message)

    def _failed(self, call: Call, verdict: Verdict) -> None:
        now = self._clock()
        with self._store.aside() as session:
            if verdict.chat is not None:
                groups.migrated(session, call.chat, verdict.chat)
                outbox.readdress(session, call.chat, verdict.chat, now)
            elif verdict.wait is not None:
                _log.info("call %s (%s) waits: %s", call.no, call.method, verdict.reason)
                outbox.postpone(session, call, now + verdict.wait, verdict.reason, payload=verdict.payload,
                                doubt=verdict.doubt)  # fmt: skip
                for payload in verdict.rest:
                    outbox.put(
                        session, call.chat, call.method, payload, now, answer=call.answer, told=call.told
                    )
            else:
                self._end(session, call, verdict.state, verdict.reason, now)

    def _end(self, session: Session, call: Call, state: str, reason: str, now: datetime) -> None:
        if outbox.settle(session, call, state, now, reason=reason) and state != outbox.SENT:
            _log.warning("call %s (%s) is %s: %s", call.no, call.method, state, reason)
            self._look.report(session, call, state, reason, now)


def _addressed(call: Call) -> tuple[str, dict[str, Any]]:
    """The chat stands in its own column, because a group's id may change while its calls wait."""
    payload = call.payload
    return call.method, payload | {"chat_id": call.chat} if "chat_id" in payload else payload
