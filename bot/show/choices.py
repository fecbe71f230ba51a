"""Buttons under what is taken in by the dozen: the review of a report."""

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
