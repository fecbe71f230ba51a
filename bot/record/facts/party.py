"""A party of what happened, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from bot.record.facts.roles import Role


@dataclass(frozen=True, slots=True)
class Party:
    """A party named by the tokens `start` … `end` - 1. `nos` are the partners that fit, none for an unknown
    one.
    """

    start: int
    end: int
    role: Role
    nos: tuple[int, ...] = ()
    name: str = ""
    """An institution that the registry lacks, as it would be written down."""
    ours: bool = False
    place: str = ""
    """The country's code or the city, where only that was said."""
    doubtful: bool = False
    """Its one national library was taken, where there are others too."""

    @property
    def no(self) -> int | None:
        """The one partner it can be."""
        return self.nos[0] if len(self.nos) == 1 else None
