"""Fields of an event that are asked for by a word of their own: deadlines, the topic, who organises, which
edition. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from bot.language.phrases import Known
from db.query import Field, Measure, Query, Span
from db.vocabulary import Sheet

_DUE_WORDS = (
    "deadline", "term", "until when", "when", "end", "start", "in force", "got", "gave", "send", "opened",
    "ended",
)  # fmt: skip


def own_field(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """A field of its own word: deadlines, the topic, who organises, how often."""
    if frame.take("how often"):
        series = query.series or _one_series(frame, query)
        recurs = replace(query, subject=Sheet.SERIES, measure=Measure.FIELD, fields=(Field.RECURS,))
        return replace(recurs, series=series, records=()) if series else None
    if frame.has("list") and (ask.when or ask.until) and frame.has("end", "ended") and query.records:
        # `roʻyxat qachon yopiladi`: of those who are coming
        frame.take("list", "end", "ended")
        return replace(query, measure=Measure.FIELD, fields=(Field.REGISTRATION,))
    if _outside_titles(frame, "submission", "registration", "deadline"):
        return _deadlines(frame, ask, query)
    if frame.take("topic") or _asks_about_what(frame):
        return replace(query, measure=Measure.FIELD, fields=(Field.TOPIC,))
    named = query.records or query.series or query.kinds
    hosts = [s for s in frame.senses("host") if s.start == 0 or not frame.scene.senses[1:]]
    if hosts and named and not (query.hosts or query.hosted_by_us or ask.which or ask.count or ask.when):
        # `host of the forum in Baku?`
        ask = replace(ask, who=True)
    hosting = frame.take("host") or frame.senses("organise")
    which_body = ask.which and frame.take("partner", "institution", "inst.library")
    if hosting and (ask.who or which_body) and not (ask.most or ask.least):
        whole = query.series and not query.records and not query.dated and not query.editions
        subject = Sheet.SERIES if whole and query.upcoming is None else Sheet.EVENTS
        return replace(query, subject=subject, measure=Measure.FIELD, fields=(Field.HOST,), side=None)
    told = bool(query.records or query.series or (query.kinds and (query.place_cities or query.dated)))
    told = told or frame.follows_one
    if told and (frame.take("ordinal") or _asks_which_number(frame)):
        frame.take("edition", "count", "times")
        return replace(query, measure=Measure.FIELD, fields=(Field.EDITION,))
    if frame.has("edition") and (ask.which or ask.count) and len(query.records) == 1:
        frame.take("edition")
        return replace(query, measure=Measure.FIELD, fields=(Field.EDITION,))
    return None


def _asks_which_number(frame: Frame) -> bool:
    """`what number will the forum be?`; not `what number of people`."""
    return any(
        frame.low(s.start) == "number"
        and frame.low(s.start - 1) in {"what", "which"}
        and frame.low(s.end) != "of"
        for s in frame.take("number")
    )


def _asks_about_what(frame: Frame) -> bool:
    """`what was the round table about`"""
    about = [s for s in frame.senses("about") if s.end == len(frame.scene.reading.tokens)]
    return bool(about) and frame.has("what")


def _one_series(frame: Frame, query: Query) -> tuple[int, ...]:
    """The series that all the events meant belong to."""
    known = frame.scene.gazetteer.events
    found = {known[no].series for no in query.records if no in known}
    return tuple(no for no in found if no is not None) if len(found) == 1 else ()


def _outside_titles(frame: Frame, *concepts: str) -> bool:
    """`the paper conservation training` has no papers to submit."""
    titled = {p for m in frame.mentions(Known.EVENT, Known.SERIES) if len(m.places) > 1 for p in m.places}
    if not frame.has("until when", "deadline"):
        titled |= {sense.start for sense in frame.senses("role.speaker", "spoke")}
    return any(sense.start not in titled for sense in frame.senses(*concepts))


def _deadlines(frame: Frame, ask: Asking, query: Query) -> Query:
    fields = tuple(
        field
        for concept, field in (("submission", Field.SUBMISSION), ("registration", Field.REGISTRATION))
        if frame.take(concept)
    ) or (Field.SUBMISSION, Field.REGISTRATION)
    frame.take(*_DUE_WORDS, *(() if frame.scene.reading.periods else ("until",)))
    ahead = frame.take("upcoming", "soon", "next", "nearest")
    named = query.records or query.series or query.kinds or query.place_cities or query.place_countries
    if not (named or frame.scene.before):
        # "which deadlines are ahead": all whose last day falls into the time asked for.
        days = query.dated or Span(frame.scene.today, None)
        if any(s.concept in {"next", "nearest"} for s in ahead) and not query.dated:
            nearest = replace(query, measure=Measure.FIRST, by=Field.DUE)
            return replace(nearest, fields=fields, dated=None, ends=days)
        return replace(query, measure=Measure.LIST, fields=fields, dated=None, ends=days)
    upcoming = True if ahead or not (query.records or query.dated or query.editions) else None
    return replace(query, measure=Measure.FIELD, fields=fields, upcoming=upcoming)
