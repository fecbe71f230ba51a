"""The list of events."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import events as shown
from bot.show.buttons import Events
from bot.show.reply import Place, Reply
from db import events


async def every(update: Update, ctx: Ctx) -> None:
    """/events"""
    await ctx.do(update, Act.SEE_LISTS, listing, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Events) -> None:
    """Another page of them."""
    await ctx.do(update, Act.SEE_LISTS, listing, action.page, Place.PRESSED)


def listing(turn: Turn, page: int, place: Place) -> Reply:
    """What is on and what comes next first."""
    may_log = may(turn.person.role, Act.LOG)
    return shown.listing(events.every(turn.session), page, turn.today, turn.words, place, may_log=may_log)


HANDLERS = [CommandHandler("events", every, filters.ChatType.PRIVATE), Pressed(turn_page, Events)]
