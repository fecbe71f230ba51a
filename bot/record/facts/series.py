"""Events that recur, told of as such: `every year the Rumyantsev Readings are held in Moscow`."""

from __future__ import annotations

from dataclasses import replace

from bot.record.facts.fact import Fact
from bot.record.facts.moods import unreal
from bot.record.facts.parties import parties
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene, language_of_name
from bot.record.when import Bound
from db.vocabulary import Sheet


def series(scene: Scene) -> tuple[Fact, ...]:
    """The recurring events that a sentence of a narrative names; a day makes it one edition, an event."""
    if not scene.earlier.told:
        return ()
    found = ((start, _of_sentence(scene, start, end)) for start, end in scene.sentences)
    return tuple(replace(fact, sentence=start) for start, fact in found if fact is not None)


def _of_sentence(scene: Scene, start: int, end: int) -> Fact | None:
    recurs = next(scene.within(start, end, "recurs."), None)
    quoted = next(((s, e) for s, e in scene.quoted if start <= s < end), None)
    dated = any(start <= w.start < end and w.bound is Bound.WHOLE for w in scene.dates)
    if recurs is None or quoted is None or dated or unreal(scene, start):
        return None
    if next(scene.within(start, end, "event.", "event", "series"), None) is None:
        return None
    title = scene.said(*quoted)
    column = f"title_{language_of_name(title, scene.language).suffix}"
    row = {column: title, "recurs": recurs.concept.partition(".")[2]}
    quotes = {column: title, "recurs": scene.said(recurs.start, recurs.end)}
    hosts = [p for p in parties(scene) if start <= p.start < end and not p.ours and not p.place]
    host = next((p for p in hosts if p.role in {Role.BY, Role.OTHER}), None)
    return Fact(Sheet.SERIES, row, host, quotes)
