"""The text as the calendar sees it, and a stretch of the calendar as it is named."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.language.lexicon import Sense
from bot.language.numbers import Number
from bot.language.suffixes import PLAIN, Ending
from bot.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar named as one thing: a day, month, quarter, half-year, season, year,
    decade.
    """

    first: date
    last: date
    grain: str
    end: int
    """The token after it."""
    ending: Ending = PLAIN
    yearless: bool = False
    """The year was not said: `first` and `last` stand in the latest year that is not ahead."""
    relative: bool = False
    """Said from today: last year, this month, yesterday."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text as the calendar sees it: its tokens, numbers and senses by place, and today."""

    tokens: Sequence[Token]
    numbers: dict[int, Number]
    senses: dict[int, tuple[Sense, ...]]
    today: date
    points: dict[int, Point | None] = field(default_factory=dict)
    """What has been found so far, by the token it begins with."""

    def means(self, at: int, *concepts: str) -> Sense | None:
        """The one-word sense at a place, if it is one of these."""
        return next((s for s in self.senses.get(at, ()) if s.concept in concepts and s.end == at + 1), None)

    def phrase(self, at: int, *concepts: str) -> Sense | None:
        """The longest sense that begins at a place, if it is one of these."""
        found = [s for s in self.senses.get(at, ()) if s.concept in concepts]
        return max(found, key=lambda s: s.end, default=None)

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""


_FIRST_MONTH, _LAST_MONTH = 2 * 12, 9999 * 12 + 11


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def shifted(day: date, months: int) -> date:
    """The same day some months on, as far as there are years; the month's last where it has no such day."""
    at = min(max(day.year * 12 + day.month - 1 + months, _FIRST_MONTH), _LAST_MONTH)
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
