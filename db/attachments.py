"""Files kept with records: a scan, a photograph, a letter. The bytes lie in `db.files` under their hash; here
stands which record they belong to, and who brought them.

A file without a record waits in its chat for the record that its person is about to save.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy import update as change
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import Choice, UtcDateTime
from db.vocabulary import Sheet

table = Table(
    "attachments",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("sheet", Choice(Sheet)),
    Column("record", Integer),
    Column("person", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("file", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("picture", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("gone_by", Text),
    Column("gone_at", UtcDateTime),
    Index("ix_attachments_sheet_record", "sheet", "record"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a record. `picture`: Telegram shows it as a photograph."""

    no: int
    sheet: Sheet | None
    record: int | None
    person: int
    file: str
    name: str
    picture: bool
    size: int
    by: str
    at: datetime
    gone_by: str | None = None
    """Who took it away from its record, and when: the history keeps it."""
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as somebody brought it, before it belongs to a record."""

    person: int
    by: str
    chat: int
    file: str
    name: str
    picture: bool
    size: int


def wait(session: Session, brought: Brought, now: datetime) -> None:
    """Keeps it for the record to come."""
    row = {"person": brought.person, "by": brought.by, "chat": brought.chat, "file": brought.file,
           "name": brought.name, "picture": int(brought.picture), "size": brought.size,
           "at": now}  # fmt: skip
    session.execute(insert(table).values(**row))


def waiting(session: Session, person: int, chat: int) -> tuple[Attachment, ...]:
    """What waits for the person's record in that chat."""
    chosen = select(table).where(*_waits(person, chat)).order_by(table.c.no)
    return tuple(map(_attachment, session.execute(chosen)))


def settle(session: Session, person: int, chat: int, records: Iterable[tuple[Sheet, int]]) -> int:
    """What waited is kept with these records from now on. How many files that were."""
    found = waiting(session, person, chat)
    for sheet, no in records:
        known = {one.file for one in of_record(session, sheet, no)}
        for one in found:
            if one.file not in known:
                row = {"sheet": sheet, "record": no, "person": person, "chat": chat, "file": one.file,
                       "name": one.name, "picture": int(one.picture), "size": one.size, "by": one.by,
                       "at": one.at}  # fmt: skip
                session.execute(insert(table).values(**row))
                known.add(one.file)
    drop_waiting(session, person, chat)
    return len(found)


def drop_waiting(session: Session, person: int, chat: int) -> None:
    """The record that they waited for will not come."""
    session.execute(delete(table).where(*_waits(person, chat)))


def of_record(session: Session, sheet: Sheet, no: int) -> tuple[Attachment, ...]:
    """The files of a record, the oldest first."""
    return tuple(one for one in ever_of(session, sheet, no) if one.gone_at is None)


def ever_of(session: Session, sheet: Sheet, no: int) -> tuple[Attachment, ...]:
    """The same with those that were taken away."""
    chosen = select(table).where(table.c.sheet == sheet, table.c.record == no).order_by(table.c.no)
    return tuple(map(_attachment, session.execute(chosen)))


def count(session: Session, sheet: Sheet, no: int) -> int:
    """How many files a record has."""
    those = (table.c.sheet == sheet, table.c.record == no, table.c.gone_at.is_(None))
    chosen = select(func.count()).select_from(table).where(*those)
    return session.execute(chosen).scalar_one()


def get(session: Session, no: int) -> Attachment | None:
    """The attachment of that number, unless it was taken away."""
    found = session.execute(select(table).where(table.c.no == no, table.c.gone_at.is_(None))).first()
    return _attachment(found) if found else None


def remove(session: Session, no: int, by: str, now: datetime) -> None:
    """The file is no longer kept with its record; that it was stays known."""
    session.execute(change(table).where(table.c.no == no).values(gone_by=by, gone_at=now))


def move(session: Session, sheet: Sheet, gone: int, kept: int) -> None:
    """What was kept with the one record is kept with the other."""
    session.execute(change(table).where(table.c.sheet == sheet, table.c.record == gone).values(record=kept))


def forget(session: Session, before: datetime) -> None:
    """Drops what has waited since then for a record that never came."""
    session.execute(delete(table).where(table.c.record.is_(None), table.c.at < before))


def _waits(person: int, chat: int) -> tuple[ColumnElement[bool], ...]:
    return (table.c.record.is_(None), table.c.person == person, table.c.chat == chat)


def _attachment(row: Row[tuple[object, ...]]) -> Attachment:
    return Attachment(row.no, row.sheet, row.record, row.person, row.file, row.name, bool(row.picture),
                      row.size, row.by, row.at, row.gone_by, row.gone_at)  # fmt: skip
