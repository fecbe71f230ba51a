"""Agreements as many: a list, a number, whether there are any, in a state or a stretch of time. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.ask.asking import Asking
from bot.ask.frame import Frame, coming, span
from bot.ask.terms import Said
from bot.ask.weighing import beside_others
from bot.language.periods import Period
from db.query import Condition, Field, Group, Measure, Query, Span

SOON_DAYS = 90


def field_of(query: Query, *fields: Field) -> Query:
    return replace(query, measure=Measure.FIELD, fields=fields)


def of_many(frame: Frame, ask: Asking, base: Query, period: Period | None, said: Said) -> Query | None:
    """A list, a number, or whether there are any."""
    if ask.where and not ask.countries:
        return None
    definite = base.partners or base.records or base.countries or base.cities
    if ask.who and definite and not (ask.which or ask.listing or frame.has("with")):
        # `who signed it` is not recorded; who has it is asked of its clearance.
        return None
    if base.conditions:
        return _conditioned(frame, ask, base, period, said)
    soon = not period and frame.take("soon", "nearest", "next", "upcoming")
    if soon and (said.ends or said.force or said.term):
        frame.assume("soon", days=str(SOON_DAYS))
        today = frame.scene.today
        return selected(ask, replace(base, ends=Span(today, today + timedelta(days=SOON_DAYS))))
    if period:
        return _in_period(frame, ask, base, period, said)
    if said.starts and soon:
        return selected(ask, replace(base, conditions=(Condition.UPCOMING,)))
    if said.ends:
        condition = Condition.IN_FORCE if ask.negative else Condition.ENDED
        return selected(replace(ask, negative=False), replace(base, conditions=(condition,)))
    if said.force:
        if ask.negative:
            denied = replace(base, conditions=(Condition.NOT_IN_FORCE,))
            return selected(replace(ask, negative=False), denied)
        return selected(ask, replace(base, at=Span(frame.scene.today, frame.scene.today)))
    if (ask.when and not base.persons) or said.starts or (said.term and not ask.listing):
        return None
    return _plain(frame, ask, base)


def _conditioned(frame: Frame, ask: Asking, base: Query, period: Period | None, said: Said) -> Query | None:
    """Drafts, terminated, replaced, open-ended …; of these only an end has a date to ask for."""
    frame.take("upcoming", "soon")
    if period:
        if base.conditions != (Condition.TERMINATED,):
            return None
        base = replace(base, ends=span(period))
    if ask.negative and not (said.starts or said.signs):
        return None
    if ask.when and Condition.TERMINATED in base.conditions:
        return field_of(base, Field.END)
    return selected(replace(ask, negative=False), base)


def _in_period(frame: Frame, ask: Asking, base: Query, period: Period, said: Said) -> Query | None:
    if ask.negative:
        return None
    days = span(as_told(frame, period))
    if frame.low(period.start - 1) == "past":
        return None
    if said.ends or (said.term and not said.starts and not said.force):
        return selected(ask, replace(base, ends=days if said.past else ahead(frame, period)))
    if said.starts or said.signs:
        signed = said.signs and not said.starts and frame.has("signing")
        return selected(ask, replace(base, signed=days) if signed else replace(base, starts=days))
    if said.force:
        return selected(ask, replace(base, at=days))
    if ask.when or ask.until or ask.how_long:
        return None
    if ask.whether and (base.partners or base.countries or base.cities):
        # `did we have an agreement with Iran in 2010`: whether it stood then.
        return selected(ask, replace(base, at=days))
    frame.assume("began-in")
    return selected(ask, replace(base, starts=days))


def as_told(frame: Frame, period: Period) -> Period:
    """`will it be valid in January`: the January to come."""
    return coming(period, frame.scene.today) if frame.has("will", "upcoming") else period


def ahead(frame: Frame, period: Period) -> Span:
    """What is going to end before a day ends from today on."""
    today = frame.scene.today
    days = span(coming(period, today))
    return replace(days, first=today) if days.first is None and days.last and days.last >= today else days


def is_beside_agreement(frame: Frame, period: Period) -> bool:
    """`the 2008 memorandum`, `2008 yilgi shartnoma`, `меморандум 2008 года`."""
    nouns = frame.senses("agreement", "agreement.")
    before = any(noun.start == period.end for noun in nouns)
    return before or any(noun.end == period.start and noun.language == "ru" for noun in nouns)


def selected(ask: Asking, query: Query) -> Query | None:
    """Count, list, or yes and no."""
    if ask.negative:
        return None
    if ask.count:
        several = len(query.countries) > 1 and not query.region
        group = ask.group or (Group.COUNTRY if several else None)
        return replace(query, measure=Measure.COUNT, group=group)
    whether = ask.whether and not (ask.which or ask.listing or ask.who)
    return replace(query, measure=Measure.EXISTS if whether else Measure.LIST, group=ask.group)


def _plain(frame: Frame, ask: Asking, base: Query) -> Query | None:
    """Just agreements: of someone, of a kind, all of them."""
    if ask.negative:
        return replace(base, measure=Measure.EXISTS) if ask.whether and base.partners else None
    several = len(base.kinds) > 1 or (base.kinds and beside_others(frame))
    if ask.count and several:
        return replace(base, measure=Measure.COUNT, kinds=(), group=Group.KIND)
    if ask.countries and not ask.count:
        return replace(base, measure=Measure.COMPARE, group=Group.COUNTRY)
    return selected(ask, base)
