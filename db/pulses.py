"""Signs of life: one row a process, and one for whoever fetches updates, renewed while it is at work.

A restart is told from an outage by them, several processes know of each other, and the doctor reads them
without asking the process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

FETCHER = "fetching"
"""The name of the sign that whoever fetches updates gives."""
STOPPED = "stopped"
"""What a process leaves that ended of its own will."""
FRESH = timedelta(minutes=1)
"""A process whose last sign is older than that is not at work."""

table = sa.Table(
    "pulses",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    # The keys of what was wrong at that moment, by spaces.
    sa.Column("trouble", sa.Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Pulse:
    """The last sign of a process, and what was wrong with it then."""

    name: str
    at: datetime
    trouble: tuple[str, ...]


def beat(session: Session, name: str, now: datetime, trouble: tuple[str, ...] = ()) -> None:
    """The process is at work. Signs a week old are forgotten."""
    values = {"at": now, "trouble": " ".join(trouble)}
    known = session.execute(
        sa.update(table).where(table.c.name == name).values(**values).returning(table.c.name)
    )
    if known.first() is None:
        session.execute(sa.delete(table).where(table.c.at < now - timedelta(days=7)))
        session.execute(sa.insert(table).values(name=name, **values))


def still(session: Session) -> None:
    """Nobody is at work: those whose last sign says otherwise died."""
    session.execute(sa.update(table).where(table.c.name != FETCHER).values(trouble=STOPPED))


def every(session: Session) -> tuple[Pulse, ...]:
    """All signs, the newest first."""
    rows = session.execute(sa.select(table).order_by(table.c.at.desc()))
    return tuple(Pulse(row.name, row.at, tuple(row.trouble.split())) for row in rows)


def of(session: Session, name: str) -> datetime | None:
    """The last sign of that name."""
    moment: datetime | None = session.execute(sa.select(table.c.at).where(table.c.name == name)).scalar()
    return moment


def last(session: Session) -> datetime | None:
    """When any process was last at work. Whoever starts may fetch before it looks."""
    chosen = sa.select(sa.func.max(table.c.at)).where(table.c.name != FETCHER)
    moment: datetime | None = session.execute(chosen).scalar()
    return moment


def at_work(session: Session, now: datetime) -> int:
    """How many processes are at work."""
    chosen = sa.select(sa.func.count()).where(
        table.c.at > now - FRESH, table.c.trouble != STOPPED, table.c.name != FETCHER
    )
    found: int = session.execute(chosen).scalar_one()
    return found
