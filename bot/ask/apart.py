"""What a question leaves out: `except Poland`, `кроме подарков`, `Polshadan tashqari`. Pure.

Whoever or whatever stands beside the word that leaves out is taken from the question, so that no room reads
it as wanted, and becomes a filter of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.lexicon import Sense
from bot.language.mention import Mention
from bot.language.phrases import Known
from bot.language.places import members
from bot.language.tokens import Token
from db.query import Besides
from db.vocabulary import Basis, Sheet


@dataclass(frozen=True, slots=True)
class Apart:
    """What is left out, and the places of the words that say so."""

    besides: Besides
    places: frozenset[int]


_JOINING = frozenset(("and", "or", "nor", "и", "или", "да", "va", "hamda", "yoki", "ва", "ҳамда", "ёки"))
_LEADING = frozenset((
    "the", "our", "from", "to", "of", "in", "with", "those", "for", "by", "any",
    "с", "со", "от", "из", "в", "во", "для", "на", "наших", "тех", "самой", "самого",
))  # fmt: skip
_BASES = {"basis.gift": Basis.GIFT, "basis.purchase": Basis.PURCHASE, "basis.loan": Basis.LOAN,
          "basis.exchange": Basis.EXCHANGE}  # fmt: skip
_KINDS = ("agreement.", "event.", "programme.")
_PARTNER_KINDS = {
    "inst.university": ("university", "university library"), "inst.archive": ("archive",),
    "inst.museum": ("museum",), "inst.embassy": ("embassy",), "inst.publisher": ("publisher",),
    "inst.foundation": ("foundation",),
}  # fmt: skip


def set_apart(tokens: Sequence[Token], senses: Sequence[Sense], mentions: Sequence[Mention]) -> Apart | None:
    """None where nothing is left out, or where it is not clear what."""
    found: dict[str, list[object]] = {}
    places: set[int] = set()
    marks = [s for s in senses if s.concept == "excluding"]
    for mark in marks:
        beside = list(_beside(tokens, senses, mentions, mark))
        if not beside:
            return None
        for thing in beside:
            for name, values in _as_filters(thing, senses):
                found.setdefault(name, []).extend(values)
            places |= set(thing.places if isinstance(thing, Mention) else range(thing.start, thing.end))
        places |= set(range(min(places), max(places) + 1)) | set(range(mark.start, mark.end))
        places |= _between(mark, places)
    if not found:
        return None
    return Apart(Besides(**{name: tuple(dict.fromkeys(v)) for name, v in found.items()}), frozenset(places))  # type: ignore[arg-type]


def _between(mark: Sense, places: set[int]) -> set[int]:
    """From the word that leaves out to what it leaves out."""
    return set(range(min(mark.start, *places), max(mark.end, *(p + 1 for p in places))))


def _beside(
    tokens: Sequence[Token], senses: Sequence[Sense], mentions: Sequence[Mention], mark: Sense
) -> Iterator[Mention | Sense]:
    """The names and kinds right behind the word (before it in Uzbek), as far as they are joined."""
    backward = mark.language == "uz"
    at = mark.start - 1 if backward else mark.end
    step: Callable[[int], int] = (lambda p: p - 1) if backward else (lambda p: p + 1)
    first = True
    while 0 <= at < len(tokens):
        joined = first
        while 0 <= at < len(tokens) and tokens[at].low in _JOINING | _LEADING:
            joined = joined or tokens[at].low in _JOINING
            at = step(at)
        comma = at + 1 if backward else at
        joined = joined or (0 <= comma < len(tokens) and "," in tokens[comma].before)
        thing = _thing_at(at, senses, mentions, backward=backward) if joined else None
        if thing is None:
            return
        yield thing
        at = thing.start - 1 if backward else thing.end
        first = False


_NAMES = (Known.PARTNER, Known.COUNTRY, Known.CITY, Known.REGION)


def _thing_at(
    at: int, senses: Sequence[Sense], mentions: Sequence[Mention], *, backward: bool
) -> Mention | Sense | None:
    """The longest name or kind that ends (in Uzbek) or begins at the place."""
    # `кроме того` leaves out no Togo.
    idle = {(s.start, s.end) for s in senses if s.concept == "filler"}
    named = [
        m
        for m in mentions
        if m.known in _NAMES and (m.end - 1 if backward else m.start) == at and (m.start, m.end) not in idle
    ]
    if named:
        return max(named, key=lambda m: len(m.places))
    meant = [s for s in senses if (s.end - 1 if backward else s.start) == at and _is_of_kind(s.concept)]
    return max(meant, key=lambda s: s.end - s.start) if meant else None


def _is_of_kind(concept: str) -> bool:
    return concept in _BASES or concept in _PARTNER_KINDS or concept.startswith(("material.", *_KINDS))


def _as_filters(thing: Mention | Sense, senses: Sequence[Sense]) -> Iterator[tuple[str, Sequence[object]]]:
    if isinstance(thing, Mention):
        match thing.known:
            case Known.PARTNER:
                yield "partners", list(thing.nos)
            case Known.COUNTRY:
                yield "countries", [thing.value]
            case Known.CITY:
                yield "cities", [thing.value]
            case _:
                yield "countries", sorted(members(thing.value))
        return
    same = {s.concept for s in senses if (s.start, s.end) == (thing.start, thing.end)}
    for concept in sorted(same):
        if concept in _BASES:
            yield "bases", [_BASES[concept]]
        elif concept in _PARTNER_KINDS:
            yield "partner_kinds", list(_PARTNER_KINDS[concept])
        elif concept.startswith("material."):
            yield "materials", [concept.partition(".")[2]]
        elif concept.startswith(_KINDS):
            yield "kinds", [concept.partition(".")[2]]


_FITTING = {
    Sheet.AGREEMENTS: {"partners", "countries", "cities", "partner_kinds", "kinds"},
    Sheet.EXCHANGES: {"partners", "countries", "cities", "partner_kinds", "materials", "bases"},
    Sheet.PARTNERS: {"partners", "countries", "cities", "partner_kinds"},
    Sheet.PROGRAMMES: {"partners", "countries", "cities", "partner_kinds", "kinds"},
    Sheet.EVENTS: {"partners", "countries", "cities", "kinds"},
    Sheet.PARTICIPANTS: {"partners", "countries", "cities", "partner_kinds"},
}


def fits(besides: Besides, subject: Sheet) -> bool:
    """Whether such records can be told apart so."""
    said = {name for name in Besides.__slots__ if getattr(besides, name)}
    return said <= _FITTING.get(subject, set())
