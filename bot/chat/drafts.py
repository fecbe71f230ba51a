"""What is shown of a draft under way: its next question, or its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.chat.links import LinksIn
from bot.chat.turn import Turn
from bot.record import dialogue
from bot.record.dialogue import Held
from bot.record.readers import Reading
from bot.show import drafts
from bot.show.reply import Reply
from db import exchanges
from db.vocabulary import Sheet

RECENT = 6
"""Partners offered first: those of the latest exchanges."""


def show(turn: Turn, held: Held) -> Reply:
    """The draft's next question, or its card."""
    names = names_of(turn)
    if held.draft.asking is None:
        reply = drafts.card(held.draft, turn.words, names)
    else:
        recent = exchanges.latest_partners(turn.session, RECENT)
        reply = drafts.question(held.draft, turn.words, names, turn.today, recent)
    return replace(reply, dialogue=held.no)


def under_way(turn: Turn) -> Held | None:
    """The person's draft in this chat."""
    return dialogue.held(turn.session, turn.person.id, turn.incoming.chat)


def reading(turn: Turn) -> Reading:
    """What this person's answers are read with."""
    return dialogue.reading(turn.session, turn.names, turn.today, turn.person.language)


def names_of(turn: Turn) -> Callable[[Sheet, str], str | None]:
    """Finds the name of a recorded record by its workbook id, in the person's language."""
    links = LinksIn(turn.session)

    def name(sheet: Sheet, id_: str) -> str | None:
        link = links(sheet, id_)
        if link is None:
            return None
        return link.names.best(turn.person.language) if link.names else link.said

    return name
