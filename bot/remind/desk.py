"""The moment when reminders are planned or sent: the hour, the calendar, and the people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.metadata import version

from sqlalchemy.orm import Session

from bot.remind.ladder import LADDERS
from bot.remind.recipients import Audience
from bot.remind.workdays import Office
from bot.settings import Settings
from db import members


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a plan rests on besides the records themselves."""

    office: Office
    audience: Audience
    now: datetime

    @property
    def today(self) -> date:
        """The day in the organisation's zone."""
        return self.office.day(self.now)

    @property
    def basis(self) -> str:
        """A text that changes whenever the same records would be planned otherwise: a newer calendar, too."""
        return f"{self.office}|{_standing_rules()}|{self.audience.basis()}"


def at(session: Session, settings: Settings, now: datetime) -> Desk:
    """The desk of this organisation at that moment, with the members of this transaction."""
    office = Office(settings.zone, settings.remind_at, settings.country)
    return Desk(office, Audience.of(members.every(session)), now)


@cache
def _standing_rules() -> str:
    steps = {ladder.value: days for ladder, days in LADDERS.items()}
    return f"{steps}|holidays {version('holidays')}"
