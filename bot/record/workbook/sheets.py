"""The sheets of an .xlsx file, row by row, every cell as the text a person sees in it.

It is read here and not by a library because what must be refused has to be seen: formulas, of which the
libraries that are quick give the last result, merged cells, and files made to exhaust a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from bot.record.workbook.formats import number_text, shown_precision
from bot.record.workbook.package import Attributes, Package, Walk
from db.edtf import Precision
from db.refused import Refused

MOST_ROWS = 50_000
"""Filled rows of one sheet."""

MOST_COLUMNS = 1_000
"""What stands farther right is not looked at."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_ROW = 1


class Odd(Enum):
    """What stands in a cell in place of a value that could be taken over; the value is the key of the
    fault.
    """

    FORMULA = "cell-formula"
    ERROR = "cell-error"


Content = str | Odd


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is not empty: its number in the sheet, and its cells by column, counted from 0."""

    row: int
    cells: dict[int, Content]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged into one: rows and columns, first and last."""

    rows: tuple[int, int]
    columns: tuple[int, int]


class SheetReader:
    """Reads one sheet. `merged` is filled when all lines have been read."""

    def __init__(self, book: Book, name: str) -> None:
        self.merged: list[Merged] = []
        self.read = 0
        self._book, self._name, self._part = book, name, book.parts[name]
        self.size = book.package.size(self._part)
        self._lines: list[Line] = []
        self._row = self._column = self._count = 0
        self._cells: dict[int, Content] = {}
        self._attributes: Attributes = {}
        self._text: list[str] | None = None
        self._value = ""
        self._is_formula = self._is_spoken = False

    def lines(self) -> Iterator[Line]:
        """Raises Refused `workbook-damaged`, `workbook-too-large`, `workbook-too-long`."""
        walk = Walk(self._start, self._end, self._characters)
        for chunk in self._book.package.chunks(self._part):
            walk.feed(chunk)
            self.read += len(chunk)
            yield from self._lines
            self._lines.clear()
        walk.close()
        yield from self._lines

    def _start(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "c":
                self._column = _column(attributes.get("r", ""), self._column + 1)
                self._attributes, self._value, self._is_formula = attributes, "", False
            case "v" | "t" if not self._is_spoken:
                self._text = []
            case "f":
                self._is_formula = True
            case "rPh":
                self._is_spoken = True
            case "row":
                given = attributes.get("r", "")
                self._row = int(given) if given.isdecimal() and len(given) < 8 else self._row + 1
                self._column, self._cells = -1, {}
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        match tag:
            case "v" | "t" if self._text is not None:
                self._value += "".join(self._text)
                self._text = None
            case "c":
                content = self._content()
                if content != "" and self._column < MOST_COLUMNS:
                    self._cells[self._column] = content
            case "rPh":
                self._is_spoken = False
            case "row" if self._cells:
                self._count += 1
                if self._count > MOST_ROWS + _FIRST_ROW:
                    raise Refused("workbook-too-long", sheet=self._name, limit=MOST_ROWS)
                self._lines.append(Line(self._row, self._cells))

    def _content(self) -> Content:
        if self._is_formula:
            return Odd.FORMULA
        value = self._value
        if not value:
            return ""
        match self._attributes.get("t", "n"):
            case "s":
                return self._book.shared(value)
            case "n":
                style = self._attributes.get("s", "0")
                return number_text(value, self._book.precision(style), since_1904=self._book.since_1904)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value, value)
            case "e":
                return Odd.ERROR
            case "d":
                return value.removesuffix("Z").removesuffix("T00:00:00").removesuffix("T00:00:00.000")
        return unescaped(value).strip()

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corners = [_REFERENCE.fullmatch(corner) for corner in (first, last or first)]
        if corners[0] and corners[1]:
            rows = (int(corners[0][2]), int(corners[1][2]))
            self.merged.append(Merged(rows, (_number(corners[0][1]), _number(corners[1][1]))))


@dataclass
class Book:
    """An open workbook: its sheets by name, and what all of them share."""

    package: Package
    parts: dict[str, str] = field(default_factory=dict)
    """The sheets' names, as written, and where each lies."""
    since_1904: bool = False
    _texts: list[str] = field(default_factory=list)
    _precisions: dict[str, Precision | None] = field(default_factory=dict)

    @classmethod
    def open(cls, package: Package) -> Book:
        """Raises Refused `workbook-not-xlsx`, `workbook-damaged`, `workbook-too-large`."""
        book = cls(package)
        main = next((part for kind, part in package.related("").values() if kind == "officeDocument"), None)
        if main is None:
            raise Refused("workbook-not-xlsx")
        related = package.related(main)
        book._read_sheets(main, related)
        for kind, part in related.values():
            if kind == "sharedStrings":
                book._read_texts(part)
            elif kind == "styles":
                book._read_styles(part)
        return book

    def shared(self, index: str) -> Content:
        """The shared text of that number."""
        if not index.isdecimal() or len(index) > 9 or int(index) >= len(self._texts):
            return Odd.ERROR
        return self._texts[int(index)]

    def precision(self, style: str) -> Precision | None:
        """How much of a date a cell of this style shows; None: it shows no date."""
        return self._precisions.get(style)

    def _read_sheets(self, main: str, related: dict[str, tuple[str, str]]) -> None:
        def start(tag: str, attributes: Attributes) -> None:
            if tag == "workbookPr":
                self.since_1904 = attributes.get("date1904", "0") in {"1", "true", "on"}
            elif tag == "sheet":
                relation = next((value for name, value in attributes.items() if name.endswith("}id")), "")
                kind, part = related.get(relation, ("", ""))
                if kind == "worksheet":
                    self.parts[attributes.get("name", "")] = part

        self.package.parse(main, start)

    def _read_texts(self, part: str) -> None:
        pieces: list[str] = []
        inside = spoken = False

        def start(tag: str, _attributes: Attributes) -> None:
            nonlocal inside, spoken
            inside = tag == "t" and not spoken
            spoken = spoken or tag == "rPh"

        def text(characters: str) -> None:
            if inside:
                pieces.append(characters)

        def end(tag: str) -> None:
            nonlocal inside, spoken
            inside = False
            if tag == "rPh":
                spoken = False
            elif tag == "si":
                self._texts.append(unescaped("".join(pieces)).strip())
                pieces.clear()

        self.package.parse(part, start, end, text)

    def _read_styles(self, part: str) -> None:
        codes: dict[int, str] = {}
        numbers: list[int] = []
        inside = False

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal inside
            number = attributes.get("numFmtId", "0")
            if tag == "cellXfs":
                inside = True
            elif tag == "numFmt" and number.isdecimal():
                codes[int(number)] = attributes.get("formatCode", "")
            elif tag == "xf" and inside:
                numbers.append(int(number) if number.isdecimal() else 0)

        def end(tag: str) -> None:
            nonlocal inside
            inside = inside and tag != "cellXfs"

        self.package.parse(part, start, end)
        self._precisions = {
            str(style): shown_precision(number, codes) for style, number in enumerate(numbers)
        }


def unescaped(text: str) -> str:
    """The text with signs that XML cannot hold in their places (`_x000D_`)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def column_name(column: int) -> str:
    """The letters over a column: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _column(reference: str, otherwise: int) -> int:
    letters = reference.rstrip("0123456789")
    return _number(letters) if letters and letters != reference else otherwise


@lru_cache(maxsize=1024)
def _number(letters: str) -> int:
    number = 0
    for letter in letters[:3].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
