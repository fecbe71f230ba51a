"""What is said to the bot, and what people only say among themselves."""

from __future__ import annotations

from telegram import Message, MessageEntity, Update

from bot.chat.context import Ctx

LONGEST = 4096
"""Characters of a message: Telegram's own limit, held here too for whatever else may deliver one."""


def to_us(update: Update, ctx: Ctx) -> str:
    """What the message says to the bot; empty where it is none of its business."""
    message = update.effective_message
    return words_to_us(message, ctx) if message is not None and is_to_us(update, ctx) else ""


def is_to_us(update: Update, ctx: Ctx) -> bool:
    """Whether the message is the bot's business: in a group, where it answers the bot or names it."""
    message, chat = update.effective_message, update.effective_chat
    if message is None or chat is None or chat.type == chat.PRIVATE:
        return message is not None
    answered = message.reply_to_message
    is_answer = (
        answered is not None and answered.from_user is not None and answered.from_user.id == ctx.bot.id
    )
    return is_answer or bool(_mentions(message, ctx))


def words_to_us(message: Message, ctx: Ctx) -> str:
    """The text of the message, or what stands under its file, without the bot's own name."""
    said = (message.text or message.caption or "")[:LONGEST]
    for mention in _mentions(message, ctx):
        said = said.replace(mention, "", 1)
    return said.strip()


def _mentions(message: Message, ctx: Ctx) -> list[str]:
    name = f"@{ctx.bot.username}".casefold()
    kinds: list[str | None] = [MessageEntity.MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    return [text for text in found.values() if text.casefold() == name]
