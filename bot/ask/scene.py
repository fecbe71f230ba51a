"""What is fixed for a question before any room looks at it: the names chosen in it, the meanings that stand.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.ask.apart import Apart, set_apart
from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.names import Gazetteer
from bot.language.phrases import CONNECTORS, Known
from bot.language.reading import Reading
from db.query import Query

_ORDER = {Known.PARTNER: 0, Known.OURSELVES: 1, Known.EVENT: 2, Known.SERIES: 3, Known.PROGRAMME: 4,
    Known.PERSON: 5,
          Known.CITY: 6, Known.COUNTRY: 7, Known.REGION: 8, Known.AGREEMENT: 9, Known.STAGE: 10}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What is fixed for a question: the reading, the names chosen in it, the senses that stand, today."""

    reading: Reading
    gazetteer: Gazetteer
    today: date
    mentions: tuple[Mention, ...]
    senses: tuple[Sense, ...]
    meant: dict[str, list[Sense]]
    """The senses by concept, and by the group before its dot (`event.`)."""
    weak: tuple[Mention, ...]
    """Titles that words already explained would fit too: for those who find no other use for the words."""
    before: Query | None = None
    """The question that this one continues: its filters hold unless the words say otherwise."""
    apart: Apart | None = None
    """What is left out; its words stand in none of the above."""

    @classmethod
    def of(cls, reading: Reading, gazetteer: Gazetteer, today: date) -> Scene:
        """Chooses among overlapping names and meanings: the longest stands."""
        senses = _uncontrasted(_visible(reading.senses))
        strange = _strange(reading, senses)
        # `qaraganda` is "compared with" before it is a city.
        phrased = {
            p for s in senses if s.end - s.start > 1 or s.concept == "than" for p in range(s.start, s.end)
        }
        firm = [
            m
            for m in reading.mentions
            if not (_is_titled(m) and strange.isdisjoint(m.places)) and not _is_in_phrase(m, phrased)
        ]
        firm = [m for m in firm if not _is_any_national(m, senses)]
        here = gazetteer.partner_places | gazetteer.event_places
        chosen = _chosen(firm, here, prefers_region=_speaks_of_partners(senses, reading.mentions))
        named = {
            p
            for m in chosen
            for p in m.places
            if p in strange
            or (not _is_titled(m) and (len(m.places) > 1 or m.known not in {Known.CITY, Known.COUNTRY}))
        }
        timed = [set(range(p.start, p.end)) for p in reading.periods]
        inside = [named, *timed]
        standing = tuple(
            s
            for s in senses
            if not any(set(range(s.start, s.end)) <= part for part in inside)
            and not (s.concept in _COUNTING and any(s.end - 1 in part for part in timed))
        )
        ours = {p for s in standing if s.concept in {"us", "ours"} for p in range(s.start, s.end)}
        # `our library` is no title, whatever anniversary of it was kept.
        weak = tuple(
            m for m in reading.mentions if _is_titled(m) and m not in chosen and not set(m.places) <= ours
        )
        apart = set_apart(reading.tokens, standing, chosen)
        if apart:
            out = apart.places
            chosen = tuple(m for m in chosen if out.isdisjoint(m.places))
            standing = tuple(s for s in standing if out.isdisjoint(range(s.start, s.end)))
            weak = tuple(m for m in weak if out.isdisjoint(m.places))
        return cls(reading, gazetteer, today, chosen, standing, _by_concept(standing), weak, apart=apart)


_YIELDING = {"went": "exist", "held": "exist", "approve": "agreement", "gave": "filler"}
"""`bor` is "there is" before it is "go!"; `kelishuv` is an agreement before it is agreeing; `дай` asks me to
tell.
"""
_COUNTING = frozenset(("first", "last", "next", "previous", "nearest", "oldest", "newest", "this"))
"""Words that belong to a time they reach into: `the first quarter`."""


def _by_concept(senses: Iterable[Sense]) -> dict[str, list[Sense]]:
    meant: dict[str, list[Sense]] = {}
    for sense in senses:
        meant.setdefault(sense.concept, []).append(sense)
        group, dot, _ = sense.concept.partition(".")
        if dot:
            meant.setdefault(group + dot, []).append(sense)
    return meant


def _is_titled(mention: Mention) -> bool:
    return mention.how is How.WORDS and mention.known in {Known.EVENT, Known.SERIES, Known.PROGRAMME}


def _is_any_national(mention: Mention, senses: Iterable[Sense]) -> bool:
    """`nechta milliy kutubxona`, `which national library`: any of them, and not ours."""
    asked = {"count", "which", "each", "all", "other"}
    free = mention.known is Known.OURSELVES and mention.how is How.WORDS
    if mention.known is Known.PARTNER and mention.how is How.WORDS and len(mention.places) > 1:
        # `Rossiyadagi milliy kutubxona hamkorlarimiz`: whoever they are there
        end = max(mention.places) + 1
        return any(s.start == end and s.concept == "partner" and s.ending.plural for s in senses)
    return free and any(s.end == mention.start and s.concept in asked for s in senses)


def _is_in_phrase(mention: Mention, phrased: set[int]) -> bool:
    """The `день` of `последний день` is no place, whatever place is called so."""
    return mention.known in {Known.CITY, Known.COUNTRY} and set(mention.places) <= phrased


def _strange(reading: Reading, senses: Iterable[Sense]) -> set[int]:
    known = {p for s in senses for p in range(s.start, s.end)}
    known |= {p for m in reading.mentions if not _is_titled(m) for p in m.places}
    known |= {p for period in reading.periods for p in range(period.start, period.end)}
    known |= {p for number in reading.numbers for p in range(number.start, number.end)}
    return {at for at, token in enumerate(reading.tokens) if at not in known and token.low not in CONNECTORS}


def _speaks_of_partners(senses: Iterable[Sense], mentions: Iterable[Mention]) -> bool:
    regions = {p for m in mentions if m.known is Known.REGION for p in m.places}
    about = ("partner", "inst.", "agreement", "got", "gave", "country")
    return any(s.concept.startswith(about) and s.start not in regions for s in senses)


def _visible(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """A phrase hides the words inside it; `joʻnatma` is a shipment before it is "do not send"."""
    senses = _untangled(senses)
    plain = {(s.start, s.end) for s in senses if not s.ending.negative and s.concept != "filler"}
    spans = {(s.concept, s.start, s.end) for s in senses}
    return tuple(
        s
        for s in senses
        if not (s.ending.negative and (s.start, s.end) in plain)
        and not (s.concept in _YIELDING and (_YIELDING[s.concept], s.start, s.end) in spans)
        and not any(
            o.start <= s.start and s.end <= o.end and (o.end - o.start) > (s.end - s.start) for o in senses
        )
    )


def _untangled(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Of two phrases that share a word the longer stands: in `how far apart are` nobody asks `how far`."""
    spans = {(s.start, s.end) for s in senses if s.end - s.start > 1}
    lost = {
        (a, b) for a, b in spans for c, d in spans
        if (a < c < b < d or c < a < d < b) and b - a < d - c
    }  # fmt: skip
    return tuple(s for s in senses if (s.start, s.end) not in lost) if lost else senses


def _uncontrasted(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Without what is only set apart: `titles, not copies` asks for titles, and `agreement no.` denies
    nothing.
    """
    numbers = {s.start for s in senses if s.concept == "number" and s.end == s.start + 1}
    papers = {s.end for s in senses if s.concept.startswith(("agreement", "letter"))}
    idle = {s for s in senses if s.concept == "not" and s.start in numbers & papers}
    for denial in senses:
        if denial.concept != "not":
            continue
        apart = [s for s in senses if s.concept.startswith(_CONTRASTED) and _is_denied(s, denial)]
        if any(_is_rival(o, s) for s in apart for o in senses if o.start not in {a.start for a in apart}):
            idle |= {s for s in senses if s.start in {denial.start, *(a.start for a in apart)}}
    kept = tuple(s for s in senses if s not in idle)
    return kept + tuple(replace(s, concept="filler") for s in idle if s.start not in numbers)


_CONTRASTED = ("copies", "titles", "material.", "basis.", "agreement.", "event.")


def _is_denied(sense: Sense, denial: Sense) -> bool:
    """`not copies`, `не журналы`, `nusxa emas`."""
    return sense.end == denial.start if denial.language == "uz" else sense.start == denial.end


def _is_rival(one: Sense, other: Sense) -> bool:
    """Of the same kind of thing."""
    units = {"copies", "titles"}
    alike = one.concept.partition(".")[0] == other.concept.partition(".")[0]
    return one.concept != other.concept and (alike or {one.concept, other.concept} <= units)


def _chosen(mentions: list[Mention], here: frozenset[str], *, prefers_region: bool) -> tuple[Mention, ...]:
    def rank(mention: Mention) -> tuple[int, int, int]:
        order = -1 if prefers_region and mention.known is Known.REGION else _ORDER[mention.known]
        if mention.known in {Known.CITY, Known.COUNTRY} and mention.value not in here:
            # `у турок` is Turkey, where we know somebody, and not Turku.
            order += len(_ORDER)
        return -len(mention.places), mention.how is not How.EXACT, order

    taken: set[int] = set()
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=rank):
        if taken.isdisjoint(mention.places):
            taken |= set(mention.places)
            chosen.append(mention)
    return tuple(sorted(chosen, key=lambda m: m.start))
