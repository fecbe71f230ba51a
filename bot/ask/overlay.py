"""A new query laid over the one before: what it says takes the place of the same kind of thing. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.comparing import sides
from bot.ask.frame import Frame
from bot.language.names import Gazetteer
from db.query import Field, Group, Measure, Query, Side, Unit
from db.vocabulary import Sheet

_WHOM = ("partners", "countries", "region", "cities", "partner_kinds")
_WHERE = ("place_cities", "place_countries", "hosts", "hosted_by_us", "abroad")
_TIMES = ("at", "ends", "starts", "signed", "dated", "among")
_ALONE = (
    "materials", "basis", "kinds", "conditions", "persons", "roles", "side", "programmes", "events", "stages",
    "pending", "outcome", "overdue", "editions", "missing", "present", "series", "records", "quantity",
    "upcoming", "having", "nth", "besides", "total_at_least", "total_at_most",
)  # fmt: skip
"""Filters that stand for themselves."""
_OF_EVENTS = {Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.SERIES}


def overlaid(before: Query, new: Query, frame: Frame, ask: Asking) -> Query | None:
    """The old query with what the new words say; None where they say nothing."""
    if before.measure is Measure.RANK:
        # The place that was asked for last was a place among others.
        before = replace(before, nth=None)
    query = _timed(before, new, frame)
    if query is None:
        return None
    query = _filtered(query, new, frame)
    if (
        query.subject is Sheet.AGREEMENTS
        and not new.kinds
        and any(s.start >= 0 for s in frame.senses("agreement"))
    ):
        query = replace(query, kinds=())
    if new.basis and not frame.has("gave", "send", "got", "came", "us", "they"):
        # `а подарено?` says on what ground, not which way.
        new = replace(new, direction=before.direction)
    query = _turned(query, new)
    if new.direction is None and new.measure in _PICKED and frame.has("exchange", "basis.exchange"):
        # `when was the last exchange?`: whichever way it went.
        query = replace(query, direction=None)
    if new.upcoming is False and before.upcoming and query.measure is Measure.FIRST:
        # The one before the next one is the last of those past.
        query = replace(query, measure=Measure.LAST)
    if ask.total and query.dated == before.dated and query.dated and not frame.scene.mentions:
        # `а всего?`: of all years.
        query = replace(query, dated=None, quantity=None)
    if _measures(before, new, frame, ask):
        query = _measured(query, before, new, frame)
    again = ask.who or ask.listing or ask.list_noun or (ask.which and before.measure in _PICKED)
    again = again or (ask.count and query.measure is Measure.COMPARE)
    return query if query != before or again else None


def _filtered(query: Query, new: Query, frame: Frame) -> Query:
    bare = Query(subject=new.subject, measure=new.measure)
    for names in (_WHOM, _WHERE):
        said = [name for name in names if getattr(new, name) != getattr(bare, name)]
        if said == ["partner_kinds"]:
            # `how many of them are libraries?`
            query = replace(query, partner_kinds=new.partner_kinds)
        elif said:
            # Whoever took part is asked of the same event; all else is asked of somebody else.
            there = query.records if query.subject is Sheet.PARTICIPANTS and names is _WHOM else ()
            query = replace(query, **{name: getattr(new, name) for name in names})
            query = replace(query, records=there, quantity=None, having=new.having)
    if new.roles and not new.side:
        # `who was the moderator?`: whoever it was, on whichever side.
        query = replace(query, side=None)
    if query.dated and not frame.has("upcoming", "soon", "next", "nearest"):
        # "where are they held?" is asked of those that were spoken of.
        new = replace(new, upcoming=None)
    for name in _ALONE:
        if getattr(new, name) != getattr(bare, name):
            query = replace(query, **{name: getattr(new, name)})
    if new.records or new.series:
        query = replace(query, records=new.records, series=new.series, kinds=new.kinds)
        query = query if new.dated else replace(query, dated=None, upcoming=new.upcoming)
    return query


def _timed(before: Query, new: Query, frame: Frame) -> Query | None:
    """The new period in the place of the old one."""
    said = {name: getattr(new, name) for name in _TIMES if getattr(new, name)}
    if not said:
        return before
    if before.subject is Sheet.AGREEMENTS and not frame.has("start", "sign", "signing", "end", "in force"):
        days = next(iter(said.values()))
        name = next((n for n in ("ends", "starts", "signed", "at") if getattr(before, n)), "at")
        return replace(before, **{name: days})
    if before.subject in _OF_EVENTS and before.records and not new.records:
        return _of_series(before, new, frame.scene.gazetteer)
    if "dated" in said or "among" in said:
        before = replace(before, dated=None, among=(), quantity=None)
        before = replace(before, upcoming=None) if before.subject in _OF_EVENTS else before
        if before.group is Group.YEAR and before.measure is Measure.SUM:
            before = replace(before, group=None)
    return replace(before, **said)


def _of_series(before: Query, new: Query, gazetteer: Gazetteer) -> Query | None:
    """Another year of an event is another event of its series."""
    known = [gazetteer.events[no] for no in before.records if no in gazetteer.events]
    series = {event.series for event in known if event.series}
    if len(series) != 1 or len(known) != len(before.records):
        return None
    return replace(before, records=(), series=tuple(series), dated=new.dated, among=new.among, upcoming=None)


def _turned(query: Query, new: Query) -> Query:
    """The other way: what was told of the first way only does not hold for it."""
    if query.subject is not Sheet.EXCHANGES or new.direction is None:
        return query
    turned = query.direction is not new.direction
    query = replace(query, direction=new.direction)
    if turned:
        # The share of gifts is asked of the other way too.
        basis = new.basis or (query.basis if query.measure is Measure.SHARE else None)
        query = replace(query, events=new.events, basis=basis, quantity=new.quantity)
        query = replace(query, measure=Measure.SUM) if query.measure is Measure.BALANCE else query
    return query


_PICKED = frozenset((Measure.FIRST, Measure.LAST, Measure.LONGEST, Measure.SHORTEST))
_BY_WORD = frozenset((
    Measure.RANK, Measure.AVERAGE, Measure.SHARE, Measure.COMPARE, Measure.FIRST, Measure.LAST,
    Measure.LONGEST, Measure.SHORTEST,
))  # fmt: skip


def _measures(before: Query, new: Query, frame: Frame, ask: Asking) -> bool:
    """Do the new words ask for something else than the old ones did?"""
    if new.measure in _BY_WORD:
        return True
    if new.measure is Measure.FIELD:
        default = new.subject is Sheet.APPROVALS and new.fields == (Field.STAGE, Field.HOLDER)
        return not default or ask.where
    if new.measure in {Measure.COUNT, Measure.SUM, Measure.BALANCE}:
        return ask.count or ask.total or frame.has("balance")
    if new.measure is Measure.EXISTS:
        return ask.whether and before.measure is not Measure.COUNT
    if new.measure is Measure.CARD:
        return ask.card
    listed = ask.listing or ask.list_noun
    return listed or ((ask.which or ask.who) and before.measure not in _PICKED)


def _measured(query: Query, before: Query, new: Query, frame: Frame) -> Query:
    measure = new.measure
    if query.total_at_least is not None or query.total_at_most is not None:
        # `how many are they?`, `list them`: both are in the answer, with what each comes to.
        return query
    if before.subject is Sheet.PARTICIPANTS and measure is Measure.COUNT and new.subject is Sheet.EVENTS:
        # `how many were they?`: the people who were spoken of.
        return replace(query, measure=Measure.SUM, unit=Unit.PEOPLE, fields=(), group=None)
    named = any(s.start >= 0 for s in frame.senses("event", "event.", "series"))
    if before.subject is Sheet.PARTICIPANTS and measure is Measure.LIST and not named and not new.dated:
        # `name them`: those who were counted
        return replace(query, measure=Measure.LIST, fields=(), group=None)
    if measure is Measure.BALANCE and before.measure in {Measure.RANK, Measure.COMPARE} and sides(query):
        # `by how much?` after one of two was more than the other.
        return replace(query, measure=Measure.COMPARE, group=before.group, limit=None)
    if measure is Measure.BALANCE and query.direction and not frame.has("balance", "exchanged"):
        measure = Measure.SUM
    units = frame.has("titles", "people", "count.people") or before.unit is Unit.RECORDS
    keeps = before.subject is Sheet.EXCHANGES and not units and new.unit is not Unit.RECORDS
    fields = new.fields if measure in {Measure.FIELD, Measure.LIST} else ()
    group = new.group or (Group.YEAR if query.among else None)
    return replace(
        query, subject=new.subject, measure=measure, fields=fields, unit=before.unit if keeps else new.unit,
        group=group, limit=new.limit or (before.limit if measure is before.measure else None),
        descending=new.descending, by=new.by, side=_side(query, new, measure),
    )  # fmt: skip


def _side(query: Query, new: Query, measure: Measure) -> Side | None:
    """Where and when an event was is asked of the event, not of those who were there."""
    return new.side if new.subject in _OF_EVENTS and measure is Measure.FIELD else query.side
