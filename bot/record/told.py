"""What answers are read with, and what reading one can give. Values only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.language.names import Gazetteer
from db.vocabulary import Language, Row


def _nobody(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Reading:
    """What answers are read with. `ids` gives the workbook id of a short id (`e3`), None where there is
    none.
    """

    gazetteer: Gazetteer
    today: date
    language: Language
    ids: Callable[[str], str | None] = _nobody


@dataclass(frozen=True, slots=True)
class Read:
    """The columns that an answer fills, and the words it was read from."""

    values: Row
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A partner's name that fits several (`fits`), or none: then `candidates` only look like it."""

    said: str
    candidates: tuple[str, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class People:
    """The participants that an answer names, each a row without its event."""

    rows: tuple[Row, ...]
