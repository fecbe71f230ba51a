"""Group chats in which an administrator has allowed look-ups."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Table, Text, delete, insert, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

table = Table(
    "groups",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("enabled_by", BigInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


def enabled(session: Session, chat: int) -> bool:
    """Whether the bot may speak in the group at all."""
    return session.execute(select(table.c.chat).where(table.c.chat == chat)).first() is not None


def title(session: Session, chat: int) -> str:
    """What the group is called; nothing for one that is not open."""
    found: str | None = session.execute(select(table.c.title).where(table.c.chat == chat)).scalar()
    return found or ""


def enable(session: Session, chat: int, title: str, person: int, now: datetime) -> None:
    """Opens the group for look-ups; opening it again changes nothing."""
    if not enabled(session, chat):
        session.execute(insert(table).values(chat=chat, title=title, enabled_by=person, at=now))


def disable(session: Session, chat: int) -> None:
    """Silences the bot in the group."""
    session.execute(delete(table).where(table.c.chat == chat))


def migrated(session: Session, old: int, new: int) -> None:
    """A group that became a supergroup keeps its permission under its new id."""
    session.execute(update(table).where(table.c.chat == old).values(chat=new))
