"""What goes out now: the due rows whose facts and rights still hold, gathered into one digest a person.

Nothing goes out before its moment, and nothing is too old to go out: what an outage held back is told on
return, a last warning that came too late as what it is. What is late waits for daytime.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bot.remind import plan
from bot.remind.desk import Desk
from bot.remind.notice import Digest, Notice, Rung
from bot.remind.reconcile import still_true
from bot.remind.workdays import ON_TIME
from bot.rights import Act, may
from db import notices, partners
from db.notices import Reminder
from db.vocabulary import Agreement, Event, Names, Sheet


@dataclass(frozen=True, slots=True)
class _Fact:
    """A due row, the record it is about, and the rung it was written for."""

    row: Reminder
    record: Agreement | Event
    rung: Rung


def collect(session: Session, desk: Desk) -> tuple[Digest, ...]:
    """The digests to send now; the caller puts each into the outbox and queues its rows, in this transaction.

    Rows whose reason or whose recipient's right has gone are withdrawn on the way.
    """
    rows = [row for row in notices.due(session, desk.now) if _may_go(desk, row)]
    true = _still_true(session, desk, rows)
    notices.withdraw(session, {row.no for row in rows} - {fact.row.no for fact in true})
    names = _partners(session, true)
    people: defaultdict[int, list[_Fact]] = defaultdict(list)
    for fact in true:
        people[fact.row.recipient].append(fact)
    return tuple(_digest(desk, person, facts, names) for person, facts in people.items())


def _may_go(desk: Desk, row: Reminder) -> bool:
    on_time = not row.late and desk.now - row.at <= ON_TIME
    return on_time or desk.office.daytime(desk.now)


def _still_true(session: Session, desk: Desk, rows: list[Reminder]) -> list[_Fact]:
    true = []
    for sheet in plan.SHEETS:
        mine = [row for row in rows if row.sheet is sheet]
        found, successors = plan.facts(session, sheet, {row.subject for row in mine})
        for row in mine:
            record = found.get(row.subject)
            if record is None or row.recipient not in desk.audience.of_record(record):
                continue
            rung = still_true(desk, record, row, succeeded=record.no in successors)
            if rung is not None:
                true.append(_Fact(row, record, rung))
    return true


def _partners(session: Session, facts: list[_Fact]) -> Mapping[int, Names]:
    nos = {fact.record.partner for fact in facts if isinstance(fact.record, Agreement)}
    found = partners.where(session, partners.table.c.no.in_(nos)) if nos else ()
    return {partner.no: partner.names for partner in found}


def _digest(desk: Desk, person: int, facts: list[_Fact], names: Mapping[int, Names]) -> Digest:
    member = desk.audience.find(person)
    alerted = member is not None and may(member.role, Act.RECEIVE_ALERTS)
    lines: defaultdict[tuple[Sheet, int, str, date], list[_Fact]] = defaultdict(list)
    for fact in facts:
        lines[fact.row.sheet, fact.row.subject, fact.rung.goal.ladder, fact.row.day].append(fact)
    found = [_notice(desk, line, names, alerted=alerted) for line in lines.values()]
    found.sort(key=lambda notice: (notice.goal.day, notice.goal.last, notice.record.no))
    return Digest(
        member=person,
        language=member.language if member else None,
        today=desk.today,
        notices=tuple(found),
        away=_away(desk, facts),
    )


def _notice(desk: Desk, line: list[_Fact], names: Mapping[int, Names], *, alerted: bool) -> Notice:
    """Several rungs of one ladder make one line: the days left are the same for all of them."""
    record, goal = line[0].record, line[0].rung.goal
    return Notice(
        record=record,
        goal=goal,
        partner=names.get(record.partner) if isinstance(record, Agreement) else None,
        unknown=desk.audience.unknown(record) if alerted else None,
        late=all(fact.row.late for fact in line),
        rows=tuple(fact.row.no for fact in line),
    )


def _away(desk: Desk, facts: list[_Fact]) -> date | None:
    held = [fact.row.at for fact in facts if not fact.row.late and desk.now - fact.row.at > ON_TIME]
    return desk.office.day(min(held)) if held else None
