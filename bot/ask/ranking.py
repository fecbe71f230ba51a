"""Exchanges ranked: who most, who least, which of two more, the largest shipment. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.comparing import is_several
from bot.ask.direction import Way
from bot.ask.frame import Frame
from bot.language.numbers import Number
from db.query import Group, Measure, Query


def ranked(frame: Frame, ask: Asking, query: Query, direction: Way, number: Number | None) -> Query | None:
    """Who most, who least, which of two more, the largest shipment."""
    several = is_several(query)
    if direction.both and not ask.who and frame.take("more", "fewer", "many"):
        frame.take("or", "than")
        return replace(query, measure=Measure.BALANCE, direction=None)
    if len(query.materials) > 1 and frame.take("more", "many", "fewer"):
        frame.take("or")
        return replace(query, measure=Measure.RANK, group=Group.MATERIAL)
    if (ask.who or ask.which or several) and frame.take("more", "many"):
        if ask.count and several:
            # `на сколько больше`, `how much more`: both figures tell it.
            return replace(query, measure=Measure.COMPARE, group=_rank_group(frame, ask, query))
        return replace(query, measure=Measure.RANK, group=_rank_group(frame, ask, query))
    if not (ask.most or ask.least):
        return None
    limit = int(number.value) if number and number.value <= 100 else None
    if number and limit:
        frame.use(number)
    group = _rank_group(frame, ask, query)
    if query.direction is None and not direction.both:
        frame.assume("both-directions")
    return replace(query, measure=Measure.RANK, group=group, limit=limit, descending=not ask.least)


def _rank_group(frame: Frame, ask: Asking, query: Query) -> Group:
    if ask.group:
        return ask.group
    if query.among:
        return Group.YEAR
    if frame.take("country") or ask.countries or (len(query.countries) > 1 and not query.region):
        return Group.COUNTRY
    if frame.has("where.city") or frame.take("city", "inst.city"):
        frame.take("where.city")
        return Group.PLACE
    if frame.take("basis"):
        return Group.BASIS
    if ask.which and not ask.who and frame.has("material") and not query.materials:
        return Group.MATERIAL
    if frame.take("kind"):
        return Group.MATERIAL
    if frame.take("year") or frame.has("when.year"):
        return Group.YEAR
    if frame.take("month") or frame.has("when.month"):
        return Group.MONTH
    if frame.senses("exchange", "shipment.", "basis.gift", "basis.purchase") and not (
        ask.who or frame.has("partner", "inst.library", "institution")
    ):
        return Group.RECORD
    return Group.PARTNER
