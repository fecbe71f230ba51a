"""One cell: from what a person wrote to a value we keep, and back. Pure; what refers to records is asked of
`Finder`.

Every value that enters the registry, from the chat or from a workbook, is checked here.
"""

from __future__ import annotations

import re
from typing import Protocol

from db.columns import COLUMNS, NAMED, Cell, Column
from db.countries import CODES
from db.edtf import Edtf
from db.refused import Refused
from db.vocabulary import US, Ourselves, Party, Record, Sheet

LONGEST_ID = 100
LONGEST_TEXT = 4_000
GREATEST = 1_000_000_000
"""The greatest whole number a cell may hold."""

Value = str | int | Edtf | tuple[str, ...] | Party | None
"""What a cell means. A reference is the number of its record; None = not recorded."""


class Finder(Protocol):
    """Knows which record a text speaks of, and by which id a record is called."""

    def number(self, sheet: Sheet, text: str) -> int | None:
        """The number of the record of that id (a partner also by name). Raises `partner-ambiguous`."""

    def id(self, sheet: Sheet, no: int) -> str:
        """The workbook id of a record."""


_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control signs, signs that turn the direction of writing, halves of signs: nothing that a person typed to
be read.
"""


def clean(text: str) -> str:
    """The text without what no one can see at its ends or inside it; line breaks stay."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        text = _INVISIBLE.sub("", text)
    return text.strip()


def read(column: Column, cell: str | int, finder: Finder) -> Value:
    """What the cell means; an empty one means `nothing`. Raises Refused with `column` and `value`."""
    text = clean(str(cell))
    if not text:
        if column.needed:
            raise Refused("needed", column=column.name)
        return nothing(column)
    try:
        return _read(column, text, finder)
    except Refused as refused:
        raise Refused(refused.key, **{**refused.values, "column": column.name, "value": text[:80]}) from None


def _read(column: Column, text: str, finder: Finder) -> Value:
    match column.cell:
        case Cell.KEY:
            return _within(text, LONGEST_ID)
        case Cell.TEXT:
            return _within(text, LONGEST_TEXT)
        case Cell.ALIASES:
            parts = (part.strip() for part in _within(text, LONGEST_TEXT).split(";"))
            return tuple(dict.fromkeys(part for part in parts if part))
        case Cell.COUNTRY:
            return _country(text)
        case Cell.WORD:
            return _listed(column, text) or _within(text, LONGEST_TEXT)
        case Cell.CHOICE:
            return _choice(column, text)
        case Cell.WHOLE:
            return _whole(text)
        case Cell.DATE:
            return Edtf.parse(text)
        case Cell.TERM:
            return _term(text)
        case Cell.REFERENCE:
            return _reference(column, text, finder)
        case Cell.PARTY:
            return _party(text, finder)


def nothing(column: Column) -> Value:
    """What an empty cell of the column means."""
    return () if column.cell is Cell.ALIASES else None


def write(column: Column, value: Value, finder: Finder) -> str | int:
    """The value as a workbook's cell; None is the empty text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, Party):
        return finder.id(Sheet.PARTNERS, value.partner) if value.partner is not None else value.text or ""
    if column.refers and isinstance(value, int):
        return finder.id(column.refers, value)
    return value if isinstance(value, int) else str(value)


def said(sheet: Sheet, record: Record | Ourselves) -> dict[str, Value]:
    """What a record says, by the columns of its sheet."""
    stem = NAMED.get(sheet)
    names = getattr(record, f"{stem}s") if stem else None
    return {
        column.name: getattr(names, column.name.removeprefix(f"{stem}_"))
        if names and column.name.startswith(f"{stem}_")
        else getattr(record, column.name)
        for column in COLUMNS[sheet]
    }


def _within(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Refused("too-long", limit=longest)
    return text


def _country(text: str) -> str:
    code = text.upper()
    if code not in CODES:
        raise Refused("country-unknown", value=text)
    return code


def _listed(column: Column, text: str) -> str | None:
    return next((word for word in column.words if word.casefold() == text.casefold()), None)


def _choice(column: Column, text: str) -> str:
    word = _listed(column, text)
    if word is None or column.choice is None:
        raise Refused("word-unknown", value=text, words=", ".join(column.words))
    return column.choice(word)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refused("not-whole", value=text)
    if len(text) > 20 or int(text) > GREATEST:
        raise Refused("too-great", value=text, limit=GREATEST)
    return int(text)


def _term(text: str) -> Edtf:
    term = Edtf.parse(text)
    if not term.is_interval:
        raise Refused("not-a-term", value=text)
    return term


def _reference(column: Column, text: str, finder: Finder) -> int:
    if column.refers is Sheet.PARTNERS and text == US:
        raise Refused("partner-is-us")
    no = finder.number(column.refers, text) if column.refers else None
    if no is None:
        is_partner = column.refers is Sheet.PARTNERS
        raise Refused("partner-unknown" if is_partner else "reference-unknown", value=text)
    return no


def _party(text: str, finder: Finder) -> Party:
    if text == US:
        return Party(text=US)
    no = partner_meant(text, finder)
    return Party(text=_within(text, LONGEST_TEXT)) if no is None else Party(partner=no)


def partner_meant(text: str, finder: Finder) -> int | None:
    """The partner that a host or institution is; None for another body, and for a name that several bear."""
    try:
        return finder.number(Sheet.PARTNERS, text)
    except Refused:
        return None
