"""What falls due: from the facts of a record to the rungs of its ladders. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from bot.remind.ladder import ASSUMED_NOTICE, LADDERS
from bot.remind.notice import Goal, Ladder, Rung
from bot.remind.workdays import Office
from db.edtf import Edtf, Point, Precision
from db.refused import Refused
from db.standing import Standing, standing
from db.vocabulary import Agreement, Event

_DAY = timedelta(days=1)
_YEARS = range(1970, 9999)
"""Nobody is reminded of what was before, and `9999-12-31` is how other programs write "for ever"."""


def rungs(
    record: Agreement | Event, as_of: date, office: Office, *, succeeded: bool = False
) -> tuple[Rung, ...]:
    """Every rung of the record's ladders as the facts stand on `as_of`, passed ones too, by moment.

    `as_of` matters for an agreement that renews itself: the rungs lead to the first day of notice that is not
    before it. `succeeded`: another agreement has taken this one's place.
    """
    goals = (goal for goal in _goals(record, as_of, succeeded=succeeded) if goal.day.year in _YEARS)
    found = [
        Rung(goal, days, office.moment_before(goal.day - timedelta(days=days)))
        for goal in goals
        for days in LADDERS[goal.ladder]
    ]
    return tuple(sorted(found, key=lambda rung: (rung.at, -rung.days, rung.goal.ladder)))


def still_helpful(found: Iterable[Rung], now: datetime, today: date) -> dict[Ladder, Rung]:
    """Of each ladder the last rung that has passed, while the day it leads to has not.

    It is what an entry that comes late is told at once; the rungs before it would only repeat it.
    """
    passed = [rung for rung in found if rung.at <= now and not rung.goal.passed(today)]
    return {rung.goal.ladder: rung for rung in sorted(passed, key=lambda rung: -rung.days)}


def look_again(record: Agreement | Event, as_of: date) -> date | None:
    """The day from which the same facts give other rungs: the term that is running will be the next one."""
    goals = () if isinstance(record, Event) else _goals(record, as_of, succeeded=False)
    days = [goal.day for goal in goals if goal.ladder is Ladder.NOTICE and goal.day.year in _YEARS]
    return min(days) + _DAY if days else None


def _goals(record: Agreement | Event, as_of: date, *, succeeded: bool) -> Iterator[Goal]:
    if isinstance(record, Event):
        return _of_event(record)
    return iter(()) if succeeded or record.state is not None else _of_agreement(record, as_of)


def _of_event(event: Event) -> Iterator[Goal]:
    dates = (
        (Ladder.SUBMISSION, event.submission_deadline),
        (Ladder.REGISTRATION, event.registration_deadline),
        (Ladder.START, event.date),
    )
    for ladder, written in dates:
        # Where only the end of an interval is recorded, a deadline is known, and the beginning of an event
        # is not.
        bound = _first(written) if ladder is not Ladder.START else written.start if written else None
        if bound:
            yield _goal(ladder, bound)


def _first(written: Edtf | None) -> Point | None:
    return (written.start or written.end) if written else None


def _of_agreement(agreement: Agreement, as_of: date) -> Iterator[Goal]:
    now = standing(agreement, as_of)
    if now.renews_itself:
        yield from _of_notice(agreement, as_of)
    elif now.end and now.end.start:
        yield _goal(Ladder.END, now.end.start)


def _of_notice(agreement: Agreement, as_of: date) -> Iterator[Goal]:
    recorded = agreement.notice_days
    try:
        days = timedelta(days=ASSUMED_NOTICE if recorded is None else recorded)
        goal = _notice(standing(agreement, as_of + days), days, is_recorded=recorded is not None)
        while goal.day < as_of:
            # Of an end known to the year, the earliest day may lie several short terms back.
            term = standing(agreement, goal.last + days + _DAY)
            goal = _notice(term, days, is_recorded=recorded is not None)
    except (OverflowError, Refused):
        return  # a notice of so many days leads out of the calendar
    yield goal


def _notice(term: Standing, days: timedelta, *, is_recorded: bool) -> Goal:
    earliest, latest = term.earliest_end, term.latest_end
    if earliest is None or latest is None:
        raise ValueError("an agreement that renews itself has an end of its running term")
    end = term.end.start if term.end else None
    return Goal(
        ladder=Ladder.NOTICE,
        found=end,
        day=earliest - days,
        last=latest - days,
        exact=is_recorded and end is not None and _is_exact(end),
        assumed=None if is_recorded else days.days,
    )


def _goal(ladder: Ladder, bound: Point) -> Goal:
    return Goal(ladder, bound, day=bound.earliest, last=bound.latest, exact=_is_exact(bound))


def _is_exact(bound: Point) -> bool:
    return bound.precision is Precision.DAY and not (bound.uncertain or bound.approximate)
