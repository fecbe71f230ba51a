"""Who is at work: every running bot holds a share of the registry, a restore wants it for itself.

The lock is the operating system's or the server's own, so it is gone with the process that held it,
however it died.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.refused import Refused
from db.store import Store

_BOTS = 0x48414D4C
"""The key of the advisory lock on PostgreSQL."""


@contextmanager
def running(store: Store) -> Iterator[None]:
    """For the life of a bot. Raises Refused `restore-running` while somebody restores the registry."""
    with _held(store, alone=False, otherwise="restore-running"):
        yield


@contextmanager
def alone(store: Store) -> Iterator[None]:
    """For a restore. Raises Refused `bot-running` while a bot, or another restore, is at work."""
    with _held(store, alone=True, otherwise="bot-running"):
        yield


@contextmanager
def _held(store: Store, *, alone: bool, otherwise: str) -> Iterator[None]:
    with _file(store, alone=alone) if store.is_sqlite else _server(store, alone=alone) as is_held:
        if not is_held:
            raise Refused(otherwise)
        yield


@contextmanager
def _file(store: Store, *, alone: bool) -> Iterator[bool]:
    with Path(f"{store.url.database}.lock").open("a") as handle:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


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
