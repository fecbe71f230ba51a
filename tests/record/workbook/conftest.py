from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.record.workbook.load import Wish, import_workbook
from bot.record.workbook.report import ImportReport
from db.history import TERMINAL
from db.store import Store

Sheets = dict[str, Sequence[Sequence[Any]]]
Make = Callable[[Sheets], Path]
BringIn = Callable[..., ImportReport]


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 8, 5, 4, 0, tzinfo=UTC)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a workbook with another program's library: sheet name → rows, headings first."""
    files = iter(range(1000))

    def made(sheets: Sheets) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(list(row))
        file = tmp_path / f"made{next(files)}.xlsx"
        book.save(file)
        return file

    return made


@pytest.fixture
def bring_in(store: Store, make: Make, now: datetime) -> BringIn:
    """Imports a workbook, or the sheets of one, and gives the report."""

    def brought(source: Path | Sheets, **wishes: bool) -> ImportReport:
        file = source if isinstance(source, Path) else make(source)
        return import_workbook(store, file, TERMINAL, now, Wish(**wishes))

    return brought
