"""Which record a row without an id speaks of: an approval, a participant or an absence is known by what
it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from bot.record.workbook.read import FileRow
from db import records
from db.cells import Value, read, said
from db.columns import column
from db.references import References
from db.refused import Refused
from db.vocabulary import Sheet

KEYS: Mapping[Sheet, tuple[str, ...]] = {
    Sheet.APPROVALS: ("agreement", "stage", "sent"),
    Sheet.PARTICIPANTS: ("event", "institution", "person", "role"),
    Sheet.ABSENCES: ("member", "date"),
}
"""The columns by which such a row is known; of rows that agree in all of them, the first is the first."""

Key = tuple[Value, ...]


class Matching:
    """Finds the numbers of such rows' records, each row in its turn."""

    def __init__(
        self, session: Session, references: References, headings: Mapping[Sheet, frozenset[str]]
    ) -> None:
        self._references = references
        # A column that the workbook does not have is left alone: it cannot tell two rows apart either.
        self._columns = {
            sheet: [name for name in names if name in headings.get(sheet, ())]
            for sheet, names in KEYS.items()
        }
        self._seen: Counter[tuple[Sheet, Key]] = Counter()
        self._known: defaultdict[tuple[Sheet, Key], list[int]] = defaultdict(list)
        for sheet, names in self._columns.items():
            for record in records.every(session, sheet) if names else ():
                values = said(sheet, record)
                self._known[sheet, tuple(values[name] for name in names)].append(record.no)

    def number(self, row: FileRow) -> int | None:
        """The number of the record; None for a new one, and for a row that cannot be read."""
        if row.sheet not in KEYS:
            return None
        try:
            key = row.sheet, tuple(self._values(row))
        except Refused:
            return None
        occurrence = self._seen[key]
        self._seen[key] += 1
        numbers = self._known[key]
        return numbers[occurrence] if occurrence < len(numbers) else None

    def _values(self, row: FileRow) -> Iterable[Value]:
        for name in self._columns[row.sheet]:
            yield read(column(row.sheet, name), row.cells[name], self._references)
