"""Where a record's ladders lead: the days that matter, found from the facts. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from bot.remind.case import Case
from bot.remind.ladder import ASSUMED_NOTICE, SILENCE, Rules
from bot.remind.notice import Goal, Ladder
from db.edtf import Edtf, Point, Precision, of_day
from db.refused import Refused
from db.standing import Standing, State, standing
from db.vocabulary import (
    ONLINE,
    Agreement,
    AgreementState,
    Approval,
    Direction,
    Event,
    Exchange,
    Partner,
    Promise,
    Series,
)

_DAY = timedelta(days=1)


def goals(case: Case, as_of: date, rules: Rules) -> Iterator[Goal]:
    """The days of one record, settled ones too."""
    match case.record:
        case Agreement() as agreement:
            return _of_agreement(agreement, case, as_of, rules)
        case Event() as event:
            return _of_event(event, case, rules)
        case Series():
            return _of_series(case)
        case Exchange() as exchange:
            return _of_exchange(exchange)
        case Partner():
            return _of_partner(case)
        case Promise() as promise:
            return _of_promise(promise)


def _of_agreement(agreement: Agreement, case: Case, as_of: date, rules: Rules) -> Iterator[Goal]:
    if agreement.state is AgreementState.DRAFT:
        yield from _of_stages(case, rules)
        return
    if case.successor or agreement.state is not None:
        return
    now = standing(agreement, as_of)
    if now.renews_itself:
        yield from _of_notice(agreement, as_of)
    elif now.end and now.end.start:
        yield _goal(Ladder.END, now.end.start)
    elif now.state in {State.END_NOT_RECORDED, State.TERM_NOT_RECORDED}:
        yield from _exactly(Ladder.COMPLETE, _month_after(as_of))
    elif agreement.term and agreement.term.open_end and agreement.term.start:
        yield from _exactly(Ladder.REVIEW, _anniversary(agreement.term.start.earliest, as_of))


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


def _of_stages(case: Case, rules: Rules) -> Iterator[Goal]:
    """A draft has stood still since the papers last went somewhere, or came back."""
    moved = [(day, stage) for stage in case.stages if (day := _moved(stage))]
    if not moved:
        return
    day, stage = max(moved, key=lambda each: (each[0].earliest, each[1].no))
    for number, waited in enumerate(rules.days(Ladder.STAGE, case)):
        try:
            due = rules.office.after(day.latest, waited)
        except OverflowError:
            return
        exact, first = _is_exact(day), number == 0
        yield Goal(Ladder.STAGE, day, due, due, exact=exact, stage=stage.stage, waited=waited, first=first)


def _moved(stage: Approval) -> Point | None:
    ended = stage.decided.end or stage.decided.start if stage.decided else None
    return ended or (stage.sent.start if stage.sent else None)


def _of_event(event: Event, case: Case, rules: Rules) -> Iterator[Goal]:
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
    start = event.date.start if event.date else None
    if start and case.ours and _is_abroad(event, rules.office.country):
        yield _goal(Ladder.VISA, start)
        yield _goal(Ladder.TRAVEL, start)
    end = event.date.end if event.date else None
    if end and _is_exact(end) and not case.reported:
        yield _goal(Ladder.AFTER, end)


def _first(written: Edtf | None) -> Point | None:
    return (written.start or written.end) if written else None


def _is_abroad(event: Event, home: str) -> bool:
    return event.country is not None and event.country != home and event.city != ONLINE


def _of_series(case: Case) -> Iterator[Goal]:
    """The next edition is looked for in the month of the latest one."""
    if case.latest and case.months:
        expected = _months_later(case.latest.earliest, case.months)
        last = _months_later(case.latest.latest, case.months)
        if expected and last:
            yield Goal(Ladder.EDITION, case.latest, expected, last, exact=False)


def _of_exchange(exchange: Exchange) -> Iterator[Goal]:
    day = exchange.date.end if exchange.date and exchange.direction is Direction.SENT else None
    if day and _is_exact(day):
        yield _goal(Ladder.SHIPMENT, day)


def _of_partner(case: Case) -> Iterator[Goal]:
    silent = _months_later(case.latest.latest, SILENCE) if case.latest else None
    if silent:
        yield Goal(Ladder.SILENT, case.latest, silent, silent)


def _of_promise(promise: Promise) -> Iterator[Goal]:
    bound = (promise.due.end or promise.due.start) if promise.due and promise.done is None else None
    if bound:
        yield _goal(Ladder.PROMISE, bound)


def _goal(ladder: Ladder, bound: Point) -> Goal:
    return Goal(ladder, bound, day=bound.earliest, last=bound.latest, exact=_is_exact(bound))


def _exactly(ladder: Ladder, day: date | None) -> Iterator[Goal]:
    if day:
        yield _goal(ladder, _point(day))


def _point(day: date) -> Point:
    bound = of_day(day).start
    assert bound is not None  # noqa: S101 — a day has a bound
    return bound


def _is_exact(bound: Point) -> bool:
    return bound.precision is Precision.DAY and not (bound.uncertain or bound.approximate)


def _month_after(as_of: date) -> date | None:
    """The first day of a month that is not before `as_of`."""
    return as_of if as_of.day == 1 else _months_later(as_of.replace(day=1), 1)


def _anniversary(start: date, as_of: date) -> date | None:
    """The first one that is not before `as_of`."""
    years = max(1, as_of.year - start.year)
    day = _months_later(start, 12 * years)
    return _months_later(start, 12 * (years + 1)) if day and day < as_of else day


def _months_later(day: date, months: int) -> date | None:
    """The same day of a later month, or the month's last; None beyond the calendar."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if year > date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
