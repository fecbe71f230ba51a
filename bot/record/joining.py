"""One record told of twice in a text becomes one draft."""

from __future__ import annotations

from dataclasses import replace

from bot.language.scripts import fold
from bot.record.draft import Entry
from db.vocabulary import Sheet

_TITLED = frozenset({Sheet.EVENTS, Sheet.PROGRAMMES, Sheet.SERIES})


def same(told: tuple[Entry, ...], again: tuple[Entry, ...]) -> bool:
    """Whether two readings speak of one record: nothing in them may differ that both say."""
    first, second = main(told), main(again)
    if first is None or second is None or first.sheet is not second.sheet:
        return False
    if first.sheet in _TITLED:
        return bool(_sure_titles(first) & _sure_titles(second)) and _agree(first, second, ("date", "city"))
    if first.sheet is Sheet.AGREEMENTS:
        if first.row.get("partner", 1) != second.row.get("partner", 2):
            return False
        return _agree(first, second, ("kind", "signed", "state", "replaces")) and _terms_agree(first, second)
    return False


def joined(told: tuple[Entry, ...], again: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The first reading with what only the second says."""
    first, more = main(told), main(again)
    if first is None or more is None:
        return told
    new = {c: v for c, v in more.row.items() if c not in first.row and not c.startswith("title_")}
    row = {**first.row, **new}
    if first.sheet is Sheet.AGREEMENTS:
        row |= _term(first, more)
    quotes = {**{c: q for c, q in more.quotes.items() if c in row}, **first.quotes}
    full = replace(first, row=row, quotes=quotes)
    people = [
        replace(entry, row={**entry.row, "event": first.id})
        for entry in again
        if entry.sheet is Sheet.PARTICIPANTS
    ]
    return (*(full if entry is first else entry for entry in told), *people)


def main(entries: tuple[Entry, ...]) -> Entry | None:
    """The record that a reading is about."""
    return next((e for e in entries if e.sheet not in {Sheet.PARTNERS, Sheet.PARTICIPANTS}), None)


def _sure_titles(entry: Entry) -> set[str]:
    """Titles that were said as such; one made up of kind and place tells nothing from anything else."""
    return {
        fold(str(value))
        for column, value in entry.row.items()
        if column.startswith("title_") and column not in entry.doubts
    }


def _agree(first: Entry, second: Entry, columns: tuple[str, ...]) -> bool:
    return all(first.row.get(c, "") in {second.row.get(c, ""), ""} or c not in second.row for c in columns)


def _bounds(entry: Entry) -> tuple[str, str]:
    start, _, end = str(entry.row.get("term", "")).partition("/")
    return start, end


def _terms_agree(first: Entry, second: Entry) -> bool:
    pairs = zip(_bounds(first), _bounds(second), strict=True)
    return all(not one or not other or one == other for one, other in pairs)


def _term(first: Entry, second: Entry) -> dict[str, str]:
    """One term of two half-said ones; it begins with the signing where nothing else is said."""
    pairs = zip(_bounds(first), _bounds(second), strict=True)
    start, end = (one or other for one, other in pairs)
    if not start and not end:
        return {}
    if not start and end != "..":
        start = str(first.row.get("signed", second.row.get("signed", "")))
    return {"term": f"{start}/{end}"}
