"""People and groups as a test or the chat page drives them: they say, press, upload; they hear."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qs, urlsplit

from . import people
from .arguments import Upload
from .methods.files import stored_upload
from .refusal import Json
from .shown import Shown, shown
from .things import Chat, Person, Query

if TYPE_CHECKING:
    from .server import Standin

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 0.05  # for what comes true without an event, such as a confirmation


class Silence(AssertionError):
    """Nothing came in time; the text shows the chat so far, refused calls and unconfirmed updates."""


@dataclass(frozen=True)
class Toast:
    """What the bot answered to a pressed button; empty text only ends the button's progress ring."""

    text: str
    alert: bool
    url: str | None


@dataclass(frozen=True)
class Press:
    """A pressed button that waits for its answer."""

    standin: Standin
    query: Query

    async def toast(self, within: float | None = None) -> Toast:
        """Wait for answerCallbackQuery."""
        answer = await self.standin.until(lambda: self.query.answer, within, "an answer to the button")
        return Toast(answer["text"], answer["show_alert"], answer["url"])


@dataclass(frozen=True)
class Article:
    """One inline result as the list shows it."""

    id: str
    title: str
    description: str
    result: Json


@dataclass(frozen=True)
class InlineAnswer:
    """The list under `@bot …`."""

    asked: str
    query: Query
    articles: tuple[Article, ...]
    next_offset: str
    personal: bool
    cache_time: int
    button: Json | None

    @property
    def titles(self) -> list[str]:
        return [article.title for article in self.articles]


class Group:
    """A group chat; `adds_bot` and the rest are what its members do to it."""

    def __init__(self, standin: Standin, chat: Chat) -> None:
        self.standin = standin
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    async def adds_bot(self, by: Actor) -> None:
        people.adds(self.standin.telegram, by.person, self.chat, self.standin.telegram.bot)

    async def removes_bot(self, by: Actor) -> None:
        people.removes(self.standin.telegram, by.person, self.chat, self.standin.telegram.bot)

    async def promotes_bot(self, by: Actor) -> None:
        self.standin.telegram.set_status(self.chat, self.standin.telegram.bot, "administrator", by.person)

    async def demotes_bot(self, by: Actor) -> None:
        self.standin.telegram.set_status(self.chat, self.standin.telegram.bot, "member", by.person)

    async def adds(self, by: Actor, member: Actor) -> None:
        people.adds(self.standin.telegram, by.person, self.chat, member.person)

    async def removes(self, by: Actor, member: Actor) -> None:
        people.removes(self.standin.telegram, by.person, self.chat, member.person)


class Actor:
    """One person with a phone. `chat=None` everywhere means the private chat with the bot."""

    def __init__(self, standin: Standin, person: Person) -> None:
        self.standin = standin
        self.person = person
        self._heard: dict[int, int] = {}

    @property
    def id(self) -> int:
        return self.person.id

    def _chat(self, chat: Group | None) -> Chat:
        return chat.chat if chat else self.standin.telegram.chats[self.person.id]

    # What the person does

    async def says(self, text: str, chat: Group | None = None, reply_to: Shown | None = None) -> Shown:
        replied = reply_to.message if reply_to else None
        return shown(people.says(self.standin.telegram, self.person, self._chat(chat), text, replied))

    async def follows(self, link: str) -> Shown:
        """Open a `t.me/<bot>?start=…` link and press START."""
        parts = urlsplit(link)
        username = self.standin.telegram.bot.username
        if parts.netloc != "t.me" or parts.path != f"/{username}":
            raise AssertionError(f"{link} is no link to @{username}")
        payload = parse_qs(parts.query).get("start", [""])[0]
        return await self.says(f"/start {payload}".strip())

    async def presses(self, button: str, on: Shown | None = None, chat: Group | None = None) -> Press:
        """Press an inline button, by label, data or beginning of the label: on the given message (as it was
        then: a stale button can be pressed too), or on the newest one that has it.
        """
        seen = on or self._newest_with(button, self._chat(chat))
        found = seen.button(button)
        if found.data is None:
            raise AssertionError(f"the button {found.label!r} is handled by Telegram itself: {found.body}")
        query = people.presses(self.standin.telegram, self.person, seen.message, found.data)
        return Press(self.standin, query)

    def _newest_with(self, button: str, chat: Chat) -> Shown:
        messages = [shown(m) for m in reversed(self.standin.telegram.history(chat.id)) if m.inline_keyboard]
        for message in messages:
            if any(button == b.data or b.label.startswith(button) for row in message.rows for b in row):
                return message
        raise AssertionError(f"no button {button!r} in {chat.name}:\n{self.standin.transcript_of(chat)}")

    async def taps(self, key: str, chat: Group | None = None) -> Shown:
        """Tap a key of the reply keyboard."""
        keyboard = people.reply_keyboard(self.standin.telegram, self._chat(chat))
        labels = [k["text"] for row in (keyboard or {}).get("keyboard", []) for k in row]
        if key not in labels:
            raise AssertionError(f"no key {key!r} on the reply keyboard: {labels}")
        return await self.says(key, chat)

    async def uploads(
        self,
        name: str,
        content: bytes,
        caption: str = "",
        chat: Group | None = None,
        *,
        reply_to: Shown | None = None,
        mime: str | None = None,
        photo: bool = False,
    ) -> Shown:
        """Send a file: as a document, or as a photo."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        telegram = self.standin.telegram
        file = stored_upload(telegram, "photo" if photo else "document", Upload(name, mime, content))
        replied = reply_to.message if reply_to else None
        return shown(people.sends_file(telegram, self.person, self._chat(chat), file, caption, replied))

    async def edits(self, message: Shown, text: str) -> None:
        people.edits(self.standin.telegram, self.person, message.message, text)

    async def reacts(self, emoji: str | None, message: Shown) -> None:
        people.reacts(self.standin.telegram, self.person, message.message, emoji)

    async def blocks(self) -> None:
        people.blocks(self.standin.telegram, self.person)

    async def unblocks(self) -> None:
        people.blocks(self.standin.telegram, self.person, blocked=False)

    async def asks_inline(
        self, text: str, chat: Group | None = None, offset: str = "", within: float | None = None
    ) -> InlineAnswer:
        """Type `@bot text` and wait for the list."""
        query = people.asks_inline(self.standin.telegram, self.person, text, self._chat(chat), offset)
        answer = await self.standin.until(lambda: query.answer, within, f"inline results for {text!r}")
        articles = tuple(Article(r["id"], r["title"], r["description"] or "", r) for r in answer["results"])
        details = (answer["next_offset"], answer["is_personal"], answer["cache_time"], answer["button"])
        return InlineAnswer(text, query, articles, *details)

    async def chooses(self, answer: InlineAnswer, title: str, chat: Group | None = None) -> Shown:
        """Drop one inline result into a chat."""
        found = next((a for a in answer.articles if title in (a.title, a.id)), None)
        if found is None:
            raise AssertionError(f"no inline result {title!r}: {answer.titles}")
        telegram = self.standin.telegram
        return shown(people.chooses(telegram, answer.query, found.result, self._chat(chat), answer.asked))

    # What the person sees

    async def hears(self, chat: Group | None = None, within: float | None = None) -> Shown:
        """The next message of the bot in the chat, sent or edited, that this person has not heard yet."""
        place = self._chat(chat)

        def next_one() -> Shown | None:
            said = self.standin.said[place.id]
            at = self._heard.get(place.id, 0)
            return said[at] if at < len(said) else None

        heard = await self.standin.until(next_one, within, f"the bot in {place.name}", place)
        self._heard[place.id] = self._heard.get(place.id, 0) + 1
        return heard

    async def hears_nothing(self, chat: Group | None = None, within: float = 0.3) -> None:
        """Fail when the bot says anything new in the chat within that many seconds."""
        place = self._chat(chat)
        await asyncio.sleep(within)
        unheard = self.standin.said[place.id][self._heard.get(place.id, 0) :]
        if unheard:
            raise AssertionError("heard: " + "\n".join(message.line() for message in unheard))

    def catches_up(self, chat: Group | None = None) -> None:
        """Take all that was said so far as heard."""
        place = self._chat(chat)
        self._heard[place.id] = len(self.standin.said[place.id])

    def sees(self, chat: Group | None = None) -> list[Shown]:
        """All messages of the chat as they stand now."""
        return [shown(message) for message in self.standin.telegram.history(self._chat(chat).id)]

    def keys(self, chat: Group | None = None) -> list[str]:
        """The labels of the reply keyboard; empty when there is none."""
        keyboard = people.reply_keyboard(self.standin.telegram, self._chat(chat))
        return [key["text"] for row in (keyboard or {}).get("keyboard", []) for key in row]

    def commands(self, chat: Group | None = None) -> list[str]:
        """The command menu as this person sees it here."""
        menu = self.standin.telegram.menu.shown(self._chat(chat), self.person)
        return [command["command"] for command in menu]


class Hearing:
    """Waiting for something to come true as events arrive."""

    def __init__(self) -> None:
        self._woken: set[asyncio.Future[None]] = set()

    def wake(self) -> None:
        for future in self._woken:
            if not future.done():
                future.set_result(None)

    async def until(self, found: Callable[[], T | None], within: float) -> T | None:
        """The first value that `found` gives, looked for at every wake; None when the time is over."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while (value := found()) is None:
            left = end - loop.time()
            if left <= 0:
                return None
            future: asyncio.Future[None] = loop.create_future()
            self._woken.add(future)
            try:
                await asyncio.wait_for(future, min(left, LOOK_AGAIN_SECONDS))
            except TimeoutError:
                pass
            finally:
                self._woken.discard(future)
        return value
