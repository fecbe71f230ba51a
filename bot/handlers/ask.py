"""Asking: /ask and /find, with their words or bare; a bare one takes the next message, in groups too."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler

from bot.chat.asking import asked
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.rights import Act
from bot.show.reply import Reply
from db import dialogues

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
        await ctx.do(update, _ACTS[kind], asked, ctx.argument)
    else:
        await ctx.do(update, _ACTS[kind], await_question, kind)


def await_question(turn: Turn, kind: str) -> Reply:
    """Asks for the question; the next message is it."""
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, kind, {}, turn.now)
    question, hint = _ASKED[kind]
    return Reply(turn.words(question), awaits=turn.words.plain(hint))


HANDLERS = [CommandHandler("ask", ask), CommandHandler("find", find)]
