"""What a text has said before the sentence that is being read: what its bare dates and pronouns lean on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Earlier:
    """Values alone; nothing said yet where they are empty."""

    told: bool = False
    """The sentence stands in a narrative: it tells of the past as a whole, not of the last few days."""
    dated: bool = False
    """The text names years: what is so today is so these days."""
    period: int | None = None
    """The year the whole text is about."""
    year: int | None = None
    """The year last spoken of: `that same year`."""
    lies: int | None = None
    """The year in which a bare month or day lies: that of the text or its part, or the one told of now."""
    several: bool = False
    """The text says that it is about several years: a bare month of none of them stays undated."""
    month: str = ""
    """The month last spoken of, as EDTF: `that same month`."""
    partners: tuple[int, ...] = ()
    """The numbers of the partner last spoken of: `from there`, `to them`."""
    pair: tuple[tuple[int, ...], ...] = ()
    """The two partners that a sentence named: `the former`, `the latter`."""
    name: str = ""
    """Or its name, where the registry lacks it."""


NOTHING = Earlier()
TOLD = Earlier(told=True)
"""Where a narrative begins."""
