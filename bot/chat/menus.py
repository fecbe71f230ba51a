"""The command menu of a chat, in its person's language and for their role; strangers and closed groups have
none.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.rights import may
from bot.show.front import COMMANDS, GROUP_COMMANDS
from bot.words import Words
from db import outbox
from db.vocabulary import Role


def personal_menu(session: Session, person: int, role: Role, words: Words, now: datetime) -> None:
    """The menu of the member's private chat: the commands that the role allows."""
    names = [name for name, act in COMMANDS if may(role, act)]
    _put(session, person, names, words, now)


def group_menu(session: Session, chat: int, words: Words, now: datetime) -> None:
    """The menu of a group that was opened for look-ups."""
    _put(session, chat, list(GROUP_COMMANDS), words, now)


def no_menu(session: Session, chat: int, now: datetime) -> None:
    """Takes the chat's menu away."""
    outbox.put(session, chat, "deleteMyCommands", {"scope": _scope(chat)}, now)


def _put(session: Session, chat: int, names: list[str], words: Words, now: datetime) -> None:
    commands = [{"command": name, "description": words.plain(f"command-{name}")} for name in names]
    outbox.put(session, chat, "setMyCommands", {"commands": commands, "scope": _scope(chat)}, now)


def _scope(chat: int) -> dict[str, str | int]:
    return {"type": "chat", "chat_id": chat}
