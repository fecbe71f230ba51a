"""A draft's life in the database: begun, answered turn by turn, saved once or thrown away. No Telegram here.

A person has at most one draft in a chat, as a row of `db.dialogues` of the kind DRAFT. Saving deletes
that row in the same transaction, so that a second press of ✅ finds nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.language.names import Gazetteer
from bot.record import alike, reviewing
from bot.record.answering import answer
from bot.record.composing import placed
from bot.record.draft import Changed, Choice, Draft, Entry, Failure
from bot.record.facts.scene import scene
from bot.record.forms import FORMS, PEOPLE, Ask
from bot.record.meanwhile import caught_up, opened
from bot.record.readers import Reading, said_besides
from bot.record.receipt import Receipt
from bot.record.statement import understood
from bot.record.undo import receipt_of
from bot.record.view import View
from db import agreements, dialogues, history, records, sources
from db.dialogues import Dialogue
from db.history import Actor
from db.refused import Refused
from db.sources import Source
from db.vocabulary import Language, Sheet, short_number

DRAFT = "draft"
"""The kind of dialogue that is a draft."""


@dataclass(frozen=True, slots=True)
class Held:
    """A draft under way; `no`, `person` and `card` are those of its dialogue."""

    no: int
    person: int
    card: int | None
    draft: Draft


def reading(session: Session, gazetteer: Gazetteer, today: date, language: Language) -> Reading:
    """What answers are read with in this transaction."""
    return Reading(gazetteer, today, language, lambda short: _workbook_id(session, short))


def _workbook_id(session: Session, short: str) -> str | None:
    for sheet in Sheet:
        no = short_number(sheet, short) if sheet.letter else None
        record = records.get(session, sheet, no) if no else None
        if record is not None:
            return str(getattr(record, "id", "")) or None
    return None


def view(session: Session) -> View:
    """What understanding a statement needs of the registry."""
    return View.of(agreements.every(session))


def key_of(now: datetime) -> str:
    """The key of a draft begun at that moment: no two of one person's are alike."""
    return f"{int(now.timestamp() * 1000):x}"


def blank(form: str, text: str, known: Reading, now: datetime) -> Draft:
    """A draft of the form as its command opens it, with what the command's own text plainly says filled
    in.
    """
    entry = Entry(FORMS[form].sheet, {"id": "new1"})
    for read in said_besides(FORMS[form], text, known).values() if text.strip() else ():
        entry = entry.put(read.values, read.quote)
    return Draft(key_of(now), form, known.language, (entry,), by_form=True, text=text).onward()


def stated(text: str, known: Reading, told: View, now: datetime) -> Draft | None:
    """The draft that a message gives; None when it reports nothing."""
    laid = scene(text, known.gazetteer, known.today)
    entries = tuple(placed(entry, told, known.gazetteer) for entry in understood(laid, told))
    return Draft.of(entries, key_of(now), known.language, text).onward() if entries else None


def reports(text: str, known: Reading, session: Session) -> bool:
    """Whether a message reports a whole fact by itself, and not just a field of one."""
    laid = scene(text, known.gazetteer, known.today)
    entries = understood(laid, view(session))
    return bool(entries) and not any(field.ask is Ask.NEEDED for _, field in Draft.of(entries).missing())


def edited(
    session: Session,
    sheet: Sheet,
    no: int,
    known: Reading,
    now: datetime,
    hidden: Collection[str] = frozenset(),
) -> Draft:
    """The form filled in with a recorded fact, but for the columns that its editor may not see. Raises
    Refused `record-gone`.
    """
    found = opened(session, sheet, no)
    row = {column: cell for column, cell in found.row.items() if column not in hidden}
    entry = replace(found, row=row, base=row, passed=frozenset({PEOPLE}))
    return Draft(key_of(now), entry.form.name, known.language, (entry,)).onward()


def hold(session: Session, person: int, chat: int, draft: Draft, now: datetime) -> Held:
    """Begins a dialogue over a draft, in place of whatever was being talked about."""
    draft = alike.compared(session, draft)
    begun = dialogues.begin(session, person, chat, DRAFT, draft.pack(), now)
    return Held(begun.no, begun.person, begun.card, draft)


def held(session: Session, person: int, chat: int) -> Held | None:
    """The person's draft in that chat."""
    return _held(dialogues.get(session, person, chat))


def held_on(session: Session, chat: int, card: int) -> Held | None:
    """The draft whose card that message of the chat is, whoever's it is."""
    return _held(dialogues.of_card(session, chat, card))


def _held(found: Dialogue | None) -> Held | None:
    if found is None or found.kind != DRAFT:
        return None
    return Held(found.no, found.person, found.card, Draft.unpack(found.body))


def carry_on(
    session: Session, under_way: Held, said: str | Choice, known: Reading, now: datetime
) -> Held | Failure:
    """The draft after an answer, kept; or why the answer cannot be taken, and the draft is as it was."""
    draft = answer(under_way.draft, said, known)
    if isinstance(draft, Failure):
        return draft
    draft = alike.compared(session, draft)
    dialogues.keep(session, under_way.no, draft.pack(), now)
    return replace(under_way, draft=draft)


def catch_up(session: Session, under_way: Held, now: datetime) -> tuple[Held, tuple[Changed, ...]]:
    """The draft laid over what others have changed since it was opened, kept; and what that was."""
    draft, changed = caught_up(session, under_way.draft)
    if changed:
        dialogues.keep(session, under_way.no, draft.pack(), now)
    return replace(under_way, draft=draft), changed


def confirm(
    session: Session, actor: Actor, under_way: Held | None, key: str, turn: int, now: datetime
) -> Receipt:
    """Saves the draft whose card was pressed and ends its dialogue, in one transaction.

    Raises Refused `draft-saved` when that draft is no longer there, `draft-old` when the card is not its
    newest, `draft-incomplete` (with the field's name) and `draft-empty`; and what `db.history.save` refuses.
    """
    if under_way is None or under_way.draft.key != key:
        raise Refused("draft-saved")
    draft = under_way.draft
    if draft.turn != turn:
        raise Refused("draft-old")
    lacking = next((field for _, field in draft.missing() if field.ask == 3), None)
    if lacking is not None:
        raise Refused("draft-incomplete", field=lacking.name)
    if not draft.to_save:
        raise Refused("draft-empty")
    if not dialogues.end(session, under_way.no):
        raise Refused("draft-saved")
    done = history.save(session, actor, draft.to_save, now=now)
    if draft.message and done.batch:
        sources.keep(session, Source(done.batch, draft.chat, draft.message, draft.text))
    if draft.review:
        reviewing.saved_by_hand(session, draft, done, now)
    return receipt_of(session, done)


def discard(session: Session, under_way: Held | None, key: str) -> None:
    """Throws the draft away. Raises Refused `draft-saved` when it is no longer there."""
    if under_way is None or under_way.draft.key != key or not dialogues.end(session, under_way.no):
        raise Refused("draft-saved")
