"""The workbook's columns, as data: what each sheet may hold, in which form, and what it cannot do without.

Forms, imports, exports, drafts and history all read this one table. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from db import kinds
from db import vocabulary as words
from db.vocabulary import Language, Sheet


class Cell(Enum):
    """The form of a cell's content."""

    KEY = auto()
    """The record's own id: any text, unique in its sheet."""
    TEXT = auto()
    ALIASES = auto()
    """Several texts, parted by semicolons."""
    COUNTRY = auto()
    """ISO 3166 alpha-2."""
    WORD = auto()
    """One of the listed words where one fits; any other word is kept as written."""
    CHOICE = auto()
    """One of the listed words and nothing else."""
    WHOLE = auto()
    """A whole number, zero or more."""
    DATE = auto()
    """EDTF: a day, month, season, year or interval."""
    TERM = auto()
    """An EDTF interval."""
    REFERENCE = auto()
    """The id of a record of the sheet `refers`; for a partner also any of its names or aliases."""
    PARTY = auto()
    """A partner, `us`, or any other text, kept as written."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the form of its cells, and the words or the sheet that the form speaks of."""

    name: str
    cell: Cell = Cell.TEXT
    needed: bool = False
    words: tuple[str, ...] = ()
    refers: Sheet | None = None
    choice: type[StrEnum] | None = None
    """The closed list of a CHOICE, whose words are `words`."""


def _choice(name: str, choice: type[StrEnum], *, needed: bool = False) -> Column:
    return Column(name, Cell.CHOICE, needed=needed, words=tuple(choice), choice=choice)


def _in_four_languages(stem: str) -> tuple[Column, ...]:
    order = (Language.EN, Language.RU, Language.UZ_LATN, Language.UZ_CYRL)
    return tuple(Column(f"{stem}_{language.suffix}") for language in order)


_ID = Column("id", Cell.KEY, needed=True)
_NOTE = Column("note")
_PARTNER = Column("partner", Cell.REFERENCE, refers=Sheet.PARTNERS)
_NEEDED_PARTNER = Column("partner", Cell.REFERENCE, needed=True, refers=Sheet.PARTNERS)
_PROGRAMME = Column("programme", Cell.REFERENCE, refers=Sheet.PROGRAMMES)

PRIVATE = frozenset({"contact", "email", "phone"})
"""Columns that are not for everybody and never for a group."""
PRIVATE_SHEETS = frozenset({Sheet.CONTACTS})
"""Sheets all of whose records are so."""

COLUMNS: Mapping[Sheet, tuple[Column, ...]] = {
    Sheet.PARTNERS: (
        _ID,
        *_in_four_languages("name"),
        Column("aliases", Cell.ALIASES),
        Column("country", Cell.COUNTRY),
        Column("city"),
        Column("kind", Cell.WORD, words=kinds.PARTNER_KINDS),
        Column("contact"),
        Column("email"),
        Column("phone"),
        Column("website"),
        _NOTE,
    ),
    Sheet.AGREEMENTS: (
        _ID,
        _NEEDED_PARTNER,
        Column("title"),
        Column("kind", Cell.WORD, words=kinds.AGREEMENT_KINDS),
        Column("number"),
        Column("term", Cell.TERM),
        Column("signed", Cell.DATE),
        Column("renews_months", Cell.WHOLE),
        _choice("renewal", words.Renewal),
        Column("notice_days", Cell.WHOLE),
        _choice("state", words.AgreementState),
        Column("ended", Cell.DATE),
        Column("replaces", Cell.REFERENCE, refers=Sheet.AGREEMENTS),
        Column("responsible"),
        _NOTE,
    ),
    Sheet.APPROVALS: (
        Column("agreement", Cell.REFERENCE, needed=True, refers=Sheet.AGREEMENTS),
        Column("stage", Cell.WORD, needed=True, words=kinds.STAGES),
        Column("holder"),
        Column("sent", Cell.DATE),
        Column("due", Cell.DATE),
        Column("decided", Cell.DATE),
        _choice("outcome", words.Outcome),
        Column("letter_out"),
        Column("letter_in"),
        _NOTE,
    ),
    Sheet.EXCHANGES: (
        _ID,
        _NEEDED_PARTNER,
        _choice("direction", words.Direction, needed=True),
        Column("quantity", Cell.WHOLE),
        Column("titles", Cell.WHOLE),
        Column("material", Cell.WORD, words=kinds.MATERIALS),
        _choice("basis", words.Basis),
        Column("date", Cell.DATE),
        Column("event", Cell.REFERENCE, refers=Sheet.EVENTS),
        _PROGRAMME,
        _NOTE,
    ),
    Sheet.PROGRAMMES: (
        _ID,
        *_in_four_languages("title"),
        Column("kind", Cell.WORD, words=kinds.PROGRAMME_KINDS),
        _PARTNER,
        Column("date", Cell.DATE),
        _NOTE,
    ),
    Sheet.SERIES: (
        _ID,
        *_in_four_languages("title"),
        Column("host", Cell.PARTY),
        Column("recurs"),
        _NOTE,
    ),
    Sheet.EVENTS: (
        _ID,
        *_in_four_languages("title"),
        Column("kind", Cell.WORD, words=kinds.EVENT_KINDS),
        Column("series", Cell.REFERENCE, refers=Sheet.SERIES),
        Column("edition"),
        Column("date", Cell.DATE),
        Column("city"),
        Column("country", Cell.COUNTRY),
        Column("host", Cell.PARTY),
        _PROGRAMME,
        Column("topic"),
        Column("submission_deadline", Cell.DATE),
        Column("registration_deadline", Cell.DATE),
        _NOTE,
    ),
    Sheet.PARTICIPANTS: (
        Column("event", Cell.REFERENCE, needed=True, refers=Sheet.EVENTS),
        Column("institution", Cell.PARTY),
        Column("person"),
        Column("role"),
        Column("count", Cell.WHOLE),
        _NOTE,
    ),
    Sheet.PROMISES: (
        _ID,
        Column("title", needed=True),
        _PARTNER,
        Column("due", Cell.DATE),
        Column("responsible"),
        Column("done", Cell.DATE),
        Column("event", Cell.REFERENCE, refers=Sheet.EVENTS),
        _NOTE,
    ),
    Sheet.CONTACTS: (
        _ID,
        _NEEDED_PARTNER,
        Column("person", needed=True),
        Column("role"),
        Column("email"),
        Column("phone"),
        _NOTE,
    ),
    Sheet.ABSENCES: (
        Column("member", needed=True),
        Column("date", Cell.DATE, needed=True),
        Column("deputy"),
        _NOTE,
    ),
    Sheet.OURSELVES: (
        *_in_four_languages("name"),
        Column("aliases", Cell.ALIASES),
        Column("country", Cell.COUNTRY),
        Column("city"),
    ),
}

NAMED: Mapping[Sheet, str] = {
    Sheet.PARTNERS: "name",
    Sheet.PROGRAMMES: "title",
    Sheet.SERIES: "title",
    Sheet.EVENTS: "title",
    Sheet.OURSELVES: "name",
}
"""The sheets whose records need a name in at least one language, with the stem of those columns."""


def column(sheet: Sheet, name: str) -> Column:
    """Raises KeyError for a heading that the sheet does not have."""
    return _BY_NAME[sheet][name]


_BY_NAME = {sheet: {column.name: column for column in columns} for sheet, columns in COLUMNS.items()}
