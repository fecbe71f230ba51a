"""What the bot says of itself: its commands by scope and language, descriptions, menu buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .refusal import Json, bad_request
from .things import Chat, Person

Scope = tuple[str, int, int]
PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def scope_of(value: Any) -> Scope:
    """A BotCommandScope as a key; raises Refusal."""
    value = value or {"type": "default"}
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in PLAIN_SCOPES:
        return str(kind), 0, 0
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    user = int(value.get("user_id") or 0) if kind == "chat_member" else 0
    return str(kind), int(value["chat_id"]), user


def language_of(value: str | None) -> str:
    if value and not re.fullmatch(r"[a-z]{2}", value):
        raise bad_request("invalid language code specified")
    return value or ""


def checked_commands(value: Any) -> list[Json]:
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    if len(value) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in value:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{"command": c["command"].removeprefix("/"), "description": c["description"]} for c in value]


@dataclass
class Menu:
    """All that the bot set, each by language ("" is for everyone)."""

    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    buttons: dict[int, Json] = field(default_factory=dict)

    def shown(self, chat: Chat, person: Person) -> list[Json]:
        """The commands this person sees in this chat: the narrowest scope that has any."""
        language = (person.language_code or "")[:2]
        for scope in _scopes(chat, person):
            for key in ((scope, language), (scope, "")):
                if self.commands.get(key):
                    return self.commands[key]
        return []


def _scopes(chat: Chat, person: Person) -> list[Scope]:
    if chat.private:
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    administrator = chat.status(person.id) in {"administrator", "creator"}
    return [
        ("chat_member", chat.id, person.id),
        *([("chat_administrators", chat.id, 0)] if administrator else []),
        ("chat", chat.id, 0),
        *([("all_chat_administrators", 0, 0)] if administrator else []),
        ("all_group_chats", 0, 0),
        ("default", 0, 0),
    ]
