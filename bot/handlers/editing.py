"""Correcting a record: its form, filled in, as a draft that is saved like any other."""

from __future__ import annotations

from telegram import Update

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.links import sheet_of
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.log import hold
from bot.handlers.pressed import Pressed
from bot.record import dialogue
from bot.rights import Act
from bot.show.handling import Edit
from bot.show.reply import Reply
from db.columns import PRIVATE


async def edit(update: Update, ctx: Ctx, action: Edit) -> None:
    """✏️ under a card."""
    await ctx.do(update, Act.LOG, open_form, action)


def open_form(turn: Turn, action: Edit) -> Reply:
    """Whether what is changed may be changed is asked when it is saved; what may not be seen is left out."""
    sheet, sight = sheet_of(action.letter), Sight(turn)
    sight.check(sheet, action.no)
    hidden = frozenset() if sight.contacts else PRIVATE
    draft = dialogue.edited(turn.session, sheet, action.no, drafts.reading(turn), turn.now, hidden)
    return hold(turn, draft)


HANDLERS = [Pressed(edit, Edit)]
