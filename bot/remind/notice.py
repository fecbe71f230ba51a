"""What falls due, as values: a day, the rungs of the ladder to it, a notice of it, one person's digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.edtf import Point
from db.vocabulary import Agreement, Event, Language, Names, Sheet


class Ladder(StrEnum):
    """A series of warnings before one day; the value is the first half of a step's name (`end-30`)."""

    END = "end"
    """The last day of an agreement that does not renew itself."""
    NOTICE = "notice"
    """The last day to say no to the renewal of an agreement that does."""
    SUBMISSION = "submission"
    REGISTRATION = "registration"
    START = "start"
    """The first day of an event."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The day a ladder leads to, and the recorded or computed date it was found from.

    `day` is the earliest day it can be and `last` the latest; one day when it is exact. For a notice,
    `found` is the end of the term it is about (None where no one date says it), and `assumed` the days of
    notice where nobody has recorded them.
    """

    ladder: Ladder
    found: Point | None
    day: date
    last: date
    exact: bool
    assumed: int | None = None

    @property
    def counted_from(self) -> str:
        """`exact`, or `earliest` when a day had to be chosen."""
        return "exact" if self.exact else "earliest"

    def left(self, today: date) -> int:
        """Whole days from `today` to the day counted from; negative when it has passed."""
        return (self.day - today).days

    def passed(self, today: date) -> bool:
        """The last day it can mean is over: nothing can be warned of any more, only told."""
        return self.last < today


@dataclass(frozen=True, slots=True)
class Rung:
    """One warning, `days` before the goal; it goes out at `at` (UTC), or later if that was missed."""

    goal: Goal
    days: int
    at: datetime

    @property
    def step(self) -> str:
        """The step's name, as rows and previews carry it: `end-30`."""
        return f"{self.goal.ladder}-{self.days}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of a digest: which day of which record draws near, or passed unseen.

    `partner` is whose agreement it is. `unknown` is the responsible person's name when it matches no
    member. `late`: the record was entered when this warning was already overdue. `rows` are the reminders
    that this line settles.
    """

    record: Agreement | Event
    goal: Goal
    partner: Names | None
    unknown: str | None
    late: bool
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that is due for one person at one moment, most urgent first.

    `away` is the day the oldest of it should have gone out, if nobody was there to send it; `language` None
    = not chosen.
    """

    member: int
    language: Language | None
    today: date
    notices: tuple[Notice, ...]
    away: date | None

    @property
    def all_late(self) -> bool:
        """All of it was entered when these warnings were overdue: it is said once, not line by line."""
        return len(self.notices) > 1 and all(notice.late for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Coming:
    """One item of a preview: a rung, the moment it goes out, and who would be told."""

    record: Agreement | Event
    partner: Names | None
    rung: Rung
    at: datetime
    recipients: tuple[str, ...]
    late: bool


def sheet_of(record: Agreement | Event) -> Sheet:
    """The sheet the record stands in."""
    return Sheet.AGREEMENTS if isinstance(record, Agreement) else Sheet.EVENTS
