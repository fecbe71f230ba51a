"""Rows about who is away that change nobody's reminders: told to whoever brings them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from bot.record.workbook.read import FileRow
from bot.record.workbook.report import Remark
from db import absences, members
from db.edtf import Edtf
from db.refused import Refused
from db.vocabulary import Absence, Sheet


def idle_absences(session: Session, rows: Sequence[FileRow]) -> Iterator[Remark]:
    """A remark for each name that is no member's, and for each absence not known to the day."""
    away = [row for row in rows if row.sheet is Sheet.ABSENCES]
    everybody = members.every(session) if away else ()
    for row in away:
        for column in ("member", "deputy"):
            name = row.cells.get(column, "")
            if name and members.named(everybody, name) is None:
                yield Remark(row.sheet, row.row, column, "member-unknown", {"value": name[:80]})
        days = row.cells.get("date", "")
        if days and not _is_known(days):
            yield Remark(row.sheet, row.row, "date", "absence-vague", {"value": days[:80]})


def _is_known(days: str) -> bool:
    """Whether it begins and ends on known days; what cannot be read is refused elsewhere."""
    try:
        return absences.leave(Absence(no=0, member="", date=Edtf.parse(days))) is not None
    except Refused:
        return True
