"""Spreadsheets on their way in: the file, how its columns are understood, and what is remembered of that for
the next file with the same headings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Integer, String, Table, Text, delete, insert, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

_LIFE = timedelta(days=30)

table = Table(
    "imports",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("file", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    Column("touched", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
mappings = Table(
    "mappings",
    metadata,
    Column("signature", String(64), primary_key=True),
    Column("body", JSON, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Import:
    """One spreadsheet. `file` is its name in the store; `body` belongs to `bot.record.intake`."""

    no: int
    person: int
    chat: int
    name: str
    file: str
    body: dict[str, Any]


def begin(session: Session, new: Import, now: datetime) -> int:
    """Keeps it under a number of its own, which is returned."""
    row = {"person": new.person, "chat": new.chat, "name": new.name, "file": new.file, "body": new.body,
           "touched": now}  # fmt: skip
    no: int = session.execute(insert(table).values(**row).returning(table.c.no)).scalar_one()
    return no


def get(session: Session, no: int) -> Import | None:
    """The import of that number; None once it is done with."""
    found = session.execute(select(table).where(table.c.no == no)).first()
    return Import(found.no, found.person, found.chat, found.name, found.file, found.body) if found else None


def keep(session: Session, no: int, body: dict[str, Any], now: datetime) -> None:
    """What a person has made of it."""
    session.execute(update(table).where(table.c.no == no).values(body=body, touched=now))


def end(session: Session, no: int) -> bool:
    """Done with; False when somebody was faster."""
    return session.execute(delete(table).where(table.c.no == no).returning(table.c.no)).first() is not None


def forget(session: Session, now: datetime) -> None:
    """Drops what nobody has touched for a month."""
    session.execute(delete(table).where(table.c.touched < now - _LIFE))


def remember(session: Session, signature: str, body: dict[str, Any]) -> None:
    """How a sheet with these headings was understood."""
    session.execute(delete(mappings).where(mappings.c.signature == signature))
    session.execute(insert(mappings).values(signature=signature, body=body))


def remembered(session: Session, signature: str) -> dict[str, Any] | None:
    """How it was understood the last time."""
    found: dict[str, Any] | None = session.execute(
        select(mappings.c.body).where(mappings.c.signature == signature)
    ).scalar()
    return found
