"""What will fall due in a stretch of days, read from the facts alone: it plans nothing and sends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.remind import cases, due
from bot.remind.case import SHEETS, Case, sheet_of
from bot.remind.desk import Desk
from bot.remind.notice import Coming, Rung
from db import notices, partners
from db.notices import State


def preview(session: Session, desk: Desk, first: date, days: int) -> tuple[Coming, ...]:
    """The rungs that go out on `days` days from `first` on, by moment.

    Unless `first` is still to come, also what is late by then and goes out at once, if nobody has been told.
    """
    most = (date.max - first).days
    stretch = _Stretch(session, desk, first, first + timedelta(days=max(0, min(days, most))))
    every = (case for sheet in SHEETS for case in cases.every(session, sheet, desk.today))
    found = [coming for case in every for coming in stretch.of_case(case)]
    return tuple(sorted(found, key=lambda each: (each.at, each.record.no, each.rung.days)))


def as_json(coming: Iterable[Coming], zone: ZoneInfo) -> list[dict[str, Any]]:
    """The preview in the form that programs read."""
    return [
        {
            "at": each.at.astimezone(zone).isoformat(),
            "subject": {"sheet": sheet_of(each.case.record).value, "id": each.case.record.id},
            "step": each.rung.step,
            "day": each.rung.goal.day.isoformat(),
            "counted_from": each.rung.goal.counted_from,
            "recipients": list(each.recipients),
            "late": each.late,
        }
        for each in coming
    ]


class _Stretch:
    """The days of a preview, `first` to the one before `end`, and what is looked up once for all records."""

    def __init__(self, session: Session, desk: Desk, first: date, end: date) -> None:
        self.session, self.desk, self.first, self.end = session, desk, first, end
        self.names = {partner.no: partner.names for partner in partners.every(session)}

    def of_case(self, case: Case) -> Iterator[Coming]:
        office = self.desk.office
        opening = office.moment(self.first)
        found = self._rungs(case)
        for rung in found:
            if self.first <= office.day(rung.at) < self.end:
                yield self._coming(case, rung, rung.at, late=False)
        if self.first <= self.desk.today and self.first < self.end:
            for rung in due.still_helpful(found, opening, self.first, case.acted).values():
                if office.day(rung.at) < self.first and not self._told(case, rung):
                    yield self._coming(case, rung, opening, late=True)

    def _rungs(self, case: Case) -> tuple[Rung, ...]:
        """Also those of the terms, years and weeks that follow within the stretch."""
        found: dict[tuple[str, date], Rung] = {}
        as_of: date | None = self.first
        while as_of is not None and as_of < self.end:
            for rung in due.rungs(case, as_of, self.desk.rules):
                found[rung.step, rung.goal.day] = rung
            as_of = due.look_again(case, as_of, self.desk.rules)
        return tuple(found.values())

    def _told(self, case: Case, rung: Rung) -> bool:
        sheet, no = sheet_of(case.record), case.record.no
        rows = notices.of_records(self.session, sheet, [no]).get(no, [])
        return any(
            row.state is State.QUEUED and row.step == rung.step and row.day == rung.goal.day for row in rows
        )

    def _coming(self, case: Case, rung: Rung, at: datetime, *, late: bool) -> Coming:
        partner = getattr(case.record, "partner", None)
        named = self.desk.audience.named(case, rung.goal)
        return Coming(case, self.names.get(partner) if partner else None, rung, at, named, late)
