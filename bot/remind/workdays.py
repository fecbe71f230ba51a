"""The organisation's hours: working days, the hour of reminders, and when it is too late to write."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

ON_TIME = timedelta(hours=1)
"""A reminder this much after its moment is still on time; later it must wait for daytime."""
_DAY = timedelta(days=1)
_MORNING, _NOON, _EVENING = time(9), time(12), time(21)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when the organisation works.

    `country` names the calendar of its holidays, `week` says of how many days its week is (5 or 6), and
    `moved` are the days that were made days off or working days, as pairs of a day and whether it is worked.
    """

    zone: ZoneInfo
    remind_at: time
    country: str = "UZ"
    week: int = 5
    moved: frozenset[tuple[date, bool]] = frozenset()

    def day(self, now: datetime) -> date:
        """The calendar day people are living at the moment `now`."""
        return now.astimezone(self.zone).date()

    def moment(self, day: date) -> datetime:
        """The hour of reminders on that day, in UTC: the first of it where clocks repeat it, just after a gap
        that swallows it.
        """
        return datetime.combine(day, self.remind_at.replace(fold=0), self.zone).astimezone(UTC)

    def midnight(self, day: date) -> datetime:
        """When that day begins, in UTC."""
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def moment_before(self, day: date) -> datetime:
        """The hour of reminders on the working day that is `day`, or else the last one before it."""
        return _moment_before(self, day)

    def works(self, day: date) -> bool:
        """Whether people here work on that day."""
        if (day, True) in self.moved or (day, False) in self.moved:
            return (day, True) in self.moved
        return is_working(day, self.country, self.week)

    def after(self, day: date, days: int) -> date:
        """The working day so many working days after `day`; `day` itself is not counted."""
        while days > 0:
            day += _DAY
            days -= self.works(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days have passed after `first`, up to `last` and with it."""
        return sum(self.works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    def daytime(self, now: datetime) -> bool:
        """Whether a message that comes late may disturb people at the moment `now`.

        The day of reminders begins at their own hour, so that what is late joins what is due in one message.
        """
        begins = self.remind_at if time(6) <= self.remind_at <= _NOON else _MORNING
        return begins <= now.astimezone(self.zone).time() < _EVENING


@lru_cache(maxsize=4096)
def _moment_before(office: Office, day: date) -> datetime:
    """Many records share their days, and a calendar is slow to ask."""
    while not office.works(day):
        day -= _DAY
    return office.moment(day)


@lru_cache(maxsize=4096)
def is_working(day: date, country: str, week: int = 5) -> bool:
    """Whether offices with a week of so many days work on that day, by the country's calendar alone.

    In a week of five days that includes a Saturday worked in exchange for a day off. In a week of six days a
    holiday moves to the next working day only where it meets a Sunday.
    """
    calendar = _calendar(country, observed=week == 5)
    # An empty calendar is a calendar: it fills itself year by year.
    if calendar is None:
        return day.weekday() < week
    if week == 5:
        return calendar.is_working_day(day)
    return day.weekday() != _SUNDAY and day not in calendar and not _makes_up(day, calendar)


def _makes_up(day: date, calendar: HolidayBase) -> bool:
    """Whether it is the first working day after a Sunday that was a holiday."""
    before = day - _DAY
    while before.weekday() != _SUNDAY and before in calendar:
        before -= _DAY
    return before.weekday() == _SUNDAY and before in calendar


@cache
def _calendar(country: str, *, observed: bool) -> HolidayBase | None:
    """None for a country whose holidays nobody has collected: then only weekends are off."""
    from holidays import country_holidays

    _leave_countries_closed()
    try:
        return country_holidays(country, observed=observed)
    except NotImplementedError:
        return None


def _leave_countries_closed() -> None:
    """Opening the library's folder of countries would import all of them, 300 files and 17 MB; unopened, it
    still gives the one that is asked for.
    """
    if (folder := find_spec("holidays.countries")) and folder.name not in sys.modules:
        sys.modules[folder.name] = module_from_spec(folder)
