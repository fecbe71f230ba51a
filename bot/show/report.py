"""The report of a year in the chat: which year, and the document with its figures under it. Pure."""

from __future__ import annotations

from bot.html import Html, clip, escape, join
from bot.report.year import Year
from bot.show.buttons import Report
from bot.show.documents import year as written
from bot.show.reply import CAPTION_LIMIT, Button, EnclosedAs, Enclosure, Reply
from bot.words import Words

_YEARS = 4


def which(this_year: int, words: Words) -> Reply:
    """Asks for the year; the latest are buttons."""
    years = tuple(Button(str(year), Report(year)) for year in range(this_year, this_year - _YEARS, -1))
    return Reply(words("report-which"), buttons=(years,))


def report(year: Year, words: Words) -> Reply:
    """The document, and its figures as the caption."""
    document = written.document(year, words)
    name = f"hamkor-{year.year}.docx"
    return Reply(_caption(year, words), enclosure=Enclosure(EnclosedAs.DOCUMENT, name, document))


def _caption(year: Year, words: Words) -> Html:
    figures = [
        words("report-caption", year=str(year.year)),
        escape(written.agreements_told(year, words)),
        words("report-flow", year=str(year.year), **written.told(year.moved, words)),
        words("report-events", n=len(year.events.records)),
    ]
    left_out = written.gaps(year, words)
    return join((join(figures), *(escape(clip(gap, CAPTION_LIMIT // 6)) for gap in left_out)), "\n")
