"""What a person last asked in a chat, so that the next question may continue it; forgotten after half an
hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Table, delete, insert, select
from sqlalchemy.orm import Session

from db.metadata import metadata
from db.query import Query
from db.types import UtcDateTime

LIFE = timedelta(minutes=30)

table = Table(
    "contexts",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("query", JSON, nullable=False),
    Column("asked", UtcDateTime, nullable=False),
)


def get(session: Session, person: int, chat: int, now: datetime) -> Query | None:
    """The person's last question in that chat; None when it is too long ago, or of another version."""
    row = session.execute(
        select(table.c.query, table.c.asked).where(table.c.person == person, table.c.chat == chat)
    ).first()
    if row is None or now - row.asked > LIFE:
        return None
    told: dict[str, Any] = row.query
    try:
        return Query.of_json(told)
    except (KeyError, TypeError, ValueError):
        return None


def keep(session: Session, person: int, chat: int, query: Query, now: datetime) -> None:
    """This is now what the person last asked there."""
    session.execute(delete(table).where(table.c.person == person, table.c.chat == chat))
    session.execute(insert(table).values(person=person, chat=chat, query=query.as_json(), asked=now))
