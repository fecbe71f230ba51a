"""`@bot shanghai` in any chat: cards to drop into it, for members only."""

from __future__ import annotations

from telegram import Update
from telegram.ext import InlineQueryHandler

from bot.ask.finding import find
from bot.chat.context import Ctx
from bot.chat.links import LinksIn, shown_as
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.rights import Act
from bot.show.inline import offered
from bot.show.lines import SHEETS
from bot.show.reply import Offered

MOST = 20
"""Results of one query: nobody reads on, and each is a whole card."""


async def look(update: Update, ctx: Ctx) -> None:
    """Something was typed behind the bot's name."""
    await ctx.offer(update, Act.FIND, cards)


def cards(turn: Turn, text: str) -> tuple[Offered, ...]:
    """The cards of what the text names; no drafts, no contacts: the chat may hold anybody."""
    sight, links = Sight(turn), LinksIn(turn.session)
    places = [
        (SHEETS[type(record)], record.no) for record in find(turn.session, text, turn.names, turn.today)
    ]
    visible = [place for place in places if sight.record(*place)][:MOST]
    return tuple(offered(shown_as(turn.session, *place, None), links, turn.words) for place in visible)


HANDLERS = [InlineQueryHandler(look)]
