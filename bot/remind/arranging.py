"""How this organisation reminds, as it is set in the chat: read from what people write, kept, tried out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.faults import UserFault
from bot.language.stages import called
from bot.remind import approving, cases, due
from bot.remind.case import Case
from bot.remind.desk import CALENDAR, HOUR, LADDERS, WEEK, Desk
from bot.remind.ladder import Rules
from bot.remind.notice import Ladder, Rung
from bot.remind.preview import preview
from db import ladders, office, replan
from db.vocabulary import Sheet

EDITABLE = (
    Ladder.END, Ladder.NOTICE, Ladder.STAGE, Ladder.SUBMISSION, Ladder.REGISTRATION, Ladder.VISA,
    Ladder.TRAVEL, Ladder.START, Ladder.AFTER, Ladder.EDITION, Ladder.SHIPMENT, Ladder.PROMISE,
)  # fmt: skip
"""Ladders whose days can be chosen; the others speak on one day of their own."""
AFTERWARDS = frozenset({Ladder.AFTER, Ladder.SHIPMENT})
"""Ladders whose days are counted from their day on."""
AHEAD = 90
"""Days that a try-out looks ahead."""
_MOST_RUNGS, _LONGEST = 10, 730
_WRITTEN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def days_of(ladder: Ladder, text: str) -> tuple[int, ...]:
    """The days of a ladder as people write them: "90, 30, 7, 0". Raises UserFault for anything else."""
    parts = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    good = all(part.isascii() and part.isdigit() and int(part) <= _LONGEST for part in parts)
    if not parts or not good or len(parts) > _MOST_RUNGS:
        raise UserFault("setting-ladder", most=_MOST_RUNGS, longest=_LONGEST)
    days = sorted({int(part) for part in parts}, reverse=True)
    if ladder is Ladder.STAGE:
        return tuple(sorted(days))
    return tuple(-day for day in reversed(days) if day) if ladder in AFTERWARDS else tuple(days)


def written(days: Sequence[int]) -> str:
    """The same as text."""
    return ",".join(str(abs(day)) for day in days)


def hour_of(text: str) -> time:
    """An hour as people write it: 9:30. Raises UserFault for anything else."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise UserFault("setting-hour")
    return time(int(found[1]), int(found[2]))


def day_of(text: str) -> date:
    """A day as people write it: 20.03.2027. Raises UserFault for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    try:
        return (
            date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text.strip())
        )
    except ValueError:
        raise UserFault("setting-day") from None


def stages_of(text: str) -> tuple[str, ...]:
    """The stages of an approval, one a line; what is known by name is called by it. Raises UserFault for
    nothing, or too much.
    """
    names = tuple(dict.fromkeys(called(line.strip()) for line in text.splitlines() if line.strip()))
    if not 0 < len(names) <= _MOST_RUNGS or any(len(name) > 120 for name in names):
        raise UserFault("setting-stages", most=_MOST_RUNGS)
    return names


def set_week(session: Session, days: int) -> None:
    """Raises UserFault for a week that nobody has."""
    if days not in {5, 6}:
        raise UserFault("button-old")
    office.put(session, WEEK, days)


def set_hour(session: Session, hour: time) -> None:
    """Reminders go out at that hour from now on."""
    office.put(session, HOUR, f"{hour:%H:%M}")


def move_day(session: Session, day: date, worked: bool | None) -> None:  # noqa: FBT001 — three answers
    """Makes it a working day or a day off; None: as the calendar has it."""
    moved = dict(office.every(session).get(CALENDAR, {}))
    moved.pop(day.isoformat(), None)
    if worked is not None:
        moved[day.isoformat()] = worked
    office.put(session, CALENDAR, moved or None)


def set_stages(session: Session, names: Sequence[str] | None) -> None:
    """Drafts go through these; None: through those that the program comes with."""
    office.put(session, approving.TEMPLATE, list(names) if names else None)


def set_ladder(session: Session, ladder: Ladder, days: tuple[int, ...] | None) -> None:
    """For every record that has none of its own; None: as it comes."""
    chosen = dict(office.every(session).get(LADDERS, {}))
    chosen.pop(ladder.value, None)
    if days is not None:
        chosen[ladder.value] = list(days)
    office.put(session, LADDERS, chosen or None)


def set_own(session: Session, sheet: Sheet, no: int, ladder: Ladder, days: tuple[int, ...] | None) -> None:
    """For one record; None: as for all of its kind."""
    ladders.put(session, sheet, no, ladder.value, days)
    replan.mark(session, [(sheet, no)])


def tried(
    session: Session, here: Desk, ladder: Ladder, days: tuple[int, ...], sheet: Sheet | None, no: int
) -> list[tuple[datetime, Case, Rung]]:
    """What would fall due from now on with that ladder: of every record, or of one."""
    if sheet is None:
        rules = replace(here.rules, ladders={**here.rules.ladders, ladder: days})
        coming = preview(session, replace(here, rules=rules), here.today, AHEAD)
        return [(each.at, each.case, each.rung) for each in coming if each.rung.goal.ladder is ladder]
    case = cases.of(session, sheet, [no], here.today).get(no)
    return _of_one(here, replace(case, own=((ladder.value, days),)), ladder) if case else []


def current(here: Desk, ladder: Ladder, case: Case | None) -> tuple[int, ...]:
    """The days of the ladder as they stand: of that record, or of every one."""
    return here.rules.days(ladder, case) if case else here.rules.ladders[ladder]


def _of_one(here: Desk, case: Case, ladder: Ladder) -> list[tuple[datetime, Case, Rung]]:
    found = due.rungs(case, here.today, here.rules)
    return [(each.at, case, each) for each in found if each.goal.ladder is ladder and each.at > here.now]


def special_days(rules: Rules, today: date) -> list[tuple[date, bool]]:
    """The days of the next months that are not what their weekday says, and whether they are worked."""
    hours = rules.office
    days = (today + timedelta(days=ahead) for ahead in range(AHEAD))
    return [(day, hours.works(day)) for day in days if hours.works(day) != (day.weekday() < hours.week)]
