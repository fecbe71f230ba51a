"""All kinds of record by one hand: for those who read any sheet without knowing which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db import (
    absences,
    agreements,
    approvals,
    contacts,
    events,
    exchanges,
    ourselves,
    participants,
    partners,
    programmes,
    promises,
    series,
)
from db.cells import Finder, said, write
from db.columns import COLUMNS, Cell
from db.nouns import Noun
from db.vocabulary import Ourselves, Record, Sheet

NOUNS: Mapping[Sheet, Noun[Any]] = {
    noun.sheet: noun
    for noun in (
        partners.noun,
        programmes.noun,
        series.noun,
        events.noun,
        agreements.noun,
        approvals.noun,
        exchanges.noun,
        participants.noun,
        promises.noun,
        contacts.noun,
        absences.noun,
        ourselves.noun,
    )
}
"""Every noun, those that others refer to first."""


def get(session: Session, sheet: Sheet, no: int) -> Record | Ourselves | None:
    """The record of that number, if there is one."""
    record: Record | Ourselves | None = NOUNS[sheet].get(session, no)
    return record


def by_id(session: Session, sheet: Sheet, id: str) -> Record | None:  # noqa: A002 — the workbook's own word
    """The record of that workbook id. Raises KeyError for sheets whose rows have none."""
    record: Record | None = NOUNS[sheet].by_id(session, id)
    return record


def every(session: Session, sheet: Sheet) -> tuple[Record, ...]:
    """All records of a sheet, by number."""
    return NOUNS[sheet].every(session)


def row_of(sheet: Sheet, record: Record | Ourselves, finder: Finder) -> dict[str, str | int]:
    """The record in the workbook's own terms, its filled columns only; `db.references` has the finder."""
    values = said(sheet, record)
    columns = ((column, values[column.name]) for column in COLUMNS[sheet])
    return {column.name: write(column, value, finder) for column, value in columns if value not in (None, ())}


def referring(session: Session, sheet: Sheet, no: int) -> tuple[tuple[Sheet, int], ...]:
    """The records that refer to this one."""
    found = (
        (other, number)
        for other, column in _REFERRING[sheet]
        for number in session.scalars(
            select(NOUNS[other].table.c.no).where(NOUNS[other].table.c[column] == no).order_by("no")
        )
    )
    return tuple(dict.fromkeys(found))


def mark_synced(session: Session, sheet: Sheet, seen: Iterable[tuple[int, int]]) -> None:
    """A workbook now shows these records in these versions: pairs of number and version."""
    table = NOUNS[sheet].table
    apart = table.c.synced.is_distinct_from(table.c.version)
    unseen = set(session.execute(select(table.c.no).where(apart)).scalars())
    which = [{"which": no, "seen": version} for no, version in seen if no in unseen]
    if which:
        one = update(table).where(table.c.no == bindparam("which"), table.c.version == bindparam("seen"))
        session.connection().execute(one.values(synced=table.c.version), which)


def _referring(sheet: Sheet) -> tuple[tuple[Sheet, str], ...]:
    return tuple(
        (other, f"{column.name}_partner" if column.cell is Cell.PARTY else column.name)
        for other, columns in COLUMNS.items()
        for column in columns
        if column.refers is sheet or (column.cell is Cell.PARTY and sheet is Sheet.PARTNERS)
    )


_REFERRING = {sheet: _referring(sheet) for sheet in Sheet}
"""Where the number of a record of that sheet may stand: sheet and column of the table."""
