"""Buttons under the card of a record: what can be done with it. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Open:
    """Show the card of a record: `/x7` as a button."""

    letter: str
    no: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Open the form over a record, filled in."""

    letter: str
    no: int


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a record out of the registry; asks first, unless `sure`."""

    letter: str
    no: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """Show partners that a partner may be the same as: a page of them, the likeliest first."""

    no: int
    page: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Make two partners one: `gone` becomes a part of `kept`; asks first, unless `sure`."""

    kept: int
    gone: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Files:
    """Send the files that are kept with a record."""

    letter: str
    no: int


@dataclass(frozen=True, slots=True)
class Attach:
    """Keep the files that wait with this record."""

    letter: str
    no: int


@dataclass(frozen=True, slots=True)
class Detach:
    """Take a file away from its record."""

    no: int


Any = Open | Edit | Delete | Alike | Merge | Files | Attach | Detach

CODES: dict[str, type[Any]] = {
    "op": Open,
    "re": Edit,
    "rd": Delete,
    "ra": Alike,
    "rm": Merge,
    "rf": Files,
    "fa": Attach,
    "fd": Detach,
}
