"""An administrator opens a group for look-ups, or closes it; a group into which a stranger brought the bot is
left.
"""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler, CommandHandler

from bot.chat.context import Ctx
from bot.chat.menus import group_menu, no_menu
from bot.chat.turn import Doorstep, Turn
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import front
from bot.show.admission import Enable
from bot.show.reply import Reply
from db import groups, members, outbox

_PRESENT = frozenset((ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED))


async def group(update: Update, ctx: Ctx) -> None:
    """/group"""
    await ctx.do(update, Act.MANAGE_GROUPS, offer)


async def enable(update: Update, ctx: Ctx, action: Enable) -> None:
    """The button under /group."""
    await ctx.do(update, Act.MANAGE_GROUPS, settle, action)


async def brought(update: Update, ctx: Ctx) -> None:
    """Somebody brought the bot into a group or a channel, or changed its standing there."""
    change = update.my_chat_member
    if change is None or change.new_chat_member.status not in _PRESENT:
        await ctx.pass_over(update)
    else:
        await ctx.at_the_door(update, stay_or_leave, private=False)


def stay_or_leave(step: Doorstep) -> None:
    """Stays, in silence, with members and where an administrator has opened the group. Others are not told
    why: a stranger learns nothing.
    """
    chat, member = step.incoming.chat, members.get(step.session, step.incoming.person)
    if not groups.enabled(step.session, chat) and (member is None or not member.active):
        outbox.put(step.session, chat, "leaveChat", {"chat_id": chat}, step.now)


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


HANDLERS = [
    CommandHandler("group", group),
    Pressed(enable, Enable),
    ChatMemberHandler(brought, ChatMemberHandler.MY_CHAT_MEMBER),
]
