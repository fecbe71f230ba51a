"""The natural next steps after an answer: which fit it, and the query of each. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.ask.answer import Answer, Outcome
from db.query import Group, Measure, Query, Unit
from db.result import beginning
from db.vocabulary import Agreement, Event, Exchange, Participant, Partner, Record, Sheet


class Step(StrEnum):
    """What a button under an answer asks for."""

    RECORDS = "r"
    YEARS = "y"
    PARTNERS = "p"
    COUNTRIES = "c"
    PICTURE = "g"
    WORKBOOK = "x"
    HOW = "h"
    WRONG = "w"


@dataclass(frozen=True, slots=True)
class Further:
    """Go on from the answer of that number."""

    answer: int
    step: Step


@dataclass(frozen=True, slots=True)
class Leaf:
    """Turn to a page of the records of an answer."""

    answer: int
    page: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Of those who may be meant, this partner; 0 = all of them."""

    answer: int
    partner: int


@dataclass(frozen=True, slots=True)
class ChooseEvent:
    """Of those that may be meant, this event."""

    answer: int
    event: int


MOST_CHOICES = 4
"""Buttons of a question back; whoever else may be meant is listed above them."""

_SPLIT = frozenset((Measure.SUM, Measure.COUNT, Measure.LIST, Measure.EXISTS))
_DRAWN = _SPLIT | {Measure.BALANCE, Measure.COMPARE, Measure.AVERAGE}
_GROUPS = {
    Step.YEARS: dict.fromkeys((Sheet.EXCHANGES, Sheet.AGREEMENTS, Sheet.EVENTS), Group.YEAR),
    Step.PARTNERS: {
        Sheet.EXCHANGES: Group.PARTNER, Sheet.AGREEMENTS: Group.PARTNER, Sheet.EVENTS: Group.HOST,
    },
    Step.COUNTRIES: {Sheet.PARTNERS: Group.COUNTRY},
}  # fmt: skip


def fitting(answer: Answer) -> tuple[Step, ...]:
    """The steps that say something new of this answer, in the order of the buttons."""
    query, result = answer.query, answer.result
    if query is None or result is None or answer.outcome is not Outcome.ANSWERED:
        return ()
    steps = [step for step in _GROUPS if _tells(step, query, result.records)]
    if query.measure in _DRAWN and _is_drawable(query, result.records):
        steps.append(Step.PICTURE)
    if result.records and query.measure is not Measure.CARD:
        steps += [Step.WORKBOOK]
    return (*steps, Step.HOW) if query.measure is not Measure.CARD else tuple(steps)


def stepped(query: Query, step: Step) -> Query | None:
    """The query that splits the same records as the step says; None where the step splits nothing."""
    group = _GROUPS.get(step, {}).get(query.subject)
    if group is None or query.measure not in _SPLIT:
        return None
    counted = query.unit in {Unit.COPIES, Unit.TITLES}
    # What came and what went are never added up unasked.
    listed = query.measure in {Measure.LIST, Measure.EXISTS} and query.direction is not None
    copies = query.subject is Sheet.EXCHANGES and (counted or listed)
    return replace(
        query,
        measure=Measure.SUM if copies else Measure.COUNT,
        unit=(query.unit if counted else Unit.COPIES) if copies else Unit.RECORDS,
        fields=(), group=group, by=None, limit=None,
    )  # fmt: skip


def chosen(query: Query, partners: tuple[int, ...]) -> Query:
    """The same question of those partners alone."""
    if query.subject is Sheet.PARTNERS:
        return replace(query, records=(), partners=partners, countries=(), cities=(), region=None)
    return replace(query, partners=partners, countries=(), cities=(), region=None)


def candidates(answer: Answer) -> tuple[int, ...]:
    """The partners among whom a question back is to choose."""
    found = answer.result.records if answer.result else ()
    nos = [r.no if isinstance(r, Partner) else getattr(r, "partner", None) for r in found]
    return tuple(dict.fromkeys(no for no in nos if no is not None))


def events_meant(answer: Answer) -> tuple[int, ...]:
    """The few events among which a question about one, told by its kind or place alone, may choose."""
    query, result = answer.query, answer.result
    if query is None or result is None or query.records or answer.outcome is not Outcome.ANSWERED:
        return ()
    if (query.subject, query.measure) not in _OF_ONE_EVENT:
        return ()
    nos = (r.event if isinstance(r, Participant) else r.no for r in result.records)
    found = tuple(dict.fromkeys(nos))
    return found if 1 < len(found) <= MOST_CHOICES else ()


_OF_ONE_EVENT = frozenset((
    (Sheet.EVENTS, Measure.FIELD), (Sheet.PARTICIPANTS, Measure.LIST), (Sheet.PARTICIPANTS, Measure.FIELD),
    (Sheet.PARTICIPANTS, Measure.SUM),
))  # fmt: skip
"""What is mostly asked of one event: when, where, who came, how many."""


def at_event(query: Query, event: int) -> Query:
    """The same question of that event alone."""
    return replace(query, records=(event,))


def _tells(step: Step, query: Query, records: tuple[Record, ...]) -> bool:
    split = stepped(query, step)
    if split is None or split.group is query.group:
        return False
    return len({key for record in records if (key := _KEYS[step](record)) is not None}) > 1


def _year(record: Record) -> object:
    first = beginning(record)
    return first and first.year


def _partner(record: Record) -> object:
    if isinstance(record, Event):
        return record.host and (record.host.partner or record.host.text or record.host.is_us)
    return getattr(record, "partner", None)


_KEYS: dict[Step, Callable[[Record], object]] = {
    Step.YEARS: _year, Step.PARTNERS: _partner,
    Step.COUNTRIES: lambda record: getattr(record, "country", None),
}  # fmt: skip


def _is_drawable(query: Query, records: tuple[Record, ...]) -> bool:
    match query.subject:
        case Sheet.EXCHANGES:
            return any(isinstance(r, Exchange) and r.quantity for r in records)
        case Sheet.AGREEMENTS:
            return any(isinstance(r, Agreement) and (r.term or r.signed) for r in records)
        case Sheet.PARTNERS:
            return any(isinstance(r, Partner) and r.country for r in records)
    return False
