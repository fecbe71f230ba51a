"""The next draft from an answer: typed text or a pressed button. Pure; the same answer always gives the same
draft.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.record import readers
from bot.record.draft import (
    Asking,
    AsNew,
    Back,
    Choice,
    Correct,
    Draft,
    Drop,
    Entry,
    Failure,
    Mode,
    Pick,
    Skip,
    YearOnly,
)
from bot.record.forms import PEOPLE, Ask, Field, Reader
from bot.record.readers import People, Read, Reading, Unclear
from bot.words import Words
from db.vocabulary import Sheet

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASHES = frozenset("-–—")
_NOT_VOLUNTEERED = frozenset({Sheet.PARTNERS, Sheet.PARTICIPANTS, Sheet.OURSELVES})
LIMIT = 4000
"""Characters of an answer that are read."""


def answer(draft: Draft, said: str | Choice, reading: Reading) -> Draft | Failure:
    """The draft after the answer, asking what is missing next; or why the answer cannot be taken."""
    if not isinstance(said, str):
        current = (said.key, said.turn) == (draft.key, draft.turn)
        return _pressed(draft, said, reading) if current else Failure("draft-old")
    text = _UNSEEN.sub("", said[:LIMIT]).strip()
    if not text:
        return Failure("answer-empty")
    if draft.asking is None:
        return _volunteered(draft, text, reading)
    return _told(draft, draft.asking, text, reading)


def _pressed(draft: Draft, choice: Choice, reading: Reading) -> Draft | Failure:
    match choice:
        case Correct(entry=at, field=name):
            return _corrected(draft, at, name)
        case Drop(entry=at):
            return _dropped(draft, at)
        case Back():
            return draft.onward()
    if draft.asking is None or draft.asked is None:
        return Failure("draft-old")
    _, field = draft.asked
    match choice:
        case Pick(value=value):
            return _picked(draft, draft.asking, field, value, reading)
        case Skip():
            return _skipped(draft, draft.asking, field)
        case YearOnly():
            return replace(draft, asking=replace(draft.asking, mode=Mode.YEAR), turn=draft.turn + 1)
        case AsNew():
            return _as_new(draft, draft.asking, reading)


def _corrected(draft: Draft, at: int, name: str) -> Draft | Failure:
    """Back to a field that was read or answered before."""
    if at >= len(draft.entries) or all(field.name != name for field in draft.entries[at].form.fields):
        return Failure("draft-old")
    return replace(draft, asking=Asking(at, name), turn=draft.turn + 1)


def _dropped(draft: Draft, at: int) -> Draft | Failure:
    """Without one of several facts, the people of an event and the new partner that only it named."""
    if at >= len(draft.entries):
        return Failure("draft-old")
    gone = draft.entries[at]
    kept = [e for e in draft.entries if e is not gone and not (gone.id and e.row.get("event") == gone.id)]
    spoken = {value for e in kept for column, value in e.row.items() if column != "id"}
    kept = [e for e in kept if e.sheet is not Sheet.PARTNERS or e.base is not None or e.id in spoken]
    kept = [_without_reference(e, gone.id) for e in kept]
    if not any(e.sheet is not Sheet.PARTICIPANTS for e in kept):
        return Failure("draft-empty")
    return replace(draft, entries=tuple(kept), asking=None).onward()


def _without_reference(entry: Entry, gone: str) -> Entry:
    lost = {c: "" for c, v in entry.row.items() if gone and c != "id" and v == gone}
    return entry.put(lost) if lost else entry


def _picked(draft: Draft, asking: Asking, field: Field, value: str, reading: Reading) -> Draft | Failure:
    entry = draft.entries[asking.entry]
    if asking.candidates:
        if not value.isdecimal() or int(value) >= len(asking.candidates):
            return Failure("draft-old")
        return _put(draft, asking, entry, Read({field.name: asking.candidates[int(value)]}, asking.said))
    read = readers.picked(field, value, reading)
    return read if isinstance(read, Failure) else _put(draft, asking, entry, read)


def _skipped(draft: Draft, asking: Asking, field: Field) -> Draft | Failure:
    """Left open on purpose; what the field held is cleared."""
    if field.ask is Ask.NEEDED:
        return Failure("answer-empty")
    entry = draft.entries[asking.entry]
    if field.name == PEOPLE:
        draft = _without_people(draft, entry)
    else:
        entry = entry.put(dict.fromkeys(entry.columns(field.name), ""))
    at = next(i for i, e in enumerate(draft.entries) if e.sheet is entry.sheet and e.id == entry.id)
    return draft.with_entry(at, replace(entry, passed=entry.passed | {field.name})).onward()


def _as_new(draft: Draft, asking: Asking, reading: Reading) -> Draft | Failure:
    """The unknown name as a partner of its own, saved together with what it was named in."""
    if not asking.said:
        return Failure("draft-old")
    id_ = draft.new_id()
    partner = Entry(Sheet.PARTNERS, {"id": id_, **readers.new_partner(asking.said, reading)})
    entry = draft.entries[asking.entry]
    draft = draft.with_entry(asking.entry, entry.put({asking.field: id_}, asking.said))
    return draft.inserted(asking.entry, partner).onward()


def _told(draft: Draft, asking: Asking, text: str, reading: Reading) -> Draft | Failure:
    entry = draft.entries[asking.entry]
    field = entry.form.field(asking.field)
    if field.ask is not Ask.NEEDED and _passes(text, reading):
        return _skipped(draft, asking, field)
    read = readers.read(field, text, reading, entry)
    if isinstance(read, Unclear):
        mode = Mode.WHICH if read.fits else Mode.NEW
        asking = Asking(asking.entry, asking.field, mode, read.said, read.candidates)
        return replace(_with_rest(draft, asking, text, reading), asking=asking, turn=draft.turn + 1)
    if isinstance(read, People):
        return _put_people(draft, asking, read)
    if isinstance(read, Failure):
        other = _with_rest(draft, asking, text, reading)
        return read if other is draft else replace(other, turn=draft.turn + 1)
    return _put(_with_rest(draft, asking, text, reading), asking, None, read)


def _passes(text: str, reading: Reading) -> bool:
    """What is written on the button may be typed too; so may a dash."""
    return text in _DASHES or text.casefold() == Words(reading.language).plain("button-skip").casefold()


def _put(draft: Draft, asking: Asking, entry: Entry | None, read: Read) -> Draft:
    entry = entry or draft.entries[asking.entry]
    filled = entry.put(read.values, read.quote)
    return draft.with_entry(asking.entry, replace(filled, passed=filled.passed - {asking.field})).onward()


def _with_rest(draft: Draft, asking: Asking, text: str, reading: Reading) -> Draft:
    """What the answer plainly says of other fields that are still open."""
    entry = draft.entries[asking.entry]
    if entry.form.field(asking.field).reader in {Reader.TEXT, Reader.NAME, Reader.ALIASES}:
        return draft
    if not any(sign.isalpha() for sign in text):
        # Figures alone answer what was asked, or nothing: `2.5` copies are no second of May.
        return draft
    for name, read in readers.said_besides(entry.form, text, reading).items():
        if name != asking.field and not entry.values(name):
            entry = entry.put(read.values, read.quote)
    same = entry is draft.entries[asking.entry]
    return draft if same else draft.with_entry(asking.entry, entry)


def _volunteered(draft: Draft, text: str, reading: Reading) -> Draft | Failure:
    """Text while the card is shown corrects the one fact it can be about."""
    facts = [at for at, e in enumerate(draft.entries) if e.sheet not in _NOT_VOLUNTEERED]
    at = facts[0] if len(facts) == 1 else None
    said = readers.said_besides(draft.entries[at].form, text, reading) if at is not None else {}
    if at is None or not said:
        return Failure("draft-not-understood")
    entry = draft.entries[at]
    for read in said.values():
        entry = entry.put(read.values, read.quote)
    return draft.with_entry(at, entry).onward()


def _without_people(draft: Draft, event: Entry) -> Draft:
    gone = draft.people(event)
    return replace(draft, entries=tuple(e for e in draft.entries if e not in gone))


def _put_people(draft: Draft, asking: Asking, read: People) -> Draft:
    """The people of an event, in place of those said before."""
    event = draft.entries[asking.entry]
    draft = _without_people(draft, event)
    at = draft.entries.index(event) + 1
    rows = [Entry(Sheet.PARTICIPANTS, {"event": event.id, **row}) for row in read.rows]
    event = replace(event, passed=event.passed - {PEOPLE})
    entries = (*draft.entries[: at - 1], event, *rows, *draft.entries[at:])
    return replace(draft, entries=entries, asking=None).onward()
