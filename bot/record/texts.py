"""Any text in plain words, a message or a narrative, as entries of a draft or as workbook rows. Pure."""

from __future__ import annotations

from datetime import date

from bot.language.names import Gazetteer
from bot.record.draft import Draft, Entry
from bot.record.facts.scene import scene
from bot.record.narrative import is_narrative, passages
from bot.record.statement import understood
from bot.record.view import View
from db.vocabulary import Row, Sheet


def entries_of(text: str, gazetteer: Gazetteer, today: date, view: View) -> tuple[Entry, ...]:
    """The records that a text tells of. Raises Refused `report-too-long`."""
    if is_narrative(text):
        return tuple(entry for found in passages(text, gazetteer, today, view) for entry in found.entries)
    return understood(scene(text, gazetteer, today), view)


def read_text(text: str, gazetteer: Gazetteer, today: date, view: View) -> tuple[Row, ...]:
    """The rows a text holds, as the contract's draft rows: unknown institutions by their name as written.
    Raises Refused `report-too-long`.
    """
    return written(entries_of(text, gazetteer, today, view))


def written(entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """Entries as rows, each new partner referred to by its name."""
    names = {
        e.id: str(next(iter(e.values("name")), ""))
        for e in entries
        if e.sheet is Sheet.PARTNERS and e.base is None
    }
    told = []
    for entry in entries:
        row = {c: names.get(v, v) if isinstance(v, str) and c != "id" else v for c, v in entry.row.items()}
        kept = {c: v for c, v in row.items() if not (c == "id" and v in names)}
        told.append(Entry(entry.sheet, kept, base=entry.base))
    return Draft.of(tuple(told)).rows
