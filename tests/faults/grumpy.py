"""A Telegram that misbehaves in every way it is known to: it asks to wait, forgets to answer, answers
nonsense, refuses for good, and moves groups. It remembers what it accepted and who did not wait.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import tornado
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.clock import system_clock

BLOCKED, MOVED = 50, 20
"""One chat in so many has blocked the bot; one group in so many has become a supergroup."""


@dataclass
class FastClock:
    """Time that goes by so many times as fast."""

    times: float
    began: datetime = field(default_factory=system_clock)
    since: float = field(default_factory=monotonic)

    def __call__(self) -> datetime:
        return self.began + timedelta(seconds=(monotonic() - self.since) * self.times)


@dataclass
class Grumpy:
    """Its temper is in the dice; `accepted` counts, for each text, how often it arrived."""

    clock: Callable[[], datetime]
    dice: random.Random
    accepted: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    waits: dict[int, datetime] = field(default_factory=dict)
    impatient: list[int] = field(default_factory=list)
    asked: int = 0

    def answers(self, chat: int, text: str) -> tuple[int, dict[str, Any] | bytes | None]:
        """Status and body of the answer to a message; None: it hangs up."""
        self.asked += 1
        if self.waits.get(chat, self.clock()) > self.clock():
            self.impatient.append(chat)
        if (lasting := self._lasting(chat, text)) is not None:
            return lasting
        mood = self.dice.random()
        if mood < 0.20:
            seconds = self.dice.randint(1, 60)
            self.waits[chat] = self.clock() + timedelta(seconds=seconds)
            return _refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        if mood < 0.25:
            return 502, b"<html>Bad Gateway</html>"
        if mood < 0.27:
            return 500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}
        words, mark, _ = text.partition("\n\n")
        self.accepted[words] += 1
        self.marked[words] += bool(mark)
        if mood < 0.37:
            return 0, None
        if mood < 0.39:
            return 200, b"\xff\xfe not JSON at all"
        return 200, {"ok": True, "result": {"message_id": self.asked}}

    def _lasting(self, chat: int, text: str) -> tuple[int, dict[str, Any]] | None:
        """What will not change, however often it is tried."""
        if chat > 0 and chat % BLOCKED == 0:
            return _refused(403, "Forbidden: bot was blocked by the user")
        if -(10**9) < chat < 0 and chat % MOVED == 0:
            moved = {"migrate_to_chat_id": chat - 10**9}
            return _refused(400, "Bad Request: group chat was upgraded to a supergroup chat", **moved)
        if "<b>" in text:
            return _refused(400, "Bad Request: can't parse entities: unclosed start tag")
        return None


def _refused(code: int, description: str, **parameters: int) -> tuple[int, dict[str, Any]]:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, body


class Door(RequestHandler):
    """One call."""

    def initialize(self, grumpy: Grumpy) -> None:
        self._grumpy = grumpy

    async def post(self, method: str) -> None:
        """Whatever is not a message is answered kindly."""
        if method == "getUpdates":
            await tornado.gen.sleep(5)
            self.finish({"ok": True, "result": []})
        elif method == "sendMessage":
            given = json.loads(self.request.body)
            self._finish(*self._grumpy.answers(given["chat_id"], given["text"]))
        else:
            me = {"id": 1, "is_bot": True, "first_name": "Hamkor", "username": "hamkor_bot"}
            self.finish({"ok": True, "result": me if method == "getMe" else True})

    def _finish(self, status: int, body: dict[str, Any] | bytes | None) -> None:
        if body is None:
            self.detach().close()
            return
        self.set_status(status)
        self.finish(body)


def opened(grumpy: Grumpy) -> tuple[HTTPServer, str]:
    """Its server, and the address where it listens."""
    server = HTTPServer(Application([(r"/bot[^/]+/(\w+)", Door, {"grumpy": grumpy})]))
    server.listen(0, "127.0.0.1")
    port = next(iter(server._sockets.values())).getsockname()[1]
    return server, f"http://127.0.0.1:{port}"
