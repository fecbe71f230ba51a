"""Taking a record out, with the parts that have no life of their own: an event's participants, a draft's
stages, a partner's people.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.record.ownership import may_remove
from bot.record.receipt import Receipt
from bot.record.undo import receipt_of
from db import history, records
from db.history import Actor
from db.refused import Refused
from db.vocabulary import Role, Sheet

Place = tuple[Sheet, int]
"""A record: its sheet and number."""


def parts(session: Session, sheet: Sheet, no: int) -> tuple[Place, ...]:
    """What belongs to the record and goes with it."""
    return tuple(place for place in records.referring(session, sheet, no) if _is_part(sheet, place[0]))


def others(session: Session, sheet: Sheet, no: int) -> tuple[Place, ...]:
    """What refers to the record and keeps it from going."""
    return tuple(place for place in records.referring(session, sheet, no) if not _is_part(sheet, place[0]))


def check(session: Session, actor: Actor, role: Role, sheet: Sheet, no: int) -> None:
    """Raises Refused `delete-not-yours` where the role may not, and `record-gone`."""
    if records.get(session, sheet, no) is None:
        raise Refused("record-gone")
    for place in ((sheet, no), *parts(session, sheet, no)):
        if not may_remove(session, actor, role, *place):
            raise Refused("delete-not-yours")


def remove(session: Session, actor: Actor, role: Role, sheet: Sheet, no: int, *, now: datetime) -> Receipt:
    """Takes the record and its parts out in one batch. Raises Refused as `check` does, and `in-use`."""
    check(session, actor, role, sheet, no)
    going = [*parts(session, sheet, no), (sheet, no)]
    return receipt_of(session, history.save(session, actor, (), now=now, without=going))


def _is_part(of: Sheet, sheet: Sheet) -> bool:
    return (of, sheet) in _PARTS


_PARTS = {
    (Sheet.EVENTS, Sheet.PARTICIPANTS),
    (Sheet.AGREEMENTS, Sheet.APPROVALS),
    (Sheet.PARTNERS, Sheet.CONTACTS),
}
