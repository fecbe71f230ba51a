"""Plain text: the answer to what is being asked, a statement to be logged, or a question.

In a private chat that is every message; in a group only a reply to the bot or a message that names it, which
privacy mode lets through.
"""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat import drafts, reviews
from bot.chat.asking import asked, replies_to_answer
from bot.chat.context import Ctx
from bot.chat.hearing import to_us
from bot.chat.turn import Turn
from bot.handlers.ask import ASK, FIND
from bot.handlers.cards import SHORT_ID, show_card
from bot.handlers.files import ATTACH, for_files
from bot.handlers.history import ask_to_undo_last
from bot.handlers.importing import IMPORT
from bot.handlers.log import LOG, go_on, stated, stop, tell
from bot.handlers.misses import NAMING, offer
from bot.handlers.settings import SETTING, written
from bot.language.reading import read
from bot.language.triage import asks_outright
from bot.record import dialogue
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import front
from bot.show.drafts import failure
from bot.show.reply import Reply, Said
from db import dialogues
from db.dialogues import Dialogue


async def text(update: Update, ctx: Ctx) -> None:
    """A message without a command."""
    said = to_us(update, ctx)
    if said:
        await ctx.do(update, Act.ASK, heard, ctx.deps.settings, said)
    else:
        await ctx.pass_over(update)


async def short_id(update: Update, ctx: Ctx) -> None:
    """/x7: the card, unless a record is just what was asked for."""
    found = SHORT_ID.match((update.effective_message and update.effective_message.text) or "")
    if found:
        await ctx.do(update, Act.SEE_RECORD, named, ctx.deps.settings, found[1], int(found[2]))


def named(turn: Turn, settings: Settings, letter: str, no: int) -> Said | tuple[Said, ...] | None:
    """A record, by its short id."""
    held = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    draft = drafts.under_way(turn)
    awaited = held is not None and held.kind == ATTACH
    if awaited or (draft is not None and draft.draft.awaits_record):
        return heard(turn, settings, f"/{letter}{no}")
    return show_card(turn, letter, no)


def heard(turn: Turn, settings: Settings, said: str) -> Said | tuple[Said, ...] | None:
    """What is being asked goes first; then what the text itself is."""
    if reviews.goes_on(turn, said):
        return None
    held = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    if turn.incoming.private and front.wants_back(said) and may(turn.person.role, Act.UNDO_OWN):
        return stop(turn) if held is not None else ask_to_undo_last(turn)
    may_log = may(turn.person.role, Act.LOG)
    if held is None:
        return _afresh(turn, said, may_log=may_log)
    if held.kind in {ASK, FIND, LOG}:
        dialogues.end(turn.session, held.no)
        return tell(turn, said) if held.kind == LOG else asked(turn, said)
    if held.kind in {NAMING, SETTING}:
        return _told(turn, settings, held, said)
    return _under_way(turn, held, said) if may_log else _afresh(turn, said, may_log=False)


def _under_way(turn: Turn, held: Dialogue, said: str) -> Said | tuple[Said, ...]:
    """A member who may log is in the midst of something."""
    if held.kind == ATTACH:
        return for_files(turn, said) or asked(turn, said)
    if held.kind in {reviews.READ, IMPORT}:
        return _afresh(turn, said, may_log=True)
    return _to_draft(turn, said)


def _afresh(turn: Turn, said: str, *, may_log: bool) -> Said | tuple[Said, ...]:
    """Nothing is under way: a greeting, a fact, or a question."""
    polite = front.courtesy(said, turn.person.name, turn.words)
    return polite or (stated(turn, said) if may_log else None) or asked(turn, said)


def _told(turn: Turn, settings: Settings, held: Dialogue, said: str) -> Said | tuple[Said, ...]:
    """What administrators and managers teach and set; a question is still a question."""
    if held.kind == SETTING:
        return asked(turn, said) if _is_question(turn, said) else written(turn, held, said, settings)
    if not may(turn.person.role, Act.TEACH):
        return asked(turn, said)
    dialogues.end(turn.session, held.no)
    return offer(turn, held.body["miss"], said, cut=held.body["cut"])


def _to_draft(turn: Turn, said: str) -> Said | tuple[Said, ...]:
    """An answer to the draft under way; a question leaves the draft as it is, and so does another fact."""
    held = drafts.under_way(turn)
    asks = held is None or (not held.draft.awaits_prose and _is_question(turn, said))
    if held is None or asks or replies_to_answer(turn):
        return asked(turn, said)
    if held.draft.asking is None and dialogue.reports(said, drafts.reading(turn), turn.session):
        return Reply(turn.words("draft-kept-open")), drafts.show(turn, held)
    after = go_on(turn, said)
    return after if isinstance(after, Reply) else (Reply(failure(after, turn.words)), drafts.show(turn, held))


def _is_question(turn: Turn, said: str) -> bool:
    return asks_outright(read(said, turn.names, turn.today))


HANDLERS = [
    MessageHandler(filters.Regex(SHORT_ID) & filters.UpdateType.MESSAGE, short_id),
    MessageHandler(filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE, text),
]
