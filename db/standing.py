"""What an agreement means on a day: in force or not, until when, and whether it renews itself. Pure.

The last day of a term is inclusive. A year or month as end means in force until its last day; within it the
answer rests on what is known only so closely, and `certain` is False. A term that renews itself is followed,
from the next day, by terms of so many calendar months, counted from the first renewal's first day, so that
no month's length shifts them. An end recorded in `ended` overrides the term, also when it is still to come:
that is how a notice given is recorded.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from db.edtf import Edtf, Point, Precision
from db.vocabulary import Agreement, AgreementState, Programme, Renewal

_DAY = timedelta(days=1)


class State(StrEnum):
    """How an agreement stands on a day."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    ENDED = "ended"
    TERMINATED = "terminated"
    REPLACED = "replaced"
    END_NOT_RECORDED = "end_not_recorded"
    """It began, and nobody wrote down until when: neither in force nor ended."""
    TERM_NOT_RECORDED = "term_not_recorded"


class InForce(StrEnum):
    """Whether an agreement was in force at any time of a period."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """An agreement on a day. `end` and its two days are those of the running term, after all its renewals."""

    state: State
    certain: bool = True
    """False: it rests on a bound that is not recorded, not sure, or known only to the year, season or month.
    """
    end: Edtf | None = None
    """None: open, not recorded, or not to be written as one date."""
    earliest_end: date | None = None
    """The first day that the end can mean; reminders count from it."""
    latest_end: date | None = None
    """The last day that the end can mean: in force until then."""
    term_start: date | None = None
    """The running term's first day, if it is known to the day."""
    renewals: int = 0
    """How often it has renewed itself."""
    renews_itself: bool = False
    notice_by: date | None = None
    """The last day on which notice keeps the running term from renewing itself."""


def standing(agreement: Agreement, today: date) -> Standing:
    """How the agreement stands on that day."""
    state, term = agreement.state, agreement.term
    if state is AgreementState.DRAFT:
        return Standing(State.DRAFT)
    if agreement.ended:
        return _until(agreement, _last(agreement.ended), today, _over(agreement))
    if state is not None:
        return Standing(_over(agreement))
    if term is None:
        return Standing(State.TERM_NOT_RECORDED, certain=False)
    if term.end is None:
        return _endless(agreement, today, is_open=term.open_end)
    if renews_itself(agreement):
        return _renewing(agreement, term.end, today)
    return _until(agreement, term.end, today, State.ENDED)


def renews_itself(agreement: Agreement) -> bool:
    """Whether a new term follows the running one unless somebody says no."""
    stays = agreement.state is None and agreement.ended is None and agreement.renewal is not Renewal.BY_ACT
    return (
        stays
        and bool(agreement.renews_months)
        and agreement.term is not None
        and agreement.term.end is not None
    )


def in_force_during(agreement: Agreement, first: date, last: date) -> InForce:
    """Whether it was in force on any day from `first` to `last`, both inclusive."""
    if agreement.state is AgreementState.DRAFT:
        return InForce.NO
    began, ended = _start(agreement), _end(agreement)
    end = ended.latest if ended else None
    if (began and began.earliest > last) or (end and end < first):
        return InForce.NO
    begins_within = began is not None and first <= began.earliest
    ends_within = end is not None and end <= last
    goes_on = ended is not None or _is_open(agreement)
    if begins_within or ends_within or (began and goes_on):
        return InForce.YES
    return InForce.UNKNOWN


def is_running(programme: Programme, today: date) -> bool:
    """Whether a programme goes on today, as far as it is recorded."""
    when = programme.date
    if when is None or (when.earliest and when.earliest > today):
        return False
    return when.open_end or (when.end is not None and when.is_interval and when.end.latest >= today)


def renewal(old_end: date, months: int, times: int = 1) -> tuple[date, date]:
    """First and last day of the so many-th renewal of a term that ended on `old_end`, both inclusive."""
    anchor = old_end + _DAY
    return _before(anchor, months * (times - 1)) + _DAY, _before(anchor, months * times)


def _before(anchor: date, months: int) -> date:
    """The last day of a span of calendar months that begins on `anchor`: the eve of the day of the same
    number, or the month's last day where it has no such day.
    """
    total = anchor.year * 12 + anchor.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if year > date.max.year:
        return date.max
    length = calendar.monthrange(year, month)[1]
    return date(year, month, anchor.day) - _DAY if anchor.day <= length else date(year, month, length)


def _over(agreement: Agreement) -> State:
    if agreement.state is AgreementState.TERMINATED:
        return State.TERMINATED
    return State.REPLACED if agreement.state is AgreementState.REPLACED else State.ENDED


def _start(agreement: Agreement) -> Point | None:
    """Where it began: the term's first bound, else the day of signing."""
    term, signed = agreement.term, agreement.signed
    return (term.start if term else None) or (signed.start if signed else None)


def _end(agreement: Agreement) -> Point | None:
    """Where it came or comes to its end for good; None = it goes on, or nobody wrote it down."""
    if agreement.ended:
        return _last(agreement.ended)
    if agreement.state or renews_itself(agreement) or agreement.term is None:
        return None
    return agreement.term.end


def _is_open(agreement: Agreement) -> bool:
    """It is known to go on."""
    if agreement.state or agreement.ended or agreement.term is None:
        return False
    return agreement.term.open_end or renews_itself(agreement)


def _last(ended: Edtf) -> Point:
    bound = ended.end or ended.start
    assert bound is not None  # noqa: S101 — EDTF has no date without any bound
    return bound


def _known(bound: Point) -> bool:
    return bound.precision is Precision.DAY and not (bound.uncertain or bound.approximate)


def _begun_for_sure(began: Point | None, today: date) -> bool:
    return began is not None and (_known(began) or began.latest <= today)


def _endless(agreement: Agreement, today: date, *, is_open: bool) -> Standing:
    began = _start(agreement)
    if began and began.earliest > today:
        return Standing(State.UPCOMING)
    if is_open:
        return Standing(State.IN_FORCE, certain=_begun_for_sure(began, today), term_start=_day(began))
    return Standing(State.END_NOT_RECORDED, certain=False)


def _until(agreement: Agreement, end: Point, today: date, over: State) -> Standing:
    began = _start(agreement)
    known = Standing(over, end=Edtf.parse(end.text), earliest_end=end.earliest, latest_end=end.latest)
    # Who recorded the end of a terminated agreement as a mere year knows that it has come.
    is_over = end.latest < today or (
        agreement.state is not None and not _known(end) and end.earliest <= today
    )
    if is_over:
        return replace(known, certain=end.latest < today and not (end.uncertain or end.approximate))
    if began and began.earliest > today:
        return replace(known, state=State.UPCOMING)
    return replace(
        known,
        state=State.IN_FORCE,
        certain=_begun_for_sure(began, today) and (_known(end) or today < end.earliest),
        term_start=_day(began),
    )


def _renewing(agreement: Agreement, end: Point, today: date) -> Standing:
    began, months = _start(agreement), agreement.renews_months or 0
    times = max(0, (today.year - end.latest.year) * 12 + today.month - end.latest.month) // months
    while times and _renewed(end.latest, months, times - 1) >= today:
        times -= 1
    while _renewed(end.latest, months, times) < today:
        times += 1
    earliest = _renewed(end.earliest, months, times)
    previous = _renewed(end.latest, months, times - 1) if times else None
    running = Standing(
        State.IN_FORCE,
        certain=_begun_for_sure(began, today),
        end=_written(end, earliest, months * times),
        earliest_end=earliest,
        latest_end=_renewed(end.latest, months, times),
        term_start=previous + _DAY if previous and _known(end) else _day(began) if not times else None,
        renewals=times,
        renews_itself=True,
        notice_by=_days_before(earliest, agreement.notice_days),
    )
    is_ahead = began is not None and began.earliest > today
    return replace(running, state=State.UPCOMING, certain=True) if is_ahead else running


def _renewed(end: date, months: int, times: int) -> date:
    return renewal(end, months, times)[1] if times else end


def _written(end: Point, earliest: date, months: int) -> Edtf | None:
    """The renewed end as closely as the first one was known; None where no one date says it."""
    mark = end.text[-1] if end.uncertain or end.approximate else ""
    if end.precision is Precision.DAY:
        return Edtf.parse(earliest.isoformat() + mark)
    if end.precision is Precision.MONTH:
        return Edtf.parse(earliest.isoformat()[:7] + mark)
    if months % 12:
        return None
    return Edtf.parse(f"{int(end.text[:4]) + months // 12:04}{end.text[4:]}")


def _day(bound: Point | None) -> date | None:
    return bound.earliest if bound and _known(bound) else None


def _days_before(day: date, days: int | None) -> date | None:
    return None if days is None else date.fromordinal(max(1, day.toordinal() - days))
