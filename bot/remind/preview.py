"""What will fall due in a stretch of days, read from the facts alone: it plans nothing and sends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.remind import due, plan
from bot.remind.desk import Desk
from bot.remind.notice import Coming, Rung, sheet_of
from db import agreements, events, notices, partners
from db.notices import State
from db.vocabulary import Agreement, Event


def preview(session: Session, desk: Desk, first: date, days: int) -> tuple[Coming, ...]:
    """The rungs that go out on `days` days from `first` on, by moment.

    Unless `first` is still to come, also what is late by then and goes out at once, if nobody has been told.
    """
    most = (date.max - first).days
    stretch = _Stretch(session, desk, first, first + timedelta(days=max(0, min(days, most))))
    found = [coming for record in _records(session) for coming in stretch.of_record(record)]
    return tuple(sorted(found, key=lambda each: (each.at, each.record.no, each.rung.days)))


def as_json(coming: Iterable[Coming], zone: ZoneInfo) -> list[dict[str, Any]]:
    """The preview in the form that programs read."""
    return [
        {
            "at": each.at.astimezone(zone).isoformat(),
            "subject": {"sheet": sheet_of(each.record).value, "id": each.record.id},
            "step": each.rung.step,
            "day": each.rung.goal.day.isoformat(),
            "counted_from": each.rung.goal.counted_from,
            "recipients": list(each.recipients),
            "late": each.late,
        }
        for each in coming
    ]


def _records(session: Session) -> Iterator[Agreement | Event]:
    yield from agreements.every(session)
    yield from events.every(session)


class _Stretch:
    """The days of a preview, `first` to the one before `end`, and what is looked up once for all records."""

    def __init__(self, session: Session, desk: Desk, first: date, end: date) -> None:
        self.session, self.desk, self.first, self.end = session, desk, first, end
        self.names = {partner.no: partner.names for partner in partners.every(session)}
        self.succeeded = plan.successors(session)

    def of_record(self, record: Agreement | Event) -> Iterator[Coming]:
        office = self.desk.office
        opening = office.moment(self.first)
        found = self._rungs(record)
        for rung in found:
            if self.first <= office.day(rung.at) < self.end:
                yield self._coming(record, rung, rung.at, late=False)
        if self.first <= self.desk.today and self.first < self.end:
            for rung in due.still_helpful(found, opening, self.first).values():
                if office.day(rung.at) < self.first and not self._told(record, rung):
                    yield self._coming(record, rung, opening, late=True)

    def _rungs(self, record: Agreement | Event) -> tuple[Rung, ...]:
        """Also those of the terms that follow within the stretch."""
        succeeded = isinstance(record, Agreement) and record.no in self.succeeded
        found: dict[tuple[str, date], Rung] = {}
        as_of: date | None = self.first
        while as_of is not None and as_of < self.end:
            for rung in due.rungs(record, as_of, self.desk.office, succeeded=succeeded):
                found[rung.step, rung.goal.day] = rung
            as_of = due.look_again(record, as_of)
        return tuple(found.values())

    def _told(self, record: Agreement | Event, rung: Rung) -> bool:
        rows = notices.of_records(self.session, sheet_of(record), [record.no]).get(record.no, [])
        return any(
            row.state is State.QUEUED and row.step == rung.step and row.day == rung.goal.day for row in rows
        )

    def _coming(self, record: Agreement | Event, rung: Rung, at: datetime, *, late: bool) -> Coming:
        partner = self.names.get(record.partner) if isinstance(record, Agreement) else None
        return Coming(record, partner, rung, at, self.desk.audience.named(record), late)
