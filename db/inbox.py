"""Updates as Telegram sent them, kept before they are confirmed to it, so that no crash can lose one.

An update is `waiting` until the transaction that acts on it marks it `done`; `failed` after it went wrong
again and again, `set_aside` when it cannot even be decoded. Telegram may count update ids downwards after a
silence, so what has been seen is a set of ids, never a highest one; rows older than Telegram's own memory (24
hours) are forgotten after a week.

Updates of one chat stand in a lane, one behind the other; lanes do not wait for each other. Whoever acts on
one holds it for the length of a lease. Each hold is counted before anything else is done, so that an update
which kills its process is known by its count.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata, partial_index
from db.types import UtcDateTime

WAITING, DONE, FAILED, SET_ASIDE = "waiting", "done", "failed", "set_aside"
_MEMORY = timedelta(days=7)

table = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("raw", sa.JSON, nullable=False),
    sa.Column("lane", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("held", UtcDateTime),
    sa.Column("received", UtcDateTime, nullable=False),
)
_WAITING = sa.text("inbox.state = 'waiting'")
partial_index("ix_inbox_waiting", "state = 'waiting'", table.c.update_id)
partial_index("ix_inbox_lane", "state = 'waiting'", table.c.lane, table.c.update_id)

Raw = dict[str, Any]
"""An update as JSON, not yet looked into."""


@dataclass(frozen=True, slots=True)
class Held:
    """An update to act on now; `attempts` counts how often it was begun, this time included."""

    raw: Raw
    attempts: int

    @property
    def update_id(self) -> int:
        """Telegram's number of it."""
        number: int = self.raw["update_id"]
        return number


@dataclass(frozen=True, slots=True)
class Queue:
    """How many updates wait to be acted on, and since when the oldest does."""

    waiting: int
    since: datetime | None


def lane_of(raw: Raw) -> int:
    """The chat an update belongs to, else the person; 0 where neither can be made out."""
    for name, content in raw.items():
        if name != "update_id" and isinstance(content, dict):
            message = content.get("message")
            inside = message if isinstance(message, dict) else content
            for holder in (inside.get("chat"), content.get("from")):
                number = holder.get("id") if isinstance(holder, dict) else None
                if isinstance(number, int) and abs(number) < 2**63:
                    return number
    return 0


def many(session: Session, lane: int, update_id: int, since: datetime, most: int) -> bool:
    """Whether that update is not among the first `most` of its lane since then."""
    counted = sa.select(table.c.update_id).where(
        table.c.lane == lane, table.c.update_id <= update_id, table.c.received > since
    )
    return len(session.execute(counted.limit(most + 1)).all()) > most


def keep(session: Session, updates: Sequence[Raw], now: datetime) -> None:
    """Keeps those updates that have not been seen before."""
    ids = [raw["update_id"] for raw in updates]
    seen = set(session.execute(sa.select(table.c.update_id).where(table.c.update_id.in_(ids))).scalars())
    fresh = {raw["update_id"]: raw for raw in updates if raw["update_id"] not in seen}
    rows = [
        {"update_id": key, "raw": raw, "lane": lane_of(raw), "state": WAITING, "received": now}
        for key, raw in fresh.items()
    ]
    if rows:
        session.execute(sa.insert(table), rows)


def claim(session: Session, now: datetime, lease: timedelta, limit: int) -> list[Held]:
    """Takes the first update of each lane that nobody is at, the oldest first, and counts the attempt."""
    earlier = table.alias("earlier")
    blocked = sa.select(earlier.c.update_id).where(
        sa.text("earlier.state = 'waiting'"),
        earlier.c.lane == table.c.lane,
        earlier.c.update_id < table.c.update_id,
    )
    query = (
        sa.select(table.c.raw, table.c.update_id, table.c.attempts)
        .where(_WAITING, sa.or_(table.c.held.is_(None), table.c.held <= now), ~blocked.exists())
        .order_by(table.c.update_id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=table)
    )
    rows = session.execute(query).all()
    if rows:
        taken = sa.update(table).where(table.c.update_id.in_([row.update_id for row in rows]))
        session.execute(taken.values(held=now + lease, attempts=table.c.attempts + 1))
    return [Held(row.raw, row.attempts + 1) for row in rows]


def waiting(session: Session, limit: int) -> list[Raw]:
    """What nobody has settled yet, the oldest first."""
    query = sa.select(table.c.raw).where(_WAITING).order_by(table.c.update_id).limit(limit)
    return list(session.execute(query).scalars())


def renew(session: Session, update_ids: Collection[int], until: datetime) -> None:
    """Whoever is at these still is."""
    mine = sa.update(table).where(_WAITING, table.c.update_id.in_(update_ids))
    session.execute(mine.values(held=until))


def release(session: Session, now: datetime, update_id: int | None = None) -> None:
    """Whoever was at it is so no more, and it may be taken again; None: at any of them."""
    held = sa.update(table).where(_WAITING, table.c.held > now)
    session.execute(
        (held if update_id is None else held.where(table.c.update_id == update_id)).values(held=now)
    )


def settle(session: Session, update_id: int, state: str) -> bool:
    """Moves a waiting update to its end; False when it was settled before."""
    found = session.execute(
        sa.update(table)
        .where(table.c.update_id == update_id, table.c.state == WAITING)
        .values(state=state)
        .returning(table.c.update_id)
    ).first()
    return found is not None


def queue(session: Session) -> Queue:
    """What waits to be acted on."""
    waiting, since = session.execute(
        sa.select(sa.func.count(), sa.func.min(table.c.received)).where(_WAITING)
    ).one()
    return Queue(waiting, since)


def forget(session: Session, now: datetime) -> None:
    """Drops settled updates that Telegram itself has long forgotten."""
    session.execute(sa.delete(table).where(table.c.state != WAITING, table.c.received < now - _MEMORY))
