"""What falls due: from the facts of a record to the rungs of its ladders. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.remind.case import Case
from bot.remind.goals import goals
from bot.remind.ladder import Rules
from bot.remind.notice import WEEKLY, Echo, Goal, Ladder, Rung

_DAY = timedelta(days=1)
_WEEK = 7
_YEARS = range(1970, 9999)
"""Nobody is reminded of what was before, and `9999-12-31` is how other programs write "for ever"."""
_LOOKED_BACK = 400
"""Days after its end from which on the first weekly reminders of an agreement are forgotten."""
_RETURNING = frozenset({Ladder.NOTICE, Ladder.REVIEW, Ladder.COMPLETE})
"""When their day has passed, the same facts lead to another one."""


def rungs(case: Case, as_of: date, rules: Rules) -> tuple[Rung, ...]:
    """Every rung of the record's ladders as the facts stand on `as_of`, passed ones too, by moment.

    `as_of` matters for what comes again: for an agreement that renews itself the rungs lead to the first day
    of notice that is not before it, for one without an end to the next day of review.
    """
    found = [rung for goal in open_goals(case, as_of, rules) for rung in _to(goal, case, as_of, rules)]
    return tuple(sorted(found, key=lambda rung: (rung.at, -rung.days, rung.goal.ladder)))


def _to(goal: Goal, case: Case, as_of: date, rules: Rules) -> Iterator[Rung]:
    """The rungs that lead to one day. Put off, it is silent until that day, and speaks then."""
    until = case.put_off.get((goal.ladder.value, goal.day))
    wake = Rung(goal, (goal.day - until).days, rules.office.moment(until)) if until else None
    if wake:
        yield wake
    for days in _rungs_of(goal, case, as_of, rules):
        rung = Rung(goal, days, rules.office.moment_before(_day(goal, days)))
        if wake is None or (rung.at > wake.at and rung.step != wake.step):
            yield rung


def still_helpful(
    found: Iterable[Rung], now: datetime, today: date, acted: datetime | None = None
) -> dict[Ladder, Rung]:
    """Of each ladder the last rung that has passed, while the day it leads to has not, or is asked about
    every week.

    It is what an entry that comes late is told at once; the rungs before it would only repeat it. Where a
    decision brought the days, at `acted`, whoever decided knows: nothing before it is told.
    """
    passed = [
        rung
        for rung in found
        if rung.at <= now
        and (acted is None or rung.at > acted)
        and (_is_weekly(rung) or not rung.goal.passed(today))
    ]
    return {rung.goal.ladder: rung for rung in sorted(passed, key=lambda rung: -rung.days)}


def echoes(found: Sequence[Rung], case: Case, rules: Rules) -> Iterator[Rung]:
    """What follows the rungs that nobody reacts to, where the next rung does not come first anyway."""
    own = {(rung.step, rung.goal.day) for rung in found}
    for rung in found:
        goal = rung.goal
        reacted = case.reacted.get((goal.ladder.value, goal.day))
        if goal.ladder in _UNECHOED or (reacted and rung.at <= reacted):
            continue
        later = [other.at for other in found if other.goal is goal and other.at > rung.at]
        for echo, wait in _ECHOES.items():
            day = _first_working(rules.office.day(rung.at) + timedelta(days=wait), rules)
            again = Rung(goal, (goal.day - day).days, rules.office.moment(day), echo, rung.step)
            helps = goal.ladder.looks_back or day <= goal.last
            if helps and again.at < min(later, default=again.at + _DAY) and (again.step, goal.day) not in own:
                yield again


_ECHOES = {Echo.AGAIN: 3, Echo.ESCALATED: 7}
"""Days after a reminder."""
_UNECHOED = frozenset({Ladder.STAGE, Ladder.COMPLETE})
"""Ladders that ask again by themselves."""


def _first_working(day: date, rules: Rules) -> date:
    return day if rules.office.works(day) else rules.office.after(day, 1)


def _is_weekly(rung: Rung) -> bool:
    return rung.goal.ladder in WEEKLY and rung.days < 0


def look_again(case: Case, as_of: date, rules: Rules) -> date | None:
    """The day from which the same facts give other rungs: the next term, the next year, the next week."""
    days = []
    for goal in open_goals(case, as_of, rules):
        if goal.ladder in _RETURNING:
            days.append(goal.day)
        elif goal.ladder in WEEKLY and (after := _weeks_after(goal, case, as_of)):
            days.append(_day(goal, after[-1]))
    return min(days) + _DAY if days else None


def open_goals(case: Case, as_of: date, rules: Rules) -> Iterator[Goal]:
    """The days of the record about which nothing has been settled."""
    for goal in goals(case, as_of, rules):
        if goal.day.year in _YEARS and (goal.ladder.value, goal.day) not in case.settled:
            yield goal


def _rungs_of(goal: Goal, case: Case, as_of: date, rules: Rules) -> tuple[int, ...]:
    # The days of a stage have become days of their own: a goal for each.
    days = (0,) if goal.ladder is Ladder.STAGE else rules.days(goal.ladder, case)
    return (*days, *_weeks_after(goal, case, as_of))


def _weeks_after(goal: Goal, case: Case, as_of: date) -> tuple[int, ...]:
    """The weekly reminders after a day that passes undecided, up to the next one to come.

    A day that had passed before anybody here could know of it has none.
    """
    known = goal.last >= case.today or (goal.ladder.value, goal.day) in case.witnessed
    if goal.ladder not in WEEKLY or not known:
        return ()
    passed = max(0, (as_of - goal.last).days)
    first = max(0, passed - _LOOKED_BACK) // _WEEK
    return tuple(-_WEEK * week for week in range(first + 1, passed // _WEEK + 2))


def _day(goal: Goal, days: int) -> date:
    """Before the earliest day that is meant, after the latest."""
    return goal.day - timedelta(days=days) if days >= 0 else goal.last + timedelta(days=-days)
