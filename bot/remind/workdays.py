"""The organisation's hours: working days, the hour of reminders, and when it is too late to write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

ON_TIME = timedelta(hours=1)
"""A reminder this much after its moment is still on time; later it must wait for daytime."""
_DAY = timedelta(days=1)
_MORNING, _NOON, _EVENING = time(9), time(12), time(21)


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when the organisation works. `country` names the calendar of its holidays."""

    zone: ZoneInfo
    remind_at: time
    country: str = "UZ"

    def day(self, now: datetime) -> date:
        """The calendar day people are living at the moment `now`."""
        return now.astimezone(self.zone).date()

    def moment(self, day: date) -> datetime:
        """The hour of reminders on that day, in UTC; an hour that clocks skip falls just after the gap."""
        return datetime.combine(day, self.remind_at, self.zone).astimezone(UTC)

    def moment_before(self, day: date) -> datetime:
        """The hour of reminders on the working day that is `day`, or else the last one before it."""
        return _moment_before(self, day)

    def daytime(self, now: datetime) -> bool:
        """Whether a message that comes late may disturb people at the moment `now`.

        The day of reminders begins at their own hour, so that what is late joins what is due in one message.
        """
        begins = self.remind_at if time(6) <= self.remind_at <= _NOON else _MORNING
        return begins <= now.astimezone(self.zone).time() < _EVENING


@lru_cache(maxsize=4096)
def _moment_before(office: Office, day: date) -> datetime:
    """Many records share their days, and a calendar is slow to ask."""
    return office.moment(working_day(day, office.country))


def working_day(day: date, country: str) -> date:
    """`day` itself when people work on it, else the nearest working day before (five-day week, holidays)."""
    while not is_working(day, country):
        day -= _DAY
    return day


def is_working(day: date, country: str) -> bool:
    """Whether offices work on that day, a Saturday worked in exchange for a day off included."""
    calendar = _calendar(country)
    # An empty calendar is a calendar: it fills itself year by year.
    return day.weekday() < 5 if calendar is None else calendar.is_working_day(day)


@cache
def _calendar(country: str) -> HolidayBase | None:
    """None for a country whose holidays nobody has collected: then only weekends are off."""
    from holidays import country_holidays

    try:
        return country_holidays(country)
    except NotImplementedError:
        return None
