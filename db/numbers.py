"""The numbers behind short ids: each is given out once and never again, even when its record is gone."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, bindparam, insert, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.vocabulary import Sheet

table = Table(
    "numbers",
    metadata,
    Column("sheet", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)


# Made once: these run with every record that is saved.
_LAST = select(table.c.last).where(table.c.sheet == bindparam("of"))
_RAISE = update(table).where(table.c.sheet == bindparam("of"), table.c.last < bindparam("greatest"))
_RAISE = _RAISE.values(last=bindparam("greatest"))


def last(session: Session, sheet: Sheet) -> int:
    """The greatest number that the sheet has given out; 0 before the first."""
    return session.execute(_LAST, {"of": sheet.value}).scalar() or 0


def given(session: Session, sheet: Sheet, greatest: int) -> None:
    """Numbers up to `greatest` have been given out."""
    raised = session.connection().execute(_RAISE, {"of": sheet.value, "greatest": greatest})
    if not raised.rowcount and not last(session, sheet):
        session.execute(insert(table).values(sheet=sheet.value, last=greatest))
