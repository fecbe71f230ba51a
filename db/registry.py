"""The registry as a whole: one row, whose version rises whenever a name may have changed.

Whoever keeps names in memory compares this number; a second process notices too.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata

table = Table(
    "registry",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)


def version(session: Session) -> int:
    """The version of the names in the registry."""
    found: int = session.execute(select(table.c.version)).scalar_one()
    return found


def bump(session: Session) -> None:
    """A name may have changed."""
    session.execute(update(table).values(version=table.c.version + 1))
