"""A reading becomes a query, or a named failure. Pure.

Every room that knows a subject proposes candidates; a candidate that leaves a word unaccounted for is
dropped; the surest of the rest is taken. Nothing fitting is said as it is: out of scope, not in the
registry, not understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.ask import agreements, approvals, events, exchanges, others, programmes
from bot.ask.answer import Assumption, Outcome, assumption
from bot.ask.frame import Candidate, Frame, less, whom
from bot.ask.gate import unheard
from bot.ask.leftover import forgiving
from bot.ask.paper import is_plural
from bot.ask.scene import Scene
from bot.language.mention import How, Mention
from bot.language.names import Gazetteer
from bot.language.phrases import Known
from bot.language.reading import Reading
from bot.language.suffixes import Case
from db.query import Query
from db.vocabulary import Sheet

_ROOMS = (
    agreements.candidates,
    exchanges.candidates,
    events.candidates,
    programmes.candidates,
    approvals.candidates,
    others.partners,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A query with what was assumed, or the outcome that takes its place."""

    outcome: Outcome
    query: Query | None = None
    assumptions: tuple[Assumption, ...] = ()
    unknown: str = ""
    alternatives: tuple[Query, ...] = ()
    """What the words may mean as well, where the registry holds nothing of what they mean first."""
    vague: bool = False
    """A name that fits several partners was taken for all of them."""
    points_back: bool = False
    """It speaks of somebody who was spoken of before: by itself it asks nothing."""
    several: bool = False
    """Agreements are spoken of, and not the one."""


def understand(reading: Reading, gazetteer: Gazetteer, today: date) -> Understood:
    """What a question means by itself, without what was asked before."""
    scene = Scene.of(reading, gazetteer, today)
    if _is_out_of_scope(scene):
        return Understood(Outcome.OUT_OF_SCOPE)
    proposed = less((c for room in _ROOMS for c in room(scene)), scene)
    found = sorted(proposed, key=lambda c: -c.weight)
    whole = [c for c in found if not c.frame.unaccounted() and not unheard(c.frame, c.query)]
    stranger = _stranger(scene)
    if stranger:
        return Understood(Outcome.NOT_IN_REGISTRY, unknown=stranger)
    if not whole and (nearly := forgiving(found)):
        whole = [nearly]
    if not whole:
        return Understood(Outcome.NOT_UNDERSTOOD, unknown=_left(found, reading))
    best = whole[0]
    others = tuple(c.query for c in whole[1:] if {c.query.subject, best.query.subject} in _TWICE)
    return Understood(
        Outcome.ANSWERED,
        best.query,
        (*_guessed(reading), *best.frame.assumptions),
        alternatives=others,
        points_back=_points_back(best.frame, best.query),
        vague=any(m.known is Known.PARTNER and len(m.nos) > 1 for m in scene.mentions),
        several=is_plural(best.frame),
    )


_TWICE = (
    {Sheet.AGREEMENTS, Sheet.PROGRAMMES}, {Sheet.EVENTS}, {Sheet.EVENTS, Sheet.PARTICIPANTS},
)  # fmt: skip
"""A joint project is a programme and often a paper too; words may tell an event's kind and place, or be its
title.
"""


def _points_back(frame: Frame, query: Query) -> bool:
    """`ulardan qachon kelgan?`, `does it remain in force?`: of somebody whom nothing that is said names."""
    named = (
        query.partners, query.countries, query.cities, query.records, query.series, query.programmes,
        query.persons, query.hosts, query.place_cities, query.place_countries, query.partner_kinds,
        query.kinds, query.events, query.stages,
    )  # fmt: skip
    if frame.scene.mentions or any(named) or frame.has("partner", "who", "which", "institution"):
        return False
    return any(
        s.ending.case in {Case.DATIVE, Case.ABLATIVE} or frame.low(s.start) in _POINTING
        for s in frame.senses("they")
    )


_POINTING = frozenset(("it", "them", "him", "her", "ним", "ними", "нему", "ней", "них", "им", "ему"))


def _is_out_of_scope(scene: Scene) -> bool:
    return any(s.concept == "out_of_scope" for s in scene.senses)


def _stranger(scene: Scene) -> str:
    """An institution, country or city the registry knows nothing of."""
    frame = Frame(scene)
    titled = {p for m in scene.reading.mentions if m.known is Known.EVENT for p in m.places}
    named = frame.mentions(Known.CITY, Known.COUNTRY)
    if named and all(titled.issuperset(m.places) for m in named):
        return ""
    if frame.has("event.", "event", "participate", "went", "held at") and not any(
        m.how is How.UNKNOWN for m in scene.mentions
    ):
        return next(
            (
                _said(scene, m.places)
                for m in frame.mentions(Known.CITY, Known.COUNTRY)
                if not _is_known(scene, m)
            ),
            "",
        )
    return whom(frame).unknown


def _is_known(scene: Scene, place: Mention) -> bool:
    return place.value in scene.gazetteer.event_places or place.value in scene.gazetteer.partner_places


def _said(scene: Scene, places: tuple[int, ...]) -> str:
    return scene.reading.written(places)


def _left(found: list[Candidate], reading: Reading) -> str:
    if not found:
        return ""
    fewest = min(({*c.frame.unaccounted(), *unheard(c.frame, c.query)} for c in found), key=len)
    return reading.written(sorted(fewest))


def _guessed(reading: Reading) -> tuple[Assumption, ...]:
    return tuple(
        assumption("spelling", written=g.written, taken=g.taken.split("'")[0]) for g in reading.guesses
    )
