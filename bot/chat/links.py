"""What a card needs of the registry: the record in the workbook's terms, what it speaks of, what speaks of
it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bot.faults import UserFault
from bot.show.rows import Link, Shown
from db import members, partners, records
from db.columns import COLUMNS
from db.references import References
from db.standing import standing
from db.vocabulary import Agreement, Names, Ourselves, Record, Row, Sheet

Visible = Callable[[Sheet, int], bool]
"""Whether somebody may see a record."""


def sheet_of(letter: str) -> Sheet:
    """The sheet of a short id's letter. Raises UserFault for one that a made-up button names."""
    try:
        return Sheet.of_letter(letter)
    except KeyError:
        raise UserFault("button-old") from None


def command(sheet: Sheet, no: int) -> str | None:
    """The short id of a record as a command to tap; None for those that have none."""
    return f"/{sheet.letter}{no}" if sheet.letter else None


def shown(session: Session, sheet: Sheet, no: int, visible: Visible, today: date) -> Shown | None:
    """The record as it stands on the day and those that refer to it and may be seen; None when there is
    none.
    """
    record = records.get(session, sheet, no)
    if record is None:
        return None
    finder = References(session)
    related = tuple(
        _shown(other, found, finder, today)
        for other, number in records.referring(session, sheet, no)
        if visible(other, number) and (found := records.get(session, other, number)) is not None
    )
    return replace(_shown(sheet, record, finder, today), related=related)


def shown_as(session: Session, sheet: Sheet, no: int, row: Row | None) -> Shown:
    """The record as a row tells it, or as it stands now; a stage or participant under its record's short
    id.
    """
    record = records.get(session, sheet, no)
    if row is None:
        row = records.row_of(sheet, record, References(session)) if record else {}
    told = _by_name(session, row) if sheet is Sheet.ABSENCES else row
    return Shown(sheet, command(sheet, no) or _owner(session, sheet, row), told)


def _by_name(session: Session, row: Row) -> Row:
    """Members by their names in place of their Telegram ids."""
    names = {str(member.id): member.name for member in members.every(session)}
    return {column: names.get(str(value), value) for column, value in row.items()}


def _owner(session: Session, sheet: Sheet, row: Row) -> str | None:
    """The command of the record that a row without a short id is a part of."""
    column = next((column for column in COLUMNS[sheet] if column.needed and column.refers), None)
    if column is None or column.refers is None or column.name not in row:
        return None
    link = LinksIn(session)(column.refers, str(row[column.name]))
    return link.command if link else None


class LinksIn:
    """Finds records by their workbook id, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(self, sheet: Sheet, id_: str) -> Link | None:
        """The record's names and short id; None for a text that is no record's id."""
        record = records.by_id(self._session, sheet, id_)
        if record is None:
            return None
        return Link(self._names(record), command(sheet, record.no), getattr(record, "title", None) or "")

    def _names(self, record: Record) -> Names | None:
        """Its own; of a paper its partner's."""
        whose = partners.get(self._session, record.partner) if isinstance(record, Agreement) else record
        return getattr(whose, "names", None) or getattr(whose, "titles", None)


def _shown(sheet: Sheet, record: Record | Ourselves, finder: References, today: date) -> Shown:
    now = standing(record, today) if isinstance(record, Agreement) else None
    return Shown(sheet, command(sheet, record.no), records.row_of(sheet, record, finder), standing=now)
