"""One message in plain words → the facts it reports, as entries of a draft or as workbook rows. Pure.

A message that reports nothing (a question, a plan, a wish, a greeting) gives nothing. What is not said is not
filled in.
"""

from __future__ import annotations

from datetime import date

from bot.language.names import Gazetteer
from bot.record.composing import compose
from bot.record.draft import Draft, Entry
from bot.record.facts.agreements import agreements
from bot.record.facts.events import events
from bot.record.facts.exchanges import exchanges
from bot.record.facts.partners import partners
from bot.record.facts.scene import Scene, scene
from bot.record.facts.stages import stages
from bot.record.view import View
from db.vocabulary import Row, Sheet


def read_text(text: str, gazetteer: Gazetteer, today: date, view: View) -> tuple[Row, ...]:
    """The rows a message holds, as the contract's draft rows: unknown institutions by their name as
    written.
    """
    return written(understood(scene(text, gazetteer, today), view))


def understood(laid: Scene, view: View) -> tuple[Entry, ...]:
    """The entries of a draft that a message gives."""
    if not laid.tokens:
        return ()
    papers = (*stages(laid, view), *agreements(laid, view))
    taken = {fact.sentence for fact in papers}
    facts = (*papers, *exchanges(laid, taken), *events(laid, taken))
    about = partners(laid)
    tells_of_them = bool(about) and (not facts or about[0].base is not None)
    return compose(laid, about if tells_of_them else facts)


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
