"""Finds the gaps of the registry: the records that lack what a reminder, a figure or a letter needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bot.report.gaps import Gap
from db import participants
from db.edtf import Precision
from db.query import Field, Having, Measure, Query, Span
from db.result import Result
from db.search import run
from db.standing import Standing, State
from db.vocabulary import Event, Record, Sheet

_UNENDED = (State.END_NOT_RECORDED, State.TERM_NOT_RECORDED)


def lacking(session: Session, gap: Gap, today: date) -> Result:
    """The records with that gap, in the order of their dates; without drafts, as for everybody."""
    return _FINDERS[gap](session, today)


def _listed(session: Session, today: date, query: Query) -> Result:
    return run(session, query, today, drafts=())


def _blank(sheet: Sheet, *fields: Field) -> Callable[[Session, date], Result]:
    query = Query(subject=sheet, measure=Measure.LIST, missing=fields)
    return lambda session, today: _listed(session, today, query)


def _agreements(fits: Callable[[Standing], bool]) -> Callable[[Session, date], Result]:
    def found(session: Session, today: date) -> Result:
        every = _listed(session, today, Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST))
        return _only(every, lambda record: fits(every.standings[record.no]))

    return found


def _only(result: Result, fits: Callable[[Record], bool]) -> Result:
    records = tuple(record for record in result.records if fits(record))
    return replace(result, records=records, figure=len(records))


def _is_vague(now: Standing) -> bool:
    end = now.end.start if now.end else None
    return now.state is State.IN_FORCE and end is not None and end.precision is not Precision.DAY


def _peopleless(session: Session, today: date) -> Result:
    over = _listed(session, today, Query(subject=Sheet.EVENTS, measure=Measure.LIST, upcoming=False))
    peopled = {participant.event for participant in participants.every(session)}
    # An undated one may be among those that have been; what it lacks first is its date.
    dated = {event.no for event in over.records if isinstance(event, Event) and event.date}
    return _only(over, lambda event: event.no in dated - peopled)


def _unreachable(session: Session, today: date) -> Result:
    holding = Having(Sheet.AGREEMENTS, during=Span(today, today))
    query = Query(
        subject=Sheet.PARTNERS, measure=Measure.LIST, missing=(Field.CONTACT, Field.EMAIL), having=(holding,)
    )
    return _listed(session, today, query)


_FINDERS: dict[Gap, Callable[[Session, date], Result]] = {
    Gap.END: _agreements(lambda now: now.state in _UNENDED),
    Gap.VAGUE: _agreements(_is_vague),
    Gap.HELD: _blank(Sheet.EVENTS, Field.DATE),
    Gap.PEOPLE: _peopleless,
    Gap.COUNT: _blank(Sheet.EXCHANGES, Field.QUANTITY),
    Gap.MOVED: _blank(Sheet.EXCHANGES, Field.DATE),
    Gap.COUNTRY: _blank(Sheet.PARTNERS, Field.COUNTRY),
    Gap.CONTACT: _unreachable,
}
