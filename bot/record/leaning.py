"""Dates that lean on others: `that same day`, `a year later`, `Monday, 16 November`, `in 2022, on 9 August`.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.tokens import Token
from bot.record.earlier import Earlier


@dataclass(frozen=True, slots=True)
class Part:
    """A date as said, before its missing year is known: the first day, and the last where days are a
    range.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    text: str = ""
    """Set where today decides it all: yesterday, last week."""
    since: bool = False
    until: bool = False
    season: int | None = None
    weekday: bool = False
    """A day of the week, said alone or beside the day itself."""
    step: int | None = None
    """So many years after the one said before: 0 is the same."""
    again: bool = False
    """`this year`: in a narrative the one said before it in the sentence."""
    same: bool = False
    """The date said before, whatever it is."""

    @property
    def year_alone(self) -> int | None:
        """The year, where nothing else is said."""
        if self.since or self.until or self.month is not None or self.season is not None:
            return None
        return int(self.text) if re.fullmatch(r"\d{4}", self.text) else (None if self.text else self.year)

    @property
    def lacks_year(self) -> bool:
        return not self.text and self.month is not None and self.year is None

    @property
    def seasoned(self) -> Part | None:
        """A season as the date it is; none where its year is not known."""
        if self.season is None:
            return self
        return replace(self, text=f"{self.year}-{20 + self.season}") if self.year is not None else None


Gap = Callable[[Part, Part], str]
"""The code of what stands between two parts."""

_SMALL = frozenset(",|inq")


def leaned(parts: Sequence[Part], gap: Gap, tokens: Sequence[Token], earlier: Earlier) -> list[Part]:
    """The parts with what they take from one another and, in a narrative, from what was told before."""
    found = list(_resolved([_spanned(part, tokens) for part in parts], tokens, earlier))
    whole = (part.seasoned for part in _yeared(_paired(found, gap), tokens, earlier))
    return [part for part in whole if part is not None]


def _spanned(part: Part, tokens: Sequence[Token]) -> Part:
    """`on 19 and 20 September`, `between 12 and 14 May`: the days from the one to the other."""
    at = part.start - 2
    if at < 0 or part.day is None or part.last is not None or not tokens[at].is_number:
        return part
    first, joint = int(tokens[at].written[:3]), tokens[part.start - 1]
    between = at > 0 and tokens[at - 1].low == "between"
    days = first == part.day - 1 or (between and 0 < first < part.day)
    if joint.low not in _AND or joint.before != " " or not days:
        return part
    return replace(part, start=at, day=first, last=part.day)


_AND = frozenset(("and", "и", "va", "ва"))


_UNTIL = frozenset(("до", "по", "until", "till"))


def _resolved(parts: Sequence[Part], tokens: Sequence[Token], earlier: Earlier) -> Iterator[Part]:
    """`that day` and `a year later` as the date they mean; gone where nothing was said before."""
    year, before = earlier.year or earlier.period, None
    for part in parts:
        meant: Part | None = part
        if part.same:
            meant = replace(before, start=part.start, end=part.end) if before is not None else None
        elif part.again and before is not None and year:
            meant = replace(part, text=str(year))
        elif part.step is not None:
            meant = replace(part, text=str(year + part.step)) if year else None
        if meant is None:
            continue
        said = re.match(r"\d{4}", meant.text)
        if meant.start == 0 or tokens[meant.start - 1].low not in _UNTIL:
            # `until 2019, in that same year`: when a term ends is not what is told of.
            year, before = int(said[0]) if said else meant.year or year, meant
        yield meant


def _paired(parts: Sequence[Part], gap: Gap) -> list[Part]:
    """Neighbours that are one date: a weekday and its day, a year or a season and its month."""
    kept: list[Part] = list(parts[:1])
    for part in parts[1:]:
        one = _one(kept[-1], part, gap)
        kept[-1:] = [one] if one is not None else [kept[-1], part]
    return kept


def _one(first: Part, second: Part, gap: Gap) -> Part | None:
    between = set(gap(first, second))
    if not between <= _SMALL | ({"x"} if first.season is not None else set()):
        return None
    start, end = first.start, second.end
    if first.weekday != second.weekday:
        day = second if first.weekday else first
        return replace(day, start=start, end=end) if day.day is not None else None
    year = first.year_alone or (first.year if first.season is not None else None)
    if second.lacks_year and year:
        return replace(second, year=year, start=start, end=end)
    if first.lacks_year and second.year_alone and "," not in between and "|" not in between:
        return replace(first, year=second.year_alone, start=start, end=end)
    return None


def _yeared(parts: Sequence[Part], tokens: Sequence[Token], earlier: Earlier) -> list[Part]:
    """In a narrative a bare day lies in the year said before it in the sentence, or in the text's own; where
    there are several and none is told of, it is no date.
    """
    if not earlier.told:
        return list(parts)
    year, result = earlier.lies, []
    last: Part | None = None
    for part in parts:
        said = part.year if part.year is not None else part.year_alone
        if said is not None:
            last, year = part, said if _governs(part, tokens, earlier) else year
        elif not part.text:
            near = last is not None and last.year is not None and part.start - last.end <= _BESIDE
            found = last.year if near and last is not None else year
            if found is None and earlier.several:
                continue
            part = replace(part, year=found)  # noqa: PLW2901 - the part is completed on purpose
        result.append(part)
    return result


_BESIDE = 2
"""Words between dates of one list: `on 12 May 2024 and 3 June`."""


def is_aside(tokens: Sequence[Token], place: int) -> bool:
    """Whether a date stands in a clause that only tells which one is meant: `which had lapsed in 2019`."""
    return any(token.low in _RELATIVE for token in tokens[max(0, place - _ASIDE) : place])


def _governs(part: Part, tokens: Sequence[Token], earlier: Earlier) -> bool:
    """Whether the dates that follow lie in its year: it opens the sentence, or no year is known; but not
    `which had lapsed in 2019`.
    """
    if part.start <= _BESIDE:
        return True
    return not is_aside(tokens, part.start) and (earlier.period is None or earlier.lies is None)


_ASIDE = 6
_RELATIVE = frozenset(
    "which who whose since had founded established которое который которая которые основан основана".split()
)
