"""The buttons under an answer. Each press is asked anew: by whoever presses, with what they may see there."""

from __future__ import annotations

from telegram import Update

from bot.ask.further import (
    Choose,
    ChooseEvent,
    Further,
    Leaf,
    Step,
    at_event,
    candidates,
    events_meant,
    stepped,
)
from bot.chat import asking, making
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import further
from bot.show.reply import Place, Reply, Said, Toast
from bot.words import Words
from db import misses


async def go_on(update: Update, ctx: Ctx, action: Further) -> None:
    """A next step was chosen."""
    act = Act.EXPORT if action.step is Step.WORKBOOK else Act.ASK
    await ctx.do(update, act, step, action)


async def turn_page(update: Update, ctx: Ctx, action: Leaf) -> None:
    """Another page of the records."""
    await ctx.do(update, Act.ASK, page, action.answer, action.page)


async def choose(update: Update, ctx: Ctx, action: Choose) -> None:
    """Whom the question meant."""
    await ctx.do(update, Act.ASK, meant, action)


async def choose_event(update: Update, ctx: Ctx, action: ChooseEvent) -> None:
    """Which event the question meant."""
    await ctx.do(update, Act.ASK, of_event, action)


def step(turn: Turn, action: Further) -> Said:
    """What the step gives."""
    match action.step:
        case Step.RECORDS:
            return asking.page(turn, asking.recalled(turn, action.answer), 0, Place.NEW)
        case Step.HOW:
            return asking.how(turn, asking.recalled(turn, action.answer))
        case Step.PICTURE | Step.WORKBOOK:
            return making.order(turn, asking.recalled(turn, action.answer), action.step)
        case Step.WRONG:
            return doubt(turn, action.answer)
    return split(turn, action)


def page(turn: Turn, answer: int, number: int) -> Reply:
    """Another page of the records behind the answer."""
    return asking.page(turn, asking.recalled(turn, answer), number, Place.PRESSED)


def doubt(turn: Turn, answer: int) -> Toast:
    """Somebody finds the answer wrong: the administrators are to see the question."""
    context = asking.recalled(turn, answer)
    misses.note(turn.session, context.text, misses.WRONG, "", turn.now)
    return Toast(Words(context.language).plain("wrong-noted"), alert=True)


def split(turn: Turn, action: Further) -> Reply:
    """The figure by its parts."""
    context = asking.recalled(turn, action.answer)
    query = stepped(context.query, action.step)
    if query is None:
        raise UserFault("button-old")
    found = asking.again(turn, context, query)
    no = asking.kept(turn, found.answer, context.text)
    private = turn.incoming.private
    return further.split(found.answer, no, asking.role_here(turn), found.words, private=private)


def meant(turn: Turn, action: Choose) -> Reply:
    """The question of the partner who was chosen, or of all who may be meant."""
    context = asking.recalled(turn, action.answer)
    nos = candidates(asking.again(turn, context).answer)
    if action.partner and action.partner not in nos:
        raise UserFault("button-old")
    return asking.of_partners(turn, action.answer, (action.partner,) if action.partner else nos)


def of_event(turn: Turn, action: ChooseEvent) -> Reply:
    """The question of the event that was chosen."""
    context = asking.recalled(turn, action.answer)
    if action.event not in events_meant(asking.again(turn, context).answer):
        raise UserFault("button-old")
    found = asking.again(turn, context, at_event(context.query, action.event))
    return asking.said(turn, found.answer, context.text)


HANDLERS = [
    Pressed(go_on, Further),
    Pressed(turn_page, Leaf),
    Pressed(choose, Choose),
    Pressed(choose_event, ChooseEvent),
]
