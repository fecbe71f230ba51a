"""Forms as data: which fields a person is asked for, in which order, and how each answer is read.

A form lies over a sheet of the workbook. A field is a column of `db.columns`, or a stem of it in four
languages (`title`, `name`), or `participants`, which fills rows of its own. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from db.columns import COLUMNS, NAMED, Cell, column
from db.vocabulary import Sheet


class Reader(Enum):
    """How an answer becomes the value of a field; the readers themselves are `bot.record.readers`."""

    PARTNER = auto()
    PARTY = auto()
    """A partner, ourselves, or any other body as written."""
    RECORD = auto()
    """A record of another sheet, by its short id or workbook id."""
    CHOICE = auto()
    """One of the listed words and nothing else."""
    WORD = auto()
    """One of the listed words, or another word as written."""
    COUNT = auto()
    DAY = auto()
    """A date that has been: a missing year is the latest past one."""
    COMING = auto()
    """A date still to come: a missing year is the next one."""
    TERM = auto()
    CITY = auto()
    COUNTRY = auto()
    NAME = auto()
    """A name or title, kept in the column of the language it is written in."""
    ALIASES = auto()
    TEXT = auto()
    PEOPLE = auto()
    """Who took part: each of them one row of participants."""


class Ask(IntEnum):
    """When a missing field is asked for; a field asked less readily can still be filled through the card."""

    NEVER = 0
    BY_FORM = 1
    """Where a person came to fill in the form."""
    ALWAYS = 2
    """In a one-line statement too, but it can be skipped."""
    NEEDED = 3
    """The record cannot be saved without it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; `words` are the answers offered as buttons."""

    name: str
    reader: Reader
    ask: Ask = Ask.NEVER
    words: tuple[str, ...] = ()
    refers: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The ordered questions about one kind of record."""

    name: str
    sheet: Sheet
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """Raises KeyError for a field that the form does not have."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


_BY_CELL = {
    Cell.TEXT: Reader.TEXT,
    Cell.ALIASES: Reader.ALIASES,
    Cell.COUNTRY: Reader.COUNTRY,
    Cell.WORD: Reader.WORD,
    Cell.CHOICE: Reader.CHOICE,
    Cell.WHOLE: Reader.COUNT,
    Cell.DATE: Reader.DAY,
    Cell.TERM: Reader.TERM,
    Cell.REFERENCE: Reader.RECORD,
    Cell.PARTY: Reader.PARTY,
}
_COMING = frozenset({"due", "submission_deadline", "registration_deadline"})
PEOPLE = "participants"
"""The field of an event that fills rows of its own."""


def _form(name: str, sheet: Sheet, asked: Mapping[str, Ask]) -> Form:
    """The asked fields first, in the order given, then the sheet's other columns."""
    stem = NAMED.get(sheet)
    named = {f"{stem}_{suffix}" for suffix in ("en", "ru", "uz_latn", "uz_cyrl")} if stem else set()
    rest = [stem] if stem else []
    rest += [c.name for c in COLUMNS[sheet] if c.cell is not Cell.KEY and c.name not in named]
    order = [*asked, *(name for name in rest if name not in asked)]
    return Form(name, sheet, tuple(_field(sheet, field, asked.get(field, Ask.NEVER)) for field in order))


def _field(sheet: Sheet, name: str, ask: Ask) -> Field:
    if name == NAMED.get(sheet):
        return Field(name, Reader.NAME, ask)
    if name == PEOPLE:
        return Field(name, Reader.PEOPLE, ask)
    cell = column(sheet, name)
    reader = _BY_CELL[cell.cell]
    if cell.refers is Sheet.PARTNERS:
        reader = Reader.PARTNER
    elif name == "city":
        reader = Reader.CITY
    elif name in _COMING:
        reader = Reader.COMING
    return Field(name, reader, ask, cell.words, cell.refers)


EXCHANGE = _form("exchange", Sheet.EXCHANGES, {
    "partner": Ask.NEEDED, "direction": Ask.NEEDED, "quantity": Ask.ALWAYS, "material": Ask.BY_FORM,
    "date": Ask.ALWAYS, "basis": Ask.BY_FORM,
})  # fmt: skip
EVENT = _form("event", Sheet.EVENTS, {
    "title": Ask.NEEDED, "kind": Ask.BY_FORM, "date": Ask.ALWAYS, "city": Ask.BY_FORM, PEOPLE: Ask.BY_FORM,
})  # fmt: skip
AGREEMENT = _form("agreement", Sheet.AGREEMENTS, {
    "partner": Ask.NEEDED, "kind": Ask.BY_FORM, "term": Ask.ALWAYS, "signed": Ask.BY_FORM,
})  # fmt: skip
PARTNER = _form("partner", Sheet.PARTNERS, {
    "name": Ask.NEEDED, "country": Ask.BY_FORM, "city": Ask.BY_FORM, "kind": Ask.BY_FORM,
})  # fmt: skip
STAGE = _form("stage", Sheet.APPROVALS, {
    "agreement": Ask.NEEDED, "stage": Ask.NEEDED, "outcome": Ask.BY_FORM, "sent": Ask.BY_FORM,
})  # fmt: skip
PARTICIPANT = _form("participant", Sheet.PARTICIPANTS, {"institution": Ask.BY_FORM, "person": Ask.BY_FORM})
PROGRAMME = _form(
    "programme", Sheet.PROGRAMMES, {"title": Ask.NEEDED, "partner": Ask.BY_FORM, "date": Ask.BY_FORM}
)
SERIES = _form("series", Sheet.SERIES, {"title": Ask.NEEDED})
PROMISE = _form("promise", Sheet.PROMISES, {
    "title": Ask.NEEDED, "partner": Ask.BY_FORM, "due": Ask.ALWAYS, "responsible": Ask.BY_FORM,
})  # fmt: skip
CONTACT = _form("contact", Sheet.CONTACTS, {
    "partner": Ask.NEEDED, "person": Ask.NEEDED, "role": Ask.BY_FORM, "email": Ask.BY_FORM,
    "phone": Ask.BY_FORM,
})  # fmt: skip
ABSENCE = _form("absence", Sheet.ABSENCES, {"member": Ask.NEEDED, "date": Ask.NEEDED})
OURSELVES = Form("ourselves", Sheet.OURSELVES, (
    *(Field(name, Reader.TEXT) for name in ("name_en", "name_ru", "name_uz_latn", "name_uz_cyrl")),
    Field("aliases", Reader.ALIASES),
    Field("country", Reader.COUNTRY, Ask.NEEDED),
    Field("city", Reader.CITY),
))  # fmt: skip
"""Each name by itself: which language a name is in is not left to its letters here."""

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        EXCHANGE,
        EVENT,
        AGREEMENT,
        PARTNER,
        STAGE,
        PARTICIPANT,
        PROGRAMME,
        SERIES,
        PROMISE,
        CONTACT,
        ABSENCE,
        OURSELVES,
    )
}
"""By name: the name of a form is the command that opens it, where there is one."""

_BY_SHEET = {form.sheet: form for form in FORMS.values()}


def of_sheet(sheet: Sheet) -> Form:
    """The form that lies over a sheet; every sheet has one."""
    return _BY_SHEET[sheet]
