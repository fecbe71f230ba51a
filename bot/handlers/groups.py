"""An administrator opens a group for look-ups, or closes it."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler

from bot.chat.context import Ctx
from bot.chat.menus import group_menu, no_menu
from bot.chat.turn import Turn
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import front
from bot.show.buttons import Enable
from bot.show.reply import Reply
from db import groups


async def group(update: Update, ctx: Ctx) -> None:
    """/group"""
    await ctx.do(update, Act.MANAGE_GROUPS, offer)


async def enable(update: Update, ctx: Ctx, action: Enable) -> None:
    """The button under /group."""
    await ctx.do(update, Act.MANAGE_GROUPS, settle, action)


def offer(turn: Turn) -> Reply:
    """Whether the bot may speak here; in a private chat, where to ask that."""
    if turn.incoming.private:
        return Reply(turn.words("group-only"))
    return front.group_offer(turn.words, enabled=groups.enabled(turn.session, turn.incoming.chat))


def settle(turn: Turn, action: Enable) -> Reply:
    """Opens or closes the group, and its command menu with it."""
    chat = turn.incoming.chat
    if action.on:
        groups.enable(turn.session, chat, turn.incoming.title, turn.person.id, turn.now)
        group_menu(turn.session, chat, turn.words, turn.now)
    else:
        groups.disable(turn.session, chat)
        no_menu(turn.session, chat, turn.now)
    return front.group_settled(turn.words, enabled=action.on)


HANDLERS = [CommandHandler("group", group), Pressed(enable, Enable)]
