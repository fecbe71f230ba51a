import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.record.workbook.load import Wish, import_workbook
from bot.record.workbook.read import read_workbook
from bot.record.workbook.write import export_workbook
from db import history, numbers, records, replan, sample
from db.cells import clean
from db.columns import COLUMNS, NAMED, Cell, Column
from db.history import TERMINAL, save
from db.store import Store
from db.vocabulary import WORKBOOK, Sheet

NOW = datetime(2026, 8, 5, 4, 0, tzinfo=UTC)
Rows = dict[Sheet, list[dict[str, str | int]]]

ODD = (
    "=1+1", "+998", "-5", "@SUM(A1)", "'quoted", '"x"', "<b>&amp;", "_x000D_", "_x0041_", "007", "1e5",
    "TRUE", "2014-06-22", "42", "a;b", "a\nb", "«ЎҚҒҲ»", "oʻ gʻ ʼ", "😀", "http://x.uz", "mailto:a@b.c",
    "#N/A", "x" * 400, "%",
)  # fmt: skip
letters = st.characters(codec="utf-8", exclude_characters="\r\t")
texts = (st.sampled_from(ODD) | st.text(letters, min_size=1, max_size=30)).map(clean).filter(bool)
days = st.dates().map(lambda day: day.isoformat())
points = st.one_of(
    days,
    st.sampled_from(["2014", "2014-09", "2014-22", "2014?", "2014-09~", "1900-01-01", "0001", "9999-12"]),
)
terms = st.one_of(
    st.integers(1990, 2020).map(lambda year: f"{year}/{year + 5}"),
    points.map(lambda point: f"{point}/.."),
    points.map(lambda point: f"{point}/"),
    points.map(lambda point: f"/{point}"),
)
ids = st.one_of(
    st.sampled_from(
        ["p1", "a3", "x9", "e2", "s07", "g11", "x0", "=1", "Ў", "1", "x1000000000", "p 1", "none"]
    ),
    texts.filter(lambda text: len(text) <= 90 and not text.startswith("new") and text != "us"),
)


def cell(column: Column, known: Mapping[Sheet, list[str]]) -> st.SearchStrategy[str | int]:
    """Anything that may stand in the column, written as an export writes it."""
    match column.cell:
        case Cell.ALIASES:
            parts = texts.map(lambda text: clean(text.replace(";", ","))).filter(bool)
            return st.lists(parts, min_size=1, max_size=3, unique=True).map("; ".join)
        case Cell.COUNTRY:
            return st.sampled_from(["UZ", "LV", "XK"])
        case Cell.WORD:
            return st.sampled_from(column.words) | texts.map(lambda text: f"other {text}")
        case Cell.CHOICE:
            return st.sampled_from([str(word) for word in column.words])
        case Cell.WHOLE:
            return st.sampled_from([0, 1, 25, 1_000_000_000])
        case Cell.DATE:
            return points | terms
        case Cell.TERM:
            return terms
        case Cell.REFERENCE if column.refers:
            return st.sampled_from(known[column.refers])
        case Cell.PARTY:
            return st.sampled_from(["us", *known[Sheet.PARTNERS]]) | texts.map(lambda text: f"body {text}")
    return texts


@st.composite
def registries(draw: st.DrawFn) -> Rows:
    """A registry as rows of a workbook: every column filled or not, references to rows that exist."""
    known = {sheet: draw(st.lists(ids, max_size=3, unique=True)) for sheet in WORKBOOK if sheet.letter}
    rows: Rows = {}
    for sheet in WORKBOOK:
        columns = [column for column in COLUMNS[sheet] if column.cell is not Cell.KEY]
        possible = all(known[column.refers] for column in columns if column.needed and column.refers)
        count = len(known[sheet]) if sheet.letter else draw(st.integers(0, 3))
        rows[sheet] = [{} for _ in range(count if possible else 0)]
        if not possible and sheet.letter:
            known[sheet] = []
        for number, row in enumerate(rows[sheet]):
            if sheet.letter:
                row["id"] = known[sheet][number]
    for sheet in WORKBOOK:
        for row in rows[sheet]:
            _fill(draw, sheet, row, known)
    return rows


def _fill(draw: st.DrawFn, sheet: Sheet, row: dict[str, str | int], known: Mapping[Sheet, list[str]]) -> None:
    for column in COLUMNS[sheet]:
        own = column.cell is Cell.KEY
        refers = column.refers is not None and not known[column.refers]
        wanted = column.needed or column.name == f"{NAMED.get(sheet)}_en" or draw(st.booleans())
        if not own and not refers and wanted:
            row[column.name] = draw(cell(column, known))
    if row.get("replaces") == row.get("id"):
        row.pop("replaces", None)


def written(file: Path, rows: Rows, order: Any) -> Path:
    """The rows as a workbook of another library's making, sheets and columns in any order."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = list(WORKBOOK)
    order.shuffle(sheets)
    for sheet in sheets:
        page = book.create_sheet(sheet.value)
        columns = [column.name for column in COLUMNS[sheet]]
        order.shuffle(columns)
        page.append(columns)
        for number, row in enumerate(rows[sheet], start=2):
            for at, name in enumerate(columns, start=1):
                if name in row:
                    made = page.cell(number, at, "x")
                    made.value = None
                    made._value = _escaped(row[name])
                    made.data_type = "n" if isinstance(row[name], int) else "s"
    book.save(file)
    return file


def _escaped(value: str | int) -> str | int:
    """As every spreadsheet program but this library writes a text that looks like an escaped sign."""
    return re.sub("_x(?=[0-9A-Fa-f]{4}_)", "_x005F_x", value) if isinstance(value, str) else value


def as_read(file: Path) -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    found = read_workbook(file)
    assert found.refused == []
    assert found.notes == []
    return Counter(
        (row.sheet, tuple(sorted((name, text) for name, text in row.cells.items() if text)))
        for row in found.rows
    )


def emptied(store: Store) -> None:
    with store.write() as session:
        for sheet in WORKBOOK:
            session.execute(sa.delete(records.NOUNS[sheet].table))
        for table in (history.changes, history.batches, numbers.table, replan.table):
            session.execute(sa.delete(table))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(registries(), st.randoms(use_true_random=False))
def test_any_registry_comes_out_as_it_went_in_and_again(
    store: Store, tmp_path: Path, rows: Rows, order: Any
) -> None:
    emptied(store)
    total = sum(map(len, rows.values()))
    made = written(tmp_path / "made.xlsx", rows, order)
    report = import_workbook(store, made, TERMINAL, NOW, Wish())
    assert report.refused == ()
    assert len(report.added) == total
    export_workbook(store, tmp_path / "out.xlsx", NOW)
    assert as_read(tmp_path / "out.xlsx") == as_read(made)
    again = import_workbook(store, tmp_path / "out.xlsx", TERMINAL, NOW, Wish())
    assert (again.unchanged, again.batch) == (total, None)

    emptied(store)
    import_workbook(store, tmp_path / "out.xlsx", TERMINAL, NOW, Wish())
    export_workbook(store, tmp_path / "out2.xlsx", NOW)
    assert as_read(tmp_path / "out2.xlsx") == as_read(made)


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts.filter(lambda text: len(text) <= 90 and text != "us"), st.data())
def test_a_host_that_became_a_partner_comes_out_as_it_will_come_in(
    store: Store, tmp_path: Path, host: str, data: st.DataObject
) -> None:
    emptied(store)
    event = {"sheet": "events", "title_en": "Open day", "host": host}
    names = [{"name_en": host}, {"name_en": "Other", "aliases": host}, {"id": host, "name_ru": "Другой"}]
    bearers = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique_by=str))
    with store.write() as session:
        save(session, TERMINAL, [event], now=NOW)
        for bearer in bearers:
            save(session, TERMINAL, [{"sheet": "partners", **bearer}], now=NOW)
    export_workbook(store, tmp_path / "out.xlsx", NOW)
    emptied(store)
    report = import_workbook(store, tmp_path / "out.xlsx", TERMINAL, NOW, Wish())
    assert report.refused == ()
    export_workbook(store, tmp_path / "out2.xlsx", NOW)
    assert as_read(tmp_path / "out2.xlsx") == as_read(tmp_path / "out.xlsx")


def test_the_sample_comes_out_as_it_went_in_row_by_row(store: Store, tmp_path: Path) -> None:
    with sample.registry() as file:
        import_workbook(store, file, TERMINAL, NOW, Wish())
        went_in = [(row.sheet, {k: v for k, v in row.cells.items() if v}) for row in read_workbook(file).rows]
    report = export_workbook(store, tmp_path / "out.xlsx", NOW)
    came_out = [
        (row.sheet, {k: v for k, v in row.cells.items() if v})
        for row in read_workbook(tmp_path / "out.xlsx").rows
    ]
    assert came_out == went_in
    assert sum(report.rows.values()) == 69


def test_no_text_is_a_formula_or_a_link_to_the_program_that_opens_it(store: Store, tmp_path: Path) -> None:
    dangers = [
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
        "http://x.uz",
        "{=1}",
        "007",
    ]
    with store.write() as session:
        save(
            session,
            TERMINAL,
            [{"sheet": "partners", "name_en": text, "note": text} for text in dangers],
            now=NOW,
        )
    file = tmp_path / "out.xlsx"
    export_workbook(store, file, NOW)
    page = load_workbook(file)["partners"]
    assert [row[1].value for row in page.iter_rows(min_row=2)] == dangers
    with ZipFile(file) as parts:
        assert not [name for name in parts.namelist() if "sheet1.xml.rels" in name]
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_an_export_is_there_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "partners", "name_en": "Yale"}], now=NOW)
    file = tmp_path / "out.xlsx"
    file.write_text("an older one")

    def stop(_done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_workbook(store, file, NOW, stop)
    assert file.read_text() == "an older one"
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []
