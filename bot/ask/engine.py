"""One question from text to answer: read, understand, search, judge. The same for chat, groups, inline mode
and terminal.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.ask.answer import Answer, Outcome, Question, assumption
from bot.ask.followup import continued
from bot.ask.understand import Understood, understand
from bot.language.names import Gazetteer
from bot.language.reading import read
from bot.language.speech import language
from bot.rights import Act, may
from db.query import Condition, Field, Measure, Query
from db.result import Around, Result, recorded
from db.search import run
from db.vocabulary import (
    Agreement,
    Event,
    Language,
    Partner,
    Programme,
    Record,
    Role,
    Series,
    Sheet,
)

PRIVATE = frozenset((Field.PHONE, Field.EMAIL, Field.CONTACT))


def ask(session: Session, question: Question, gazetteer: Gazetteer, context: Query | None = None) -> Answer:
    """Answers one question; `context` is the query of the question that it may continue."""
    reading = read(question.text, gazetteer, question.today)
    speech = language(reading) or question.language
    meant = understand(reading, gazetteer, question.today)
    if context is not None:
        meant = continued(reading, gazetteer, question.today, context, meant)
    if meant.query is None or meant.outcome is not Outcome.ANSWERED:
        return Answer(outcome=meant.outcome, language=speech, today=question.today, unknown=meant.unknown)
    return _found(session, question, speech, meant, meant.query, gazetteer)


def _found(
    session: Session,
    question: Question,
    speech: Language,
    meant: Understood,
    query: Query,
    gazetteer: Gazetteer,
) -> Answer:
    if not _may_ask(question.role, query):
        return Answer(
            outcome=Outcome.OUT_OF_SCOPE,
            language=speech,
            today=question.today,
            query=query,
            unknown="private",
        )
    known = Around(partners=gazetteer.partners, events=gazetteer.event_records, series=gazetteer.series,
                   programmes=gazetteer.programmes)  # fmt: skip
    drafts = may(question.role, Act.SEE_DRAFTS)
    result = run(session, query, question.today, known, drafts=drafts)
    assumptions = list(meant.assumptions)
    if not result.records and query.subject is Sheet.AGREEMENTS and query.kinds and not _is_count(query):
        looser = run(session, replace(query, kinds=()), question.today, known, drafts=drafts)
        if looser.records:
            query, result = looser.query, looser
            assumptions.append(assumption("any-kind"))
    if result.loose and result.loose == result.figure:
        assumptions.append(assumption("any-material"))
    if query.countries and not query.partners and len(_partners(result)) > 1:
        assumptions.append(assumption("all-of-country"))
    return Answer(outcome=_outcome(query, result), language=speech, today=question.today, query=query,
        result=result,
                  assumptions=tuple(dict.fromkeys(assumptions)))  # fmt: skip


def _is_count(query: Query) -> bool:
    return query.measure in {Measure.COUNT, Measure.LIST, Measure.EXISTS} and not query.partners


def _may_ask(role: Role, query: Query) -> bool:
    """Private contacts and papers that are still being cleared are not for everybody."""
    about_drafts = query.subject is Sheet.APPROVALS or Condition.DRAFT in query.conditions
    if about_drafts and not may(role, Act.SEE_DRAFTS):
        return False
    return not PRIVATE & set(query.fields) or may(role, Act.SEE_CONTACTS)


def _partners(result: Result) -> set[int]:
    return {no for r in result.records if isinstance(no := getattr(r, "partner", None), int)}


_ADDING = frozenset((Measure.SUM, Measure.AVERAGE, Measure.BALANCE, Measure.SHARE))
_PICKING = frozenset((Measure.FIRST, Measure.LAST, Measure.LONGEST, Measure.SHORTEST, Measure.RANK))


def _outcome(query: Query, result: Result) -> Outcome:
    """An empty list or a count of none is an answer; an empty field, or nothing to add up, is not
    recorded.
    """
    if query.measure in _ADDING:
        return Outcome.NOT_RECORDED if result.figure is None else Outcome.ANSWERED
    if (
        query.measure is Measure.EXISTS
        and not result.records
        and result.may
        and (query.partners or query.countries)
    ):
        return Outcome.NOT_RECORDED
    if query.measure in _PICKING:
        return Outcome.ANSWERED if result.records else Outcome.NOT_RECORDED
    if query.measure is Measure.FIELD:
        known = any(is_known(record, field, result) for record in result.records for field in query.fields)
        return Outcome.ANSWERED if known else Outcome.NOT_RECORDED
    if query.measure is Measure.CARD and not result.records:
        return Outcome.NOT_RECORDED
    if query.measure is Measure.COMPARE and not result.records:
        return Outcome.NOT_RECORDED
    return Outcome.ANSWERED


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
    if field is Field.SIGNED:
        return bool(record.signed or (term and term.start))
    if field is Field.RENEWAL:
        return bool(record.renews_months or record.renewal)
    return recorded(record, field) is not None


def _programme_knows(record: Programme, field: Field) -> bool:
    when = record.date
    if field is Field.START:
        return bool(when and when.start)
    if field in {Field.END, Field.IN_FORCE}:
        return bool(when and not when.unknown_end)
    if field is Field.LENGTH:
        return bool(when and when.start and not when.unknown_end)
    return recorded(record, field) is not None
