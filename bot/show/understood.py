"""A query in words: the filters of an answer's first line, and what was assumed on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.ask.answer import Answer
from bot.language.places import city as city_in
from bot.language.places import members
from bot.language.places import region as region_in
from bot.show import dates
from bot.show.drafts import word
from bot.show.lines import partner_name
from bot.show.periods import period, within
from bot.words import Words
from db.edtf import Edtf
from db.query import Besides, Field, Having, Query, Side, Span
from db.result import Result
from db.standing import State
from db.vocabulary import ONLINE, Agreement, Event, Programme, Series, Sheet


def filters(query: Query, result: Result, words: Words) -> str:
    """What the answer is about, in the reader's language, joined by commas."""
    parts: list[str] = []
    parts += _records(query, result, words)
    parts += [word("kind", kind, words) for kind in query.kinds]
    parts += [words.plain(f"filter-{condition.value.replace('_', '-')}") for condition in query.conditions]
    if query.direction:
        parts.append(word("direction", query.direction, words))
    # Of several who may be meant, those who fit are the answer and not what was asked of.
    named = () if query.having and len(query.partners) > 1 else query.partners
    parts += [partner_name(no, result, words) for no in named]
    within_it = members(query.region) if query.region else ()
    countries = [each for each in (query.countries, query.place_countries) if set(each) != set(within_it)]
    parts += [dates.country(code, words.language) for each in countries for code in each]
    parts += [region_in(query.region, words.language)] if query.region else []
    places = (*query.cities, *query.place_cities)
    parts += [
        words.plain("city-online") if name == ONLINE else city_in(name, words.language) for name in places
    ]
    parts += [word("kind", kind, words) for kind in query.partner_kinds]
    parts += [word("material", material, words) for material in query.materials]
    parts += [word("stage", stage, words) for stage in query.stages]
    if query.outcome:
        parts.append(word("outcome", query.outcome, words))
    if query.basis:
        parts.append(word("basis", query.basis, words))
    parts += [_besides(query.besides, result, words)] if query.besides else []
    parts += _people(query, result, words)
    parts += _times(query, result.today, words)
    return ", ".join(part for part in parts if part)


def _besides(apart: Besides, result: Result, words: Words) -> str:
    """What is left out."""
    named = [partner_name(no, result, words) for no in apart.partners]
    named += [dates.country(code, words.language) for code in apart.countries]
    named += [city_in(name, words.language) for name in apart.cities]
    named += [word("kind", kind, words) for kind in (*apart.partner_kinds, *apart.kinds)]
    named += [word("material", material, words) for material in apart.materials]
    named += [word("basis", basis, words) for basis in apart.bases]
    return words.plain("filter-besides", what=" / ".join(named))


def _records(query: Query, result: Result, words: Words) -> list[str]:
    """The records that the question names: events, series, programmes."""
    around = result.around
    of_events = query.subject in {Sheet.EVENTS, Sheet.PARTICIPANTS}
    events = (*query.events, *(query.records if of_events else ()))
    programmes = (*query.programmes, *(query.records if query.subject is Sheet.PROGRAMMES else ()))
    named = (titles(events, around.events, words), titles(programmes, around.programmes, words),
             titles(query.series, around.series, words))  # fmt: skip
    return [part for part in named if part]


_NAMED = 4
"""Titles that a line takes in."""


def titles(nos: Sequence[int], known: Mapping[int, Event | Series | Programme], words: Words) -> str:
    """The titles of those, the first of them where they are many."""
    said = [known[no].titles.best(words.language) for no in nos if no in known]
    return ", ".join([*said[:_NAMED], *(["…"] if len(said) > _NAMED else [])])


def _people(query: Query, result: Result, words: Words) -> list[str]:
    parts = [*query.persons, *query.roles]
    if query.side:
        whose = "filter-ours" if query.side is Side.OURS else "filter-theirs"
        parts.append(words.plain(f"{whose}-events" if query.subject is Sheet.EVENTS else whose))
    parts += [words.plain("filter-host", name=partner_name(no, result, words)) for no in query.hosts]
    if query.hosted_by_us:
        parts.append(words.plain("filter-host", name=words.plain("party-us")))
    if query.abroad:
        parts.append(words.plain("filter-abroad"))
    parts += [words.plain("filter-edition", n=str(n)) for n in query.editions]
    parts += [_lacking(having, result.today, words) for having in query.having if not having.any]
    parts += [words.plain("filter-overdue")] if query.overdue else []
    parts += [words.plain("filter-pending")] if query.pending else []
    for key, bound in (
        ("filter-at-least", query.at_least), ("filter-at-most", query.at_most),
        ("filter-total-at-least", query.total_at_least), ("filter-total-at-most", query.total_at_most),
    ):  # fmt: skip
        if bound is not None:
            parts.append(words.plain(key, n=dates.number(bound, words.language)))
    for key, named in (("filter-missing", query.missing), ("filter-present", query.present)):
        parts += [words.plain(key, what=_field_name(field, words)) for field in named]
    if query.quantity is not None:
        parts.append(words.plain("filter-quantity", n=dates.number(query.quantity, words.language)))
    if query.upcoming is not None:
        parts.append(words.plain("filter-ahead" if query.upcoming else "filter-past"))
    return parts


def _lacking(having: Having, today: date, words: Words) -> str:
    """What the registry holds none of, which way and when."""
    kind = having.direction.value if having.direction else having.sheet.value
    lacking = words.plain(f"filter-without-{kind}")
    return f"{lacking}, {spelled(having.during, today, words)}" if having.during else lacking


def _field_name(field: Field, words: Words) -> str:
    return words.plain(f"answer-field-{field.value.replace('_', '-')}")


def _times(query: Query, today: date, words: Words) -> list[str]:
    parts = []
    if query.at:
        parts.append(words.plain("filter-at", span=_when(query.at, today, words)))
    if query.ends:
        key = "filter-ended-within" if query.ends.last and query.ends.last < today else "filter-ends"
        parts.append(words.plain(key, span=_when(query.ends, today, words)))
    if query.starts:
        parts.append(words.plain("filter-starts", span=_when(query.starts, today, words)))
    if query.signed:
        parts.append(words.plain("filter-signed", span=_when(query.signed, today, words)))
    if query.dated:
        parts.append(spelled(query.dated, today, words))
    parts += [spelled(span, today, words) for span in query.among]
    return parts


def _when(span: Span, today: date, words: Words) -> str:
    if span.first and span.last and not span.first == span.last == today:
        return within(Edtf.parse(_edtf(span.first, span.last)), words)
    return spelled(span, today, words)


def spelled(span: Span, today: date, words: Words) -> str:
    """A span of days as closely as it is whole: "2014", "September 2014", "from 5 March 2026"."""
    first, last = span.first, span.last
    if first and last:
        if first == last == today:
            return words.plain("filter-today")
        return period(Edtf.parse(_edtf(first, last)), words)
    if first:
        return words.plain("date-from-day", day=first.day, month=first.month, year=str(first.year))
    if last:
        return words.plain("date-until-day", day=last.day, month=last.month, year=str(last.year))
    return ""


def _edtf(first: date, last: date) -> str:
    tomorrow = last + timedelta(days=1)
    if (first.month, first.day, tomorrow.month, tomorrow.day) == (1, 1, 1, 1):
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}/{last.year:04d}"
    if first.day == 1 and tomorrow.day == 1:
        start, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
        return start if start == end else f"{start}/{end}"
    return first.isoformat() if first == last else f"{first}/{last}"


def assumptions(answer: Answer, words: Words) -> str:
    """What was taken for granted."""
    return "; ".join(words.plain(f"assumed-{a.key}", **dict(a.values)) for a in answer.assumptions)


_OVER = frozenset((State.ENDED, State.TERMINATED, State.REPLACED))


def only_void(query: Query, result: Result) -> str | None:
    """The key that says why none of the agreements found binds anybody now; None where one may."""
    bounded = query.conditions or query.at or query.ends or query.starts or query.signed
    papers = [record for record in result.records if isinstance(record, Agreement)]
    if bounded or not papers:
        return None
    states = {result.standings[paper.no].state for paper in papers}
    if states <= _OVER:
        return "answer-ended-only"
    return "answer-draft-only" if states <= {*_OVER, State.DRAFT} else None
