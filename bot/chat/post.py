"""The sender: makes the calls that the outbox holds, one after another, and records how each ended.

An answer from Telegram settles a call. No answer leaves it open, to be made again: a message twice is better
than a message lost, and edits may be repeated freely.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.chat.courier import Courier
from bot.chat.enclosing import opened
from bot.clock import Clock
from db import dialogues, groups, outbox
from db.files import Files
from db.outbox import Call
from db.store import Store

_log = logging.getLogger(__name__)
_LONGEST_WAIT = timedelta(minutes=5)
_IDLE_SECONDS = 1.0
_LEASE = timedelta(minutes=1)
"""How long a call is left to the process that took it: longer than any call lasts."""
_HARMLESS = ("message is not modified", "query is too old", "message to delete not found",
             "message can't be deleted")  # fmt: skip


class Post:
    """Carries calls from the outbox to Telegram. `alone`: no other process works on the same outbox."""

    def __init__(
        self, store: Store, files: Files, clock: Clock, courier: Courier, *, alone: bool = True
    ) -> None:
        self._store, self._files, self._clock = store, files, clock
        self._courier, self._alone = courier, alone
        self._bell = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """There may be something to send. Callable from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._bell.set)

    async def run(self) -> None:
        """Sends until cancelled. Raises InvalidToken: without a token there is nothing left to do."""
        self._loop = asyncio.get_running_loop()
        if self._alone:
            await asyncio.to_thread(self._take_over)
        while True:
            self._bell.clear()
            while await self._whole(self.send_next()):
                pass
            try:
                async with asyncio.timeout(_IDLE_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                continue

    @staticmethod
    async def _whole(sending: Coroutine[Any, Any, bool]) -> bool:
        """A call that has left is waited for, even by a bot told to stop: else it would be repeated."""
        task = asyncio.ensure_future(sending)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await task
            raise

    async def send_next(self) -> bool:
        """Makes one call, if one is due; False when there is none."""
        call = await asyncio.to_thread(self._claim)
        if call is None:
            return False
        try:
            result = await self._courier.call(*_addressed(call))
        except InvalidToken:
            raise
        except TelegramError as fault:
            await asyncio.to_thread(self._failed, call, fault)
        else:
            await asyncio.to_thread(self._sent, call, result)
        return True

    def _claim(self) -> Call | None:
        now = self._clock()
        with self._store.read() as session:
            due = outbox.next_due(session)
        if due is None or due > now:
            return None
        with self._store.write() as session:
            call = outbox.claim(session, now, _LEASE)
            return call and replace(call, payload=opened(session, self._files, call.payload))

    def _take_over(self) -> None:
        """Where no other process can be sending, what an earlier life was at is made again at once."""
        with self._store.write() as session:
            outbox.release(session, self._clock())

    def _sent(self, call: Call, result: Any) -> None:
        message = result.get("message_id") if isinstance(result, dict) else None
        with self._store.write() as session:
            outbox.settle(session, call.no, outbox.SENT, self._clock(), message=message, reason=None)
            if call.dialogue is not None and message is not None:
                dialogues.shown(session, call.dialogue, message)

    def _failed(self, call: Call, fault: TelegramError) -> None:
        now = self._clock()
        with self._store.write() as session:
            match fault:
                case RetryAfter():
                    outbox.postpone(session, call.no, now + _retry_after(fault), "asked to wait")
                case ChatMigrated():
                    groups.migrated(session, call.chat, fault.new_chat_id)
                    outbox.readdress(session, call.chat, fault.new_chat_id, now)
                case BadRequest() if any(harmless in fault.message.lower() for harmless in _HARMLESS):
                    outbox.settle(session, call.no, outbox.SENT, now, message=None, reason=fault.message)
                case BadRequest() | Forbidden():
                    _log.warning("call %s (%s) refused: %s", call.no, call.method, fault.message)
                    outbox.settle(session, call.no, outbox.NEVER, now, message=None, reason=fault.message)
                case _:
                    _log.info("call %s (%s) unanswered: %s", call.no, call.method, fault.message)
                    outbox.postpone(session, call.no, now + _patience(call.attempts), fault.message)


def _addressed(call: Call) -> tuple[str, dict[str, Any]]:
    """The chat stands in its own column, because a group's id may change while its calls wait."""
    payload = call.payload
    return call.method, payload | {"chat_id": call.chat} if "chat_id" in payload else payload


def _patience(attempts: int) -> timedelta:
    return min(timedelta(seconds=2**attempts), _LONGEST_WAIT)


def _retry_after(fault: RetryAfter) -> timedelta:
    wait = fault.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
