"""A person edits their own message: it is read again, and what it says otherwise is offered."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.hearing import to_us
from bot.chat.turn import Turn
from bot.handlers.log import hold
from bot.record import retelling
from bot.rights import Act, may
from bot.show.reply import Reply, Said


async def edited(update: Update, ctx: Ctx) -> None:
    """An edited message."""
    said = to_us(update, ctx)
    if said:
        await ctx.do(update, Act.ASK, retold, said)
    else:
        await ctx.pass_over(update)


def retold(turn: Turn, text: str) -> Said | tuple[Said, ...] | None:
    """The draft put right where it is still under way, else the difference to what was saved from it."""
    message = turn.incoming.message
    if message is None or not may(turn.person.role, Act.LOG):
        return None
    held, known = drafts.under_way(turn), drafts.reading(turn)
    if held is not None and held.draft.message == message:
        return drafts.show(turn, retelling.amended(turn.session, held, text, known, turn.now))
    source = (turn.incoming.chat, message, text, known, turn.now)
    draft, gone = retelling.retold(turn.session, *source), retelling.untold(turn.session, *source)
    if draft is None:
        return None
    said = tuple(drafts.untold(turn, sheet, no) for sheet, no in gone)
    if not draft.to_save:
        return said or Reply(turn.words("retold-same"))
    return *said, Reply(turn.words("retold")), hold(turn, draft)


HANDLERS = [MessageHandler(filters.TEXT & ~filters.COMMAND & filters.UpdateType.EDITED_MESSAGE, edited)]
