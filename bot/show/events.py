"""The list of events: what is on and what comes next first, with the deadlines still to come. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby

from bot.html import Html, clip, escape, join
from bot.show import dates
from bot.show.buttons import Events
from bot.show.drafts import word
from bot.show.lines import place as place_told
from bot.show.paging import held, page_of, turning
from bot.show.periods import period
from bot.show.reply import Place, Reply
from bot.words import Words
from db.edtf import Edtf, Precision
from db.vocabulary import Event


class Section(StrEnum):
    """The parts of the list, in its order."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"
    UNDATED = "undated"


_LONGEST = 160
_DEADLINES = ("submission_deadline", "registration_deadline")


def listing(
    every: Iterable[Event], number: int, today: date, words: Words, place: Place, *, may_log: bool
) -> Reply:
    """A page of the list, or how to begin one."""
    ordered = sorted(every, key=lambda event: _order(event, today))
    if not ordered:
        return Reply(words("events-none-log" if may_log else "events-none"), place=place)
    counts = Counter(section_of(event, today) for event in ordered)
    page = page_of(ordered, number)
    head = words("events-head", n=page.total, coming=counts[Section.NOW] + counts[Section.COMING])
    lines = tuple(_lines(page.items, counts, today, words))
    return Reply(held(head, lines), turning(page, Events, words), place)


def section_of(event: Event, today: date) -> Section:
    """Where an event stands in the list. One whose date is known only to the month or year is coming until
    that is over.
    """
    when = event.date
    if when is None or (when.earliest is None and when.latest is None):
        return Section.UNDATED
    first, last = when.earliest, when.latest or when.earliest
    if last is not None and last < today:
        return Section.PAST if not when.open_end else Section.NOW
    return Section.NOW if first is not None and first <= today and _is_exact(when) else Section.COMING


def _order(event: Event, today: date) -> tuple[int, int, int]:
    section, when = section_of(event, today), event.date
    first = (when.earliest or when.latest) if when else None
    if first and section is Section.COMING:
        first = max(first, today)
    days = first.toordinal() if first else 0
    return list(Section).index(section), -days if section is Section.PAST else days, event.no


def _is_exact(when: Edtf) -> bool:
    return when.start is not None and when.start.precision is Precision.DAY


def _lines(items: tuple[Event, ...], counts: Counter[Section], today: date, words: Words) -> Iterator[Html]:
    for section, group in groupby(items, lambda event: section_of(event, today)):
        yield words(f"events-{section}", n=counts[section])
        for event in group:
            yield _line(event, section, today, words)
            yield from _deadlines(event, today, words)


def _line(event: Event, section: Section, today: date, words: Words) -> Html:
    parts = [
        word("kind", event.kind, words) if event.kind else "",
        period(event.date, words) if event.date else "",
        _distance(event, today, words) if section is Section.COMING else "",
        place_told(event.city, event.country, words),
    ]
    title, said = event.titles.best(words.language), " · ".join(part for part in parts if part)
    line = words("events-line", id=f"/e{event.no}", title=clip(title, _LONGEST))
    return join((line, escape(said)), " · ")


def _distance(event: Event, today: date, words: Words) -> str:
    when = event.date
    if when is None or when.earliest is None or not _is_exact(when):
        return words.plain("events-inexact")
    return dates.distance(when.earliest, today, words)


def _deadlines(event: Event, today: date, words: Words) -> Iterator[Html]:
    """Those that are not over: of one known only to a month, its last day counts."""
    for name in _DEADLINES:
        when: Edtf | None = getattr(event, name)
        last = when and (when.latest or when.earliest)
        if when and last and last >= today:
            label = words.plain(f"field-{name}".replace("_", "-"))
            exact = when.start or when.end
            left = exact is not None and exact.precision is Precision.DAY
            away = dates.distance(last, today, words) if left else words.plain("events-inexact")
            yield words("events-deadline", what=label, date=period(when, words), away=away)
