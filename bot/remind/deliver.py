"""What goes out now: the due rows whose facts and rights still hold, gathered into one digest a person.

Nothing goes out before its moment, and nothing is too old to go out: what an outage held back is told on
return, a last warning that came too late as what it is. What is late waits for daytime and, unless it
presses, for the next day's digest where this day's has gone. What falls in the last days stands alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.remind import approving, cases
from bot.remind.case import DATING, SHEETS, Case
from bot.remind.desk import Desk
from bot.remind.notice import Digest, Echo, Ladder, Notice, Rung, step_of
from bot.remind.reconcile import still_true
from bot.remind.workdays import ON_TIME
from bot.rights import Act, may
from db import approvals, history, notices, partners, replan
from db.notices import Reminder
from db.vocabulary import Names, Sheet

PRESSING = 7
"""Days before its day from which on something is told in a message of its own."""
_FEW = 3
"""More of them at once are a list."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A due row, the record it is about, and the rung it was written for."""

    row: Reminder
    case: Case
    rung: Rung


@dataclass(frozen=True, slots=True)
class _Known:
    """What the lines of all digests need: the partners' names, and the days that stages usually take."""

    names: Mapping[int, Names]
    usual: Mapping[str, int]
    dated: Mapping[tuple[Sheet, int], datetime]
    """When the days of what comes late were recorded."""


def collect(session: Session, desk: Desk) -> tuple[Digest, ...]:
    """The digests to send now; the caller puts each into the outbox and queues its rows, in this transaction.

    Rows whose reason or whose recipient's right has gone are withdrawn on the way, and their records thought
    over again.
    """
    due = notices.due(session, desk.now)
    on_time = all(_is_on_time(desk, row) for row in due)
    heard = () if on_time else notices.heard(session, desk.office.midnight(desk.today))
    rows = [row for row in due if _may_go(desk, row, heard)]
    true = _still_true(session, desk, rows)
    told = {fact.row.no for fact in true}
    untrue = [row for row in rows if row.no not in told]
    notices.withdraw(session, [row.no for row in untrue])
    replan.mark(session, [(row.sheet, row.subject) for row in untrue])
    known = _known(session, desk, true)
    people: defaultdict[int, list[_Fact]] = defaultdict(list)
    for fact in true:
        people[fact.row.recipient].append(fact)
    return tuple(
        digest for person, facts in people.items() for digest in _digests(desk, person, facts, known)
    )


def holds(session: Session, desk: Desk, rows: list[Reminder]) -> bool:
    """Whether all of a message that was worded from these rows is still true, and still for its reader."""
    return len(_still_true(session, desk, rows)) == len(rows)


def _may_go(desk: Desk, row: Reminder, heard: Collection[int]) -> bool:
    if _is_on_time(desk, row):
        return True
    return desk.office.daytime(desk.now) and (row.recipient not in heard or _is_pressing(row, desk.today))


def _is_on_time(desk: Desk, row: Reminder) -> bool:
    return not row.late and desk.now - row.at <= ON_TIME


def _is_pressing(row: Reminder, today: date) -> bool:
    ladder, _ = step_of(row.step)
    return not ladder.looks_back and 0 <= (row.day - today).days <= PRESSING


def _still_true(session: Session, desk: Desk, rows: list[Reminder]) -> list[_Fact]:
    true = []
    for sheet in SHEETS:
        mine = [row for row in rows if row.sheet is sheet]
        found = cases.of(session, sheet, {row.subject for row in mine}, desk.today) if mine else {}
        for row in mine:
            case = found.get(row.subject)
            rung = still_true(desk, case, row) if case else None
            if case and rung and row.recipient in desk.audience.of_rung(case, rung):
                true.append(_Fact(row, case, rung))
    return true


def _known(session: Session, desk: Desk, facts: list[_Fact]) -> _Known:
    nos = {no for fact in facts if (no := getattr(fact.case.record, "partner", None))}
    found = partners.where(session, partners.table.c.no.in_(nos)) if nos else ()
    stands = any(fact.rung.goal.ladder is Ladder.STAGE for fact in facts)
    usual = approving.usual_days(approvals.every(session), desk.office) if stands else {}
    return _Known({partner.no: partner.names for partner in found}, usual, _dated(session, facts))


def _dated(session: Session, facts: list[_Fact]) -> dict[tuple[Sheet, int], datetime]:
    late: defaultdict[Sheet, set[int]] = defaultdict(set)
    for fact in facts:
        if fact.row.late:
            late[fact.row.sheet].add(fact.row.subject)
    return {
        (sheet, no): batch.at
        for sheet, nos in late.items()
        for no, batch in history.last_changes(session, sheet, nos, DATING).items()
    }


def _digests(desk: Desk, person: int, facts: list[_Fact], known: _Known) -> Iterator[Digest]:
    """The day's digest, then what presses, each alone; what was held back or entered late is one message."""
    whole = _digest(desk, person, facts, known)
    alone = [each for each in whole.notices if each.goal.presses(desk.today, PRESSING) and not each.late]
    if whole.away or len(alone) > _FEW:
        alone = []
    if rest := tuple(each for each in whole.notices if each not in alone):
        yield replace(whole, notices=rest)
    for each in alone:
        yield replace(whole, notices=(each,), alone=True)


def _digest(desk: Desk, person: int, facts: list[_Fact], known: _Known) -> Digest:
    member = desk.audience.find(person)
    alerted = member is not None and may(member.role, Act.RECEIVE_ALERTS)
    lines: defaultdict[tuple[Sheet, int, str, date], list[_Fact]] = defaultdict(list)
    for fact in facts:
        lines[fact.row.sheet, fact.row.subject, fact.rung.goal.ladder, fact.row.day].append(fact)
    found = [_notice(desk, line, known, alerted=alerted) for line in lines.values()]
    found.sort(key=lambda notice: (notice.urgency, notice.goal.day, notice.goal.last, notice.record.no))
    return Digest(
        member=person,
        language=member.language if member else None,
        today=desk.today,
        notices=tuple(found),
        away=_away(desk, facts),
    )


def _notice(desk: Desk, line: list[_Fact], known: _Known, *, alerted: bool) -> Notice:
    """Several rungs of one ladder make one line: the days left are the same for all of them."""
    case, goal = line[0].case, line[0].rung.goal
    partner = getattr(case.record, "partner", None)
    return Notice(
        record=case.record,
        goal=goal,
        partner=known.names.get(partner) if partner else None,
        unknown=desk.audience.unknown(case.record) if alerted else None,
        late=all(_is_late(fact, known) for fact in line),
        rows=tuple(fact.row.no for fact in line),
        over=all(fact.rung.days < 0 for fact in line),
        usual=known.usual.get(goal.stage) if goal.stage else None,
        echo=_echo(line),
        answers=answers.name if (answers := desk.audience.answers(case)) else None,
    )


def _is_late(fact: _Fact, known: _Known) -> bool:
    """Its day was recorded when this warning was overdue. A rung that was added since, or armed again when a
    decision was taken back, comes late as well, but not for that reason.
    """
    dated = known.dated.get((fact.row.sheet, fact.row.subject))
    return fact.row.late and dated is not None and dated > fact.rung.at


def _echo(line: list[_Fact]) -> Echo | None:
    """Where one of the rungs speaks for the first time, nothing is said again."""
    echoes = [fact.rung.echo for fact in line]
    return max((echo for echo in echoes if echo), default=None) if all(echoes) else None


def _away(desk: Desk, facts: list[_Fact]) -> date | None:
    held = [fact.row.at for fact in facts if not fact.row.late and desk.now - fact.row.at > ON_TIME]
    return desk.office.day(min(held)) if held else None
