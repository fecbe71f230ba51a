"""Reads what an overview says out of the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from importlib.resources import files

from sqlalchemy.orm import Session

from bot.report.overview import Flow, Flows, Spread
from db import ourselves, partners
from db.query import Group, Measure, Query, Unit
from db.result import Portion, Result
from db.search import run
from db.vocabulary import Direction, Sheet


def flows(session: Session, today: date) -> Flows:
    """What came and what went."""
    by_year, by_partner = (_both(session, today, group) for group in (Group.YEAR, Group.PARTNER))
    years = {int(key): flow for key, flow in _merged(*by_year).items() if key is not None}
    named = {int(key): flow for key, flow in _merged(*by_partner).items() if key is not None}
    received, sent = (None if side.figure is None else int(side.figure) for side in by_year)
    whole = Flow(received, sent, sum(len(side.uncounted) for side in by_year))
    undated = sum(len(p.records) for side in by_year for p in side.portions if p.key is None)
    return Flows(whole, years, named, undated)


def spread(session: Session) -> Spread:
    """Where our partners are."""
    every = Counter(partner.country for partner in partners.every(session))
    unplaced = every.pop(None, 0)
    home = ourselves.get(session).country
    return Spread({code: n for code, n in every.items() if code}, unplaced, home)


def shapes() -> bytes:
    """The countries' outlines, as the map of partners reads them."""
    return (files("bot.report") / "shapes" / "countries.json").read_bytes()


def _both(session: Session, today: date, group: Group) -> tuple[Result, Result]:
    received, sent = (
        run(
            session,
            Query(
                subject=Sheet.EXCHANGES,
                measure=Measure.SUM,
                unit=Unit.COPIES,
                direction=direction,
                group=group,
            ),
            today,
        )
        for direction in (Direction.RECEIVED, Direction.SENT)
    )
    return received, sent


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
