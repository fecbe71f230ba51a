"""The one write path: every change of a record is made here, kept with who, when, before and after,
and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.changes import Action, Change, plan
from db.metadata import LATE, metadata
from db.nouns import Kept
from db.records import NOUNS, row_of
from db.references import References
from db.refused import Refused
from db.types import Choice, UtcDateTime
from db.vocabulary import Row, Sheet
from db.writing import never, write

_SOME = 500
"""Records fetched at once."""

batches = sa.Table(
    "batches",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("member", sa.BigInteger),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("undoes", sa.ForeignKey("batches.no", **LATE)),
    sa.Column("undone_by", sa.ForeignKey("batches.no", **LATE)),
    sa.Index("ix_batches_member_name", "member", "name"),
)

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("no", sa.Integer, primary_key=True),
    sa.Column("batch", sa.ForeignKey("batches.no", **LATE), nullable=False, index=True),
    sa.Column("sheet", Choice(Sheet), nullable=False),
    sa.Column("record", sa.Integer, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("action", Choice(Action), nullable=False),
    sa.Column("before", sa.JSON, nullable=False),
    sa.Column("after", sa.JSON, nullable=False),
    sa.Index("ix_changes_sheet_record", "sheet", "record"),
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: a member by Telegram id, or the terminal; the name is kept as it is now."""

    member: int | None
    name: str


TERMINAL = Actor(None, "terminal")


@dataclass(frozen=True, slots=True)
class Saved:
    """One record that was saved; `id` is its workbook id, empty where rows have none."""

    sheet: Sheet
    no: int
    id: str
    action: Action


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a call, in the order of its rows. `batch` is None when nothing had to be changed."""

    batch: int | None
    saved: tuple[Saved, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """One call's changes. `undoes` is the batch that it took back, `undone_by` the one that took it back."""

    no: int
    at: datetime
    actor: Actor
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in a record's life. Rows are in the workbook's terms; of a change only the columns that
    differ.
    """

    batch: Batch
    saved: Saved
    before: Row
    after: Row


def save(
    session: Session,
    actor: Actor,
    rows: Sequence[Row],
    *,
    now: datetime,
    without: Sequence[tuple[Sheet, int]] = (),
) -> Receipt:
    """Make the rows true and take the records of `without` out: all of it in one batch, or none.

    Raises the first row's Refused; `db.changes` says what rows may say. A record that is not there is refused
    as `record-gone`, one to which others still refer as `in-use`, with the list of them.
    """
    planned = plan(session, rows)
    if planned.refused:
        raise planned.refused[0][1]
    removals = [_removal(session, at, sheet, no) for at, (sheet, no) in enumerate(without, len(rows))]
    return make(session, actor, [*planned.changes, *removals], now=now)


def remove(session: Session, actor: Actor, sheet: Sheet, no: int, *, now: datetime) -> Receipt:
    """Take one record out. Raises Refused as `save` does."""
    return save(session, actor, (), now=now, without=[(sheet, no)])


def make(
    session: Session,
    actor: Actor,
    planned: Sequence[Change],
    *,
    now: datetime,
    synced: Callable[[Change], bool] = never,
) -> Receipt:
    """Make what `db.changes` has planned in this transaction. `synced`: which of it now stands in a
    workbook.
    """
    return _made(session, actor, planned, now=now, synced=synced, undoes=None)


def undo(session: Session, actor: Actor, batch: int, *, now: datetime) -> Receipt:
    """Take a batch back; to undo an undo is to do it again.

    Raises Refused `undo-unknown`, `undo-done` (it is undone already), `changed-since` (one of its records
    has been changed later), and `in-use` when what it added is referred to by now.
    """
    found = _to_take_back(session, batch)
    if found.undone_by is not None:
        raise Refused("undo-done")
    entries = entries_of(session, found.no)
    stand = _standing(session, [entry.saved for entry in entries])
    _check_last(session, found.no, entries, stand)
    back = [entry for entry in entries if entry.saved.action is not Action.ADDED]
    rows = [_back(entry) for entry in back]
    planned = plan(session, rows)
    if planned.refused:
        raise planned.refused[0][1]
    added = [entry.saved for entry in entries if entry.saved.action is Action.ADDED]
    references = References(session)
    removals = [
        _removed(len(rows) + at, saved.sheet, stand[saved.sheet, saved.no], references)
        for at, saved in enumerate(added)
    ]
    return _made(session, actor, [*planned.changes, *removals], now=now, synced=never, undoes=found)


def batch_of(session: Session, no: int) -> Batch | None:
    """The batch of that number."""
    return next(_batches(session, batches.c.no == no), None)


def newest(session: Session) -> int:
    """The number of the latest batch: as long as it is the same, nothing has been changed."""
    found: int = session.execute(sa.select(sa.func.coalesce(sa.func.max(batches.c.no), 0))).scalar_one()
    return found


def last_batch(session: Session, actor: Actor) -> Batch | None:
    """The newest batch of that person which stands: neither undone nor itself an undoing."""
    own = batches.c.name == actor.name if actor.member is None else sa.true()
    standing = (batches.c.undoes.is_(None), batches.c.undone_by.is_(None))
    return next(_batches(session, batches.c.member.is_not_distinct_from(actor.member), own, *standing), None)


def latest(session: Session, member: int | None, *, skip: int, limit: int) -> tuple[Batch, ...]:
    """The newest batches, undone ones and undoings included: of one member or, with None, of everybody."""
    return tuple(_batches(session, _by(member), skip=skip, limit=limit))


def count(session: Session, member: int | None) -> int:
    """How many batches there are of one member or, with None, of everybody."""
    return session.execute(sa.select(sa.func.count()).select_from(batches).where(_by(member))).scalar_one()


def entries_of(session: Session, batch: int, most: int | None = None) -> tuple[Entry, ...]:
    """What a batch did, in its order; only the first so many of it, where `most` is given."""
    return _entries(session, changes.c.batch == batch, most=most)


def size(session: Session, batch: int) -> int:
    """How many records a batch touched."""
    chosen = sa.select(sa.func.count()).select_from(changes).where(changes.c.batch == batch)
    return session.execute(chosen).scalar_one()


def of_record(session: Session, sheet: Sheet, no: int) -> tuple[Entry, ...]:
    """A record's life from its first day, undone changes and their undoing included."""
    return _entries(session, changes.c.sheet == sheet, changes.c.record == no)


def activity(session: Session, since: datetime, until: datetime) -> tuple[int, int]:
    """How many records were added between two moments, and how many others changed; undone work and who
    is away apart.
    """
    stands = (batches.c.undoes.is_(None), batches.c.undone_by.is_(None))
    within = (batches.c.at >= since, batches.c.at < until, changes.c.sheet != Sheet.ABSENCES, *stands)
    joined = sa.join(changes, batches, changes.c.batch == batches.c.no)
    chosen = sa.select(changes.c.sheet, changes.c.record, changes.c.action).select_from(joined)
    touched: dict[Action, set[tuple[Sheet, int]]] = {Action.ADDED: set(), Action.CHANGED: set()}
    for sheet, record, action in session.execute(chosen.where(*within)):
        touched.setdefault(action, set()).add((sheet, record))
    added = touched[Action.ADDED]
    return len(added), len(touched[Action.CHANGED] - added)


def last_changes(
    session: Session, sheet: Sheet, nos: Collection[int], columns: Collection[str]
) -> dict[int, Batch]:
    """The last batch in which one of these columns of each record was filled, changed or emptied."""
    entries = _entries(session, changes.c.sheet == sheet, changes.c.record.in_(nos)) if nos else ()
    touched = {*columns}
    return {one.saved.no: one.batch for one in entries if touched & {*one.before, *one.after}}


def _by(member: int | None) -> sa.ColumnElement[bool]:
    return sa.true() if member is None else batches.c.member == member


def _batches(
    session: Session, *conditions: sa.ColumnElement[bool], skip: int = 0, limit: int = 1
) -> Iterator[Batch]:
    chosen = sa.select(batches).where(*conditions).order_by(batches.c.no.desc()).offset(skip).limit(limit)
    found = session.execute(chosen)
    return (Batch(no, at, Actor(member, name), undoes, by) for no, at, member, name, undoes, by in found)


def _entries(
    session: Session, *conditions: sa.ColumnElement[bool], most: int | None = None
) -> tuple[Entry, ...]:
    joined = sa.select(batches, changes).join_from(changes, batches, changes.c.batch == batches.c.no)
    found = session.execute(joined.where(*conditions).order_by(changes.c.no).limit(most)).mappings()
    return tuple(
        Entry(
            Batch(
                row[batches.c.no],
                row[batches.c.at],
                Actor(row[batches.c.member], row[batches.c.name]),
                row[batches.c.undoes],
                row[batches.c.undone_by],
            ),
            Saved(row[changes.c.sheet], row[changes.c.record], row[changes.c.id], row[changes.c.action]),
            row[changes.c.before],
            row[changes.c.after],
        )
        for row in found
    )


def _to_take_back(session: Session, no: int) -> Batch:
    """The batch itself; for a redoing, the batch that it did again. Raises Refused `undo-unknown`."""
    found = batch_of(session, no)
    while found and found.undoes is not None and (undoing := batch_of(session, found.undoes)):
        if undoing.undoes is None:
            break
        found = batch_of(session, undoing.undoes)
    if found is None:
        raise Refused("undo-unknown")
    return found


def _standing(session: Session, saved: Sequence[Saved]) -> dict[tuple[Sheet, int], Kept[Any]]:
    """The records as they stand, some at a time: of an import there are thousands."""
    found: dict[tuple[Sheet, int], Kept[Any]] = {}
    for sheet in dict.fromkeys(one.sheet for one in saved):
        numbers = [one.no for one in saved if one.sheet is sheet]
        for first in range(0, len(numbers), _SOME):
            those = NOUNS[sheet].table.c.no.in_(numbers[first : first + _SOME])
            found |= {(sheet, kept.record.no): kept for kept in NOUNS[sheet].kept(session, those)}
    return found


def _check_last(
    session: Session, batch: int, entries: Sequence[Entry], stand: Mapping[tuple[Sheet, int], Kept[Any]]
) -> None:
    """Raises Refused `changed-since` unless each record is as its entry left it and no standing change came
    later.
    """
    own = changes.alias()
    same = sa.and_(own.c.sheet == changes.c.sheet, own.c.record == changes.c.record, own.c.batch == batch)
    standing = (batches.c.undoes.is_(None), batches.c.undone_by.is_(None), batches.c.no > batch)
    later = sa.select(changes.c.no).join(batches, changes.c.batch == batches.c.no).join(own, same)
    if session.execute(later.where(*standing).limit(1)).first():
        raise Refused("changed-since")
    references = References(session)
    for entry in entries:
        kept = stand.get((entry.saved.sheet, entry.saved.no))
        now = row_of(entry.saved.sheet, kept.record, references) if kept else {}
        as_left = all(now.get(column, "") == cell for column, cell in entry.after.items())
        gone = kept is None
        if not as_left or gone != (entry.saved.action is Action.REMOVED):
            raise Refused("changed-since")


def _back(entry: Entry) -> Row:
    """The row that makes a record again what it was before."""
    return {"sheet": entry.saved.sheet, "no": entry.saved.no, **entry.before}


def _removal(session: Session, index: int, sheet: Sheet, no: int) -> Change:
    kept = next(NOUNS[sheet].kept(session, NOUNS[sheet].table.c.no == no), None)
    if kept is None:
        raise Refused("record-gone")
    return _removed(index, sheet, kept, References(session))


def _removed(index: int, sheet: Sheet, kept: Kept[Any], references: References) -> Change:
    before = row_of(sheet, kept.record, references)
    id_ = str(before.get("id", ""))
    return Change(
        index,
        sheet,
        kept.record.no,
        id_,
        Action.REMOVED,
        kept.version,
        kept.synced,
        before,
        after={},
        values={},
    )


def _made(
    session: Session,
    actor: Actor,
    planned: Sequence[Change],
    *,
    now: datetime,
    synced: Callable[[Change], bool],
    undoes: Batch | None,
) -> Receipt:
    saved = tuple(Saved(change.sheet, change.no, change.id, change.action) for change in planned)
    done = [change for change in planned if change.action is not Action.UNCHANGED]
    if not done:
        return Receipt(None, saved)
    # Only a removal is refused as late as this; it leaves nothing behind even where the transaction goes on.
    removes = any(change.action is Action.REMOVED for change in done)
    with session.begin_nested() if removes else nullcontext():
        write(session, done, synced=synced)
        batch = _keep(session, actor, done, now, undoes)
    return Receipt(batch, saved)


def _keep(session: Session, actor: Actor, done: list[Change], now: datetime, undoes: Batch | None) -> int:
    batch = {"at": now, "member": actor.member, "name": actor.name, "undoes": undoes.no if undoes else None}
    no: int = session.execute(sa.insert(batches).values(batch).returning(batches.c.no)).scalar_one()
    session.execute(sa.insert(changes), [_kept(change, no) for change in done])
    if undoes:
        session.execute(sa.update(batches).where(batches.c.no == undoes.no).values(undone_by=no))
        session.execute(sa.update(batches).where(batches.c.no == undoes.undoes).values(undone_by=None))
    return no


def _kept(change: Change, batch: int) -> dict[str, Any]:
    return {
        "batch": batch,
        "sheet": change.sheet,
        "record": change.no,
        "id": change.id,
        "action": change.action,
        "before": change.before,
        "after": change.after,
    }
