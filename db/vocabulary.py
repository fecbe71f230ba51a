"""The words of the house: every kind of record and every closed list, as frozen values.

Read this first. It uses the standard library and `db.edtf` alone. The names of fields are the names of the
workbook's columns; a reference to another record is that record's number (`no`, the 7 of `/x7`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from db.edtf import Edtf

Row = Mapping[str, str | int]
"""One fact in the workbook's own terms: column name → text or whole number; an absent column says nothing.

Drafts, imports, exports and history all speak rows: references are workbook ids (`rsl`, `us`, `new1`), dates
are EDTF text. The key `sheet` names the sheet wherever rows of several kinds stand together."""


class Language(StrEnum):
    """The four writing systems people use; the value is the name of its folder in `locales/`."""

    UZ_LATN = "uz-Latn"
    UZ_CYRL = "uz-Cyrl"
    RU = "ru"
    EN = "en"

    @property
    def suffix(self) -> str:
        """The ending of its column in the workbook: `uz_latn` of `name_uz_latn`."""
        return self.value.lower().replace("-", "_")


class Sheet(StrEnum):
    """The kinds of record, by the name of their sheet in the workbook; ourselves stand in none."""

    PARTNERS = "partners"
    AGREEMENTS = "agreements"
    APPROVALS = "approvals"
    EXCHANGES = "exchanges"
    PROGRAMMES = "programmes"
    SERIES = "series"
    EVENTS = "events"
    PARTICIPANTS = "participants"
    PROMISES = "promises"
    CONTACTS = "contacts"
    ABSENCES = "absences"
    OURSELVES = "ourselves"

    @property
    def when_used(self) -> bool:
        """It stands in a workbook only where it has rows."""
        return self in {Sheet.PROMISES, Sheet.CONTACTS, Sheet.ABSENCES}

    @property
    def letter(self) -> str | None:
        """The letter of its short id (`x` of `/x7`); None of those that have no card of their own."""
        return _LETTERS.get(self)

    @classmethod
    def of_letter(cls, letter: str) -> Sheet:
        """Raises KeyError for a letter that names no sheet."""
        return _SHEETS[letter]


_LETTERS = {
    Sheet.PARTNERS: "p",
    Sheet.AGREEMENTS: "a",
    Sheet.EXCHANGES: "x",
    Sheet.EVENTS: "e",
    Sheet.PROGRAMMES: "g",
    Sheet.SERIES: "s",
    Sheet.PROMISES: "o",
    Sheet.CONTACTS: "c",
}
_SHEETS = {letter: sheet for sheet, letter in _LETTERS.items()}

WORKBOOK: tuple[Sheet, ...] = tuple(sheet for sheet in Sheet if sheet is not Sheet.OURSELVES)
"""The sheets of a workbook: what the registry holds of others."""


def short_id(sheet: Sheet, no: int) -> str | None:
    """`x7` for exchange number 7; None for the sheets that have no letter."""
    return f"{sheet.letter}{no}" if sheet.letter else None


def short_number(sheet: Sheet, text: str) -> int | None:
    """7 for `x7` of the exchanges; None for any text that is not a short id of that sheet."""
    digits = text[1:]
    plain = digits.isascii() and digits.isdigit() and digits[0] != "0" and len(digits) <= 9
    return int(digits) if plain and text[0] == sheet.letter else None


class Role(StrEnum):
    """What a member may do rises from viewer to admin; the table is `bot.rights`."""

    VIEWER = "viewer"
    STAFF = "staff"
    MANAGER = "manager"
    ADMIN = "admin"


class Direction(StrEnum):
    """Seen from us: `received` came to us, `sent` left us."""

    RECEIVED = "received"
    SENT = "sent"


class Basis(StrEnum):
    """The ground on which material changed hands."""

    EXCHANGE = "exchange"
    GIFT = "gift"
    PURCHASE = "purchase"
    LOAN = "loan"


class Renewal(StrEnum):
    """How a renewing agreement goes on: by itself, or only by an act of both sides."""

    TACIT = "tacit"
    BY_ACT = "by_act"


class AgreementState(StrEnum):
    """A recorded state that overrides the term; without one the term decides."""

    DRAFT = "draft"
    TERMINATED = "terminated"
    REPLACED = "replaced"


class Outcome(StrEnum):
    """How an approval stage ended; none recorded = the papers are still with the holder."""

    APPROVED = "approved"
    RETURNED = "returned"


class Decided(StrEnum):
    """What was decided about something that falls due."""

    RENEW = "renew"
    """The form of its renewal was opened; what ends the ladder is the renewal itself."""
    TALKS = "talks"
    LET = "let"
    """It may end, or renew itself."""
    DONE = "done"
    GIVE = "give"
    SNOOZE = "snooze"
    DECLINED = "declined"
    """Notice was given: the term that runs is the last."""
    MOVED = "moved"
    """A stage has moved on."""


US = "us"
"""What `host` and `institution` say when they mean ourselves."""

ONLINE = "online"
"""What `city` says of an event without a place."""

ANY_MATERIAL = "library resources"
"""The material that means any material."""


@dataclass(frozen=True, slots=True)
class Names:
    """One name or title in up to four languages; at least one is recorded."""

    en: str | None = None
    ru: str | None = None
    uz_latn: str | None = None
    uz_cyrl: str | None = None

    def every(self) -> tuple[str, ...]:
        """The recorded forms, each once, in the order of the fields."""
        return tuple(dict.fromkeys(form for f in fields(self) if (form := getattr(self, f.name))))

    def best(self, language: Language) -> str:
        """The form in the reader's language, else the nearest: the other Uzbek script, English, any."""
        order = {Language.UZ_LATN: ("uz_latn", "uz_cyrl"), Language.UZ_CYRL: ("uz_cyrl", "uz_latn"),
                 Language.RU: ("ru",), Language.EN: ("en",)}[language]  # fmt: skip
        forms: tuple[str | None, ...] = tuple(
            getattr(self, name) for name in (*order, "en", "ru", "uz_latn", "uz_cyrl")
        )
        return next(form for form in forms if form)


@dataclass(frozen=True, slots=True)
class Party:
    """Who hosts or takes part: one of our partners by number, ourselves, or a body kept as written."""

    partner: int | None = None
    text: str | None = None

    @property
    def is_us(self) -> bool:
        """Ourselves, written `us` in the workbook."""
        return self.partner is None and self.text == US


@dataclass(frozen=True, slots=True, kw_only=True)
class Ourselves:
    """The institution that keeps this registry: named, recognised, and never counted as a partner."""

    names: Names
    aliases: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None
    no: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An institution we deal with; `country` is ISO 3166 alpha-2."""

    no: int
    id: str
    names: Names
    aliases: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None
    kind: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A signed or drafted paper with a partner. What it means on a day is `db.standing`, nowhere else."""

    no: int
    id: str
    partner: int
    title: str | None = None
    kind: str | None = None
    number: str | None = None
    term: Edtf | None = None
    signed: Edtf | None = None
    renews_months: int | None = None
    renewal: Renewal | None = None
    notice_days: int | None = None
    state: AgreementState | None = None
    ended: Edtf | None = None
    replaces: int | None = None
    responsible: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One stage of a draft agreement's clearance; without an outcome the papers are with the holder now."""

    no: int
    agreement: int
    stage: str
    holder: str | None = None
    sent: Edtf | None = None
    due: Edtf | None = None
    decided: Edtf | None = None
    outcome: Outcome | None = None
    letter_out: str | None = None
    letter_in: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One shipment received or sent. `quantity` counts copies, `titles` titles; None = not recorded."""

    no: int
    id: str
    partner: int
    direction: Direction
    quantity: int | None = None
    titles: int | None = None
    material: str | None = None
    basis: Basis | None = None
    date: Edtf | None = None
    event: int | None = None
    programme: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A lasting common undertaking with a partner: a project, an access, a reading room."""

    no: int
    id: str
    titles: Names
    kind: str | None = None
    partner: int | None = None
    date: Edtf | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A recurring event as such; its editions are events."""

    no: int
    id: str
    titles: Names
    host: Party | None = None
    recurs: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened or will happen on a day at a place; `city` is English, or `online`."""

    no: int
    id: str
    titles: Names
    kind: str | None = None
    series: int | None = None
    edition: str | None = None
    date: Edtf | None = None
    city: str | None = None
    country: str | None = None
    host: Party | None = None
    programme: int | None = None
    topic: str | None = None
    submission_deadline: Edtf | None = None
    registration_deadline: Edtf | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part in an event. `count` None = not recorded, unless a person is named: then it is one."""

    no: int
    event: int
    institution: Party | None = None
    person: str | None = None
    role: str | None = None
    count: int | None = None
    note: str | None = None

    @property
    def people(self) -> int | None:
        """How many people this row stands for; None = not recorded."""
        return 1 if self.count is None and self.person is not None else self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something we promised: `title` says what, `due` by when, `done` when it was kept."""

    no: int
    id: str
    title: str
    partner: int | None = None
    due: Edtf | None = None
    responsible: str | None = None
    done: Edtf | None = None
    event: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at a partner whom we can write to or call."""

    no: int
    id: str
    partner: int
    person: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One of ours is away; `member` and `deputy` are Telegram ids or names, the last day is included."""

    no: int
    member: str
    date: Edtf
    deputy: str | None = None
    note: str | None = None


Record = (
    Partner | Agreement | Approval | Exchange | Programme | Series | Event | Participant
    | Promise | Contact | Absence
)  # fmt: skip
