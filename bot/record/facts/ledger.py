"""The words of ledgers and telegrams: `17 books in, 20 out`, `outgoing: …`, `приход 12, расход 8`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.language.lexicon import Sense
from bot.record.facts.parts import Part
from bot.record.facts.scene import Scene
from db.vocabulary import Direction

_MEANS = {"log.out": Direction.SENT, "log.in": Direction.RECEIVED}
_ALSO_SMALL = frozenset(("in", "out"))
"""Everyday words too: they say a way only beside what is counted, or at the head."""
_GO_ON = frozenset(("on", "as", "by", "and", "from", "to", "for"))


def entered(scene: Scene, part: Part, parts: Sequence[Part]) -> tuple[Direction, str] | None:
    """The way that a word beside the amount says, or one at the head of them all; and that word."""
    own = next(_words(scene, part.start, part.end), None)
    head = next(_words(scene, parts[0].start, part.start), None)
    first = parts[0].amount
    last = parts[-1]
    told = head is not None or any(part.verbs for part in parts)
    tail = None if told else next(_words(scene, last.start, last.end), None)
    if head is not None and (first is None or head.start > first.start):
        head = None
    sense = own or head or tail
    return (_MEANS[sense.concept], scene.said(sense.start, sense.end)) if sense is not None else None


def _words(scene: Scene, start: int, end: int) -> Iterator[Sense]:
    for sense in scene.within(start, end, *_MEANS):
        if scene.low(sense.start) not in _ALSO_SMALL or _counts(scene, sense.start):
            yield sense


def _counts(scene: Scene, place: int) -> bool:
    """`17 books in`, `in 25 books`, `out to Tomsk: …`; not `in Riga`, `set out`."""
    behind = place + 1
    stops = behind >= len(scene.tokens) or bool(scene.before(behind).strip())
    goes_on = stops or (scene.low(behind) in _GO_ON and scene.low(place) == "out")
    goes_on = goes_on or (scene.low(behind) in _GO_ON - {"to", "for"} and scene.low(place) == "in")
    number = any(n.start == behind for n in scene.counted) and scene.when_at(behind) is None
    opens = place == 0 or bool(scene.before(place).strip()) or scene.low(place - 1) == "and"
    counted = scene.at(place - 1, "material.", "material", "copies") is not None
    counted = counted or any(n.end == place for n in scene.counted)
    return (opens and (number or goes_on)) or (counted and goes_on)
