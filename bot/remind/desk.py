"""The moment when reminders are planned or sent: the hour, the calendar, the ladders, and the people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.metadata import version
from typing import Any

from sqlalchemy.orm import Session

from bot.remind import ladder
from bot.remind.approving import LEAD
from bot.remind.ladder import Rules
from bot.remind.notice import Ladder
from bot.remind.recipients import Audience
from bot.remind.workdays import Office
from bot.settings import Settings
from db import absences, members, office

WEEK, CALENDAR, HOUR, LADDERS = "week", "calendar", "hour", "ladders"
"""The names of what is set in the chat; `db.office` says what each holds."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a plan rests on besides the records themselves."""

    rules: Rules
    audience: Audience
    now: datetime

    @property
    def office(self) -> Office:
        """The hours and days of the organisation."""
        return self.rules.office

    @property
    def today(self) -> date:
        """The day in the organisation's zone."""
        return self.office.day(self.now)

    @property
    def basis(self) -> str:
        """A text that changes whenever the same records would be planned otherwise: a newer calendar, too."""
        hours = self.office
        moved = sorted(f"{day}={worked}" for day, worked in hours.moved)
        ladders = {name.value: days for name, days in self.rules.ladders.items()}
        when = f"{hours.zone.key} {hours.remind_at} {hours.country} {hours.week} {moved}"
        return f"{when}|{ladders}|{self.rules.lead}|{_calendar()}|{self.audience.basis()}"


def at(session: Session, settings: Settings, now: datetime) -> Desk:
    """The desk of this organisation at that moment, with the members of this transaction."""
    wanted = rules(office.every(session), settings)
    today = wanted.office.day(now)
    away = [each for each in absences.current(session, today) if each.first <= today]
    return Desk(wanted, Audience.of(members.every(session), away), now)


def rules(chosen: dict[str, Any], settings: Settings) -> Rules:
    """What was set in the chat, over what the settings and the defaults say."""
    moved = frozenset((date.fromisoformat(day), bool(on)) for day, on in chosen.get(CALENDAR, {}).items())
    hour = time.fromisoformat(chosen[HOUR]) if HOUR in chosen else settings.remind_at
    hours = Office(settings.zone, hour, settings.country, chosen.get(WEEK, 5), moved)
    own = {Ladder(name): tuple(days) for name, days in chosen.get(LADDERS, {}).items()}
    return Rules(hours, {**ladder.LADDERS, **own}, chosen.get(LEAD, 0))


@cache
def _calendar() -> str:
    return f"holidays {version('holidays')}"
