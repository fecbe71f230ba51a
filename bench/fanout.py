"""`python -m bench.fanout`: six hundred alerts at once, against a server that refuses the thirty-first
message of any second. The goal: 0.97 of thirty a second, and not one refusal.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Any

from telegram import Bot
from telegram.error import RetryAfter, TelegramError
from telegram.request import HTTPXRequest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.app import Hamkor
from bot.demo.identity import TOKEN
from bot.demo.settings import demo_settings
from db import outbox

MESSAGES, LIMIT = 600, 30


@dataclass
class Strict:
    """Takes so many messages in any one second; the rest must wait."""

    accepted: list[float] = field(default_factory=list)
    refused: int = 0
    recent: deque[float] = field(default_factory=deque)

    def takes(self) -> bool:
        """Whether there is room for one more."""
        now = monotonic()
        while self.recent and self.recent[0] <= now - 1:
            self.recent.popleft()
        if len(self.recent) >= LIMIT:
            self.refused += 1
            return False
        self.recent.append(now)
        self.accepted.append(now)
        return True

    def told(self) -> str:
        """What came of it."""
        pace = (len(self.accepted) - 1) / (self.accepted[-1] - self.accepted[0]) if self.accepted[1:] else 0
        return f"{len(self.accepted)} of {MESSAGES} delivered, {pace:.1f} a second, {self.refused} refused"


class Door(RequestHandler):
    """One call."""

    def initialize(self, strict: Strict) -> None:
        self._strict = strict

    async def post(self, method: str) -> None:
        """Only messages count."""
        result: Any = True
        if method == "getUpdates":
            await asyncio.sleep(5)
            result = []
        elif method == "getMe":
            result = {"id": 1, "is_bot": True, "first_name": "Hamkor", "username": "hamkor_bot"}
        elif method == "sendMessage":
            if not self._strict.takes():
                self.set_status(429)
                self.finish({"ok": False, "error_code": 429, "description": "Too Many Requests",
                             "parameters": {"retry_after": 1}})  # fmt: skip
                return
            chat = {"id": 1, "type": "private"}
            result = {"message_id": len(self._strict.accepted), "date": 0, "chat": chat}
        self.finish({"ok": True, "result": result})


async def main() -> None:
    """Prints both."""
    print("all at once, the library as it is:", await against(stock))
    print("Hamkor:", await against(ours))


async def against(fan_out: Any) -> str:
    """A server of its own for each."""
    strict = Strict()
    server = HTTPServer(
        Application([(r"/bot[^/]+/(\w+)", Door, {"strict": strict})], log_function=lambda _: None)
    )
    server.listen(0, "127.0.0.1")
    port = next(iter(server._sockets.values())).getsockname()[1]
    work: Coroutine[Any, Any, None] = fan_out(f"http://127.0.0.1:{port}", strict)
    await work
    server.stop()
    return strict.told()


async def stock(url: str, _strict: Strict) -> None:
    """Each message is sent once; whoever is told to wait gives up, as the library does by default."""
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=HTTPXRequest(connection_pool_size=64, pool_timeout=60))

    async def tell(chat: int) -> None:
        with suppress(RetryAfter, TelegramError):
            await bot.send_message(chat, "Eslatma")

    async with bot:
        await asyncio.gather(*(tell(chat) for chat in range(1, MESSAGES + 1)))


async def ours(url: str, strict: Strict) -> None:
    """As the morning's reminders go out, from a bot that is long at work."""
    with tempfile.TemporaryDirectory() as folder:
        hamkor = Hamkor(replace(demo_settings(Path(folder), url), log="error"))
        life = asyncio.create_task(hamkor.run())
        await asyncio.sleep(1)
        while "names" in {task.get_name() for task in asyncio.all_tasks()}:  # noqa: ASYNC110 -- nor here
            await asyncio.sleep(0.1)
        with hamkor.store.write() as session:
            for chat in range(1, MESSAGES + 1):
                payload = {"chat_id": chat, "text": "Eslatma"}
                outbox.put(session, chat, "sendMessage", payload, hamkor.deps.clock(), told=True)
        hamkor.post.wake()
        while len(strict.accepted) < MESSAGES and not life.done():  # noqa: ASYNC110 -- nobody would ring
            await asyncio.sleep(0.1)
        life.cancel()
        with suppress(asyncio.CancelledError):
            await life


if __name__ == "__main__":
    asyncio.run(main())
