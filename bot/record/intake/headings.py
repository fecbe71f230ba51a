"""What a heading in anybody's spreadsheet means, in any of the four languages. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from bot.language.lexicon import table, words_of
from bot.language.scripts import fold, normalise
from db.vocabulary import WORKBOOK, Language, Sheet

_TOKEN = re.compile(r"№|[^\W_]+")
_SHORT = 2
"""Letters up to which a word must stand there as it is."""

Phrases = tuple[tuple[tuple[str, ...], str], ...]
TOTAL = "titles_total"
"""The concept of a row that adds up the others."""
LIST_NUMBER = "number_in_list"


def meanings(text: str) -> Mapping[str, int]:
    """The concepts that a heading can mean, each with how much of it speaks for that."""
    return _meanings(_tokens(text), "headings")


def hinted(name: str) -> Mapping[str, int]:
    """What the name of a sheet says of it: sheets of ours, `received`, `sent`."""
    return _meanings(_tokens(name), "sheets")


def is_total(text: str) -> bool:
    """Whether a row that begins so adds up the others."""
    tokens = _tokens(text)
    return bool(tokens) and len(tokens) <= 3 and TOTAL in _meanings(tokens[:1], "headings")


@cache
def _meanings(tokens: tuple[str, ...], part: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase, concept in _phrases(part):
        if all(any(_begins(token, word) for token in tokens) for word in phrase):
            found[concept] = max(found.get(concept, 0), sum(map(len, phrase)))
    return found


def _begins(token: str, word: str) -> bool:
    return token == word if len(word) <= _SHORT else token.startswith(word)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(fold(normalise(text[:200]))))


@cache
def _phrases(part: str) -> Phrases:
    return tuple(_read(part))


def _read(part: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for language in Language:
        for concept, said in table(language, part, "headings").items():
            for phrase in words_of(str(said)):
                yield _tokens(phrase), concept


def sheets_hinted(name: str) -> Mapping[Sheet, int]:
    """The sheets of ours that a sheet's name speaks of."""
    known = {sheet.value: sheet for sheet in WORKBOOK}
    return {known[concept]: weight for concept, weight in hinted(name).items() if concept in known}
