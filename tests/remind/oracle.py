"""What must happen, found the slow way: day by day, with a calendar of days off and no other rule of ours."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from bot.remind.workdays import Office, is_working
from db.edtf import Edtf
from db.standing import standing
from db.vocabulary import Agreement

STEPS = {
    "end": (180, 90, 60, 30, 14, 7, 1, 0),
    "start": (90, 30, 14, 7, 1, 0),
    "submission": (30, 14, 7, 3, 1),
    "registration": (30, 14, 7, 3, 1),
}
WEEKS = 165
"""As many as the longest run of a test."""
AFTER = {
    "end": {f"end+{7 * week}": 7 * week for week in range(1, WEEKS)},
    "start": {"after+3": 3, "after+7": 7},
}
"""What follows when nobody decides, or records who took part."""


@cache
def ladder(kind: str, day: date, zone: str, hour: time) -> dict[str, datetime]:
    """Each step of the ladder to that day, and the moment it is due."""
    found, back = {}, 0
    for step, after in AFTER.get(kind, {}).items():
        found[step] = _moment(_working(date.fromordinal(day.toordinal() + after)), zone, hour)
    while back <= max(STEPS[kind]):
        if back in STEPS[kind]:
            found[f"{kind}-{back}"] = _moment(_working(day), zone, hour)
        day, back = _yesterday(day), back + 1
    return found


def _working(day: date) -> date:
    while not is_working(day, "UZ"):
        day = _yesterday(day)
    return day


def _yesterday(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _moment(day: date, zone: str, hour: time) -> datetime:
    year, month, number = day.timetuple()[:3]
    return datetime(year, month, number, hour.hour, hour.minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


_COUNTRIES = ("UZ", "DE", "US", "JP", "XX")
_ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")


def differing_calendar(dice: random.Random) -> str | None:
    """A day of a random organisation: its reminder's moment and a working day some way on, by walking."""
    day = date.fromordinal(dice.randrange(date(2015, 1, 1).toordinal(), date(2045, 1, 1).toordinal()))
    moved = frozenset(
        (date.fromordinal(day.toordinal() + dice.randrange(-9, 10)), worked)
        for worked in (True, False)
        for _ in range(dice.randrange(3))
    )
    week, country, zone = dice.choice((5, 6)), dice.choice(_COUNTRIES), dice.choice(_ZONES)
    office = Office(ZoneInfo(zone), time(dice.randrange(24), dice.randrange(60)), country, week, moved)
    back, ahead, wait = day, day, dice.randrange(1, 25)
    while not _works(back, office):
        back = _yesterday(back)
    for _ in range(wait):
        ahead = date.fromordinal(ahead.toordinal() + 1)
        while not _works(ahead, office):
            ahead = date.fromordinal(ahead.toordinal() + 1)
    due = office.moment_before(day).astimezone(ZoneInfo(zone))
    same = due.date() == back and office.after(day, wait) == ahead and office.between(day, ahead) == wait
    return None if same else f"{day} {office}"


def _works(day: date, office: Office) -> bool:
    """What was said of the day last holds; a day that is said to be both is worked."""
    said = {worked for which, worked in office.moved if which == day}
    return True in said or (not said and is_working(day, office.country, office.week))


def differing_renewal(dice: random.Random) -> str | None:
    """A term that renews itself, found on a random day by going from term to term, month by month."""
    end = date.fromordinal(dice.randrange(date(1992, 1, 1).toordinal(), date(2030, 1, 1).toordinal()))
    months, today = dice.randrange(1, 121), date.fromordinal(end.toordinal() + dice.randrange(-2000, 20000))
    term = Edtf.parse(f"1991-01-01/{end}")
    paper = Agreement(no=1, id="a1", partner=1, term=term, renews_months=months)
    last, times = end, 0
    while last < today:
        times += 1
        last = _months_on(end, months * times)
    found = standing(paper, today)
    same = (found.latest_end, found.renewals) == (last, times)
    return None if same else f"{end} every {months} months on {today}: {found.latest_end}, not {last}"


def _months_on(end: date, months: int) -> date:
    """The eve of the same day so many months later than the day after the end, one month at a time."""
    first = date.fromordinal(end.toordinal() + 1)
    year, month = first.year, first.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    day, after = first.day, date(year + (month == 12), month % 12 + 1, 1)
    longest = (after - date(year, month, 1)).days
    # Where the month has no such day, the term ends with the month.
    return _yesterday(date(year, month, day)) if day <= longest else date(year, month, longest)
