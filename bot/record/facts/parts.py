"""A message cut into the parts that its amounts stand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.record.facts.amounts import Amount, amounts
from bot.record.facts.moods import asked
from bot.record.facts.parties import Party, parties
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from bot.record.when import When
from db.vocabulary import Language

ACTS = ("buy", "borrow", "lend", "gift", "exchange", "bring", "send here", "reach", "give", "take", "come",
        "move")  # fmt: skip
"""The verbs of giving and getting; where one word can be several, the first."""
_JOINTS = frozenset(
    ("and", "va", "hamda", "и", "а", "ва", "ҳамда", "also", "plus", "esa", "эса", "but", "lekin", "но", "ham")
)


_MOST = 100
"""Amounts of one sentence: what has more is a table, or meant to hold us up."""


@dataclass(frozen=True, slots=True)
class Part:
    """One amount's part of the sentence, and what stands in it."""

    start: int
    end: int
    amount: Amount | None
    verbs: tuple[Verb, ...]
    parties: tuple[Party, ...]
    ours: tuple[Party, ...]
    dates: tuple[When, ...]


def stretches(scene: Scene, taken: Collection[int]) -> list[tuple[int, int]]:
    """Sentences, but one without a verb or an amount goes with the one before it: `Exchange with X. Got
    15.`
    """
    stretches: list[tuple[int, int]] = []
    acts = [v.start for v in verbs(scene, *ACTS)]
    counted = [a.start for a in amounts(scene)]
    for start, end in scene.sentences:
        if start in taken:
            continue
        acted = any(start <= a < end for a in acts)
        whole = acted and any(start <= a < end for a in counted)
        whole = whole or (acted and any(start <= p.start < end and not p.ours for p in parties(scene)))
        if stretches and stretches[-1][1] == start and not whole and not asked(scene, start, end):
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def parts_of(
    scene: Scene, start: int, end: int, acts: Sequence[Verb], everyone: Sequence[Party]
) -> list[Part]:
    """The stretch cut between its amounts."""
    counted = [a for a in amounts(scene) if start <= a.start < end and not _is_peoples(scene, a)]
    if len(counted) > _MOST:
        return []
    edges = [start]
    for first, second in pairwise(counted):
        edges.append(_cut(scene, first.end, second.start, everyone))
    edges.append(end)
    held: list[Amount | None] = [*counted] or [None]
    pairs = zip(edges, edges[1:], held, strict=False)
    return [_part(scene, first, last, amount, acts, everyone) for first, last, amount in pairs]


def _is_peoples(scene: Scene, amount: Amount) -> bool:
    return any(scene.at(place, "people", "staff") for place in range(amount.start, amount.end))


def _cut(scene: Scene, start: int, end: int, everyone: Sequence[Party]) -> int:
    """Where the second amount's part begins: at an `and`, else at the last comma, else before the party
    between.
    """
    edges = [p for p in range(start, min(end + 1, len(scene.tokens))) if set(scene.before(p)) & set(",;:.-)")]
    # `РГБ — 16`: a dash between a party and its amount parts nothing.
    commas = [p for p in edges if scene.before(p).strip(" -:") or all(party.end != p for party in everyone)]
    joints = [_before_topic(scene, p, start, everyone) for p in range(start, end) if scene.low(p) in _JOINTS]
    between = [p for p in everyone if start <= p.start < end and not p.ours]
    if joints and not (
        between and all(joint > party.end for joint in joints for party in between) and commas
    ):
        return joints[-1]
    breaks = [c for c in commas if ";" in scene.before(c)]
    if breaks:
        return breaks[-1]
    after_first = [c for c in commas if all(party.start >= c or party.end <= c for party in between)]
    if after_first:
        return after_first[-1] if scene.language in {Language.RU, Language.EN} else after_first[0]
    return joints[-1] if joints else end


def _before_topic(scene: Scene, joint: int, start: int, everyone: Sequence[Party]) -> int:
    """`Mongoliyaga esa 74 ta`: a particle stands behind the party that it turns to."""
    if scene.low(joint) not in PARTICLES:
        return joint
    topic = next((p for p in everyone if p.end == joint and p.start >= start), None)
    if topic is None:
        dated = next((w for w in scene.dates if w.end == joint and w.start >= start), None)
        return dated.start if dated is not None else joint
    return topic.start


PARTICLES = frozenset(("esa", "эса", "ham", "ҳам", "хам"))


def _part(
    scene: Scene, start: int, end: int, amount: Amount | None, acts: Sequence[Verb], everyone: Sequence[Party]
) -> Part:
    inside = [p for p in everyone if start <= p.start < end]
    return Part(
        start, end, amount,
        tuple(v for v in acts if start <= v.start < end),
        tuple(p for p in inside if not p.ours and p.role is not Role.OTHER),
        tuple(p for p in inside if p.ours),
        tuple(w for w in scene.dates if start <= w.start < end),
    )  # fmt: skip
