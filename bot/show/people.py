"""Who took part, as the first line of an answer: the event first, then its people. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.html import Html, escape, join
from bot.show.lines import amount, told
from bot.show.understood import filters, titles
from bot.words import Words
from db.query import Query, Unit
from db.result import Result
from db.vocabulary import Participant, Sheet

_LINE = 450
"""Letters that can still be read at a glance."""


def took_part(query: Query, result: Result, words: Words) -> Html:
    """The people of each event by name; how many there were at how many events where they are too many for a
    line, and under the names of several.
    """
    people = [record for record in result.records if isinstance(record, Participant)]
    at = {event: [one for one in people if one.event == event] for event in (one.event for one in people)}
    single = len(at) == 1
    named = "; ".join(_named(event, of, query if single else None, result, words) for event, of in at.items())
    if len(named) <= _LINE and single:
        return escape(named)
    figure = _figure(people, len(at), words)
    title = titles(list(at), result.around.events, words) if single and not query.records else ""
    what = ", ".join(part for part in (title, filters(query, result, words)) if part)
    head = words("answer-figure", figure=figure, what=what) if what else words("answer-bare", figure=figure)
    return join([escape(named), head]) if len(named) <= _LINE else head


def _named(event: int, people: list[Participant], query: Query | None, result: Result, words: Words) -> str:
    """One event with its people; with what was asked of them where it is the only one."""
    title = titles((event,), result.around.events, words)
    what = filters(replace(query, records=()), result, words) if query else ""
    said = "; ".join(told(each, replace(result, records=tuple(people)), words) for each in people)
    name = words.plain("answer-with", name=title, what=what) if what else title
    return words.plain("answer-of", name=name, said=said)


def _figure(people: list[Participant], events: int, words: Words) -> str:
    counts = [person.people for person in people if person.people is not None]
    said = (
        amount(sum(counts), Unit.PEOPLE, Sheet.PARTICIPANTS, words)
        if len(counts) == len(people)
        else words.plain("answer-n-participants", n=len(people))
    )
    return f"{said}, {words.plain('answer-n-events', n=events)}" if events > 1 else said
