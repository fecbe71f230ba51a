"""From rungs to rows: what should be reminded of, set against what is written, in small transactions.

A row is never written twice for the same record, step and recipient. A date that moved arms its rows again;
a reason that has gone withdraws what is still due; what has fallen due and was not sent stays until it is
told. A record entered late gets the rungs still to come and, at once, the last one that has passed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.remind.desk import Desk
from bot.remind.reconcile import Changes, reconcile
from db import agreements, events, notices, replan
from db.vocabulary import Agreement, AgreementState, Event, Sheet

CHUNK = 200
"""Records planned in one transaction: few enough that nobody waits long behind them."""
SHEETS = (Sheet.AGREEMENTS, Sheet.EVENTS)
_TABLES = {Sheet.AGREEMENTS: agreements.table, Sheet.EVENTS: events.table}


def waiting(session: Session, desk: Desk) -> bool:
    """Whether there is anything to plan or to send. Cheap, whatever the size of the registry."""
    first = notices.next_due(session)
    return (first is not None and first <= desk.now) or unplanned(session, desk)


def unplanned(session: Session, desk: Desk) -> bool:
    """Whether there is anything to plan."""
    return (
        replan.is_marked(session)
        or bool(notices.awake(session, desk.now, 1))
        or any(notices.sweep(session, sheet, desk.basis) is not None for sheet in SHEETS)
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
    for sheet in SHEETS:
        upto = notices.sweep(session, sheet, desk.basis)
        if upto is None:
            continue
        no = _TABLES[sheet].c.no
        nos = session.execute(sa.select(no).where(no > upto).order_by(no).limit(CHUNK)).scalars().all()
        if nos:
            records(session, desk, sheet, nos)
        notices.swept(session, sheet, desk.basis, max(nos) if len(nos) == CHUNK else None)
        return


def records(session: Session, desk: Desk, sheet: Sheet, nos: Collection[int]) -> None:
    """Brings the rows of these records, gone ones included, in line with the facts."""
    found, successors = facts(session, sheet, nos)
    if sheet is Sheet.AGREEMENTS:
        related = _related(session, nos, found.values()) - set(nos)
        more, their = facts(session, sheet, related)
        nos, found, successors = {*nos, *related}, {**found, **more}, {**successors, **their}
    written = notices.of_records(session, sheet, nos)
    changes = Changes()
    for no in nos:
        reconcile(desk, found.get(no), written.get(no, []), successors.get(no), changes)
    notices.add(session, changes.add)
    notices.rearm(session, changes.rearm)
    notices.withdraw(session, changes.withdraw)
    notices.watch(session, sheet, nos, changes.watch)


def facts(
    session: Session, sheet: Sheet, nos: Collection[int]
) -> tuple[Mapping[int, Agreement | Event], Mapping[int, int]]:
    """The records that exist, by number, and of agreements the one that has taken each one's place."""
    if not nos:
        return {}, {}
    if sheet is Sheet.EVENTS:
        return {event.no: event for event in events.where(session, events.table.c.no.in_(nos))}, {}
    papers = agreements.where(session, agreements.table.c.no.in_(nos))
    return {paper.no: paper for paper in papers}, successors(session, agreements.table.c.replaces.in_(nos))


def successors(session: Session, *conditions: sa.ColumnElement[bool]) -> dict[int, int]:
    """Of agreements in whose place another stands, the other. A draft takes nothing's place yet."""
    later = agreements.where(session, agreements.table.c.replaces.is_not(None), *conditions)
    return {
        paper.replaces: paper.no
        for paper in later
        if paper.replaces and paper.state is not AgreementState.DRAFT
    }


def _related(session: Session, nos: Collection[int], found: Iterable[Agreement | Event]) -> set[int]:
    """The agreements whose place these took, or used to take."""
    taken = {paper.replaces for paper in found if isinstance(paper, Agreement) and paper.replaces}
    return taken | notices.succeeded_by(session, nos)
