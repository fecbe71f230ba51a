"""An edited message laid against its draft, or against the records that were saved from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.record import alike, dialogue, rereading
from bot.record.dialogue import Held
from bot.record.draft import Draft, Entry
from bot.record.meanwhile import opened
from bot.record.readers import Reading
from bot.record.rereading import reread
from db import dialogues, history, records, sources
from db.vocabulary import Sheet


def amended(session: Session, held: Held, text: str, known: Reading, now: datetime) -> Held:
    """The draft under way, read again and kept; an edit that reports nothing leaves it as it is."""
    after = _read(session, text, known, now)
    if after is None:
        return held
    before = _read(session, held.draft.text, known, now)
    entries = reread(before.entries if before else (), held.draft.entries, after.entries)
    draft = replace(held.draft, entries=entries, text=text, asking=None).onward()
    draft = alike.compared(session, draft)
    dialogues.keep(session, held.no, draft.pack(), now)
    return replace(held, draft=draft)


def retold(
    session: Session, chat: int, message: int, text: str, known: Reading, now: datetime
) -> Draft | None:
    """What the records that were saved from the message would become; None where none were. It has nothing to
    save where the message reports nothing, or nothing else.
    """
    told = sources.of_message(session, chat, message)
    stand = tuple(_records(session, [source.batch for source in told]))
    if not stand:
        return None
    before, after = _read(session, told[-1].text, known, now), _read(session, text, known, now)
    entries = reread(before.entries if before else (), stand, after.entries) if after else ()
    key = dialogue.key_of(now)
    draft = replace(Draft.of(_touched(entries), key, known.language, text), chat=chat, message=message)
    return draft.onward() if draft.to_save else draft


def untold(
    session: Session, chat: int, message: int, text: str, known: Reading, now: datetime
) -> tuple[tuple[Sheet, int], ...]:
    """The records with a short id that were saved from the message and that it no longer tells of."""
    told = sources.of_message(session, chat, message)
    stand = tuple(_records(session, [source.batch for source in told]))
    before = _read(session, told[-1].text, known, now) if told else None
    after = _read(session, text, known, now)
    if before is None:
        return ()
    gone = rereading.untold(before.entries, stand, after.entries if after else ())
    return tuple((e.sheet, e.no) for e in gone if e.sheet.letter and e.sheet is not Sheet.PARTNERS)


def _read(session: Session, text: str, known: Reading, now: datetime) -> Draft | None:
    return dialogue.stated(text, known, dialogue.view(session), now)


def _records(session: Session, batches: list[int]) -> Iterator[Entry]:
    """The records that the batches touched and that are still there, in the order of saving."""
    saved = (entry.saved for batch in batches for entry in history.entries_of(session, batch))
    for sheet, no in dict.fromkeys((one.sheet, one.no) for one in saved):
        if records.get(session, sheet, no) is not None:
            yield opened(session, sheet, no)


def _touched(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What changes, and the events whose participants do."""
    changed = [entry for entry in entries if entry.base is None or entry.changed()]
    events = {entry.row.get("event") for entry in changed if entry.sheet is Sheet.PARTICIPANTS}
    return tuple(entry for entry in entries if entry in changed or entry.id in events)
