"""Source messages: which message a batch of the history was read from, so that editing the message can put
the records right.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, insert, select
from sqlalchemy.orm import Session

from db.metadata import LATE, metadata

table = Table(
    "sources",
    metadata,
    Column("batch", ForeignKey("batches.no", **LATE), primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_sources_chat_message", "chat", "message"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a batch was read from: the message, and its text at that time."""

    batch: int
    chat: int
    message: int
    text: str


def keep(session: Session, source: Source) -> None:
    """Remembers it."""
    row = {"batch": source.batch, "chat": source.chat, "message": source.message, "text": source.text}
    session.execute(insert(table).values(**row))


def of_message(session: Session, chat: int, message: int) -> tuple[Source, ...]:
    """What was saved from that message, the first batch first."""
    chosen = select(table).where(table.c.chat == chat, table.c.message == message).order_by(table.c.batch)
    return tuple(Source(row.batch, row.chat, row.message, row.text) for row in session.execute(chosen))
