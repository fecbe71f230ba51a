"""Which of our columns each column of somebody's sheet fills: guessed, corrected by a person, remembered by
the headings. Pure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.record.forms import Reader, of_sheet
from bot.record.intake.headings import LIST_NUMBER, TOTAL, hinted, meanings, sheets_hinted
from bot.record.workbook.grids import Grid
from bot.record.workbook.sheets import column_name
from db.columns import NAMED
from db.vocabulary import Sheet

RECEIVED, SENT, FROM, UNTIL = "copies_received", "copies_sent", "from", "until"
_SPECIAL: Mapping[Sheet, tuple[str, ...]] = {
    Sheet.EXCHANGES: (RECEIVED, SENT),
    Sheet.AGREEMENTS: (FROM, UNTIL),
    Sheet.EVENTS: (FROM, UNTIL),
}
SHEETS = (
    Sheet.EXCHANGES, Sheet.AGREEMENTS, Sheet.EVENTS, Sheet.PARTNERS, Sheet.PARTICIPANTS, Sheet.PROGRAMMES,
)  # fmt: skip
"""What can be taken in from such a sheet."""
_TELLING: Mapping[Sheet, tuple[str, ...]] = {
    Sheet.EXCHANGES: (RECEIVED, SENT, "quantity", "material", "basis", "direction", "titles"),
    Sheet.AGREEMENTS: ("term", FROM, UNTIL, "signed", "number", "renews_months", "responsible"),
    Sheet.EVENTS: ("city", "topic", "host", "submission_deadline", "registration_deadline", "date"),
    Sheet.PARTNERS: ("email", "phone", "website", "contact", "aliases", "country"),
    Sheet.PARTICIPANTS: ("person", "role", "event", "count"),
    Sheet.PROGRAMMES: ("programme",),
}
"""The concepts that tell what a sheet is about."""
_NEEDED: Mapping[Sheet, tuple[str, ...]] = {
    Sheet.EXCHANGES: ("partner",),
    Sheet.AGREEMENTS: ("partner",),
    Sheet.EVENTS: ("title",),
    Sheet.PARTNERS: ("name",),
    Sheet.PARTICIPANTS: ("event",),
    Sheet.PROGRAMMES: ("title",),
}
_MANY = frozenset({"name", "title", "note", "aliases"})
"""Targets that several columns may fill."""
_NOT_TOLD = frozenset({Reader.PEOPLE, Reader.RECORD})
"""What a cell of such a sheet cannot tell by itself: people in sheets of their own, records by their ids."""
_HEADING_ROWS, _WIDEST, _LONGEST_HEADING = 25, 60, 100


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is read. `heading` is the number of its heading row; `columns`: of each column, counted
    from 0, the target that it fills; `way`: the direction of all its shipments, where no column tells it.
    """

    sheet: Sheet | None
    heading: int
    columns: Mapping[int, str] = field(default_factory=dict)
    way: str = ""

    def pack(self) -> dict[str, Any]:
        """As JSON."""
        columns = {str(at): target for at, target in self.columns.items()}
        return {"sheet": self.sheet, "heading": self.heading, "columns": columns, "way": self.way}

    @classmethod
    def unpack(cls, told: Mapping[str, Any]) -> SheetMapping:
        """What `pack` wrote."""
        columns = {int(at): str(target) for at, target in told["columns"].items()}
        return cls(Sheet(told["sheet"]) if told["sheet"] else None, told["heading"], columns, told["way"])

    @property
    def lacking(self) -> tuple[str, ...]:
        """The targets without which no row of it can be taken in."""
        if self.sheet is None:
            return ()
        have = set(self.columns.values())
        lacking = [name for name in _NEEDED[self.sheet] if name not in have]
        if self.sheet is Sheet.EXCHANGES and not have & {"direction", RECEIVED, SENT} and not self.way:
            lacking.append("direction")
        return tuple(lacking)

    def meaning(self, column: int, target: str) -> SheetMapping:
        """With another meaning of a column; an empty one leaves it out."""
        others = {at: t for at, t in self.columns.items() if at != column and (t != target or t in _MANY)}
        return replace(self, columns={**others, column: target} if target else others)


def targets(sheet: Sheet) -> tuple[str, ...]:
    """What a column can fill in a sheet of ours."""
    fields = of_sheet(sheet).fields
    kept = (each.name for each in fields if each.reader not in _NOT_TOLD or each.name == "event")
    return (
        *_SPECIAL.get(sheet, ()),
        *(name for name in kept if sheet is not Sheet.EXCHANGES or name != "event"),
    )


def headings(grid: Grid, row: int) -> dict[int, str]:
    """The headings of that row; one under a wider one is read with it."""
    line = next((line for line in grid.lines if line.row == row), None)
    if line is None:
        return {}
    width = len(line.cells)
    above = [(span, text) for at, span, text in grid.over if at == row - 1 and 1 < len(span) < width]
    found = {}
    for column, content in sorted(line.cells.items()):
        if isinstance(content, str) and column < _WIDEST:
            over = next((text for span, text in above if column in span and text != content), "")
            found[column] = f"{over} {content}".strip()
    return found


def signature(found: Mapping[int, str]) -> str:
    """What tells one kind of spreadsheet from another: its headings and their places."""
    told = "|".join(f"{at}:{' '.join(text.casefold().split())}" for at, text in sorted(found.items()))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def guess(grid: Grid, sheet: Sheet | None = None) -> SheetMapping:
    """The likeliest reading of a sheet; `sheet`: what its rows are said to be."""
    best = (0, -1, SheetMapping(sheet, _likely_heading(grid)))
    for at, line in enumerate(grid.lines[:_HEADING_ROWS]):
        found = headings(grid, line.row)
        if len(found) < 2:
            continue
        for candidate in (sheet,) if sheet else SHEETS:
            mapping, weight = _read(grid, line.row, found, candidate)
            if weight > best[0]:
                best = (weight, -at, mapping)
    return best[2]


def _likely_heading(grid: Grid) -> int:
    """The first row as wide as they come: where nothing is understood, a person says what it means."""
    first = grid.lines[:_HEADING_ROWS]
    widest = max(len(line.cells) for line in first)
    return next(line.row for line in first if 2 * len(line.cells) > widest)


def _read(grid: Grid, row: int, found: Mapping[int, str], sheet: Sheet) -> tuple[SheetMapping, int]:
    allowed = set(targets(sheet))
    fits = sorted(
        ((weight + (target == "partner"), -column, target)
         for column, text in found.items() if len(text) < _LONGEST_HEADING
         for concept, weight in meanings(text).items()
         if (target := _target(sheet, concept)) in allowed and not _is_other(text, weight)),
        reverse=True,
    )  # fmt: skip
    columns: dict[int, str] = {}
    for _, minus, target in fits:
        if -minus not in columns and (target not in columns.values() or target in {"name", "title"}):
            columns[-minus] = target
    mapping = _settled(SheetMapping(sheet, row, columns), grid.name)
    telling = sum(target in _TELLING[sheet] for target in columns.values())
    hint = 3 if sheet in sheets_hinted(grid.name) else 0
    weight = 4 * len(columns) + 3 * telling + hint - 6 * len(mapping.lacking) if len(columns) > 1 else 0
    return mapping, weight


def _is_other(text: str, weight: int) -> bool:
    """Whether the heading speaks rather of the row's number in the list, or of a sum."""
    said = meanings(text)
    return max(said.get(LIST_NUMBER, 0), said.get(TOTAL, 0)) >= weight


def _target(sheet: Sheet, concept: str) -> str:
    """What a concept is called in a sheet."""
    stem = NAMED.get(sheet)
    if concept == "name":
        return stem or "title"
    if concept == "partner":
        return {Sheet.PARTNERS: "name", Sheet.PARTICIPANTS: "institution", Sheet.EVENTS: "host"}.get(
            sheet, concept
        )
    if concept == "programme" and sheet is Sheet.PROGRAMMES:
        return "title"
    if concept == "event" and sheet is Sheet.EVENTS:
        return "title"
    return concept


def _settled(mapping: SheetMapping, name: str) -> SheetMapping:
    """A column of one way together with one of a bare quantity; the way that the sheet's name tells."""
    columns = dict(mapping.columns)
    ways = {"received", "sent"} & set(hinted(name))
    if mapping.sheet is Sheet.EXCHANGES and not set(columns.values()) & {"direction", RECEIVED, SENT}:
        return replace(mapping, way=ways.pop() if len(ways) == 1 else "")
    return mapping


def letter(column: int) -> str:
    """The letters that stand over a column."""
    return column_name(column)
