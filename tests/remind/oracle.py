"""What must happen, found the slow way: day by day, with a calendar of days off and no other rule of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.remind.workdays import is_working

STEPS = {
    "end": (180, 90, 60, 30, 14, 7, 1, 0),
    "start": (90, 30, 14, 7, 1, 0),
    "submission": (30, 14, 7, 3, 1),
    "registration": (30, 14, 7, 3, 1),
}
WEEKS = 70
"""As many as the longest run of a test."""
AFTER = {
    "end": {f"end+{7 * week}": 7 * week for week in range(1, WEEKS)},
    "start": {"after+3": 3, "after+7": 7},
}
"""What follows when nobody decides, or records who took part."""


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
