"""The buttons about what falls due: each names a day of a ladder of a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.remind.notice import Ladder
from db.vocabulary import Decided


@dataclass(frozen=True, slots=True)
class Matter:
    """Show one thing that falls due, with what can be decided about it: a day of a ladder of a record."""

    letter: str
    no: int
    ladder: Ladder
    day: date


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide about it. What needs more to be said, until when or to whom, is asked first."""

    letter: str
    no: int
    ladder: Ladder
    day: date
    kind: Decided


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put it off until that working day."""

    letter: str
    no: int
    ladder: Ladder
    day: date
    until: date


@dataclass(frozen=True, slots=True)
class Give:
    """Give it to that member."""

    letter: str
    no: int
    ladder: Ladder
    day: date
    person: int


@dataclass(frozen=True, slots=True)
class Story:
    """Show everything that became of it: who was told when, and what was decided."""

    letter: str
    no: int
    ladder: Ladder
    day: date


@dataclass(frozen=True, slots=True)
class MoveOn:
    """The papers of that draft moved on today. `stage` is where they were, 0 where they were nowhere."""

    agreement: int
    stage: int


@dataclass(frozen=True, slots=True)
class Recall:
    """The papers came back from that stage: we took them back."""

    agreement: int
    stage: int


@dataclass(frozen=True, slots=True)
class Reconsider:
    """Take a decision back."""

    no: int


Any = Matter | Decide | Snooze | Give | Reconsider | Story | MoveOn | Recall

CODES: dict[str, type[Any]] = {
    "nm": Matter,
    "nd": Decide,
    "ns": Snooze,
    "ng": Give,
    "nr": Reconsider,
    "nh": Story,
    "vm": MoveOn,
    "vr": Recall,
}
