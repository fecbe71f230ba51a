"""The words of a text that speak of time, each as one letter of a code that `bot.record.when` reads. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.language.almanac import month_of, season_of, weekday_of
from bot.language.lexicon import Lexicon, Reading, table, words_of
from bot.language.numbers import Number, numbers
from bot.language.suffixes import PLAIN, Case, Ending
from bot.language.tokens import Token
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Mark:
    """One token as a letter. `between` is the sign that parts it from the token before: `-`, `~` (a dash
    between blanks), `.`, `/`, `,`, `|` (any other) or none.

    D day number, A day number behind its month (`noyabrning 9-si`), Y year, N other number, m month,
    e English month, w weekday, v season, y k h o year day week month, K day of the month,
    T E B today yesterday the day before, a ago, p last, c this, j that same, f next, L later, H then,
    R of the report, V during, z time of day, l end, F from, U until, & and, G -gacha, i in, n on, q of,
    g what makes a bare number a day, t ending of an ordinal, s ending of a case, x anything else.
    """

    at: int
    code: str
    between: str
    value: int = 0
    since: bool = False
    until: bool = False


_CODES = {
    "today": "T", "yesterday": "E", "time.before yesterday": "B", "time.ago": "a", "time.past": "p",
    "time.this": "c", "time.that": "j", "time.report": "R", "time.from": "F", "time.until": "U",
    "time.in": "i", "time.on": "n", "time.of": "q", "time.during": "V", "time.day": "k", "year": "y",
    "month": "o", "week": "h", "time.hour": "z", "time.end": "l",
    "time.and": "&", "time.next": "f", "time.later": "L", "time.then": "H",
}  # fmt: skip
_ORDER = "TEBRVHjapchyokzlfLFU&inq"
_ORDINALS = frozenset(("st", "nd", "rd", "th", "го", "е", "ое", "й", "ого", "chi", "nchi", "inchi"))
_DAYED = frozenset(("го", "ого", "da", "да"))
"""What makes a bare number a day: `отправили 3-го`, `17-da`."""
_CASES = frozenset(("da", "dan", "ga", "gacha", "ni", "ning", "dagi"))
_YEAR_SIGNS = frozenset(("г", "гг", "y"))
_POSTPOSED = frozenset(("gacha", "qadar"))
_ASCII_MAY = frozenset(("may", "mar", "march"))


def marks(tokens: Sequence[Token]) -> tuple[Mark, ...]:
    """A mark for each token, in their order; numbers in words count too (`beshinchi noyabr`)."""
    counted = {number.start: number for number in numbers(tokens)}
    inside = {at for number in counted.values() for at in range(number.start + 1, number.end)}
    whole = {mark.at: mark for mark in (*_phrases(tokens), *_owned_days(tokens), *_passed(tokens))}
    result = []
    for at, token in enumerate(tokens):
        before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        mark = whole.get(at) or _mark(at, token, counted.get(at), before, after, inside=at in inside)
        result.append(mark)
    return tuple(result)


def _phrases(tokens: Sequence[Token]) -> Iterator[Mark]:
    """`day before yesterday`, `в тот же день`: the first word stands for all of it."""
    after = 0
    for sense in statement_lexicon().senses(tokens):
        if sense.concept in _CODES and sense.end - sense.start > 1 and sense.start >= after:
            yield Mark(sense.start, _CODES[sense.concept], _between(tokens[sense.start].before))
            yield from (Mark(at, "", "") for at in range(sense.start + 1, sense.end))
            after = sense.end


_SINCE = re.compile(r"gan(?:i|imiz|lari|ingiz)ga$")
_PASSED = re.compile(r"(?:b[ou]l|[ou]t)(?:di|ibdi|gan)$")


def _passed(tokens: Sequence[Token]) -> Iterator[Mark]:
    """`kelganiga uch kun boʻldi`: three days ago it came."""
    for at, token in enumerate(tokens):
        if _PASSED.match(token.key) and any(_SINCE.search(t.key) for t in tokens[max(0, at - 4) : at - 1]):
            yield Mark(at, "a", "")


_OWNED = re.compile(r"(?:inchi|nchi)?s?i(?:da|dan|gacha|ga|ni|dagi)?$")


def _owned_days(tokens: Sequence[Token]) -> Iterator[Mark]:
    """`noyabrning 9-si`, `oktabrning 28 ida`, `ноябрнинг ўн иккисида`: the day that a month has."""
    for at, token in enumerate(tokens[:-1]):
        month = month_of(token.low, token.key, cyrillic=token.is_cyrillic)
        if month is None or month[1].case is not Case.GENITIVE:
            continue
        for last in (at + 1, at + 2):
            tail = _OWNED.search(tokens[last].key) if last < len(tokens) else None
            if tail is None:
                continue
            stem = tokens[last].key[: tail.start()]
            said = [*tokens[at + 1 : last], *([tokens[last].read_as(stem)] if stem else [])]
            day = next((n for n in numbers(said) if n.start == 0 and n.end == len(said)), None)
            if day is not None and 1 <= day.value <= 31:
                yield from (Mark(place, "", "") for place in range(at + 1, last))
                yield Mark(last, "A", "", int(day.value))
                break


def _is_first_name(token: Token, ending: Ending, before: Token | None, after: Token | None) -> bool:
    """`Dr. Jan Novak`, `April Smith`: a month has a number or a case beside it, or no name behind it."""
    if ending != PLAIN:
        return False
    if token.is_cyrillic or not token.written[0].isupper() or after is None or after.before != " ":
        return False
    if before is not None and before.low in _BEFORE_MONTHS and token.before == " ":
        return False
    return after.written[0].isupper() and not (before is not None and before.is_number)


_BEFORE_MONTHS = frozenset(
    ("in", "during", "of", "since", "until", "till", "by", "late", "early", "mid", "last")
)
"""`In April Nazarbayev University gave`: what stands before a month, and seldom before a name."""


def _mark(
    at: int, token: Token, number: Number | None, before: Token | None, after: Token | None, *, inside: bool
) -> Mark:
    between = _between(token.before)
    if token.is_number:
        return _figures(at, token, between, pieces=number is not None and number.pieces)
    if before is not None and before.is_number and (roman := _roman_month(token)):
        return Mark(at, "D", between, roman)
    joined = before is not None and before.is_number and token.before in {"", "-"}
    if joined and token.before == "-" and token.low in _DAYED:
        return Mark(at, "g", "-")
    if token.key == "da" and before is not None and before.is_number and _ends(token, after):
        return Mark(at, "g", "")
    apart = before is not None and before.is_number and token.key in {"nchi", "inchi"}
    if apart or (joined and (token.low in _ORDINALS or token.key in _ORDINALS)):
        return Mark(at, "t", "")
    if token.key in _CASES and before is not None and before.is_number:
        return Mark(at, "s", "", since=token.key == "dan", until=token.key == "gacha")
    if inside:
        return Mark(at, "", "")
    month = month_of(token.low, token.key, cyrillic=token.is_cyrillic)
    if month and _is_first_name(token, month[1], before, after):
        return Mark(at, "x", between)
    plain_word = token.low in _ASCII_MAY and not token.written[0].isupper()
    beside = before is not None and (before.is_number or before.key.startswith("yil"))
    beside = beside or (after is not None and after.key.startswith("oy"))
    if month and (beside or not plain_word):
        code = "m" if token.is_cyrillic or not _english_month(token.low) else "e"
        code = "mi" if _is_whole_month(token, month[1], before, after) else code
        return _ended(Mark(at, code, between, month[0]), month[1])
    if weekday := weekday_of(token):
        return Mark(at, "w", between, weekday)
    if season := season_of(token):
        return Mark(at, "v", between, season)
    if token.low in _YEAR_SIGNS and before is not None and before.is_number:
        return Mark(at, "y", "")
    if number is not None and not number.roman and not _is_on(token, after):
        return Mark(
            at, "D" if number.ordinal and 1 <= number.value <= 31 else "N", between, int(number.value)
        )
    return _word(at, token, between)


def _is_whole_month(token: Token, ending: Ending, before: Token | None, after: Token | None) -> bool:
    """`noyabrda 21 nusxa`, `в октябре 12 книг`, `in May 30 maps`: the number behind it is no day of it."""
    if after is None or not after.is_number or len(after.written) > len("31"):
        return False
    told = before is not None and before.low == "in" and not token.is_cyrillic
    return told or ending.case is Case.LOCATIVE or (token.is_cyrillic and token.low.endswith("е"))


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _roman_month(token: Token) -> int:
    """`9/XI`, `12.IV.2026`: 0 where it is none."""
    return _ROMAN.index(token.low) + 1 if token.before in {"/", "."} and token.low in _ROMAN else 0


def _ends(token: Token, after: Token | None) -> bool:
    """`18 da` as a day: in Russian letters only where nothing is joined by it (`18 да 20`)."""
    return not token.is_cyrillic or after is None or bool(after.before.strip())


def _is_on(token: Token, after: Token | None) -> bool:
    """`on the 17th`, `on 3 March`: no Uzbek ten."""
    return token.low == "on" and after is not None and (after.low == "the" or after.is_number)


def _between(gap: str) -> str:
    """`-` is a dash that joins, `~` one with blanks about it, `|` a bracket or the like that parts."""
    sign = gap.strip()
    if sign == "-":
        return "~" if gap.startswith(" ") and gap.endswith(" ") else "-"
    if sign in {".", "/", ","}:
        return sign
    return "|" if set(sign) & set("():;") else ""


def _figures(at: int, token: Token, between: str, *, pieces: bool) -> Mark:
    value = int(token.written[:6])
    if len(token.written) == 4 and 1900 <= value <= 2100:
        return Mark(at, "Y", between, value)
    return Mark(at, "D" if len(token.written) <= 2 and value <= 31 and not pieces else "N", between, value)


def _ended(mark: Mark, ending: Ending) -> Mark:
    since, until = ending.case is Case.ABLATIVE, ending.case is Case.LIMIT
    return replace(mark, since=since, until=until)


def _word(at: int, token: Token, between: str) -> Mark:
    found = _meanings(token)
    code = next((letter for letter in _ORDER if letter in found), "")
    if token.key in _POSTPOSED:
        code = "G"
    if not code:
        return Mark(at, "x", between)
    mark = Mark(at, "K" if token.low in {"числа", "число"} else code, between)
    return _ended(mark, found[code]) if code in "ykolTE" else mark


def _meanings(token: Token) -> dict[str, Ending]:
    words = statement_lexicon()
    found: dict[str, Ending] = {}
    for reading in words.readings(token):
        for concept in _concepts(words, reading):
            code = _CODES[concept]
            if found.get(code, PLAIN) == PLAIN:
                found[code] = reading.ending
    return found


def _concepts(words: Lexicon, reading: Reading) -> list[str]:
    return [
        entry.concept
        for entry in words._entries(reading.spelling)
        if len(entry.spellings) == 1 and entry.concept in _CODES
    ]


@cache
def _english_month(low: str) -> bool:
    return any(low in words_of(cell) for cell in table(Language.EN, "months").values())


@cache
def statement_lexicon() -> Lexicon:
    """The lexicon together with the words that only statements need."""
    return Lexicon("statements")
