"""What goes on from an answer: the buttons under it, its records page by page, a figure split, the question
back with its choices, and how a figure was computed. Pure.
"""

from __future__ import annotations

from bot.ask.answer import Answer, Outcome
from bot.ask.further import (
    MOST_CHOICES,
    Choose,
    ChooseEvent,
    Further,
    Leaf,
    Step,
    candidates,
    events_meant,
    fitting,
)
from bot.html import EMPTY, Html, clip, escape, join, units
from bot.rights import Act, may
from bot.show import answers
from bot.show.lines import amount, item, partner_name
from bot.show.paging import SIZE, page_of, turning
from bot.show.portions import LISTED, key_said, portion_said
from bot.show.reply import TEXT_LIMIT, Button, Copy, Place, Reply, Row
from bot.show.rows import command
from bot.show.understood import filters, titles
from bot.words import Words
from db.query import PICKING, Measure, Query
from db.result import Portion, Result
from db.vocabulary import Role, Sheet

_ROW = 2
"""Buttons side by side: their words stay whole on a phone."""
_IDS = 12
"""Records that stand behind one part of a figure by their ids."""
_LABEL = 40
_PAGE = 3000
"""Letters of a list that leave room for what stands around it."""


def reply(answer: Answer, no: int, role: Role, words: Words, *, private: bool) -> Reply:
    """The answer with the buttons that go on from it. `no` is its number among what was asked."""
    said = answers.reply(answer, words)
    if answer.outcome is Outcome.CLARIFY:
        return Reply(said.text, _choices(answer, no, words), answer=no or None)
    which = _which_event(answer, no, words)
    asked = words("answer-which-event") if which else EMPTY
    buttons = _buttons(answer, said.text, no, role, words, private=private)
    return Reply(join([said.text, *([asked] if asked else [])], "\n"), (*which, *buttons), answer=no or None)


def split(answer: Answer, no: int, role: Role, words: Words, *, private: bool) -> Reply:
    """A figure by its parts, a line each, every part over the records it was computed from."""
    result, query = answer.result, answer.query
    if result is None or query is None or not result.portions:
        return reply(answer, no, role, words, private=private)
    figure = amount(result.figure, query.unit, query.subject, words)
    what = filters(query, result, words)
    head = words("answer-figure", figure=figure, what=what) if what else words("answer-bare", figure=figure)
    lines = [_part(portion, result, words) for portion in result.portions[:LISTED]]
    if len(result.portions) > LISTED:
        lines.append(words("answer-more", n=len(result.portions) - LISTED))
    text = answers.fitting([head, *answers.understood(answer, words), *lines, *answers.notes(result, words)])
    return Reply(text, _buttons(answer, text, no, role, words, private=private), answer=no or None)


def _part(portion: Portion, result: Result, words: Words) -> Html:
    said = words("answer-part", name=key_said(portion, result, words),
                 figure=portion_said(portion, result, words))  # fmt: skip
    ids = list(dict.fromkeys(command(record) for record in portion.records))
    more = f" +{len(ids) - _IDS}" if len(ids) > _IDS else ""
    return join([said, escape(" ".join(ids[:_IDS]) + more)], " · ")


def leaf(answer: Answer, no: int, page: int, words: Words, place: Place) -> Reply:
    """One page of the records behind an answer."""
    result, query = answer.result, answer.query
    if result is None or query is None:
        return answers.reply(answer, words)
    turned = page_of(result.records, page, _size(result, words))
    figure = words.plain(f"answer-n-{query.subject.value}", n=turned.total)
    of = words.plain("page-of", n=str(turned.number + 1), of=str(turned.of)) if turned.of > 1 else ""
    what = ", ".join(part for part in (filters(query, result, words), of) if part)
    head = words("answer-figure", figure=figure, what=what) if what else words("answer-bare", figure=figure)
    lines = [item(record, result, words) for record in turned.items]
    said = answers.notes(result, words) if turned.number == turned.of - 1 else []
    buttons = turning(turned, lambda number: Leaf(no, number), words)
    return Reply(answers.fitting([head, *lines, *said]), buttons, place, answer=no)


def _size(result: Result, words: Words) -> int:
    """Whatever one message holds stands in one; only what is more is turned over."""
    lines = (item(record, result, words) for record in result.records[:LISTED])
    held = len(result.records) <= LISTED and sum(units(line) + 1 for line in lines) < _PAGE
    return LISTED if held else SIZE


def _choices(answer: Answer, no: int, words: Words) -> tuple[Row, ...]:
    """A button for each partner who may be meant, and one for all of them."""
    nos, result = candidates(answer), answer.result
    if result is None or len(nos) < 2:
        return ()
    named = [(clip(partner_name(partner, result, words), _LABEL), partner) for partner in nos]
    every = (words.plain("further-both" if len(nos) == 2 else "further-all"), 0)
    offered = [every, *named][:MOST_CHOICES]
    return tuple((Button(label, Choose(no, partner)),) for label, partner in offered)


def _which_event(answer: Answer, no: int, words: Words) -> tuple[Row, ...]:
    """A button for each event that may be meant, where they are few."""
    known = answer.result.around.events if answer.result else {}
    offered = [(titles((event,), known, words), event) for event in events_meant(answer)]
    return tuple((Button(clip(title, _LABEL), ChooseEvent(no, event)),) for title, event in offered)


def _buttons(
    answer: Answer, said: Html, no: int, role: Role, words: Words, *, private: bool
) -> tuple[Row, ...]:
    steps = [step for step in fitting(answer) if _is_open(step, role, private=private)]
    if answer.result and answer.result.records and not _shows_all(answer.result, said, words):
        steps.insert(0, Step.RECORDS)
    if answer.query is not None:
        steps.append(Step.WRONG)
    row: list[Button | Copy] = [
        Button(words.plain(_label(step, answer)), Further(no, step)) for step in steps
    ]
    return tuple(tuple(row[at : at + _ROW]) for at in range(0, len(row), _ROW))


def _label(step: Step, answer: Answer) -> str:
    of_events = answer.query is not None and answer.query.subject is Sheet.EVENTS
    return "further-hosts" if step is Step.PARTNERS and of_events else f"further-{step.name.lower()}"


def _is_open(step: Step, role: Role, *, private: bool) -> bool:
    """A workbook is for those who may export, and for no group."""
    return step is not Step.WORKBOOK or (private and may(role, Act.EXPORT))


def _shows_all(result: Result, said: Html, words: Words) -> bool:
    return result.query.measure is Measure.CARD or item(result.records[-1], result, words) in said


def how(answer: Answer, no: int, text: str, words: Words) -> Reply:
    """How the answer was computed: what was looked for, what was found, what was done with it."""
    result, query = answer.result, answer.query
    if result is None or query is None:
        return answers.reply(answer, words)
    what, subject = filters(query, result, words), words.plain(f"sheet-{query.subject.value}")
    records = words.plain(f"answer-n-{query.subject.value}", n=len(result.records))
    picked = query.measure in PICKING
    lines = [
        words("how-head", text=clip(text, TEXT_LIMIT // 8)),
        answers.first_line(answer, words),
        words("how-searched", subject=subject, filters=what) if what
        else words("how-searched-all", subject=subject),
        EMPTY if picked else words("how-found", records=records),
        words(f"how-{query.measure.value}"),
        words("how-picked", records=records) if picked else EMPTY,
        *_sum_written_out(query, result, words),
        *answers.notes(result, words),
    ]  # fmt: skip
    return Reply(answers.fitting([line for line in lines if line]), answer=no)


def _sum_written_out(query: Query, result: Result, words: Words) -> list[Html]:
    """Each record with what it adds, so that anybody can add it up again."""
    if query.measure is not Measure.SUM or result.figure is None:
        return []
    return [item(record, result, words) for record in result.records[:LISTED]]
