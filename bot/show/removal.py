"""Before a record is taken out: are you sure, or what keeps it from going. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.html import EMPTY, fit, join
from bot.show.handling import Delete, Open
from bot.show.lines import line
from bot.show.reply import TEXT_LIMIT, Button, Place, Reply, Row
from bot.show.rows import Links, Shown
from bot.words import Words

_MOST = 20


def ask_if_sure(shown: Shown, parts: int, links: Links, words: Words, action: Delete) -> Reply:
    """What goes, what goes with it, and that it can be brought back."""
    which = line(shown, links, words)
    with_it = words("removal-parts", n=parts) if parts else EMPTY
    yes = Button(words.plain("removal-yes"), action)
    text = join((words("removal-sure"), which, with_it, words("removal-undo")), "\n\n")
    return Reply(text, ((yes,), _back(action, words)), Place.PRESSED)


def in_use(shown: Shown, others: Sequence[Shown], links: Links, words: Words, action: Delete) -> Reply:
    """The records that refer to it, each to be opened."""
    head = words("removal-in-use", id=shown.command or "", n=len(others))
    lines = [line(other, links, words) for other in others[:_MOST]]
    more = words("card-more", n=len(others) - _MOST) if len(others) > _MOST else EMPTY
    return Reply(fit([head, *lines, more], TEXT_LIMIT), (_back(action, words),), Place.PRESSED)


def _back(action: Delete, words: Words) -> Row:
    return (Button(words.plain("button-back"), Open(action.letter, action.no)),)
