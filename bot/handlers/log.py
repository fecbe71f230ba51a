"""Logging: forms and drafts, one question at a time, one card, saved by ✅ alone and once; and undo."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from telegram import Message, Update
from telegram.ext import CommandHandler, filters

from bot.chat import drafts, reviews
from bot.chat.context import Ctx
from bot.chat.links import shown_as
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.record import attaching, dialogue, editions, forms
from bot.record import undo as taking_back
from bot.record.draft import AsNew, Back, Choice, Correct, Draft, Drop, Failure, Pick, Skip, YearOnly
from bot.record.narrative import is_narrative
from bot.record.ownership import may_change
from bot.rights import Act, may
from bot.show import drafts as shown
from bot.show.buttons import Discard, Fields, Save, Undo
from bot.show.reply import Place, Reply, Said
from db import attachments, dialogues, events
from db.columns import PRIVATE_SHEETS
from db.vocabulary import Role, Sheet

FORMS = ("exchange", "event", "agreement", "partner")
"""The forms that have a command."""
OFFERED = (*FORMS, "programme", "series", "promise", "contact")
"""The forms that /log offers."""

LOG = "log"
"""The kind of dialogue in which the next message is what happened."""


def command(form: str) -> Callable[[Update, Ctx], Coroutine[Any, Any, None]]:
    """/exchange, /event; what is typed behind the command is read like a message."""

    async def open_form(update: Update, ctx: Ctx) -> None:
        await ctx.do(update, Act.LOG, begin, form, ctx.argument)

    return open_form


async def log(update: Update, ctx: Ctx) -> None:
    """/log"""
    said = told(update.effective_message)
    if said:
        await ctx.do(update, Act.LOG, tell, said)
    else:
        await ctx.do(update, Act.LOG, await_statement)


def told(message: Message | None) -> str:
    """What stands behind the command, line by line as it was written."""
    return ((message and message.text) or "").partition(" ")[2].strip()


async def undo(update: Update, ctx: Ctx) -> None:
    """/undo"""
    await ctx.do(update, Act.UNDO_OWN, undo_last)


async def cancel(update: Update, ctx: Ctx) -> None:
    """/cancel"""
    await ctx.do(update, Act.LOG, stop)


async def choose(update: Update, ctx: Ctx, action: Choice) -> None:
    """A button that answers a question or corrects the card."""
    await ctx.do(update, Act.LOG, press, action)


async def save(update: Update, ctx: Ctx, action: Save) -> None:
    """✅"""
    await ctx.do(update, Act.LOG, put_in, action)


async def discard(update: Update, ctx: Ctx, action: Discard) -> None:
    """✖️"""
    await ctx.do(update, Act.LOG, throw_away, action)


async def fields(update: Update, ctx: Ctx, action: Fields) -> None:
    """✏️"""
    await ctx.do(update, Act.LOG, which_field, action)


async def undo_this(update: Update, ctx: Ctx, action: Undo) -> None:
    """The button under a receipt."""
    await ctx.do(update, Act.UNDO_OWN, take_back, action.batch)


def begin(turn: Turn, form: str, text: str) -> Reply:
    """The form, with what its command's own words say filled in; only what is missing is asked."""
    return hold(turn, dialogue.blank(form, text, drafts.reading(turn), turn.now))


def stated(turn: Turn, text: str) -> Reply | None:
    """The draft of what a message reports; None where it reports nothing. The porter reads a narrative."""
    wish = editions.wished(text, events.every(turn.session))
    if wish is not None:
        return next_edition(turn, wish.event, wish.years)
    if turn.incoming.private and is_narrative(text):
        return reviews.order(turn, "", text=text)
    draft = dialogue.stated(text, drafts.reading(turn), dialogue.view(turn.session), turn.now)
    if draft is None:
        return None
    return hold(turn, replace(draft, chat=turn.incoming.chat, message=turn.incoming.message or 0))


def next_edition(turn: Turn, no: int, years: int = 1) -> Reply:
    """An event like that one, as many years later. Raises UserFault where there is none."""
    Sight(turn).check(Sheet.EVENTS, no)
    row = shown_as(turn.session, Sheet.EVENTS, no, None).row
    if not row:
        raise UserFault("record-unknown", id=f"/e{no}")
    draft = Draft.of((editions.next_edition(row, years),), dialogue.key_of(turn.now), turn.person.language)
    return hold(turn, draft.onward())


def hold(turn: Turn, draft: Draft) -> Reply:
    """Puts a draft into the person's dialogue and shows it."""
    held = dialogue.hold(turn.session, turn.person.id, turn.incoming.chat, draft, turn.now)
    return drafts.show(turn, held)


def go_on(turn: Turn, said: str | Choice) -> Reply | Failure:
    """The draft after an answer, or why it could not be taken. Raises UserFault where there is no draft."""
    held = drafts.under_way(turn)
    if held is None:
        raise UserFault("draft-saved")
    after = dialogue.carry_on(turn.session, held, said, drafts.reading(turn), turn.now)
    return after if isinstance(after, Failure) else drafts.show(turn, after)


def press(turn: Turn, action: Choice) -> Reply:
    """The draft after a pressed button. Raises UserFault for a button of an earlier turn."""
    after = go_on(turn, action)
    if isinstance(after, Failure):
        raise UserFault(after.key, **after.values)
    return after


def put_in(turn: Turn, action: Save) -> Said | tuple[Said, ...]:
    """Saves the draft: the records, their history and the end of the dialogue in one transaction. Where
    others were faster, their change is shown first.
    """
    held = drafts.under_way(turn)
    if held is not None:
        may_change(turn.session, turn.actor, turn.person.role, held.draft.to_save)
        held, changed = dialogue.catch_up(turn.session, held, turn.now)
        if changed:
            return Reply(shown.meanwhile(changed, turn.words)), drafts.show(turn, held)
    done = dialogue.confirm(turn.session, turn.actor, held, action.key, action.turn, turn.now)
    files = attaching.keep_waiting(turn.session, held.person, turn.incoming.chat, done) if held else 0
    receipt = shown.receipt(done, turn.words, drafts.names_of(turn), files)
    return (receipt, *reviews.after_form(turn, held.draft.review, held.draft.item)) if held else receipt


def throw_away(turn: Turn, action: Discard) -> tuple[Reply, ...]:
    """Ends the dialogue; nothing was saved."""
    held = drafts.under_way(turn)
    dialogue.discard(turn.session, held, action.key)
    attachments.drop_waiting(turn.session, held.person if held else turn.person.id, turn.incoming.chat)
    listed = reviews.after_form(turn, held.draft.review, held.draft.item) if held else ()
    return Reply(turn.words("draft-discarded"), place=Place.PRESSED), *listed


def which_field(turn: Turn, action: Fields) -> Reply:
    """The fields of the card as buttons."""
    held = drafts.under_way(turn)
    if held is None or held.draft.key != action.key:
        raise UserFault("draft-saved")
    return shown.field_menu(held.draft, turn.words, drafts.names_of(turn))


def tell(turn: Turn, text: str) -> Reply:
    """What /log was told: a draft, or that nothing was understood as a fact."""
    return stated(turn, text) or Reply(turn.words("log-nothing"))


def await_statement(turn: Turn) -> Reply:
    """Asks what happened; the next message is it."""
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, LOG, {}, turn.now)
    buttons = shown.forms(_offered(turn.person.role), turn.words) if turn.incoming.private else ()
    return Reply(turn.words("ask-log"), buttons, awaits=turn.words.plain("log-placeholder"))


def _offered(role: Role) -> list[str]:
    """What nobody but managers could look at afterwards is offered to nobody else."""
    secret = not may(role, Act.SEE_CONTACTS)
    return [name for name in OFFERED if not (secret and forms.FORMS[name].sheet in PRIVATE_SHEETS)]


def undo_last(turn: Turn) -> Reply:
    """Takes back the person's latest batch that stands."""
    done = taking_back.undo_last(turn.session, turn.actor, turn.person.role, now=turn.now)
    return shown.receipt(done, turn.words, drafts.names_of(turn))


def take_back(turn: Turn, batch: int) -> Reply:
    """Takes back one batch: one's own or, for a manager, anybody's."""
    done = taking_back.undo(turn.session, turn.actor, turn.person.role, batch, now=turn.now)
    return shown.receipt(done, turn.words, drafts.names_of(turn))


def stop(turn: Turn) -> Reply:
    """Ends whatever is being talked about."""
    found = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    ended = found is not None and dialogues.end(turn.session, found.no)
    attachments.drop_waiting(turn.session, turn.person.id, turn.incoming.chat)
    return Reply(turn.words("cancelled" if ended else "cancelled-nothing"))


_PRIVATE = filters.ChatType.PRIVATE
HANDLERS = [
    *(CommandHandler(form, command(form), _PRIVATE) for form in FORMS),
    CommandHandler(LOG, log),
    CommandHandler("undo", undo, _PRIVATE),
    CommandHandler("cancel", cancel, _PRIVATE),
    Pressed[Choice](choose, Pick, Skip, YearOnly, AsNew, Correct, Drop, Back),
    Pressed(save, Save),
    Pressed(discard, Discard),
    Pressed(fields, Fields),
    Pressed(undo_this, Undo),
]
