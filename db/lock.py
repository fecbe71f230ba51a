"""Who is at work: every running bot holds a share of the registry, a restore wants it for itself, and one bot
alone fetches updates.

The locks are the operating system's or the server's own, so they are gone with the process that held them,
however it died.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from db.refused import Refused
from db.store import Store

_BOTS, _FETCHING = 0x48414D4C, 0x48414D4D
"""The keys of the advisory locks on PostgreSQL."""
_TRIES = 40
"""Bots that start at the same moment are in each other's way for an instant."""


@contextmanager
def running(store: Store, take_over: Callable[[], None]) -> Iterator[None]:
    """For the life of a bot. Where no other is at work, `take_over` is called first, and none begins before
    it has returned. Raises Refused `restore-running` while somebody restores the registry.
    """
    for _ in range(_TRIES):
        with _held(store, alone=True) as is_first:
            if is_first:
                take_over()
        with _held(store, alone=False) as is_held:
            if is_held:
                yield
                return
        time.sleep(0.05)
    raise Refused("restore-running")


@contextmanager
def alone(store: Store) -> Iterator[None]:
    """For a restore. Raises Refused `bot-running` while a bot, or another restore, is at work."""
    with _held(store, alone=True) as is_held:
        if not is_held:
            raise Refused("bot-running")
        yield


@contextmanager
def _held(store: Store, *, alone: bool) -> Iterator[bool]:
    with _file(store, alone=alone) if store.is_sqlite else _server(store, alone=alone) as is_held:
        yield is_held


@contextmanager
def _file(store: Store, *, alone: bool) -> Iterator[bool]:
    with Path(f"{store.url.database}.lock").open("a") as handle:
        yield _locked(handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)


def _locked(handle: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _server(store: Store, *, alone: bool) -> Iterator[bool]:
    kind = "" if alone else "_shared"
    with store.connect() as connection:
        # The lock lives as long as this connection, and no transaction stays open with it.
        taken = connection.execute(text(f"SELECT pg_try_advisory_lock{kind}({_BOTS})")).scalar_one()
        connection.commit()
        try:
            yield bool(taken)
        finally:
            # A server that has gone away has let the lock go too.
            with suppress(DBAPIError):
                if taken:
                    connection.execute(text(f"SELECT pg_advisory_unlock{kind}({_BOTS})"))
                connection.commit()


class Fetching:
    """The right to fetch updates. One process has it; the others ask for it again and again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._file: IO[str] | None = None
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Whether we have it now, still or anew."""
        return self._take_file() if self._store.is_sqlite else self._take_server()

    def evict(self) -> None:
        """Takes it from a process that holds it and does nothing: its connection to the server is ended."""
        if self._store.is_sqlite:
            return
        with self._store.connect() as connection:
            held = f"locktype = 'advisory' AND objid = {_FETCHING} AND granted AND pid <> pg_backend_pid()"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE {held}"))  # noqa: S608
            connection.commit()

    def let_go(self) -> None:
        """Somebody else may have it."""
        if self._file is not None:
            self._file.close()
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                # Not back into the pool: the lock would live on there.
                self._connection.invalidate()
                self._connection.close()
        self._file = self._connection = None

    def _take_file(self) -> bool:
        if self._file is None:
            handle = Path(f"{self._store.url.database}.fetching").open("a")  # noqa: SIM115
            if not _locked(handle, fcntl.LOCK_EX):
                handle.close()
                return False
            self._file = handle
        return True

    def _take_server(self) -> bool:
        if self._connection is None:
            connection = self._store.connect()
            taken = connection.execute(text(f"SELECT pg_try_advisory_lock({_FETCHING})")).scalar_one()
            connection.commit()
            if not taken:
                connection.close()
                return False
            self._connection = connection
        try:
            # A server that was restarted has forgotten whose it was.
            self._connection.execute(text("SELECT 1"))
            self._connection.commit()
        except SQLAlchemyError:
            self.let_go()
            raise
        return True
