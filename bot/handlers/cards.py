"""The card of a record: behind its short id, or on a button."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Update

from bot.chat.context import Ctx
from bot.chat.links import LinksIn, sheet_of, shown
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.record.ownership import may_remove
from bot.rights import Act, may
from bot.show import acts, records
from bot.show.handling import Open
from bot.show.reply import Place, Reply
from db import attachments
from db.vocabulary import Sheet

SHORT_ID = re.compile(r"^/([paxegsoc])([1-9]\d{0,8})(?:@\w+)?$")
"""A short id as a command: a message of its own."""
SHORT_ID_IN = re.compile(r"(?:^|(?<=[\s(,;:]))/?([paxegsoc])([1-9]\d{0,8})(?=$|[\s),.;:])")
"""A short id within a text."""


async def open_card(update: Update, ctx: Ctx, action: Open) -> None:
    """The same as a button."""
    await ctx.do(update, Act.SEE_RECORD, show_card, action.letter, action.no, Place.PRESSED)


def show_card(turn: Turn, letter: str, no: int, place: Place = Place.NEW) -> Reply:
    """The whole record, as far as this person may see it here, and what they may do with it."""
    sheet, sight = sheet_of(letter), Sight(turn)
    sight.check(sheet, no)
    found = shown(turn.session, sheet, no, sight.record, turn.today)
    if found is None:
        raise UserFault("record-unknown", id=f"/{letter}{no}")
    card_ = records.card(found, LinksIn(turn.session), turn.words, contacts=sight.contacts)
    if not turn.incoming.private:
        return replace(card_, buttons=((acts.elsewhere(turn.bot, letter, no, turn.words),),), place=place)
    files = attachments.count(turn.session, sheet, no)
    copies = acts.copies(found, turn.words, contacts=sight.contacts)
    buttons = acts.under(letter, no, _open_to(turn, sheet, no), turn.words, files)
    handed = ((acts.share(letter, no, turn.words),),) if sheet in TO_SHARE else ()
    return replace(card_, buttons=(*copies, *buttons, *handed), place=place)


TO_SHARE = frozenset({Sheet.PARTNERS, Sheet.AGREEMENTS, Sheet.EVENTS})
"""What `@bot …` finds in any chat."""


def _open_to(turn: Turn, sheet: Sheet, no: int) -> frozenset[Act]:
    """What this person may do with the record."""
    role = turn.person.role
    found = {act for act in (Act.LOG, Act.ATTACH, Act.SEE_HISTORY) if may(role, act)}
    if may_remove(turn.session, turn.actor, role, sheet, no):
        found.add(Act.DELETE_OWN)
    if sheet is Sheet.PARTNERS and may(role, Act.MERGE):
        found.add(Act.MERGE)
    return frozenset(found)


HANDLERS = [Pressed(open_card, Open)]
