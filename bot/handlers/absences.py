"""Being away: until when, and who stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from telegram import Update

from bot.chat.context import Ctx
from bot.chat.say import tell
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed, doing
from bot.remind import desk
from bot.remind.desk import Desk
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import absences as shown
from bot.show.absences import Away
from bot.show.offices import AwayFrom, AwayLater, AwayUntil, AwayWith, Here
from bot.show.reply import Reply
from bot.words import Words
from db import absences, history
from db.absences import Leave
from db.vocabulary import Row, Sheet

_DAYS = (1, 3, 5, 10, 15, 20)
"""Working days that an absence can last, by a button."""
_AHEAD = (1, 2, 3, 5, 10, 15, 20, 40)
"""Working days until an absence can begin, by a button."""


async def back(update: Update, ctx: Ctx, action: Here) -> None:
    """Here again."""
    await ctx.do(update, Act.DECIDE, come_back, ctx.deps.settings, action)


def status(turn: Turn, here: Desk) -> Reply:
    """Whether this person is away or soon will be, and the days until which they can be."""
    mine = next(iter(_own(turn, here)), None)
    if mine is None:
        return shown.present(here.today, _last_days(here, here.today), turn.words)
    deputy = here.audience.called(mine.deputy)
    return shown.noted(Away(mine.first, mine.last, here.today, deputy.name if deputy else None), turn.words)


def ask_first(turn: Turn, settings: Settings, _action: AwayLater) -> Reply:
    """From which working day on."""
    here = desk.at(turn.session, settings, turn.now)
    days = [here.office.after(here.today, working) for working in _AHEAD]
    return shown.whence(days, turn.words)


def ask_last(turn: Turn, settings: Settings, action: AwayFrom) -> Reply:
    """Until which."""
    here = desk.at(turn.session, settings, turn.now)
    if action.first < here.today:
        raise UserFault("button-old")
    return shown.until(action.first, _last_days(here, action.first), turn.words)


def ask_deputy(turn: Turn, settings: Settings, action: AwayUntil) -> Reply:
    """Everybody who may decide, but for whoever leaves."""
    here = desk.at(turn.session, settings, turn.now)
    away = _span(here, action)
    return shown.whom(away, _able(here, turn.person.id), turn.words)


def leave(turn: Turn, settings: Settings, action: AwayWith) -> Reply:
    """It is noted; the deputy is told."""
    here = desk.at(turn.session, settings, turn.now)
    able, away = dict(_able(here, turn.person.id)), _span(here, action)
    if action.person and action.person not in able:
        raise UserFault("button-old")
    deputy = action.person or None
    _note(turn, here, [_row(turn.person.id, away, deputy)])
    if deputy:
        member = here.audience.find(deputy)
        words = Words((member.language if member else None) or turn.default_language)
        tell(turn.session, deputy, shown.asked(turn.person.name, away, words), turn.now)
    return shown.noted(replace(away, deputy=able.get(action.person)), turn.words)


def _span(here: Desk, action: AwayUntil | AwayWith) -> Away:
    """From the day chosen, or today where that has passed meanwhile. Raises UserFault where all of it has."""
    first = max(action.first, here.today)
    if action.last < first:
        raise UserFault("button-old")
    return Away(first, action.last, here.today)


def _last_days(here: Desk, first: date) -> list[date]:
    eve = first - timedelta(days=1)
    return [here.office.after(eve, working) for working in _DAYS]


def come_back(turn: Turn, settings: Settings, _action: Here) -> Reply:
    """Reminders come to this person again."""
    _note(turn, desk.at(turn.session, settings, turn.now), [])
    return shown.back(turn.words)


def _note(turn: Turn, here: Desk, rows: Sequence[Row]) -> None:
    """In place of all that is noted of this person from today on."""
    old = [(Sheet.ABSENCES, each.no) for each in _own(turn, here)]
    history.save(turn.session, turn.actor, rows, now=turn.now, without=old)


def _own(turn: Turn, here: Desk) -> Iterator[Leave]:
    for each in absences.current(turn.session, here.today):
        member = here.audience.called(each.member)
        if member and member.id == turn.person.id:
            yield each


def _row(person: int, away: Away, deputy: int | None) -> Row:
    """By their Telegram ids: two may bear one name, and names change."""
    date = f"{away.first}" if away.first == away.last else f"{away.first}/{away.last}"
    row: Row = {"sheet": Sheet.ABSENCES, "member": str(person), "date": date}
    return {**row, "deputy": str(deputy)} if deputy else row


def _able(here: Desk, person: int) -> list[tuple[int, str]]:
    able = (member for member in here.audience.members if may(member.role, Act.DECIDE))
    return sorted(((each.id, each.name) for each in able if each.id != person), key=lambda each: each[1])


HANDLERS = [
    doing(Act.DECIDE, ask_first, AwayLater),
    doing(Act.DECIDE, ask_last, AwayFrom),
    doing(Act.DECIDE, ask_deputy, AwayUntil),
    doing(Act.DECIDE, leave, AwayWith),
    Pressed(back, Here),
]
