"""One record in one line, and how an agreement stands, in the reader's language."""

from __future__ import annotations

from bot.html import Html
from bot.language.places import city as city_in
from bot.show import dates
from bot.show.drafts import word
from bot.show.periods import period, point, until, within, within_point
from bot.words import Words
from db.edtf import Edtf
from db.query import Unit
from db.result import Result
from db.standing import Standing, State
from db.vocabulary import (
    ONLINE,
    Absence,
    Agreement,
    Approval,
    Contact,
    Event,
    Exchange,
    Participant,
    Partner,
    Party,
    Programme,
    Promise,
    Record,
    Series,
    Sheet,
)

SHEETS: dict[type[Record], Sheet] = {
    Partner: Sheet.PARTNERS,
    Agreement: Sheet.AGREEMENTS,
    Approval: Sheet.APPROVALS,
    Exchange: Sheet.EXCHANGES,
    Programme: Sheet.PROGRAMMES,
    Series: Sheet.SERIES,
    Event: Sheet.EVENTS,
    Participant: Sheet.PARTICIPANTS,
    Promise: Sheet.PROMISES,
    Contact: Sheet.CONTACTS,
    Absence: Sheet.ABSENCES,
}


def command(record: Record) -> str:
    """The short id as a command: `/x7`; of a stage or a participant that of its agreement or event."""
    if isinstance(record, Approval):
        return f"/a{record.agreement}"
    if isinstance(record, Participant):
        return f"/e{record.event}"
    return f"/{SHEETS[type(record)].letter}{record.no}"


def item(record: Record, result: Result, words: Words) -> Html:
    """The record as a line of a list."""
    return words("answer-item", id=command(record), said=told(record, result, words))


def told(record: Record, result: Result, words: Words) -> str:
    """What tells the record from its neighbours."""
    return " · ".join(part for part in _parts(record, result, words) if part)


def _parts(record: Record, result: Result, words: Words) -> tuple[str, ...]:
    match record:
        case Partner():
            return (record.names.best(words.language), place(record.city, record.country, words))
        case Agreement():
            kind = word("kind", record.kind, words) if record.kind else ""
            term = period(record.term, words) if record.term else ""
            # A term without its end says so itself.
            unended = term and result.standings[record.no].state is State.END_NOT_RECORDED
            return (
                partner_name(record.partner, result, words),
                record.title or "",
                kind,
                term,
                "" if unended else stands(record, result, words),
            )
        case Exchange():
            return _exchange(record, result, words)
        case Event():
            when = period(record.date, words) if record.date else words.plain("answer-undated")
            return (record.titles.best(words.language), when, place(record.city, record.country, words))
        case Programme():
            partner = partner_name(record.partner, result, words) if record.partner else ""
            return (
                record.titles.best(words.language),
                partner,
                period(record.date, words) if record.date else "",
            )
        case Series():
            return (record.titles.best(words.language), party(record.host, result, words))
        case Participant():
            return _participant(record, result, words)
        case Promise():
            partner = partner_name(record.partner, result, words) if record.partner else ""
            return record.title, partner, period(record.due, words) if record.due else ""
        case Contact():
            return record.person, record.role or "", partner_name(record.partner, result, words)
        case Absence():
            return record.member, period(record.date, words), record.deputy or ""
        case Approval():
            return _approval(record, result, words)


def _approval(record: Approval, result: Result, words: Words) -> tuple[str, ...]:
    agreement = result.around.agreements.get(record.agreement)
    partner = partner_name(agreement.partner, result, words) if agreement else ""
    sent = f"{words.plain('answer-field-sent')}: {period(record.sent, words)}" if record.sent else ""
    due = f"{words.plain('answer-field-due')}: {period(record.due, words)}" if record.due else ""
    outcome = word("outcome", record.outcome, words) if record.outcome else ""
    return (partner, word("stage", record.stage, words), record.holder or "", sent, due, outcome)


def _exchange(record: Exchange, result: Result, words: Words) -> tuple[str, ...]:
    amount = (
        words.plain("amount-quantity", n=record.quantity)
        if record.quantity is not None
        else words.plain("answer-no-figure")
    )
    titles = words.plain("amount-titles", n=record.titles) if record.titles is not None else ""
    material = word("material", record.material, words) if record.material else ""
    basis = word("basis", record.basis, words) if record.basis else ""
    when = period(record.date, words) if record.date else ""
    return (
        partner_name(record.partner, result, words),
        word("direction", record.direction, words),
        amount,
        titles,
        material,
        basis,
        when,
    )


def _participant(record: Participant, result: Result, words: Words) -> tuple[str, ...]:
    people = words.plain("amount-count", n=record.people) if record.people is not None else ""
    event = result.around.events.get(record.event)
    # Under an answer about one event, every line need not repeat it.
    alike = all(isinstance(r, Participant) and r.event == record.event for r in result.records)
    title = event.titles.best(words.language) if event and not alike else ""
    return (record.person or people, record.role or "", party(record.institution, result, words), title)


def partner_name(no: int | None, result: Result, words: Words) -> str:
    """A partner's name in the reader's language."""
    partner = result.around.partners.get(no) if no is not None else None
    return partner.names.best(words.language) if partner else ""


def party(value: Party | None, result: Result, words: Words) -> str:
    """Who hosts or takes part."""
    if value is None:
        return ""
    if value.is_us:
        return words.plain("party-us")
    return partner_name(value.partner, result, words) if value.partner is not None else value.text or ""


def place(city: str | None, country: str | None, words: Words) -> str:
    """Where: city and country in the reader's language."""
    if city == ONLINE:
        return words.plain("city-online")
    parts = (
        city_in(city, words.language) if city else "",
        dates.country(country, words.language) if country else "",
    )
    return ", ".join(part for part in parts if part)


def stands(agreement: Agreement, result: Result, words: Words) -> str:
    """How an agreement stands today: "in force until 2030", "ended in 2014"."""
    return standing_told(agreement, result.standings[agreement.no], words)


def standing_told(agreement: Agreement, now: Standing, words: Words) -> str:
    """The same, of a standing that is at hand."""
    term, over = (until(now.end, words), within(now.end, words)) if now.end else ("", "")
    match now.state:
        case State.IN_FORCE if now.renews_itself:
            return (
                words.plain("standing-renews", date=term) if term else words.plain("standing-renews-undated")
            )
        case State.IN_FORCE:
            return (
                words.plain("standing-in-force-until", date=term)
                if term
                else words.plain("standing-in-force-open")
            )
        case State.ENDED:
            return words.plain("standing-ended", date=over) if over else words.plain("standing-ended-undated")
        case State.TERMINATED:
            return (
                words.plain("standing-terminated", date=over)
                if over
                else words.plain("standing-terminated-undated")
            )
        case State.REPLACED:
            return words.plain("standing-replaced")
        case State.DRAFT:
            return words.plain("standing-draft")
        case State.UPCOMING:
            start = _begins(agreement.term, words)
            return (
                words.plain("standing-upcoming", date=start)
                if start
                else words.plain("standing-upcoming-undated")
            )
        case State.END_NOT_RECORDED:
            return words.plain("standing-end-unknown")
    return words.plain("standing-term-unknown")


def beginning(value: Edtf | None, words: Words) -> str:
    """The first bound of a term or date; nothing where it is not recorded."""
    return point(value.start, words) if value and value.start else ""


def _begins(term: Edtf | None, words: Words) -> str:
    return within_point(term.start, words) if term and term.start else ""


def amount(figure: float | None, unit: Unit, subject: Sheet, words: Words) -> str:
    """A figure with its unit: "2 040 copies", "3 events"."""
    if figure is None:
        return words.plain("answer-no-figure")
    n = round(figure)
    match unit:
        case Unit.COPIES:
            return words.plain("amount-quantity", n=n)
        case Unit.TITLES:
            return words.plain("amount-titles", n=n)
        case Unit.PEOPLE:
            return words.plain("amount-count", n=n)
        case Unit.PARTNERS | Unit.COUNTRIES | Unit.CITIES:
            return words.plain(f"answer-n-{unit.value}", n=n)
    return words.plain(f"answer-n-{subject.value}", n=n)
