"""When others were faster: a draft over a record is laid over the record as it now stands, so that nobody's
change is overwritten unseen.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.record.draft import Changed, Draft, Entry
from db import history, records
from db.references import References
from db.refused import Refused
from db.vocabulary import Sheet


def caught_up(session: Session, draft: Draft) -> tuple[Draft, tuple[Changed, ...]]:
    """The draft over the records as they stand, and what was changed meanwhile. What its person changed
    stays changed, all else is as others left it. Raises Refused `record-gone`.
    """
    found: list[Changed] = []
    for at, entry in enumerate(draft.entries):
        if entry.no and entry.base is not None:
            fresh = _over(session, entry)
            if fresh.version != entry.version:
                last = history.of_record(session, entry.sheet, entry.no)[-1]
                found.append(Changed(entry.sheet, entry.no, last.batch.actor.name))
                draft = draft.with_entry(at, fresh)
    return (draft.onward(), tuple(found)) if found else (draft, ())


def opened(session: Session, sheet: Sheet, no: int) -> Entry:
    """An entry over the record as it stands. Raises Refused `record-gone`."""
    record = records.get(session, sheet, no)
    if record is None:
        raise Refused("record-gone")
    row = records.row_of(sheet, record, References(session))
    kept = next(iter(records.NOUNS[sheet].kept(session, records.NOUNS[sheet].table.c.no == no)))
    return Entry(sheet, row, base=row, no=no, version=kept.version)


def _over(session: Session, entry: Entry) -> Entry:
    stands, base = opened(session, entry.sheet, entry.no), entry.base or {}
    mine = {c: v for c, v in entry.row.items() if v != base.get(c, "")}
    return replace(entry, row={**(stands.base or {}), **mine}, base=stands.base, version=stands.version)
