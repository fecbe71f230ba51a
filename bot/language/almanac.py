"""The names of months, days of the week and seasons, with their endings, in every way they are written."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.language import russian
from bot.language.lexicon import table, words_of
from bot.language.scripts import fold, keyboard
from bot.language.suffixes import PLAIN, Ending, noun_ending
from bot.language.tokens import Token
from db.vocabulary import Language


def season_of(token: Token) -> int | None:
    return _named(token.low, token.key, "seasons", cyrillic=token.is_cyrillic)[0]


def is_in_season(token: Token, before: str) -> bool:
    """`весной`, `bahorda`, `in spring`: said of a time without a year; `fall` and `yoz` are verbs too."""
    season, ending = _named(token.low, token.key, "seasons", cyrillic=token.is_cyrillic)
    slavic = token.is_cyrillic and ending is PLAIN and token.low != before
    return season is not None and (slavic or ending is not PLAIN or before in _BEFORE_SEASONS)


_BEFORE_SEASONS = frozenset(("in", "this", "next", "last", "by", "until", "before", "the"))


def month_of(low: str, key: str, *, cyrillic: bool) -> tuple[int, Ending] | None:
    """The month a word names, with its ending: `sentabrda`, `сентября`, `September`, `sept`."""
    value, ending = _named(low, key, "months", cyrillic=cyrillic)
    return (value, ending) if value else None


def weekday_of(token: Token) -> int | None:
    """The day of the week a word names, Monday being 1."""
    return _named(token.low, token.key, "weekdays", cyrillic=token.is_cyrillic)[0]


def is_of_calendar(token: Token) -> bool:
    """Does the word name a month, a day of the week or a season?"""
    month = month_of(token.low, token.key, cyrillic=token.is_cyrillic)
    return bool(month or weekday_of(token) or season_of(token))


@lru_cache(maxsize=16384)
def _named(low: str, key: str, name: str, *, cyrillic: bool) -> tuple[int | None, Ending]:
    english, uzbek, typed, slavic = _calendar_words(name)
    low = low.removesuffix("'s")
    if not cyrillic and low in english:
        return english[low], PLAIN
    # `киши` is a person, no winter typed on a Russian keyboard.
    typed = typed if cyrillic and name != "seasons" else {}
    for at in range(len(key), 2, -1):
        value = uzbek.get(key[:at]) or typed.get(key[:at])
        if value and (ending := noun_ending(key[at:])):
            return value, ending
    if cyrillic:
        for lemma in (low, *russian.lemmas(low)):
            if lemma in slavic:
                return slavic[lemma], PLAIN
    return None, PLAIN


@cache
def _calendar_words(name: str) -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    def cells(*languages: Language) -> list[tuple[str, int]]:
        return [
            (word, int(value))
            for language in languages
            for value, cell in table(language, name).items()
            for word in words_of(cell)
        ]

    uzbek = cells(Language.UZ_LATN, Language.UZ_CYRL)
    return (dict(cells(Language.EN)), {fold(w): v for w, v in uzbek}, {keyboard(w): v for w, v in uzbek},
            {w.lstrip("="): v for w, v in cells(Language.RU)})  # fmt: skip
