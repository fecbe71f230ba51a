"""What no other handler took: an old button is answered as such, anything else is passed over in silence."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, TypeHandler

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.rights import Act
from bot.show.reply import Reply


async def old_button(update: Update, ctx: Ctx) -> None:
    """A button of an earlier version, or one that somebody made up."""
    await ctx.do(update, Act.ASK, say_old)


async def pass_over(update: Update, ctx: Ctx) -> None:
    """Stickers, service messages, channels: nobody's business."""
    await ctx.pass_over(update)


def say_old(turn: Turn) -> Reply:
    """Always refuses."""
    raise UserFault("button-old")


HANDLERS = [CallbackQueryHandler(old_button), TypeHandler(Update, pass_over)]
