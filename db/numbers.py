"""The numbers behind short ids: each is given out once and never again, even when its record is gone."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, insert, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.vocabulary import Sheet

table = Table(
    "numbers",
    metadata,
    Column("sheet", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)


def last(session: Session, sheet: Sheet) -> int:
    """The greatest number that the sheet has given out; 0 before the first."""
    return session.execute(select(table.c.last).where(table.c.sheet == sheet.value)).scalar() or 0


def given(session: Session, sheet: Sheet, greatest: int) -> None:
    """Numbers up to `greatest` have been given out."""
    before = last(session, sheet)
    if before == 0:
        session.execute(insert(table).values(sheet=sheet.value, last=greatest))
    elif greatest > before:
        session.execute(update(table).where(table.c.sheet == sheet.value).values(last=greatest))
