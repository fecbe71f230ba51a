"""A spreadsheet on its way in: what is kept of it between two messages. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.record.intake.mapping import SheetMapping, guess, headings, targets
from bot.record.workbook.grids import Grid
from bot.record.workbook.sheets import Line
from db.columns import COLUMNS
from db.vocabulary import WORKBOOK, Sheet

SAMPLES = 5
_CELL = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet: its name, its rows below the headings, its headings by column, some rows, its mapping."""

    name: str
    rows: int
    headings: Mapping[int, str]
    samples: tuple[Mapping[int, str], ...]
    mapping: SheetMapping

    def pack(self) -> dict[str, Any]:
        """As JSON."""
        return {"name": self.name, "rows": self.rows, "headings": _keyed(self.headings),
                "samples": [_keyed(one) for one in self.samples], "mapping": self.mapping.pack()}  # fmt: skip

    @classmethod
    def unpack(cls, told: Mapping[str, Any]) -> Part:
        """What `pack` wrote."""
        samples = tuple(_numbered(one) for one in told["samples"])
        mapping = SheetMapping.unpack(told["mapping"])
        return cls(told["name"], told["rows"], _numbered(told["headings"]), samples, mapping)


def _keyed(cells: Mapping[int, str]) -> dict[str, str]:
    return {str(at): text for at, text in cells.items()}


def _numbered(cells: Mapping[str, str]) -> dict[int, str]:
    return {int(at): text for at, text in cells.items()}


def is_ours(headings: Mapping[str, Line]) -> bool:
    """Whether it is the registry's own workbook, which is taken in to the letter: told by the first row of
    each of its sheets.
    """
    return any(_is_own_sheet(name, line) for name, line in headings.items())


def _is_own_sheet(name: str, line: Line) -> bool:
    sheet = next((s for s in WORKBOOK if s.value == name.strip().casefold()), None)
    if sheet is None:
        return False
    first = {content.casefold() for content in line.cells.values() if isinstance(content, str)}
    columns = COLUMNS[sheet]
    return columns[0].name in first and len(first & {column.name for column in columns}) > 1


def with_mapping(grid: Grid, mapping: SheetMapping) -> Part:
    """A sheet as it is kept."""
    below = [line for line in grid.lines if line.row > mapping.heading]
    samples = tuple(
        {at: content[:_CELL] if isinstance(content, str) else "fx" for at, content in line.cells.items()}
        for line in below[:SAMPLES]
    )
    return Part(grid.name[:60], len(below), headings(grid, mapping.heading), samples, mapping)


def retyped(part: Part, sheet: Sheet | None) -> Part:
    """Of other records than was thought: the columns are guessed anew from their headings."""
    if sheet is None:
        return replace(part, mapping=replace(part.mapping, sheet=None))
    return replace(part, mapping=_guess_from(part, sheet))


def _guess_from(part: Part, sheet: Sheet) -> SheetMapping:
    grid = Grid(part.name, (Line(part.mapping.heading, dict(part.headings)),))
    found = guess(grid, sheet)
    return replace(found, sheet=sheet, heading=part.mapping.heading)


def meaning(part: Part, column: int, target: str) -> Part | None:
    """With another meaning of a column; None for one that the sheet does not have."""
    sheet = part.mapping.sheet
    if sheet is None or column not in part.headings or target not in {"", *targets(sheet)}:
        return None
    return replace(part, mapping=part.mapping.meaning(column, target))
