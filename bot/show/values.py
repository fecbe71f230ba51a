"""One asked field of a record, in the reader's language."""

from __future__ import annotations

from datetime import date, timedelta

from bot.show.dates import country, number
from bot.show.drafts import word
from bot.show.lines import beginning, partner_name, party, place, stands, told_alone
from bot.show.periods import period, point, within
from bot.words import Words
from db.edtf import Edtf
from db.query import Field
from db.result import Result, length, recorded
from db.standing import is_running
from db.vocabulary import Agreement, Approval, Event, Participant, Partner, Programme, Record, Renewal, Series


def value(record: Record, fields: tuple[Field, ...], result: Result, words: Words) -> str:
    """The asked fields of one record; what is not recorded is said to be so."""
    said = [_one(record, field, result, words) for field in fields]
    if any(said) and len(fields) > 1:
        named = [
            f"{_label(field, words)}: {part}" if field in _LABELLED else part
            for part, field in zip(said, fields, strict=True)
            if part
        ]
        return " · ".join(dict.fromkeys(named))
    return " · ".join(part or _not_recorded(field, words) for part, field in zip(said, fields, strict=True))


_LABELLED = frozenset((Field.SUBMISSION, Field.REGISTRATION))
"""Dates that must say which one they are, where several are told."""


def _label(field: Field, words: Words) -> str:
    return words.plain(f"answer-field-{field.value.replace('_', '-')}")


def _not_recorded(field: Field, words: Words) -> str:
    return f"{_label(field, words)}: {words.plain('answer-no-figure')}"


def _one(record: Record, field: Field, result: Result, words: Words) -> str:
    match record:
        case Agreement():
            return _of_agreement(record, field, result, words)
        case Programme():
            return _of_programme(record, field, result, words)
        case Event() | Series():
            return _of_event(record, field, result, words)
        case Partner() if field is Field.CITY:
            return place(record.city, record.country, words)
        case Partner() if field is Field.COUNTRY:
            return country(record.country, words.language) if record.country else ""
        case Participant() if field is Field.INSTITUTION:
            return party(record.institution, result, words)
        case Approval() if field in {Field.STAGE, Field.HOLDER}:
            return told_alone(record, result, words)
    return plainly(recorded(record, field), field, words)


def plainly(found: object, field: Field, words: Words) -> str:
    """A recorded value as it is said: dates in the reader's convention, listed words in their language."""
    if found is None:
        return ""
    if isinstance(found, Edtf):
        return period(found, words)
    if isinstance(found, int):
        return number(found, words.language)
    return word(field.value, str(found), words)


def _of_agreement(record: Agreement, field: Field, result: Result, words: Words) -> str:
    match field:
        case Field.END | Field.IN_FORCE | Field.STATE:
            return stands(record, result, words)
        case Field.START:
            return beginning(record.term, words) or (period(record.signed, words) if record.signed else "")
        case Field.TERM:
            term = period(record.term, words) if record.term else ""
            return " · ".join(part for part in (term, stands(record, result, words)) if part)
        case Field.LENGTH:
            return _length(record, record.term, result.today, words)
        case Field.RENEWAL:
            return _renewal(record, words)
        case Field.NOTICE if record.notice_days is not None:
            now = result.standings[record.no]
            by = now.notice_by or _notice_by(record.notice_days, now.earliest_end)
            until = (
                f" ({words.plain('date-until-day', day=by.day, month=by.month, year=str(by.year))})"
                if by
                else ""
            )
            return words.plain("answer-days", n=record.notice_days) + until
        case Field.PARTNER:
            return partner_name(record.partner, result, words)
    return plainly(recorded(record, field), field, words)


def _notice_by(days: int, end: date | None) -> date | None:
    """The last day of notice of a term that does not renew itself."""
    return end - timedelta(days=days) if end else None


def _renewal(record: Agreement, words: Words) -> str:
    if record.renewal is Renewal.BY_ACT:
        months = record.renews_months
        length = f" ({words.plain('amount-renews-months', n=months)})" if months else ""
        return words.plain("answer-renews-by-act") + length
    if record.renews_months:
        return words.plain(
            "answer-renews-itself", months=words.plain("amount-renews-months", n=record.renews_months)
        )
    return ""


def _length(record: Record, value_: Edtf | None, today: date, words: Words) -> str:
    if value_ is not None and value_.open_end and value_.earliest:
        years = int((today - value_.earliest).days / 365.25)
        return f"{words.plain('answer-years', n=years)} ({period(value_, words)})" if years else ""
    days = length(record)
    if days is None or value_ is None or value_.start is None or value_.end is None:
        return ""
    if value_.start.precision == value_.end.precision == "year":
        years = value_.end.earliest.year - value_.start.earliest.year
        said = words.plain("answer-years", n=years) if years else words.plain("answer-days", n=days)
    else:
        said = (
            words.plain("answer-years", n=round(days / 365.25))
            if days >= 360
            else words.plain("answer-days", n=days)
        )
    return f"{said} ({period(value_, words)})"


def _of_programme(record: Programme, field: Field, result: Result, words: Words) -> str:
    when = record.date
    if field is Field.START:
        return beginning(when, words)
    if field in {Field.END, Field.IN_FORCE, Field.STATE} and when:
        if when.open_end:
            return words.plain("answer-still-running", date=period(when, words))
        if field is Field.STATE and when.end and not is_running(record, result.today):
            return words.plain("standing-ended", date=within(Edtf.parse(when.end.text), words))
        return point(when.end, words) if when.end else ""
    if field is Field.PARTNER:
        return partner_name(record.partner, result, words)
    if field is Field.LENGTH:
        return _length(record, when, result.today, words)
    return plainly(recorded(record, field), field, words)


def _of_event(record: Event | Series, field: Field, result: Result, words: Words) -> str:
    if field is Field.HOST:
        return party(record.host, result, words)
    if isinstance(record, Event):
        if field is Field.PLACE:
            return place(record.city, record.country, words)
        if field is Field.LENGTH:
            days = length(record)
            return (
                f"{words.plain('answer-days', n=days)} ({period(record.date, words)})"
                if days and record.date
                else ""
            )
    return plainly(recorded(record, field), field, words)
