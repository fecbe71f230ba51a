"""The list of reminders: what is coming, when each day will be reminded of, and what was sent. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.html import Html, clip, escape, join
from bot.remind.case import Case, Subject, sheet_of
from bot.remind.notice import Goal, Ladder
from bot.show import dates
from bot.show.buttons import Reminders, Whose
from bot.show.goals import goal_told, who
from bot.show.matters import Matter, Story
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Names

_LONGEST = 120
_DAYS = 4
"""So many days of a reminder are named: the next ones."""
_IN_A_ROW = 5
"""Buttons that are mere numbers."""
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

    @property
    def command(self) -> str:
        """Its short id as a command."""
        return f"/{self.letter}{self.record.no}"

    @property
    def letter(self) -> str:
        """The letter of its short id."""
        return sheet_of(self.record).letter or ""


@dataclass(frozen=True, slots=True)
class Went:
    """A reminder that left: for which day of what, and to whom; `failed` are those whom it did not reach.
    `name` is the event's or the partner's; None = the record is gone.
    """

    command: str
    name: Names | None
    ladder: Ladder
    days: int
    day: date
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
    items = _numbered(join(_goes(item, view, words)) for item in page.items)
    actions = [Matter(item.letter, item.record.no, item.goal.ladder, item.goal.day) for item in page.items]
    return _reply(head, items or [words("reminders-none")], page, view, words, actions)


def sent(page: Page[Went], days: int, view: View, words: Words) -> Reply:
    """What was reminded of within so many days."""
    head = words("reminders-sent", days=days, n=page.total)
    items = _numbered(join(_went(item, view, words)) for item in page.items)
    actions = [Story(item.command[1], int(item.command[2:]), item.ladder, item.day) for item in page.items]
    return _reply(head, items or [words("reminders-none-sent")], page, view, words, actions)


def step_told(ladder: Ladder, days: int, words: Words) -> str:
    """Which of the reminders it was: "30 days before the end"."""
    if days < 0 and ladder not in _AFTER:
        return words.plain("reminders-again")
    return words.plain(f"reminders-{'before' if days >= 0 else 'after'}-{ladder}", n=abs(days))


_AFTER = frozenset({Ladder.END, Ladder.AFTER, Ladder.SHIPMENT, Ladder.PROMISE})
"""Ladders with rungs of their own after their day."""
_NAMES = {Whose.MINE: "mine", Whose.TEAM: "team", Whose.SENT: "sent"}


def _reply(
    head: Html, items: list[Html], page: Page[T], view: View, words: Words, actions: Sequence[Matter | Story]
) -> Reply:
    numbers = [Button(str(at), action) for at, action in enumerate(actions, start=1)]
    rows = (tuple(numbers[at : at + _IN_A_ROW]) for at in range(0, len(numbers), _IN_A_ROW))
    turn = turning(page, lambda number: Reminders(view.whose, number), words)
    return Reply(held(head, items, "\n\n"), (*rows, *turn, _tabs(view, words)), view.place)


def _numbered(items: Iterable[Html]) -> list[Html]:
    return [Html(f"<b>{at}.</b> {item}") for at, item in enumerate(items, start=1)]


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
    before = step_told(item.ladder, item.days, words)
    at = dates.tapped(item.at, view.zone, words)
    yield words.html("reminders-went", id=Html(item.command), name=escape(name), before=escape(before), at=at)
    if view.may_see_all:
        yield words("reminders-whom", people=", ".join(item.people))
    if item.failed:
        yield words("reminders-failed", people=", ".join(item.failed))
