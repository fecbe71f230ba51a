"""Conversations under way: one row for a person in a chat, so that a killed process loses no dialogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
)
from sqlalchemy import update as change
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

_LIFE = timedelta(days=7)

table = Table(
    "dialogues",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("body", JSON, nullable=False),
    Column("card", BigInteger),
    Column("touched", UtcDateTime, nullable=False),
    UniqueConstraint("person", "chat"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What is being talked about: `kind` says who continues it, `body` is theirs, `card` is its message on
    the screen.
    """

    no: int
    person: int
    chat: int
    kind: str
    body: dict[str, Any]
    card: int | None


def get(session: Session, person: int, chat: int) -> Dialogue | None:
    """The person's dialogue in that chat."""
    found = session.execute(select(table).where(table.c.person == person, table.c.chat == chat)).first()
    return _dialogue(found) if found else None


def by_no(session: Session, no: int) -> Dialogue | None:
    """The dialogue of that number, whoever holds it."""
    found = session.execute(select(table).where(table.c.no == no)).first()
    return _dialogue(found) if found else None


def of_card(session: Session, chat: int, card: int) -> Dialogue | None:
    """The dialogue whose card that message is, whoever holds it."""
    found = session.execute(select(table).where(table.c.chat == chat, table.c.card == card)).first()
    return _dialogue(found) if found else None


def begin(
    session: Session, person: int, chat: int, kind: str, body: dict[str, Any], now: datetime
) -> Dialogue:
    """Opens a dialogue in place of the one the person had in that chat."""
    session.execute(delete(table).where(table.c.person == person, table.c.chat == chat))
    row = {"person": person, "chat": chat, "kind": kind, "body": body, "touched": now}
    found = session.execute(insert(table).values(**row).returning(*table.c)).one()
    return _dialogue(found)


def keep(session: Session, no: int, body: dict[str, Any], now: datetime) -> None:
    """What the last answer made of it."""
    session.execute(change(table).where(table.c.no == no).values(body=body, touched=now))


def shown(session: Session, no: int, message: int) -> None:
    """The message that now carries the dialogue's card."""
    session.execute(change(table).where(table.c.no == no).values(card=message))


def end(session: Session, no: int) -> bool:
    """Closes the dialogue; False when somebody closed it before."""
    return session.execute(delete(table).where(table.c.no == no).returning(table.c.no)).first() is not None


def drop(session: Session, person: int) -> None:
    """Closes every dialogue of the person, in whatever chat."""
    session.execute(delete(table).where(table.c.person == person))


def forget(session: Session, now: datetime) -> None:
    """Drops dialogues that nobody has touched for a week."""
    session.execute(delete(table).where(table.c.touched < now - _LIFE))


def _dialogue(row: Row[tuple[object, ...]]) -> Dialogue:
    return Dialogue(no=row.no, person=row.person, chat=row.chat, kind=row.kind, body=row.body, card=row.card)
