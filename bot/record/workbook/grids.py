"""Anybody's spreadsheet as grids of texts: .xlsx, .ods or .csv, whatever stands in it and wherever.

Only the size is limited here; what the cells mean is for others to find out. A cell that is merged over
several rows stands in each of them; one merged over several columns is kept beside, as what it stands over.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from bot.record.documents import decoded
from bot.record.workbook.opendocument import ods_sheets
from bot.record.workbook.package import Package
from bot.record.workbook.sheets import Book, Line, Merged, SheetReader
from db.refused import Refused

MOST_ROWS = 2_000
"""Filled rows of all sheets together."""
_MOST_MERGED, _WIDEST = 2_000, 60
_LARGEST_CSV = 8 * 2**20
_PARCEL, _OLD = b"PK", b"\xd0\xcf"
_DELIMITERS = ";,\t|"
KINDS = frozenset({"xlsx", "xlsm", "ods", "csv"})


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its rows that are not empty. `over`: the row and columns that a wide cell spans, and its
    text.
    """

    name: str
    lines: tuple[Line, ...]
    over: tuple[tuple[int, range, str], ...] = field(default=())


def grids_of(file: Path, called: str = "") -> tuple[Grid, ...]:
    """The sheets that are not empty; a .csv is one, `called` as its file. Raises Refused `workbook-…`."""
    with file.open("rb") as opened:
        beginning = opened.read(2)
    found = _packed(file) if beginning in {_PARCEL, _OLD} else _csv(file, called)
    grids = tuple(grid for grid in found if grid.lines)
    if not grids:
        raise Refused("workbook-empty")
    return grids


def headings_of(file: Path) -> dict[str, Line]:
    """The first row of each sheet of an .xlsx; nothing of other files, and of those that cannot be read."""
    try:
        with Package(file) as package:
            first = ((name, next(iter(lines), None)) for name, lines, _ in _xlsx(package))
            return {name: line for name, line in first if line is not None}
    except Refused:
        return {}


def _packed(file: Path) -> Iterator[Grid]:
    left = MOST_ROWS
    with Package(file) as package:
        for name, lines, merged in ods_sheets(package) if package.size("content.xml") else _xlsx(package):
            kept = tuple(_few(name, lines, left))
            left -= len(kept)
            yield _grid(name, kept, merged)


def _xlsx(package: Package) -> Iterator[tuple[str, Iterable[Line], Sequence[Merged]]]:
    book = Book.open(package)
    for name in book.parts:
        reader = SheetReader(book, name)
        yield name, reader.lines(), reader.merged


def _few(name: str, lines: Iterable[Line], most: int) -> Iterator[Line]:
    for count, line in enumerate(lines):
        if count >= most:
            raise Refused("workbook-too-long", sheet=name, limit=MOST_ROWS)
        yield line


def _grid(name: str, lines: tuple[Line, ...], merged: Sequence[Merged]) -> Grid:
    by_row = {line.row: line.cells for line in lines}
    over = []
    for one in merged[:_MOST_MERGED]:
        first, last = one.rows
        value = by_row.get(first, {}).get(one.columns[0])
        if value is None:
            continue
        if one.columns[0] != one.columns[1] and isinstance(value, str):
            over.append((first, range(one.columns[0], min(one.columns[1], _WIDEST) + 1), value))
        for row in range(first + 1, min(last, first + MOST_ROWS) + 1):
            if row in by_row:
                by_row[row].setdefault(one.columns[0], value)
    return Grid(name, lines, tuple(over))


def _csv(file: Path, called: str) -> Iterator[Grid]:
    if file.stat().st_size > _LARGEST_CSV:
        raise Refused("workbook-too-large", limit=_LARGEST_CSV // 2**20)
    try:
        text = decoded(file.read_bytes(), _LARGEST_CSV)
    except Refused:
        raise Refused("workbook-not-table") from None
    beginning = text[:4000]
    delimiter = max(_DELIMITERS, key=beginning.count)
    if not any(sign in beginning for sign in _DELIMITERS):
        raise Refused("workbook-not-table")
    name = called.rpartition(".")[0]
    yield Grid(name, tuple(_few(name, _csv_lines(text, delimiter), MOST_ROWS)))


def _csv_lines(text: str, delimiter: str) -> Iterator[Line]:
    try:
        for number, row in enumerate(csv.reader(StringIO(text), delimiter=delimiter), start=1):
            cells = {at: cell.strip() for at, cell in enumerate(row[:_WIDEST]) if cell.strip()}
            if cells:
                yield Line(number, dict(cells))
    except csv.Error:
        raise Refused("workbook-not-table") from None
