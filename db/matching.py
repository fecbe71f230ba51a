"""What SQL cannot decide of a record: whether a vague date falls into a span, how an agreement stands. Pure.

Every test says yes, no, or None: not recorded, or known too vaguely to tell.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db.edtf import Edtf, Point
from db.query import Condition, Field, Query, Span
from db.standing import InForce, State, in_force_during, standing
from db.vocabulary import Agreement, Event, Record


def within(value: Edtf | None, span: Span) -> bool | None:
    """Does a date fall into a span? None: not recorded, or known too vaguely to tell. Intervals need touch
    it.
    """
    if value is None:
        return None
    first, last = span.first or date.min, span.last or date.max
    if value.is_interval:
        begins, ends = value.earliest or date.min, value.latest or date.max
        if begins > last or ends < first:
            return False
        if (value.unknown_start and ends > last) or (value.unknown_end and begins < first):
            return None
        return True
    return bound_within(value.start, span)


def bound_within(point: Point | None, span: Span) -> bool | None:
    if point is None:
        return None
    first, last = span.first or date.min, span.last or date.max
    if point.latest < first or point.earliest > last:
        return False
    return True if point.earliest >= first and point.latest <= last else None


def is_past(value: Edtf | None, today: date) -> bool | None:
    """Did the last day it can mean go by? None: not recorded, or today still within it."""
    if value is None or value.latest is None:
        return None
    return value.latest < today if value.earliest == value.latest or value.latest < today else None


def is_blank(field: Field) -> Callable[[Agreement], bool]:
    def is_missing(agreement: Agreement) -> bool:
        term = agreement.term
        if field is Field.START:
            return term is None or term.unknown_start
        return agreement.ended is None and (term is None or term.unknown_end)

    return is_missing


def stood_in(agreement: Agreement, span: Span) -> bool | None:
    if agreement.state == "draft":
        return False
    verdict = in_force_during(agreement, span.first or date.min, span.last or date.max)
    return {InForce.YES: True, InForce.NO: False, InForce.UNKNOWN: None}[verdict]


def begins_in_any(agreement: Agreement, spans: tuple[Span, ...]) -> bool | None:
    verdicts = [None if agreement.term is None else bound_within(agreement.term.start, s) for s in spans]
    return True if True in verdicts else None if None in verdicts else False


def in_any(spans: tuple[Span, ...]) -> Callable[[Any], bool | None]:
    """Surely in one of them; None where that cannot be told."""

    def test(record: Any) -> bool | None:
        verdicts = [within(record.date, span) for span in spans]
        return True if True in verdicts else None if None in verdicts else False

    return test


def ended_in(date: Edtf | None, span: Span) -> bool | None:
    """Does what lasted so long end within the span?"""
    if date is None or date.unknown_end:
        return None
    return False if date.open_end else bound_within(date.end or date.start, span)


def ends_in(agreement: Agreement, span: Span, today: date) -> bool | None:
    if agreement.state == "draft":
        return False
    now = standing(agreement, today)
    if now.renews_itself:
        # The running term's end is a date to mind, not an end: who asks what ends does not mean it.
        point = (now.end.end or now.end.start) if now.end else None
        return False if point is None or bound_within(point, span) is False else None
    if agreement.ended:
        return bound_within(agreement.ended.end or agreement.ended.start, span)
    if agreement.term is None:
        return None
    if agreement.term.open_end:
        return False
    return bound_within(agreement.term.end, span)


def stands(condition: Condition, today: date) -> Callable[[Agreement], bool | None]:
    def test(agreement: Agreement) -> bool | None:
        now = standing(agreement, today)
        state = now.state
        match condition:
            case Condition.IN_FORCE:
                return None if state in _UNSURE else state is State.IN_FORCE
            case Condition.NOT_IN_FORCE:
                return None if state in _UNSURE else state is not State.IN_FORCE
            case Condition.ENDED:
                return None if state in _UNSURE else state in {State.ENDED, State.TERMINATED, State.REPLACED}
            case Condition.OPEN:
                return agreement.term is not None and agreement.term.open_end and state is State.IN_FORCE
            case Condition.CONCLUDED:
                return state is not State.DRAFT
            case Condition.RENEWING:
                return now.renews_itself
        return state.value == condition.value

    return test


_UNSURE = frozenset((State.END_NOT_RECORDED, State.TERM_NOT_RECORDED))


def is_ahead(event: Event, today: date) -> bool | None:
    if event.date is None:
        return None
    return event.date.latest is None or event.date.latest >= today


def is_behind(event: Event, today: date) -> bool | None:
    ahead = is_ahead(event, today)
    return None if ahead is None else not ahead


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def edition(text: str | None) -> int | None:
    """An edition's number, written `VII` or `7`."""
    if not text:
        return None
    if text.strip().isdigit():
        return int(text)
    letters = text.strip().upper()
    if not all(letter in _ROMAN for letter in letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def is_due(event: Event, span: Span) -> bool:
    """Does one of its deadlines fall into the span?"""
    return any(within(day, span) is True for day in (event.submission_deadline, event.registration_deadline))


def first_due(record: Record, span: Span | None) -> date | None:
    """The first of an event's last days that falls into the time asked for."""
    if not isinstance(record, Event):
        return None
    first = span.first if span else None
    days = [day.earliest for day in (record.submission_deadline, record.registration_deadline) if day]
    return min((day for day in days if day and (first is None or day >= first)), default=None)


def comes_to(figure: float, query: Query) -> bool:
    """Is a part of a figure as large as was asked?"""
    least, most = query.total_at_least, query.total_at_most
    return (least is None or figure >= least) and (most is None or figure <= most)
