"""Restoring: the tables of the backup's revision are made anew, filled and brought up to date, in one
transaction.

What was on its way when the backup was made may have arrived since. Nothing of it is sent again: open
messages and updates are settled, reminders whose moment has passed count as told, and open invitations are
void.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.orm import Session

from db import inbox, invitations, lock, migrations, notices, outbox, pulses, records, registry
from db.backup import MANIFEST, Manifest, part_of, part_of_file, rows_worth, tables
from db.files import Files
from db.history import batches
from db.progress import Progress, counted, no_progress
from db.refused import Refused
from db.store import Store
from db.vocabulary import WORKBOOK

_CHUNK = 500


def restore(
    store: Store,
    file: Path,
    files: Files,
    now: datetime,
    *,
    replace: bool,
    catch_up: Callable[[Session], None],
    progress: Progress = no_progress,
) -> Manifest:
    """Make the registry what it was. Raises Refused and then changes nothing: `backup-unreadable`,
    `backup-damaged`, `backup-newer`, `bot-running`, `registry-not-empty` (unless `replace`).

    `catch_up` plans whatever should have been sent between the backup and now, so that it counts as told.
    """
    with lock.alone(store), _opened(file) as parcel:
        manifest = _manifest(parcel)
        more = counted(progress, 2 * _worth(manifest))
        _check(parcel, manifest, more)
        with store.rebuild() as connection:
            if not replace and _is_used(connection):
                raise Refused("registry-not-empty")
            _drop(connection)
            migrations.advance(connection, manifest.revision)
            _fill(connection, parcel, manifest, more)
            migrations.advance(connection, migrations.head())
            with Session(connection, join_transaction_mode="rollback_only") as session:
                catch_up(session)
                _let_go(session, now)
            for name in manifest.files:
                files.put(parcel.read(part_of_file(name)))
                more(rows_worth(manifest.files[name].size))
    return manifest


def _opened(file: Path) -> ZipFile:
    try:
        return ZipFile(file)
    except (BadZipFile, OSError):
        raise Refused("backup-unreadable") from None


def _manifest(parcel: ZipFile) -> Manifest:
    try:
        manifest = Manifest.unpacked(parcel.read(MANIFEST).decode())
    except (BadZipFile, KeyError, TypeError, ValueError):
        raise Refused("backup-unreadable") from None
    if not migrations.is_known(manifest.revision):
        raise Refused("backup-newer", revision=manifest.revision)
    return manifest


def _worth(manifest: Manifest) -> int:
    files = sum(rows_worth(part.size) for part in manifest.files.values())
    return files + sum(part.size for part in manifest.tables.values())


def _check(parcel: ZipFile, manifest: Manifest, more: Callable[[int], None]) -> None:
    """Raises Refused `backup-damaged` when a part is not what was written."""
    parts = [(part_of(name), part, part.size) for name, part in manifest.tables.items()]
    parts += [(part_of_file(name), part, rows_worth(part.size)) for name, part in manifest.files.items()]
    for name, part, worth in parts:
        digest = hashlib.sha256()
        try:
            with parcel.open(name) as stream:
                while chunk := stream.read(2**20):
                    digest.update(chunk)
        except (BadZipFile, KeyError, OSError, EOFError):
            raise Refused("backup-damaged") from None
        if digest.hexdigest() != part.sha256:
            raise Refused("backup-damaged")
        more(worth)


def _is_used(connection: sa.Connection) -> bool:
    there = set(sa.inspect(connection).get_table_names())
    own = [records.NOUNS[sheet].table for sheet in WORKBOOK] + [batches]
    return any(
        connection.execute(sa.select(table.c.no).limit(1)).first() for table in own if table.name in there
    )


def _drop(connection: sa.Connection) -> None:
    found = sa.MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def _fill(
    connection: sa.Connection, parcel: ZipFile, manifest: Manifest, more: Callable[[int], None]
) -> None:
    for table in tables(connection):
        # A migration may have written rows of its own: the backup's take their place.
        connection.execute(sa.delete(table))
    for table in tables(connection):
        part = manifest.tables.get(table.name)
        if part:
            for rows in _chunks(connection, parcel, table):
                connection.execute(sa.insert(table), rows)
                more(len(rows))
            _count_on(connection, table)


def _chunks(connection: sa.Connection, parcel: ZipFile, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
    aware = connection.dialect.name != "sqlite"
    with parcel.open(part_of(table.name)) as stream:
        columns = [table.columns[name] for name in json.loads(stream.readline())]
        rows = []
        for line in stream:
            values = zip(columns, json.loads(line), strict=True)
            rows.append({column.name: _value(column, value, aware=aware) for column, value in values})
            if len(rows) == _CHUNK:
                yield rows
                rows = []
        if rows:
            yield rows


def _value(column: sa.Column[Any], value: Any, *, aware: bool) -> Any:
    if value is None:
        return None
    if isinstance(column.type, sa.DateTime):
        moment = datetime.fromisoformat(value)
        return moment if aware else moment.astimezone(UTC).replace(tzinfo=None)
    return date.fromisoformat(value) if isinstance(column.type, sa.Date) else value


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    """PostgreSQL's counters do not see numbers that rows bring with them."""
    if connection.dialect.name == "sqlite":
        return
    for column in table.primary_key:
        greatest = connection.execute(sa.select(sa.func.max(column))).scalar()
        if column.server_default is not None and greatest is not None:
            sequence = sa.cast(sa.func.pg_get_serial_sequence(table.name, column.name), REGCLASS)
            connection.execute(sa.select(sa.func.setval(sequence, greatest)))


def _let_go(session: Session, now: datetime) -> None:
    is_open = outbox.table.c.state.in_(outbox.OPEN)
    settled = {"state": outbox.NEVER, "reason": "restored", "settled": now}
    session.execute(sa.update(outbox.table).where(is_open).values(settled))
    waiting = inbox.table.c.state == inbox.WAITING
    session.execute(sa.update(inbox.table).where(waiting).values(state=inbox.DONE))
    passed = (notices.table.c.state == notices.State.DUE, notices.table.c.at <= now)
    session.execute(sa.update(notices.table).where(*passed).values(state=notices.State.QUEUED))
    unused = invitations.table.c.used_by.is_(None)
    session.execute(sa.update(invitations.table).where(unused).values(expires=now))
    session.execute(sa.delete(pulses.table))
    registry.bump(session)
