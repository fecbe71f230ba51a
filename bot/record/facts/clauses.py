"""A sentence that tells of several kinds of things, parted where one ends and the next begins: `signed a
memorandum with X, they gave us 10 books`.

Each part is then read as a sentence of its own. What governs the whole (a question, a plan, hearsay) stays
in one piece with what it governs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from bot.record.facts.amounts import amounts
from bot.record.facts.headcounts import headcounts
from bot.record.facts.moods import asked
from bot.record.facts.parties import parties
from bot.record.facts.parts import PARTICLES
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from bot.record.when import Bound, When
from db.vocabulary import Language

_ACTS = (
    "end", "renew", "sign", "return", "approve", "buy", "borrow", "lend", "gift", "exchange", "bring",
    "send here", "reach", "give", "take", "come", "visit", "attend", "hold", "host", "open", "go", "meet",
    "learn", "speak",
)  # fmt: skip
_PAPERS = frozenset(("end", "renew", "sign"))
_EVENTS = frozenset(
    ("visit", "attend", "hold", "host", "open", "go", "come", "meet", "take", "learn", "speak")
)
_GOVERNS = ("log.if", "log.plan", "log.off", "log.hearsay", "log.ask", "log.question")


class Kind(Enum):
    """What a part of a sentence tells of."""

    PAPER = "paper"
    STAGE = "stage"
    SHIPMENT = "shipment"
    EVENT = "event"


def parted(scene: Scene) -> Scene:
    """The same message, its sentences parted by what they tell of. A date at the head of a sentence goes for
    all its parts.
    """
    cuts: list[int] = []
    heads: list[When] = []
    for start, end in scene.sentences:
        here = list(_cuts(scene, start, end))
        cuts += here
        heads += _heads(scene, start, end, here)
    if not cuts:
        return scene
    dates = tuple(sorted((*scene.dates, *heads), key=lambda w: w.start))
    return replace(scene, cuts=frozenset(cuts), dates=dates)


def _heads(scene: Scene, start: int, end: int, cuts: Sequence[int]) -> Iterator[When]:
    """The date said before anything happens in a sentence, laid to those of its parts that have none."""
    acts = [v.start for v in verbs(scene, *_ACTS) if start <= v.start < end]
    head = next((w for w in scene.dates if start <= w.start < end and w.bound is Bound.WHOLE), None)
    if head is None or not acts or head.start > min(acts):
        return
    for first, last in pairwise([*cuts, end]):
        if not any(first <= w.start < last for w in scene.dates):
            yield replace(head, start=first, end=first, said=scene.said(head.start, head.end))


def _cuts(scene: Scene, start: int, end: int) -> Iterator[int]:
    edges = [start, *(p for p in range(start + 1, end) if _is_edge(scene, p)), end]
    if len(edges) == 2 or asked(scene, start, end):
        return
    acts = [v for v in verbs(scene, *_ACTS) if start <= v.start < end]
    told: Kind | None = None
    told_from = start
    for first, last in _grouped(scene, edges, acts):
        if first > start and _denies(scene, told_from, first, acts) and _names(scene, first, last):
            yield first
            told, told_from = None, first
        kind = _kind(scene, first, last, [v for v in acts if first <= v.start < last])
        if kind is None:
            continue
        if told is not None and _parts(scene, told, kind, (told_from, first), (first, last)):
            yield first
            told_from = first
        told = kind


def _grouped(scene: Scene, edges: Sequence[int], acts: Sequence[Verb]) -> Iterator[tuple[int, int]]:
    """The stretches between the edges; in Uzbek what has no verb goes with what follows it."""
    late = scene.language not in {Language.RU, Language.EN}
    first = edges[0]
    for at, last in enumerate(edges[1:], 1):
        acted = any(first <= v.start < last for v in acts)
        if late and not acted and last != edges[-1] and not _is_denial(scene, first, last):
            continue
        yield first, edges[at]
        first = last


def _denies(scene: Scene, start: int, end: int, acts: Sequence[Verb]) -> bool:
    """`the BL gave nothing, but …`, `не Минюст, а …`, `Adliya emas, …`: said only to be ruled out."""
    here = [v for v in acts if start <= v.start < end]
    return all(v.ending.negative or v.denied for v in here) if here else _is_denial(scene, start, end)


_NOTHING = frozenset(("ничего", "nothing", "none"))


def _is_denial(scene: Scene, start: int, end: int) -> bool:
    """Names somebody, and says no more of them than `not`."""
    if next(scene.within(start, end, "material.", "agreement", "agreement.", "draft", "log.draft"), None):
        return False
    if any(start <= a.start < end for a in amounts(scene)):
        return False
    if scene.language in {Language.RU, Language.EN}:
        first = start + (scene.low(start) == "it")
        return scene.at(first, "log.not") is not None or scene.low(end - 1) in _NOTHING
    return scene.low(end - 1) in {"emas", "эмас"}


def _is_edge(scene: Scene, place: int) -> bool:
    gap = scene.before(place)
    dated = scene.when_at(place)
    if any(first < place < last for first, last in scene.quoted) or (dated and dated.start < place):
        return False
    if set(gap) & set(",;:") or " - " in gap:
        return True
    return scene.at(place, "and", "log.but") is not None and scene.low(place) not in PARTICLES


def _parts(scene: Scene, told: Kind, kind: Kind, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether a new matter begins. What governs the sentence from its first part governs all of it."""
    if next(scene.within(*before, *_GOVERNS), None) is not None:
        return False
    if kind is not told:
        return True
    if kind not in {Kind.PAPER, Kind.STAGE}:
        return False
    return _names(scene, *before) and _names(scene, *here)


def _names(scene: Scene, start: int, end: int) -> bool:
    near = [p for p in parties(scene) if start <= p.start < end and not p.ours]
    return any(not (p.place and p.role is Role.OTHER) for p in near)


def _kind(scene: Scene, start: int, end: int, acts: list[Verb]) -> Kind | None:
    if not acts:
        gathers = next(scene.within(start, end, "event."), None) is not None
        where = next(scene.within(start, end, "online", "time.hour"), None) is not None
        return Kind.EVENT if gathers and where else None
    if next(scene.within(start, end, "stage."), None) is not None:
        return Kind.STAGE
    things = next(scene.within(start, end, "material.", "log.parcel"), None) is not None
    if things or any(start <= a.start < end and not a.bare for a in amounts(scene)):
        return Kind.SHIPMENT
    paper = next(scene.papers(start, end), None) is not None
    event = next(scene.within(start, end, "event.", "event"), None) is not None
    if not event and any(v.act in _PAPERS for v in acts) and (paper or _names(scene, start, end)):
        return Kind.PAPER
    guests = next(scene.within(start, end, "log.guest", "delegation"), None) is not None
    counted = any(start <= c.start < end for c in headcounts(scene))
    if (event or guests or counted) and any(v.act in _EVENTS for v in acts):
        return Kind.EVENT
    return None
