"""One record's rungs against its written rows: what to add, arm again, withdraw; when to look again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.remind import due
from bot.remind.case import Case, sheet_of
from bot.remind.desk import Desk
from bot.remind.notice import Rung
from db.notices import Reminder, State, Watch


@dataclass(slots=True)
class Changes:
    """What is to be written, gathered over many records."""

    add: list[Reminder] = field(default_factory=list)
    rearm: list[Reminder] = field(default_factory=list)
    withdraw: list[int] = field(default_factory=list)
    watch: list[Watch] = field(default_factory=list)


def reconcile(desk: Desk, case: Case | None, written: Sequence[Reminder], changes: Changes) -> None:
    """Adds to `changes` what brings the record's rows in line with the facts. `case` None = it is gone."""
    if case is None:
        changes.withdraw += [row.no for row in written if row.state is State.DUE]
        return
    one = _Reconciling(desk, case, written, changes)
    one.rows()
    one.watch()


def still_true(desk: Desk, case: Case, row: Reminder) -> Rung | None:
    """The rung that a row was written for, if the facts say so; of a past day, if they did then."""
    return _rung(desk, case, row.step, row.day, desk.today) or _rung(
        desk, case, row.step, row.day, min(desk.today, row.day)
    )


def _rung(desk: Desk, case: Case, step: str, day: date, as_of: date) -> Rung | None:
    rungs = due.rungs(case, as_of, desk.rules)
    found = (*rungs, *_echoes(desk, case, rungs))
    return next((rung for rung in found if rung.step == step and rung.goal.day == day), None)


def _echoes(desk: Desk, case: Case, rungs: Sequence[Rung]) -> tuple[Rung, ...]:
    """Only where somebody answers for the matter by name."""
    return tuple(due.echoes(rungs, case, desk.rules)) if desk.audience.in_charge(case) else ()


class _Reconciling:
    """One record at one desk."""

    def __init__(self, desk: Desk, case: Case, written: Sequence[Reminder], changes: Changes) -> None:
        self.desk, self.case, self.changes = desk, case, changes
        rungs = due.rungs(case, desk.today, desk.rules)
        helpful = due.still_helpful(rungs, desk.now, desk.today, case.acted)
        self.helpful = {(rung.step, rung.goal.day) for rung in helpful.values()}
        late = {(row.step, row.day) for row in written if row.late}
        echoes = _echoes(desk, case, rungs)
        # What came late was told when the next one was near: nobody is pressed for an answer to it.
        self.rungs = (*rungs, *(each for each in echoes if (each.of, each.goal.day) not in late))
        self.written = {(row.step, row.day, row.recipient): row for row in written}
        # Who joins later is not told what the others already know.
        self.told = {(row.step, row.day) for row in written if row.state is State.QUEUED}

    def rows(self) -> None:
        for rung in self.rungs:
            for person in sorted(self.desk.audience.of_rung(self.case, rung)):
                self._row(rung, person, self.written.pop((rung.step, rung.goal.day, person), None))
        everybody = self.desk.audience.of_case(self.case) if self.written else ()
        for row in self.written.values():
            if row.state is State.DUE and not (row.recipient in everybody and self._overdue(row)):
                self.changes.withdraw.append(row.no)

    def watch(self) -> None:
        day = due.look_again(self.case, self.desk.today, self.desk.rules)
        again = self.desk.office.moment(day) if day else None
        successor = self.case.successor
        if again or successor:
            sheet = sheet_of(self.case.record)
            self.changes.watch.append(Watch(sheet, self.case.record.no, again, successor))

    def _row(self, rung: Rung, person: int, row: Reminder | None) -> None:
        coming = rung.at > self.desk.now
        key = (rung.step, rung.goal.day)
        late = key in self.helpful and key not in self.told
        wanted = Reminder(
            sheet=sheet_of(self.case.record),
            subject=self.case.record.no,
            step=rung.step,
            recipient=person,
            day=rung.goal.day,
            at=rung.at,
            late=not coming,
            no=row.no if row else 0,
        )
        if row is None:
            if coming or late:
                self.changes.add.append(wanted)
        elif row.state is State.WITHDRAWN:
            if coming or late:
                self.changes.rearm.append(wanted)
        # Overdue and late rows keep the moment they have: they go out at the next chance.
        elif row.state is State.DUE and row.at > self.desk.now and row.at != rung.at:
            self.changes.rearm.append(wanted)

    def _overdue(self, row: Reminder) -> bool:
        """It fell due for a reason that held on its day, and nobody has been told yet."""
        return row.at <= self.desk.now and still_true(self.desk, self.case, row) is not None
