"""Being away: until when, and who stands in."""

from __future__ import annotations

from datetime import timedelta

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
from bot.show.offices import AwayUntil, AwayWith, Here
from bot.show.reply import Reply
from bot.words import Words
from db import absences
from db.absences import Absence

_DAYS = (1, 3, 5, 10, 15, 20)
"""Working days that an absence can last, by a button."""


async def back(update: Update, ctx: Ctx, action: Here) -> None:
    """Here again."""
    await ctx.do(update, Act.DECIDE, come_back, action)


def status(turn: Turn, here: Desk) -> Reply:
    """Whether this person is away, and the days until which they can be."""
    mine = next((a for a in absences.current(turn.session, here.today) if a.member == turn.person.id), None)
    deputy = here.audience.find(mine.deputy) if mine and mine.deputy else None
    eve = here.today - timedelta(days=1)
    days = [here.office.after(eve, working) for working in _DAYS]
    return shown.status(mine.last if mine else None, deputy.name if deputy else None, days, turn.words)


def ask_deputy(turn: Turn, settings: Settings, action: AwayUntil) -> Reply:
    """Everybody who may decide, but for whoever leaves."""
    here = desk.at(turn.session, settings, turn.now)
    if action.last < here.today:
        raise UserFault("button-old")
    return shown.whom(action.last, _able(here, turn.person.id), turn.words)


def leave(turn: Turn, settings: Settings, action: AwayWith) -> Reply:
    """From today on; the deputy is told."""
    here = desk.at(turn.session, settings, turn.now)
    able = dict(_able(here, turn.person.id))
    if action.last < here.today or (action.person and action.person not in able):
        raise UserFault("button-old")
    deputy = action.person or None
    absences.put(turn.session, Absence(turn.person.id, here.today, action.last, deputy))
    if deputy:
        member = here.audience.find(deputy)
        words = Words((member.language if member else None) or turn.default_language)
        tell(turn.session, deputy, shown.asked(turn.person.name, action.last, words), turn.now)
    return shown.noted(action.last, able.get(action.person), turn.words)


def come_back(turn: Turn, _action: Here) -> Reply:
    """Reminders come to this person again."""
    absences.clear(turn.session, turn.person.id)
    return shown.back(turn.words)


def _able(here: Desk, person: int) -> list[tuple[int, str]]:
    able = (member for member in here.audience.members if may(member.role, Act.DECIDE))
    return sorted(((each.id, each.name) for each in able if each.id != person), key=lambda each: each[1])


HANDLERS = [doing(Act.DECIDE, ask_deputy, AwayUntil), doing(Act.DECIDE, leave, AwayWith), Pressed(back, Here)]
