"""The report of a year: figures, what they leave out, and tables in which every row names its record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from bot.report.overview import Flow
from bot.report.year import Moved, Year
from bot.show import dates
from bot.show.drafts import word
from bot.show.lines import partner_name, place, stands
from bot.show.periods import period
from bot.show.rows import command
from bot.words import Words
from db.result import Result
from db.vocabulary import Agreement, Event, Programme, Record

_UNWRITABLE = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML, and so a document, cannot hold."""
_BULLETS, _GRID = "ListBullet", "TableGrid"
"""Styles, by their ids."""
_WIDTH_MM = 257
_WEIGHTS = {"id": 1, "partner": 4, "title": 4, "document": 2, "signed": 3, "records": 3, "state": 3}
"""How wide a column is against the others, which have 2."""

Line = tuple[str, ...]


def document(report: Year, words: Words) -> bytes:
    """The whole report as a .docx."""
    from docx import Document

    paper = Document()
    _lie_down(paper)
    paper.core_properties.title = words.plain("report-title", year=str(report.year))
    paper.core_properties.author = writable(report.us.best(words.language))
    _head(paper, report, words)
    _agreements(paper, report, words)
    _exchanges(paper, report, words)
    _events(paper, report, words)
    _programmes(paper, report, words)
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def gaps(report: Year, words: Words) -> list[str]:
    """What the figures leave out, a sentence each."""
    vague = [words.plain(f"report-vague-{sheet}", n=n) for sheet, n in report.vague.items() if n]
    uncounted = report.moved.uncounted
    return ([words.plain("stats-uncounted", n=uncounted)] if uncounted else []) + vague


def told(flow: Flow, words: Words) -> dict[str, str]:
    """What came and went, as arguments of a text."""
    return {"received": _copies(flow.received, words), "sent": _copies(flow.sent, words)}


def writable(text: str) -> str:
    """The text without characters that a document cannot hold."""
    return _UNWRITABLE.sub("", text)


def _lie_down(paper: Any) -> None:
    """A4, landscape: the tables are wide."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)


def _head(paper: Any, report: Year, words: Words) -> None:
    paper.add_heading(words.plain("report-title", year=str(report.year)), 0)
    paper.add_paragraph(writable(report.us.best(words.language)))
    paper.add_paragraph(words.plain("report-as-of", date=dates.day(report.today, words)))
    if report.is_running:
        paper.add_paragraph(words.plain("report-running"))
    left_out = gaps(report, words)
    if left_out:
        paper.add_heading(words.plain("report-gaps"), 1)
        for gap in left_out:
            paper.add_paragraph(gap, style=_style(paper, _BULLETS))


def _agreements(paper: Any, report: Year, words: Words) -> None:
    paper.add_heading(words.plain("report-agreements"), 1)
    paper.add_paragraph(agreements_told(report, words))
    for name, result in (
        ("concluded", report.concluded),
        ("ended", report.ended),
        ("in-force", report.in_force),
    ):
        paper.add_heading(words.plain(f"report-{name}"), 2)
        columns = ("id", "partner", "country", "document", "signed", "term", "state")
        _table(paper, columns, [_agreement(record, result, words) for record in result.records], words)


def agreements_told(report: Year, words: Words) -> str:
    """The year's agreements in one sentence."""
    return words.plain(
        "report-agreements-told",
        force=len(report.in_force.records),
        concluded=len(report.concluded.records),
        ended=len(report.ended.records),
    )


def _agreement(record: Record, result: Result, words: Words) -> Line:
    assert isinstance(record, Agreement)  # noqa: S101 — it was asked for agreements
    kind = word("kind", record.kind, words) if record.kind else ""
    return (
        command(record),
        partner_name(record.partner, result, words),
        _country(record.partner, result, words),
        record.title or kind,
        period(record.signed, words) if record.signed else "",
        period(record.term, words) if record.term else "",
        stands(record, result, words),
    )


def _exchanges(paper: Any, report: Year, words: Words) -> None:
    paper.add_heading(words.plain("report-exchange"), 1)
    paper.add_paragraph(words.plain("report-flow", year=str(report.year), **told(report.moved, words)))
    paper.add_paragraph(
        words.plain("report-flow", year=str(report.year - 1), **told(report.moved_before, words))
    )
    columns = ("partner", "country", "received", "sent", "records")
    _table(paper, columns, [_moved(moved, report.exchanges, words) for moved in report.by_partner], words)


def _moved(moved: Moved, result: Result, words: Words) -> Line:
    return (
        partner_name(moved.partner, result, words),
        _country(moved.partner, result, words),
        _number(moved.flow.received, words),
        _number(moved.flow.sent, words),
        " ".join(f"/x{no}" for no in moved.records),
    )


def _events(paper: Any, report: Year, words: Words) -> None:
    paper.add_heading(words.plain("report-events", n=len(report.events.records)), 1)
    columns = ("id", "date", "title", "place", "people")
    _table(paper, columns, [_event(record, report, words) for record in report.events.records], words)


def _event(record: Record, report: Year, words: Words) -> Line:
    assert isinstance(record, Event)  # noqa: S101 — it was asked for events
    return (
        command(record),
        period(record.date, words) if record.date else "",
        record.titles.best(words.language),
        place(record.city, record.country, words),
        _number(report.people.get(record.no), words),
    )


def _programmes(paper: Any, report: Year, words: Words) -> None:
    paper.add_heading(words.plain("report-programmes", n=len(report.programmes.records)), 1)
    columns = ("id", "title", "partner", "term")
    lines = [_programme(record, report.programmes, words) for record in report.programmes.records]
    _table(paper, columns, lines, words)


def _programme(record: Record, result: Result, words: Words) -> Line:
    assert isinstance(record, Programme)  # noqa: S101 — it was asked for programmes
    return (
        command(record),
        record.titles.best(words.language),
        partner_name(record.partner, result, words),
        period(record.date, words) if record.date else "",
    )


def _table(paper: Any, columns: Sequence[str], lines: Iterable[Line], words: Words) -> None:
    lines = list(lines)
    if not lines:
        paper.add_paragraph(words.plain("report-nothing"))
        return
    table = paper.add_table(rows=1, cols=len(columns), style=_style(paper, _GRID))
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(words.plain(f"report-column-{column}")).bold = True
    for line in lines:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = writable(text)
    _fit(table, columns)


def _fit(table: Any, columns: Sequence[str]) -> None:
    """Wide columns for names, the headings again on every page, no row across two."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    weights = [_WEIGHTS.get(column, 2) for column in columns]
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Mm(_WIDTH_MM * weight / sum(weights))
    # What follows has no name in the library yet.
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _style(paper: Any, name: str) -> Any:
    return next(style for style in paper.styles if style.style_id == name)


def _country(no: int | None, result: Result, words: Words) -> str:
    partner = result.around.partners.get(no) if no is not None else None
    return dates.country(partner.country, words.language) if partner and partner.country else ""


def _copies(figure: int | None, words: Words) -> str:
    return words.plain("stats-nothing") if figure is None else words.plain("amount-quantity", n=figure)


def _number(figure: int | None, words: Words) -> str:
    return "" if figure is None else dates.number(figure, words.language)
