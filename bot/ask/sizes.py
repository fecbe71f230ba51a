"""How large a shipment was: `more than 100 copies`, `не менее 300 экземпляров`, `500 tadan koʻp`. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from bot.language.lexicon import Sense
from bot.language.numbers import Number
from db.query import Group, Measure, Query, Unit


def sized(frame: Frame, query: Query) -> Query:
    """`more than 100 copies`, `не менее 300`, `500 tadan koʻp`, `over 200`: what one shipment held."""
    number = frame.number()
    if number is None or number.ordinal:
        return query
    marks = [s for s in frame.senses("more", "fewer", "many", "at least", "at most") if _is_beside(s, number)]
    over = frame.low(number.start - 1) == "over"
    if not marks and not over:
        return query
    frame.use(number)
    for mark in marks:
        frame.use(mark)
    value = int(number.value)
    said = {mark.concept for mark in marks}
    denied = [s for s in frame.senses("not") if any(s.end == mark.start for mark in marks)]
    for word in denied:
        frame.use(word)
    if "at least" in said or (denied and "fewer" in said):
        return replace(query, at_least=value)
    if "at most" in said or (denied and "more" in said):
        return replace(query, at_most=value)
    return replace(query, at_most=value - 1) if "fewer" in said else replace(query, at_least=value + 1)


def of_total(frame: Frame, ask: Asking, query: Query, *, counts_shipments: bool) -> Query | None:
    """`who sent us more than 500 copies`, `в какие годы получено более 900`: all that came in sum, by
    partner, country or year.
    """
    shipped = counts_shipments or frame.has("shipment.", "times")
    if shipped or query.direction is None or ask.negative or ask.most or ask.least or ask.extreme:
        return None
    if frame.take("when.year") or (ask.which and frame.take("year")):
        group = Group.YEAR
    elif ask.countries or frame.take("country"):
        group = Group.COUNTRY
    elif ask.who or frame.has("partner", "institution", "inst.library", "inst."):
        group = Group.PARTNER
    else:
        return None
    frame.take("partner", "institution", "who", "by", "each")
    return replace(
        query, measure=Measure.COMPARE, group=ask.group or group, at_least=None, at_most=None,
        total_at_least=query.at_least, total_at_most=query.at_most,
    )  # fmt: skip


def _is_beside(mark: Sense, number: Number) -> bool:
    # `500 tadan koʻp`, `500 nusxadan ortiq`
    behind = mark.language == "uz" or mark.concept in {"at least", "at most"}
    return mark.end == number.start or (behind and number.end <= mark.start <= number.end + 1)


def of_size(frame: Frame, ask: Asking, query: Query, *, counts_shipments: bool) -> Query | None:
    """Shipments of some size: which, how many, whether; a partner's total of some size is another thing."""
    shipped = counts_shipments or frame.has("exchange", "shipment.", "basis.exchange", "times")
    if not shipped or ask.who or ask.negative or ask.most or ask.least or ask.extreme:
        return None
    frame.take("basis.exchange", "by", "each")
    if ask.count:
        return replace(query, measure=Measure.COUNT, unit=Unit.RECORDS)
    return replace(query, measure=Measure.EXISTS if ask.whether and not ask.which else Measure.LIST)
