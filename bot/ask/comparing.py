"""Two or more set side by side: which is more, earlier, longer. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from db.query import Group, Measure, Query, Span


def sides(query: Query) -> Group | None:
    """In what those who are named beside each other differ; None where fewer than two are named."""
    countries = () if query.region else query.countries or query.place_countries
    named = {
        Group.YEAR: query.among, Group.PARTNER: query.partners, Group.COUNTRY: countries,
        Group.PLACE: query.cities or query.place_cities, Group.MATERIAL: query.materials,
        Group.KIND: query.kinds,
    }  # fmt: skip
    return next((group for group, these in named.items() if len(these) > 1), None)


def is_several(query: Query) -> bool:
    """Several partners, places or years are named."""
    return len(query.partners) + len(query.countries) + len(query.cities) > 1 or bool(query.among)


def sides_of_exchange(query: Query) -> Group:
    """What is set side by side: those who are named, the years of a stretch, or the two ways."""
    if group := sides(query):
        return group
    if len(query.countries) > 1:
        return Group.COUNTRY
    first, last = (query.dated.first, query.dated.last) if query.dated else (None, None)
    years = query.direction and first and last and first.year < last.year
    return Group.YEAR if years else Group.DIRECTION


def this_and_last(frame: Frame) -> tuple[Span, ...]:
    """`more than last year`, `в этом году больше, чем в прошлом`: this year beside the one before."""
    periods = [p for p in frame.scene.reading.periods if not set(range(p.start, p.end)) <= frame.used]
    if len(periods) != 1 or periods[0].grain != "year" or not frame.has("more", "fewer"):
        return ()
    (told,) = periods
    year = frame.scene.today.year
    behind = [s for s in frame.senses("previous") if s.start >= told.end]
    beside = frame.has("than") or any(s.end == told.start for s in frame.senses("more", "fewer"))
    if not (beside and told.first and told.first.year == (year if behind else year - 1)):
        return ()
    frame.use(told)
    for sense in behind:
        frame.use(sense)
    return tuple(Span(date(y, 1, 1), date(y, 12, 31)) for y in (year, year - 1))


_EXTREMES = {
    "longer": Measure.LONGEST, "shorter": Measure.SHORTEST, "earlier": Measure.FIRST, "later": Measure.LAST,
}  # fmt: skip


def tells_which_in_time(frame: Frame, query: Query) -> str | None:
    """The word that says in what several who are named differ: earlier, later, longer, shorter."""
    several = sides(query) or len(query.records) > 1
    return next((concept for concept in _EXTREMES if frame.has(concept)), None) if several else None


def which_in_time(frame: Frame, query: Query) -> Measure | None:
    """`which was signed earlier`, `какой длиннее`: of several that are named."""
    told = tells_which_in_time(frame, query)
    if told is None:
        return None
    frame.take(told, "or", "than", "more")
    return _EXTREMES[told]


def set_side_by_side(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """More or fewer of those that are named, or all their figures."""
    group = sides(query)
    if group is None:
        return None
    if frame.take("compare", "balance") or (ask.count and frame.has("more", "fewer")):
        frame.take("more", "fewer", "than", "or", "by")
        return replace(query, measure=Measure.COMPARE, group=group)
    if ask.most or ask.least or frame.has("more", "fewer", "many"):
        fewer = ask.least or bool(frame.take("fewer"))
        frame.take("more", "many", "than", "or")
        return replace(query, measure=Measure.RANK, group=group, descending=not fewer)
    return None
