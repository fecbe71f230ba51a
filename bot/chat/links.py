"""What a card needs of the registry: the record in the workbook's terms, what it speaks of, what speaks of
it.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.show.records import Link, Shown
from db import records
from db.references import References
from db.vocabulary import Names, Record, Sheet


def command(sheet: Sheet, no: int) -> str | None:
    """The short id of a record as a command to tap; None for those that have none."""
    return f"/{sheet.letter}{no}" if sheet.letter else None


def shown(session: Session, sheet: Sheet, no: int) -> Shown | None:
    """The record and those that refer to it; None when there is none."""
    record = records.get(session, sheet, no)
    if record is None:
        return None
    finder = References(session)
    related = tuple(
        _shown(other, found, finder)
        for other, number in records.referring(session, sheet, no)
        if (found := records.get(session, other, number)) is not None
    )
    alone = _shown(sheet, record, finder)
    return Shown(sheet, alone.command, alone.row, related)


class LinksIn:
    """Finds records by their workbook id, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self, sheet: Sheet, id_: str) -> Link | None:
        """The record's names and short id; None for a text that is no record's id."""
        record = records.by_id(self._session, sheet, id_)
        if record is None:
            return None
        names: Names | None = getattr(record, "names", None) or getattr(record, "titles", None)
        said = getattr(record, "title", None) or id_
        return Link(names, command(sheet, record.no), said)


def _shown(sheet: Sheet, record: Record, finder: References) -> Shown:
    return Shown(sheet, command(sheet, record.no), records.row_of(sheet, record, finder))
