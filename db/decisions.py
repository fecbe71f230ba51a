"""What people decided under a reminder: kept for good, newest last, with who and when.

A decision is about one day of one ladder of a record. Some end the ladder (`SETTLING`); `TALKS` and `SNOOZE`
tell that somebody is at it; `GIVE` makes somebody responsible for the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import Choice, UtcDateTime
from db.vocabulary import Decided, Sheet

SETTLING = frozenset({Decided.LET, Decided.DONE, Decided.DECLINED})

table = sa.Table(
    "decisions",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("sheet", Choice(Sheet), nullable=False),
    sa.Column("subject", sa.Integer, nullable=False),
    sa.Column("ladder", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", Choice(Decided), nullable=False),
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
    kind: Decided
    member: int
    name: str
    at: datetime
    until: date | None = None
    given: int | None = None
    batch: int | None = None
    undone_by: str | None = None
    undone_at: datetime | None = None
    no: int = 0

    def is_of(self, ladder: str, day: date) -> bool:
        """Whether it is about that day."""
        return (self.ladder, self.day) == (ladder, day)


_FIELDS = [*(column for column in table.c if column.name != "no"), table.c.no]


def add(session: Session, decision: Decision) -> Decision:
    """Writes it down; gives it with its number."""
    values = {column.name: getattr(decision, column.name) for column in _FIELDS if column.name != "no"}
    no = session.execute(sa.insert(table).values(values).returning(table.c.no)).scalar_one()
    return replace(decision, no=no)


def get(session: Session, no: int) -> Decision | None:
    """The decision of that number, also one that was taken back."""
    row = session.execute(sa.select(*_FIELDS).where(table.c.no == no)).first()
    return Decision(*row) if row else None


def undo(session: Session, no: int, name: str, now: datetime) -> None:
    """It is taken back, and stays to be seen."""
    session.execute(sa.update(table).where(table.c.no == no).values(undone_by=name, undone_at=now))


def of_records(session: Session, sheet: Sheet, nos: Collection[int]) -> dict[int, list[Decision]]:
    """All decisions about these records that stand, by the record's number, oldest first."""
    found: defaultdict[int, list[Decision]] = defaultdict(list)
    for decision in story(session, sheet, nos):
        if decision.undone_at is None:
            found[decision.subject].append(decision)
    return found


def story(session: Session, sheet: Sheet, nos: Collection[int]) -> list[Decision]:
    """All that was ever decided about these records, oldest first."""
    return [Decision(*row) for row in session.execute(_STORY, {"of": sheet, "nos": list(nos)})]


# Made once: it is asked whenever a record is planned.
_STORY = (
    sa.select(*_FIELDS)
    .where(table.c.sheet == sa.bindparam("of"), table.c.subject.in_(sa.bindparam("nos", expanding=True)))
    .order_by(table.c.no)
)
