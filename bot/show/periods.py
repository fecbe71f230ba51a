"""A date as known, said exactly as precisely as it is known: a year stays a year, an unknown bound is named
unknown.
"""

from __future__ import annotations

from datetime import date

from bot.words import Words
from db.edtf import Edtf, Point, Precision


def period(value: Edtf, words: Words) -> str:
    """An EDTF date or interval in the reader's language: "22–25-sentabr", "2009–2014", "since 2007"."""
    start, end = value.start, value.end
    if start is None:
        return words.plain("date-start-unknown", end=_bound("until", end, words) if end else "?")
    if not value.is_interval:
        return _doubted(start, _bound("", start, words), words)
    if end is None:
        key = "date-open" if value.open_end else "date-end-unknown"
        return words.plain(key, start=_doubted(start, _bound("from", start, words), words))
    return _span(start, end, words)


def within(value: Edtf, words: Words) -> str:
    """When something happens: "in 2014", "on 5 August 2026"; longer times as in `period`."""
    start, end = value.start, value.end
    if start is None or value.is_interval:
        years = start and end and start.precision is end.precision is Precision.YEAR
        if years and start and end and not any(p.uncertain or p.approximate for p in (start, end)):
            first, last = start.earliest.year, end.earliest.year
            return words.plain("date-at-years", year=str(first), last=str(last))
        return period(value, words)
    return within_point(start, words)


def within_point(value: Point, words: Words) -> str:
    """One bound alone as the time something happens: "in August 2026"."""
    return _doubted(value, _bound("at", value, words), words)


def until(value: Edtf, words: Words) -> str:
    """Its last day: "until 2014", "until 5 August 2026"."""
    if value.start is None or value.is_interval:
        return period(value, words)
    return _doubted(value.start, _bound("until", value.start, words), words)


def month_of(value: date) -> Point:
    """The month that a day lies in."""
    found = Edtf.parse(f"{value:%Y-%m}").start
    assert found is not None  # noqa: S101 — a month has a bound
    return found


def days_told(first: date, last: date, words: Words) -> str:
    """From one day to another: "23–29 November 2026"."""
    return period(Edtf.parse(f"{first}/{last}"), words)


def _span(start: Point, end: Point, words: Words) -> str:
    first, last = start.earliest, end.earliest
    certain = not (start.uncertain or start.approximate or end.uncertain or end.approximate)
    if certain and start.precision is end.precision is Precision.YEAR:
        return words.plain("date-years", year=str(first.year), last=str(last.year))
    if certain and start.precision is end.precision is Precision.DAY and first.year == last.year:
        if first.month == last.month:
            return words.plain(
                "date-days-of-month", day=first.day, last=last.day, month=first.month, year=str(first.year)
            )
        sides = [words.plain("date-day-and-month", day=d.day, month=d.month) for d in (first, last)]
        return words.plain("date-days-of-year", start=sides[0], end=sides[1], year=str(first.year))
    sides = [_doubted(point, _bound("", point, words), words) for point in (start, end)]
    return words.plain("date-span", start=sides[0], end=sides[1])


def point(value: Point, words: Words) -> str:
    """One bound alone: "5 August 2026", "August 2026", "spring 2026", "2026"."""
    return _doubted(value, _bound("", value, words), words)


def _bound(side: str, value: Point, words: Words) -> str:
    key = "-".join(part for part in ("date", side, value.precision.value) if part)
    day, year = value.earliest, str(value.earliest.year)
    match value.precision:
        case Precision.DAY:
            return words.plain(key, day=day.day, month=day.month, year=year)
        case Precision.MONTH:
            return words.plain(key, month=day.month, year=year)
        case Precision.SEASON:
            return words.plain(key, season=(value.season or 21) - 20, year=year)
        case Precision.YEAR:
            return words.plain(key, year=year)


def _doubted(value: Point, text: str, words: Words) -> str:
    if value.uncertain:
        return words.plain("date-uncertain", date=text)
    return words.plain("date-about", date=text) if value.approximate else text
