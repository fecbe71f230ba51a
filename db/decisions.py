"""What people decided under a reminder: kept for good, newest last, with who and when.

A decision is about one day of one ladder of a record. Some end the ladder (`SETTLING`); `TALKS` and `SNOOZE`
tell that somebody is at it; `GIVE` makes somebody responsible for the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import Choice, UtcDateTime
from db.vocabulary import Sheet


class Kind(StrEnum):
    """What was decided."""

    RENEW = "renew"
    """The form of its renewal was opened; what ends the ladder is the renewal itself."""
    TALKS = "talks"
    LET = "let"
    """It may end, or renew itself."""
    DONE = "done"
    GIVE = "give"
    SNOOZE = "snooze"
    MOVED = "moved"
    """A stage has moved on."""


SETTLING = frozenset({Kind.LET, Kind.DONE})

table = sa.Table(
    "decisions",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("sheet", Choice(Sheet), nullable=False),
    sa.Column("subject", sa.Integer, nullable=False),
    sa.Column("ladder", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", Choice(Kind), nullable=False),
    sa.Column("member", sa.BigInteger, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    # Until when it was put off; whom it was given to.
    sa.Column("until", sa.Date),
    sa.Column("given", sa.BigInteger),
    # The batch of the history that holds what it changed.
    sa.Column("batch", sa.Integer),
    sa.Column("undone_by", sa.Text),
    sa.Column("undone_at", UtcDateTime),
    sa.Index("ix_decisions_sheet_subject", "sheet", "subject"),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One press of a button, by the member whose id and name these are."""

    sheet: Sheet
    subject: int
    ladder: str
    day: date
    kind: Kind
    member: int
    name: str
    at: datetime
    until: date | None = None
    given: int | None = None


_FIELDS = [column for column in table.c if column.name != "no"]


def add(session: Session, decision: Decision) -> None:
    """Writes it down."""
    values = {column.name: getattr(decision, column.name) for column in _FIELDS}
    session.execute(sa.insert(table).values(values))


def of_records(session: Session, sheet: Sheet, nos: Collection[int]) -> dict[int, list[Decision]]:
    """All decisions about these records, by the record's number, oldest first."""
    found: defaultdict[int, list[Decision]] = defaultdict(list)
    chosen = sa.select(*_FIELDS).where(table.c.sheet == sheet, table.c.subject.in_(nos)).order_by(table.c.no)
    for row in session.execute(chosen):
        found[row.subject].append(Decision(*row))
    return found
