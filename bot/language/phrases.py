"""The forms under which a name is found in a text, and the index of them all. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from bot.language import keys, places
from bot.language.lexicon import lexicon
from bot.language.scripts import fold, normalise
from bot.language.tokens import Token, split, tokenise
from db.vocabulary import Agreement, Ourselves, Partner


class Known(StrEnum):
    """What a name may be the name of."""

    PARTNER = "partner"
    OURSELVES = "ourselves"
    COUNTRY = "country"
    CITY = "city"
    REGION = "region"
    EVENT = "event"
    SERIES = "series"
    PROGRAMME = "programme"
    PERSON = "person"
    AGREEMENT = "agreement"
    """By its number or title."""
    STAGE = "stage"
    """A step of clearance, as the registry calls it."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing with a name: the number of a record, or a country's code, a city, a region, a person."""

    known: Known
    no: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One form of a name as the keys of its words."""

    target: Target
    words: tuple[frozenset[str], ...]
    exact_case: str | None = None
    """A short abbreviation that is an everyday word in small letters (US, IT) must be written as it
    stands.
    """


Index = dict[str, tuple[tuple[int, Phrase], ...]]
"""Key of a word → the phrases that are found by it, each with the word's place in the phrase."""


REMEMBERED = 2**17
"""Names whose parts are remembered: a registry that changed in one record is not taken apart anew."""


@lru_cache(maxsize=256)
def words(name: str) -> tuple[Token, ...]:
    """The words of a name."""
    return tokenise(normalise(name))


CONNECTORS = frozenset((
    "of", "the", "in", "im", "imeni", "имени", "им", "при", "в", "nomidagi", "номидаги", "va", "and", "и",
    "ва", "for", "by",
))  # fmt: skip


def phrases(named: Iterable[tuple[Target, tuple[str, ...]]]) -> Iterator[Phrase]:
    for target, forms in named:
        for form in forms:
            parts, exact = _taken_apart(form)
            if parts:
                yield Phrase(target, parts, exact)


@lru_cache(maxsize=REMEMBERED)
def _taken_apart(form: str) -> tuple[tuple[frozenset[str], ...], str | None]:
    return tuple(keys.of_name(word) for word in split(normalise(form))), _exact_case(form)


def _exact_case(form: str) -> str | None:
    if len(form) < 3 and form.isupper():
        return form
    return (
        form
        if form.isalpha()
        and form.isupper()
        and form.isascii()
        and len(form) <= 3
        and lexicon().readings(words(form)[0])
        else None
    )


def paper_forms(agreement: Agreement) -> Iterator[str]:
    """An agreement's title and number; a bare number (`45`) tells nothing."""
    if agreement.title and len(words(agreement.title)) > 1:
        yield agreement.title
    if agreement.number and any(not token.is_number for token in words(agreement.number)):
        yield agreement.number


def abbreviated(ourselves: Ourselves, partners: Iterable[Partner]) -> Iterator[Phrase]:
    """Names by the first letters of their words (`Rossiya Davlat kutubxonasi`: RDK), where nobody is called
    so outright.
    """
    ours = frozenset(_initials(ourselves.names.every()))
    said = {fold(alias) for partner in partners for alias in partner.aliases}
    for partner in partners:
        for form in dict.fromkeys(_initials(partner.names.every())):
            if fold(form) not in said and form not in ours:
                # One with a vowel may be an everyday word in small letters.
                spoken = form if _VOWELS & set(form.casefold()) else None
                yield Phrase(Target(Known.PARTNER, partner.no), (keys.of_name(form),), spoken)


_VOWELS = frozenset("aeiouyаеёиоуыэюяў")


def _initials(names: Iterable[str]) -> Iterator[str]:
    yield from (letters for name in names if (letters := _first_letters(name)))


@lru_cache(maxsize=REMEMBERED)
def _first_letters(name: str) -> str:
    letters = "".join(t.written[0] for t in words(name) if t.low not in CONNECTORS and not t.is_number)
    return letters.upper() if 3 <= len(letters) <= 6 else ""


def index(phrases: Iterable[Phrase]) -> Index:
    """By the keys of each phrase's rarest word: a thousand names may begin with "Library of"."""
    once = tuple(dict.fromkeys(phrases))
    common = Counter(key for phrase in once for word in phrase.words for key in word)
    index: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for phrase in once:
        rarity = [max(common[key] for key in word) for word in phrase.words]
        anchor = rarity.index(min(rarity))
        for key in phrase.words[anchor]:
            index[key].append((anchor, phrase))
    return {key: tuple(found) for key, found in index.items()}


@cache
def atlas() -> Index:
    """Countries, cities and regions, whatever the registry."""
    named = [(Target(Known.COUNTRY, value=code), (name,)) for name, code in places.countries()]
    named += [(Target(Known.CITY, value=city), (name,)) for name, city in places.cities()]
    named += [(Target(Known.REGION, value=region), (name,)) for name, region in places.regions()]
    return index(phrases(named))
