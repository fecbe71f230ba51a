"""Buttons under what is taken in by the dozen (a report, a spreadsheet), and those that help with a form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is done with an item of a review."""

    LOOK = "l"
    SAVE = "s"
    CORRECT = "c"
    DROP = "d"
    RESTORE = "r"


@dataclass(frozen=True, slots=True)
class Review:
    """Show a page of what was read from a report."""

    no: int
    page: int


@dataclass(frozen=True, slots=True)
class Judge:
    """Decide about one item of a review."""

    no: int
    place: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SaveAll:
    """Save every item that is complete and new."""

    no: int


@dataclass(frozen=True, slots=True)
class CloseReview:
    """Throw the review away: what is not saved stays out."""

    no: int


KIND, WAY = -1, -2
"""In place of a column: what the rows of a sheet are, and the direction of all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Show how a sheet of an import is understood."""

    no: int
    part: int


@dataclass(frozen=True, slots=True)
class Column:
    """Show what a column (or KIND, or WAY) can mean."""

    no: int
    part: int
    column: int


@dataclass(frozen=True, slots=True)
class Mean:
    """A column (or KIND, or WAY) means this; nothing: it is left out."""

    no: int
    part: int
    column: int
    target: str


@dataclass(frozen=True, slots=True)
class TryOut:
    """Say what an import would do."""

    no: int


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Make an import true; `alike`: with the rows that look like recorded ones."""

    no: int
    alike: bool


@dataclass(frozen=True, slots=True)
class DropImport:
    """Do without it."""

    no: int


@dataclass(frozen=True, slots=True)
class Month:
    """Show the days of a month (`2026-11`) to answer a draft's question with."""

    key: str
    turn: int
    month: str


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Open the form of that name."""

    form: str


@dataclass(frozen=True, slots=True)
class NextEdition:
    """Begin the next edition of an event."""

    no: int


Intake = (
    Month
    | OpenForm
    | NextEdition
    | Review
    | Judge
    | SaveAll
    | CloseReview
    | Part
    | Column
    | Mean
    | TryOut
    | TakeIn
    | DropImport
)
CHOICES: dict[str, type[Intake]] = {
    "im": Month,
    "io": OpenForm,
    "in": NextEdition,
    "ir": Review,
    "ij": Judge,
    "is": SaveAll,
    "ix": CloseReview,
    "tp": Part,
    "tc": Column,
    "tm": Mean,
    "tt": TryOut,
    "ti": TakeIn,
    "tx": DropImport,
}
"""By their codes."""
