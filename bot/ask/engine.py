"""One question from text to answer: read, understand, search, judge. The same for chat, groups, inline mode
and terminal.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.ask.answer import Answer, Outcome, Question, assumption
from bot.ask.examples import examples, understood
from bot.ask.followup import continued
from bot.ask.known import is_known
from bot.ask.understand import Understood, understand
from bot.language.names import Gazetteer
from bot.language.reading import read
from bot.language.speech import language
from bot.rights import Act, may
from db import columns
from db.query import PICKING, Condition, Field, Group, Measure, Query
from db.result import Around, Result, recorded
from db.search import run
from db.standing import State
from db.vocabulary import Agreement, Language, Record, Sheet

PRIVATE = frozenset(Field(name) for name in columns.PRIVATE)


def ask(session: Session, question: Question, gazetteer: Gazetteer, context: Query | None = None) -> Answer:
    """Answers one question; `context` is the query of the question that it may continue. What cannot be
    answered comes with examples of what can.
    """
    reading = read(question.text, gazetteer, question.today)
    speech = language(reading) or question.language
    meant = understand(reading, gazetteer, question.today)
    if context is not None:
        meant = continued(reading, gazetteer, question.today, context, meant)
    elif meant.points_back:
        meant = Understood(Outcome.NOT_UNDERSTOOD)
    answer = _asked(session, question, meant, speech, gazetteer)
    if answer.query is not None:
        return answer

    def fits(text: str) -> bool:
        found = _asked(session, question, understood(text, gazetteer, question.today), speech, gazetteer)
        return found.outcome is Outcome.ANSWERED and bool(found.records)

    return replace(answer, examples=examples(reading, gazetteer, speech, fits))


def _asked(
    session: Session, question: Question, meant: Understood, speech: Language, gazetteer: Gazetteer
) -> Answer:
    if meant.query is None or meant.outcome is not Outcome.ANSWERED:
        return Answer(outcome=meant.outcome, language=speech, today=question.today, unknown=meant.unknown)
    answer = _found(session, question, speech, meant, meant.query, gazetteer)
    if answer.result is None or answer.result.records or answer.result.may:
        return answer
    for other in meant.alternatives:
        # `the project with …` may be a programme or the paper about it: what there is, is meant.
        found = _found(session, question, speech, meant, other, gazetteer)
        if found.result is not None and found.result.records:
            return found
    return answer


def again(session: Session, question: Question, query: Query, gazetteer: Gazetteer) -> Answer:
    """The answer to a query that is at hand, in the question's language: what a button under an answer means.

    Rights are those of whoever asks now, and the registry is read as it stands now.
    """
    meant = Understood(Outcome.ANSWERED, query)
    return _found(session, question, question.language, meant, query, gazetteer)


def _found(
    session: Session,
    question: Question,
    speech: Language,
    meant: Understood,
    query: Query,
    gazetteer: Gazetteer,
) -> Answer:
    if not _may_ask(question, query):
        return Answer(
            outcome=Outcome.OUT_OF_SCOPE,
            language=speech,
            today=question.today,
            query=query,
            unknown="private",
        )
    known = Around(partners=gazetteer.partners, events=gazetteer.event_records, series=gazetteer.series,
                   programmes=gazetteer.programmes)  # fmt: skip
    drafts = None if may(question.role, Act.SEE_DRAFTS) else question.drafts
    result = run(session, query, question.today, known, drafts=drafts)
    assumptions = list(meant.assumptions)
    if drafts is not None and _is_about_drafts(query):
        assumptions.append(assumption("own-drafts"))
    if not result.records and query.subject is Sheet.AGREEMENTS and query.kinds and not _is_count(query):
        looser = run(session, replace(query, kinds=()), question.today, known, drafts=drafts)
        if looser.records:
            query, result = looser.query, looser
            assumptions.append(assumption("any-kind"))
    if not result.records and query.subject is Sheet.AGREEMENTS and query.fields == (Field.IN_FORCE,):
        # Where there is no paper at all, none is in force: that is an answer.
        query = replace(query, measure=Measure.EXISTS, fields=(), kinds=())
        result = run(session, query, question.today, known, drafts=drafts)
    if not result.records and query.upcoming and query.measure is Measure.FIELD:
        # The deadline of an event that is over is a deadline all the same.
        query = replace(query, upcoming=None)
        result = run(session, query, question.today, known, drafts=drafts)
    if query.subject is Sheet.AGREEMENTS and query.group is Group.YEAR:
        assumptions.append(assumption("began-in"))
    # A sum says in its first line how much of it that is.
    if result.loose and (query.measure is not Measure.SUM or result.loose == result.figure):
        assumptions.append(assumption("any-material"))
    if query.countries and not query.partners and len(_partners(result)) > 1:
        assumptions.append(assumption("all-of-country"))
    outcome = Outcome.CLARIFY if _is_open(meant, query, result) else _outcome(query, result)
    return Answer(
        outcome=outcome, language=speech, today=question.today, query=query, result=result,
        assumptions=() if outcome is Outcome.CLARIFY else tuple(dict.fromkeys(assumptions)),
    )  # fmt: skip


def _is_open(meant: Understood, query: Query, result: Result) -> bool:
    """One fact was asked of one partner, and what was said of it fits several of whom it differs."""
    if (
        query.measure is not Measure.FIELD
        or meant.several
        or not (meant.vague or query.countries or query.cities)
    ):
        return False
    if query.subject not in {Sheet.AGREEMENTS, Sheet.PARTNERS}:
        return False
    told: dict[int, list[object]] = {}
    for record in result.records:
        no = record.partner if isinstance(record, Agreement) else record.no
        told.setdefault(no, []).append(tuple(_told(record, field, result) for field in query.fields))
    return len(told) > 1 and len({tuple(said) for said in told.values()}) > 1


def _told(record: Record, field: Field, result: Result) -> object:
    """A field as far as it matters whether two records differ in it."""
    if isinstance(record, Agreement):
        now = result.standings[record.no]
        if field in {Field.IN_FORCE, Field.STATE}:
            return now.state is State.IN_FORCE
        return (field, record.term, now.end) if field in _TIMES else recorded(record, field)
    return recorded(record, field)


_TIMES = frozenset((Field.END, Field.START, Field.TERM, Field.LENGTH, Field.SIGNED))


def _is_count(query: Query) -> bool:
    return query.measure in {Measure.COUNT, Measure.LIST, Measure.EXISTS} and not query.partners


def _may_ask(question: Question, query: Query) -> bool:
    """Private contacts and papers that are still being cleared are not for everybody."""
    if _is_about_drafts(query) and not question.drafts and not may(question.role, Act.SEE_DRAFTS):
        return False
    return not PRIVATE & set(query.fields) or may(question.role, Act.SEE_CONTACTS)


def _is_about_drafts(query: Query) -> bool:
    return query.subject is Sheet.APPROVALS or Condition.DRAFT in query.conditions


def _partners(result: Result) -> set[int]:
    return {no for r in result.records if isinstance(no := getattr(r, "partner", None), int)}


_ADDING = frozenset((Measure.SUM, Measure.AVERAGE, Measure.BALANCE, Measure.SHARE))


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
    if query.measure in PICKING:
        return Outcome.ANSWERED if result.records else Outcome.NOT_RECORDED
    if query.measure is Measure.FIELD:
        known = any(is_known(record, field, result) for record in result.records for field in query.fields)
        return Outcome.ANSWERED if known else Outcome.NOT_RECORDED
    if query.measure is Measure.CARD and not result.records:
        return Outcome.NOT_RECORDED
    if query.measure is Measure.COMPARE and not result.records:
        return Outcome.NOT_RECORDED
    return Outcome.ANSWERED
