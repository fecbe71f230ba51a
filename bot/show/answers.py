"""An answer as a message: the first line is the answer; how it was understood; the records behind it as
commands to tap; what is not in the figure. What is not an answer begins with ❔.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.ask.answer import Answer, Outcome
from bot.ask.known import is_known
from bot.html import Html, escape, fit, join
from bot.show.dates import number
from bot.show.drafts import word
from bot.show.lines import amount, item, partner_name, party, stands, told
from bot.show.people import took_part
from bot.show.periods import period
from bot.show.portions import LISTED, key_said, parts, portion_said
from bot.show.records import told_whole
from bot.show.reply import TEXT_LIMIT, Reply
from bot.show.rows import command, of_record
from bot.show.sums import average, balance, compare, headed, is_one_line, moved, share
from bot.show.understood import assumptions, filters, only_void, titles
from bot.show.values import value
from bot.words import Words
from db.query import PICKING, Field, Group, Measure, Query, Span, Unit
from db.result import Result
from db.standing import State, is_running, renews_itself
from db.vocabulary import (
    Agreement,
    AgreementState,
    Exchange,
    Participant,
    Partner,
    Programme,
    Record,
    Sheet,
)

_MAY = 20
"""Records that may belong to an answer whose ids are given."""
_FIRST_LINE = 4
"""Values that the first line takes in."""


def reply(answer: Answer, words: Words) -> Reply:
    """The message. `words` speak `answer.language`."""
    if answer.result is None or answer.query is None:
        return Reply(_refusal(answer, words))
    result, query = answer.result, answer.query
    if answer.outcome is Outcome.NOT_RECORDED:
        head = _missing(query, result, words)
        return Reply(_message(head, answer, result, words, result.records))
    if answer.outcome is Outcome.CLARIFY:
        return Reply(fitting([words("answer-clarify"), *_candidates(query, result, words)]))
    if query.measure is Measure.CARD:
        cards = [told_whole(*of_record(r, result), words, contacts=False) for r in result.records]
        return Reply(fitting([line for card in cards for line in card]))
    head = _HEADS.get(query.measure, _list)(query, result, words)
    return Reply(_message(head, answer, result, words, result.records))


def _candidates(query: Query, result: Result, words: Words) -> list[Html]:
    """Each record that may be meant, with what was asked of it."""
    return [
        words(
            "card-item", id=command(r),
            said=words.plain(
                "answer-of", name=_owner(r, result, words), said=value(r, query.fields, result, words)
            ),
        )
        for r in result.records[:LISTED]
    ]  # fmt: skip


def _refusal(answer: Answer, words: Words) -> Html:
    """Why there is no answer, and what is answered instead."""
    offered = [words("answer-example", text=text) for text in answer.examples]
    return join([_reason(answer, words), *([words("answer-examples"), *offered] if offered else [])])


def _reason(answer: Answer, words: Words) -> Html:
    match answer.outcome:
        case Outcome.OUT_OF_SCOPE:
            return words("answer-private" if answer.query else "answer-out-of-scope")
        case Outcome.NOT_IN_REGISTRY:
            return words("answer-not-in-registry", name=answer.unknown)
    if answer.unknown:
        return words("answer-words-not-understood", words=answer.unknown)
    return words("answer-not-understood")


def _message(head: Html, answer: Answer, result: Result, words: Words, records: tuple[Record, ...]) -> Html:
    first, _, below = head.partition("\n")
    lines = [Html(first), *understood(answer, words), *([Html(below)] if below else [])]
    said = notes(result, words)
    shown = _as_fit([item(record, result, words) for record in records[:LISTED]], [*lines, *said])
    if len(records) > len(shown):
        said = [words("answer-more", n=len(records) - len(shown)), *said]
    return fitting([*lines, *shown, *said])


def understood(answer: Answer, words: Words) -> list[Html]:
    """How it was understood, where anything was taken for granted."""
    return [words("answer-understood", what=assumptions(answer, words))] if answer.assumptions else []


def first_line(answer: Answer, words: Words) -> Html:
    """The answer alone."""
    return Html(reply(answer, words).text.partition("\n")[0])


def _as_fit(lines: list[Html], beside: list[Html]) -> list[Html]:
    """As many whole lines as one message takes beside the others."""
    kept: list[Html] = []
    room = TEXT_LIMIT - 200 - sum(len(line) + 1 for line in beside)
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return kept


def fitting(lines: list[Html]) -> Html:
    """As many whole lines as one message takes; a first one that is too long by itself is cut."""
    whole = [Html(part) for line in lines for part in line.split("\n")]
    return join(_as_fit(whole, [])) or fit(whole[:1], TEXT_LIMIT)


def notes(result: Result, words: Words) -> list[Html]:
    """What is not in the figure."""
    said: list[Html] = []
    if result.uncounted:
        said.append(words("note-uncounted", n=len(result.uncounted)))
    if result.ungrouped:
        ids = [
            *dict.fromkeys(command(record) for record in result.ungrouped[:_MAY]),
            *_more(result.ungrouped),
        ]
        said.append(join([words("note-ungrouped", n=len(result.ungrouped)), escape(" ".join(ids))], " "))
    if result.may:
        # By their ids alone: a name here would read as if it belonged to the answer.
        ids = [*dict.fromkeys(command(record) for record in result.may[:_MAY]), *_more(result.may)]
        said.append(join([words("note-may", n=len(result.may)), escape(" ".join(ids))], " "))
    return said


def _more(records: Sequence[Record]) -> list[str]:
    return ["…"] if len(records) > _MAY else []


def _missing(query: Query, result: Result, words: Words) -> Html:
    if query.measure in PICKING and not result.records:
        return words.html("answer-nothing-picked", said=_none(query, result, words))
    return words("answer-not-recorded", what=_subject(query, result, words))


def _subject(query: Query, result: Result, words: Words) -> str:
    """What is not recorded: the field and of whom."""
    field = words.plain(f"answer-field-{query.fields[0].value.replace('_', '-')}") if query.fields else ""
    if not query.fields and query.subject is Sheet.EXCHANGES:
        field = words.plain("answer-field-titles" if query.unit is Unit.TITLES else "answer-field-quantity")
    if query.unit is Unit.PEOPLE:
        field = words.plain("answer-field-people")
    if not field and not result.records:
        field = words.plain(f"sheet-{query.subject.value}").lower()
    named = [told(record, result, words) for record in result.records[:2]] or [filters(query, result, words)]
    if query.subject in {Sheet.EXCHANGES, Sheet.PARTICIPANTS}:
        named = [filters(query, result, words)]
    missing = "" if result.records or result.may else words.plain("answer-no-such")
    return " — ".join(part for part in (field, "; ".join(named), missing) if part)


def _sum(query: Query, result: Result, words: Words) -> Html:
    head = headed(amount(result.figure, query.unit, query.subject, words), query, result, words)
    if result.figure and 0 < result.loose < result.figure:
        sides = [number(n, words.language) for n in (result.loose, round(result.figure) - result.loose)]
        said = word("material", query.materials[0], words)
        head = join([head, words("note-loose", loose=sides[0], exact=sides[1], material=said)], "; ")
    return join([head, parts(result, words)], "\n") if len(result.portions) > 1 else head


def _count(query: Query, result: Result, words: Words) -> Html:
    if query.subject is Sheet.PARTNERS and query.group is Group.COUNTRY:
        countries = {r.country for r in result.records if isinstance(r, Partner) and r.country}
        figures = (
            words.plain("answer-n-countries", n=len(countries)),
            words.plain("answer-n-partners", n=len(result.records)),
        )
        return headed(", ".join(figures), query, result, words)
    head = headed(amount(result.figure, query.unit, query.subject, words), query, result, words)
    drafts = _drafts(result)
    if drafts and len(result.records) > drafts:
        head = join(
            [head, words("note-drafts", signed=str(len(result.records) - drafts), drafts=str(drafts))], ". "
        )
    return join([head, parts(result, words)], "\n") if result.portions and query.group else head


def _drafts(result: Result) -> int:
    return sum(isinstance(r, Agreement) and r.state is AgreementState.DRAFT for r in result.records)


def _list(query: Query, result: Result, words: Words) -> Html:
    if not result.records:
        return _none(query, result, words)
    if query.subject is Sheet.EVENTS and query.ends and query.fields:
        return _field(query, result, words)  # which deadlines: their days
    if query.subject is Sheet.EXCHANGES:
        return moved(query, result, words)
    if query.subject is Sheet.PARTICIPANTS:
        return took_part(query, result, words)
    figure = words.plain(f"answer-n-{query.subject.value}", n=len(result.records))
    return headed(figure, query, result, words)


def _none(query: Query, result: Result, words: Words) -> Html:
    """A list of nothing, which is an answer."""
    today = Span(result.today, result.today)
    if query.subject is Sheet.AGREEMENTS and query.at == today:
        return headed(words.plain("answer-none-in-force"), replace(query, at=None), result, words)
    return headed(words.plain(f"answer-no-{query.subject.value}"), query, result, words)


def _exists(query: Query, result: Result, words: Words) -> Html:
    if not result.records:
        what = filters(query, result, words)
        said = words.plain("answer-nothing-recorded", what=what) if what else words.plain("answer-no-such")
        return words("answer-reply", reply=words.plain("answer-no"), said=said)
    only = only_void(query, result)
    figure = words.plain(only) if only else amount(result.figure, query.unit, query.subject, words)
    said = ", ".join(part for part in (figure, filters(query, result, words)) if part)
    return words("answer-reply", reply=words.plain("answer-no" if only else "answer-yes"), said=said)


def _field(query: Query, result: Result, words: Words) -> Html:
    records = _in_force_first(result)
    if query.fields[0] in {Field.IN_FORCE, Field.STATE} and isinstance(records[0], Agreement):
        return _whether(query, result, words)
    if query.fields[0] in {Field.IN_FORCE, Field.STATE} and isinstance(records[0], Programme):
        return _whether_running(query, result, words)
    if query.fields[0] is Field.RENEWAL:
        return _whether_renewing(query, result, words)
    known = tuple(r for r in records if any(is_known(r, field, result) for field in query.fields))
    records = known or records
    shown = [
        words.plain("answer-of", name=_owner(r, result, words), said=value(r, query.fields, result, words))
        for r in records[:LISTED]
    ]
    if query.subject is Sheet.PARTICIPANTS:
        # One who came to several events is one person.
        shown = list(dict.fromkeys(shown))
    if len(records) <= _FIRST_LINE or is_one_line("; ".join(shown)):
        return escape("; ".join(shown))
    return join(
        [
            headed(words.plain(f"answer-n-{query.subject.value}", n=len(records)), query, result, words),
            *(escape(s) for s in shown),
        ]
    )


def _in_force_first(result: Result) -> tuple[Record, ...]:
    def place(record: Record) -> int:
        now = result.standings.get(record.no) if isinstance(record, Agreement) else None
        return 0 if now is None or now.state is State.IN_FORCE else 1

    return tuple(sorted(result.records, key=place))


def _owner(record: Record, result: Result, words: Words) -> str:
    """Whose value it is: an agreement's partner, an event's own title."""
    if isinstance(record, Agreement | Exchange):
        return partner_name(record.partner, result, words)
    if isinstance(record, Participant):
        title = titles((record.event,), result.around.events, words)
        return ", ".join(
            part for part in (record.person or party(record.institution, result, words), title) if part
        )
    names = getattr(record, "names", None) or getattr(record, "titles", None)
    if names:
        return str(names.best(words.language))
    agreement = result.around.agreements.get(getattr(record, "agreement", 0))
    return partner_name(agreement.partner, result, words) if agreement else ""


def _whether(query: Query, result: Result, words: Words) -> Html:
    """Yes or no of each agreement asked for, and why."""
    states = {result.standings[r.no].state for r in result.records}
    asked_ended = query.fields[0] is Field.STATE
    in_force = State.IN_FORCE in states
    yes = not in_force if asked_ended else in_force
    shown = [r for r in _in_force_first(result)[:_FIRST_LINE] if isinstance(r, Agreement)]
    said = [
        words.plain("answer-of", name=_owner(r, result, words), said=stands(r, result, words)) for r in shown
    ]
    unsure = states & {State.END_NOT_RECORDED, State.TERM_NOT_RECORDED}
    if unsure and not in_force:
        return escape("; ".join(said))
    return words(
        "answer-reply", reply=words.plain("answer-yes" if yes else "answer-no"), said="; ".join(said)
    )


def _whether_running(query: Query, result: Result, words: Words) -> Html:
    """Yes or no of each programme asked for."""
    running = [r for r in result.records if isinstance(r, Programme) and is_running(r, result.today)]
    said = [
        words.plain("answer-of", name=_owner(r, result, words), said=value(r, query.fields, result, words))
        for r in result.records[:_FIRST_LINE]
    ]
    yes = bool(running) is (query.fields[0] is Field.IN_FORCE)
    return words(
        "answer-reply", reply=words.plain("answer-yes" if yes else "answer-no"), said="; ".join(said)
    )


def _whether_renewing(query: Query, result: Result, words: Words) -> Html:
    """Yes or no of each agreement asked for, and for how long."""
    records = _in_force_first(result)[:_FIRST_LINE]
    renewing = [r for r in records if isinstance(r, Agreement) and renews_itself(r)]
    said = [
        words.plain("answer-of", name=_owner(r, result, words), said=value(r, query.fields, result, words))
        for r in records
    ]
    yes = words.plain("answer-yes" if renewing else "answer-no")
    return words("answer-reply", reply=yes, said="; ".join(said))


def _ranked(query: Query, result: Result, words: Words) -> Html:
    said = [
        f"{place}. "
        + words.plain("answer-part", name=key_said(p, result, words), figure=portion_said(p, result, words))
        for place, p in enumerate(result.portions, query.nth or 1)
    ]
    head = said[0][3:] if len(said) == 1 and not query.nth else "; ".join(said)
    what = filters(query, result, words)
    return words("answer-figure", figure=head, what=what) if what else words("answer-bare", figure=head)


def _picked(query: Query, result: Result, words: Words) -> Html:
    if query.by is Field.DUE:
        return _field(query, result, words)
    return escape("; ".join(_dated(record, result, words) for record in result.records[:_FIRST_LINE]))


def _dated(record: Record, result: Result, words: Words) -> str:
    """The record as one of a row in time: an exchange, which tells its date last, with it first."""
    said = told(record, result, words)
    when = period(record.date, words) if isinstance(record, Exchange) and record.date else ""
    return words.plain("answer-of", name=when, said=said.removesuffix(f" · {when}")) if when else said


_HEADS: dict[Measure, Callable[[Query, Result, Words], Html]] = {
    Measure.SUM: _sum,
    Measure.COUNT: _count,
    Measure.EXISTS: _exists,
    Measure.FIELD: _field,
    Measure.RANK: _ranked,
    Measure.FIRST: _picked,
    Measure.LAST: _picked,
    Measure.LONGEST: _picked,
    Measure.SHORTEST: _picked,
    Measure.BALANCE: balance,
    Measure.COMPARE: compare,
    Measure.AVERAGE: average,
    Measure.SHARE: share,
}
