"""People's own spreadsheets, as they keep them."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import openpyxl

from tests.record.written import parcel

Cell = object
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Книгообмен с зарубежными библиотеками",),
    (),
    ("№ п/п", "Библиотека", "Получено экз.", "Отправлено экз.", "Вид литературы", "Дата", "Примечание"),
    (1, "Национальная библиотека Польши", 25, "40", "книги", "12.03.2016", "дар"),
    (2, "Польская национальная библиотека", "1 200", "-", "газеты", "май 2016 г.", None),
    (3, "Библиотека Бодлея", 10, None, "книги", "2015", None),
    ("", "Итого", 1235, 40, None, None, None),
    (4, "Корея", 5, None, "книги", "2016", None),
)
"""Headings in the third row, an ordinal number, a slip of order in a name, a sum, a place for a partner."""


def xlsx(sheets: dict[str, Sequence[Sequence[Cell]]], merged: Sequence[str] = ()) -> bytes:
    """As a spreadsheet program saves it; `merged` cells are those of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    for reference in merged:
        book.worksheets[0].merge_cells(reference)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(name: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The same as the other office saves it."""
    told = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return raw_ods(f'<table:table table:name="{name}">{told}</table:table>')


def raw_ods(body: str) -> bytes:
    """An .ods whose sheets are these."""
    content = f"<office:document-content {_ODS}><office:body><office:spreadsheet>{body}</office:spreadsheet>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return parcel({"mimetype": kind, "content.xml": f"{content}</office:body></office:document-content>"})


def _ods_cell(value: Cell) -> str:
    if value in (None, ""):
        return "<table:table-cell/>"
    kind = f'"float" office:value="{value}"' if isinstance(value, int) else '"string"'
    shown = f"<text:p>{escape(str(value))}</text:p>"
    return f"<table:table-cell office:value-type={kind}>{shown}</table:table-cell>"


def text_csv(rows: Sequence[Sequence[Cell]], encoding: str) -> bytes:
    """With semicolons, as Excel does here."""
    return "\r\n".join(";".join("" if c is None else str(c) for c in row) for row in rows).encode(encoding)
