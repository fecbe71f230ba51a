"""Ladders that were set for one record alone: days before a day, the earliest warning first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import Choice
from db.vocabulary import Sheet

table = sa.Table(
    "ladders",
    metadata,
    sa.Column("sheet", Choice(Sheet), primary_key=True),
    sa.Column("subject", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("ladder", sa.Text, primary_key=True),
    sa.Column("days", sa.JSON, nullable=False),
)


def of_records(
    session: Session, sheet: Sheet, nos: Collection[int]
) -> dict[int, tuple[tuple[str, tuple[int, ...]], ...]]:
    """The ladders of these records that have their own, by the record's number."""
    found: defaultdict[int, list[tuple[str, tuple[int, ...]]]] = defaultdict(list)
    for row in session.execute(_OF_RECORDS, {"of": sheet, "nos": list(nos)}):
        found[row.subject].append((row.ladder, tuple(row.days)))
    return {no: tuple(ladders) for no, ladders in found.items()}


# Made once: it is asked whenever a record is planned.
_OF_RECORDS = (
    sa.select(table)
    .where(table.c.sheet == sa.bindparam("of"), table.c.subject.in_(sa.bindparam("nos", expanding=True)))
    .order_by(table.c.ladder)
)


def put(session: Session, sheet: Sheet, no: int, ladder: str, days: tuple[int, ...] | None) -> None:
    """Gives the record a ladder of its own; None = it has its kind's again."""
    mine = (table.c.sheet == sheet, table.c.subject == no, table.c.ladder == ladder)
    session.execute(sa.delete(table).where(*mine))
    if days is not None:
        session.execute(sa.insert(table).values(sheet=sheet, subject=no, ladder=ladder, days=list(days)))
