"""The diary as a calendar file (iCalendar, RFC 5545) that any phone or office program takes in. Pure.

Entries are whole days. Each has the same UID in every file, so that taking in a newer one moves what has
moved instead of doubling it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.report.diary import Entry, Occasion
from bot.show.lines import place
from bot.show.periods import period
from bot.show.reply import EnclosedAs, Enclosure, Reply
from bot.words import Words

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_DAY = timedelta(days=1)
_ALARMS = {
    Occasion.END: (30, 7),
    Occasion.NOTICE: (30, 7),
    Occasion.SUBMISSION: (7, 1),
    Occasion.REGISTRATION: (7, 1),
    Occasion.EVENT: (7, 1),
}
"""Days before, each at nine in the morning of the reader's own clock."""
_NINE = timedelta(hours=9)


def calendar(entries: Sequence[Entry], now: datetime, words: Words) -> Reply:
    """The file, and what it holds."""
    if not entries:
        return Reply(words("calendar-none"))
    vague = sum(not entry.exact for entry in entries)
    caption = words("calendar-caption", n=len(entries), vague=vague)
    return Reply(caption, enclosure=Enclosure(EnclosedAs.DOCUMENT, "hamkor.ics", ics(entries, now, words)))


def ics(entries: Sequence[Entry], now: datetime, words: Words) -> bytes:
    """The bytes of the file. `now` is when it was made."""
    from icalendar import Calendar

    book = Calendar()
    book.add("prodid", "-//Hamkor//")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", words.plain("calendar-name"))
    for entry in entries:
        book.add_component(_event(entry, now, words))
    return bytes(book.to_ical())


def _event(entry: Entry, now: datetime, words: Words) -> Event:
    from icalendar import Event

    title = words.plain(f"calendar-{entry.occasion}", name=entry.names.best(words.language))
    told = [f"/{entry.id}"]
    if not entry.exact and entry.written:
        title = words.plain("calendar-vague", title=title)
        told.append(words.plain("calendar-why-vague", date=period(entry.written, words)))
    event = Event()
    event.add("uid", f"{entry.id}-{entry.occasion}@hamkor")
    event.add("dtstamp", now)
    event.add("summary", title)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + _DAY)
    event.add("description", "\n".join(told))
    event.add("transp", "TRANSPARENT")
    if any(entry.place):
        event.add("location", place(*entry.place, words))
    for days in _ALARMS[entry.occasion]:
        event.add_component(_alarm(days, title))
    return event


def _alarm(days: int, title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _NINE - days * _DAY)
    return alarm
