"""The month that is over, in words and as a picture: what was concluded, ended, sent and held. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.html import Html, fit
from bot.report.month import Month
from bot.show import dates, overview, plotted
from bot.show.periods import month_of, point
from bot.show.reply import CAPTION_LIMIT, Reply
from bot.show.rows import command
from bot.words import Words
from db.result import Result
from db.vocabulary import Agreement

_MOST = 8
"""Records that are named under a figure."""


def monthly(month: Month, words: Words) -> Reply:
    """The figures, with the records they stand for, over the agreements' timeline."""
    text = fit(tuple(_lines(month, words)), CAPTION_LIMIT)
    agreements = [paper for paper in month.papers.records if isinstance(paper, Agreement)]
    drawn = overview.timeline(plotted.papers(agreements, month.papers), month.today, words)
    return replace(drawn, text=text)


def _lines(month: Month, words: Words) -> Iterator[Html]:
    yield words("monthly-head", month=point(month_of(month.first), words))
    for name in ("concluded", "ended", "events", "exchanges"):
        found: Result = getattr(month, name)
        yield _figure(name, found, words)
    if month.exchanges.records:
        yield words("monthly-moved", **overview.told(month.moved, words))
    if month.moved.uncounted:
        yield words("stats-uncounted", n=month.moved.uncounted)
    yield _figure("soon", month.soon, words)
    yield words("monthly-as-of", date=dates.day(month.today, words))


def _figure(name: str, found: Result, words: Words) -> Html:
    named = " ".join(command(record) for record in found.records[:_MOST])
    more = " …" if len(found.records) > _MOST else ""
    return words(f"monthly-{name}", n=len(found.records), ids=named + more)
