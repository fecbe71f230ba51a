"""The try-out's server: the Bot API for the bot, and a chat page with a clock for whoever tries it out."""

from __future__ import annotations

import asyncio
import contextlib
import mimetypes
from datetime import tzinfo
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from .control import ActHandler, FileHandler, NewsSocket, PageHandler, UploadHandler
from .persons import settle
from .standin import Actor, Group, InlineAnswer, Standin
from .standin.refusal import Json
from .standin.telegram import Event
from .view import chats_view, menus_view, message_view, state_view, world_view
from .world import World

ZONE = ZoneInfo("Asia/Tashkent")
WATCH_SECONDS = 1.0
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}


class DemoServer:
    """Owns the stand-in's server, its people, and the page's open sockets."""

    def __init__(self, standin: Standin, world: World, zone: tzinfo = ZONE) -> None:
        self.standin = standin
        self.world = world
        self.zone = zone
        self.actors: dict[int, Actor] = {}
        self.groups: dict[int, Group] = {}
        self.inline_answers: dict[str, InlineAnswer] = {}
        self._sockets: set[NewsSocket] = set()
        self._told: Json = {}
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Bring in the people and serve; the bot is started by whoever owns the world."""
        await self._settle()
        self.standin.telegram.listeners.append(self._notice)
        given = {"server": self}
        routes: list[Any] = [
            (r"/", PageHandler, given),
            (r"/page/([a-z-]+\.[a-z]+)", PageHandler, given),
            (r"/try/news", NewsSocket, given),
            (r"/try/upload", UploadHandler, given),
            (r"/try/file/([A-Za-z0-9]+)", FileHandler, given),
            (r"/try/([a-z]+)", ActHandler, given),
        ]
        await self.standin.start(routes)
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        if self._watching:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
        for socket in list(self._sockets):
            socket.close()
        await self.standin.stop()

    async def reset(self, *, examples: bool) -> None:
        """Everything as at the beginning: chats, data, clock. Without `examples` the registry is the real one
        alone.
        """
        await self.world.kill_bot()
        self.standin.reset()
        self.inline_answers.clear()
        await self._settle()
        await self.world.reset(examples=examples)
        self._tell(state_view(self.standin.telegram, self.world, self.zone))

    async def _settle(self) -> None:
        self.actors, group = await settle(self.standin)
        self.groups = {group.id: group}

    def place(self, asked: Json) -> tuple[Actor, Group | None]:
        """Who acts and where; None is the private chat. Raises KeyError for what does not exist."""
        person, chat = self.actors[int(asked["person"])], int(asked["chat"])
        return person, None if chat == person.id else self.groups[chat]

    def page_part(self, name: str) -> tuple[str, bytes] | None:
        """Content type and content of a file of the page."""
        part = files("bot.demo") / "page" / name
        if not part.is_file():
            return None
        ending = name[name.rindex(".") :]
        kind = KINDS.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if ending in KINDS else kind, part.read_bytes()

    # News for the page

    def join(self, socket: NewsSocket) -> None:
        self._sockets.add(socket)
        socket.tell(state_view(self.standin.telegram, self.world, self.zone))

    def leave(self, socket: NewsSocket) -> None:
        self._sockets.discard(socket)

    def tell_world(self) -> None:
        self._told = world_view(self.world, self.zone)
        self._tell({"kind": "world", "world": self._told})

    def _tell(self, news: Json) -> None:
        for socket in list(self._sockets):
            socket.tell(news)

    def _notice(self, event: Event) -> None:
        news: Json = {"kind": event.kind, "chat": event.chat_id, **event.body}
        if event.message is not None:
            news["message"] = message_view(event.message)
        if event.kind == "menu":
            news |= menus_view(self.standin.telegram)
        if event.kind == "members":
            chat = self.standin.telegram.chats[event.chat_id]
            news["chat_now"] = chats_view([chat], self.standin.telegram)[0]
        self._tell(news)

    async def _watch(self) -> None:
        """Tell the page when the bot's process or the next reminder changed by itself."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if not self._sockets:
                continue
            now = world_view(self.world, self.zone)
            if any(now[key] != self._told.get(key) for key in ("running", "next_due")):
                self.tell_world()
