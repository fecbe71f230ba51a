"""Export: the whole registry as a workbook that can be imported again. Every text is written as a text, so
that no name, however it begins, is a formula to the program that opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.record.workbook.report import ExportReport
from db import agreements, partners, records
from db.cells import partner_meant, said, write
from db.columns import COLUMNS, PRIVATE, PRIVATE_SHEETS, Cell, Column
from db.files import whole
from db.nouns import Kept
from db.progress import Progress, counted, no_progress
from db.references import References
from db.store import Store
from db.vocabulary import WORKBOOK, Agreement, AgreementState, Approval, Party, Record, Sheet

_WIDTHS = {Cell.KEY: 14, Cell.ALIASES: 30, Cell.COUNTRY: 9, Cell.WHOLE: 10, Cell.DATE: 14, Cell.TERM: 22}
_USUAL_WIDTH = 24

Versions = dict[Sheet, list[tuple[int, int]]]


def export_workbook(
    store: Store,
    file: Path,
    now: datetime,
    progress: Progress = no_progress,
    *,
    private: bool = True,
    drafts: Collection[int] = (),
) -> ExportReport:
    """Write one unchanging view of the registry. The file is there whole or not at all.

    Without what is `private`, the sheet and the columns of contacts and the rows of drafts in approval, but
    for these `drafts`, are left out: read again, such a file changes nothing of them.
    """
    with store.read() as session, whole(file) as unfinished:
        seen = _write(session, unfinished, now, progress, private=private, drafts=drafts)
    with store.write() as session:
        for sheet, versions in seen.items():
            records.mark_synced(session, sheet, versions)
    return ExportReport({sheet: len(versions) for sheet, versions in seen.items()})


def _write(
    session: Session,
    file: Path,
    now: datetime,
    progress: Progress,
    *,
    private: bool,
    drafts: Collection[int],
) -> Versions:
    references = References(session)
    references.preload(WORKBOOK)
    seen: Versions = {}
    with _book(file, now) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        sizes = {sheet: _size(session, sheet) for sheet in WORKBOOK}
        more = counted(progress, sum(sizes.values()))
        for sheet, size in sizes.items():
            if (sheet.when_used and not size) or (sheet in PRIVATE_SHEETS and not private):
                continue
            columns = _columns(sheet, private=private)
            kept = _told(records.NOUNS[sheet].kept(session), more)
            wanted = kept if private else (one for one in kept if _is_open(session, one.record, drafts))
            seen[sheet] = list(_fill(_page(book, sheet, columns, bold), sheet, columns, wanted, references))
    return seen


def _size(session: Session, sheet: Sheet) -> int:
    return session.execute(sa.select(sa.func.count()).select_from(records.NOUNS[sheet].table)).scalar_one()


def _told(kept: Iterable[Kept[Any]], more: Callable[[int], None]) -> Iterator[Kept[Any]]:
    for one in kept:
        yield one
        more(1)


def _book(file: Path, now: datetime) -> Any:
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": "Hamkor", "created": now.replace(tzinfo=None)})
    return book


def _columns(sheet: Sheet, *, private: bool) -> list[Column]:
    return [column for column in COLUMNS[sheet] if private or column.name not in PRIVATE]


def _page(book: Any, sheet: Sheet, columns: Sequence[Column], bold: Any) -> Any:
    page = book.add_worksheet(sheet.value)
    page.freeze_panes(1, 0)
    _head(page, columns, bold)
    return page


def write_records(
    session: Session, file: Path, sheet: Sheet, found: Sequence[Record], now: datetime, *, private: bool
) -> None:
    """Writes records of one sheet as a workbook, with the partners that they name: read in again, it changes
    nothing. Without what is `private`, the columns of contacts are left out.
    """
    named = dict.fromkeys(no for r in found if isinstance(no := getattr(r, "partner", None), int))
    pages: dict[Sheet, Sequence[Record]] = {sheet: found}
    if named:
        pages[Sheet.PARTNERS] = [partner for no in named if (partner := partners.get(session, no))]
    references = References(session)
    with _book(file, now) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for each, records_ in pages.items():
            columns = _columns(each, private=private)
            kept = (Kept(record, 0, None) for record in records_)
            list(_fill(_page(book, each, columns, bold), each, columns, kept, references))


def _is_open(session: Session, record: Record, drafts: Collection[int]) -> bool:
    """Whether it is neither an agreement that is still being cleared nor a stage of its approval, or one of
    these drafts.
    """
    of = agreements.get(session, record.agreement) if isinstance(record, Approval) else record
    return not isinstance(of, Agreement) or of.state is not AgreementState.DRAFT or of.no in drafts


def _linked(value: Any, references: References) -> Any:
    """A host kept as text that has become a partner's name since is written as that partner, as which it will
    be read.
    """
    if isinstance(value, Party) and value.text and not value.is_us:
        no = partner_meant(value.text, references)
        return value if no is None else Party(partner=no)
    return value


def _head(page: Any, columns: Sequence[Column], bold: Any) -> None:
    for at, column in enumerate(columns):
        page.set_column(at, at, _WIDTHS.get(column.cell, _USUAL_WIDTH))
        page.write_string(0, at, column.name, bold)


def _fill(
    page: Any, sheet: Sheet, columns: Sequence[Column], kept: Iterable[Kept[Record]], references: References
) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(kept, start=1):
        values: Mapping[str, Any] = said(sheet, one.record)
        for number, column in enumerate(columns):
            cell = write(column, _linked(values[column.name], references), references)
            if isinstance(cell, int):
                page.write_number(at, number, cell)
            elif cell:
                page.write_string(at, number, cell)
        yield one.record.no, one.version
