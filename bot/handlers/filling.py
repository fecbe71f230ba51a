"""What helps to fill in a form: the forms as buttons, a month to pick a day from, an event like the last."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.chat import drafts
from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.log import OFFERED, begin, next_edition
from bot.handlers.pressed import Pressed
from bot.record.forms import Reader
from bot.rights import Act
from bot.show import months
from bot.show.choices import Month, NextEdition, OpenForm
from bot.show.reply import Place, Reply

_PICKED = frozenset({Reader.DAY, Reader.COMING})


async def form(update: Update, ctx: Ctx, action: OpenForm) -> None:
    """A form was chosen."""
    await ctx.do(update, Act.LOG, open_form, action)


async def month(update: Update, ctx: Ctx, action: Month) -> None:
    """📅, and from one month to another."""
    await ctx.do(update, Act.LOG, show_month, action)


async def edition(update: Update, ctx: Ctx, action: NextEdition) -> None:
    """🔁 under an event."""
    await ctx.do(update, Act.LOG, begin_edition, action)


def open_form(turn: Turn, action: OpenForm) -> Reply:
    """Raises UserFault for a form that there is not."""
    if action.form not in OFFERED:
        raise UserFault("button-old")
    return begin(turn, action.form, "")


def show_month(turn: Turn, action: Month) -> Reply:
    """The question, with the days of that month under it. Raises UserFault for a button of another turn."""
    held = drafts.under_way(turn)
    asked = (
        held.draft.asked if held and (held.draft.key, held.draft.turn) == (action.key, action.turn) else None
    )
    if held is None or asked is None or asked[1].reader not in _PICKED:
        raise UserFault("draft-old")
    question = drafts.show(turn, held)
    try:
        days = months.grid(held.draft, action.month, turn.words)
    except ValueError:
        raise UserFault("button-old") from None
    return replace(question, buttons=(*days, question.buttons[-1]))


def begin_edition(turn: Turn, action: NextEdition) -> Reply:
    """The next edition as a draft; the event's own card stays."""
    return replace(next_edition(turn, action.no), place=Place.NEW)


HANDLERS = [Pressed(form, OpenForm), Pressed(month, Month), Pressed(edition, NextEdition)]
