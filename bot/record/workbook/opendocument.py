"""The sheets of an .ods file, row by row, opened with the same limits as an .xlsx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.record.workbook.formats import number_text
from bot.record.workbook.package import Attributes, Package, Walk
from bot.record.workbook.sheets import Content, Line, Merged, Odd

_PART = "content.xml"
_WIDEST = 200
"""Columns that are looked at."""
_MOST_REPEATED = 10_000
"""So often a filled row is taken that says of itself that it stands many times: enough to be too many."""
_MIDNIGHT = re.compile(r"T00:00:00(?:\.0+)?$")

Sheet = tuple[str, Iterable[Line], Sequence[Merged]]


def ods_sheets(package: Package) -> Iterator[Sheet]:
    """Name, rows and merged cells of each sheet. Raises Refused `workbook-damaged`, `workbook-too-large`."""
    reader = _Reader()
    walk = Walk(reader.start, reader.end, reader.characters)
    for chunk in package.chunks(_PART):
        walk.feed(chunk)
        if reader.full:
            break
    else:
        walk.close()
    yield from reader.sheets


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, list[Line], list[Merged]]] = []
        self.full = False
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._cells: dict[int, Content] = {}
        self._cell: dict[str, str] = {}
        self._text: list[str] | None = None
        self._aside = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "annotation":
            self._aside += 1
        elif tag == "table":
            self.sheets.append((_plain(attributes).get("name", ""), [], []))
            self._row = 0
        elif tag == "table-row":
            self._rows = _times(_plain(attributes), "number-rows-repeated")
            self._column, self._cells = 0, {}
        elif tag in {"table-cell", "covered-table-cell"}:
            self._cell, self._text = _plain(attributes), []
        elif tag == "p" and self._text:
            self.characters("\n")

    def characters(self, text: str) -> None:
        if self._text is not None and not self._aside:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "annotation":
            self._aside -= 1
        elif tag in {"table-cell", "covered-table-cell"}:
            self._put()
        elif tag == "table-row" and self.sheets:
            self._end_row()

    def _put(self) -> None:
        content, times = self._content(), _times(self._cell, "number-columns-repeated")
        if content != "":
            for column in range(self._column, min(self._column + times, _WIDEST)):
                self._cells[column] = content
            self._merge()
        self._column += times
        self._text = None

    def _content(self) -> Content:
        if "formula" in self._cell:
            return Odd.FORMULA
        shown = "".join(self._text or ()).strip()
        match self._cell.get("value-type", ""):
            case "float" | "currency" | "percentage":
                return number_text(self._cell.get("value", shown), None, since_1904=False)
            case "date":
                year_alone = len(shown) == 4 and shown.isdecimal()
                return shown if year_alone else _MIDNIGHT.sub("", self._cell.get("date-value", shown))
        return shown

    def _merge(self) -> None:
        down, across = (_times(self._cell, f"number-{what}-spanned") for what in ("rows", "columns"))
        if self.sheets and (down > 1 or across > 1):
            rows = (self._row + 1, self._row + down)
            self.sheets[-1][2].append(Merged(rows, (self._column, self._column + across - 1)))

    def _end_row(self) -> None:
        if self._cells:
            times = min(self._rows, _MOST_REPEATED)
            lines = self.sheets[-1][1]
            lines += [Line(self._row + n, dict(self._cells)) for n in range(1, times + 1)]
            self.full = len(lines) > _MOST_REPEATED
        self._row += self._rows


def _plain(attributes: Attributes) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in attributes.items()}


def _times(attributes: Attributes, name: str) -> int:
    said = attributes.get(name, "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 9 else 1
