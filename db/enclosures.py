"""Files that the bot made to send: kept beside the call in the outbox that sends them, under the hash of
their content, so that whichever process makes the call has them, and no crash parts the two.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Column, LargeBinary, String, Table, delete, insert, select
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.types import UtcDateTime

_MEMORY = timedelta(days=7)
"""Longer than any call is tried."""

table = Table(
    "enclosures",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("kept", UtcDateTime, nullable=False),
)


def keep(session: Session, content: bytes, now: datetime) -> str:
    """Keeps the content and gives its name."""
    name = hashlib.sha256(content).hexdigest()
    known = session.execute(select(table.c.name).where(table.c.name == name)).scalar()
    if known is None:
        session.execute(insert(table).values(name=name, content=content, kept=now))
    else:
        session.execute(table.update().where(table.c.name == name).values(kept=now))
    return name


def content(session: Session, name: str) -> bytes | None:
    """What was kept under the name; None where it has been forgotten."""
    found: bytes | None = session.execute(select(table.c.content).where(table.c.name == name)).scalar()
    return found


def forget(session: Session, now: datetime) -> None:
    """Drops what was sent long ago."""
    session.execute(delete(table).where(table.c.kept < now - _MEMORY))
