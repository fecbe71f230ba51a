"""The stand-in as a whole: an HTTP server on the loopback address and the people who use it."""

from __future__ import annotations

import socket
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from bot.demo.identity import BOT_USERNAME, TOKEN

from .actors import Actor, Group, Hearing, Silence
from .http import BotApiHandler, FileHandler
from .ledger import Call, Drop, Fault
from .polling import Poller
from .shown import Shown, shown
from .telegram import Event, Telegram
from .things import Chat, Person
from .webhook import Pusher

T = TypeVar("T")
MAX_BODY = 64 * 1024 * 1024


class Standin:
    """Telegram for one bot. `clock` gives every date; `first_id` starts message and update numbers."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        port: int = 0,
        token: str = TOKEN,
        bot_name: str = "Hamkor",
        bot_username: str = BOT_USERNAME,
        first_id: int = 1,
        patience: float = 10.0,
    ) -> None:
        bot = Person(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.telegram = Telegram(clock, bot, first_id)
        self.token = token
        self.port = port
        self.patience = patience
        self.said: dict[int, list[Shown]] = defaultdict(list)
        self._hearing = Hearing()
        self._poller = Poller(self.telegram)
        self._pusher = Pusher(self.telegram)
        self._server: HTTPServer | None = None
        self.telegram.listeners.append(self._notice)

    # The server

    @property
    def url(self) -> str:
        """The Bot API server's address, as HAMKOR_BOT_API_URL takes it."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, more_routes: Sequence[Any] = ()) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        shared = {"telegram": self.telegram, "token": self.token}
        routes: list[Any] = [
            (r"/bot([^/]+)/([^/]+)", BotApiHandler, {**shared, "poller": self._poller}),
            (r"/file/bot([^/]+)/(.+)", FileHandler, shared),
            *more_routes,
        ]
        application = Application(routes, log_function=lambda handler: None, websocket_ping_interval=20)
        sockets = bind_sockets(self.port, "127.0.0.1", family=socket.AF_INET)
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(application, max_buffer_size=MAX_BODY)
        self._server.add_sockets(sockets)
        self._pusher.start()

    async def stop(self) -> None:
        await self._pusher.stop()
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    # The people

    def user(
        self,
        person_id: int,
        first_name: str,
        language_code: str | None = None,
        *,
        last_name: str | None = None,
        username: str | None = None,
    ) -> Actor:
        """A person who has not written to the bot yet."""
        person = Person(person_id, first_name, last_name, username, language_code)
        self.telegram.add_person(person)
        return Actor(self, person)

    def group(self, chat_id: int, title: str, members: Sequence[Actor], *, supergroup: bool = False) -> Group:
        """A group whose creator is the first member; the bot is not in it yet."""
        chat = Chat(chat_id, "supergroup" if supergroup else "group", title)
        for member in members:
            chat.statuses[member.id] = "member"
        if members:
            chat.statuses[members[0].id] = "creator"
        self.telegram.add_group(chat)
        return Group(self, chat)

    def reset(self) -> None:
        """Forget all people, chats and updates, as if nothing had been said."""
        self.telegram.forget()
        self.said.clear()

    # The ledger and the faults

    def calls(self, method: str | None = None, *, accepted: bool | None = True) -> list[Call]:
        """What the bot called, in order (see Ledger.calls)."""
        return self.telegram.ledger.calls(method, accepted=accepted)

    def fail(
        self,
        method: str,
        *,
        times: int = 1,
        status: int | None = None,
        retry_after: int | None = None,
        description: str | None = None,
        delay: float = 0.0,
        drop: Drop | None = None,
    ) -> None:
        """The next calls of `method` (or `*`) meet this fault (see Fault)."""
        fault = Fault(method, times, status, retry_after, description, delay, drop)
        self.telegram.ledger.faults.append(fault)

    # Waiting and looking

    def _notice(self, event: Event) -> None:
        message = event.message
        if message and message.sender is self.telegram.bot and event.kind in {"sent", "edited"}:
            self.said[event.chat_id].append(shown(message))
        self._hearing.wake()

    async def until(
        self, found: Callable[[], T | None], within: float | None, what: str, chat: Chat | None = None
    ) -> T:
        """Wait for a value; Silence tells what was going on when none came."""
        value = await self._hearing.until(found, self.patience if within is None else within)
        if value is None:
            raise Silence(self._report(what, chat))
        return value

    async def confirmed(self, within: float | None = None) -> None:
        """Wait until the bot has confirmed every update."""
        updates = self.telegram.updates
        await self.until(lambda: True if not updates.pending else None, within, "the last confirmation")

    def _report(self, what: str, chat: Chat | None) -> str:
        lines = [f"waited in vain for {what}"]
        lines += [self.transcript_of(chat)] if chat else []
        refused = self.calls(accepted=False)[-5:]
        lines += [f"refused: {call.method} {dict(call.arguments)} → {call.description}" for call in refused]
        lines.append(f"unconfirmed updates: {len(self.telegram.updates.pending)}")
        return "\n".join(lines)

    def transcript_of(self, chat: Chat) -> str:
        return "\n".join(shown(message).line() for message in self.telegram.history(chat.id))

    def transcript(self, chat: Actor | Group) -> str:
        """The chat as it stands: a person's private chat, or a group."""
        return self.transcript_of(self.telegram.chats[chat.id])
