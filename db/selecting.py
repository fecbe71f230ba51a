"""The compiler: a query's filters as SQL for both databases, and the sorting of what SQL cannot decide.

Whether an agreement stands or a vague date falls into a span is decided here on the frozen records: a record
either fits, or may fit (its date is not recorded, or is vaguer than the question).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db import agreements, approvals, contacts, events, exchanges, participants, partners, programmes, series
from db.leaving import Clause, among, held_elsewhere, kinds_of, not_those, of_other_things
from db.matching import (
    begins_in_any,
    bound_within,
    edition,
    ended_in,
    ends_in,
    in_any,
    is_ahead,
    is_behind,
    is_blank,
    is_due,
    is_past,
    stands,
    stood_in,
    within,
)
from db.query import Condition, Field, Having, Measure, Query, Side, Span, Unit
from db.result import partner_of
from db.vocabulary import (
    ANY_MATERIAL,
    US,
    Partner,
    Record,
    Sheet,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The records that fit, and those that may: their date is not recorded, or too vague to tell."""

    fit: tuple[Record, ...]
    may: tuple[Record, ...] = ()


def select(
    session: Session, query: Query, today: date, named: Mapping[int, Partner] | None = None
) -> Selection:
    """The records of the query's subject under all its filters; `named` are all partners, where the caller
    has them at hand as this session sees them.
    """
    if query.subject is Sheet.PARTNERS:
        return _partners(session, query, today, named)
    return _SELECTORS[query.subject](session, query, today)


def _sorted(records: Iterable[Record], tests: list[Callable[[Any], bool | None]]) -> Selection:
    fit: list[Record] = []
    may: list[Record] = []
    for record in records:
        verdicts = [test(record) for test in tests]
        if False in verdicts:
            continue
        (may if None in verdicts else fit).append(record)
    return Selection(tuple(fit), tuple(may))


def _partner_clauses(query: Query, column: sa.ColumnElement[int | None]) -> list[Clause]:
    clauses: list[Clause] = []
    if query.partners:
        clauses.append(among(column, query.partners))
    if query.besides:
        others = sa.select(partners.table.c.no).where(*not_those(query.besides))
        clauses.append(sa.or_(column.is_(None), column.in_(others)))
    inner = _about_partners(query)
    if inner:
        clauses.append(column.in_(sa.select(partners.table.c.no).where(*inner)))
    return clauses


def _about_partners(query: Query) -> list[Clause]:
    c = partners.table.c
    clauses: list[Clause] = []
    if query.countries:
        clauses.append(among(c.country, query.countries))
    if query.cities:
        clauses.append(among(c.city, query.cities))
    if query.partner_kinds:
        clauses.append(among(c.kind, query.partner_kinds))
    if query.abroad and query.subject not in _OF_EVENTS:
        clauses.append(sa.and_(c.country.is_not(None), c.country != _OURS))
    return clauses


_OF_EVENTS = frozenset((Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.SERIES))


def _missing(query: Query, table: sa.Table) -> list[Clause]:
    blank: list[Clause] = [
        sa.not_(_filled(table, name))
        for field in query.missing
        if (name := _COLUMN.get(field, field.value)) in table.c
    ]
    filled: list[Clause] = [
        _filled(table, name)
        for field in query.present
        if (name := _COLUMN.get(field, field.value)) in table.c
    ]
    return blank + filled


def _filled(table: sa.Table, name: str) -> Clause:
    return contacts.reached(table, name) if table is partners.table else table.c[name].is_not(None)


_COLUMN = {Field.END: "term", Field.START: "term", Field.PLACE: "city", Field.RENEWAL: "renewal",
           Field.SUBMISSION: "submission_deadline", Field.REGISTRATION: "registration_deadline",
           Field.NOTICE: "notice_days"}  # fmt: skip


def _partners(session: Session, query: Query, today: date, named: Mapping[int, Partner] | None) -> Selection:
    c = partners.table.c
    clauses = _about_partners(query) + _missing(query, partners.table)
    clauses += not_those(query.besides) if query.besides else []
    numbers = (*query.records, *query.partners)
    if numbers:
        clauses.append(among(c.no, numbers))
    # All of them may be thousands: what is at hand is not read again.
    everybody = tuple(named.values()) if named and not clauses else None
    found = everybody or partners.where(session, *clauses)
    found = contacts.with_people(session, found) if query.fields else found
    for having in query.having:
        held, perhaps = _holders(session, query, having, today)
        found = tuple(p for p in found if (p.no in held) is having.any and p.no not in perhaps - held)
    return Selection(found)


def _holders(session: Session, query: Query, having: Having, today: date) -> tuple[set[int], set[int]]:
    """The partners of whom the registry holds such records, and those of whom it may."""
    during, sheet = having.during, having.sheet
    at, dated = (during, None) if sheet is Sheet.AGREEMENTS else (None, during)
    stand = (Condition.CONCLUDED,) if sheet is Sheet.AGREEMENTS else ()  # a draft binds nobody yet
    wanted = Query(subject=sheet, measure=query.measure, direction=having.direction, at=at, dated=dated,
                   conditions=stand)  # fmt: skip
    chosen = select(session, wanted, today)
    held, perhaps = (
        {no for record in records if (no := partner_of(record)) is not None}
        for records in (chosen.fit, chosen.may)
    )
    return held, perhaps


def _exchanges(session: Session, query: Query, today: date) -> Selection:
    c = exchanges.table.c
    clauses = _partner_clauses(query, c.partner) + _missing(query, exchanges.table)
    if query.records:
        clauses.append(among(c.no, query.records))
    if query.direction:
        clauses.append(c.direction == query.direction)
    if query.basis:
        clauses.append(c.basis == query.basis)
    if query.materials:
        exact = among(c.material, query.materials)
        # People say "books" of whatever a parcel holds; other materials are meant as they are said.
        loose = sa.or_(c.material == ANY_MATERIAL, c.material.is_(None))
        counted = query.unit in {Unit.COPIES, Unit.TITLES} and query.measure is not Measure.SHARE
        generic = "books" in query.materials and counted
        clauses.append(sa.or_(exact, loose) if generic else exact)
    clauses += of_other_things(query, c)
    if query.quantity is not None:
        clauses.append(sa.or_(c.quantity == query.quantity, c.titles == query.quantity))
    if query.at_least is not None:
        clauses.append(c.quantity >= query.at_least)
    if query.at_most is not None:
        clauses.append(c.quantity <= query.at_most)
    if query.programmes:
        clauses.append(among(c.programme, query.programmes))
    if query.events:
        clauses.append(among(c.event, query.events))
    tests: list[Callable[[Any], bool | None]] = []
    if span := query.dated:
        clauses.append(_may_touch(c.date_earliest, c.date_latest, span))
        tests.append(lambda exchange: within(exchange.date, span))
    tests += [in_any(query.among)] if query.among else []
    return _sorted(exchanges.where(session, *clauses), tests)


def _may_touch(earliest: sa.ColumnElement[Any], latest: sa.ColumnElement[Any], span: Span) -> Clause:
    """Not surely outside."""
    clauses: list[Clause] = []
    if span.last:
        clauses.append(sa.or_(earliest.is_(None), earliest <= span.last))
    if span.first:
        clauses.append(sa.or_(latest.is_(None), latest >= span.first))
    return sa.and_(sa.true(), *clauses)


def _agreements(session: Session, query: Query, today: date) -> Selection:
    c = agreements.table.c
    clauses = _partner_clauses(query, c.partner)
    clauses += [
        c[_COLUMN.get(f, f.value)].is_(None) for f in query.missing if f not in {Field.END, Field.START}
    ]
    clauses += [c[_COLUMN.get(f, f.value)].is_not(None) for f in query.present]
    if query.records:
        clauses.append(among(c.no, query.records))
    clauses += kinds_of(query, c.kind)
    if query.persons:
        clauses.append(among(c.responsible, query.persons))
    tests: list[Callable[[Any], bool | None]] = [stands(c, today) for c in query.conditions]
    tests += [is_blank(field) for field in query.missing if field in {Field.END, Field.START}]
    if at := query.at:
        tests.append(lambda a: stood_in(a, at))
    if ends := query.ends:
        tests.append(lambda a: ends_in(a, ends, today))
    if starts := query.starts:
        tests.append(lambda a: None if a.term is None else bound_within(a.term.start, starts))
    if signed := query.signed:
        tests.append(lambda a: within(a.signed, signed))
    if spans := query.among:
        tests.append(lambda a: begins_in_any(a, spans))
    return _sorted(agreements.where(session, *clauses), tests)


def _events(session: Session, query: Query, today: date) -> Selection:
    c = events.table.c
    clauses = _missing(query, events.table)
    numbers = query.records or query.events
    if numbers:
        clauses.append(among(c.no, numbers))
    clauses += kinds_of(query, c.kind)
    clauses += held_elsewhere(query, c)
    if query.series:
        clauses.append(among(c.series, query.series))
    if query.programmes:
        clauses.append(among(c.programme, query.programmes))
    if query.place_cities:
        clauses.append(among(c.city, query.place_cities))
    if query.place_countries:
        clauses.append(among(c.country, query.place_countries))
    if query.abroad:
        clauses.append(sa.and_(c.country.is_not(None), c.country != _OURS))
    if query.hosts or query.hosted_by_us:
        hosted = among(c.host_partner, query.hosts) if query.hosts else c.host_text == US
        clauses.append(hosted)
    taking_part = participants_clauses(query)
    if taking_part:
        clauses.append(c.no.in_(sa.select(participants.table.c.event).where(*taking_part)))
    tests: list[Callable[[Any], bool | None]] = []
    if span := query.dated:
        clauses.append(_may_touch(c.date_earliest, c.date_latest, span))
        tests.append(lambda event: within(event.date, span))
    tests += [in_any(query.among)] if query.among else []
    if query.upcoming is not None:
        # Without a date it is not known to lie ahead: it is among those that have been.
        tests.append(
            lambda event: is_ahead(event, today) if query.upcoming else is_behind(event, today) is not False
        )
    if ends := query.ends:
        tests.append(lambda event: is_due(event, ends))
    if query.editions:
        tests.append(lambda event: edition(event.edition) in query.editions)
    return _sorted(events.where(session, *clauses), tests)


_OURS = sa.select(sa.column("country")).select_from(sa.table("ourselves")).scalar_subquery()


def participants_clauses(query: Query) -> list[Clause]:
    """Who took part, of the query, on the table of participants."""
    c = participants.table.c
    clauses: list[Clause] = []
    if query.persons:
        clauses.append(among(c.person, query.persons))
    if query.roles:
        clauses.append(sa.or_(*(sa.func.lower(c.role).contains(role) for role in query.roles)))
    if query.side is Side.OURS:
        clauses.append(c.institution_text == US)
    elif query.side is Side.THEIRS:
        clauses.append(sa.or_(c.institution_text.is_(None), c.institution_text != US))
    if query.subject is Sheet.PARTICIPANTS and query.at_least is not None:
        clauses.append(c.count >= query.at_least)
    return clauses + _partner_clauses(query, c.institution_partner)


def _participants(session: Session, query: Query, today: date) -> Selection:
    held, clauses = _events(session, _without_people(query), today), participants_clauses(query)
    c = participants.table.c

    def at(events: tuple[Record, ...]) -> tuple[Record, ...]:
        return participants.where(session, c.event.in_([event.no for event in events]), *clauses)

    return Selection(at(held.fit), at(held.may) if held.may else ())


def _without_people(query: Query) -> Query:
    return replace(
        query,
        subject=Sheet.EVENTS,
        persons=(),
        roles=(),
        side=None,
        partners=(),
        countries=(),
        cities=(),
        partner_kinds=(),
    )


def _programmes(session: Session, query: Query, today: date) -> Selection:
    c = programmes.table.c
    clauses = _partner_clauses(query, c.partner) + _missing(query, programmes.table)
    numbers = query.records or query.programmes
    if numbers:
        clauses.append(among(c.no, numbers))
    clauses += kinds_of(query, c.kind)
    tests: list[Callable[[Any], bool | None]] = []
    tests += [_dated(span) for span in (query.dated, query.at) if span]
    if ends := query.ends:
        tests.append(lambda programme: ended_in(programme.date, ends))
    if starts := query.starts:
        tests.append(
            lambda programme: None if programme.date is None else bound_within(programme.date.start, starts)
        )
    return _sorted(programmes.where(session, *clauses), tests)


def _dated(span: Span) -> Callable[[Any], bool | None]:
    return lambda record: within(record.date, span)


def _series(session: Session, query: Query, today: date) -> Selection:
    c = series.table.c
    clauses: list[Clause] = []
    if query.records or query.series:
        clauses.append(among(c.no, query.records or query.series))
    if query.hosts:
        clauses.append(among(c.host_partner, query.hosts))
    if query.hosted_by_us:
        clauses.append(c.host_text == US)
    return Selection(series.where(session, *clauses))


def _approvals(session: Session, query: Query, today: date) -> Selection:
    c, a = approvals.table.c, agreements.table.c
    inner = _partner_clauses(query, a.partner)
    clauses: list[Clause] = []
    if inner or query.records:
        if query.records:
            inner.append(among(a.no, query.records))
        clauses.append(c.agreement.in_(sa.select(a.no).where(*inner)))
    if query.stages:
        clauses.append(among(c.stage, query.stages))
    if query.pending is not None:
        clauses.append(c.outcome.is_(None) if query.pending else c.outcome.is_not(None))
    if query.outcome:
        clauses.append(c.outcome == query.outcome)
    if query.persons:
        clauses.append(among(c.holder, query.persons))
    tests: list[Callable[[Any], bool | None]] = []
    if span := query.dated:
        tests.append(lambda approval: within(approval.sent, span))
    if due := query.ends:
        tests.append(lambda approval: within(approval.due, due))
    if query.overdue:
        tests.append(lambda approval: approval.outcome is None and is_past(approval.due, today))
    return _sorted(approvals.where(session, *clauses), tests)


_SELECTORS: dict[Sheet, Callable[[Session, Query, date], Selection]] = {
    Sheet.AGREEMENTS: _agreements,
    Sheet.APPROVALS: _approvals,
    Sheet.EXCHANGES: _exchanges,
    Sheet.PROGRAMMES: _programmes,
    Sheet.SERIES: _series,
    Sheet.EVENTS: _events,
    Sheet.PARTICIPANTS: _participants,
}
