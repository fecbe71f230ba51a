"""Managers make one partner of two that are the same."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.record import merging
from bot.rights import Act
from bot.show import merging as shown
from bot.show.handling import Alike, Merge
from bot.show.paging import page_of
from bot.show.reply import Place, Reply
from db import attachments, partners
from db.vocabulary import Sheet, short_number

SIZE = 6
"""Partners offered on a page."""


async def alike(update: Update, ctx: Ctx, action: Alike) -> None:
    """🔗 under a partner's card, and the pages behind it."""
    await ctx.do(update, Act.MERGE, offer, action)


async def by_ids(update: Update, ctx: Ctx) -> None:
    """/merge p5 p12"""
    await ctx.do(update, Act.MERGE, ask_by_ids, ctx.argument)


async def merge(update: Update, ctx: Ctx, action: Merge) -> None:
    """A partner was chosen, or the choice confirmed."""
    await ctx.do(update, Act.MERGE, make_one, action)


def offer(turn: Turn, action: Alike) -> Reply:
    """Which partner is the same, the likeliest first."""
    page = page_of(merging.alike(turn.session, action.no), action.page, SIZE)
    of = partners.get(turn.session, action.no)
    if of is None:
        raise UserFault("record-gone")
    return shown.which(of, page, turn.words)


def ask_by_ids(turn: Turn, text: str) -> Reply:
    """The question before, for two that were named by their short ids."""
    found = [short_number(Sheet.PARTNERS, word.lstrip("/")) for word in text.split() if word.strip("/")]
    if len(found) != 2 or found[0] is None or found[1] is None:
        raise UserFault("merge-usage")
    return _ask(turn, found[0], found[1], Place.NEW)


def make_one(turn: Turn, action: Merge) -> Reply:
    """Asks first; then moves everything in one batch."""
    if not action.sure:
        return _ask(turn, action.kept, action.gone, Place.PRESSED)
    kept, gone = merging.pair(turn.session, action.kept, action.gone)
    moved = merging.moving(turn.session, gone.no)
    receipt = merging.merge(turn.session, turn.actor, kept.no, gone.no, now=turn.now)
    attachments.move(turn.session, Sheet.PARTNERS, gone.no, kept.no)
    return shown.done(kept, gone, moved, receipt.batch or 0, turn.words)


def _ask(turn: Turn, kept: int, gone: int, place: Place) -> Reply:
    pair = merging.pair(turn.session, kept, gone)
    return shown.ask_if_sure(*pair, merging.moving(turn.session, gone), turn.words, place)


HANDLERS = [
    CommandHandler("merge", by_ids, filters.ChatType.PRIVATE),
    Pressed(alike, Alike),
    Pressed(merge, Merge),
]
