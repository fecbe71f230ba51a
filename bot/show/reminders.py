"""The list of reminders: what is coming, when each day will be reminded of, and what was sent. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.html import Html, clip, escape, join
from bot.remind.case import Case, Subject
from bot.remind.notice import Goal, Ladder
from bot.show import dates
from bot.show.buttons import Reminders, Whose
from bot.show.goals import goal_told, who
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Names

_LONGEST = 120
_DAYS = 4
"""So many days of a reminder are named: the next ones."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Goes:
    """A day that draws near, and the moments at which it will be reminded of. `people` are told besides the
    managers.
    """

    case: Case
    partner: Names | None
    goal: Goal
    moments: tuple[datetime, ...]
    people: tuple[str, ...]

    @property
    def record(self) -> Subject:
        """What it is about."""
        return self.case.record


@dataclass(frozen=True, slots=True)
class Went:
    """A reminder that left: for which day of what, and to whom; `failed` are those whom it did not reach.
    `name` is the event's or the partner's; None = the record is gone.
    """

    command: str
    name: Names | None
    ladder: Ladder
    days: int
    at: datetime
    people: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Which list is looked at, and by whom."""

    whose: Whose
    may_see_all: bool
    zone: ZoneInfo
    place: Place


def coming(page: Page[Goes], days: int, view: View, words: Words) -> Reply:
    """What will be reminded of within so many days."""
    head = words(f"reminders-{_NAMES[view.whose]}", days=days, n=page.total)
    items = [join(_goes(item, view, words)) for item in page.items] or [words("reminders-none")]
    return _reply(head, items, page, view, words)


def sent(page: Page[Went], days: int, view: View, words: Words) -> Reply:
    """What was reminded of within so many days."""
    head = words("reminders-sent", days=days, n=page.total)
    items = [join(_went(item, view, words)) for item in page.items] or [words("reminders-none-sent")]
    return _reply(head, items, page, view, words)


_NAMES = {Whose.MINE: "mine", Whose.TEAM: "team", Whose.SENT: "sent"}


def _reply(head: Html, items: list[Html], page: Page[T], view: View, words: Words) -> Reply:
    turn = turning(page, lambda number: Reminders(view.whose, number), words)
    return Reply(held(head, items, "\n\n"), (*turn, _tabs(view, words)), view.place)


def _tabs(view: View, words: Words) -> Row:
    lists = list(Whose) if view.may_see_all else [Whose.MINE, Whose.SENT]
    return tuple(
        Button(words.plain(f"reminders-tab-{_NAMES[whose]}"), Reminders(whose, 0))
        for whose in lists
        if whose is not view.whose
    )


def _goes(item: Goes, view: View, words: Words) -> Iterator[Html]:
    yield words("card-title", name=who(item.record, item.partner, words))
    yield goal_told(item.record, item.goal, words)
    days = [moment.astimezone(view.zone) for moment in item.moments]
    said = list(dict.fromkeys(words.plain("date-day-and-month", day=d.day, month=d.month) for d in days))
    more = words.plain("reminders-more", n=len(said) - _DAYS) if len(said) > _DAYS else ""
    yield words("reminders-when", dates=", ".join(said[:_DAYS]) + more)
    if view.whose is Whose.TEAM:
        yield words("reminders-whom", people=", ".join((words.plain("reminders-managers"), *item.people)))


def _went(item: Went, view: View, words: Words) -> Iterator[Html]:
    name = clip(item.name.best(words.language), _LONGEST) if item.name else words.plain("reminders-gone")
    side = "before" if item.days >= 0 else "after"
    before = words.plain(f"reminders-{side}-{item.ladder}", n=abs(item.days))
    at = dates.tapped(item.at, view.zone, words)
    yield words.html("reminders-went", id=Html(item.command), name=escape(name), before=escape(before), at=at)
    if view.may_see_all:
        yield words("reminders-whom", people=", ".join(item.people))
    if item.failed:
        yield words("reminders-failed", people=", ".join(item.failed))
