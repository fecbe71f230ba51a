"""Sets out what stands on somebody's desk: one look through all records that can be reminded of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bot.remind import cases, due
from bot.remind.agenda import Agenda, Away
from bot.remind.case import Case
from bot.remind.desk import Desk
from bot.remind.notice import WEEKLY, Goal, Ladder, Notice
from bot.rights import Act, may
from db import absences, events, partners
from db.edtf import Precision
from db.vocabulary import Event, Names, Role, Sheet

_SHEETS = (Sheet.AGREEMENTS, Sheet.EVENTS, Sheet.PROMISES)
_DAYS = frozenset(
    {Ladder.END, Ladder.NOTICE, Ladder.SUBMISSION, Ladder.REGISTRATION, Ladder.START, Ladder.PROMISE}
)
"""Ladders whose day is itself something that happens; the others prepare one, or ask."""


def of(session: Session, desk: Desk, days: int, people: Mapping[int, Role]) -> dict[int, Agenda]:
    """The next so many days, today among them, as each of these people may see them and is concerned."""
    last = desk.today + timedelta(days=days - 1)
    names = {partner.no: partner.names for partner in partners.every(session)}
    found = {
        person: _Found(desk, last, names) for person, role in people.items() if may(role, Act.SEE_REMINDERS)
    }
    for sheet in _SHEETS if found else ():
        for case in cases.every(session, sheet, desk.today):
            _look(case, desk, found)
    running, away = tuple(_running(session, desk.today)), tuple(_away(session, desk, last))
    nothing = _Found(desk, last, names)
    return {person: found.get(person, nothing).agenda(running, away) for person in people}


def _look(case: Case, desk: Desk, found: Mapping[int, _Found]) -> None:
    for goal in due.open_goals(case, desk.today, desk.rules):
        for person in desk.audience.of_case(case, goal) & found.keys():
            found[person].note(case, goal)


class _Found:
    """What one person is to be told."""

    def __init__(self, desk: Desk, last: date, names: Mapping[int, Names]) -> None:
        self.desk, self.last, self.names = desk, last, names
        self.comes: list[Notice] = []
        self.undecided: list[Notice] = []
        self.still: dict[int, Notice] = {}

    def note(self, case: Case, goal: Goal) -> None:
        """Of a draft that stands still the last of its days that has come."""
        if goal.ladder in _DAYS and self.desk.today <= goal.day <= self.last:
            self.comes.append(self._notice(case, goal))
        elif goal.ladder in WEEKLY and self._is_undecided(case, goal):
            self.undecided.append(self._notice(case, goal))
        elif goal.ladder is Ladder.STAGE and goal.day <= self.desk.today:
            self.still[case.record.no] = self._notice(case, goal)

    def agenda(self, running: tuple[Event, ...], away: tuple[Away, ...]) -> Agenda:
        """In the order in which it is told."""
        return Agenda(
            first=self.desk.today,
            last=self.last,
            comes=tuple(sorted(self.comes, key=lambda each: (each.goal.day, each.record.no))),
            undecided=tuple(sorted(self.undecided, key=lambda each: (each.goal.last, each.record.no))),
            still=tuple(sorted(self.still.values(), key=_since)),
            running=running,
            away=away,
        )

    def _is_undecided(self, case: Case, goal: Goal) -> bool:
        """It passed, somebody was told while it was to come, and it is not put off."""
        key = (goal.ladder.value, goal.day)
        until = case.put_off.get(key)
        return (
            goal.passed(self.desk.today) and key in case.witnessed and not (until and until > self.desk.today)
        )

    def _notice(self, case: Case, goal: Goal) -> Notice:
        partner = getattr(case.record, "partner", None)
        names = self.names.get(partner) if partner else None
        return Notice(case.record, goal, names, unknown=None, late=False, rows=(), over=True)


def _since(notice: Notice) -> tuple[date, int]:
    """Since when a draft has stood where it is."""
    return notice.goal.found.earliest if notice.goal.found else date.max, notice.record.no


def _running(session: Session, today: date) -> Iterator[Event]:
    """Events that have begun and are not over, as far as their days are known."""
    table = events.table.c
    for event in events.where(session, table.date_earliest < today, table.date_latest >= today):
        start = event.date.start if event.date else None
        if start and start.precision is Precision.DAY:
            yield event


def _away(session: Session, desk: Desk, last: date) -> Iterator[Away]:
    for leave in absences.current(session, desk.today):
        member, deputy = desk.audience.called(leave.member), desk.audience.called(leave.deputy)
        if member and leave.first <= last:
            yield Away(member.name, leave.first, leave.last, deputy.name if deputy else None)
