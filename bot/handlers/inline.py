"""`@bot shanghai` in any chat: cards to drop into it, for members only."""

from __future__ import annotations

from telegram import Update
from telegram.ext import InlineQueryHandler

from bot.ask.finding import find
from bot.chat.context import Ctx
from bot.chat.links import LinksIn, sheet_of, shown_as
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.cards import SHORT_ID, TO_SHARE
from bot.rights import Act
from bot.show.inline import offered
from bot.show.reply import Offered
from bot.show.rows import SHEETS
from db import records
from db.vocabulary import Sheet

MOST = 20
"""Results of one query: nobody reads on, and each is a whole card."""


async def look(update: Update, ctx: Ctx) -> None:
    """Something was typed behind the bot's name."""
    await ctx.offer(update, Act.FIND, cards)


def cards(turn: Turn, text: str) -> tuple[Offered, ...]:
    """The cards of what the text names; no drafts, no contacts: the chat may hold anybody."""
    sight, links = Sight(turn), LinksIn(turn.session)
    visible = [place for place in _named(turn, text) if sight.record(*place)][:MOST]
    return tuple(
        offered(shown_as(turn.session, *place, None), links, turn.bot, turn.words) for place in visible
    )


def _named(turn: Turn, text: str) -> list[tuple[Sheet, int]]:
    """A short id means its record alone: so a card's own button hands it on."""
    short = SHORT_ID.match(f"/{text.strip().lstrip('/')}")
    if short:
        sheet, no = sheet_of(short[1]), int(short[2])
        return [(sheet, no)] if sheet in TO_SHARE and records.get(turn.session, sheet, no) else []
    return [(SHEETS[type(record)], record.no) for record in find(turn.session, text, turn.names, turn.today)]


HANDLERS = [InlineQueryHandler(look)]
