"""Who is away, from which day to which, and who stands in meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.edtf import Point, Precision
from db.nouns import Noun
from db.vocabulary import Absence, Sheet

noun = Noun(Sheet.ABSENCES, Absence)
table = noun.table
get = noun.get
every = noun.every
where = noun.where


@dataclass(frozen=True, slots=True)
class Leave:
    """An absence whose days are known: `member` is away from the first to the last, both included."""

    no: int
    member: str
    first: date
    last: date
    deputy: str | None = None


def current(session: Session, today: date) -> tuple[Leave, ...]:
    """Those that last today or are still to come, the first to begin first."""
    found = map(leave, noun.found(session, _CURRENT, today=today))
    return tuple(sorted(filter(None, found), key=lambda each: (each.first, each.no)))


_CURRENT = sa.select(table).where(table.c.date_latest >= sa.bindparam("today"))
"""Made once: every tick asks it."""


def leave(absence: Absence) -> Leave | None:
    """None where it is not known to the day when it begins or ends: nobody is taken for away on a guess."""
    first, last = absence.date.start, absence.date.end
    if first is None or last is None or not (_is_a_day(first) and _is_a_day(last)):
        return None
    return Leave(absence.no, absence.member, first.earliest, last.earliest, absence.deputy)


def _is_a_day(point: Point) -> bool:
    return point.precision is Precision.DAY and not (point.uncertain or point.approximate)
