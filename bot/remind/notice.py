"""What falls due, as values: a day, the rungs of the ladder to it, a notice of it, one person's digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.remind.case import Case, Subject
from db.edtf import Point
from db.vocabulary import Language, Names


class Ladder(StrEnum):
    """A series of warnings about one day; the value is the first half of a step's name (`end-30`)."""

    END = "end"
    """The last day of an agreement that does not renew itself; after it, every week until it is decided."""
    NOTICE = "notice"
    """The last day to say no to the renewal of an agreement that does."""
    REVIEW = "review"
    """Once a year, of an agreement without an end: is it alive?"""
    COMPLETE = "complete"
    """Once a month, of an agreement whose end nobody has recorded."""
    STAGE = "stage"
    """A draft that does not move from one stage of its approval to the next."""
    SUBMISSION = "submission"
    REGISTRATION = "registration"
    VISA = "visa"
    """Of an event abroad in which our people take part."""
    TRAVEL = "travel"
    START = "start"
    """The first day of an event."""
    AFTER = "after"
    """An event is over, and nobody has recorded who took part."""
    EDITION = "edition"
    """The next edition of a series, which nobody has entered."""
    SHIPMENT = "shipment"
    """Something was sent, and nobody has said that it arrived."""
    SILENT = "silent"
    """A partner of whom nothing has been recorded for a year."""
    PROMISE = "promise"
    """Something we promised; after its day, every week until it is done."""

    @property
    def looks_back(self) -> bool:
        """It speaks of a day that is past by design: that it has passed is no alarm."""
        return self in _LOOKING_BACK


_LOOKING_BACK = frozenset(
    {Ladder.REVIEW, Ladder.COMPLETE, Ladder.STAGE, Ladder.AFTER, Ladder.SHIPMENT, Ladder.SILENT}
)
_ALONE = frozenset({Ladder.REVIEW, Ladder.COMPLETE, Ladder.STAGE, Ladder.SILENT})
"""Ladders of one rung: its name is theirs."""
WEEKLY = frozenset({Ladder.END, Ladder.PROMISE})
"""After their day they go on, every week, until somebody decides."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The day a ladder leads to, and the recorded or computed date it was found from.

    `day` is the earliest day it can be and `last` the latest; one day when it is exact. For a notice,
    `found` is the end of the term it is about (None where no one date says it), and `assumed` the days of
    notice where nobody has recorded them. Of a stage, `stage` is its name and `waited` the working days it
    has stood by then.
    """

    ladder: Ladder
    found: Point | None
    day: date
    last: date
    exact: bool = True
    assumed: int | None = None
    stage: str | None = None
    waited: int = 0
    first: bool = False
    """Of the days of a ladder whose rungs have days of their own, the first."""

    @property
    def counted_from(self) -> str:
        """`exact`, or `earliest` when a day had to be chosen."""
        return "exact" if self.exact else "earliest"

    def left(self, today: date) -> int:
        """Whole days from `today` to the day counted from; negative when it has passed."""
        return (self.day - today).days

    def presses(self, today: date, within: int) -> bool:
        """It is still to come, within so many days."""
        return not self.ladder.looks_back and 0 <= self.left(today) <= within

    def passed(self, today: date) -> bool:
        """The last day it can mean is over: nothing can be warned of any more, only told."""
        return self.last < today


class Echo(StrEnum):
    """What follows a reminder that nobody reacts to."""

    AGAIN = "again"
    """Whoever answers for the matter is asked again."""
    ESCALATED = "escalated"
    """Managers are told who has not reacted."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One warning, `days` before the goal, or after it where they are negative.

    It goes out at `at` (UTC), or later if that was missed.
    """

    goal: Goal
    days: int
    at: datetime
    echo: Echo | None = None
    """Nobody reacted to an earlier one, `of`: it is said again."""
    of: str = ""

    @property
    def step(self) -> str:
        """The step's name, as rows and previews carry it: `end-30`, `shipment+45`, `review`."""
        return step_name(self.goal.ladder, self.days)


def step_name(ladder: Ladder, days: int) -> str:
    """The name of the rung so many days before the day of the ladder, or after it."""
    if ladder in _ALONE and not days:
        return ladder.value
    return f"{ladder}-{days}" if days >= 0 else f"{ladder}+{-days}"


def step_of(name: str) -> tuple[Ladder, int]:
    """The ladder and the days that `step_name` put into the name."""
    for sign in "-+":
        ladder, found, days = name.partition(sign)
        if found:
            return Ladder(ladder), int(days) if sign == "-" else -int(days)
    return Ladder(name), 0


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of a digest: which day of which record draws near, or passed unseen.

    `partner` is whose record it is. `unknown` is the responsible person's name when it matches no
    member. `late`: its day was recorded when this warning was already overdue. `over`: what is told is
    that the day passed some time ago, and that nobody has decided. `usual` is how many working days a stage
    usually takes with us. `echo`: nobody has reacted so far, and `answers` is who should have. `rows` are the
    reminders that this line settles.
    """

    record: Subject
    goal: Goal
    partner: Names | None
    unknown: str | None
    late: bool
    rows: tuple[int, ...]
    over: bool = False
    usual: int | None = None
    echo: Echo | None = None
    answers: str | None = None

    @property
    def urgency(self) -> int:
        """What the lines of a digest are ordered by: days that press come before what only asks."""
        return int(self.goal.ladder.looks_back)


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that is due for one person at one moment, most urgent first.

    `away` is the day the oldest of it should have gone out, if nobody was there to send it; `language` None
    = not chosen. `alone`: one thing that presses, in a message of its own.
    """

    member: int
    language: Language | None
    today: date
    notices: tuple[Notice, ...]
    away: date | None
    alone: bool = False

    @property
    def all_late(self) -> bool:
        """All of it was entered when these warnings were overdue: it is said once, not line by line."""
        return len(self.notices) > 1 and all(notice.late for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Coming:
    """One item of a preview: a rung, the moment it goes out, and who would be told."""

    case: Case
    partner: Names | None
    rung: Rung
    at: datetime
    recipients: tuple[str, ...]
    late: bool

    @property
    def record(self) -> Subject:
        """What it is about."""
        return self.case.record
