"""What can be decided about something that falls due, as buttons; and what was decided, in words. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.html import Html, clip, join
from bot.remind.case import Subject, sheet_of
from bot.remind.choices import CHOICES
from bot.remind.notice import Goal, Ladder, Notice
from bot.show import dates
from bot.show.goals import goal_told, who
from bot.show.handling import Edit
from bot.show.matters import Decide, Give, Matter, Reconsider, Snooze
from bot.show.offices import OpenLadder
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Decided, Names

_LABEL = 28
_OWN = frozenset(
    {
        (Ladder.NOTICE, Decided.LET),
        (Ladder.REVIEW, Decided.DONE),
        (Ladder.AFTER, Decided.DONE),
        (Ladder.EDITION, Decided.DONE),
        (Ladder.SHIPMENT, Decided.DONE),
        (Ladder.SILENT, Decided.DONE),
    }
)
"""Where the same decision is called otherwise than under the other ladders."""
_OF_EVENTS = frozenset(
    {Ladder.SUBMISSION, Ladder.REGISTRATION, Ladder.VISA, Ladder.TRAVEL, Ladder.START, Ladder.AFTER}
)
"""Ladders of which one record may have several in a message."""
_TO_EDIT = frozenset({Ladder.COMPLETE, Ladder.AFTER})
"""Ladders that end when something is recorded."""


@dataclass(frozen=True, slots=True)
class Subjected:
    """What a decision is about: a day of a record; `partner` is whose it is."""

    record: Subject
    goal: Goal
    partner: Names | None

    @property
    def letter(self) -> str:
        """The letter of the record's short id."""
        return sheet_of(self.record).letter or ""

    @property
    def command(self) -> str:
        """The record's short id."""
        return f"{self.letter}{self.record.no}"


@dataclass(frozen=True, slots=True)
class Told:
    """A decision: who made it, and until when or to whom where it says so."""

    kind: Decided
    name: str
    until: date | None = None
    person: str = ""


def under(of: Subjected, words: Words) -> tuple[Row, ...]:
    """The decisions that are open, two in a row."""
    record, goal = of.record, of.goal
    buttons = [
        Button(words.plain(f"decide-{_name(goal.ladder, kind)}"), _decide(of, kind))
        for kind in CHOICES[goal.ladder]
    ]
    if goal.ladder in _TO_EDIT:
        buttons.insert(0, Button(words.plain("button-edit"), Edit(of.letter, record.no)))
    return pairs(buttons)


def pointers(notices: Iterable[Notice], words: Words) -> tuple[Row, ...]:
    """Under a message about several things, a button for each."""
    subjects = [Subjected(notice.record, notice.goal, notice.partner) for notice in notices]
    times = Counter(of.command for of in subjects)
    return pairs([Button(_pointer(of, words, alone=times[of.command] == 1), _matter(of)) for of in subjects])


def _pointer(of: Subjected, words: Words, *, alone: bool) -> str:
    """Whose it is or, where the record has several days in the message, which of them."""
    named = alone or of.goal.ladder not in _OF_EVENTS
    name = who(of.record, of.partner, words) if named else words.plain(f"ladder-{of.goal.ladder}")
    return label(of.command, name)


def card(of: Subjected, made: Iterable[Told], words: Words, *, may_arrange: bool) -> Reply:
    """One thing that falls due, what was decided about it so far, and what can be."""
    said = (told(of.goal.ladder, each, words) for each in made)
    ladder = Button(words.plain("ladder-own"), OpenLadder(of.goal.ladder, of.letter, of.record.no))
    rows = (*under(of, words), (ladder,)) if may_arrange else under(of, words)
    return Reply(join([*heading(of, words), *said]), rows)


def until(of: Subjected, days: Iterable[date], words: Words) -> Reply:
    """Asks until when it is to be put off."""
    at = of.goal
    buttons = [
        Button(day_label(day, words), Snooze(of.letter, of.record.no, at.ladder, at.day, day)) for day in days
    ]
    text = join([*heading(of, words), words("decide-until" if buttons else "decide-no-day")])
    return Reply(text, pairs(buttons))


def whom(of: Subjected, people: Iterable[tuple[int, str]], words: Words) -> Reply:
    """Asks to whom it is to be given."""
    at = of.goal
    buttons = [
        Button(clip(name, _LABEL), Give(of.letter, of.record.no, at.ladder, at.day, person))
        for person, name in people
    ]
    return Reply(join([*heading(of, words), words("decide-whom")]), pairs(buttons))


def receipt(of: Subjected, made: Told, no: int, words: Words) -> Reply:
    """To whoever decided, with the way back."""
    undo = Button(words.plain("button-undo"), Reconsider(no))
    return Reply(join([*heading(of, words), told(of.goal.ladder, made, words)]), ((undo,),))


def announced(of: Subjected, made: Told, words: Words) -> Reply:
    """To the others who were reminded: nobody needs to do it twice."""
    return Reply(join([*heading(of, words), told(of.goal.ladder, made, words)]), silent=True)


def given(of: Subjected, name: str, words: Words) -> Reply:
    """To whom it was given."""
    return Reply(join([words("decided-yours", name=name), *heading(of, words)]), under(of, words))


def taken_back(of: Subjected, name: str, words: Words, *, place: Place) -> Reply:
    """A decision no longer stands; what it had stopped goes on."""
    return Reply(join([*heading(of, words), words("decided-undone", name=name)]), under(of, words), place)


def heading(of: Subjected, words: Words) -> Iterator[Html]:
    """Whose and what it is, and its day."""
    yield words("card-title", name=who(of.record, of.partner, words))
    yield goal_told(of.record, of.goal, words)


def told(ladder: Ladder, made: Told, words: Words) -> Html:
    """What was decided, and by whom."""
    day = dates.day(made.until, words) if made.until else ""
    return words(f"decided-{_name(ladder, made.kind)}", name=made.name, person=made.person, date=day)


def _name(ladder: Ladder, kind: Decided) -> str:
    return f"{ladder}-{kind}" if (ladder, kind) in _OWN else kind.value


def _decide(of: Subjected, kind: Decided) -> Decide:
    return Decide(of.letter, of.record.no, of.goal.ladder, of.goal.day, kind)


def _matter(of: Subjected) -> Matter:
    return Matter(of.letter, of.record.no, of.goal.ladder, of.goal.day)


def label(command: str, name: str) -> str:
    """What stands on a button that leads to one of several things."""
    return clip(f"{command.removeprefix('/')} · {name}" if name else command.removeprefix("/"), _LABEL)


def day_label(day: date, words: Words) -> str:
    """What stands on a button that chooses a day."""
    weekday = words.plain("date-weekday", n=day.isoweekday())
    date_ = words.plain("date-day-and-month", day=day.day, month=day.month)
    return f"{weekday}, {date_}"


def pairs(buttons: list[Button]) -> tuple[Row, ...]:
    """The buttons two in a row."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
