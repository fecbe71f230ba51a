"""A name in a text, as a value. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.language.phrases import Known, Target
from bot.language.suffixes import PLAIN, Ending


class How(StrEnum):
    """How sure a link is."""

    EXACT = "exact"
    WORDS = "words"
    """Said freely: the words fit one record or a few."""
    UNKNOWN = "unknown"
    """An institution is named that the registry does not have."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `places` are its tokens; `targets` are all that fit, several where it is
    ambiguous.
    """

    known: Known
    targets: tuple[Target, ...]
    places: tuple[int, ...]
    how: How
    ending: Ending = PLAIN
    """What the last word's ending says: -ga to, -dan from."""

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1

    @property
    def nos(self) -> tuple[int, ...]:
        return tuple(target.no for target in self.targets)

    @property
    def value(self) -> str:
        return self.targets[0].value if self.targets else ""
