"""Reads what an overview says out of the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from importlib.resources import files

from sqlalchemy.orm import Session

from bot.report.overview import Flow, Flows, Spread
from db import ourselves, partners
from db.query import Group, Measure, Query, Unit
from db.result import Portion, Result
from db.search import run
from db.vocabulary import Direction, Partner, Sheet

ALL = Query(subject=Sheet.EXCHANGES, measure=Measure.LIST)


def flows(session: Session, today: date, of: Query = ALL) -> Flows:
    """What came and what went, of the exchanges that `of` speaks of."""
    by_year, by_partner = (_both(session, today, of, group) for group in (Group.YEAR, Group.PARTNER))
    years = {int(key): flow for key, flow in _merged(*by_year).items() if key is not None}
    named = {int(key): flow for key, flow in _merged(*by_partner).items() if key is not None}
    received, sent = (None if side.figure is None else int(side.figure) for side in by_year)
    whole = Flow(received, sent, sum(len(side.uncounted) for side in by_year))
    undated = sum(len(p.records) for side in by_year for p in side.portions if p.key is None)
    return Flows(whole, years, named, undated)


def spread(session: Session, of: Iterable[Partner] | None = None) -> Spread:
    """Where our partners are, or those of them that are given."""
    every = Counter(partner.country for partner in (partners.every(session) if of is None else of))
    unplaced = every.pop(None, 0)
    home = ourselves.get(session).country
    return Spread({code: n for code, n in every.items() if code}, unplaced, home)


def shapes() -> bytes:
    """The countries' outlines, as the map of partners reads them."""
    return (files("bot.report") / "shapes" / "countries.json").read_bytes()


def _both(session: Session, today: date, of: Query, group: Group) -> tuple[Result, Result]:
    base = replace(of, measure=Measure.SUM, unit=Unit.COPIES, group=group, fields=(), by=None, limit=None)
    received, sent = (_one(session, today, base, direction) for direction in _WAYS)
    return received, sent


_WAYS = (Direction.RECEIVED, Direction.SENT)


def _one(session: Session, today: date, base: Query, direction: Direction) -> Result:
    if base.direction not in {None, direction}:
        return Result(query=base, today=today, records=())
    return run(session, replace(base, direction=direction), today)


def _merged(received: Result, sent: Result) -> dict[str | int | None, Flow]:
    came, went = _by_key(received.portions), _by_key(sent.portions)
    none = Portion(None, 0, ())
    return {
        key: Flow(_counted(a), _counted(b), len(a.uncounted) + len(b.uncounted))
        for key in sorted(came.keys() | went.keys(), key=str)
        for a, b in [(came.get(key, none), went.get(key, none))]
    }


def _counted(portion: Portion) -> int | None:
    return portion.figure if len(portion.uncounted) < len(portion.records) else None


def _by_key(portions: Iterable[Portion]) -> dict[str | int | None, Portion]:
    return {portion.key: portion for portion in portions}
