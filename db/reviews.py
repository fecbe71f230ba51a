"""Reviews: what was read from a report and waits, item by item, to be taken into the registry or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    Row,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.history import batches
from db.metadata import LATE, metadata
from db.types import Choice, UtcDateTime

_LIFE = timedelta(days=30)


class State(StrEnum):
    """What was decided about an item."""

    OPEN = "open"
    SAVED = "saved"
    DROPPED = "dropped"


table = Table(
    "reviews",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("made", JSON, nullable=False),
    Column("touched", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
items = Table(
    "review_items",
    metadata,
    Column("review", ForeignKey("reviews.no", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("body", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("state", Choice(State), nullable=False),
    Column("batch", ForeignKey("batches.no", **LATE)),
)


@dataclass(frozen=True, slots=True)
class Review:
    """A report that was read. `made` tells which record each new one of its items has become: `new1` → the
    workbook id.
    """

    no: int
    person: int
    chat: int
    name: str
    text: str
    made: dict[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One draft of it, read from `text[start:stop]`. `batch` saved it; an undone one leaves it open."""

    review: int
    place: int
    body: dict[str, Any]
    start: int
    stop: int
    state: State
    batch: int | None = None


def begin(session: Session, review: Review, found: Sequence[Item], now: datetime) -> int:
    """Keeps what was read, under a number of its own, which is returned."""
    row = {"person": review.person, "chat": review.chat, "name": review.name, "text": review.text,
           "made": review.made, "touched": now}  # fmt: skip
    no: int = session.execute(insert(table).values(**row).returning(table.c.no)).scalar_one()
    rows = [{"review": no, "place": one.place, "body": one.body, "start": one.start, "stop": one.stop,
             "state": one.state} for one in found]  # fmt: skip
    session.execute(insert(items), rows)
    return no


def get(session: Session, no: int) -> Review | None:
    """The review of that number, its rows held for this transaction: two presses come one after another."""
    found = session.execute(select(table).where(table.c.no == no).with_for_update()).first()
    return Review(found.no, found.person, found.chat, found.name, found.text, found.made) if found else None


def every(session: Session, review: int) -> tuple[Item, ...]:
    """Its items, in the order of the text."""
    chosen = _with_undoing().where(items.c.review == review).order_by(items.c.place)
    return tuple(map(_item, session.execute(chosen)))


def settle(
    session: Session, review: int, places: Sequence[int], state: State, batch: int | None, now: datetime
) -> None:
    """What was decided about these items."""
    those = (items.c.review == review, items.c.place.in_(places))
    session.execute(update(items).where(*those).values(state=state, batch=batch))
    session.execute(update(table).where(table.c.no == review).values(touched=now))


def remember(session: Session, review: int, made: dict[str, str]) -> None:
    """Which records its new ones have become."""
    session.execute(update(table).where(table.c.no == review).values(made=made))


def drop(session: Session, no: int) -> None:
    """Throws the review away; what was saved from it stays."""
    session.execute(delete(items).where(items.c.review == no))
    session.execute(delete(table).where(table.c.no == no))


def forget(session: Session, now: datetime) -> None:
    """Drops reviews that nobody has touched for a month."""
    for no in session.scalars(select(table.c.no).where(table.c.touched < now - _LIFE)).all():
        drop(session, no)


def _with_undoing() -> Any:
    joined = items.outerjoin(batches, items.c.batch == batches.c.no)
    return select(items, func.coalesce(batches.c.undone_by, 0).label("undone")).select_from(joined)


def _item(row: Row[tuple[object, ...]]) -> Item:
    state = State.OPEN if row.undone else row.state
    batch = None if row.undone else row.batch
    return Item(row.review, row.place, row.body, row.start, row.stop, state, batch)
