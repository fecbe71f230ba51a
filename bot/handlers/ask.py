"""Asking: /ask and /find, with their words or bare; a bare one takes the next message, in groups too."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler

from bot.ask import engine
from bot.ask.answer import Question
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.rights import Act
from bot.show import answers
from bot.show.reply import Reply
from bot.words import Words
from db import contexts, dialogues
from db.vocabulary import Role

ASK, FIND = "ask", "find"
"""The kinds of dialogue in which the next message is a question, or a name."""

_ACTS = {ASK: Act.ASK, FIND: Act.FIND}
_ASKED = {ASK: ("ask-what", "ask-placeholder"), FIND: ("find-what", "find-placeholder")}


async def ask(update: Update, ctx: Ctx) -> None:
    """/ask"""
    await _question(update, ctx, ASK)


async def find(update: Update, ctx: Ctx) -> None:
    """/find"""
    await _question(update, ctx, FIND)


async def _question(update: Update, ctx: Ctx, kind: str) -> None:
    if ctx.argument:
        await ctx.do(update, _ACTS[kind], answer, ctx.argument)
    else:
        await ctx.do(update, _ACTS[kind], await_question, kind)


def await_question(turn: Turn, kind: str) -> Reply:
    """Asks for the question; the next message is it."""
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, kind, {}, turn.now)
    asked, hint = _ASKED[kind]
    return Reply(turn.words(asked), awaits=turn.words.plain(hint))


def answer(turn: Turn, text: str) -> Reply:
    """What the registry says, in the language of the question; in a group nothing but what is for all."""
    role = turn.person.role if turn.incoming.private else Role.VIEWER
    question = Question(text, turn.person.language, turn.today, role)
    person, chat = turn.person.id, turn.incoming.chat
    before = contexts.get(turn.session, person, chat, turn.now)
    found = engine.ask(turn.session, question, turn.names, before)
    if found.query is not None:
        contexts.keep(turn.session, person, chat, found.query, turn.now)
    return answers.reply(found, Words(found.language))


HANDLERS = [CommandHandler("ask", ask), CommandHandler("find", find)]
