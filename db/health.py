"""How the database is: which it is, its schema, whether it is sound. It looks, and changes nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.orm import Session

from db import inbox, migrations, outbox, pulses
from db.records import NOUNS
from db.store import Store, normal_url
from db.vocabulary import WORKBOOK

_WEEK = timedelta(days=7)
_KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor found. A database that is not there yet is in order: the first start makes it."""

    kind: str
    revision: str
    """The revision of its schema; a dash before the first start."""
    current: bool
    """Whether the schema is this program's."""
    records: int
    faults: int
    """Damaged pages and references to records that do not exist."""
    work: Work | None = None
    """None where the schema is not this program's."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the bot's processes left of themselves, whether or not they are alive. `troubles` are keys of what
    is wrong (bot/chat/watch.py); a bot that `ended` did so of its own will, or never began.
    """

    last: datetime | None
    alive: bool
    ended: bool
    troubles: tuple[str, ...]
    to_handle: int
    to_send: int
    never: int
    uncertain: int


def examine(url: str, now: datetime) -> Health:
    """Raises SQLAlchemyError when the database cannot be reached."""
    made = normal_url(url)
    kind = _KINDS[made.get_backend_name()]
    if kind == "SQLite" and not (made.database and Path(made.database).exists()):
        return Health(kind, "–", current=True, records=0, faults=0)
    with closing(Store(url)) as store, store.read() as session:
        connection = session.connection()
        revision = migrations.revision(connection)
        return Health(
            kind,
            revision or "–",
            current=revision in {None, migrations.head()},
            records=_records(connection),
            faults=_faults(connection) if kind == "SQLite" else 0,
            work=_work(session, now) if revision == migrations.head() else None,
        )


def _work(session: Session, now: datetime) -> Work:
    signs = [sign for sign in pulses.every(session) if sign.name != pulses.FETCHER]
    going = [sign for sign in signs if pulses.STOPPED not in sign.trouble]
    alive = [sign for sign in going if sign.at > now - pulses.FRESH]
    failures = outbox.failures(session, now - _WEEK)
    return Work(
        last=max((sign.at for sign in signs), default=None),
        alive=bool(alive),
        ended=not signs or signs[0] not in going,
        troubles=tuple(sorted({trouble for sign in alive for trouble in sign.trouble})),
        to_handle=inbox.queue(session).waiting,
        to_send=outbox.queue(session, now).waiting,
        never=failures.get(outbox.NEVER, 0),
        uncertain=failures.get(outbox.UNCERTAIN, 0),
    )


def _records(connection: Connection) -> int:
    there = set(inspect(connection).get_table_names())
    tables = [NOUNS[sheet].table for sheet in WORKBOOK if sheet.value in there]
    return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)


def _faults(connection: Connection) -> int:
    # PostgreSQL keeps its references itself and has no such question.
    damaged = [row for (row,) in connection.exec_driver_sql("PRAGMA integrity_check") if row != "ok"]
    return len(damaged) + len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
