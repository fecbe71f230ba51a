"""The things Telegram keeps: people, chats, messages, files. `json()` is their Bot API form."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from .formatting import Formatted
from .refusal import Json

_ADMIN_RIGHTS = """
can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members
can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories can_pin_messages
"""


@dataclass(eq=False)
class Person:
    """A Telegram account, a bot's included. `opened`: has ever written to the bot in private."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    opened: bool = False
    blocked: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def json(self) -> Json:
        return _filled(
            id=self.id,
            is_bot=self.is_bot,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )


@dataclass(eq=False)
class Chat:
    """A private chat (its id is the person's) or a group with its members' statuses by id."""

    id: int
    type: str
    title: str | None = None
    person: Person | None = None
    statuses: dict[int, str] = field(default_factory=dict)
    last_message_id: int = 0

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.title or ""

    def status(self, person_id: int) -> str:
        return self.statuses.get(person_id, "left")

    def has(self, person_id: int) -> bool:
        return self.status(person_id) in {"member", "administrator", "creator"}

    def json(self) -> Json:
        if self.person is None:
            return _filled(id=self.id, type=self.type, title=self.title)
        person = self.person
        return _filled(
            id=self.id,
            type=self.type,
            first_name=person.first_name,
            last_name=person.last_name,
            username=person.username,
        )


@dataclass(frozen=True, eq=False)
class StoredFile:
    """Bytes behind a file_id. `kind` is `document` or `photo`; only photos have a size in pixels."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        ending = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/{self.unique_id}.{ending}"

    def json(self) -> Json:
        body: Json = {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}
        if self.kind == "photo":
            return {**body, "width": self.width, "height": self.height}
        return {**body, "file_name": self.name, "mime_type": self.mime}


@dataclass(eq=False)
class Message:
    """A message as it stands now; edits change it in place. `service`: fields such as new_chat_members."""

    id: int
    chat: Chat
    sender: Person
    date: datetime
    text: Formatted | None = None
    caption: Formatted | None = None
    file: StoredFile | None = None
    markup: Json | None = None
    reply_to: Message | None = None
    edited: datetime | None = None
    via_bot: Person | None = None
    inline_id: str | None = None
    extras: Json = field(default_factory=dict)
    service: Json = field(default_factory=dict)
    reactions: dict[int, list[Json]] = field(default_factory=dict)

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    def json(self, *, with_reply: bool = True) -> Json:
        body = _filled(
            message_id=self.id,
            chat=self.chat.json(),
            **{"from": self.sender.json()},
            date=int(self.date.timestamp()),
            edit_date=int(self.edited.timestamp()) if self.edited else None,
            via_bot=self.via_bot.json() if self.via_bot else None,
            reply_markup=self.markup if self.inline_keyboard else None,
        )
        if self.reply_to and with_reply:
            body["reply_to_message"] = self.reply_to.json(with_reply=False)
        body |= _formatted("text", "entities", self.text)
        body |= _formatted("caption", "caption_entities", self.caption)
        if self.file:
            body[self.file.kind] = [self.file.json()] if self.file.kind == "photo" else self.file.json()
        return body | self.extras | self.service


def _formatted(text_key: str, entities_key: str, value: Formatted | None) -> Json:
    if value is None:
        return {}
    return _filled(**{text_key: value.text, entities_key: list(value.entities) or None})


def _filled(**values: object) -> Json:
    return {key: value for key, value in values.items() if value is not None}


def member_json(person: Person, status: str) -> Json:
    """A ChatMember, with every field that its status must have."""
    body: Json = {"status": status, "user": person.json()}
    if status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(_ADMIN_RIGHTS.split(), True)
    elif status == "kicked":
        body["until_date"] = 0
    return body


@dataclass
class Query:
    """A pressed button or an inline query that waits for the bot. `answer` is what the bot answered."""

    id: str
    person: Person
    asked: datetime
    message: Message | None = None
    answer: Json | None = None
