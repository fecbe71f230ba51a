"""Runs a query: the figure, the records behind it, and what is not in the figure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db import agreements, events, exchanges, participants, partners, programmes, series
from db.edtf import Point, Precision
from db.matching import comes_to, first_due
from db.placing import leading
from db.query import Field, Group, Measure, Query, Unit
from db.result import Around, Portion, Result, amount, beginning, date_of, length, partner_of
from db.selecting import select
from db.standing import standing
from db.vocabulary import (
    ANY_MATERIAL,
    Agreement,
    AgreementState,
    Approval,
    Direction,
    Event,
    Exchange,
    Partner,
    Programme,
    Record,
    Series,
)


def run(
    session: Session,
    query: Query,
    today: date,
    known: Around | None = None,
    *,
    drafts: Collection[int] | None = None,
) -> Result:
    """Raises nothing for a query that makes no sense: it gives what fits. `known` are all named records,
    where the caller has them at hand as this session sees them; else those that are needed are read.

    Where `drafts` are given, agreements that are still being cleared are left out, but for these, before
    anything is counted, and so is how they were cleared: neither a figure nor a list speaks of them.
    """
    chosen = select(session, query, today, known.partners if known else None)
    fit, may = _seen(chosen.fit, drafts), _seen(chosen.may, drafts)
    fit = _in_turn(fit, query.nth) if query.nth and query.measure is not Measure.RANK else fit
    result = Result(query=query, today=today, records=fit, may=may, around=known or Around())
    result = _MEASURES.get(query.measure, _listed)(session, result)
    result = replace(result, related=_seen(result.related, drafts))
    return _surrounded(session, result, known)


def _in_turn(records: tuple[Record, ...], nth: int) -> tuple[Record, ...]:
    """Of each partner's dated records the one in this place."""
    found: dict[int | None, list[Record]] = {}
    for record in _ordered(records):
        if date_of(record) is not None:
            found.setdefault(partner_of(record), []).append(record)
    at = nth - 1 if nth > 0 else nth
    return tuple(theirs[at] for theirs in found.values() if -len(theirs) <= at < len(theirs))


def _seen(found: tuple[Record, ...], drafts: Collection[int] | None) -> tuple[Record, ...]:
    if drafts is None:
        return found
    return tuple(r for r in found if (paper := _being_cleared(r)) is None or paper in drafts)


def _being_cleared(record: Record) -> int | None:
    """The agreement whose clearance the record is part of."""
    if isinstance(record, Approval):
        return record.agreement
    return record.no if isinstance(record, Agreement) and record.state is AgreementState.DRAFT else None


def _listed(session: Session, result: Result) -> Result:
    records = _ordered(result.records)
    return replace(result, records=records, figure=len(records))


def _counted(session: Session, result: Result) -> Result:
    query = result.query
    if query.unit in {Unit.COPIES, Unit.TITLES, Unit.PEOPLE}:
        return _summed(session, result)
    records = _ordered(result.records)
    if query.unit in _DISTINCT:
        parts = _portions(session, result, _DISTINCT[query.unit])
        figure = sum(part.key is not None for part in parts)
        return replace(result, records=records, figure=figure, portions=parts, ungrouped=_ungrouped(parts))
    portions = _portions(session, result, query.group) if query.group else ()
    return replace(result, records=records, figure=len(records), portions=portions)


_DISTINCT = {Unit.PARTNERS: Group.PARTNER, Unit.COUNTRIES: Group.COUNTRY, Unit.CITIES: Group.PLACE}
"""Units that count what the records belong to, each once."""


def _ungrouped(portions: Iterable[Portion]) -> tuple[Record, ...]:
    return tuple(record for portion in portions if portion.key is None for record in portion.records)


def _total(records: Iterable[Record], unit: Unit) -> tuple[int, tuple[Record, ...]]:
    known = [(record, amount(record, unit)) for record in records]
    return sum(n for _, n in known if n is not None), tuple(record for record, n in known if n is None)


def _summed(session: Session, result: Result) -> Result:
    query = result.query
    records = _ordered(result.records)
    figure, uncounted = _total(records, query.unit)
    loose = 0
    if query.materials:
        loose = sum(
            amount(r, query.unit) or 0
            for r in records
            if isinstance(r, Exchange) and r.material in {ANY_MATERIAL, None}
        )
    group = query.group or (
        Group.PARTNER if len({partner_of(r) for r in records if isinstance(r, Exchange)}) > 1 else None
    )
    portions = _portions(session, result, group) if group else ()
    nothing = not records or len(uncounted) == len(records)
    return replace(
        result,
        records=records,
        figure=None if nothing else figure,
        uncounted=uncounted,
        loose=loose,
        portions=portions,
    )


def _portions(session: Session, result: Result, group: Group | None) -> tuple[Portion, ...]:
    unit = result.query.unit
    known = _agreements_of(session, result.records)
    nos = [no for r in result.records if (no := partner_of(r, known)) is not None]
    located = result.around.partners or _partners(session, nos)
    parts: dict[str | int | None, list[Record]] = {}
    for record in result.records:
        parts.setdefault(_key(record, group, located, known, result.today), []).append(record)
    portions = [Portion(key, *_with_total(records, unit)) for key, records in parts.items()]
    if group is Group.YEAR:
        return tuple(sorted(portions, key=lambda p: (p.key is None, str(p.key))))
    return tuple(sorted(portions, key=lambda p: (-p.figure, str(p.key))))


def _with_total(records: list[Record], unit: Unit) -> tuple[int, tuple[Record, ...], tuple[Record, ...]]:
    figure, uncounted = (
        _total(records, unit) if unit in {Unit.COPIES, Unit.TITLES, Unit.PEOPLE} else (len(records), ())
    )
    return figure, tuple(records), uncounted


def _key(
    record: Record,
    group: Group | None,
    located: Mapping[int, Partner],
    known: dict[int, Agreement],
    today: date,
) -> str | int | None:
    no = partner_of(record, known)
    match group:
        case Group.PARTNER:
            return no
        case Group.COUNTRY:
            own = getattr(record, "country", None)
            return own or (located[no].country if no is not None and no in located else None)
        case Group.YEAR:
            moment = date_of(record)
            return moment.earliest.year if moment and moment.earliest else None
        case Group.MONTH:
            moment = date_of(record)
            return moment.start.text[:7] if moment and moment.start and _knows_month(moment.start) else None
        case Group.PLACE:
            own = getattr(record, "city", None)
            return own or (located[no].city if no is not None and no in located else None)
        case Group.HOST:
            host = getattr(record, "host", None)
            return host and (host.partner or host.text)
        case Group.STATE:
            return standing(record, today).state.value if isinstance(record, Agreement) else None
        case Group.PERSON:
            return next((found for name in _PERSONS if (found := getattr(record, name, None))), None)
        case Group.RECORD:
            return record.no
        case None:
            return None
    value = getattr(record, group.value, None)
    return None if value is None else str(value)


def _knows_month(point: Point) -> bool:
    return point.precision in {Precision.DAY, Precision.MONTH}


_PERSONS = ("responsible", "holder", "person")


def _ordered(records: tuple[Record, ...]) -> tuple[Record, ...]:
    def place(record: Record) -> tuple[bool, date, int]:
        moment = date_of(record)
        known = moment.earliest or moment.latest if moment else None
        return known is None, known or date.max, record.no

    return tuple(sorted(records, key=place))


def _ranked(session: Session, result: Result) -> Result:
    group = result.query.group or Group.PARTNER
    every = _portions(session, result, group)
    kept = leading(every, result.query)
    uncounted = tuple(r for r in result.records if amount(r, result.query.unit) is None)
    records = tuple(r for p in kept for r in p.records)
    figure = kept[0].figure if kept else None
    return replace(result, portions=kept, figure=figure, records=records, uncounted=uncounted,
                   ungrouped=_ungrouped(every))  # fmt: skip


def _extreme(pick: Callable[[Record], Any]) -> Callable[[Session, Result], Result]:
    def measured(session: Session, result: Result) -> Result:
        known = [(value, record) for record in result.records if (value := pick(record)) is not None]
        undated = tuple(record for record in result.records if pick(record) is None)
        if not known:
            return replace(result, records=(), may=(*result.may, *undated))
        lowest = result.query.measure in {Measure.FIRST, Measure.SHORTEST}
        limit = result.query.limit or 1
        values = sorted((value for value, _ in known), reverse=not lowest)
        edge = values[min(limit, len(values)) - 1]
        kept = [pair for pair in known if (pair[0] <= edge if lowest else pair[0] >= edge)]
        kept.sort(key=lambda pair: pair[0], reverse=not lowest)
        return replace(
            result, records=tuple(r for _, r in kept), may=(*result.may, *undated), figure=len(kept)
        )

    return measured


def _moment(result: Result) -> Callable[[Record], date | None]:
    """The day by which first and last are told."""
    if result.query.by is Field.DUE:
        return lambda record: first_due(record, result.query.ends)
    if result.query.by is not Field.END:
        return beginning

    def ending(record: Record) -> date | None:
        return standing(record, result.today).latest_end if isinstance(record, Agreement) else None

    return ending


def _average(session: Session, result: Result) -> Result:
    summed = _summed(session, result)
    counted = len(summed.records) - len(summed.uncounted)
    if summed.figure is None or not counted:
        return replace(summed, figure=None)
    return replace(summed, figure=summed.figure / counted)


def _balanced(session: Session, result: Result) -> Result:
    portions = _portions(session, result, Group.DIRECTION)
    by_key = {p.key: p.figure for p in portions}
    counted = [p for p in portions if len(p.uncounted) < len(p.records)]
    figure = by_key.get(Direction.RECEIVED, 0) - by_key.get(Direction.SENT, 0) if counted else None
    _, uncounted = _total(result.records, result.query.unit)
    return replace(
        result, records=_ordered(result.records), portions=portions, figure=figure, uncounted=uncounted
    )


def _compared(session: Session, result: Result) -> Result:
    query = result.query
    portions = _portions(session, result, query.group or Group.PARTNER)
    if query.total_at_least is not None or query.total_at_most is not None:
        # Parts of which nothing is counted come to no sum.
        portions = tuple(
            p for p in portions
            if p.key is not None and len(p.uncounted) < len(p.records) and comes_to(p.figure, query)
        )  # fmt: skip
        kept = _ordered(tuple(r for p in portions for r in p.records))
        result = replace(result, records=kept, figure=len(portions))
    _, uncounted = _total(result.records, query.unit)
    return replace(result, records=_ordered(result.records), portions=portions, uncounted=uncounted)


def _share(session: Session, result: Result) -> Result:
    mine, _ = _total(result.records, result.query.unit)
    whole = select(session, _whole(result.query), result.today)
    total, uncounted = _total(whole.fit, result.query.unit)
    figure = mine * 100 / total if total and result.records else None
    return replace(
        result,
        figure=figure,
        uncounted=uncounted,
        portions=(Portion(None, mine, result.records), Portion(None, total, ())),
    )


_PARTS = (
    ("partners", "countries", "cities", "partner_kinds"), ("materials",), ("basis",), ("kinds",),
    ("conditions", "at"), ("place_cities", "place_countries"), ("side",), ("dated", "among"),
)  # fmt: skip
"""The filters that make a part of a whole, the likeliest first."""


def _whole(query: Query) -> Query:
    """What a share is taken of: the query without the filter that makes the part."""
    bare = Query(subject=query.subject, measure=query.measure)
    for names in _PARTS:
        if any(getattr(query, name) != getattr(bare, name) for name in names):
            return replace(query, **{name: getattr(bare, name) for name in names})
    return query


def _carded(session: Session, result: Result) -> Result:
    related: list[Record] = []
    for record in result.records:
        if isinstance(record, Partner):
            related += agreements.where(session, agreements.table.c.partner == record.no)
            related += exchanges.where(session, exchanges.table.c.partner == record.no)
            related += programmes.where(session, programmes.table.c.partner == record.no)
            related += events.where(session, events.table.c.host_partner == record.no)
        elif isinstance(record, Event):
            related += participants.where(session, participants.table.c.event == record.no)
        elif isinstance(record, Series):
            related += events.where(session, events.table.c.series == record.no)
    return replace(result, related=tuple(related), figure=len(result.records))


_MEASURES: Mapping[Measure, Callable[[Session, Result], Result]] = {
    Measure.COUNT: _counted,
    Measure.EXISTS: _counted,
    Measure.SUM: _summed,
    Measure.RANK: _ranked,
    Measure.FIRST: lambda session, result: _extreme(_moment(result))(session, result),
    Measure.LAST: lambda session, result: _extreme(_moment(result))(session, result),
    Measure.LONGEST: _extreme(length),
    Measure.SHORTEST: _extreme(length),
    Measure.AVERAGE: _average,
    Measure.BALANCE: _balanced,
    Measure.COMPARE: _compared,
    Measure.SHARE: _share,
    Measure.CARD: _carded,
}


def _agreements_of(session: Session, records: tuple[Record, ...]) -> dict[int, Agreement]:
    nos = {number for r in records if isinstance(number := getattr(r, "agreement", None), int)}
    return {a.no: a for a in agreements.where(session, agreements.table.c.no.in_(nos))} if nos else {}


def _partners(session: Session, nos: Iterable[int]) -> dict[int, Partner]:
    wanted = set(nos)
    return {p.no: p for p in partners.where(session, partners.table.c.no.in_(wanted))} if wanted else {}


def _surrounded(session: Session, result: Result, known: Around | None) -> Result:
    parts = (r for p in result.portions for r in p.records)
    seen = (*result.records, *result.may, *result.related, *parts)
    papers = _agreements_of(session, seen)
    around = known or _read_around(session, result, seen, papers)
    drafted = [r for r in (*seen, *papers.values()) if isinstance(r, Agreement)]
    standings = {r.no: standing(r, result.today) for r in drafted}
    return replace(result, around=replace(around, agreements=papers), standings=standings)


def _read_around(
    session: Session, result: Result, seen: tuple[Record, ...], papers: dict[int, Agreement]
) -> Around:
    held = _events(session, _referred(seen, "event"))
    nos = set(result.query.partners)
    nos |= {no for record in (*seen, *held.values()) if (no := partner_of(record, papers)) is not None}
    return Around(
        partners=_partners(session, nos),
        events=held,
        series={s.no: s for s in series.where(session, series.table.c.no.in_(_referred(seen, "series")))},
        programmes=_programmes(session, _referred(seen, "programme")),
    )


def _referred(seen: tuple[Record, ...], name: str) -> set[int]:
    return {number for record in seen if isinstance(number := getattr(record, name, None), int)}


def _events(session: Session, nos: set[int]) -> dict[int, Event]:
    return {e.no: e for e in events.where(session, events.table.c.no.in_(nos))} if nos else {}


def _programmes(session: Session, nos: set[int]) -> dict[int, Programme]:
    return {g.no: g for g in programmes.where(session, programmes.table.c.no.in_(nos))} if nos else {}
