"""Reminders as rows, one for each record, step, day and recipient, and what has a record looked at again.

`due → queued`: a row is queued in the transaction that puts its message into the outbox, whose row tells
the rest of the story. A row whose reason has gone is `withdrawn`. A record that must be planned again
although nobody changes it, because time passes or because another record took its place, has a row in
`watches`; `sweeps` says how far all records have been planned under the people and hours of now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db import outbox
from db.metadata import metadata, partial_index
from db.types import Choice, UtcDateTime
from db.vocabulary import Sheet


class State(StrEnum):
    """How far a reminder has come."""

    DUE = "due"
    QUEUED = "queued"
    WITHDRAWN = "withdrawn"


table = sa.Table(
    "notices",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("sheet", Choice(Sheet), nullable=False),
    sa.Column("subject", sa.Integer, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("recipient", sa.BigInteger, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("late", sa.Boolean, nullable=False),
    sa.Column("state", Choice(State), nullable=False),
    sa.Column("outbox", sa.Integer, index=True),
    sa.UniqueConstraint("sheet", "subject", "step", "day", "recipient"),
)
_DUE = sa.text("state = 'due'")
partial_index("ix_notices_due", "state = 'due'", table.c.at)

watches = sa.Table(
    "watches",
    metadata,
    sa.Column("sheet", Choice(Sheet), primary_key=True),
    sa.Column("subject", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("again", UtcDateTime, index=True),
    sa.Column("successor", sa.Integer, index=True),
)

sweeps = sa.Table(
    "sweeps",
    metadata,
    sa.Column("sheet", Choice(Sheet), primary_key=True),
    sa.Column("basis", sa.Text, nullable=False),
    # The greatest number looked at so far; NULL once all have been.
    sa.Column("upto", sa.Integer),
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One row. `day` is counted down to, `at` is the moment it goes out; `no` is 0 before it is written."""

    sheet: Sheet
    subject: int
    step: str
    recipient: int
    day: date
    at: datetime
    late: bool
    state: State = State.DUE
    no: int = 0
    outbox: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder that left, how its message fared in the outbox, and when that was known; None = so long ago
    that nobody knows.
    """

    reminder: Reminder
    fate: str | None
    settled: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Look at the record again at that moment, and whenever its successor changes."""

    sheet: Sheet
    subject: int
    again: datetime | None
    successor: int | None


def of_records(session: Session, sheet: Sheet, nos: Collection[int]) -> dict[int, list[Reminder]]:
    """All rows about these records, by the record's number."""
    found: defaultdict[int, list[Reminder]] = defaultdict(list)
    for row in session.execute(_OF_RECORDS, {"of": sheet, "nos": list(nos)}):
        found[row.subject].append(_reminder(row))
    return found


# These are made once: they run with every record that is planned.
_THEIRS = (table.c.sheet == sa.bindparam("of"), table.c.subject.in_(sa.bindparam("nos", expanding=True)))
_OF_RECORDS = sa.select(table).where(*_THEIRS).order_by(table.c.no)
_WITNESSED = (
    sa.select(table.c.subject, table.c.day)
    .where(*_THEIRS, table.c.step.startswith(sa.bindparam("steps")), table.c.state != State.WITHDRAWN)
    .distinct()
)
_INSERT = sa.insert(table)
_UNWATCH = sa.delete(watches).where(
    watches.c.sheet == sa.bindparam("of"), watches.c.subject.in_(sa.bindparam("nos", expanding=True))
)
_WATCH = sa.insert(watches)
_SUCCEEDED = sa.select(watches.c.subject).where(watches.c.successor.in_(sa.bindparam("nos", expanding=True)))


def witnessed(session: Session, sheet: Sheet, nos: Collection[int], steps: str) -> dict[int, set[date]]:
    """The days of which somebody was told, or is about to be, by steps that begin so."""
    found: defaultdict[int, set[date]] = defaultdict(set)
    for row in session.execute(_WITNESSED, {"of": sheet, "nos": list(nos), "steps": steps}):
        found[row.subject].add(row.day)
    return found


def due(session: Session, now: datetime) -> tuple[Reminder, ...]:
    """Everything whose moment has come, however long ago, by recipient and moment."""
    chosen = (
        sa.select(table).where(_DUE, table.c.at <= now).order_by(table.c.recipient, table.c.at, table.c.no)
    )
    return tuple(_reminder(row) for row in session.execute(chosen))


def told(session: Session, since: datetime, recipient: int | None) -> tuple[Told, ...]:
    """Reminders that were due after `since` and have been put into the outbox, the latest first; those of
    one person, or of all.
    """
    whose = sa.true() if recipient is None else table.c.recipient == recipient
    chosen = _SENT.where(table.c.at > since, whose).order_by(
        table.c.at.desc(), table.c.sheet, table.c.subject, table.c.step, table.c.recipient
    )
    return tuple(Told(_reminder(row), row.fate, row.settled) for row in session.execute(chosen))


def told_of(session: Session, sheet: Sheet, no: int, day: date) -> tuple[Told, ...]:
    """The reminders of that day of a record that have been put into the outbox, the first one first."""
    about = (table.c.sheet == sheet, table.c.subject == no, table.c.day == day)
    chosen = _SENT.where(*about).order_by(table.c.at, table.c.no)
    return tuple(Told(_reminder(row), row.fate, row.settled) for row in session.execute(chosen))


_SENT = (
    sa.select(table, outbox.table.c.state.label("fate"), outbox.table.c.settled)
    .select_from(sa.outerjoin(table, outbox.table, outbox.table.c.no == table.c.outbox))
    .where(table.c.state == State.QUEUED)
)


def heard(session: Session, since: datetime) -> frozenset[int]:
    """Who has had a message with reminders since then."""
    joined = sa.join(table, outbox.table, outbox.table.c.no == table.c.outbox)
    chosen = sa.select(table.c.recipient).select_from(joined).distinct()
    sent = (table.c.state == State.QUEUED, outbox.table.c.due >= since, outbox.table.c.state != outbox.NEVER)
    return frozenset(session.execute(chosen.where(*sent)).scalars())


def next_due(session: Session) -> datetime | None:
    """When the earliest waiting reminder goes out."""
    moment: datetime | None = session.execute(sa.select(sa.func.min(table.c.at)).where(_DUE)).scalar()
    return moment


def add(session: Session, reminders: Iterable[Reminder]) -> None:
    """Writes new rows. A second row for the same record, step, day and recipient is refused by the table."""
    rows = [
        {
            "sheet": reminder.sheet,
            "subject": reminder.subject,
            "step": reminder.step,
            "recipient": reminder.recipient,
            "day": reminder.day,
            "at": reminder.at,
            "late": reminder.late,
            "state": reminder.state,
        }
        for reminder in reminders
    ]
    if rows:
        session.connection().execute(_INSERT, rows)


def rearm(session: Session, reminders: Iterable[Reminder]) -> None:
    """Makes written rows due again, at the moment that these values carry."""
    rows = [{"row": each.no, "moment": each.at, "is_late": each.late} for each in reminders]
    if rows:
        session.connection().execute(_REARM, rows)


_REARM = (
    sa.update(table)
    .where(table.c.no == sa.bindparam("row"))
    .values(
        at=sa.bindparam("moment"),
        late=sa.bindparam("is_late"),
        state=State.DUE,
        outbox=None,
    )
)


def withdraw(session: Session, nos: Iterable[int]) -> None:
    """Takes rows back that are still due."""
    rows = list(nos)
    for first in range(0, len(rows), _SOME):
        session.connection().execute(_WITHDRAW, {"nos": rows[first : first + _SOME]})


_SOME = 500
"""Rows named in one statement: a database takes only so many."""
_WITHDRAW = (
    sa.update(table)
    .where(table.c.no.in_(sa.bindparam("nos", expanding=True)), _DUE)
    .values(state=State.WITHDRAWN)
)


def queue(session: Session, nos: Collection[int], outbox: int) -> None:
    """The message that tells of these rows is decided: they are never told of again."""
    rows = [{"row": no, "message": outbox} for no in nos]
    if rows:
        session.connection().execute(_QUEUE, rows)


_QUEUE = (
    sa.update(table)
    .where(table.c.no == sa.bindparam("row"), _DUE)
    .values(state=State.QUEUED, outbox=sa.bindparam("message"))
)


def in_message(session: Session, outbox: int) -> list[Reminder]:
    """The rows that the message tells of."""
    chosen = sa.select(table).where(table.c.outbox == outbox, table.c.state == State.QUEUED)
    return [_reminder(row) for row in session.execute(chosen)]


def reopen(session: Session, nos: Collection[int]) -> None:
    """Their message will not be sent after all: what still holds of them is told in another."""
    queued = sa.update(table).where(table.c.no.in_(nos), table.c.state == State.QUEUED)
    session.execute(queued.values(state=State.DUE, outbox=None))


def watch(session: Session, sheet: Sheet, nos: Collection[int], wanted: Iterable[Watch]) -> None:
    """Puts these watches in the place of all that the records had."""
    session.connection().execute(_UNWATCH, {"of": sheet, "nos": list(nos)})
    rows = [
        {"sheet": each.sheet, "subject": each.subject, "again": each.again, "successor": each.successor}
        for each in wanted
    ]
    if rows:
        session.connection().execute(_WATCH, rows)


def awake(session: Session, now: datetime, limit: int) -> tuple[tuple[Sheet, int], ...]:
    """Records that wanted to be looked at again by now."""
    chosen = sa.select(watches.c.sheet, watches.c.subject).where(watches.c.again <= now).limit(limit)
    return tuple((row.sheet, row.subject) for row in session.execute(chosen))


def succeeded_by(session: Session, nos: Collection[int]) -> frozenset[int]:
    """The agreements that stand back for one of these."""
    return frozenset(session.execute(_SUCCEEDED, {"nos": list(nos)}).scalars())


def unswept(session: Session, basis: str, of: Iterable[Sheet]) -> tuple[tuple[Sheet, int], ...]:
    """The sheets that have not been planned to their end, each with the greatest number looked at.

    The basis is what a plan rests on besides the record: people, hours, ladders. Another one begins a new
    sweep.
    """
    found = {row.sheet: row for row in session.execute(sa.select(sweeps))}
    upto = {sheet: row.upto for sheet, row in found.items() if row.basis == basis}
    return tuple((sheet, reached) for sheet in of if (reached := upto.get(sheet, 0)) is not None)


def swept(session: Session, sheet: Sheet, basis: str, upto: int | None) -> None:
    """Notes how far the sheet has been planned."""
    session.execute(sa.delete(sweeps).where(sweeps.c.sheet == sheet))
    session.execute(sa.insert(sweeps).values(sheet=sheet, basis=basis, upto=upto))


def _reminder(row: sa.Row[tuple[object, ...]]) -> Reminder:
    return Reminder(
        sheet=row.sheet,
        subject=row.subject,
        step=row.step,
        recipient=row.recipient,
        day=row.day,
        at=row.at,
        late=row.late,
        state=row.state,
        no=row.no,
        outbox=row.outbox,
    )
