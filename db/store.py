"""The store: one database, SQLite or PostgreSQL, and the two ways into it, to read and to write.

Writers stand in one line on both databases (`BEGIN IMMEDIATE`; an advisory lock), so what a writer reads is
true until it commits. What `write()` has committed is on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Condition, RLock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from db import migrations
from db.refused import Refused

_PATIENCE_SECONDS = 5
"""How long closing waits for a thread that still holds a connection."""
_BUSY_MS = 30_000
"""How long a SQLite writer waits for its turn: longer than the longest import."""


def normal_url(url: str) -> URL:
    """A URL of SQLite or PostgreSQL with the driver we carry. Raises Refused `database-url` for any other."""
    try:
        made = make_url(url)
    except ArgumentError:
        raise Refused("database-url") from None
    if made.drivername in {"postgres", "postgresql"}:
        return made.set(drivername="postgresql+psycopg")
    if made.get_backend_name() not in {"sqlite", "postgresql"}:
        raise Refused("database-url")
    return made


class Store:
    """One database for many threads. Sessions give frozen records and never leave the `with`."""

    def __init__(self, url: str) -> None:
        self.url = normal_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            file = Path(self.url.database)
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The log beside it takes over its permissions: names and addresses are for the owner alone.
            file.touch(mode=0o600)
        self._engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url)
        self._readers = self._engine.execution_options(**({} if self.is_sqlite else _SNAPSHOT))
        self._writers = self._engine.execution_options(immediate=True)
        # SQLite lets writers find out by trying when it is their turn; within a process, they need not.
        self._line = RLock() if self.is_sqlite else nullcontext()
        self._quiet, self._at_work, self._closed = Condition(), 0, False

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One unchanging view of the registry; whatever is written in it is dropped."""
        with self._working(), Session(self._readers, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: all of it on a clean exit, nothing of it on an exception."""
        with self.aside() as session:
            if not self.is_sqlite:
                session.execute(_STAND_IN_LINE)
            yield session

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """One short transaction on rows that a claim made ours: on PostgreSQL it stands in no line."""
        with self._working(), self._line, Session(self._writers, autoflush=False) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Bring the schema to this program's version, under a lock. Raises Refused `database-newer`."""
        migrations.upgrade(self._engine)

    def connect(self) -> Connection:
        """A connection of one's own, outside `read` and `write`."""
        return self._engine.connect()

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """One transaction that may drop and make tables; for restoring."""
        with migrations.alone(self._engine) as connection:
            yield connection

    def close(self) -> None:
        """Let all connections go, when whoever is at work with one has finished. Nothing opens it again."""
        with self._quiet:
            self._closed = True
            self._quiet.wait_for(lambda: self._at_work == 0, _PATIENCE_SECONDS)
        self._engine.dispose()

    @contextmanager
    def _working(self) -> Iterator[None]:
        with self._quiet:
            if self._closed:
                raise RuntimeError("the store is closed")
            self._at_work += 1
        try:
            yield
        finally:
            with self._quiet:
                self._at_work -= 1
                self._quiet.notify_all()


_SNAPSHOT: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_STAND_IN_LINE = text(f"SELECT pg_advisory_xact_lock({migrations.WRITERS})")


def _postgresql(url: URL) -> Engine:
    # A server that was restarted is noticed before a transaction begins, not in its midst.
    return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=30)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, pool_size=10, max_overflow=30)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # The driver would begin transactions at moments of its own choosing: `_begin` does it instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
