"""Whether a field of a record is recorded, or follows from what is. Pure."""

from __future__ import annotations

from db.query import Field
from db.result import Result, recorded
from db.vocabulary import Agreement, Event, Partner, Programme, Record, Series


def is_known(record: Record, field: Field, result: Result) -> bool:
    """Is this field of the record recorded, or does it follow from what is?"""
    if isinstance(record, Agreement):
        return _agreement_knows(record, field, result)
    if isinstance(record, Programme):
        return _programme_knows(record, field)
    if field is Field.PLACE:
        return isinstance(record, Event) and bool(record.city or record.country)
    if field is Field.LENGTH:
        value = getattr(record, "date", None)
        return value is not None and not value.unknown_end and not value.unknown_start
    if field in {Field.STAGE, Field.PARTNER}:
        return True
    if field is Field.HOST:
        return isinstance(record, Event | Series) and record.host is not None
    if field is Field.CITY and isinstance(record, Partner):
        return bool(record.city or record.country)
    return recorded(record, field) is not None


def _agreement_knows(record: Agreement, field: Field, result: Result) -> bool:
    term, state = record.term, record.state
    if field in {Field.END, Field.IN_FORCE, Field.STATE}:
        return bool(state or record.ended or (term and not term.unknown_end))
    if field is Field.LENGTH:
        return bool(term and not term.unknown_end and not term.unknown_start)
    if field is Field.START:
        return bool((term and term.start) or record.signed)
    if field is Field.RENEWAL:
        return bool(record.renews_months or record.renewal)
    return recorded(record, field) is not None


def _programme_knows(record: Programme, field: Field) -> bool:
    when = record.date
    if field is Field.START:
        return bool(when and when.start)
    if field in {Field.END, Field.IN_FORCE, Field.STATE}:
        return bool(when and not when.unknown_end)
    if field is Field.LENGTH:
        return bool(when and when.start and not when.unknown_end)
    return recorded(record, field) is not None
