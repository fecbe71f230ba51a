"""What can be done with a record, as buttons under its card. Pure."""

from __future__ import annotations

from collections.abc import Collection

from bot.rights import Act
from bot.show.buttons import Alike, Delete, Edit, Files, History
from bot.show.reply import Button, Row
from bot.words import Words


def under(letter: str, no: int, acts: Collection[Act], words: Words, files: int = 0) -> tuple[Row, ...]:
    """The buttons of those acts that are open to the reader."""
    offers = (
        (Act.LOG, "button-edit", Edit(letter, no)),
        (Act.SEE_HISTORY, "button-history", History(f"{letter}{no}", 0)),
        (Act.MERGE, "button-merge", Alike(no, 0)),
        (Act.DELETE_OWN, "button-delete", Delete(letter, no, sure=False)),
    )
    buttons = [Button(words.plain(key), action) for act, key, action in offers if act in acts]
    if files and Act.ATTACH in acts:
        buttons.insert(0, Button(words.plain("button-files", n=files), Files(letter, no)))
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
