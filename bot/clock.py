"""The only reader of system time. Everything else receives `now` or `today` as a value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Gives the present moment as an aware datetime in UTC."""


def system_clock() -> datetime:
    """The machine's own clock."""
    return datetime.now(UTC)


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """The calendar day that people in `zone` are living at the moment `now`."""
    return now.astimezone(zone).date()
