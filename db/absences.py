"""Who is away, from which day to which, and who stands in meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata

table = sa.Table(
    "absences",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("member", sa.BigInteger, nullable=False),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False, index=True),
    sa.Column("deputy", sa.BigInteger),
)


@dataclass(frozen=True, slots=True)
class Absence:
    """A member is away from the first day to the last, both included. `deputy` None: nobody stands in."""

    member: int
    first: date
    last: date
    deputy: int | None


def current(session: Session, today: date) -> tuple[Absence, ...]:
    """Those that last today or are still to come, the first to begin first."""
    chosen = sa.select(table).where(table.c.last >= today).order_by(table.c.first, table.c.no)
    return tuple(Absence(row.member, row.first, row.last, row.deputy) for row in session.execute(chosen))


def put(session: Session, absence: Absence) -> None:
    """Notes it in place of all that was noted of that member."""
    clear(session, absence.member)
    session.execute(
        sa.insert(table).values(
            member=absence.member, first=absence.first, last=absence.last, deputy=absence.deputy
        )
    )


def clear(session: Session, member: int) -> None:
    """The member is here."""
    session.execute(sa.delete(table).where(table.c.member == member))
