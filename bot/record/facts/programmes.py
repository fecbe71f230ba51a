"""Lasting undertakings with a partner: a project that runs, an access that was given, a reading room that
was opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.language import russian
from bot.language.lexicon import Sense
from bot.record.facts.fact import Fact
from bot.record.facts.moods import negated, unreal
from bot.record.facts.parties import Party, parties
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene, language_of_name
from bot.record.facts.titles import as_written
from bot.record.when import Bound, When
from db.vocabulary import Language, Sheet

_NOUNS = ("programme.", "programme")
_SETTINGS = frozenset(("рамках", "doirasida", "доирасида", "within", "under"))
"""`within the project …` tells of something else that happened in it."""
_LONGEST_TITLE = 7


def programmes(scene: Scene, taken: Collection[int] = ()) -> tuple[Fact, ...]:
    """The undertakings that a text says have begun or go on; the sentences that begin at `taken` are about
    something else.
    """
    found = ((start, _of_sentence(scene, start, end)) for start, end in scene.sentences if start not in taken)
    return tuple(replace(fact, sentence=start) for start, fact in found if fact is not None)


def _of_sentence(scene: Scene, start: int, end: int) -> Fact | None:
    noun = next((s for s in _nouns(scene, start, end) if not _is_setting(scene, s)), None)
    if noun is None or unreal(scene, start):
        return None
    runs = [s for s in scene.within(start, end, "log.run") if s.start >= noun.end or s.end <= noun.start]
    runs = [s for s in runs if not scene.tokens[s.end - 1].key.endswith(("digan", "diganlar"))]
    if not runs or any(negated(scene, sense) or sense.ending.asks for sense in runs):
        return None
    title = _title(scene, start, end, noun)
    if title is None or next(scene.papers(start, end), None) or next(scene.within(start, end, "draft"), None):
        return None
    kind = noun.concept.partition(".")[2] or _kind(scene, start, end)
    partner = _partner(scene, start, end)
    if scene.earlier.told and partner is None and title not in scene.quoted:
        return None  # `the reopening of the Oriental reading room`: a house's own affair
    if kind == "reading room" and partner is not None and partner.role is Role.OTHER:
        return None
    if kind == "reading room" and any(s.start >= noun.end for s in scene.within(start, end, "event.")):
        return None  # `in our hall an exhibition was opened`
    row: dict[str, str | int] = {"kind": kind} if kind else {}
    quotes = {"kind": scene.said(noun.start, noun.end)} if kind else {}
    said = as_written(scene.said(*title).strip("'"), scene.language)
    column = f"title_{language_of_name(said, scene.language).suffix}"
    row[column], quotes[column] = said[:1].upper() + said[1:], said
    if (when := _when(scene, start, end)) is not None:
        row["date"], quotes["date"] = _running(when), scene.dated(when)
    return Fact(Sheet.PROGRAMMES, row, partner, quotes)


def _nouns(scene: Scene, start: int, end: int) -> Iterator[Sense]:
    quoted = {place for first, last in scene.quoted for place in range(first, last)}
    inside = [s for s in scene.within(start, end, *_NOUNS) if s.start not in quoted]
    yield from sorted(inside, key=lambda s: s.concept == "programme")


def _is_setting(scene: Scene, noun: Sense) -> bool:
    return bool({scene.low(noun.end), scene.low(noun.start - 1), scene.low(noun.start - 2)} & _SETTINGS)


def _kind(scene: Scene, start: int, end: int) -> str:
    trains = next(scene.within(start, end, "event.training"), None) is not None
    return "training" if trains else ""


def _title(scene: Scene, start: int, end: int, noun: Sense) -> tuple[int, int] | None:
    """What stands in quotation marks, else what the access is to or the room is of."""
    quoted = next(((s, e) for s, e in scene.quoted if start <= s < end), None)
    if quoted is not None:
        return quoted
    if not noun.concept.startswith("programme."):
        return None
    if scene.language in {Language.UZ_LATN, Language.UZ_CYRL}:
        first = noun.start
        while first > start and _may_belong(scene, first - 1) and noun.end - first < _LONGEST_TITLE:
            first -= 1
        return (first, noun.end) if first < noun.start else None
    last = noun.end
    while last < end and not scene.before(last).strip() and _may_belong(scene, last):
        if last - noun.start >= _LONGEST_TITLE:
            break
        last += 1
    if last > noun.end:
        return (noun.start, last)
    first = noun.start
    while first > start and scene.before(first) == " " and _may_describe(scene, first - 1):
        first -= 1
    return (first, noun.end) if first < noun.start else None


def _may_describe(scene: Scene, place: int) -> bool:
    """`a Turkish reading room`, `немецкий читальный зал`: the adjectives before it."""
    if scene.tokens[place].is_number or scene.low(place) in _SMALL or scene.when_at(place) is not None:
        return False
    if scene.language is Language.RU:
        return russian.is_adjective(scene.low(place))
    return scene.tokens[place].written[0].isupper() and place > 0


_SMALL = frozenset(("the", "a", "an", "our", "new", "новый", "наш"))


def _may_belong(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if token.is_number or scene.when_at(place) is not None or scene.at(place, "log.", "us", "with"):
        return False
    return not any(p.start <= place < p.end for p in parties(scene))


def _when(scene: Scene, start: int, end: int) -> When | None:
    return next((w for w in scene.dates if start <= w.start < end), None)


def _running(when: When) -> str:
    """From a beginning on it goes on, unless an end was said."""
    if "/" in when.text or when.bound is Bound.UNTIL:
        return when.edtf
    return f"{when.text}/.."


def _partner(scene: Scene, start: int, end: int) -> Party | None:
    """The other side: the one it is done with, else whose it is."""
    near = [p for p in parties(scene) if start <= p.start < end and not p.ours]
    joined = [p for p in near if p.role in {Role.WITH, Role.BY}]
    sure = [p for p in joined or near if not p.place] or joined or [p for p in near if p.no is not None]
    return next(iter(sure), None)
