"""The card of a record, by its short id: typed, tapped in a text, or on a button."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat.context import Ctx
from bot.chat.links import LinksIn, shown
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import records
from bot.show.buttons import Open
from bot.show.records import Shown
from bot.show.reply import Reply
from db.vocabulary import AgreementState, Sheet

SHORT_ID = re.compile(r"^/([paxegs])([1-9]\d{0,8})(?:@\w+)?$")


async def card(update: Update, ctx: Ctx) -> None:
    """/x7"""
    found = SHORT_ID.match((update.effective_message and update.effective_message.text) or "")
    if found:
        await ctx.do(update, Act.SEE_RECORD, show_card, found[1], int(found[2]))


async def open_card(update: Update, ctx: Ctx, action: Open) -> None:
    """The same as a button."""
    await ctx.do(update, Act.SEE_RECORD, show_card, action.letter, action.no)


def show_card(turn: Turn, letter: str, no: int) -> Reply:
    """The whole record, as far as this person may see it here."""
    role = turn.person.role
    drafts = turn.incoming.private and may(role, Act.SEE_DRAFTS)
    found = shown(turn.session, Sheet.of_letter(letter), no)
    if found is None or (_is_draft(found) and not drafts):
        raise UserFault("record-unknown", id=f"/{letter}{no}")
    visible = tuple(other for other in found.related if drafts or not _is_draft(other))
    contacts = turn.incoming.private and may(role, Act.SEE_CONTACTS)
    card_ = replace(found, related=visible)
    return records.card(card_, LinksIn(turn.session), turn.words, contacts=contacts)


def _is_draft(found: Shown) -> bool:
    return found.row.get("state") == AgreementState.DRAFT


HANDLERS = [MessageHandler(filters.Regex(SHORT_ID), card), Pressed(open_card, Open)]
