"""What came of an import or an export, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.vocabulary import Sheet


@dataclass(frozen=True, slots=True)
class Remark:
    """What was refused or left aside, where and why: sheet, row as shown, heading; key and values of a
    text.
    """

    sheet: str
    row: int | None
    column: str | None
    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Touched:
    """A row of the workbook and the record it speaks of; `columns` are those in which the two differ."""

    sheet: Sheet
    row: int
    id: str
    """The workbook id; empty for rows that have none."""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do."""

    added: tuple[Touched, ...] = ()
    changed: tuple[Touched, ...] = ()
    unchanged: int = 0
    conflicts: tuple[Touched, ...] = ()
    """Changed in the chat since they were last in a workbook, and therefore left."""
    refused: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    written: bool = False
    batch: int | None = None
    """The number under which it can be undone."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many rows of each sheet were written."""

    rows: Mapping[Sheet, int] = field(default_factory=dict)
