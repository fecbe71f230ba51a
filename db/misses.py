"""Questions that were refused, and answers that somebody marked as wrong: what the registry's words lack. The
newest stand; who asked is not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Integer, Row, String, Table, Text, delete, func, insert, select, update
from sqlalchemy.orm import Session

from db.folding import fold
from db.metadata import metadata
from db.types import UtcDateTime

MOST = 500
"""How many are kept: nobody reads more, and nobody can fill the disk by asking nonsense."""
_LONGEST = 300

WRONG = "wrong"
"""What stands in `why` where an answer was marked as wrong; else the outcome of the question."""

table = Table(
    "misses",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("key", String(300), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("why", String(24), nullable=False),
    Column("name", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Miss:
    """One question. `name` are the words of it that nothing knows; `times` how often it came, last `at`."""

    no: int
    text: str
    why: str
    name: str
    times: int
    at: datetime


def note(session: Session, text: str, why: str, name: str, now: datetime) -> None:
    """It was asked, and the answer was none, or not right."""
    text, name = text.strip()[:_LONGEST], name[:_LONGEST]
    same = (table.c.key == fold(text)[:_LONGEST], table.c.why == why)
    again = update(table).where(*same).values(times=table.c.times + 1, at=now, name=name)
    if session.execute(again.returning(table.c.no)).first() is None:
        row = {"key": fold(text)[:_LONGEST], "text": text, "why": why, "name": name, "times": 1, "at": now}
        session.execute(insert(table).values(**row))
        kept = select(table.c.no).order_by(table.c.at.desc(), table.c.no.desc()).limit(MOST)
        session.execute(delete(table).where(table.c.no.not_in(kept.scalar_subquery())))


def count(session: Session) -> int:
    """How many there are."""
    return session.execute(select(func.count()).select_from(table)).scalar_one()


def latest(session: Session, skip: int, limit: int) -> Sequence[Miss]:
    """The newest first."""
    chosen = select(table).order_by(table.c.at.desc(), table.c.no.desc()).offset(skip).limit(limit)
    return [_miss(row) for row in session.execute(chosen)]


def get(session: Session, no: int) -> Miss | None:
    """The one of that number."""
    row = session.execute(select(table).where(table.c.no == no)).first()
    return _miss(row) if row else None


def settle(session: Session, no: int) -> None:
    """Somebody has seen to it, or decided that nothing is to be done."""
    session.execute(delete(table).where(table.c.no == no))


def _miss(row: Row[tuple[object, ...]]) -> Miss:
    return Miss(row.no, row.text, row.why, row.name, row.times, row.at)
