"""Updates as Telegram sent them, kept before they are confirmed to it, so that no crash can lose one.

An update is `waiting` until the transaction that acts on it marks it `done`; `failed` after an unexpected
fault, `set_aside` when it cannot even be decoded. Telegram may count update ids downwards after a silence,
so what has been seen is a set of ids, never a highest one; rows older than Telegram's own memory (24 hours)
are forgotten after a week.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, String, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

WAITING, DONE, FAILED, SET_ASIDE = "waiting", "done", "failed", "set_aside"
_MEMORY = timedelta(days=7)

table = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("raw", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("received", UtcDateTime, nullable=False),
)
Index("ix_inbox_waiting", table.c.update_id, sqlite_where=table.c.state == WAITING,
      postgresql_where=table.c.state == WAITING)  # fmt: skip

Raw = dict[str, Any]
"""An update as JSON, not yet looked into."""


def keep(session: Session, updates: Sequence[Raw], now: datetime) -> None:
    """Keeps those updates that have not been seen before."""
    ids = [raw["update_id"] for raw in updates]
    seen = set(session.execute(select(table.c.update_id).where(table.c.update_id.in_(ids))).scalars())
    fresh = {raw["update_id"]: raw for raw in updates if raw["update_id"] not in seen}
    rows = [{"update_id": key, "raw": raw, "state": WAITING, "received": now} for key, raw in fresh.items()]
    if rows:
        session.execute(insert(table), rows)


def waiting(session: Session, limit: int) -> list[Raw]:
    """The oldest updates that nobody has acted on, in the order Telegram numbered them."""
    query = select(table.c.raw).where(table.c.state == WAITING).order_by(table.c.update_id).limit(limit)
    return list(session.execute(query).scalars())


def is_waiting(session: Session, update_id: int) -> bool:
    """Whether nobody has acted on it yet."""
    query = select(table.c.update_id).where(table.c.update_id == update_id, table.c.state == WAITING)
    return session.execute(query).first() is not None


def settle(session: Session, update_id: int, state: str) -> bool:
    """Moves a waiting update to its end; False when it was settled before."""
    found = session.execute(
        update(table)
        .where(table.c.update_id == update_id, table.c.state == WAITING)
        .values(state=state, attempts=table.c.attempts + 1)
        .returning(table.c.update_id)
    ).first()
    return found is not None


def forget(session: Session, now: datetime) -> None:
    """Drops settled updates that Telegram itself has long forgotten."""
    session.execute(delete(table).where(table.c.state != WAITING, table.c.received < now - _MEMORY))
