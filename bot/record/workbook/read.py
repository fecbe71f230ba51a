"""From a workbook file to rows in our terms, and what stands in it and cannot be taken over. Needs no
registry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

from bot.record.workbook.package import Package
from bot.record.workbook.report import Remark
from bot.record.workbook.sheets import Book, Line, Merged, Odd, SheetReader, column_name
from db.columns import COLUMNS, Cell
from db.progress import Progress, no_progress
from db.refused import Refused
from db.vocabulary import WORKBOOK, Sheet


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a known sheet: its known columns, an empty cell as an empty text."""

    sheet: Sheet
    row: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Workbook:
    """A workbook as read."""

    rows: list[FileRow] = field(default_factory=list)
    headings: dict[Sheet, frozenset[str]] = field(default_factory=dict)
    """The known columns that each known sheet has."""
    refused: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


def read_workbook(file: Path, progress: Progress = no_progress) -> Workbook:
    """Raises Refused for a file that is no workbook, or costs too much; all else is among what is refused
    in it.
    """
    workbook = Workbook()
    with Package(file) as package:
        book = Book.open(package)
        readers: dict[Sheet, SheetReader] = {}
        for name in book.parts:
            sheet = _known(name)
            if sheet is None:
                workbook.notes.append(Remark(name, None, None, "sheet-unknown"))
            elif sheet in readers:
                workbook.refused.append(Remark(name, None, None, "sheet-twice"))
            else:
                readers[sheet] = SheetReader(book, name)
        if not readers:
            raise Refused("workbook-without-sheets")
        total = sum(reader.size for reader in readers.values()) or 1
        for sheet, reader in readers.items():
            _Reading(sheet, reader, workbook).read(lambda: progress(_read(readers) / total))
    return workbook


def _read(readers: Mapping[Sheet, SheetReader]) -> int:
    return sum(reader.read for reader in readers.values())


def _known(name: str) -> Sheet | None:
    return next((sheet for sheet in WORKBOOK if sheet.value == name.strip().casefold()), None)


class _Reading:
    """One sheet being read into a workbook."""

    def __init__(self, sheet: Sheet, reader: SheetReader, workbook: Workbook) -> None:
        self._sheet, self._reader, self._workbook = sheet, reader, workbook
        self._columns: dict[int, str] = {}

    def read(self, tick: Callable[[], None]) -> None:
        lines = self._reader.lines()
        heading = next(lines, None)
        if heading is None or not self._read_heading(heading):
            return
        rows = []
        for count, line in enumerate(lines):
            row = self._row(line)
            if row:
                rows.append(row)
            if count % 500 == 0:
                tick()
        self._workbook.rows += list(self._without_merged(rows))

    def _read_heading(self, line: Line) -> bool:
        """Whether the sheet can be read by its headings."""
        known = {column.name for column in COLUMNS[self._sheet]}
        for index, content in line.cells.items():
            name = "_".join(content.casefold().split()) if isinstance(content, str) else ""
            if name in self._columns.values():
                self._refuse(line.row, name, "heading-twice")
                return False
            if name in known:
                self._columns[index] = name
            else:
                shown = content if isinstance(content, str) else column_name(index)
                self._workbook.notes.append(Remark(self._sheet, None, shown[:80], "column-unknown"))
        self._workbook.headings[self._sheet] = frozenset(self._columns.values())
        key = next((c.name for c in COLUMNS[self._sheet] if c.cell is Cell.KEY), None)
        if key and key not in self._columns.values():
            self._refuse(None, key, "column-missing", {"count": 0})
            return False
        return True

    def _row(self, line: Line) -> FileRow | None:
        contents = {name: line.cells.get(index, "") for index, name in self._columns.items()}
        odd = [(name, content) for name, content in contents.items() if isinstance(content, Odd)]
        for name, content in odd:
            self._refuse(line.row, name, content.value)
        cells = {name: content for name, content in contents.items() if isinstance(content, str)}
        return FileRow(self._sheet, line.row, cells) if not odd and any(cells.values()) else None

    def _without_merged(self, rows: list[FileRow]) -> Iterator[FileRow]:
        """All rows but those of which a cell is merged with another: which of the two it speaks of is not
        sure.
        """
        spans = sorted(filter(None, map(self._span, self._reader.merged)))
        reach = list(accumulate((last for _, last, _ in spans), max))
        for row in rows:
            at = bisect_right(spans, row.row, key=lambda span: span[0]) - 1
            if at >= 0 and reach[at] >= row.row:
                self._refuse(row.row, spans[at][2], "cell-merged")
            else:
                yield row

    def _span(self, merged: Merged) -> tuple[int, int, str] | None:
        """The first and last row that a merged cell spoils, and a column in it; None where it does no
        harm.
        """
        first, last = merged.columns
        names = [name for index, name in self._columns.items() if first <= index <= last]
        if not names or (len(names) == 1 and merged.rows[0] == merged.rows[1] and first in self._columns):
            return None
        return *merged.rows, names[0]

    def _refuse(
        self, row: int | None, column: str | None, key: str, values: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self._workbook.refused.append(Remark(self._sheet, row, column, key, dict(values)))
