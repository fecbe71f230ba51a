"""The diary as a calendar file."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.report.keeping import diary
from bot.rights import Act
from bot.show import calendars
from bot.show.reply import Reply


async def calendar(update: Update, ctx: Ctx) -> None:
    """/calendar"""
    await ctx.draw(update, Act.SEE_LISTS, coming)


def coming(turn: Turn) -> Callable[[], Reply]:
    """What ends, is due or happens from today on, ready to be written."""
    entries, now, words = diary(turn.session, turn.today), turn.now, turn.words
    return lambda: calendars.calendar(entries, now, words)


HANDLERS = [CommandHandler("calendar", calendar, filters.ChatType.PRIVATE)]
