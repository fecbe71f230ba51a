"""From rungs to rows: what should be reminded of, set against what is written, in small transactions.

A row is never written twice for the same record, step, day and recipient. A date that moved arms its ladder
again; a reason that has gone withdraws what is still due; what has fallen due and was not sent stays until
it is told. A record entered late gets the rungs still to come and, at once, the last one that has passed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.remind import cases
from bot.remind.approving import remember_lead
from bot.remind.case import SHEETS, Case
from bot.remind.desk import Desk
from bot.remind.reconcile import Changes, reconcile
from db import notices, replan
from db.records import NOUNS
from db.vocabulary import Agreement, Sheet

CHUNK = 200
"""Records planned in one transaction: few enough that nobody waits long behind them."""


def waiting(session: Session, desk: Desk) -> bool:
    """Whether there is anything to plan or to send. Cheap, whatever the size of the registry."""
    first = notices.next_due(session)
    return (first is not None and first <= desk.now) or unplanned(session, desk)


def unplanned(session: Session, desk: Desk) -> bool:
    """Whether there is anything to plan."""
    return (
        replan.is_marked(session)
        or bool(notices.awake(session, desk.now, 1))
        or bool(notices.unswept(session, desk.basis, SHEETS))
    )


def some(session: Session, desk: Desk) -> None:
    """Plans the next few records: those that changed, then those whose time has come, then all the others."""
    subjects = replan.take(session, CHUNK) or notices.awake(session, desk.now, CHUNK)
    for sheet in SHEETS:
        nos = {no for of, no in subjects if of is sheet}
        if nos:
            records(session, desk, sheet, nos)
    if not subjects:
        _sweep(session, desk)


def _sweep(session: Session, desk: Desk) -> None:
    for sheet, upto in notices.unswept(session, desk.basis, SHEETS)[:1]:
        no = NOUNS[sheet].table.c.no
        nos = session.execute(sa.select(no).where(no > upto).order_by(no).limit(CHUNK)).scalars().all()
        if nos:
            records(session, desk, sheet, nos)
        notices.swept(session, sheet, desk.basis, max(nos) if len(nos) == CHUNK else None)


def records(session: Session, desk: Desk, sheet: Sheet, nos: Collection[int]) -> None:
    """Brings the rows of these records, gone ones included, in line with the facts."""
    found = cases.of(session, sheet, nos, desk.today)
    if sheet is Sheet.AGREEMENTS:
        related = _related(session, nos, found.values()) - set(nos)
        nos = {*nos, *related}
        found |= cases.of(session, sheet, related, desk.today)
    written = notices.of_records(session, sheet, nos)
    changes = Changes()
    for no in nos:
        reconcile(desk, found.get(no), written.get(no, []), changes)
    notices.add(session, changes.add)
    notices.rearm(session, changes.rearm)
    notices.withdraw(session, changes.withdraw)
    notices.watch(session, sheet, nos, changes.watch)
    if any(case.stages for case in found.values()):
        remember_lead(session)


def _related(session: Session, nos: Collection[int], found: Iterable[Case]) -> set[int]:
    """The agreements whose place these took, or used to take."""
    papers = [case.record for case in found]
    taken = {paper.replaces for paper in papers if isinstance(paper, Agreement) and paper.replaces}
    return taken | notices.succeeded_by(session, nos)
