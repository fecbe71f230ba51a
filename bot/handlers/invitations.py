"""Invitations: an administrator makes one, whoever brings it becomes a member."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.menus import personal_menu
from bot.chat.say import alert
from bot.chat.turn import Doorstep, Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import front
from bot.show import members as shown
from bot.show.admission import Invite
from bot.show.reply import Reply
from db import invitations, members
from db.vocabulary import Role

LIFE = timedelta(days=7)


async def invite(update: Update, ctx: Ctx) -> None:
    """/invite, perhaps with the role."""
    await ctx.do(update, Act.MANAGE_MEMBERS, make_invitation, ctx.argument, ctx.bot.username)


async def invite_as(update: Update, ctx: Ctx, action: Invite) -> None:
    """The role of an invitation was chosen."""
    await ctx.do(update, Act.MANAGE_MEMBERS, make_invitation, action.role, ctx.bot.username)


def make_invitation(turn: Turn, wanted: str, bot: str) -> Reply:
    """A link for one person and seven days; without a role, the roles as buttons."""
    if not wanted:
        return front.which_role(turn.words)
    role, code = role_named(wanted), secrets.token_urlsafe(16)
    invitations.invite(turn.session, code, role, turn.now + LIFE, turn.person.id)
    return front.invitation(f"https://t.me/{bot}?start={code}", role, turn.words)


def redeem(step: Doorstep, code: str) -> tuple[Reply, ...] | Reply:
    """Makes whoever brings a valid code a member; one who has that role already keeps it, and the code is
    left for another.
    """
    person = step.incoming
    locked = invitations.guessed(step.session, person.person, step.now) >= invitations.MOST_GUESSES
    role = None if locked else invitations.look(step.session, code, step.now)
    known = members.get(step.session, person.person)
    if known is not None and known.active and (role is None or _rank(role) <= _rank(known.role)):
        return front.welcome(known.name, known.role, step.words)
    if role is None:
        return front.invalid_invitation(step.words) if locked else _missed(step)
    invitations.use(step.session, code, person.person)
    members.admit(step.session, person.person, person.name, role, step.now)
    personal_menu(step.session, person.person, role, step.words, step.now)
    return front.invited(role, step.words), front.welcome(person.name, role, step.words)


def role_named(text: str) -> Role:
    """The role of that name. Raises UserFault("role-unknown")."""
    try:
        return Role(text.strip().lower())
    except ValueError:
        raise UserFault("role-unknown", role=text) from None


def _missed(step: Doorstep) -> Reply:
    """Counts the wrong code; at the last one that is looked at, administrators are told."""
    person = step.incoming
    if invitations.missed(step.session, person.person, step.now) == invitations.MOST_GUESSES:
        report = partial(shown.guessing, person.person, person.name)
        alert(step.session, Act.MANAGE_MEMBERS, step.words.language, report, step.now)
    return front.invalid_invitation(step.words)


def _rank(role: Role) -> int:
    return list(Role).index(role)


HANDLERS = [
    CommandHandler("invite", invite, filters.ChatType.PRIVATE),
    Pressed(invite_as, Invite),
]
