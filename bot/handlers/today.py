"""One's day: what is due, what waits for a decision, what is on, who is away."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.remind import desk, outlook
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import agenda as shown
from bot.show.reply import Reply

DAYS = 7


async def today(update: Update, ctx: Ctx) -> None:
    """/today"""
    await ctx.do(update, Act.SEE_LISTS, day, ctx.deps.settings)


def day(turn: Turn, settings: Settings) -> Reply:
    """Today and the days after it, as this person is concerned."""
    here = desk.at(turn.session, settings, turn.now)
    person = turn.person
    agenda = outlook.of(turn.session, here, DAYS, {person.id: person.role})[person.id]
    may_decide = may(turn.person.role, Act.DECIDE)
    works = here.office.works(here.today)
    return shown.today(agenda, turn.zone, turn.words, works=works, may_decide=may_decide)


HANDLERS = [CommandHandler("today", today, filters.ChatType.PRIVATE)]
