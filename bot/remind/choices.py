"""What can be decided under a reminder: of which ladder, and whether its day can be put off. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.remind.notice import WEEKLY, Goal, Ladder
from bot.remind.workdays import Office
from db.vocabulary import Decided

_ANY = (Decided.SNOOZE, Decided.GIVE)
_DONE = (Decided.DONE, *_ANY)

CHOICES: Mapping[Ladder, tuple[Decided, ...]] = {
    Ladder.END: (Decided.RENEW, Decided.TALKS, Decided.LET, *_ANY),
    Ladder.NOTICE: (Decided.LET, Decided.DECLINED, Decided.TALKS, *_ANY),
    Ladder.REVIEW: _DONE,
    # It is done when the end is recorded.
    Ladder.COMPLETE: _ANY,
    Ladder.STAGE: (Decided.MOVED, *_ANY),
    Ladder.SUBMISSION: _DONE,
    Ladder.REGISTRATION: _DONE,
    Ladder.VISA: _DONE,
    Ladder.TRAVEL: _DONE,
    Ladder.START: _DONE,
    Ladder.AFTER: _DONE,
    Ladder.EDITION: _DONE,
    Ladder.SHIPMENT: _DONE,
    Ladder.SILENT: _DONE,
    Ladder.PROMISE: _DONE,
}
"""The most telling first."""

_WAITS = (1, 3, 5, 10, 20)
"""Working days that a reminder can be put off for."""


def postponements(goal: Goal, today: date, office: Office) -> tuple[date, ...]:
    """The working days until which it can be put off: a day that can be missed only to a day before it."""
    days = (office.after(today, wait) for wait in _WAITS)
    return tuple(day for day in days if may_wait(goal, day, today, office))


def may_wait(goal: Goal, until: date, today: date, office: Office) -> bool:
    """Whether it can be put off until that day."""
    passed = goal.passed(today) or goal.ladder.looks_back or goal.ladder in WEEKLY
    year = timedelta(days=366)
    return today < until <= today + year and office.works(until) and (passed or until <= goal.last)
