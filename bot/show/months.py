"""A month as buttons: a day is picked instead of typed. Pure."""

from __future__ import annotations

import calendar
from datetime import date

from bot.record.draft import Draft, Pick
from bot.show.choices import Month
from bot.show.reply import Button, Row
from bot.words import Words

_FIRST, _LAST = 1900, 2199


def grid(draft: Draft, month: str, words: Words) -> tuple[Row, ...]:
    """The days of that month (`2026-11`), a row a week from Monday, and the ways to other months. Raises
    ValueError for what is none.
    """
    first = date.fromisoformat(f"{month}-01")
    if not _FIRST <= first.year <= _LAST:
        raise ValueError(month)

    def to(label: str, months: int) -> Button:
        return Button(label, Month(draft.key, draft.turn, _moved(first, months)))

    head = words.plain("date-month", month=first.month, year=str(first.year))
    here = Month(draft.key, draft.turn, month)
    names = tuple(Button(words.plain("date-weekday-short", n=n), here) for n in range(1, 8))
    weeks = [
        tuple(_day(draft, first, day, here) for day in week)
        for week in calendar.Calendar().monthdayscalendar(first.year, first.month)
    ]
    ways = (to("«", -12), to("‹", -1), to("›", 1), to("»", 12))
    return ((Button(head, here),), ways, names, *weeks)


def _day(draft: Draft, first: date, day: int, here: Month) -> Button:
    if not day:
        return Button("·", here)
    return Button(str(day), Pick(draft.key, draft.turn, first.replace(day=day).isoformat()))


def _moved(first: date, months: int) -> str:
    at = min(max(first.year * 12 + first.month - 1 + months, _FIRST * 12), _LAST * 12 + 11)
    return f"{at // 12:04}-{at % 12 + 1:02}"
