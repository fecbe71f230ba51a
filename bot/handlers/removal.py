"""Taking a record out: staff their own, managers any; with a question before and Undo after."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.links import LinksIn, sheet_of, shown_as
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.pressed import Pressed
from bot.record import removal
from bot.rights import Act
from bot.show import drafts as receipts
from bot.show import removal as shown
from bot.show.handling import Delete
from bot.show.reply import Reply


async def delete(update: Update, ctx: Ctx, action: Delete) -> None:
    """🗑 under a card, and its confirmation."""
    await ctx.do(update, Act.DELETE_OWN, take_out, action)


def take_out(turn: Turn, action: Delete) -> Reply:
    """Asks first; refuses with the list of those that refer to the record."""
    sheet = sheet_of(action.letter)
    Sight(turn).check(sheet, action.no)
    removal.check(turn.session, turn.actor, turn.person.role, sheet, action.no)
    links, record = LinksIn(turn.session), shown_as(turn.session, sheet, action.no, None)
    others = removal.others(turn.session, sheet, action.no)
    if others:
        speaking = [shown_as(turn.session, *other, None) for other in others]
        return shown.in_use(record, speaking, links, turn.words, action)
    if not action.sure:
        parts = len(removal.parts(turn.session, sheet, action.no))
        return shown.ask_if_sure(record, parts, links, turn.words, replace(action, sure=True))
    done = removal.remove(turn.session, turn.actor, turn.person.role, sheet, action.no, now=turn.now)
    return receipts.receipt(done, turn.words, drafts.names_of(turn))


HANDLERS = [Pressed(delete, Delete)]
