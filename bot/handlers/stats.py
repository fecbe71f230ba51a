"""The registry in figures, and its pictures: read in one go, drawn while nobody waits, then sent."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.handlers.agreements import concluded
from bot.handlers.pressed import Pressed
from bot.report import gathering
from bot.rights import Act
from bot.show import overview as shown
from bot.show.buttons import Draw, Picture
from bot.show.reply import Reply
from db import partners


async def stats(update: Update, ctx: Ctx) -> None:
    """/stats"""
    await ctx.do(update, Act.SEE_LISTS, figures)


async def draw(update: Update, ctx: Ctx, action: Draw) -> None:
    """A picture was asked for."""
    await ctx.draw(update, Act.SEE_LISTS, _GATHERED[action.picture])


def figures(turn: Turn) -> Reply:
    """Everything in a few lines."""
    moved, spread = gathering.flows(turn.session, turn.today), gathering.spread(turn.session)
    return shown.overview(concluded(turn), moved, spread, turn.today, turn.words)


def timeline(turn: Turn) -> Callable[[], Reply]:
    """The agreements' timeline, ready to be drawn."""
    papers, today, words = concluded(turn), turn.today, turn.words
    return lambda: shown.timeline(papers, today, words)


def flows(turn: Turn) -> Callable[[], Reply]:
    """What came and went."""
    moved, today, words = gathering.flows(turn.session, turn.today), turn.today, turn.words
    names = {partner.no: partner.names for partner in partners.every(turn.session)}
    return lambda: shown.flows(moved, names, today, words)


def world(turn: Turn) -> Callable[[], Reply]:
    """The map of partners."""
    spread, words = gathering.spread(turn.session), turn.words
    return lambda: shown.world(gathering.shapes(), spread, words)


_GATHERED = {Picture.TIMELINE: timeline, Picture.FLOWS: flows, Picture.WORLD: world}
HANDLERS = [CommandHandler("stats", stats, filters.ChatType.PRIVATE), Pressed(draw, Draw)]
