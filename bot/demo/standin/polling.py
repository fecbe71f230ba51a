"""getUpdates: long polling with one poll at a time."""

from __future__ import annotations

import asyncio

from .arguments import Arguments
from .refusal import Json, conflict
from .telegram import Telegram

TAKES = frozenset({"offset", "limit", "timeout", "allowed_updates"})
LONGEST_SECONDS = 50


class Poller:
    """Holds the one poll that waits; a newer poll ends it with 409."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._waiting: asyncio.Future[None] | None = None
        telegram.updates.woken = self._wake

    def _wake(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)

    def end(self) -> None:
        """End the waiting poll as a second one would."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(
                conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            )

    async def poll(self, arguments: Arguments) -> list[Json]:
        if self.telegram.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        updates = self.telegram.updates
        limit = min(max(arguments.integer("limit", 100) or 100, 1), 100)
        timeout = min(max(arguments.integer("timeout", 0) or 0, 0), LONGEST_SECONDS)
        updates.allow(arguments.structure("allowed_updates"))
        updates.confirm(arguments.integer("offset", 0) or 0)
        self.end()
        if not updates.pending and timeout:
            await self._wait(timeout)
        return updates.first(limit)

    async def _wait(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        try:
            await asyncio.wait_for(waiting, seconds)
        except TimeoutError:
            pass
        finally:
            if self._waiting is waiting:
                self._waiting = None
