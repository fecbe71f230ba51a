"""The briefings of managers: of the week on its first working day, of the month before on the first of a
month's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.remind.desk import Desk
from bot.remind.workdays import ON_TIME
from bot.rights import Act, may
from db import briefings
from db.members import Member

_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a briefing is about."""

    WEEK = "week"
    """The week that begins."""
    MONTH = "month"
    """The month that is over."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A briefing and whom it is for. `first` is the first day of the week or month in which it is given."""

    kind: Kind
    first: date
    people: tuple[Member, ...]


def owed(session: Session, desk: Desk) -> Iterator[Owed]:
    """What is to be given now: from the hour of reminders on the first working day of a week or month, until
    that is over; what is late waits for the daytime of a working day. Whoever came later waits for the next.
    """
    for kind, first, after in _periods(desk.today):
        day = first
        while day < after and not desk.office.works(day):
            day += _DAY
        moment = desk.office.moment(day)
        on_time = timedelta() <= desk.now - moment <= ON_TIME
        by_day = desk.office.works(desk.today) and desk.office.daytime(desk.now)
        if day >= after or desk.now < moment or not (on_time or by_day):
            continue
        lacking = briefings.lacking(session, kind, first, moment)
        people = tuple(m for m in desk.audience.members if m.id in lacking and _is_for(desk, m))
        if people:
            yield Owed(kind, first, people)


def _periods(today: date) -> tuple[tuple[Kind, date, date], ...]:
    """The week and the month that today is in: their first days and those after their last."""
    monday, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    next_month = (month + timedelta(days=31)).replace(day=1)
    return (Kind.WEEK, monday, monday + timedelta(days=7)), (Kind.MONTH, month, next_month)


def _is_for(desk: Desk, member: Member) -> bool:
    return may(member.role, Act.RECEIVE_ALERTS) and member.id not in desk.audience.away
