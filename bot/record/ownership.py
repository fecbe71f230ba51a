"""Whose record it is: staff change what they entered themselves, and fill in what is still empty anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.rights import Act, may
from db import history, records
from db.history import Actor
from db.references import References
from db.refused import Refused
from db.vocabulary import Ourselves, Record, Role, Row, Sheet


def may_change(session: Session, actor: Actor, role: Role, rows: Sequence[Row]) -> None:
    """Raises Refused `edit-not-yours` where a row overwrites somebody else's record and the role may not."""
    if may(role, Act.EDIT_ANY):
        return
    for row in rows:
        sheet = Sheet(str(row["sheet"]))
        if sheet is Sheet.OURSELVES:
            raise Refused("edit-not-yours")
        record = _record(session, sheet, row)
        if record is None or _own(session, actor, sheet, record.no):
            continue
        now = records.row_of(sheet, record, References(session))
        if any(column in now and now[column] != value for column, value in row.items()):
            raise Refused("edit-not-yours")


def _record(session: Session, sheet: Sheet, row: Row) -> Record | Ourselves | None:
    """The record that a row changes: a draft over one names its number, other rows its workbook id."""
    if "no" in row:
        return records.get(session, sheet, int(row["no"]))
    return records.by_id(session, sheet, str(row["id"])) if "id" in row else None


def may_remove(session: Session, actor: Actor, role: Role, sheet: Sheet, no: int) -> bool:
    """Managers take any record out, staff those that they entered themselves."""
    if may(role, Act.DELETE_ANY):
        return True
    return may(role, Act.DELETE_OWN) and _own(session, actor, sheet, no)


def _own(session: Session, actor: Actor, sheet: Sheet, no: int) -> bool:
    life = history.of_record(session, sheet, no)
    return bool(life) and actor.member is not None and life[0].batch.actor.member == actor.member
