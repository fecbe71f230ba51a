"""Calls to Telegram that were decided but perhaps not made yet: written with the decision, made afterwards.

`due → sending → sent | never`. A row is `sending` before the call leaves, so a process that dies in between
leaves a trace: such a row is made again, because a message twice is better than a message lost. While it is
`sending`, its `due` says until when it is left to the process that took it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

_MEMORY = timedelta(days=90)
DUE, SENDING, SENT, NEVER = "due", "sending", "sent", "never"

table = Table(
    "outbox",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("method", String(40), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("dialogue", Integer),
    Column("state", String(16), nullable=False),
    Column("due", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("message", BigInteger),
    Column("reason", Text),
    Column("settled", UtcDateTime),
    sqlite_autoincrement=True,
)
_open = table.c.state.in_((DUE, SENDING))
Index("ix_outbox_open", table.c.due, table.c.no, sqlite_where=_open, postgresql_where=_open)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make. `dialogue` names the dialogue whose card it sends; `attempts` counts earlier ones."""

    no: int
    chat: int
    method: str
    payload: dict[str, Any]
    dialogue: int | None
    attempts: int


def put(
    session: Session,
    chat: int,
    method: str,
    payload: dict[str, Any],
    now: datetime,
    *,
    dialogue: int | None = None,
) -> int:
    """Decides a call; it is made once the transaction has committed. Returns its number."""
    row = {"chat": chat, "method": method, "payload": payload, "dialogue": dialogue}
    written = session.execute(
        insert(table).values(**row, state=DUE, due=now, attempts=0).returning(table.c.no)
    )
    return int(written.scalar_one())


def claim(session: Session, now: datetime, lease: timedelta = timedelta()) -> Call | None:
    """Takes the next call whose moment has come, in the order of decision within a chat. Until the lease is
    over nobody else takes it.
    """
    earlier = table.alias()
    blocked = select(earlier.c.no).where(
        earlier.c.state.in_((DUE, SENDING)), earlier.c.chat == table.c.chat, earlier.c.no < table.c.no
    )
    query = select(table).where(_open, table.c.due <= now, ~blocked.exists()).order_by(table.c.no).limit(1)
    found = session.execute(query).first()
    if found is None:
        return None
    session.execute(
        update(table)
        .where(table.c.no == found.no)
        .values(state=SENDING, attempts=table.c.attempts + 1, due=now + lease)
    )
    return _call(found)


def release(session: Session, now: datetime) -> None:
    """Whoever was sending does so no more: their calls may be taken again."""
    session.execute(update(table).where(table.c.state == SENDING).values(due=now))


def settle(
    session: Session, no: int, state: str, now: datetime, *, message: int | None, reason: str | None
) -> None:
    """The end of a call: `sent` with the message's id, or `never` with the reason."""
    values = {"state": state, "message": message, "reason": reason, "settled": now}
    session.execute(update(table).where(table.c.no == no).values(**values))


def postpone(session: Session, no: int, until: datetime, reason: str) -> None:
    """To be tried again, not before `until`."""
    session.execute(update(table).where(table.c.no == no).values(state=DUE, due=until, reason=reason))


def recall(session: Session, chat: int, now: datetime) -> None:
    """Nothing that was decided for the chat and has not left yet is sent any more."""
    waiting = update(table).where(table.c.chat == chat, table.c.state == DUE)
    session.execute(waiting.values(state=NEVER, reason="recalled", settled=now))


def readdress(session: Session, old: int, new: int, now: datetime) -> None:
    """All open calls to a chat that has another id now."""
    session.execute(update(table).where(_open, table.c.chat == old).values(chat=new, state=DUE, due=now))


def next_due(session: Session) -> datetime | None:
    """When the earliest open call wants to be made."""
    found: datetime | None = session.execute(
        select(table.c.due).where(_open).order_by(table.c.due).limit(1)
    ).scalar()
    return found


def forget(session: Session, now: datetime) -> None:
    """Drops calls that were settled long ago."""
    session.execute(delete(table).where(~_open, table.c.settled < now - _MEMORY))


def _call(row: Row[tuple[object, ...]]) -> Call:
    return Call(no=row.no, chat=row.chat, method=row.method, payload=row.payload, dialogue=row.dialogue,
                attempts=row.attempts)  # fmt: skip
