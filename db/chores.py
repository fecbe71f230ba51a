"""Work that takes a while, decided but not done yet: a file to fetch and keep, a report to read, a workbook
to set against the registry.

A row goes in the transaction that says what came of it: a process that dies leaves it to be done again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

table = Table(
    "chores",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("due", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Chore:
    """One piece of work for a person in a chat. `source` is the Telegram file that it is about; `body` is for
    whoever does the work.
    """

    person: int
    name: str
    chat: int
    kind: str
    source: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    no: int = 0
    tries: int = 0


def put(session: Session, chore: Chore, now: datetime) -> None:
    """Decides the work."""
    row = {"person": chore.person, "name": chore.name, "chat": chore.chat, "kind": chore.kind,
           "source": chore.source, "body": chore.body, "due": now, "tries": 0}  # fmt: skip
    session.execute(insert(table).values(**row))


def claim(session: Session, now: datetime, lease: timedelta, together: Sequence[str]) -> tuple[Chore, ...]:
    """Takes the next work that is due; of the kinds that are done `together`, all of that person's there.
    Until the lease is over nobody else takes it.
    """
    due = select(table).where(table.c.due <= now).order_by(table.c.no)
    first = session.execute(due.limit(1)).first()
    if first is None:
        return ()
    found = [_chore(first)]
    if first.kind in together:
        alike = (table.c.person == first.person, table.c.chat == first.chat, table.c.kind == first.kind)
        found = [_chore(row) for row in session.execute(due.where(*alike))]
    taken = table.c.no.in_([chore.no for chore in found])
    session.execute(update(table).where(taken).values(due=now + lease, tries=table.c.tries + 1))
    return tuple(found)


def release(session: Session, now: datetime) -> None:
    """Whoever was at it is so no more: all of it may be taken again."""
    session.execute(update(table).where(table.c.due > now).values(due=now))


def postpone(session: Session, chores: Sequence[Chore], until: datetime) -> None:
    """To be tried again, not before `until`."""
    session.execute(update(table).where(table.c.no.in_([chore.no for chore in chores])).values(due=until))


def finish(session: Session, chores: Sequence[Chore]) -> bool:
    """Done with; False when somebody else has finished one of them."""
    numbers = [chore.no for chore in chores]
    gone = session.execute(delete(table).where(table.c.no.in_(numbers)).returning(table.c.no)).all()
    return len(gone) == len(numbers)


def gathering(session: Session, person: int, chat: int, kind: str, now: datetime) -> Chore | None:
    """The person's work of that kind that nobody has taken yet, for more of it may come."""
    own = (table.c.person == person, table.c.chat == chat, table.c.kind == kind)
    waits = (table.c.tries == 0, table.c.due > now)
    found = session.execute(select(table).where(*own, *waits).order_by(table.c.no.desc()).limit(1)).first()
    return _chore(found) if found else None


def amend(session: Session, no: int, body: dict[str, Any], due: datetime) -> None:
    """More of it has come."""
    session.execute(update(table).where(table.c.no == no).values(body=body, due=due))


def next_kind(session: Session, now: datetime) -> str | None:
    """The kind of the work that is due next; None when none is."""
    chosen = select(table.c.kind).where(table.c.due <= now).order_by(table.c.no).limit(1)
    found: str | None = session.execute(chosen).scalar()
    return found


def _chore(row: Row[tuple[object, ...]]) -> Chore:
    return Chore(row.person, row.name, row.chat, row.kind, row.source, row.body, row.no, row.tries)
