"""Calls to Telegram that were decided but perhaps not made yet: written with the decision, made afterwards.

`due → claimed → sending → sent | later | never | uncertain`. A process claims a call for the length of a
lease; the call is `sending` before it leaves, so that a process that dies in between leaves a trace. What was
only claimed has certainly not left. What was `sending` may have: it is made again, because a message twice is
better than a message lost, but not for ever, and then it is `uncertain`. `later` is due again at a moment of
its own.

For a claimed call, `due` says until when it is left to the process that took it, and `attempts` which claim
it is: whoever comes back after his lease with an older number changes nothing any more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata, partial_index
from db.types import UtcDateTime

_MEMORY = timedelta(days=90)
DUE, CLAIMED, SENDING, LATER = "due", "claimed", "sending", "later"
SENT, NEVER, UNCERTAIN = "sent", "never", "uncertain"
OPEN = (DUE, CLAIMED, SENDING, LATER)
_SHARE = 4
"""Of the calls claimed together, one in so many is of the other kind, while there are any."""

table = sa.Table(
    "outbox",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("chat", sa.BigInteger, nullable=False),
    sa.Column("method", sa.String(40), nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("dialogue", sa.Integer),
    # The number of the question that it answers (`db/contexts.py`).
    sa.Column("answer", sa.Integer),
    # Whether nobody waits for it: a reminder, a report; not the answer to something that came in.
    sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("due", UtcDateTime, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    # How often it may have arrived without our knowing.
    sa.Column("doubts", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("message", sa.BigInteger),
    sa.Column("reason", sa.Text),
    sa.Column("settled", UtcDateTime),
    sqlite_autoincrement=True,
)
_OPEN = sa.text("outbox.state IN ('due', 'claimed', 'sending', 'later')")
_FAILED = sa.text("outbox.state IN ('never', 'uncertain')")
_LEFT = "state IN ('due', 'claimed', 'sending', 'later')"
partial_index("ix_outbox_open", _LEFT, table.c.told, table.c.due, table.c.no)
partial_index("ix_outbox_line", _LEFT, table.c.chat, table.c.no)
partial_index("ix_outbox_message", "message IS NOT NULL", table.c.chat, table.c.message)
partial_index("ix_outbox_failed", "state IN ('never', 'uncertain')", table.c.settled)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make. `dialogue` names the dialogue whose card it sends, `answer` the question that it
    answers; `attempts` counts claims, this one included, and `doubts` how often it may have arrived already.
    """

    no: int
    chat: int
    method: str
    payload: dict[str, Any]
    dialogue: int | None
    answer: int | None
    told: bool
    attempts: int
    doubts: int


@dataclass(frozen=True, slots=True)
class Queue:
    """How much waits to be sent, and since when the oldest of it could have been."""

    waiting: int
    since: datetime | None


def put(
    session: Session,
    chat: int,
    method: str,
    payload: dict[str, Any],
    now: datetime,
    *,
    dialogue: int | None = None,
    answer: int | None = None,
    told: bool = False,
) -> int:
    """Decides a call; it is made once the transaction has committed. Returns its number."""
    row = {"chat": chat, "method": method, "payload": payload, "dialogue": dialogue, "answer": answer,
           "told": told}  # fmt: skip
    written = session.execute(
        sa.insert(table).values(**row, state=DUE, due=now, attempts=0).returning(table.c.no)
    )
    return int(written.scalar_one())


def claim(
    session: Session, now: datetime, lease: timedelta = timedelta(), limit: int = 1, but: Collection[int] = ()
) -> list[Call]:
    """Takes calls whose moment has come, one a chat, in the order of decision within it; none to the chats
    `but`. Until the lease is over nobody else takes them.

    Answers go first, and what is merely told has a share of its own: neither keeps the other waiting.
    """
    share = max(1, limit // _SHARE)
    answers = _next(session, now, limit, but, told=False)
    told = _next(session, now, max(share, limit - len(answers)), but, told=True)
    rows = (answers[: limit - min(share, len(told))] + told)[:limit]
    found = [_claimed(row) for row in rows]
    if found:
        session.execute(
            sa.update(table)
            .where(table.c.no.in_([call.no for call in found]))
            .values(
                attempts=table.c.attempts + 1,
                doubts=table.c.doubts + sa.case((table.c.state == SENDING, 1), else_=0),
                state=CLAIMED,
                due=now + lease,
            )
        )
    return found


def _next(session: Session, now: datetime, limit: int, but: Collection[int], *, told: bool) -> list[Any]:
    earlier = table.alias("earlier")
    still_open = sa.text("earlier.state IN ('due', 'claimed', 'sending', 'later')")
    blocked = sa.select(earlier.c.no).where(
        still_open, earlier.c.chat == table.c.chat, earlier.c.no < table.c.no
    )
    query = (
        sa.select(table)
        .where(_OPEN, table.c.told == told, table.c.due <= now, ~blocked.exists())
        .order_by(table.c.due, table.c.no)
        .limit(limit)
        # Another process may be taking its own: its rows are passed over, not waited for.
        .with_for_update(skip_locked=True, of=table)
    )
    if but:
        query = query.where(table.c.chat.not_in(but))
    return list(session.execute(query).all())


def release(session: Session, now: datetime) -> None:
    """Whoever was sending does so no more: their calls may be taken again."""
    taken = sa.update(table).where(_OPEN, table.c.state.in_((CLAIMED, SENDING)))
    session.execute(taken.values(due=now))


def give_back(session: Session, calls: Collection[Call], now: datetime) -> None:
    """These are ours and have certainly not left: they are anybody's again."""
    for call in calls:
        session.execute(_ours(call, CLAIMED, SENDING).values(state=DUE, due=now))


def begin(session: Session, call: Call, until: datetime) -> bool:
    """The call leaves now. False when it is no longer ours: recalled, or taken over after the lease."""
    ours = _ours(call, CLAIMED).values(state=SENDING, due=until).returning(table.c.no)
    return session.execute(ours).first() is not None


def settle(
    session: Session,
    call: Call,
    state: str,
    now: datetime,
    *,
    message: int | None = None,
    reason: str | None = None,
) -> bool:
    """The end of a call: `sent` with the message's id, `never` or `uncertain` with the reason. False when it
    is no longer ours.
    """
    values = {"state": state, "message": message, "reason": reason, "settled": now}
    ours = _ours(call, CLAIMED, SENDING).values(**values).returning(table.c.no)
    return session.execute(ours).first() is not None


def postpone(
    session: Session,
    call: Call,
    until: datetime,
    reason: str,
    *,
    payload: dict[str, Any] | None = None,
    doubt: bool,
) -> None:
    """To be tried again, not before `until`, perhaps with another payload. `doubt`: it may have arrived."""
    values: dict[str, Any] = {"state": LATER, "due": until, "reason": reason}
    values |= {"payload": payload} if payload is not None else {}
    session.execute(_ours(call, CLAIMED, SENDING).values(**values, doubts=table.c.doubts + int(doubt)))


def recall(session: Session, chat: int, now: datetime) -> None:
    """Nothing that was decided for the chat and has not left yet is sent any more."""
    waiting = sa.update(table).where(table.c.chat == chat, table.c.state.in_((DUE, LATER, CLAIMED)))
    session.execute(waiting.values(state=NEVER, reason="recalled", settled=now))


def readdress(session: Session, old: int, new: int, now: datetime) -> None:
    """All open calls to a chat that has another id now."""
    session.execute(sa.update(table).where(_OPEN, table.c.chat == old).values(chat=new, state=DUE, due=now))


def next_due(session: Session) -> datetime | None:
    """When the earliest open call wants to be made."""
    moments = [
        session.execute(
            sa.select(table.c.due).where(_OPEN, table.c.told == told).order_by(table.c.due).limit(1)
        ).scalar()
        for told in (False, True)
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def answered_by(session: Session, chat: int, message: int) -> int | None:
    """The number of the question that this message of ours answers, however long ago; None for all else."""
    shown = sa.select(table.c.answer).where(table.c.chat == chat, table.c.message == message)
    row = session.execute(shown.order_by(table.c.no.desc()).limit(1)).first()
    if row is None:
        # It may be on the reader's screen before we have written down that it arrived.
        leaving = sa.select(table.c.answer).where(table.c.chat == chat, table.c.state == SENDING, _OPEN)
        row = session.execute(leaving.limit(1)).first()
    return row.answer if row else None


def queue(session: Session, now: datetime) -> Queue:
    """What waits to be sent by now."""
    chosen = sa.select(sa.func.count(), sa.func.min(table.c.due)).where(_OPEN, table.c.due <= now)
    waiting, since = session.execute(chosen).one()
    return Queue(waiting, since)


def failures(session: Session, since: datetime) -> dict[str, int]:
    """How many calls came to no good end since that moment, by state."""
    chosen = (
        sa.select(table.c.state, sa.func.count().label("number"))
        .where(
            _FAILED,
            table.c.settled >= since,
            sa.func.coalesce(table.c.reason, "").not_in(("recalled", "restored")),
        )
        .group_by(table.c.state)
    )
    return {row.state: row.number for row in session.execute(chosen)}


def failed_alike(session: Session, call: Call, reason: str, since: datetime) -> bool:
    """Whether another call to the same chat failed for the same reason since that moment."""
    alike = sa.select(table.c.no).where(
        _FAILED,
        table.c.settled >= since,
        table.c.chat == call.chat,
        table.c.reason == reason,
        table.c.no != call.no,
    )
    return session.execute(alike.limit(1)).first() is not None


def shift(session: Session, by: timedelta, now: datetime) -> None:
    """The clock was set back: what waits for a moment of the old clock waits as long by the new one."""
    ahead = sa.select(table.c.no, table.c.due).where(_OPEN, table.c.due > now)
    for row in session.execute(ahead).all():
        session.execute(sa.update(table).where(table.c.no == row.no).values(due=max(now, row.due - by)))


def forget(session: Session, now: datetime) -> None:
    """Drops calls that were settled long ago."""
    session.execute(sa.delete(table).where(table.c.state.not_in(OPEN), table.c.settled < now - _MEMORY))


def _ours(call: Call, *states: str) -> sa.Update:
    return sa.update(table).where(
        table.c.no == call.no, table.c.attempts == call.attempts, table.c.state.in_(states)
    )


def _claimed(row: Any) -> Call:
    attempts, doubts = row.attempts + 1, row.doubts + (row.state == SENDING)
    return Call(
        row.no, row.chat, row.method, row.payload, row.dialogue, row.answer, row.told, attempts, doubts
    )
