"""What we promised somebody, and by when: `we promised the Louvre a catalogue by March`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.lexicon import Sense
from bot.record.facts.fact import Fact
from bot.record.facts.moods import asked, negated
from bot.record.facts.parties import Party, parties
from bot.record.facts.roles import PREPOSITIONS, Role
from bot.record.facts.scene import Scene
from bot.record.facts.terms import ahead_of
from bot.record.when import When
from db.vocabulary import Sheet


def promises(scene: Scene) -> tuple[Fact, ...]:
    """The promises of ours that a message tells of. One without a day by which it is to be kept is a plan."""
    if scene.earlier.told:
        return ()
    found = ((start, _of_sentence(scene, start, end)) for start, end in scene.sentences)
    return tuple(replace(fact, sentence=start) for start, fact in found if fact is not None)


def _of_sentence(scene: Scene, start: int, end: int) -> Fact | None:
    verb = next(scene.within(start, end, "log.promise"), None)
    if verb is None or negated(scene, verb) or asked(scene, start, end) or not _is_ours(scene, start, verb):
        return None
    if next(scene.within(start, end, "log.if", "log.hearsay"), None) is not None:
        return None
    due = next((w for w in ahead_of(scene, start, end) if w.text > scene.today.isoformat()), None)
    if due is None or "/" in due.text:
        return None
    others = [p for p in parties(scene) if start <= p.start < end and not p.ours]
    party = next((p for p in others if p.no is not None or p.name), None)
    title = max(_runs(scene, start, end, verb, due, party), key=lambda run: run[1] - run[0], default=None)
    if title is None:
        return None
    said = scene.said(*title)
    row = {"title": said[:1].upper() + said[1:], "due": due.text}
    return Fact(Sheet.PROMISES, row, party, {"title": said, "due": scene.dated(due)})


def _is_ours(scene: Scene, start: int, verb: Sense) -> bool:
    """Whether it is we who promised: by the verb's ending, or by a `we` right before it."""
    if verb.ending.ours and verb.ending.past:
        return True
    ours = [p for p in parties(scene) if p.ours and p.role is Role.AGENT and start <= p.start]
    near = [p for p in ours if 0 <= verb.start - p.end <= _BESIDE]
    return any(not any(scene.before(q).strip() for q in range(p.end, verb.start + 1)) for p in near)


_BESIDE = 3
"""`we have already promised`"""


def _runs(
    scene: Scene, start: int, end: int, verb: Sense, due: When, party: Party | None
) -> Iterator[tuple[int, int]]:
    """The words between who promised whom, and by when: what was promised."""
    spans = [(verb.start, verb.end), (due.start, due.end)]
    spans += [(p.start, p.end) for p in parties(scene) if p.ours and start <= p.start < end]
    spans += [(party.start, party.end)] if party is not None else []
    taken = {place for first, last in spans for place in range(first, last)}
    taken |= {first - 1 for first, _ in spans if scene.low(first - 1) in PREPOSITIONS | _SMALL}
    taken |= {first - 2 for first, _ in spans if scene.low(first - 1) == "the" and first - 2 not in taken}
    place = start
    while place < end:
        last = place
        while last < end and last not in taken:
            last += 1
        first = place + (scene.low(place) in _OPENERS)
        if last > first and not all(scene.low(p) in PREPOSITIONS | _SMALL for p in range(first, last)):
            yield first, last
        place = last + 1


_SMALL = frozenset(("the", "by", "until", "before", "to", "к", "до"))
_OPENERS = frozenset(("that", "to", "a", "an", "the", "что"))
