"""How planned changes get into the tables, and what must be told of it. Only `db.history` calls this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db import numbers, registry, replan
from db.changes import Action, Change
from db.columns import COLUMNS, Cell
from db.records import NOUNS, referring
from db.refused import Refused
from db.vocabulary import Sheet, short_id

_SOME = 10_000
"""Numbers in one query: a database takes only so many."""
_FEW = 500
_SPEAKS_OF = {
    sheet: [
        (
            f"{column.name}_partner" if column.cell is Cell.PARTY else column.name,
            column.refers or Sheet.PARTNERS,
        )
        for column in columns
        if column.cell in {Cell.REFERENCE, Cell.PARTY}
    ]
    for sheet, columns in COLUMNS.items()
}
"""Where a record holds the numbers of others: column of the table, and their sheet."""

Synced = Callable[[Change], bool]
"""Which changes leave a record as it stands in a workbook."""


def never(_change: Change) -> bool:
    """The change was not made by a workbook."""
    return False


def write(session: Session, done: Sequence[Change], *, synced: Synced) -> None:
    """Raises Refused `in-use`; the caller's savepoint then takes back what was written before."""
    about = _subjects(session, done)
    for sheet, noun in NOUNS.items():
        of_sheet = [change for change in done if change.sheet is sheet]
        if of_sheet:
            _update(session, noun.table, of_sheet, synced=synced)
            _insert(session, noun.table, of_sheet, synced=synced)
    about |= _subjects(session, done)
    _delete(session, [change for change in done if change.action is Action.REMOVED])
    # Every sheet but that of exchanges holds names: of bodies, of titles, of people.
    if any(change.sheet is not Sheet.EXCHANGES for change in done):
        registry.bump(session)
    replan.mark(session, sorted(about))


def _insert(session: Session, table: sa.Table, changes: list[Change], *, synced: Synced) -> None:
    added = [change for change in changes if change.action is Action.ADDED]
    if added:
        rows = [
            {"no": change.no, **change.values, "version": 1, "synced": 1 if synced(change) else None}
            for change in added
        ]
        session.execute(sa.insert(table), rows)
        numbers.given(session, added[0].sheet, max(change.no for change in added))


def _update(session: Session, table: sa.Table, changes: list[Change], *, synced: Synced) -> None:
    alike: dict[tuple[bool, tuple[str, ...]], list[Change]] = {}
    for change in changes:
        if change.action is Action.CHANGED:
            alike.setdefault((synced(change), tuple(change.values)), []).append(change)
    for (in_workbook, columns), group in alike.items():
        values: dict[str, Any] = {column: sa.bindparam(f"to_{column}") for column in columns}
        values["version"] = table.c.version + 1
        if in_workbook:
            values["synced"] = table.c.version + 1
        statement = sa.update(table).where(table.c.no == sa.bindparam("which")).values(values)
        rows = [{"which": c.no, **{f"to_{name}": value for name, value in c.values.items()}} for c in group]
        session.connection().execute(statement, rows)


def _delete(session: Session, removed: list[Change]) -> None:
    going = {(change.sheet, change.no) for change in removed}
    for change in removed:
        others = [other for other in referring(session, change.sheet, change.no) if other not in going]
        if others:
            called = ", ".join(short_id(sheet, no) or f"{sheet} {no}" for sheet, no in others[:10])
            raise Refused("in-use", count=len(others), ids=called)
    for sheet in dict.fromkeys(change.sheet for change in removed):
        table, nos = NOUNS[sheet].table, [change.no for change in removed if change.sheet is sheet]
        for first in range(0, len(nos), _FEW):
            session.execute(sa.delete(table).where(table.c.no.in_(nos[first : first + _FEW])))


def _subjects(session: Session, done: Sequence[Change]) -> set[tuple[Sheet, int]]:
    """The records whose reminders a change may move, as the tables stand now: itself and what it names."""
    about = {(change.sheet, change.no) for change in done}
    for sheet, columns in _SPEAKS_OF.items():
        nos = [change.no for change in done if change.sheet is sheet]
        table = NOUNS[sheet].table
        for column, other in columns:
            for first in range(0, len(nos), _SOME):
                those = table.c.no.in_(nos[first : first + _SOME])
                found = session.scalars(sa.select(table.c[column]).where(those).distinct())
                about |= {(other, no) for no in found if no is not None}
    return about
