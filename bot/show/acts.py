"""What can be done with a record, as buttons under its card. Pure."""

from __future__ import annotations

from collections.abc import Collection

from bot.rights import Act
from bot.show.buttons import History
from bot.show.choices import NextEdition
from bot.show.handling import Alike, Delete, Edit, Files
from bot.show.reply import Button, Copy, Link, Row, Share
from bot.show.rows import Shown
from bot.words import Words
from db.columns import PRIVATE
from db.vocabulary import Sheet


def under(letter: str, no: int, acts: Collection[Act], words: Words, files: int = 0) -> tuple[Row, ...]:
    """The buttons of those acts that are open to the reader."""
    offers = (
        (Act.LOG, "button-edit", Edit(letter, no)),
        (Act.SEE_HISTORY, "button-history", History(f"{letter}{no}", 0)),
        (Act.MERGE, "button-merge", Alike(no, 0)),
        (Act.DELETE_OWN, "button-delete", Delete(letter, no, sure=False)),
    )
    buttons = [Button(words.plain(key), action) for act, key, action in offers if act in acts]
    if letter == Sheet.EVENTS.letter and Act.LOG in acts:
        buttons.append(Button(words.plain("button-next-edition"), NextEdition(no)))
    if files and Act.ATTACH in acts:
        buttons.insert(0, Button(words.plain("button-files", n=files), Files(letter, no)))
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


_COPIED = ("number", "email", "phone")
"""Columns whose value people type off elsewhere, letter by letter."""


def copies(shown: Shown, words: Words, *, contacts: bool) -> tuple[Row, ...]:
    """Buttons that put a number or an address on the clipboard; none for what the reader may not see."""
    open_ = [name for name in _COPIED if name in shown.row and (contacts or name not in PRIVATE)]
    keys = tuple(Copy(words.plain(f"button-copy-{name}"), str(shown.row[name])) for name in open_)
    return (keys,) if keys else ()


def share(letter: str, no: int, words: Words) -> Share:
    """Drops the card into another chat."""
    return Share(words.plain("button-share"), f"{letter}{no}")


def elsewhere(bot: str, letter: str, no: int, words: Words) -> Link:
    """Leads to the record in the private chat with the bot, where it can be worked with."""
    return Link(words.plain("button-open-private"), f"https://t.me/{bot}?start={letter}{no}")
