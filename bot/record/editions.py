"""The next edition of a recurring event: dates shifted, what came of the last one left behind. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.lexicon import table, words_of
from bot.language.scripts import fold, normalise
from bot.record.draft import Entry
from db.edtf import Edtf
from db.vocabulary import Event, Language, Row, Sheet

_KEPT = ("kind", "series", "host", "programme")
_ASKED = ("city", "country")
"""What may be another next time: copied, and marked as doubtful."""
_DATES = ("date", "submission_deadline", "registration_deadline")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W_]+")


def next_edition(row: Row, years: int = 1) -> Entry:
    """The entry of the edition that many years later: the same weeks of the year, the same days of the
    week.
    """
    told = {column: row[column] for column in (*_KEPT, *_ASKED) if column in row}
    for column in _DATES:
        if column in row:
            told[column] = _shifted(str(row[column]), years)
    told |= {
        c: _YEAR.sub(lambda y: str(int(y[0]) + years), str(v)) for c, v in row.items() if c[:6] == "title_"
    }
    edition = str(row.get("edition", ""))
    if edition.isdecimal():
        told["edition"] = str(int(edition) + 1)
    doubts = frozenset(column for column in (*_ASKED, *_DATES) if column in told)
    return Entry(Sheet.EVENTS, {"id": "new1", **told}, doubts=doubts)


def _shifted(text: str, years: int) -> str:
    """Days move by whole weeks, so that a Monday stays one; what is known to the month or year, by years."""
    if not _DAY.search(text):
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) + years), text)
    first = date.fromisoformat(_DAY.findall(text)[0])
    there = first.replace(year=first.year + years, day=min(first.day, 28))
    weeks = timedelta(days=7 * round((there - first).days / 7))
    moved = _DAY.sub(lambda day: (date.fromisoformat(day[0]) + weeks).isoformat(), text)
    return str(Edtf.parse(moved))


@dataclass(frozen=True, slots=True)
class Wish:
    """`IFLA 2027 like 2026`: an event, and how many years later it is wanted."""

    event: int
    years: int


def wished(text: str, events: Iterable[Event]) -> Wish | None:
    """What such a message wishes for; None for any other, and where it fits several events or none."""
    years = [int(year) for year in _YEAR.findall(text)]
    words = _words(text)
    if len(years) != 2 or years[0] == years[1] or not words & _likening():
        return None
    said = {word for word in words - _likening() if not _YEAR.match(word)}
    fits = [event for event in events if _is_of(event, years[1]) and said and _named(event, said)]
    return Wish(fits[0].no, years[0] - years[1]) if len(fits) == 1 else None


def _words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(normalise(text[:300]).replace("'", ""))}


def _likening() -> set[str]:
    return {
        fold(word)
        for language in Language
        for word in words_of(str(table(language, "words", "editions").get("like", "")))
    }


def _is_of(event: Event, year: int) -> bool:
    earliest = event.date.earliest if event.date else None
    return earliest is not None and earliest.year == year


def _named(event: Event, said: set[str]) -> bool:
    return any(said <= _words(title) for title in event.titles.every())
