"""What a save changed, as a value that can be shown. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import Row, Sheet


class Done(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the receipt; `row` is what it says now in the workbook's terms, empty once removed."""

    sheet: Sheet
    no: int
    done: Done
    row: Row


@dataclass(frozen=True, slots=True)
class Receipt:
    """One batch of changes. `undoable` is whether the same person may still take it back."""

    batch: int
    lines: tuple[Line, ...]
    undoable: bool = True
