"""What is shown of a draft under way: its next question, or its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.chat.links import LinksIn, shown_as
from bot.chat.turn import Turn
from bot.clock import local_day
from bot.faults import UserFault
from bot.record import dialogue
from bot.record.dialogue import Held
from bot.record.draft import Entry
from bot.record.readers import Reading
from bot.rights import Act, may
from bot.show import drafts
from bot.show.handling import Delete
from bot.show.reply import Button, Reply
from db import attachments, exchanges
from db.vocabulary import Sheet

RECENT = 6
"""Partners offered first: those of the latest exchanges."""


def show(turn: Turn, held: Held) -> Reply:
    """The draft's next question, or its card."""
    names = names_of(turn)
    if held.draft.asking is None:
        files = attachments.waiting(turn.session, held.person, turn.incoming.chat)
        reply = drafts.card(held.draft, turn.words, names, [file.name for file in files])
    else:
        recent = exchanges.latest_partners(turn.session, RECENT)
        reply = drafts.question(held.draft, turn.words, names, turn.today, recent)
    return replace(reply, dialogue=held.no)


def untold(turn: Turn, sheet: Sheet, no: int) -> Reply:
    """Asks whether a record is to go whose message no longer tells of it."""
    row = shown_as(turn.session, sheet, no, None).row
    said = drafts.summary(None, Entry(sheet, row), turn.words, names_of(turn))
    text = turn.words("retold-untold", id=f"/{sheet.letter}{no}", said=said)
    button = Button(turn.words.plain("button-delete"), Delete(sheet.letter or "", no, sure=False))
    return Reply(text, ((button,),))


def under_way(turn: Turn) -> Held | None:
    """The person's draft in this chat, or the one whose button they pressed. Raises UserFault for a card that
    is neither theirs nor a manager's to answer.
    """
    chat, pressed = turn.incoming.chat, turn.incoming.pressed
    on_card = dialogue.held_on(turn.session, chat, pressed) if pressed is not None else None
    if on_card is None or on_card.person == turn.person.id:
        return dialogue.held(turn.session, turn.person.id, chat)
    if not may(turn.person.role, Act.EDIT_ANY):
        raise UserFault("draft-not-yours")
    return on_card


def reading(turn: Turn) -> Reading:
    """What this person's answers are read with: "yesterday" is counted from the day on which it was said."""
    said = turn.incoming.sent
    day = local_day(said, turn.zone) if said else turn.today
    return dialogue.reading(turn.session, turn.names, day, turn.person.language)


def names_of(turn: Turn) -> Callable[[Sheet, str], str | None]:
    """Finds the name of a recorded record by its workbook id, in the person's language."""
    links = LinksIn(turn.session)

    def name(sheet: Sheet, id_: str) -> str | None:
        link = links(sheet, id_)
        if link is None:
            return None
        return link.names.best(turn.person.language) if link.names else link.said

    return name
