"""A record as an inline result: a line to choose, and the card that it becomes in whatever chat. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.html import clip
from bot.show import acts, lines, records
from bot.show.reply import Offered
from bot.show.rows import Links, Shown
from bot.words import Words
from db.columns import PRIVATE

_NOT_FOR_ANY_CHAT = PRIVATE | {"responsible", "note"}
"""Who chooses a result shows it to people of whom we know nothing."""
_TITLE, _DESCRIPTION = 100, 200


def offered(shown: Shown, links: Links, bot: str, words: Words) -> Offered:
    """The record alone, without the people behind it."""
    row = {column: cell for column, cell in shown.row.items() if column not in _NOT_FOR_ANY_CHAT}
    public = replace(shown, row=row, related=())
    name, *rest = (*lines.telling(public, links, words), "")
    short = (shown.command or "").lstrip("/")
    return Offered(
        id=short,
        title=clip(name, _TITLE) or (shown.command or ""),
        description=clip(" · ".join(filter(None, rest)), _DESCRIPTION),
        text=records.card(public, links, words, contacts=False).text,
        link=acts.elsewhere(bot, short[:1], int(short[1:]), words) if short else None,
    )
