"""A backup: the whole registry, and all that belongs to it, as one file that either database can be made
from.

It is a zip: one part a table, a line of JSON a row, the first line naming the columns; the attached files;
and a manifest with the schema's revision and the size and hash of every part. It is read from one
unchanging view of the database, so a bot may go on working.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import sqlalchemy as sa

from db import migrations
from db.files import Files, whole
from db.progress import Progress, counted, no_progress
from db.store import Store

FORMAT = 1
MANIFEST = "manifest.json"
_KINDS = ("tables", "files")
_LEFT_OUT = ("alembic_version", "enclosures", "chores")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a backup: the rows of a table, or the bytes of a file, and the hash of what is written."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. Raises KeyError, TypeError or ValueError when made from something else."""

    revision: str
    made: datetime
    tables: dict[str, Part]
    files: dict[str, Part]

    def packed(self) -> str:
        """As JSON."""
        parts = {
            kind: {name: [part.size, part.sha256] for name, part in found.items()}
            for kind, found in zip(_KINDS, (self.tables, self.files), strict=True)
        }
        head = {"format": FORMAT, "revision": self.revision, "made": self.made.isoformat()}
        return json.dumps({**head, **parts}, indent=1)

    @classmethod
    def unpacked(cls, text: str) -> Manifest:
        """Read back from JSON."""
        found = json.loads(text)
        if found["format"] != FORMAT:
            raise ValueError(found["format"])
        tables, files = ({name: Part(*part) for name, part in found[kind].items()} for kind in _KINDS)
        return cls(found["revision"], datetime.fromisoformat(found["made"]), tables, files)


def backup(
    store: Store, file: Path, files: Files, now: datetime, progress: Progress = no_progress
) -> Manifest:
    """Write a backup. The file is there whole or not at all, and only its owner may read it."""
    with whole(file) as unfinished, ZipFile(unfinished, "w", ZIP_DEFLATED) as parcel:
        with store.read() as session:
            connection = session.connection()
            catalogue = tables(connection)
            revision = migrations.revision(connection) or ""
            sizes = {name: files.path(name).stat().st_size for name in files.every()}
            more = counted(progress, sum(_rows(connection, catalogue)) + sum(map(rows_worth, sizes.values())))
            written = {table.name: _put_table(parcel, connection, table, more) for table in catalogue}
        # A file is kept before the row that names it and never changes: none that these rows name is missing.
        kept = {name: _put_file(parcel, files, name, more) for name in files.every()}
        manifest = Manifest(revision, now, written, kept)
        parcel.writestr(MANIFEST, manifest.packed())
    return manifest


def rows_worth(size: int) -> int:
    """How many rows take as long to write as a file of that size."""
    return size // 2**10


def tables(connection: sa.Connection) -> list[sa.Table]:
    """The tables as the database has them, those that others refer to first; the schema's own mark is left
    out, files made to be sent and work under way: nothing is sent again because of a restore.
    """
    found = sa.MetaData()
    found.reflect(connection)
    for table in found.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.JSON):
                column.type.none_as_null = True
    return [table for table in found.sorted_tables if table.name not in _LEFT_OUT]


def part_of(table: str) -> str:
    """The name of a table's part."""
    return f"tables/{table}.jsonl"


def part_of_file(name: str) -> str:
    """The name of a file's part."""
    return f"files/{name}"


def _rows(connection: sa.Connection, catalogue: Iterable[sa.Table]) -> Iterator[int]:
    for table in catalogue:
        yield connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def _put_table(
    parcel: ZipFile, connection: sa.Connection, table: sa.Table, more: Callable[[int], None]
) -> Part:
    lines, digest = 0, hashlib.sha256()
    with parcel.open(part_of(table.name), "w", force_zip64=True) as stream:
        for line in _lines(connection, table):
            stream.write(line)
            digest.update(line)
            lines += 1
            more(1)
    return Part(lines - 1, digest.hexdigest())


def _lines(connection: sa.Connection, table: sa.Table) -> Iterator[bytes]:
    yield _line([column.name for column in table.columns])
    rows = connection.execute(
        sa.select(table).order_by(*table.primary_key), execution_options={"yield_per": 500}
    )
    for row in rows:
        yield _line([_plain(value) for value in row])


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    """A value as JSON has it. Moments are in UTC, whatever the database keeps."""
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _put_file(parcel: ZipFile, files: Files, name: str, more: Callable[[int], None]) -> Part:
    content = files.path(name).read_bytes()
    parcel.writestr(part_of_file(name), content)
    more(rows_worth(len(content)))
    return Part(len(content), hashlib.sha256(content).hexdigest())
