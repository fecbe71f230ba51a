"""What can be asked, as values: subject, measure, filters, grouping, order. Frozen, pure; `db.search` runs
it.

A filter that is empty says nothing. Any filter goes with any measure that makes sense for the subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum, StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from db.vocabulary import Basis, Direction, Outcome, Sheet


class Measure(StrEnum):
    """What is wanted of the records that fit."""

    EXISTS = "exists"
    COUNT = "count"
    SUM = "sum"
    BALANCE = "balance"
    LIST = "list"
    FIRST = "first"
    LAST = "last"
    LONGEST = "longest"
    SHORTEST = "shortest"
    AVERAGE = "average"
    COMPARE = "compare"
    RANK = "rank"
    SHARE = "share"
    CARD = "card"
    FIELD = "field"


PICKING = frozenset((Measure.FIRST, Measure.LAST, Measure.LONGEST, Measure.SHORTEST, Measure.RANK))
"""Those that pick some out of many."""


class Unit(StrEnum):
    """What is counted or added up."""

    RECORDS = "records"
    COPIES = "copies"
    TITLES = "titles"
    PEOPLE = "people"
    PARTNERS = "partners"
    COUNTRIES = "countries"
    CITIES = "cities"


class Field(StrEnum):
    """One thing wanted of each record."""

    START = "start"
    END = "end"
    TERM = "term"
    LENGTH = "length"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    STATE = "state"
    RENEWAL = "renewal"
    NOTICE = "notice"
    RESPONSIBLE = "responsible"
    NUMBER = "number"
    KIND = "kind"
    PARTNER = "partner"
    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    HOST = "host"
    TOPIC = "topic"
    EDITION = "edition"
    RECURS = "recurs"
    SUBMISSION = "submission"
    REGISTRATION = "registration"
    CITY = "city"
    COUNTRY = "country"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"
    CONTACT = "contact"
    STAGE = "stage"
    HOLDER = "holder"
    SENT = "sent"
    DUE = "due"
    DECIDED = "decided"
    LETTER_OUT = "letter_out"
    LETTER_IN = "letter_in"
    REPLACES = "replaces"
    PERSON = "person"
    ROLE = "role"
    INSTITUTION = "institution"
    MATERIAL = "material"
    BASIS = "basis"
    QUANTITY = "quantity"
    NOTE = "note"


class Condition(StrEnum):
    """How an agreement stands on a day, as people ask for it."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"
    ENDED = "ended"
    UPCOMING = "upcoming"
    DRAFT = "draft"
    CONCLUDED = "concluded"
    """Whatever is no draft any more."""
    TERMINATED = "terminated"
    REPLACED = "replaced"
    OPEN = "open"
    RENEWING = "renewing"


class Side(StrEnum):
    """Whose people took part."""

    OURS = "ours"
    THEIRS = "theirs"


class Group(StrEnum):
    """By what a figure is split."""

    PARTNER = "partner"
    COUNTRY = "country"
    YEAR = "year"
    MATERIAL = "material"
    KIND = "kind"
    DIRECTION = "direction"
    BASIS = "basis"
    PLACE = "place"
    MONTH = "month"
    HOST = "host"
    PERSON = "person"
    """Who answers for an agreement, holds a stage, or took part."""
    STAGE = "stage"
    STATE = "state"
    EVENT = "event"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; None = without bound."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Having:
    """Partners by what the registry holds of them: exchanges, agreements, programmes …, or none."""

    sheet: Sheet
    any: bool = True
    direction: Direction | None = None
    during: Span | None = None
    """Agreements in force on some day of it; of all others, those dated in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """What is left out: `except Poland`, `кроме подарков`, `gazetalardan tashqari`."""

    partners: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    partner_kinds: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question. Numbers are those of the records; countries ISO codes; cities English names."""

    subject: Sheet
    measure: Measure
    unit: Unit = Unit.RECORDS
    fields: tuple[Field, ...] = ()
    records: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    region: str | None = None
    """The region that `countries` make up, for saying so."""
    cities: tuple[str, ...] = ()
    partner_kinds: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    direction: Direction | None = None
    materials: tuple[str, ...] = ()
    basis: Basis | None = None
    conditions: tuple[Condition, ...] = ()
    at: Span | None = None
    """In force on some day of it."""
    ends: Span | None = None
    starts: Span | None = None
    signed: Span | None = None
    dated: Span | None = None
    """The record's own date."""
    among: tuple[Span, ...] = ()
    """The record's own date in one of these, where several are set side by side."""
    upcoming: bool | None = None
    """True: from today on; False: before today."""
    place_cities: tuple[str, ...] = ()
    place_countries: tuple[str, ...] = ()
    abroad: bool = False
    series: tuple[int, ...] = ()
    editions: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    hosted_by_us: bool = False
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    side: Side | None = None
    programmes: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()
    pending: bool | None = None
    """Approvals: True = still with the holder."""
    outcome: Outcome | None = None
    """Approvals: how the stage ended."""
    overdue: bool = False
    """Approvals: the answer was due before today and is still awaited."""
    quantity: int | None = None
    """Exchanges of exactly so many copies."""
    at_least: int | None = None
    at_most: int | None = None
    """Exchanges of so many copies, participants of so many people."""
    total_at_least: int | None = None
    total_at_most: int | None = None
    """Of a figure that is split, the parts that come to so much in all."""
    missing: tuple[Field, ...] = ()
    """Records in which these are not recorded."""
    present: tuple[Field, ...] = ()
    """Records in which these are recorded."""
    having: tuple[Having, ...] = ()
    besides: Besides | None = None
    group: Group | None = None
    by: Field | None = None
    """What first and last go by, where it is not the record's own date: an agreement's end."""
    nth: int | None = None
    """Of each partner's records, in order of time, that alone: 1 the first, 2 the second, -1 the last."""
    limit: int | None = None
    descending: bool = True

    def as_json(self) -> dict[str, object]:
        """What was said of it, for people and scripts to read."""
        told: dict[str, object] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and value != field.default:
                told[field.name] = _json(value)
        return told

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Query:
        """The query that `as_json` told. Raises KeyError, TypeError or ValueError for what is none."""
        hints = get_type_hints(cls)
        return cls(**{name: _valued(hints[name], value) for name, value in told.items()})


def _valued(kind: Any, value: Any) -> Any:
    """A told value as the field's own type has it."""
    if value is None:
        return None
    inner = [part for part in get_args(kind) if part not in {type(None), Ellipsis}]
    if get_origin(kind) is tuple:
        return tuple(_valued(inner[0], item) for item in value)
    if inner:
        return _valued(inner[0], value)
    if kind is Span:
        return Span(**{bound: day and date.fromisoformat(day) for bound, day in value.items()})
    if kind in {Having, Besides}:
        return kind(**{name: _valued(get_type_hints(kind)[name], item) for name, item in value.items()})
    return kind(value)


def _json(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Span):
        return {
            "first": value.first and value.first.isoformat(),
            "last": value.last and value.last.isoformat(),
        }
    if isinstance(value, Having):
        return {
            "sheet": value.sheet.value,
            "any": value.any,
            "direction": value.direction and value.direction.value,
            "during": value.during and _json(value.during),
        }
    if isinstance(value, Besides):
        return {f.name: _json(told) for f in fields(value) if (told := getattr(value, f.name))}
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    return value
