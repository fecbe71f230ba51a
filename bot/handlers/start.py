"""Coming in: strangers, invitations, the first welcome, help, and the language to speak."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.menus import personal_menu
from bot.chat.say import tell
from bot.chat.turn import Doorstep, Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import front
from bot.show.buttons import Admit, Ask, Invite, Speak
from bot.show.reply import Reply
from bot.words import Words
from db import members
from db.vocabulary import Language, Role

INVITATION_LIFE = timedelta(days=7)


async def start(update: Update, ctx: Ctx) -> None:
    """/start, perhaps with the code of an invitation."""
    if ctx.argument:
        await ctx.at_the_door(update, partial(redeem, code=ctx.argument))
    else:
        await ctx.do(update, Act.ASK, welcome)


async def help_(update: Update, ctx: Ctx) -> None:
    """/help"""
    await ctx.do(update, Act.ASK, explain)


async def language(update: Update, ctx: Ctx) -> None:
    """/language"""
    await ctx.do(update, Act.CHOOSE_LANGUAGE, which_language)


async def speak(update: Update, ctx: Ctx, action: Speak) -> None:
    """A language was chosen."""
    await ctx.do(update, Act.CHOOSE_LANGUAGE, choose_language, action)


async def knock(update: Update, ctx: Ctx, action: Ask) -> None:
    """A stranger asks to be let in."""
    await ctx.at_the_door(update, ask_access)


async def admit(update: Update, ctx: Ctx, action: Admit) -> None:
    """An administrator decides on a wish to be let in."""
    await ctx.do(update, Act.MANAGE_MEMBERS, decide, action)


async def invite(update: Update, ctx: Ctx) -> None:
    """/invite, perhaps with the role."""
    await ctx.do(update, Act.MANAGE_MEMBERS, make_invitation, ctx.argument, ctx.bot.username)


async def invite_as(update: Update, ctx: Ctx, action: Invite) -> None:
    """The role of an invitation was chosen."""
    await ctx.do(update, Act.MANAGE_MEMBERS, make_invitation, action.role, ctx.bot.username)


def welcome(turn: Turn) -> Reply:
    """The first message to a member; it also brings the command menu up to date."""
    personal_menu(turn.session, turn.person.id, turn.person.role, turn.words, turn.now)
    return front.welcome(turn.person.name, turn.person.role, turn.words)


def explain(turn: Turn) -> Reply:
    """What this person can do here."""
    return front.help_(turn.person.role, turn.words)


def which_language(turn: Turn) -> Reply:
    """The four languages as buttons."""
    return front.languages(turn.words)


def choose_language(turn: Turn, action: Speak) -> Reply:
    """From the next message on, the bot speaks it; its menu does at once."""
    chosen = _language(action.language)
    members.speak(turn.session, turn.person.id, chosen)
    personal_menu(turn.session, turn.person.id, turn.person.role, Words(chosen), turn.now)
    return front.language_chosen(Words(chosen))


def ask_access(step: Doorstep) -> Reply:
    """Notes the wish once and tells every administrator."""
    person = step.incoming
    member = members.get(step.session, person.person)
    if member is not None and member.active:
        raise UserFault("button-old")
    fresh = members.knock(step.session, person.person, person.name, step.now)
    for admin in members.every(step.session) if fresh else ():
        if may(admin.role, Act.MANAGE_MEMBERS):
            words = Words(admin.language or step.words.language)
            tell(step.session, admin.id, front.knock_report(person.person, person.name, words), step.now)
    return front.knocked(step.words, again=not fresh)


def decide(turn: Turn, action: Admit) -> Reply:
    """Lets the person in or turns them away; the first decision of several administrators stands."""
    name = members.knocking(turn.session, action.person)
    if name is None:
        raise UserFault("button-old")
    if not action.role:
        members.decline(turn.session, action.person)
        return front.admitted(name, None, turn.words)
    role = _role(action.role)
    members.admit(turn.session, action.person, name, role, turn.now)
    words = Words(turn.default_language)
    personal_menu(turn.session, action.person, role, words, turn.now)
    tell(turn.session, action.person, front.welcome(name, role, words), turn.now)
    return front.admitted(name, role, turn.words)


def make_invitation(turn: Turn, wanted: str, bot: str) -> Reply:
    """A link for one person and seven days; without a role, the roles as buttons."""
    if not wanted:
        return front.which_role(turn.words)
    role, code = _role(wanted), secrets.token_urlsafe(16)
    members.invite(turn.session, code, role, turn.now + INVITATION_LIFE)
    return front.invitation(f"https://t.me/{bot}?start={code}", role, turn.words)


def redeem(step: Doorstep, code: str) -> tuple[Reply, ...] | Reply:
    """Makes whoever brings a valid code a member; a member who opens the link again is simply welcomed."""
    person = step.incoming
    known = members.get(step.session, person.person)
    role = members.redeem(step.session, code, person.person, step.now)
    if role is None:
        if known is None or not known.active:
            return front.invalid_invitation(step.words)
        return front.welcome(known.name, known.role, step.words)
    members.admit(step.session, person.person, person.name, role, step.now)
    personal_menu(step.session, person.person, role, step.words, step.now)
    return front.invited(role, step.words), front.welcome(person.name, role, step.words)


def _role(text: str) -> Role:
    try:
        return Role(text.strip().lower())
    except ValueError:
        raise UserFault("role-unknown", role=text) from None


def _language(text: str) -> Language:
    try:
        return Language(text)
    except ValueError:
        raise UserFault("button-old") from None


_PRIVATE = filters.ChatType.PRIVATE
HANDLERS = [
    CommandHandler("start", start, _PRIVATE),
    CommandHandler("help", help_, _PRIVATE),
    CommandHandler("language", language, _PRIVATE),
    CommandHandler("invite", invite, _PRIVATE),
    Pressed(speak, Speak),
    Pressed(knock, Ask),
    Pressed(admit, Admit),
    Pressed(invite_as, Invite),
]
