"""What the registry lacks, and where to put it right."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.report.gaps import Gap
from bot.report.lacking import lacking
from bot.rights import Act, may
from bot.show import gaps as shown
from bot.show.buttons import Gaps, GapsOf
from bot.show.reply import Place, Reply


async def gaps(update: Update, ctx: Ctx) -> None:
    """/gaps"""
    await ctx.do(update, Act.SEE_LISTS, overview, Place.NEW)


async def back(update: Update, ctx: Ctx, _action: Gaps) -> None:
    """Back from a list."""
    await ctx.do(update, Act.SEE_LISTS, overview, Place.PRESSED)


async def open_list(update: Update, ctx: Ctx, action: GapsOf) -> None:
    """The records of one kind."""
    await ctx.do(update, Act.SEE_LISTS, listing, action)


def overview(turn: Turn, place: Place) -> Reply:
    """How many records have each gap that this person may know of."""
    found = {gap: len(lacking(turn.session, gap, turn.today).records) for gap in Gap if _may_know(turn, gap)}
    may_log = may(turn.person.role, Act.LOG)
    return shown.overview(found, turn.today, turn.words, place, may_log=may_log)


def listing(turn: Turn, action: GapsOf) -> Reply:
    """A page of them; back to the overview where the last one was filled meanwhile."""
    if not _may_know(turn, action.gap):
        raise UserFault("button-old")
    result = lacking(turn.session, action.gap, turn.today)
    if not result.records:
        return overview(turn, Place.PRESSED)
    return shown.listing(action.gap, result, action.page, turn.words)


def _may_know(turn: Turn, gap: Gap) -> bool:
    return gap is not Gap.CONTACT or Sight(turn).contacts


HANDLERS = [
    CommandHandler("gaps", gaps, filters.ChatType.PRIVATE),
    Pressed(back, Gaps),
    Pressed(open_list, GapsOf),
]
