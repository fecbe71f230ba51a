"""Records whose reminders have to be thought over: marked by each change, taken by the next tick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, Table, Text, bindparam, delete, select, tuple_
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.vocabulary import Sheet

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

table = Table(
    "replan",
    metadata,
    Column("sheet", Text, primary_key=True),
    Column("record", Integer, primary_key=True, autoincrement=False),
)


def mark(session: Session, records: Iterable[tuple[Sheet, int]]) -> None:
    """Also records that are gone: their reminders are to be taken back."""
    marks = [{"sheet": sheet.value, "record": no} for sheet, no in dict.fromkeys(records)]
    if marks:
        session.execute(_insert(session)(table).on_conflict_do_nothing(), marks)


def _insert(session: Session) -> type[sqlite.Insert | postgresql.Insert]:
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.Insert
    from sqlalchemy.dialects import postgresql

    return postgresql.Insert


def is_marked(session: Session) -> bool:
    """Whether any record is marked."""
    return session.execute(select(table.c.record).limit(1)).first() is not None


def take(session: Session, limit: int) -> tuple[tuple[Sheet, int], ...]:
    """Some of what is marked, lowest numbers first; it is marked no longer."""
    found = session.connection().execute(_TAKE, {"most": limit})
    return tuple(sorted((Sheet(row.sheet), row.record) for row in found))


_KEY = (table.c.sheet, table.c.record)
_FIRST = select(*_KEY).order_by(*_KEY).limit(bindparam("most"))
_TAKE = delete(table).where(tuple_(*_KEY).in_(_FIRST)).returning(*_KEY)
