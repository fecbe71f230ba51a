"""Ourselves: who keeps the registry, shown among the settings and corrected as a record is."""

from __future__ import annotations

from telegram import Update

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.links import shown_as
from bot.chat.turn import Turn
from bot.handlers.log import hold
from bot.handlers.pressed import Pressed
from bot.record import dialogue
from bot.rights import Act
from bot.show import settings as shown
from bot.show.offices import EditOurselves
from bot.show.reply import Reply
from db import ourselves
from db.vocabulary import Sheet


async def edit(update: Update, ctx: Ctx, _action: EditOurselves) -> None:
    """✏️ under who we are."""
    await ctx.do(update, Act.EDIT_ANY, open_form)


def status(turn: Turn) -> Reply:
    """Who we are."""
    return shown.ourselves(shown_as(turn.session, Sheet.OURSELVES, ourselves.NO, None).row, turn.words)


def open_form(turn: Turn) -> Reply:
    """Its form, filled in: a draft like any other."""
    draft = dialogue.edited(turn.session, Sheet.OURSELVES, ourselves.NO, drafts.reading(turn), turn.now)
    return hold(turn, draft)


HANDLERS = [Pressed(edit, EditOurselves)]
