"""A year of the registry, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.report.overview import Flow
from db.result import Result
from db.vocabulary import Names


@dataclass(frozen=True, slots=True)
class Moved:
    """One partner's exchanges of the year: what is counted of them, and their numbers."""

    partner: int
    flow: Flow
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What a report of the year says. `vague` counts the records, by what they are, that may belong to the
    year: their date is not recorded, or not closely enough to tell.
    """

    year: int
    today: date
    us: Names
    concluded: Result
    ended: Result
    in_force: Result
    """At some time of the year."""
    moved: Flow
    moved_before: Flow
    """In the year before."""
    exchanges: Result
    by_partner: tuple[Moved, ...]
    """The largest first."""
    events: Result
    people: Mapping[int, int | None]
    """Participants by event, None = their count is not recorded. Events without any are not in it."""
    programmes: Result
    vague: Mapping[str, int]

    @property
    def is_running(self) -> bool:
        """The year is not over."""
        return self.year >= self.today.year
