"""The days that a calendar holds, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.edtf import Edtf, Point, Precision
from db.vocabulary import Names


class Occasion(StrEnum):
    """What happens on the day."""

    END = "end"
    NOTICE = "notice"
    SUBMISSION = "submission"
    REGISTRATION = "registration"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in the diary: of the record with that short id, from `first` to `last`, both inclusive.

    `written` is the date as recorded; where it is not exact, `exact` is False and the entry stands on the
    earliest day it can mean.
    """

    occasion: Occasion
    id: str
    names: Names
    first: date
    last: date
    written: Edtf | None = None
    exact: bool = True
    place: tuple[str | None, str | None] = (None, None)
    """City and country."""


def is_exact(bound: Point) -> bool:
    """Whether it means one day for sure."""
    return bound.precision is Precision.DAY and not (bound.uncertain or bound.approximate)
