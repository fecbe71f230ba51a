"""What no other handler took: an old button and an unknown command are answered as such, anything else is
passed over in silence.
"""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, TypeHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.rights import Act
from bot.show import front
from bot.show.reply import Reply


async def old_button(update: Update, ctx: Ctx) -> None:
    """A button of an earlier version, or one that somebody made up."""
    await ctx.do(update, Act.ASK, say_old)


async def unknown_command(update: Update, ctx: Ctx) -> None:
    """A command that there is not."""
    message = update.effective_message
    await ctx.do(update, Act.ASK, say_unknown, ((message and message.text) or "").split()[0])


async def pass_over(update: Update, ctx: Ctx) -> None:
    """Stickers, service messages, channels: nobody's business."""
    await ctx.pass_over(update)


def say_old(turn: Turn) -> Reply:
    """Always refuses."""
    raise UserFault("button-old")


def say_unknown(turn: Turn, command: str) -> Reply:
    """Names the commands that may have been meant, and where all of them stand."""
    return front.unknown_command(command, turn.person.role, turn.words)


HANDLERS = [
    CallbackQueryHandler(old_button),
    MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, unknown_command),
    TypeHandler(Update, pass_over),
]
