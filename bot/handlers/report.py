"""The report of a year: read in one go, written while nobody waits, then sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.report.accounting import account
from bot.rights import Act
from bot.show import report as shown
from bot.show.buttons import Report
from bot.show.reply import Reply

_EARLIEST = 1900


async def report(update: Update, ctx: Ctx) -> None:
    """/report, perhaps with the year."""
    if ctx.argument:
        await ctx.draw(update, Act.REPORT, partial(written, wanted=ctx.argument))
    else:
        await ctx.do(update, Act.REPORT, lambda turn: shown.which(turn.today.year, turn.words))


async def chosen(update: Update, ctx: Ctx, action: Report) -> None:
    """The year was chosen."""
    await ctx.draw(update, Act.REPORT, partial(written, wanted=str(action.year)))


def written(turn: Turn, wanted: str) -> Callable[[], Reply]:
    """The report, ready to be written."""
    year = account(turn.session, _year(wanted, turn.today.year), turn.today)
    words = turn.words
    return lambda: shown.report(year, words)


def _year(wanted: str, latest: int) -> int:
    if not (wanted.isascii() and wanted.isdigit() and _EARLIEST <= int(wanted[:5]) <= latest):
        raise UserFault("report-year", latest=str(latest))
    return int(wanted)


HANDLERS = [CommandHandler("report", report, filters.ChatType.PRIVATE), Pressed(chosen, Report)]
