"""Coming in: strangers, the first welcome, help, and the language to speak."""

from __future__ import annotations

from functools import partial

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.menus import personal_menu
from bot.chat.say import alert, tell
from bot.chat.turn import Doorstep, Turn
from bot.faults import UserFault
from bot.handlers.cards import SHORT_ID, show_card
from bot.handlers.invitations import redeem, role_named
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import front
from bot.show.admission import Admit, Ask
from bot.show.buttons import Speak
from bot.show.reply import Reply
from bot.words import Words
from db import members
from db.vocabulary import Language


async def start(update: Update, ctx: Ctx) -> None:
    """/start, perhaps with the code of an invitation, or with a record that a link leads to."""
    record = SHORT_ID.match(f"/{ctx.argument}")
    if record:
        await ctx.do(update, Act.SEE_RECORD, show_card, record[1], int(record[2]))
    elif ctx.argument:
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
    if fresh:
        report = partial(front.knock_report, person.person, person.name)
        alert(step.session, Act.MANAGE_MEMBERS, step.words.language, report, step.now)
    return front.knocked(step.words, again=not fresh)


def decide(turn: Turn, action: Admit) -> Reply:
    """Lets the person in or turns them away; the first decision of several administrators stands."""
    name = members.knocking(turn.session, action.person)
    if name is None:
        raise UserFault("button-old")
    if not action.role:
        members.decline(turn.session, action.person)
        return front.admitted(name, None, turn.words)
    role = role_named(action.role)
    members.admit(turn.session, action.person, name, role, turn.now)
    words = Words(turn.default_language)
    personal_menu(turn.session, action.person, role, words, turn.now)
    tell(turn.session, action.person, front.welcome(name, role, words), turn.now)
    return front.admitted(name, role, turn.words)


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
    Pressed(speak, Speak),
    Pressed(knock, Ask),
    Pressed(admit, Admit),
]
