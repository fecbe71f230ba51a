"""What a message takes back as it goes: `семинар, точнее конференция`, `kecha… adashdim, bugun`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.record.facts.scene import Scene
from bot.record.when import When

_KINDS = ("event.", "agreement.", "material.", "stage.")
_REACH = 4
_DENIALS = frozenset(("no", "нет", "yo'q", "йўқ", "not"))


def corrected(scene: Scene) -> Scene:
    """The same message without the words and dates that the next ones replace."""
    slips = list(slips_of(scene))
    if not slips:
        return scene
    gone = {place for slip in slips for place in _retracted(scene, slip)}
    dates = tuple(w for w in scene.dates if not any(_replaces(scene, w, slip) for slip in slips))
    senses = tuple(s for s in scene.senses if s.start not in gone or not s.concept.startswith(_KINDS))
    return replace(scene, senses=senses, dates=dates)


def slips_of(scene: Scene) -> Iterator[tuple[int, int]]:
    """The places of the words that say something was a slip: those words begin and end there."""
    for sense in scene.within(0, len(scene.tokens), "log.correction"):
        if scene.before(sense.start).strip() or scene.before(sense.end).strip():
            yield sense.start, sense.end
    for place in range(1, len(scene.tokens) - 1):
        apart = scene.before(place).strip() and set(scene.before(place + 1)) & set(",.!-")
        if scene.low(place) in _DENIALS and apart:
            yield place, place + 1


def _retracted(scene: Scene, slip: tuple[int, int]) -> Iterator[int]:
    """Where the word stands that the one right behind the slip replaces."""
    behind = next(scene.within(slip[1], min(slip[1] + _REACH, len(scene.tokens)), *_KINDS), None)
    if behind is None:
        return
    kind = behind.concept.partition(".")[0] + "."
    before = list(scene.within(max(0, slip[0] - _REACH), slip[0], kind))
    if before and before[-1].concept != behind.concept:
        yield before[-1].start


def _replaces(scene: Scene, when: When, slip: tuple[int, int]) -> bool:
    """Whether a date stands right before the slip, and another right behind it."""
    before = when.end <= slip[0] and slip[0] - when.end < _REACH
    return before and any(slip[1] <= w.start < slip[1] + 2 for w in scene.dates)
