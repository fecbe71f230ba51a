"""One record's rungs against its written rows: what to add, arm again, withdraw; when to look again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.remind import due
from bot.remind.desk import Desk
from bot.remind.notice import Rung, sheet_of
from db.notices import Reminder, State, Watch
from db.vocabulary import Agreement, Event

_SOON = timedelta(hours=1)


@dataclass(slots=True)
class Changes:
    """What is to be written, gathered over many records."""

    add: list[Reminder] = field(default_factory=list)
    rearm: list[Reminder] = field(default_factory=list)
    withdraw: list[int] = field(default_factory=list)
    watch: list[Watch] = field(default_factory=list)


def reconcile(
    desk: Desk,
    record: Agreement | Event | None,
    written: Sequence[Reminder],
    successor: int | None,
    changes: Changes,
) -> None:
    """Adds to `changes` what brings the record's rows in line with the facts. `record` None = it is gone."""
    if record is None:
        changes.withdraw += [row.no for row in written if row.state is State.DUE]
        return
    one = _Reconciling(desk, record, written, changes, succeeded=successor is not None)
    one.rows()
    one.watch(successor)


def still_true(desk: Desk, record: Agreement | Event, row: Reminder, *, succeeded: bool) -> Rung | None:
    """The rung that a row was written for, if the facts say so; of a past day, if they did then."""
    as_of = min(desk.today, row.day)
    found = due.rungs(record, as_of, desk.office, succeeded=succeeded)
    return next((rung for rung in found if rung.step == row.step and rung.goal.day == row.day), None)


class _Reconciling:
    """One record at one desk."""

    def __init__(
        self,
        desk: Desk,
        record: Agreement | Event,
        written: Sequence[Reminder],
        changes: Changes,
        *,
        succeeded: bool,
    ) -> None:
        self.desk, self.record, self.succeeded, self.changes = desk, record, succeeded, changes
        self.rungs = due.rungs(record, desk.today, desk.office, succeeded=succeeded)
        self.helpful = {rung.step for rung in due.still_helpful(self.rungs, desk.now, desk.today).values()}
        self.written = {(row.step, row.recipient): row for row in written}
        # Who joins later is not told what the others already know.
        self.told = {(row.step, row.day) for row in written if row.state is State.QUEUED}
        self.held = False

    def rows(self) -> None:
        people = sorted(self.desk.audience.of_record(self.record)) if self.rungs or self.written else ()
        for rung in self.rungs:
            for person in people:
                self._row(rung, person, self.written.pop((rung.step, person), None))
        self.changes.withdraw += [row.no for row in self.written.values() if row.state is State.DUE]

    def watch(self, successor: int | None) -> None:
        day = due.look_again(self.record, self.desk.today)
        again = self.desk.office.moment(day) if day else None
        if self.held:
            again = self.desk.now + _SOON
        if again or successor:
            sheet = sheet_of(self.record)
            self.changes.watch.append(Watch(sheet, self.record.no, again, successor))

    def _row(self, rung: Rung, person: int, row: Reminder | None) -> None:
        coming = rung.at > self.desk.now
        late = rung.step in self.helpful and (rung.step, rung.goal.day) not in self.told
        wanted = Reminder(
            sheet=sheet_of(self.record),
            subject=self.record.no,
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
        elif row.day == rung.goal.day and row.state is not State.WITHDRAWN:
            # Overdue and late rows keep the moment they have: they go out at the next chance.
            if row.state is State.DUE and row.at > self.desk.now and row.at != rung.at:
                self.changes.rearm.append(wanted)
        elif self._overdue(row):
            self.held = True
        elif coming or late:
            self.changes.rearm.append(wanted)
        elif row.state is State.DUE:
            self.changes.withdraw.append(row.no)

    def _overdue(self, row: Reminder) -> bool:
        """It fell due for a reason that held on its day, and nobody has been told yet."""
        fell_due = row.state is State.DUE and row.at <= self.desk.now
        return fell_due and still_true(self.desk, self.record, row, succeeded=self.succeeded) is not None
