"""Reads a year out of the registry: the agreements, exchanges, events and programmes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from sqlalchemy.orm import Session

from bot.report.month import Month
from bot.report.overview import Flow
from bot.report.year import Moved, Year
from db import ourselves, participants
from db.query import Measure, Query, Span
from db.result import Result
from db.search import run
from db.vocabulary import Direction, Exchange, Record, Sheet

SOON = 90
"""Days within which an end is near."""


def account(session: Session, year: int, today: date) -> Year:
    """Everything that a report of the year says. Drafts in approval are no agreements yet."""
    of, before = _year(year), _year(year - 1)
    exchanges = _listed(session, today, Query(subject=Sheet.EXCHANGES, measure=Measure.LIST, dated=of))
    earlier = _listed(session, today, Query(subject=Sheet.EXCHANGES, measure=Measure.LIST, dated=before))
    in_force, concluded, ended = (
        _listed(session, today, query)
        for query in (
            Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, at=of),
            Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, signed=of),
            Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, ends=of),
        )
    )
    events = _listed(session, today, Query(subject=Sheet.EVENTS, measure=Measure.LIST, dated=of))
    programmes = _listed(session, today, Query(subject=Sheet.PROGRAMMES, measure=Measure.LIST, at=of))
    shipped = cast("tuple[Exchange, ...]", exchanges.records)
    return Year(
        year=year,
        today=today,
        us=ourselves.get(session).names,
        concluded=concluded,
        ended=ended,
        in_force=in_force,
        moved=_flow(shipped),
        moved_before=_flow(cast("tuple[Exchange, ...]", earlier.records)),
        exchanges=exchanges,
        by_partner=_by_partner(shipped),
        events=events,
        people=_people(session, events.records),
        programmes=programmes,
        vague={
            "agreements": len(in_force.may),
            "exchanges": len(exchanges.may),
            "events": len(events.may),
            "programmes": len(programmes.may),
        },
    )


def month(session: Session, first: date, today: date) -> Month:
    """Everything that a briefing says of the month that begins on that day."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    of, coming = Span(first, last), Span(today, today + timedelta(days=SOON))
    agreements = Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST)
    exchanges = _listed(session, today, Query(subject=Sheet.EXCHANGES, measure=Measure.LIST, dated=of))
    return Month(
        first=first,
        today=today,
        papers=_listed(session, today, agreements),
        concluded=_listed(session, today, replace(agreements, signed=of)),
        ended=_listed(session, today, replace(agreements, ends=of)),
        soon=_listed(session, today, replace(agreements, ends=coming)),
        exchanges=exchanges,
        moved=_flow(cast("tuple[Exchange, ...]", exchanges.records)),
        events=_listed(session, today, Query(subject=Sheet.EVENTS, measure=Measure.LIST, dated=of)),
    )


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def _listed(session: Session, today: date, query: Query) -> Result:
    return run(session, query, today, drafts=())


def _flow(shipped: Iterable[Exchange]) -> Flow:
    copies: dict[Direction, list[int]] = defaultdict(list)
    uncounted = 0
    for exchange in shipped:
        if exchange.quantity is None:
            uncounted += 1
        else:
            copies[exchange.direction].append(exchange.quantity)
    received, sent = (
        sum(copies[direction]) if direction in copies else None
        for direction in (Direction.RECEIVED, Direction.SENT)
    )
    return Flow(received, sent, uncounted)


def _by_partner(shipped: Iterable[Exchange]) -> tuple[Moved, ...]:
    of: dict[int, list[Exchange]] = defaultdict(list)
    for exchange in shipped:
        of[exchange.partner].append(exchange)
    every = [Moved(no, _flow(each), tuple(x.no for x in each)) for no, each in of.items()]
    return tuple(sorted(every, key=lambda moved: (-moved.flow.total, moved.partner)))


def _people(session: Session, events: Iterable[Record]) -> dict[int, int | None]:
    wanted = {event.no for event in events}
    counts: dict[int, list[int | None]] = defaultdict(list)
    for participant in participants.every(session):
        if participant.event in wanted:
            counts[participant.event].append(participant.people)
    return {no: None if None in each else sum(filter(None, each)) for no, each in counts.items()}
