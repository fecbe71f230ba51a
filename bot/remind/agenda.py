"""What stands on somebody's desk, as values: what comes up within some days, what nobody has decided, what
stands still. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.remind.notice import Notice
from db.vocabulary import Event


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away; `deputy` None: nobody stands in."""

    name: str
    first: date
    last: date
    deputy: str | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The days from `first` to `last`: what `comes` then, the nearest first; what has passed `undecided`;
    drafts that stand `still`; what is on (`running`); who is `away`.
    """

    first: date
    last: date
    comes: tuple[Notice, ...]
    undecided: tuple[Notice, ...]
    still: tuple[Notice, ...]
    running: tuple[Event, ...]
    away: tuple[Away, ...]

    @property
    def matters(self) -> tuple[Notice, ...]:
        """All that can be decided, in the order in which it is told."""
        return (*self.undecided, *self.comes, *self.still)
