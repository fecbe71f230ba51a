"""Files and the records that they are kept with: where one belongs, who may bring it and who may take it
away.
"""

from __future__ import annotations

from pathlib import PurePath

from sqlalchemy.orm import Session

from bot.record.receipt import Done, Receipt
from bot.rights import Act, may
from db import attachments, history, sources
from db.attachments import Attachment
from db.history import Actor
from db.refused import Refused
from db.vocabulary import Role, Sheet

PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "heic", "tif", "tiff", "gif", "bmp"})
PAPERS = frozenset(
    {"pdf", "djvu", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx"}
)
LARGEST = 20 * 2**20
"""Bytes of a file: what Telegram lets a bot fetch."""
_LONGEST_NAME = 120


def checked_name(name: str, size: int) -> str:
    """The file's name as it is kept. Raises Refused `file-too-large`, `file-type`."""
    tidy = "".join(sign for sign in PurePath(name.replace("\\", "/")).name if sign.isprintable())
    if size > LARGEST:
        raise Refused("file-too-large", limit=LARGEST // 2**20)
    ending = tidy.rpartition(".")[2].casefold() if "." in tidy else ""
    if ending not in PICTURES | PAPERS:
        raise Refused("file-type", name=tidy[:80])
    return tidy if len(tidy) <= _LONGEST_NAME else f"{tidy[: _LONGEST_NAME - len(ending) - 2]}….{ending}"


def keep_waiting(session: Session, person: int, chat: int, done: Receipt) -> int:
    """The files that waited are kept with what was saved: with every record that has a card, with partners
    only where nothing else was saved. How many files that were.
    """
    saved = [
        (line.sheet, line.no) for line in done.lines if line.sheet.letter and line.done is not Done.REMOVED
    ]
    main = [record for record in saved if record[0] is not Sheet.PARTNERS] or saved
    return attachments.settle(session, person, chat, main)


def told_in(session: Session, chat: int, message: int) -> tuple[Sheet, int] | None:
    """The first record with a card that was saved from that message."""
    for source in sources.of_message(session, chat, message):
        for entry in history.entries_of(session, source.batch):
            if entry.saved.sheet.letter and entry.saved.sheet is not Sheet.PARTNERS:
                return entry.saved.sheet, entry.saved.no
    return None


def latest(session: Session, actor: Actor, most: int) -> tuple[tuple[Sheet, int], ...]:
    """The records that the person has saved lately, the latest first."""
    found: dict[tuple[Sheet, int], None] = {}
    for batch in history.latest(session, actor.member, skip=0, limit=most):
        if batch.undone_by is None and batch.undoes is None:
            saved = (entry.saved for entry in history.entries_of(session, batch.no, most))
            found |= {
                (one.sheet, one.no): None for one in saved if one.sheet.letter and one.action != "removed"
            }
    return tuple(found)[:most]


def may_detach(role: Role, person: int, attachment: Attachment) -> bool:
    """Managers take any file away, staff those that they brought."""
    return may(role, Act.EDIT_ANY) or (attachment.person == person and may(role, Act.ATTACH))
