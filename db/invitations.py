"""One-time invitations, and how often somebody has tried a code that was none."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    String,
    Table,
    and_,
    delete,
    exists,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from db import members
from db.metadata import metadata
from db.types import Choice, UtcDateTime
from db.vocabulary import Role

MOST_GUESSES = 10
"""Wrong codes of one account within a day; after that no code of it is looked at."""
_DAY = timedelta(days=1)

table = Table(
    "invitations",
    metadata,
    # Only a hash is kept: whoever reads the database cannot use an invitation.
    Column("hash", String(64), primary_key=True),
    Column("role", Choice(Role), nullable=False),
    Column("expires", UtcDateTime, nullable=False),
    Column("used_by", BigInteger),
    # NULL: nobody did; it makes the first administrator.
    Column("invited_by", BigInteger),
)

guesses = Table(
    "guesses",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("since", UtcDateTime, nullable=False),
    Column("times", Integer, nullable=False),
)


def invite(session: Session, code: str, role: Role, expires: datetime, by: int | None) -> None:
    """Keeps an invitation; the code itself is never stored."""
    row = {"hash": _hash(code), "role": role, "expires": expires, "invited_by": by}
    session.execute(insert(table).values(row))


def look(session: Session, code: str, now: datetime) -> Role | None:
    """The role that a code would give; None when it is unknown, used, past its time, or no longer backed.

    An invitation is worth what its giver is worth now: nothing once that person is no administrator any
    more. The one that nobody gave is for a bot without any administrator.
    """
    giver = members.table.alias()
    backed = exists().where(giver.c.id == table.c.invited_by, giver.c.active, giver.c.role == Role.ADMIN)
    first = ~exists().where(giver.c.active, giver.c.role == Role.ADMIN)
    good = or_(backed, and_(table.c.invited_by.is_(None), first))
    chosen = select(table.c.role).where(
        table.c.hash == _hash(code), table.c.used_by.is_(None), table.c.expires > now, good
    )
    role: Role | None = session.execute(chosen).scalar()
    return role


def use(session: Session, code: str, person: int) -> None:
    """The code is used up."""
    session.execute(update(table).where(table.c.hash == _hash(code)).values(used_by=person))


def guessed(session: Session, person: int, now: datetime) -> int:
    """How many wrong codes the person has tried within a day."""
    chosen = select(guesses.c.times).where(guesses.c.person == person, guesses.c.since > now - _DAY)
    return session.execute(chosen).scalar() or 0


def missed(session: Session, person: int, now: datetime) -> int:
    """Counts one more wrong code, and gives their number."""
    before = guessed(session, person, now)
    if before:
        session.execute(update(guesses).where(guesses.c.person == person).values(times=before + 1))
    else:
        session.execute(delete(guesses).where(guesses.c.person == person))
        session.execute(insert(guesses).values(person=person, since=now, times=1))
    return before + 1


def forget(session: Session, now: datetime) -> None:
    """Drops guesses of earlier days."""
    session.execute(delete(guesses).where(guesses.c.since <= now - _DAY))


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
