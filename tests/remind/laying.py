"""Rungs of records that stand in no registry."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.remind import due
from bot.remind.case import Case, Subject
from bot.remind.ladder import Rules
from bot.remind.notice import Rung
from bot.remind.workdays import Office


def rungs(record: Subject, as_of: date, office: Office, **surroundings: Any) -> tuple[Rung, ...]:
    """As the facts stand on that day, with these surroundings."""
    return due.rungs(Case(record, as_of, **surroundings), as_of, Rules(office))


def look_again(record: Subject, as_of: date, office: Office) -> date | None:
    return due.look_again(Case(record, as_of), as_of, Rules(office))
