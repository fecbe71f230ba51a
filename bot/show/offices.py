"""The buttons of the settings: how this organisation reminds, and who is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.remind.notice import Ladder


class Section(StrEnum):
    """The parts of the settings."""

    ALL = "all"
    LADDERS = "ladders"
    WEEK = "week"
    DAYS = "days"
    HOUR = "hour"
    STAGES = "stages"
    AWAY = "away"
    OURSELVES = "us"


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Show a part of the settings."""

    section: Section


@dataclass(frozen=True, slots=True)
class EditOurselves:
    """Open the form of the record of ourselves."""


@dataclass(frozen=True, slots=True)
class SetWeek:
    """People work so many days a week."""

    days: int


@dataclass(frozen=True, slots=True)
class MoveDay:
    """That day is `worked`, `off`, or as the calendar has it (empty)."""

    day: date
    as_: str


@dataclass(frozen=True, slots=True)
class OpenLadder:
    """Show a ladder: of every record or, with a letter, of one."""

    ladder: Ladder
    letter: str
    no: int


@dataclass(frozen=True, slots=True)
class TryLadder:
    """Show what would fall due with those days; no days = as it comes."""

    ladder: Ladder
    letter: str
    no: int
    days: str


@dataclass(frozen=True, slots=True)
class SaveLadder:
    """Keep the ladder that was shown."""

    ladder: Ladder
    letter: str
    no: int
    days: str


@dataclass(frozen=True, slots=True)
class UsualStages:
    """Let a draft go through the stages that it comes with."""


@dataclass(frozen=True, slots=True)
class AwayLater:
    """Choose from which day to be away."""


@dataclass(frozen=True, slots=True)
class AwayFrom:
    """Be away from that day."""

    first: date


@dataclass(frozen=True, slots=True)
class AwayUntil:
    """Be away from the first day to the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AwayWith:
    """Be away, and let that member stand in; 0 = nobody."""

    first: date
    last: date
    person: int


@dataclass(frozen=True, slots=True)
class Here:
    """Be here again."""


Any = (
    OpenSettings | EditOurselves | SetWeek | MoveDay | OpenLadder | TryLadder | SaveLadder | UsualStages
    | AwayLater | AwayFrom | AwayUntil | AwayWith | Here
)  # fmt: skip

CODES: dict[str, type[Any]] = {
    "oo": OpenSettings,
    "oe": EditOurselves,
    "ow": SetWeek,
    "od": MoveDay,
    "ol": OpenLadder,
    "ot": TryLadder,
    "os": SaveLadder,
    "ou": UsualStages,
    "og": AwayLater,
    "of": AwayFrom,
    "oa": AwayUntil,
    "ob": AwayWith,
    "oh": Here,
}
