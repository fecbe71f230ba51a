"""Taking back what was saved: the last own batch, or one named by its button. Rights are the role's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.record.receipt import Done, Line, Receipt
from bot.rights import Act, may
from db import history, records
from db.changes import Action
from db.history import Actor
from db.references import References
from db.refused import Refused
from db.vocabulary import Role, Row, Sheet

_TOLD = 100
"""Records that a receipt tells of; of an import there are thousands."""
_DONE = {Action.ADDED: Done.ADDED, Action.CHANGED: Done.CHANGED, Action.REMOVED: Done.REMOVED}


def undo_last(session: Session, actor: Actor, role: Role, *, now: datetime) -> Receipt:
    """Takes back the newest batch of one's own that stands. Raises Refused `undo-nothing`."""
    last = history.last_batch(session, actor)
    if last is None:
        raise Refused("undo-nothing")
    return undo(session, actor, role, last.no, now=now)


def undo(session: Session, actor: Actor, role: Role, batch: int, *, now: datetime) -> Receipt:
    """Takes a batch back. Raises Refused `undo-not-yours` unless the role may undo it; and what history
    refuses.
    """
    found = history.batch_of(session, batch)
    if found is None:
        raise Refused("undo-unknown")
    own = found.actor.member is not None and found.actor.member == actor.member
    if not may(role, Act.UNDO_ANY) and not (own and may(role, Act.UNDO_OWN)):
        raise Refused("undo-not-yours")
    return receipt_of(session, history.undo(session, actor, batch, now=now), taken_back=True)


def receipt_of(session: Session, done: history.Receipt, *, taken_back: bool = False) -> Receipt:
    """What a call of the history changed, with each record as it now stands; of an import the first ones."""
    finder = References(session)
    saved = [one for one in done.saved if one.action is not Action.UNCHANGED]
    lines = tuple(
        Line(one.sheet, one.no, _word(one.action, taken_back=taken_back),
             _row(session, one, finder) if at < _TOLD else {})
        for at, one in enumerate(saved)
    )  # fmt: skip
    return Receipt(done.batch or 0, lines, undoable=done.batch is not None and not taken_back)


def _word(action: Action, *, taken_back: bool) -> Done:
    if taken_back and action is not Action.REMOVED:
        return Done.RESTORED
    return _DONE[action]


def _row(session: Session, saved: history.Saved, finder: References) -> Row:
    record = records.get(session, Sheet(saved.sheet), saved.no)
    return {} if record is None else records.row_of(saved.sheet, record, finder)
