"""A fact read from a message, not yet a draft: filled columns and the words each was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.record.facts.parties import Party
from db.vocabulary import Row, Sheet


@dataclass(frozen=True, slots=True)
class Fact:
    """One record to be. `party` is its partner (or host, or institution); `people` are the participants of an
    event.
    """

    sheet: Sheet
    row: Row
    party: Party | None = None
    quotes: Mapping[str, str] = field(default_factory=dict)
    doubts: frozenset[str] = frozenset()
    people: tuple[Fact, ...] = ()
    base: Row | None = None
    """The recorded row that it changes."""
    sentence: int = 0
    """Where the sentence that it was read from begins."""
