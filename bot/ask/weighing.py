"""Agreements weighed against each other: the first, the longest, of whom most, two set side by side. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.comparing import set_side_by_side, which_in_time
from bot.ask.frame import Frame, limit, span
from bot.ask.paper import is_plural
from bot.ask.terms import Said
from bot.language.periods import Period
from db.query import Condition, Field, Group, Measure, Query, Span


def compared(frame: Frame, ask: Asking, base: Query, period: Period | None, said: Said) -> Query | None:
    """Two countries, partners, kinds or years set side by side."""
    if ask.negative:
        return None
    if measure := which_in_time(frame, base):
        if said.ends:
            stand = Condition.ENDED if said.past else Condition.IN_FORCE
            return replace(base, measure=measure, by=Field.END, conditions=(stand,))
        return replace(base, measure=measure)
    generic = len(base.kinds) == 1 and beside_others(frame) and frame.has("more", "fewer", "many", "compare")
    if generic:
        # `memorandums or agreements`: the word for all of them stands beside a kind.
        frame.take("more", "fewer", "many", "compare", "or", "than")
        return replace(base, measure=Measure.COMPARE, kinds=(), group=Group.KIND)
    beside = set_side_by_side(frame, ask, base)
    if beside is None or not said.force:
        return beside and (replace(beside, starts=span(period)) if period else beside)
    return replace(beside, at=span(period) if period else Span(frame.scene.today, frame.scene.today))


def picked(frame: Frame, ask: Asking, base: Query, period: Period | None, said: Said) -> Query | None:
    """The oldest, the newest, the longest; the one that ends first or next."""
    one = not is_plural(frame) or any(frame.low(s.end) == "to" for s in frame.senses("next"))
    soonest = frame.has("nearest", "next") and not period and said.ends and one
    if soonest or (ask.extreme and said.ends and ask.extreme in {Measure.FIRST, Measure.LAST}):
        frame.take("nearest", "next", "soon")
        measure = Measure.FIRST if soonest or ask.extreme is None else ask.extreme
        if said.past:
            last = Measure.LAST if ask.extreme is not Measure.FIRST else Measure.FIRST
            return replace(
                base, measure=last, by=Field.END, limit=limit(frame), conditions=(Condition.ENDED,)
            )
        conditions = base.conditions or (Condition.IN_FORCE,)
        return replace(base, measure=measure, by=Field.END, limit=limit(frame), conditions=conditions)
    if not ask.extreme or ask.negative:
        return None
    query = replace(base, measure=ask.extreme, limit=limit(frame))
    if said.force:
        return replace(query, at=span(period) if period else Span(frame.scene.today, frame.scene.today))
    return replace(query, starts=span(period)) if period else query


def ranked_by(frame: Frame, ask: Asking, base: Query, period: Period | None) -> Query | None:
    """With whom most, in which country or year, who answers for most."""
    if frame.take("responsible"):
        group = Group.PERSON
    elif ask.group:
        group = ask.group
    elif frame.take("year", "when.year") or frame.has("when.year"):
        group = Group.YEAR
    elif frame.take("kind"):
        group = Group.KIND
    else:
        group = Group.COUNTRY if frame.take("country") or ask.countries else Group.PARTNER
    at = span(period) if period else None
    if frame.has("in force") and at is None:
        at = Span(frame.scene.today, frame.scene.today)
    query = replace(base, measure=Measure.RANK, group=group, limit=limit(frame), descending=not ask.least)
    return replace(query, at=at)


def share_of(frame: Frame, base: Query, period: Period | None, said: Said) -> Query:
    query = replace(base, measure=Measure.SHARE)
    if said.force:
        return replace(query, at=span(period) if period else Span(frame.scene.today, frame.scene.today))
    return replace(query, starts=span(period)) if period else query


def beside_others(frame: Frame) -> bool:
    """`memorandums and agreements`: a kind beside the word for all of them."""
    kinds = frame.senses("agreement.")
    return any(
        abs(plain.start - kind.end) <= 2 and frame.has("and", "or")
        for plain in frame.senses("agreement")
        for kind in kinds
        if plain.start != kind.start and not kind.start <= plain.start < kind.end
    )
