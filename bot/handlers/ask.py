"""Asking: /ask and /find, with their words or bare; a bare one takes the next message."""

from __future__ import annotations

from telegram import Update

from bot.chat.context import Ctx
from bot.rights import Act

ASK, FIND = "ask", "find"
"""The kinds of dialogue that await a question."""


async def ask(update: Update, ctx: Ctx) -> None:
    """/ask"""
    await ctx.do(update, Act.ASK, answer if ctx.argument else await_question, ctx.argument or ASK)


async def find(update: Update, ctx: Ctx) -> None:
    """/find"""
    await ctx.do(update, Act.FIND, answer if ctx.argument else await_question, ctx.argument or FIND)
