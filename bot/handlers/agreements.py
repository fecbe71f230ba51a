"""The list of agreements."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import agreements as shown
from bot.show.agreements import Listed
from bot.show.buttons import Agreements
from bot.show.reply import Place, Reply
from db import agreements, partners
from db.standing import standing
from db.vocabulary import AgreementState


async def every(update: Update, ctx: Ctx) -> None:
    """/agreements"""
    await ctx.do(update, Act.SEE_LISTS, listing, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Agreements) -> None:
    """Another page of them."""
    await ctx.do(update, Act.SEE_LISTS, listing, action.page, Place.PRESSED)


def concluded(turn: Turn) -> list[Listed]:
    """Every agreement that is no draft, as it stands today."""
    return [listed for listed in _every(turn) if listed.agreement.state is not AgreementState.DRAFT]


def listing(turn: Turn, page: int, place: Place) -> Reply:
    """What ends soonest first; drafts only for those who may see them."""
    sight = Sight(turn)
    found = [listed for listed in _every(turn) if sight.agreement(listed.agreement)]
    may_log = may(turn.person.role, Act.LOG)
    return shown.listing(found, page, turn.today, turn.words, place, may_log=may_log)


def _every(turn: Turn) -> list[Listed]:
    names = {partner.no: partner.names for partner in partners.every(turn.session)}
    return [
        Listed(agreement, standing(agreement, turn.today), names[agreement.partner])
        for agreement in agreements.every(turn.session)
    ]


HANDLERS = [CommandHandler("agreements", every, filters.ChatType.PRIVATE), Pressed(turn_page, Agreements)]
