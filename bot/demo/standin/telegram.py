"""What Telegram remembers: people, chats, messages, files, and the updates that wait for the bot.

No input or output and no clock of its own: time is asked of the callable handed in.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from .formatting import Formatted
from .ledger import Ledger
from .menu import Menu
from .refusal import Json, bad_request, forbidden
from .things import Chat, Message, Person, Query, StoredFile, member_json
from .updates import Updates

EventKind = Literal[
    "sent",
    "edited",
    "deleted",
    "reacted",
    "answered",
    "inline-answered",
    "action",
    "menu",
    "members",
]


@dataclass(frozen=True)
class Event:
    """Something that a looker-on can see. The message goes on changing: copy it to keep it as it is."""

    kind: EventKind
    chat_id: int
    message: Message | None = None
    body: Json = field(default_factory=dict)


@dataclass
class Webhook:
    """Where updates are pushed to; without a `url` the bot polls."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: datetime | None = None


class Telegram:
    """The state behind the Bot API. `first_id` starts the numbering of messages and updates: a stand-in
    that serves a bot with a memory must not give a number twice, so a later one starts higher.
    """

    def __init__(self, clock: Callable[[], datetime], bot: Person, first_id: int = 1) -> None:
        self.now = clock
        self.bot = bot
        self.first_id = first_id
        self.reads_all_group_messages = False
        self.inline_feedback = False
        self.query_lifetime_seconds = 60
        self.listeners: list[Callable[[Event], None]] = []
        self.updates = Updates(first_id)
        self.webhook = Webhook()
        self.ledger = Ledger()
        self._numbers = itertools.count(first_id)
        self.chats: dict[int, Chat] = {}
        self.forget()

    def forget(self) -> None:
        """Empty all chats, menus and queues; numbering goes on, so that no number is ever used twice."""
        used = (chat.last_message_id for chat in self.chats.values())
        self.first_id = max(used, default=self.first_id - 1) + 1
        self.persons: dict[int, Person] = {self.bot.id: self.bot}
        self.chats.clear()
        self.messages: dict[tuple[int, int], Message] = {}
        self.inline_messages: dict[str, Message] = {}
        self.files: dict[str, StoredFile] = {}
        self.callback_queries: dict[str, Query] = {}
        self.inline_queries: dict[str, Query] = {}
        self.menu = Menu()
        self.updates.drop()

    def number(self) -> int:
        return next(self._numbers)

    def add_person(self, person: Person) -> Chat:
        """Register an account; returns its private chat with the bot, not yet opened."""
        self.persons[person.id] = person
        chat = Chat(person.id, "private", person=person, last_message_id=self.first_id - 1)
        self.chats[chat.id] = chat
        return chat

    def add_group(self, chat: Chat) -> Chat:
        chat.last_message_id = self.first_id - 1
        self.chats[chat.id] = chat
        return chat

    def announce(self, kind: EventKind, chat_id: int, message: Message | None = None, **body: Any) -> None:
        event = Event(kind, chat_id, message, body)
        for listener in list(self.listeners):
            listener(event)

    def post(self, message: Message) -> Message:
        """Give the message its id in its chat, keep it and let everyone see it."""
        message.chat.last_message_id += 1
        message.id = message.chat.last_message_id
        self.messages[message.chat.id, message.id] = message
        if message.inline_id:
            self.inline_messages[message.inline_id] = message
        self.announce("sent", message.chat.id, message)
        return message

    def store(
        self, kind: str, name: str, mime: str, content: bytes, size: tuple[int, int] = (0, 0)
    ) -> StoredFile:
        number = self.number()
        file = StoredFile(f"BQAC{number:012d}", f"AgAD{number:08d}", kind, name, mime, content, *size)
        self.files[file.id] = file
        return file

    def history(self, chat_id: int) -> list[Message]:
        """The chat's messages that still exist, in order."""
        return [message for (chat, _), message in self.messages.items() if chat == chat_id]

    def chat(self, chat_id: Any) -> Chat:
        """A chat that the bot may know of; raises Refusal."""
        known = self.chats.get(int(chat_id)) if str(chat_id).lstrip("-").isdigit() else None
        if known is None or (known.person and not known.person.opened and not self._met(known.person)):
            raise bad_request("chat not found")
        return known

    def _met(self, person: Person) -> bool:
        return any(chat.has(person.id) and chat.has(self.bot.id) for chat in self.chats.values())

    def writable(self, chat_id: Any) -> Chat:
        """A chat that the bot may write to now; raises Refusal."""
        chat = self.chat(chat_id)
        if chat.person and chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.person and not chat.person.opened:
            raise forbidden("bot can't initiate conversation with a user")
        if not chat.private and not chat.has(self.bot.id):
            kicked = chat.status(self.bot.id) == "kicked"
            verb = "bot was kicked from" if kicked else "bot is not a member of"
            raise forbidden(f"{verb} the {chat.type} chat")
        return chat

    def message(self, chat_id: int, message_id: int, otherwise: str = "message not found") -> Message:
        found = self.messages.get((chat_id, message_id))
        if found is None:
            raise bad_request(otherwise)
        return found

    def person_json(self, person_id: int) -> Json | None:
        person = self.persons.get(person_id)
        return person.json() if person else None

    def set_status(self, chat: Chat, person: Person, status: str, by: Person) -> None:
        """Change somebody's standing in a chat, and tell the bot as Telegram does."""
        old = chat.status(person.id)
        chat.statuses[person.id] = status
        kind = "my_chat_member" if person is self.bot else "chat_member"
        if kind == "chat_member" and chat.status(self.bot.id) != "administrator":
            return
        body: Json = {"chat": chat.json(), "from": by.json(), "date": int(self.now().timestamp())}
        body["old_chat_member"] = member_json(person, old)
        body["new_chat_member"] = member_json(person, status)
        self.updates.add(kind, body)
        self.announce("members", chat.id, person=person.id, status=status)


def content_of(message: Message) -> Formatted:
    """The text or caption of a message; empty for others."""
    return message.text or message.caption or Formatted("")
