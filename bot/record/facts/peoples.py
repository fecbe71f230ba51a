"""Peoples: `Litvaliklardan`, `норвежцам`, `the Swedes` stand for the partner in their country."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.language import places, russian
from bot.language.keys import of_name
from bot.language.lexicon import table, words_of
from bot.language.scripts import fold, normalise
from bot.language.suffixes import Case, noun_ending
from bot.language.tokens import Token, tokenise
from db.vocabulary import Language


def people_of(token: Token, *, beside: bool = False) -> tuple[str, Case] | None:
    """The country's code and the case of a word that names its people.

    `beside` the word for an institution an adjective will do: `fin kutubxonasi`.
    """
    return _people(token.low, token.key, cyrillic=token.is_cyrillic, beside=beside)


@lru_cache(maxsize=16384)
def _people(low: str, key: str, *, cyrillic: bool, beside: bool) -> tuple[str, Case] | None:
    names = _people_names()
    lemmas = russian.lemmas(low) if cyrillic else (low, low.removesuffix("s"), low.removesuffix("es"))
    for lemma in lemmas:
        if code := names.get(lemma):
            return code, Case.PLAIN
    for at in range(len(key), 2, -1):
        ending = noun_ending(key[at:]) if at < len(key) else noun_ending("")
        if ending is None:
            continue
        stem = key[:at].removesuffix("lar").removesuffix("lik")
        if stem != key[:at] and (code := _country_keys().get(stem) or names.get("uz:" + stem)):
            return code, ending.case
        if (ending.plural or beside) and (code := names.get("uz:" + key[:at])):
            return code, ending.case
    return None


@lru_cache(maxsize=16384)
def _townsfolk(low: str, key: str, cities: frozenset[str], *, cyrillic: bool) -> tuple[str, Case] | None:
    known = _city_keys()
    for at in range(len(key), 3, -1):
        ending = noun_ending(key[at:]) if at < len(key) else noun_ending("")
        for tail in ("liklar", "lik", "dagilar"):
            stem = key[:at].removesuffix(tail)
            town = known.get(stem) if stem != key[:at] and ending is not None else None
            if town in cities and ending is not None:
                return town, ending.case
    if not cyrillic:
        return None
    for lemma in russian.lemmas(low):
        for tail in _TOWNSMEN:
            stem = fold(lemma.removesuffix(tail))
            if not lemma.endswith(tail) or len(stem) < _SHORTEST:
                continue
            towns = {
                known[name] for name in known if name.startswith(stem) and len(name) - len(stem) <= _ENDING
            }
            if len(here := towns & cities) == 1:
                return here.pop(), Case.PLAIN
    return None


_TOWNSMEN = ("чанин", "анин", "янин", "ец", "ич")
_SHORTEST, _ENDING = 3, 3


def townsfolk_of(token: Token, cities: frozenset[str]) -> tuple[str, Case] | None:
    """`Ashxobodliklar`, `Остонадагиларга`, `берлинцы`, `томичи`: the city, of those given, and the case."""
    return _townsfolk(token.low, token.key, cities, cyrillic=token.is_cyrillic)


@cache
def _city_keys() -> dict[str, str]:
    return {key: value for name, value in places.cities() for key in one_word(name)}


@cache
def _people_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in Language:
        for code, cell in table(language, "people", "statements").items():
            for word in words_of(cell):
                uzbek = language in {Language.UZ_LATN, Language.UZ_CYRL}
                names[
                    "uz:" + fold(word.replace("ʻ", "'")) if uzbek else word.casefold().replace("ё", "е")
                ] = code
    return names


@cache
def _country_keys() -> dict[str, str]:
    return {key: code for name, code in places.countries() for key in one_word(name)}


@cache
def place_keys() -> dict[str, frozenset[str]]:
    """The countries and cities whose names are one word, by its keys."""
    found: dict[str, set[str]] = {}
    for name, value in (*places.countries(), *places.cities()):
        for key in one_word(name):
            found.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def one_word(name: str) -> frozenset[str]:
    """The keys of a name of one word; none of a longer one."""
    words = tokenise(normalise(name))
    return of_name(words[0].written) if len(words) == 1 else frozenset()
