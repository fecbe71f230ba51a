"""The rows of somebody's sheets as rows of ours, and why one cannot be read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.record.draft import Failure
from bot.record.intake.cells import Cells
from bot.record.intake.headings import is_total
from bot.record.intake.mapping import FROM, RECEIVED, SENT, UNTIL, SheetMapping, headings
from bot.record.readers import Reading
from bot.record.workbook.grids import Grid
from bot.record.workbook.report import Remark
from bot.record.workbook.sheets import Content, Line, Odd
from db.columns import NAMED
from db.progress import Progress, counted, no_progress
from db.vocabulary import Language, Row, Sheet

_OPEN = frozenset(
    {"бессрочно", "бессрочный", "muddatsiz", "муддатсиз", "open", "indefinite", "unlimited", "-"}
)
_NOTE_SIZE = 2000
_FIRST_EVENT = 100_000
"""Where the ids of new events begin: those of new partners come before."""

Values = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One record to be, where its row stands: the sheet's own name, the row as shown."""

    sheet: Sheet
    place: str
    row: int
    cells: Row


@dataclass(slots=True)
class Told:
    """All that a file tells. `new`: the partners that nobody knew; `taken`: names that were not exact."""

    wanted: list[Wanted] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    language: Language = Language.EN


def rows_of(
    grids: Sequence[Grid],
    mappings: Sequence[SheetMapping],
    reading: Reading,
    progress: Progress = no_progress,
) -> Told:
    """Everything that the sheets say in the light of their mappings."""
    told, cells = Told(language=reading.language), Cells(reading)
    more = counted(progress, sum(len(grid.lines) for grid in grids))
    for grid, mapping in zip(grids, mappings, strict=True):
        if mapping.sheet is not None:
            _Sheet(grid, mapping.sheet, mapping, cells, told).read(more)
    told.new = [row for _, row in cells.new.values()]
    told.taken = cells.taken_for
    return told


@dataclass(slots=True)
class _Sheet:
    grid: Grid
    sheet: Sheet
    mapping: SheetMapping
    cells: Cells
    told: Told
    heads: Mapping[int, str] = field(default_factory=dict)

    def read(self, more: Callable[[int], None]) -> None:
        self.heads = headings(self.grid, self.mapping.heading)
        self.cells.speak(" ".join(self.heads.values()))
        own = {text.casefold() for text in self.heads.values()}
        for line in self.grid.lines:
            more(1)
            if line.row <= self.mapping.heading or not any(line.cells.get(at) for at in self.mapping.columns):
                continue
            said = [c for c in line.cells.values() if isinstance(c, str)]
            if said and is_total(said[0]):
                self.told.notes.append(Remark(self.grid.name, line.row, None, "row-total"))
            elif not {text.casefold() for text in said} <= own:
                self._line(line)

    def _line(self, line: Line) -> None:
        values: dict[str, str | int] = {}
        faults = []
        for column, target in self.mapping.columns.items():
            content = line.cells.get(column, "")
            if content == "":
                continue
            outcome = self._cell(target, content)
            if isinstance(outcome, Failure):
                faults.append(
                    Remark(self.grid.name, line.row, self._heading(column), outcome.key, outcome.values)
                )
            else:
                _put(values, outcome)
        if faults:
            self.told.refused += faults
        else:
            for row in self._records(values, line.row):
                # Participants in another sheet may name an event of this one.
                id_ = f"new{_FIRST_EVENT + len(self.told.wanted)}" if self.sheet is Sheet.EVENTS else ""
                cells = {"id": id_, **row} if id_ else row
                self.told.wanted.append(Wanted(self.sheet, self.grid.name, line.row, cells))

    def _cell(self, target: str, content: Content) -> Mapping[str, str | int] | Failure:
        if isinstance(content, Odd):
            return Failure(content.value)
        if target in {UNTIL, "term"} and content.casefold() in _OPEN:
            return {UNTIL: ".."}
        return self.cells.read(self.sheet, target, content)

    def _heading(self, column: int) -> str:
        return self.heads.get(column, "")[:60]

    def _records(self, values: Values, row: int) -> Iterator[Row]:
        """The records of one row: a row that tells both what came and what went is two."""
        _put_term(self.sheet, values)
        ways = [(way, values.pop(column)) for column, way in ((RECEIVED, "received"), (SENT, "sent"))
                if column in values]  # fmt: skip
        if self.sheet is not Sheet.EXCHANGES:
            if self._complete(values, row, NAMED.get(self.sheet)):
                yield values
            return
        moved = [{**values, "direction": way, "quantity": n} for way, n in ways if n]
        if not ways:
            way = values.get("direction") or self.mapping.way
            moved = [{**values, **({"direction": way} if way else {})}]
        yield from (each for each in moved if self._complete(each, row, None))

    def _complete(self, values: Values, row: int, stem: str | None) -> bool:
        if stem is not None and not any(column.startswith(f"{stem}_") for column in values):
            self.told.refused.append(Remark(self.grid.name, row, None, "name-needed"))
            return False
        return True


def _put(values: Values, more: Mapping[str, str | int]) -> None:
    """A name in a second language stands beside the first; of several notes, all are kept."""
    for column, value in more.items():
        if column == "note" and "note" in values:
            values["note"] = f"{values['note']}; {value}"[:_NOTE_SIZE]
        else:
            values.setdefault(column, value)


def _put_term(sheet: Sheet, values: Values) -> None:
    """Beginning and end in columns of their own make one term, or the days of an event."""
    first, last = values.pop(FROM, ""), values.pop(UNTIL, "")
    if last == "..":
        first = first or values.get("signed", "")
    if not first and not last:
        return
    if sheet is Sheet.EVENTS:
        values.setdefault("date", first if not last or first == last else f"{first}/{last}")
    else:
        values.setdefault("term", f"{first}/{last}")
