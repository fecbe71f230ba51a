"""What was not understood: administrators see it, and teach the bot the names that people use."""

from __future__ import annotations

from dataclasses import astuple, replace

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.ask.missed import Call, CallAnother, Misses, OpenMiss, Pass
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.record import naming
from bot.rights import Act
from bot.show import misses as shown
from bot.show.misses import Missed
from bot.show.paging import Page, placed
from bot.show.reply import Place, Reply
from db import dialogues, partners
from db import misses as kept

SIZE = 5
"""Questions on a page."""
NAMING = "naming"
"""The kind of dialogue in which the next message says which partner is called so."""


async def every(update: Update, ctx: Ctx) -> None:
    """/misses"""
    await ctx.do(update, Act.TEACH, listing, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Misses) -> None:
    """Another page, or back to the list."""
    await ctx.do(update, Act.TEACH, listing, action.page, Place.PRESSED)


async def open_one(update: Update, ctx: Ctx, action: OpenMiss) -> None:
    """One of them was chosen."""
    await ctx.do(update, Act.TEACH, card, action)


async def call(update: Update, ctx: Ctx, action: Call) -> None:
    """It is this partner's name."""
    await ctx.do(update, Act.TEACH, teach, action)


async def call_another(update: Update, ctx: Ctx, action: CallAnother) -> None:
    """It is the name of a partner who was not offered."""
    await ctx.do(update, Act.TEACH, await_partner, action)


async def pass_(update: Update, ctx: Ctx, action: Pass) -> None:
    """There is nothing to be learnt from it."""
    await ctx.do(update, Act.TEACH, drop, action.no)


def listing(turn: Turn, page: int, place: Place) -> Reply:
    """A page of them, the newest first."""
    total = kept.count(turn.session)
    number, of = placed(total, page, SIZE)
    found = kept.latest(turn.session, number * SIZE, SIZE)
    items = tuple(Missed(*astuple(miss)) for miss in found)
    return shown.listing(Page(items, number, of, total), turn.zone, turn.words, place)


def card(turn: Turn, action: OpenMiss) -> Reply:
    """One of them, with the partners whose name it may be."""
    missed = _missed(turn, action.no, cut=action.cut)
    near = naming.nearest(turn.session, missed.alias)
    return shown.card(missed, near, turn.zone, turn.words, Place.PRESSED)


def teach(turn: Turn, action: Call) -> Reply:
    """Adds the name to the partner's; the question is settled."""
    name = _missed(turn, action.no, cut=action.cut).alias
    receipt = naming.call(turn.session, turn.actor, action.partner, name, now=turn.now)
    partner = partners.get(turn.session, action.partner)
    kept.settle(turn.session, action.no)
    if partner is None:
        raise UserFault("record-gone")
    return shown.called(partner, name, receipt.batch or 0, turn.words)


def await_partner(turn: Turn, action: CallAnother) -> Reply:
    """The next message says which partner it is."""
    missed = _missed(turn, action.no, cut=action.cut)
    body = {"miss": action.no, "cut": action.cut}
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, NAMING, body, turn.now)
    return shown.which(missed, turn.words)


def offer(turn: Turn, no: int, said: str, *, cut: bool) -> Reply:
    """The partners that the words may mean, to be confirmed by a tap."""
    found = naming.nearest(turn.session, said)
    return shown.card(_missed(turn, no, cut=cut), found, turn.zone, turn.words, Place.NEW)


def drop(turn: Turn, no: int) -> Reply:
    """Takes it off the list."""
    kept.settle(turn.session, no)
    return listing(turn, 0, Place.PRESSED)


def _missed(turn: Turn, no: int, *, cut: bool) -> Missed:
    miss = kept.get(turn.session, no)
    if miss is None:
        raise UserFault("miss-gone")
    return replace(Missed(*astuple(miss)), cut=cut)


HANDLERS = [
    CommandHandler("misses", every, filters.ChatType.PRIVATE),
    Pressed(turn_page, Misses),
    Pressed(open_one, OpenMiss),
    Pressed(call, Call),
    Pressed(call_another, CallAnother),
    Pressed(pass_, Pass),
]
