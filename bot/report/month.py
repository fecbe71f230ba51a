"""A month of the registry, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.report.overview import Flow
from db.result import Result


@dataclass(frozen=True, slots=True)
class Month:
    """What is recorded of the month that begins on `first`; `soon` are the agreements that end in the 90 days
    from `today` on.
    """

    first: date
    today: date
    concluded: Result
    ended: Result
    soon: Result
    papers: Result
    """Every agreement that is no draft."""
    exchanges: Result
    moved: Flow
    events: Result
