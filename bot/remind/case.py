"""A record that can be reminded of, with all that decides about its reminders besides its own columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from db.edtf import Point
from db.vocabulary import Agreement, Approval, Event, Exchange, Partner, Promise, Series, Sheet

Subject = Agreement | Event | Series | Exchange | Partner | Promise

SHEET: dict[type[Subject], Sheet] = {
    Agreement: Sheet.AGREEMENTS,
    Event: Sheet.EVENTS,
    Series: Sheet.SERIES,
    Exchange: Sheet.EXCHANGES,
    Partner: Sheet.PARTNERS,
    Promise: Sheet.PROMISES,
}
SHEETS = tuple(SHEET.values())
"""The sheets whose records are reminded of."""
DATING = frozenset(
    {"term", "ended", "state", "renewal", "renews_months", "notice_days", "replaces", "date"}
    | {"submission_deadline", "registration_deadline", "due", "done", "recurs"}
)
"""The columns that lead to days: a change of any other leaves them where they are."""


def sheet_of(record: Subject) -> Sheet:
    """The sheet the record stands in."""
    return SHEET[type(record)]


@dataclass(frozen=True, slots=True)
class Case:
    """One record and its surroundings, as they stand on `today`."""

    record: Subject
    today: date
    successor: int | None = None
    """Of an agreement: the one that has taken its place."""
    stages: tuple[Approval, ...] = ()
    """Of a draft: its approval so far."""
    ours: bool = False
    """Of an event: people of ours take part."""
    reported: bool = False
    """Of an event: it is recorded who took part."""
    latest: Point | None = None
    """Of a series its latest edition, of a partner the last thing recorded of it."""
    months: int | None = None
    """Of a series: from one edition to the next."""
    witnessed: frozenset[tuple[str, date]] = frozenset()
    """The ladders and days of which somebody was told, or is about to be, before they came."""
    settled: frozenset[tuple[str, date]] = frozenset()
    """The ladders and days that somebody has decided: there is nothing to be reminded of any more."""
    put_off: Mapping[tuple[str, date], date] = field(default_factory=dict)
    """The ladders and days that somebody has put off, and until which working day."""
    reacted: Mapping[tuple[str, date], datetime] = field(default_factory=dict)
    """The ladders and days about which somebody has decided something, and when last."""
    acted: datetime | None = None
    """When a decision moved the record's days; None = something else moved them last."""
    own: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Ladders that were set for this record alone."""
    given: int | None = None
    """The member whom the matter was given to."""
