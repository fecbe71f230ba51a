"""Which briefings were given to whom: a row for each kind, period and member, so that none is given twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db import members
from db.metadata import metadata

table = sa.Table(
    "briefings",
    metadata,
    sa.Column("kind", sa.String(16), primary_key=True),
    # The first day of the period that it is about.
    sa.Column("first", sa.Date, primary_key=True),
    sa.Column("member", sa.BigInteger, primary_key=True, autoincrement=False),
)


def lacking(session: Session, kind: str, first: date, moment: datetime) -> frozenset[int]:
    """The members who were there at that moment and have not been given it."""
    given = sa.select(table.c.member).where(table.c.kind == kind, table.c.first == first)
    there = (members.table.c.active, members.table.c.since <= moment)
    chosen = sa.select(members.table.c.id).where(*there, members.table.c.id.not_in(given))
    return frozenset(session.execute(chosen).scalars())


def note(session: Session, kind: str, first: date, people: Iterable[int]) -> None:
    """They are given it in this transaction."""
    rows = [{"kind": kind, "first": first, "member": person} for person in people]
    if rows:
        session.execute(sa.insert(table), rows)
