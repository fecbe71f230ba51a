"""Decisions about what falls due: who may make one, what it changes besides, and how it is taken back.

A decision is about one day of one ladder of a record, and is kept with who made it and when. What it changes
in the registry goes through the history, and is taken back with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.remind import approving, cases
from bot.remind.case import SHEETS, Case, sheet_of
from bot.remind.desk import Desk
from bot.remind.goals import goals
from bot.remind.notice import Goal, Ladder
from bot.rights import Act, may
from db import decisions, history, notices, replan
from db.decisions import SETTLING, Decision
from db.history import Actor
from db.standing import standing
from db.vocabulary import Agreement, Decided, Promise, Role, Row, Sheet


@dataclass(frozen=True, slots=True)
class Matter:
    """One day of one ladder of a record, and what has been decided about it, oldest first."""

    case: Case
    goal: Goal
    made: tuple[Decision, ...]

    @property
    def settled(self) -> Decision | None:
        """The decision after which there is nothing left to decide."""
        return next((each for each in reversed(self.made) if each.kind in SETTLING), None)


def matter(session: Session, desk: Desk, sheet: Sheet, no: int, ladder: Ladder, day: date) -> Matter | None:
    """None where the facts no longer lead to that day."""
    case = cases.of(session, sheet, [no], desk.today).get(no) if sheet in SHEETS else None
    if case is None:
        return None
    goal = next(
        (found for found in _goals(desk, case, day) if (found.ladder, found.day) == (ladder, day)), None
    )
    made = decisions.of_records(session, sheet, [no]).get(no, [])
    return Matter(case, goal, tuple(each for each in made if each.is_of(ladder, day))) if goal else None


def _goals(desk: Desk, case: Case, day: date) -> tuple[Goal, ...]:
    """As the facts stand today, and as they stood on a day that has passed."""
    return (*goals(case, desk.today, desk.rules), *goals(case, min(desk.today, day), desk.rules))


def may_decide(desk: Desk, case: Case, person: int, role: Role) -> bool:
    """Managers decide anything; staff what they answer for, or stand in for."""
    return may(role, Act.DECIDE_ANY) or (may(role, Act.DECIDE) and person in _seeing_to(desk, case))


def _seeing_to(desk: Desk, case: Case) -> frozenset[int]:
    answers = desk.audience.answers(case)
    return desk.audience.in_charge(case) | ({answers.id} if answers else frozenset())


def decide(
    session: Session,
    of: Matter,
    kind: Decided,
    actor: Actor,
    now: datetime,
    today: date,
    *,
    until: date | None = None,
    given: int | None = None,
) -> Decision:
    """Writes it down with what it changes; the record's reminders are thought over at the next tick."""
    record = of.case.record
    rows = _changed(session, of, kind, today)
    batch = history.save(session, actor, rows, now=now).batch if rows else None
    decision = Decision(
        sheet=sheet_of(record),
        subject=record.no,
        ladder=of.goal.ladder.value,
        day=of.goal.day,
        kind=kind,
        member=actor.member or 0,
        name=actor.name,
        at=now,
        until=until,
        given=given,
        batch=batch,
    )
    replan.mark(session, [(decision.sheet, decision.subject)])
    return decisions.add(session, decision)


def take_back(session: Session, decision: Decision, actor: Actor, now: datetime) -> None:
    """Raises Refused where what it changed has been changed since, or was undone already."""
    batch = history.batch_of(session, decision.batch) if decision.batch else None
    if batch is not None and batch.undone_by is None:
        history.undo(session, actor, batch.no, now=now)
    decisions.undo(session, decision.no, actor.name, now)
    replan.mark(session, [(decision.sheet, decision.subject)])


def told(session: Session, decision: Decision) -> frozenset[int]:
    """Everybody who was reminded of what was decided, but for who decided it."""
    rows = notices.of_records(session, decision.sheet, [decision.subject]).get(decision.subject, [])
    people = {
        row.recipient
        for row in rows
        if row.day == decision.day
        and row.state is notices.State.QUEUED
        and row.step.startswith(decision.ladder)
    }
    return frozenset(people - {decision.member})


def _changed(session: Session, of: Matter, kind: Decided, today: date) -> list[Row]:
    """What the decision itself says about the record."""
    record = of.case.record
    match kind, record:
        case Decided.DONE, Promise():
            return [{"sheet": Sheet.PROMISES.value, "no": record.no, "done": today.isoformat()}]
        case Decided.DECLINED, Agreement():
            # Once notice is given, the term that runs is the last.
            term = standing(record, min(today, of.goal.day)).end
            row: Row = {"sheet": Sheet.AGREEMENTS.value, "no": record.no, "ended": str(term)}
            return [row] if term else []
        case Decided.MOVED, Agreement():
            return approving.moved_on(record, of.case.stages, approving.template(session), today)
    return []
