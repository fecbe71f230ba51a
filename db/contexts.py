"""What people asked in a chat of late, so that the next question, or a button under an answer, may continue
it; forgotten after half an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Integer,
    Row,
    Select,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.query import Query
from db.types import UtcDateTime
from db.vocabulary import Language

LIFE = timedelta(minutes=30)

table = Table(
    "contexts",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("query", JSON, nullable=False),
    Column("asked", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Context:
    """One question: its words, the language it was answered in, and what it was taken to mean."""

    no: int
    text: str
    language: Language
    query: Query


def get(session: Session, person: int, chat: int, now: datetime) -> Context | None:
    """The person's last question in that chat; None when it is too long ago, or of another version."""
    theirs = (table.c.person == person, table.c.chat == chat)
    row = session.execute(_living(now).where(*theirs).order_by(table.c.no.desc()).limit(1)).first()
    return _context(row) if row else None


def of_chat(session: Session, no: int, chat: int, now: datetime) -> Context | None:
    """A question that anybody asked in that chat, by its number; None when it is too long ago."""
    row = session.execute(_living(now).where(table.c.no == no, table.c.chat == chat)).first()
    return _context(row) if row else None


def keep(
    session: Session, person: int, chat: int, query: Query, now: datetime, *, text: str, language: Language
) -> int:
    """This is now what the person last asked there. Returns its number."""
    row = {"person": person, "chat": chat, "text": text, "language": language.value,
           "query": query.as_json(), "asked": now}  # fmt: skip
    no: int = session.execute(insert(table).values(**row).returning(table.c.no)).scalar_one()
    return no


def forget(session: Session, now: datetime) -> None:
    """Drops what nobody can continue any more."""
    session.execute(delete(table).where(table.c.asked < now - LIFE))


def _living(now: datetime) -> Select[tuple[object, ...]]:
    return select(table).where(table.c.asked >= now - LIFE)


def _context(row: Row[tuple[object, ...]]) -> Context | None:
    try:
        return Context(row.no, row.text, Language(row.language), Query.of_json(row.query))
    except (KeyError, TypeError, ValueError):
        return None
