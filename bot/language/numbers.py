"""Numbers in words and figures: `2 040`, `2,8 ming`, `ikki ming qirq`, `двадцать пять`, `VII`, `3-chi`,
`пятый`, `25та`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.language import russian
from bot.language.lexicon import lexicon, table, words_of
from bot.language.scripts import fold, keyboard
from bot.language.suffixes import PLAIN, Ending, noun_ending
from bot.language.tokens import Token
from db.vocabulary import Language

_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CYRILLIC_ROMAN = str.maketrans("ХСІ", "XCI")


@dataclass(frozen=True, slots=True)
class Number:
    """A number said by the tokens `start` … `end` - 1."""

    value: int | float
    start: int
    end: int
    ordinal: bool = False
    roman: bool = False
    ending: Ending = PLAIN
    pieces: bool = False
    """With the Uzbek counting suffix -ta: it counts something, it is no year."""


@dataclass(frozen=True, slots=True)
class _Word:
    value: int
    ordinal: bool
    ending: Ending = PLAIN
    pieces: bool = False
    times: bool = False
    """A measure that takes a number before it: a dozen, two dozen."""


def numbers(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """Every number of the text, the longest reading at each place, from left to right; none overlaps
    another.
    """
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _digits(tokens, at) or _words(tokens, at) or _roman(tokens, at)
        found += [number] if number else []
        at = number.end if number else at + 1
    return tuple(found)


_MOST_FIGURES = 15
"""Longer ones count nothing that a library has, and more than a float can tell apart."""


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    if not tokens[at].is_number or len(tokens[at].written) > _MOST_FIGURES:
        return None
    figures, end, value = tokens[at].written, at + 1, float(tokens[at].written)
    mark = tokens[end].before if end < len(tokens) else ""
    last = min(len(tokens), at + _MOST_FIGURES // 3)
    while len(figures) <= 3 and end < last and _groups(tokens[end], mark) and figures != "0":
        value, end = value * 1000 + int(tokens[end].written), end + 1
    if (
        end == at + 1
        and end < len(tokens)
        and tokens[end].is_number
        and tokens[end].before in {",", "."}
        and len(tokens[end].written) < 3
    ):
        value, end = float(f"{figures}.{tokens[end].written}"), end + 1
    ordinal, ending, pieces, end = _after_digits(tokens, end)
    scale = _word(tokens[end]) if end < len(tokens) else None
    if scale and scale.value >= 1000 and not ordinal:
        value, end, ending, pieces = value * scale.value, end + 1, scale.ending, scale.pieces
    return Number(
        int(value) if value == int(value) else value, at, end, ordinal, ending=ending, pieces=pieces
    )


def _groups(token: Token, mark: str) -> bool:
    return (
        token.is_number and len(token.written) == 3 and token.before == mark and mark in {" ", ",", ".", "'"}
    )


_ORDINAL_TAILS = frozenset(
    (
        "chi",
        "inchi",
        "nchi",
        "st",
        "nd",
        "rd",
        "th",
        "й",
        "ый",
        "ой",
        "ая",
        "я",
        "ое",
        "го",
        "ого",
        "му",
        "м",
        "ом",
    )
)


_APART = frozenset(("nchi", "inchi"))
"""Written apart by some: `17 нчи`."""


def _after_digits(tokens: Sequence[Token], at: int) -> tuple[bool, Ending, bool, int]:
    """What is joined to the figures: an ordinal's ending, -ta, a case."""
    if at < len(tokens) and tokens[at].key in {"ta", "nafar", "tacha"} and tokens[at].before == " ":
        return False, PLAIN, True, at + (tokens[at].key != "nafar")
    if at < len(tokens) and tokens[at].key in {"tadan", "tasi", "tasini"} and tokens[at].before == " ":
        return False, noun_ending(tokens[at].key[2:]) or PLAIN, True, at + 1
    if at < len(tokens) and tokens[at].key in _APART and tokens[at].before == " ":
        return True, PLAIN, False, at + 1
    if at >= len(tokens) or not tokens[at].joined or tokens[at].is_number:
        return False, PLAIN, False, at
    key, low = tokens[at].key, tokens[at].low
    if low in _ORDINAL_TAILS or key in _ORDINAL_TAILS:
        return True, PLAIN, False, at + 1
    if key.startswith("ta") and (ending := noun_ending(key[2:])):
        return False, ending, True, at + 1
    if tokens[at].before == "" or len(key) <= 4:
        ending = noun_ending(key)
        if ending and ending != PLAIN:
            return False, ending, False, at + 1
    return False, PLAIN, False, at


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    total = group = 0
    end, last = at, None
    while end < len(tokens) and not tokens[end].is_number:
        if _is_linking(tokens, end, last):
            end += 1
        word = _word(tokens[end])
        if (
            word is None
            or (last and (last.ordinal or last.pieces or last.times))
            or (last and not word.times and not _follows(last.value, word.value, group))
        ):
            break
        if word.value >= 1000:
            total, group = total + max(group, 1) * word.value, 0
        else:
            group = max(group, 1) * word.value if word.times or word.value == 100 else group + word.value
        end, last = end + 1, word
    if last is None or (end == at + 1 and _is_english_on(tokens, at)):
        return None
    if last.times and at > 1 and (tokens[at - 2].low, tokens[at - 1].low) == ("half", "a"):
        return Number(group // 2, at - 2, end)
    return Number(total + group, at, end, last.ordinal, ending=last.ending, pieces=last.pieces)


def _is_linking(tokens: Sequence[Token], at: int, last: _Word | None) -> bool:
    """`a hundred and five`: not `a hundred and a map`."""
    if last is None or last.value not in {100, 1000} or tokens[at].low != "and" or at + 1 >= len(tokens):
        return False
    behind = _spelled(Language.EN).get(tokens[at + 1].low)
    return behind is not None and behind.value < 100 and not behind.times and tokens[at].before == " "


def _is_english_on(tokens: Sequence[Token], at: int) -> bool:
    """`on` without its mark is ten only before an Uzbek word: `on nusxa`, not `reply on Samarkand`."""
    if tokens[at].low != "on":
        return False
    after = lexicon().readings(tokens[at + 1]) if at + 1 < len(tokens) else ()
    return not any(reading.spelling.way.startswith("uz") for reading in after)


def _follows(before: int, value: int, group: int) -> bool:
    """May the word stand behind the one before it: twenty-five, two hundred, two thousand; not two two."""
    if value >= 1000:
        return before < value
    if value == 100:
        return 0 < group < 10
    return before >= 10 and before > value and (before % 10 == 0)


def _roman(tokens: Sequence[Token], at: int) -> Number | None:
    written = tokens[at].written.translate(_CYRILLIC_ROMAN)
    if (
        not _ROMAN.match(written)
        or written in {"I", "C", "L"}
        or (len(written) == 1 and tokens[at].is_cyrillic)
    ):
        return None
    values = [_ROMAN_VALUES[letter] for letter in written]
    value = sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
    end = at + 1
    if end < len(tokens) and tokens[end].before == "-" and tokens[end].key in _ORDINAL_TAILS:
        end += 1
    return Number(value, at, end, ordinal=True, roman=True)


def _word(token: Token) -> _Word | None:
    if token.is_cyrillic:
        return _cyrillic(token.low, token.key)
    return _spelled(Language.EN).get(token.low) or _uzbek(token.key, cyrillic=False)


def _cyrillic(low: str, key: str) -> _Word | None:
    for form in russian.forms(low):
        word = _spelled(Language.RU).get(form.lemma)
        if word is not None:
            # `десятки книг` are some, `два десятка` are twenty.
            return None if word.times and form.ending.plural else word
    return _uzbek(key, cyrillic=True)


def _uzbek(key: str, *, cyrillic: bool) -> _Word | None:
    plain, typed = _uzbek_words()
    for at in range(len(key), 1, -1):
        value = plain.get(key[:at]) or (typed.get(key[:at]) if cyrillic else None)
        if value is None:
            continue
        rest = key[at:]
        for tail, ordinal, pieces in (
            ("inchi", True, False),
            ("nchi", True, False),
            ("tacha", False, True),
            ("ta", False, True),
        ):
            if rest.startswith(tail) and (ending := noun_ending(rest[len(tail) :])):
                return _Word(value, ordinal, ending, pieces)
        ending = noun_ending(rest)
        # `onda`, `uchun`, `birlik`, `yuzi`: short words of other meanings; only a case may follow a bare
        # number.
        if ending and (not rest or (len(key[:at]) > 3 and rest[0] in "dgn")):
            return _Word(value, ordinal=False, ending=ending)
    return None


@cache
def _uzbek_words() -> tuple[dict[str, int], dict[str, int]]:
    pairs = [
        (word, int(value))
        for value, cell in table(Language.UZ_LATN, "numbers").items()
        for word in words_of(cell)
    ]
    return {fold(word): value for word, value in pairs}, {keyboard(word): value for word, value in pairs}


@cache
def _spelled(language: Language) -> dict[str, _Word]:
    """The words of a language that are numbers: how many, and which one."""
    return {
        word: _Word(int(value), ordinal=name == "ordinals", times=name == "measures")
        for name in ("numbers", "ordinals", "measures")
        for value, cell in table(language, name).items()
        for word in words_of(cell)
    }
