"""Dates as they are known: the contract's part of EDTF (ISO 8601-2), kept exactly as written.

    2014-06-22   2014-09   2008   2014-21 (spring) … 2014-24 (winter); each also with ? (uncertain) or ~
    (about) 2009/2014   2014-06-22/2014-07-01   2007/.. (still running)   2008/, /2014 (end or start not
    recorded)

A year stays a year; an unknown bound is unknown and never becomes a day. Pure.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from db.refused import Refused

_OPEN = ".."
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~])?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which a season begins. Winter is the one that begins in the year's December."""


class Precision(StrEnum):
    """How closely a bound is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Point:
    """One bound: a day, month, season or year, and the first and last day it can mean (both inclusive)."""

    text: str
    precision: Precision = field(compare=False)
    earliest: date = field(compare=False)
    latest: date = field(compare=False)
    uncertain: bool = field(compare=False, default=False)
    approximate: bool = field(compare=False, default=False)

    @property
    def season(self) -> int | None:
        """21 spring, 22 summer, 23 autumn, 24 winter; None for anything but a season."""
        return int(self.text[5:7]) if self.precision is Precision.SEASON else None


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. Two are equal when they are written alike; `str()` gives the text back."""

    text: str
    start: Point | None = field(compare=False)
    """The date itself, or the interval's first bound; None = not recorded."""
    end: Point | None = field(compare=False)
    """The date itself, or the interval's last bound; None = not recorded, or open."""
    is_interval: bool = field(compare=False)
    open_end: bool = field(compare=False)
    """`..`: it is known to go on."""

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Raises Refused: `date-unreadable` for all that is not listed above, `date-backwards` for an
        interval whose end is before its start.
        """
        return _parse(text)

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None when its start is not recorded."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None when its end is open or not recorded."""
        return self.end.latest if self.end else None

    @property
    def unknown_start(self) -> bool:
        """`/2014`: the start is not recorded."""
        return self.start is None

    @property
    def unknown_end(self) -> bool:
        """`2008/`: the end is not recorded."""
        return self.end is None and not self.open_end

    @property
    def uncertain(self) -> bool:
        """A bound is marked `?`."""
        return any(bound.uncertain for bound in (self.start, self.end) if bound)

    @property
    def approximate(self) -> bool:
        """A bound is marked `~`."""
        return any(bound.approximate for bound in (self.start, self.end) if bound)

    @property
    def day(self) -> date | None:
        """The one day it means; None when it is less than exact or is an interval."""
        bound = self.start
        if self.is_interval or bound is None or bound.precision is not Precision.DAY:
            return None
        return None if bound.uncertain or bound.approximate else bound.earliest


def of_day(day: date) -> Edtf:
    """The exact day as EDTF."""
    return _parse(day.isoformat())


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    first, slash, last = text.partition("/")
    if not slash:
        point = _point(first, text)
        return Edtf(text, start=point, end=point, is_interval=False, open_end=False)
    is_open = last == _OPEN
    start = _point(first, text) if first else None
    end = _point(last, text) if last and not is_open else None
    if start is None and end is None:
        raise Refused("date-unreadable", value=text)
    if start and end and end.latest < start.earliest:
        raise Refused("date-backwards", value=text)
    return Edtf(text, start=start, end=end, is_interval=True, open_end=is_open)


def _point(text: str, whole: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise Refused("date-unreadable", value=whole)
    year, month, day = (int(part) if part else None for part in found.group(1, 2, 3))
    try:
        precision, earliest, latest = _range(year or 0, month, day)
    except ValueError:
        raise Refused("date-unreadable", value=whole) from None
    mark = found[4]
    return Point(text, precision, earliest, latest, uncertain=mark == "?", approximate=mark == "~")


def _range(year: int, month: int | None, day: int | None) -> tuple[Precision, date, date]:
    """Raises ValueError for a day, month or year that no calendar has."""
    if month is None:
        return Precision.YEAR, date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return Precision.DAY, date(year, month, day), date(year, month, day)
    if month in _SEASONS:
        first = date(year, _SEASONS[month], 1)
        year, month = (year + 1, 2) if month == 24 else (year, first.month + 2)
        return Precision.SEASON, first, _month_end(year, month)
    return Precision.MONTH, date(year, month, 1), _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
