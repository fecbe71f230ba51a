"""The page's side of the server: what a person does in a chat, what is done to the world, and the news.

Each act is a small JSON body. Requests come from this page alone (see `LocalHandler`); a JSON content type,
which no form of another page can send without asking first, is a second lock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

from .standin import Actor, Group, NotPossible, Shown, Silence
from .standin.http import LocalHandler, is_local
from .standin.refusal import Json, Refusal

if TYPE_CHECKING:
    from .page_server import DemoServer

PICTURES = {"image/png", "image/jpeg", "image/gif"}
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class NotUnderstood(Exception):
    """The page sent something that makes no sense; the text is a key of its texts."""


def harden(handler: RequestHandler, policy: str) -> None:
    handler.set_header("Content-Security-Policy", policy)
    handler.set_header("X-Content-Type-Options", "nosniff")
    handler.set_header("Referrer-Policy", "no-referrer")
    handler.set_header("Cache-Control", "no-store")


class PageHandler(LocalHandler):
    """The page and its parts."""

    def initialize(self, server: DemoServer) -> None:
        self.server = server

    def get(self, name: str = "") -> None:
        part = self.server.page_part(name or "index.html")
        if part is None:
            self.set_status(404)
            return
        kind, content = part
        harden(self, PAGE_POLICY)
        self.set_header("Content-Type", kind)
        self.finish(content)


class FileHandler(LocalHandler):
    """A file of a chat: pictures are shown, everything else is only ever downloaded."""

    def initialize(self, server: DemoServer) -> None:
        self.server = server

    def get(self, file_id: str) -> None:
        file = self.server.standin.telegram.files.get(file_id)
        if file is None:
            self.set_status(404)
            return
        harden(self, "default-src 'none'; sandbox")
        shown = file.kind == "photo" and file.mime in PICTURES
        disposition = "inline" if shown else "attachment"
        self.set_header("Content-Type", file.mime if shown else "application/octet-stream")
        self.set_header("Content-Disposition", f"{disposition}; filename*=UTF-8''{quote(file.name)}")
        self.finish(file.content)


class ActHandler(LocalHandler):
    """`POST /try/<act>`: answers with what the act gives, or with a key that says why not."""

    def initialize(self, server: DemoServer) -> None:
        self.server = server

    async def post(self, name: str) -> None:
        act = ACTS.get(name)
        if act is None:
            self.set_status(404)
            return
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            self.set_status(415)
            return
        try:
            self.finish(await act(self.server, json.loads(self.request.body)) or {})
        except NotUnderstood as fault:
            self.set_status(409)
            self.finish({"error": str(fault)})
        except (NotPossible, Refusal, Silence):
            self.set_status(409)
            self.finish({"error": "failed"})
        except (KeyError, TypeError, ValueError):
            self.set_status(400)
            self.finish({"error": "failed"})


class UploadHandler(LocalHandler):
    """`POST /try/upload?person=…&chat=…&name=…` with the file as body; a header keeps forms out."""

    def initialize(self, server: DemoServer) -> None:
        self.server = server

    async def post(self) -> None:
        if self.request.headers.get("X-Try-Out") != "1":
            self.set_status(415)
            return
        names = ("person", "chat", "name", "caption", "reply_to")
        asked: Json = {name: self.get_query_argument(name, "") for name in names}
        person, group = self.server.place(asked)
        photo = self.get_query_argument("photo", "") == "1"
        try:
            name, replied = asked["name"] or "file", replied_to(person, group, asked)
            content = self.request.body
            await person.uploads(name, content, asked["caption"], group, reply_to=replied, photo=photo)
        except (NotPossible, Refusal):
            self.set_status(409)
            self.finish({"error": "failed"})


class NewsSocket(WebSocketHandler):
    """Everything that happens, as it happens; first of all, everything that is."""

    def initialize(self, server: DemoServer) -> None:
        self.server = server

    def check_origin(self, origin: str) -> bool:
        return is_local(self.request.host, origin)

    def prepare(self) -> None:
        if not is_local(self.request.host, self.request.headers.get("Origin")):
            self.set_status(403)
            self.finish()

    def open(self, *args: str, **kwargs: str) -> None:
        self.server.join(self)

    def on_close(self) -> None:
        self.server.leave(self)

    def tell(self, news: Json) -> None:
        if self.ws_connection is not None:
            self.write_message(json.dumps(news, ensure_ascii=False))


def replied_to(person: Actor, group: Group | None, asked: Json) -> Shown | None:
    """The message of this chat that is replied to, if any."""
    wanted = int(asked.get("reply_to") or 0)
    return next((message for message in person.sees(group) if message.id == wanted), None)


async def say(server: DemoServer, asked: Json) -> None:
    person, group = server.place(asked)
    await person.says(str(asked["text"]), group, replied_to(person, group, asked))


async def press(server: DemoServer, asked: Json) -> Json:
    person, group = server.place(asked)
    seen = next((m for m in person.sees(group) if m.id == asked["message"]), None)
    if seen is None:
        raise NotUnderstood("gone")
    if str(asked["data"]) not in {button.data for row in seen.rows for button in row}:
        raise NotUnderstood("gone")
    pressed = await person.presses(str(asked["data"]), seen, group)
    return {"query": pressed.query.id}


async def ask_inline(server: DemoServer, asked: Json) -> Json:
    person, group = server.place(asked)
    answer = await person.asks_inline(str(asked["text"]), group, str(asked.get("offset") or ""), within=8)
    server.inline_answers[answer.query.id] = answer
    articles = [{"id": a.id, "title": a.title, "description": a.description} for a in answer.articles]
    return {
        "query": answer.query.id,
        "results": articles,
        "next_offset": answer.next_offset,
        "button": answer.button,
    }


async def choose(server: DemoServer, asked: Json) -> None:
    person, group = server.place(asked)
    await person.chooses(server.inline_answers[str(asked["query"])], str(asked["result"]), group)


async def clock(server: DemoServer, asked: Json) -> None:
    """`days` forward, or `to` a moment (without an offset: in the bot's zone), or to the `next` reminder."""
    now = server.world.now()
    if asked.get("next"):
        due = server.world.next_due()
        if due is None:
            raise NotUnderstood("no-reminders")
        moment = max(due, now)
    elif asked.get("days"):
        days = int(asked["days"])
        if not 0 < days <= 3660:
            raise NotUnderstood("clock-forward-only")
        moment = now + timedelta(days=days)
    else:
        moment = _moment(str(asked["to"]), server)
    if moment < now:
        raise NotUnderstood("clock-forward-only")
    server.world.move_to(moment)
    server.tell_world()


def _moment(text: str, server: DemoServer) -> datetime:
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", text):
        raise NotUnderstood("failed")
    moment = datetime.fromisoformat(text).replace(tzinfo=server.zone)
    if moment.year > 2200:
        raise NotUnderstood("failed")
    return moment


async def bot(server: DemoServer, asked: Json) -> None:
    """`start`, `stop`, or `kill` as a power cut would."""
    acts: dict[str, Callable[[], Awaitable[None]]] = {
        "start": server.world.start_bot,
        "stop": server.world.stop_bot,
        "kill": server.world.kill_bot,
    }
    await acts[asked["do"]]()
    server.tell_world()


async def reset(server: DemoServer, asked: Json) -> None:
    await server.reset(examples=bool(asked.get("examples", True)))


ACTS: dict[str, Callable[[DemoServer, Any], Awaitable[Json | None]]] = {
    "say": say,
    "press": press,
    "inline": ask_inline,
    "choose": choose,
    "clock": clock,
    "bot": bot,
    "reset": reset,
}
