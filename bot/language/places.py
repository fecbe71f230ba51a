"""Countries, cities and regions in four languages: CLDR's names, and what CLDR lacks from the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot import cldr
from bot.language.lexicon import table, words_of
from bot.language.scripts import fold, is_cyrillic
from db.vocabulary import Language

_NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"))


def countries() -> Iterator[tuple[str, str]]:
    """Every name of every country with its code, ISO 3166 alpha-2."""
    for language in Language:
        for code, name in cldr.countries(language).items():
            if code not in _NO_COUNTRIES:
                yield name, code
        for code, cell in table(language, "countries").items():
            for name in words_of(cell):
                yield name, code


def cities() -> Iterator[tuple[str, str]]:
    """Every name of the better known cities with the English one: the lexicon's, and the places CLDR names
    time zones by.
    """
    for language in Language:
        for city, cell in table(language, "cities").items():
            yield city, city
            for name in words_of(cell):
                yield name, city
        for zone, name in cldr.cities(language).items():
            yield name, _english(zone)
    yield from ((_english(zone), _english(zone)) for zone in cldr.cities(Language.RU))


@cache
def _called() -> dict[str, tuple[str, ...]]:
    """Every name of a city by each of them, as keys."""
    names: dict[str, dict[str, None]] = {}
    for name, english in cities():
        names.setdefault(english, {})[name] = None
    return {fold(name): tuple(every) for every in names.values() for name in every}


def also_called(city: str) -> tuple[str, ...]:
    """The names under which a recorded city is known: `Xian` is Xi'an, Сиань."""
    return (city, *_called().get(fold(city), ()))


_RENAMED = {
    "Kiev": "Kyiv",
    "Saigon": "Ho Chi Minh City",
    "Calcutta": "Kolkata",
    "Katmandu": "Kathmandu",
    "Rangoon": "Yangon",
}


def _english(zone: str) -> str:
    name = zone.rsplit("/", 1)[1].replace("_", " ")
    return _RENAMED.get(name, name)


def regions() -> Iterator[tuple[str, str]]:
    """Every name of the regions that the lexicon knows, with the English one."""
    for language in Language:
        for region, cell in table(language, "regions").items():
            for name in words_of(cell):
                yield name, region


@cache
def members(region: str) -> frozenset[str]:
    """The country codes of a region."""
    return frozenset(words_of(table(Language.EN, "region_members").get(region, "")))


def city(name: str, language: Language) -> str:
    """A city in the reader's language, as it is recorded where no other form is known."""
    return _city_names(language).get(fold(name), name)


@cache
def _city_names(language: Language) -> dict[str, str]:
    names: dict[str, str] = {}
    if language is not Language.EN:
        names |= {fold(_english(zone)): name for zone, name in cldr.cities(language).items()}
    for known, cell in table(language, "cities").items():
        names[fold(known)] = words_of(cell)[0]
    if language is Language.UZ_CYRL:
        russian = _city_names(Language.RU)
        names = {key: name for key, name in (russian | names).items() if is_cyrillic(name)}
    return names


def region(name: str, language: Language) -> str:
    """A region in the reader's language."""
    own = table(language, "regions") or table(Language.UZ_LATN, "regions")
    return words_of(own.get(name, name))[0]
