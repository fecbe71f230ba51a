"""Plain text: the answer to what is being asked, a statement to be logged, or a question.

In a private chat that is every message; in a group only a reply to the bot or a message that names it, which
privacy mode lets through.
"""

from __future__ import annotations

from telegram import MessageEntity, Update
from telegram.ext import MessageHandler, filters

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.handlers.ask import ASK, FIND, answer
from bot.handlers.log import LOG, go_on, stated, tell
from bot.language.reading import read
from bot.language.triage import asks_outright
from bot.record import dialogue
from bot.rights import Act, may
from bot.show.drafts import failure
from bot.show.reply import Reply, Said
from db import dialogues

LONGEST = 4096
"""Characters of a message: Telegram's own limit, held here too for whatever else may deliver one."""


async def text(update: Update, ctx: Ctx) -> None:
    """A message without a command."""
    said = to_us(update, ctx)
    if said:
        await ctx.do(update, Act.ASK, heard, said)
    else:
        await ctx.pass_over(update)


def heard(turn: Turn, said: str) -> Said | tuple[Said, ...]:
    """What is being asked goes first; then what the text itself is."""
    held = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    if held is not None and held.kind in {ASK, FIND, LOG}:
        dialogues.end(turn.session, held.no)
        return tell(turn, said) if held.kind == LOG else answer(turn, said)
    may_log = may(turn.person.role, Act.LOG)
    if held is not None and may_log:
        return _to_draft(turn, said)
    return (stated(turn, said) if may_log else None) or answer(turn, said)


def _to_draft(turn: Turn, said: str) -> Said | tuple[Said, ...]:
    """An answer to the draft under way; a question leaves the draft as it is, and so does another fact."""
    held = drafts.under_way(turn)
    if held is None or (not held.draft.awaits_prose and _is_question(turn, said)):
        return answer(turn, said)
    if held.draft.asking is None and dialogue.reports(said, drafts.reading(turn), turn.session):
        return Reply(turn.words("draft-kept-open")), drafts.show(turn, held)
    after = go_on(turn, said)
    return after if isinstance(after, Reply) else (Reply(failure(after, turn.words)), drafts.show(turn, held))


def _is_question(turn: Turn, said: str) -> bool:
    return asks_outright(read(said, turn.names, turn.today))


def to_us(update: Update, ctx: Ctx) -> str:
    """What the message says to the bot; empty where it is none of its business."""
    message, chat = update.effective_message, update.effective_chat
    said = (message and message.text and message.text[:LONGEST]) or ""
    if message is None or chat is None or chat.type == chat.PRIVATE:
        return said
    name = f"@{ctx.bot.username}".casefold()
    named = [
        text for text in message.parse_entities([MessageEntity.MENTION]).values() if text.casefold() == name
    ]
    answered = message.reply_to_message
    is_answer = (
        answered is not None and answered.from_user is not None and answered.from_user.id == ctx.bot.id
    )
    for mention in named:
        said = said.replace(mention, "", 1)
    return said.strip() if named or is_answer else ""


HANDLERS = [MessageHandler(filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE, text)]
