"""The list of drafts in approval."""

from __future__ import annotations

from collections import defaultdict

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import approvals as shown
from bot.show.approvals import Listed
from bot.show.buttons import Approvals
from bot.show.reply import Place, Reply
from db import agreements, approvals, partners
from db.vocabulary import AgreementState, Approval


async def every(update: Update, ctx: Ctx) -> None:
    """/approvals"""
    await ctx.do(update, Act.SEE_OWN_DRAFTS, listing, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Approvals) -> None:
    """Another page of them."""
    await ctx.do(update, Act.SEE_OWN_DRAFTS, listing, action.page, Place.PRESSED)


def listing(turn: Turn, page: int, place: Place) -> Reply:
    """Every draft that this person may see, with where it is."""
    sight, stages = Sight(turn), defaultdict[int, list[Approval]](list)
    for stage in approvals.every(turn.session):
        stages[stage.agreement].append(stage)
    drafts = agreements.where(turn.session, agreements.table.c.state == AgreementState.DRAFT)
    names = {partner.no: partner.names for partner in partners.every(turn.session)}
    found = [
        Listed(draft, names[draft.partner], tuple(stages[draft.no])) for draft in drafts if sight.draft(draft)
    ]
    may_see_all = may(turn.person.role, Act.SEE_DRAFTS)
    return shown.listing(found, page, turn.today, turn.words, place, may_see_all=may_see_all)


HANDLERS = [CommandHandler("approvals", every, filters.ChatType.PRIVATE), Pressed(turn_page, Approvals)]
