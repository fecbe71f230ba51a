"""Buttons as typed values. An action packs into at most 64 bytes and unpacks to the same action, or is
refused.

The packed form is a version mark, the action's code, and its fields in order, parted by `|`; the fields'
types come from the dataclass. A button of another version, or one that somebody forged, unpacks to
`Refused("button-old")`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, get_type_hints

from bot.ask.further import Choose, ChooseEvent, Further, Leaf
from bot.ask.missed import Call, CallAnother, Misses, OpenMiss, Pass
from bot.faults import UserFault
from bot.record.draft import AsNew, Back, Correct, Drop, Pick, Skip, YearOnly
from bot.report.gaps import Gap
from bot.show import admission, handling, matters, offices
from bot.show.choices import CHOICES, Intake

VERSION = "1"
LIMIT = 64
"""Bytes Telegram keeps of a button's data."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one saved batch."""

    batch: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Choose the language the bot speaks to the person who presses."""

    language: str


@dataclass(frozen=True, slots=True)
class Agreements:
    """Show a page of the agreements, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class Events:
    """Show a page of the events."""

    page: int


@dataclass(frozen=True, slots=True)
class Approvals:
    """Show a page of the drafts in approval."""

    page: int


class Whose(StrEnum):
    """Which reminders a list holds."""

    MINE = "m"
    TEAM = "t"
    SENT = "s"


@dataclass(frozen=True, slots=True)
class Reminders:
    """Show a page of the reminders: one's own that are coming, everybody's, or what was sent."""

    whose: Whose
    page: int


class Picture(StrEnum):
    """The pictures there are."""

    TIMELINE = "timeline"
    FLOWS = "flows"
    WORLD = "world"


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw a picture and send it."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Report:
    """Write the report of that year."""

    year: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """Show how much is not recorded yet."""


@dataclass(frozen=True, slots=True)
class GapsOf:
    """Show a page of the records that lack one thing."""

    gap: Gap
    page: int


@dataclass(frozen=True, slots=True)
class History:
    """Show a page of what was changed: by oneself (`mine`), by everybody (`all`), or of a record (`a12`)."""

    of: str
    page: int


@dataclass(frozen=True, slots=True)
class Retract:
    """Ask whether a batch out of the history is to be undone: it may hold much more than one looks at."""

    batch: int


@dataclass(frozen=True, slots=True)
class Save:
    """Put a draft into the registry. `key` and `turn` name the draft and the state of it that was shown."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Throw a draft away."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class Fields:
    """Show a draft's fields, each to be corrected."""

    key: str
    turn: int


Action = (
    matters.Any | offices.Any | admission.Any | handling.Any
    | Undo | Speak | Further | Leaf | Choose | ChooseEvent | Misses | OpenMiss | Call | CallAnother | Pass
    | Agreements | Events | Approvals | Reminders | History | Retract | Draw | Report | Gaps | GapsOf | Intake
    | Save | Discard | Fields | Pick | Skip | YearOnly | AsNew | Correct | Drop | Back
)  # fmt: skip

_BY_CODE: dict[str, type[Action]] = {
    "un": Undo,
    "sp": Speak,
    "qf": Further,
    "ql": Leaf,
    "qc": Choose,
    "qe": ChooseEvent,
    "mi": Misses,
    "mn": OpenMiss,
    "mc": Call,
    "mk": CallAnother,
    "mx": Pass,
    "la": Agreements,
    "le": Events,
    "lv": Approvals,
    "lr": Reminders,
    "lh": History,
    "hr": Retract,
    **matters.CODES,
    **offices.CODES,
    **admission.CODES,
    **handling.CODES,
    "dr": Draw,
    "yr": Report,
    "gp": Gaps,
    "gl": GapsOf,
    **CHOICES,
    "dv": Save,
    "dx": Discard,
    "df": Fields,
    "dp": Pick,
    "ds": Skip,
    "dy": YearOnly,
    "dn": AsNew,
    "dc": Correct,
    "dd": Drop,
    "db": Back,
}
_CODES = {kind: code for code, kind in _BY_CODE.items()}


def pack(action: Action) -> str:
    """The action as a button's data. Raises ValueError where it would not fit: a defect of the caller."""
    parts = [VERSION + _CODES[type(action)]]
    parts += [_written(getattr(action, field.name)) for field in fields(action)]
    data = "|".join(parts)
    if len(data.encode()) > LIMIT or any("|" in part for part in parts):
        raise ValueError(f"does not fit a button: {data}")
    return data


def unpack(data: str) -> Action:
    """The action that `pack` wrote. Raises UserFault("button-old") for anything else."""
    head, *parts = data.split("|")
    kind: type[Any] | None = _BY_CODE.get(head[1:]) if head[:1] == VERSION else None
    if kind is None or len(parts) != len(fields(kind)):
        raise UserFault("button-old")
    try:
        values = [_read(part, hint) for part, hint in zip(parts, _hints(head[1:]), strict=True)]
    except ValueError:
        raise UserFault("button-old") from None
    action: Action = kind(*values)
    return action


@cache
def _hints(code: str) -> tuple[type, ...]:
    return tuple(get_type_hints(_BY_CODE[code]).values())


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _read(text: str, hint: type) -> object:
    if hint is bool:
        return text == "1"
    if hint is date:
        return date.fromisoformat(text)
    return hint(text)
