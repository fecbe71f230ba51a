"""What a query gave, as values: the figure, the records behind it, and what is not in the figure. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from db.edtf import Edtf
from db.query import Field, Query, Unit
from db.standing import Standing
from db.vocabulary import (
    Absence,
    Agreement,
    Approval,
    Contact,
    Event,
    Exchange,
    Names,
    Participant,
    Partner,
    Programme,
    Promise,
    Record,
    Series,
)


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a figure: what it is by, how much, of which records, and which of them hold no figure."""

    key: str | int | None
    figure: int
    records: tuple[Record, ...]
    uncounted: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The records that those of the answer refer to, by number."""

    partners: Mapping[int, Partner] = field(default_factory=dict)
    events: Mapping[int, Event] = field(default_factory=dict)
    agreements: Mapping[int, Agreement] = field(default_factory=dict)
    series: Mapping[int, Series] = field(default_factory=dict)
    programmes: Mapping[int, Programme] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a query gave. `figure` is None where there is nothing to count or add up."""

    query: Query
    today: date
    records: tuple[Record, ...]
    may: tuple[Record, ...] = ()
    """Those that may belong to it: their date is not recorded or too vague to tell."""
    figure: float | None = None
    uncounted: tuple[Record, ...] = ()
    """Records of the answer that hold no figure."""
    portions: tuple[Portion, ...] = ()
    ungrouped: tuple[Record, ...] = ()
    """Records that belong to no group, because what they are grouped by is not recorded of them."""
    loose: int = 0
    """Of the figure, what is recorded of no particular material."""
    around: Around = field(default_factory=Around)
    related: tuple[Record, ...] = ()
    """A card's: everything else the registry holds of the partner."""
    standings: Mapping[int, Standing] = field(default_factory=dict)
    """Of agreements, by number, on `today`."""


_ATTRIBUTES = {
    Field.RENEWAL: "renews_months",
    Field.NOTICE: "notice_days",
    Field.SUBMISSION: "submission_deadline",
    Field.REGISTRATION: "registration_deadline",
    Field.PLACE: "city",
}


def amount(record: Record, unit: Unit) -> int | None:
    """How much one record stands for; None = not recorded."""
    if isinstance(record, Exchange):
        return record.titles if unit is Unit.TITLES else record.quantity
    if isinstance(record, Participant):
        return record.people
    return 1


def date_of(record: Record) -> Edtf | None:
    """The date by which records stand in order: an agreement's start, all others' own."""
    if isinstance(record, Agreement):
        return record.term if record.term and record.term.start else record.signed
    value = getattr(record, "date", None) or getattr(record, "sent", None)
    return value if isinstance(value, Edtf) else None


def beginning(record: Record) -> date | None:
    """The first day it can mean by which records stand in order."""
    moment = date_of(record)
    return moment.earliest if moment else None


def length(record: Record) -> int | None:
    """Days from the first day to the last that a recorded term or date can mean; None = a bound is not
    known.
    """
    moment = record.term if isinstance(record, Agreement) else getattr(record, "date", None)
    if not isinstance(moment, Edtf) or moment.earliest is None or moment.latest is None:
        return None
    if isinstance(record, Event) and not moment.text.count("/") and moment.earliest < moment.latest:
        return None  # it was on some day of that month or year
    return (moment.latest - moment.earliest).days + 1


def recorded(record: Record, field_: Field) -> object | None:
    """One field of a record as it stands there; None = not recorded."""
    name = _ATTRIBUTES.get(field_, field_.value)
    return getattr(record, name, None)


def partner_of(record: Record, agreements_by_no: dict[int, Agreement] | None = None) -> int | None:
    """The partner a record belongs to."""
    match record:
        case Partner():
            return record.no
        case Agreement() | Exchange() | Programme() | Promise() | Contact():
            return record.partner
        case Absence():
            return None
        case Participant():
            return record.institution.partner if record.institution else None
        case Approval():
            return (agreements_by_no or {})[record.agreement].partner
    host = record.host
    return host.partner if host else None


def names_of(record: Record) -> Names | None:
    """The names or titles of a record that has them."""
    return cast("Names | None", getattr(record, "names", None) or getattr(record, "titles", None))
