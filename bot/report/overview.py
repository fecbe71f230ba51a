"""The registry in figures, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """Copies received and sent under one heading; None = no count is recorded. `uncounted` shipments have
    none, and are in neither figure.
    """

    received: int | None = None
    sent: int | None = None
    uncounted: int = 0

    @property
    def total(self) -> int:
        """All copies that moved."""
        return (self.received or 0) + (self.sent or 0)


@dataclass(frozen=True, slots=True)
class Flows:
    """All exchanges in copies: of all years, of each year, of each partner by number. What has no date is in
    `undated` shipments, and in no year.
    """

    whole: Flow
    years: Mapping[int, Flow]
    partners: Mapping[int, Flow]
    undated: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Partners counted by country (ISO 3166 alpha-2); `unplaced` have none recorded. `home` is our own."""

    countries: Mapping[str, int]
    unplaced: int
    home: str | None

    @property
    def total(self) -> int:
        """All partners."""
        return sum(self.countries.values()) + self.unplaced
