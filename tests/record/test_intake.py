"""Anybody's spreadsheet: known by its headings in four languages, read as people type, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from bot.record.intake.mapping import SheetMapping, guess, headings
from bot.record.intake.rows import Told, rows_of
from bot.record.readers import Reading
from bot.record.workbook.grids import MOST_ROWS, Grid, grids_of
from bot.record.workbook.sheets import Line
from db.refused import Refused
from db.vocabulary import Language, Sheet
from tests.record.invented import TODAY, gazetteer
from tests.record.tabled import ROWS, ods, raw_ods, text_csv, xlsx
from tests.record.written import bomb, parcel

READING = Reading(gazetteer(), TODAY, Language.RU)


def grid(*rows: tuple[object, ...], name: str = "1") -> Grid:
    return Grid(
        name,
        tuple(
            Line(at, {c: str(cell) for c, cell in enumerate(row) if cell not in (None, "")})
            for at, row in enumerate(rows, start=1)
        ),
    )


def read(found: Grid, mapping: SheetMapping | None = None) -> Told:
    return rows_of([found], [mapping or guess(found)], READING)


@pytest.mark.parametrize(
    ("row", "sheet", "columns"),
    [
        (
            ("Partner", "Direction", "Copies", "Material", "Date", "Remarks"),
            Sheet.EXCHANGES,
            ("partner", "direction", "quantity", "material", "date", "note"),
        ),
        (
            (
                "№",
                "Дата получения",
                "Отправитель",
                "Количество экземпляров",
                "Вид издания",
                "Получено/отправлено",
            ),
            Sheet.EXCHANGES,
            (None, "date", "partner", "quantity", "material", "direction"),
        ),
        (
            ("T/r", "Tashkilot nomi", "Bitim turi", "Imzolangan sana", "Amal qilish muddati", "Masʼul shaxs"),
            Sheet.AGREEMENTS,
            (None, "partner", "kind", "signed", "term", "responsible"),
        ),
        (
            ("Тадбир номи", "Шаҳар", "Сана", "Ташкилотчи", "Мавзу"),
            Sheet.EVENTS,
            ("title", "city", "date", "host", "topic"),
        ),
        (
            ("Название библиотеки", "Страна", "Город", "Эл. почта", "Телефон", "Контактное лицо"),
            Sheet.PARTNERS,
            ("name", "country", "city", "email", "phone", "contact"),
        ),
        (
            ("Agreement no.", "Partner name", "Valid from", "Valid until", "Type"),
            Sheet.AGREEMENTS,
            ("number", "partner", "from", "until", "kind"),
        ),
        (("Мероприятие", "ФИО участника", "Должность"), Sheet.PARTICIPANTS, ("event", "person", "role")),
    ],
    ids=lambda value: value.value if isinstance(value, Sheet) else "",
)
def test_headings_are_understood(row: tuple[str, ...], sheet: Sheet, columns: tuple[str | None, ...]) -> None:
    found = guess(grid(row, tuple("?" * len(row))))
    assert found.sheet is sheet
    assert tuple(found.columns.get(at) for at in range(len(row))) == columns
    assert not found.lacking


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", xlsx({"Лист1": ROWS})),
        ("a.ods", ods("Лист1", ROWS)),
        ("a.csv", text_csv(ROWS, "cp1251")),
        ("b.csv", text_csv(ROWS, "utf-8-sig")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_table_is_read_from_every_kind_of_file(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    (found,) = grids_of(file)
    mapping = guess(found)
    assert headings(found, mapping.heading)[1] == "Библиотека"
    assert (mapping.sheet, sorted(mapping.columns.values())) == (
        Sheet.EXCHANGES,
        ["copies_received", "copies_sent", "date", "material", "note", "partner"],
    )
    told = read(found)
    amounts = [(w.cells["direction"], w.cells["quantity"], w.cells["date"]) for w in told.wanted]
    assert amounts == [
        ("received", 25, "2016-03-12"),
        ("sent", 40, "2016-03-12"),
        ("received", 1200, "2016-05"),
        ("received", 10, "2015"),
    ]
    assert [remark.key for remark in told.refused] == ["partner-is-place"]
    assert [remark.key for remark in told.notes] == ["row-total"]


def test_merged_cells_stand_in_each_of_their_rows_and_over_each_of_their_headings(tmp_path: Path) -> None:
    rows = [
        ("Partner", "Received", None, "Sent", None),
        (None, "Copies", "Date", "Copies", "Date"),
        ("Alpha Library", 5, "2014", None, None),
        (None, 7, "2015", None, None),
    ]
    file = tmp_path / "a.xlsx"
    file.write_bytes(xlsx({"Book exchange": rows}, merged=["A1:A2", "B1:C1", "D1:E1", "A3:A4"]))
    (found,) = grids_of(file)
    mapping = guess(found)
    assert (mapping.heading, mapping.columns[1], mapping.columns[3]) == (2, "copies_received", "copies_sent")
    told = read(found)
    assert [w.cells["quantity"] for w in told.wanted] == [5, 7]
    assert len({w.cells["partner"] for w in told.wanted}) == 1


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2016-03-12 00:00:00", "2016-03-12"),
        ("12/03/2016", "2016-03-12"),
        ("2016 г.", "2016"),
        ("2016-yil", "2016"),
        ("12 марта 2016 г.", "2016-03-12"),
        ("2016 йил 12 март", "2016-03-12"),
        ("March 2016", "2016-03"),
        ("31.02.2016", None),
        ("скоро", None),
    ],
)
def test_dates_are_read_as_people_type_them(said: str, date: str | None) -> None:
    told = read(grid(("Partner", "Direction", "Copies", "Date"), ("Alpha Library", "received", 5, said)))
    assert [w.cells["date"] for w in told.wanted] == ([date] if date else [])
    assert bool(told.refused) == (date is None)


def test_a_name_that_is_not_a_partners_is_a_new_partner_and_never_the_nearest() -> None:
    partner = next(iter(READING.gazetteer.partners.values()))
    other = f"{partner.names.every()[0]} Nordic"
    told = read(grid(("Partner", "Received"), (partner.names.every()[0], 5), (other, 6)))
    assert [w.cells["partner"] for w in told.wanted] == [partner.id, "new1"]
    assert len(told.new) == 1


def test_a_term_in_two_columns_and_one_without_end() -> None:
    head = ("Partner", "Signed", "Start date", "End date")
    rows = (
        ("Alpha Library", "", "01.02.2014", "31.01.2019"),
        ("Alpha Library", "2014-05-05", "", "бессрочно"),
    )
    told = read(grid(head, *rows))
    assert [w.cells["term"] for w in told.wanted] == ["2014-02-01/2019-01-31", "2014-05-05/.."]


MANY = (
    '<table:table table:name="a"><table:table-row table:number-rows-repeated="400000">{}</table:table-row>'
    "</table:table>"
)
CELL = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16000"/>'


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("rows.csv", lambda: b"a;b\n" * (MOST_ROWS + 2), "workbook-too-long"),
        ("line.csv", lambda: b"a;" + b"b" * 7_000_000, "workbook-not-table"),
        ("large.csv", lambda: b"a;b\n" * 2_500_000, "workbook-too-large"),
        ("none.csv", lambda: b"just a text", "workbook-not-table"),
        ("zeros.csv", lambda: bytes(5000), "workbook-not-table"),
        ("empty.xlsx", lambda: xlsx({"a": []}), "workbook-empty"),
        ("rows.ods", lambda: raw_ods(MANY.format(CELL)), "workbook-too-long"),
        ("bomb.ods", lambda: bomb("content.xml", "<a>", ""), "workbook-too-large"),
        ("broken.ods", lambda: parcel({"content.xml": b"<a><b></a>"}), "workbook-damaged"),
        ("word.xlsx", lambda: parcel({"word/document.xml": b"<a/>"}), "workbook-not-xlsx"),
        ("old.xlsx", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "workbook-locked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_refused_quickly(
    tmp_path: Path, name: str, content: Callable[[], bytes], key: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content())
    began = process_time()
    with pytest.raises(Refused) as refused:
        grids_of(file)
    assert refused.value.key == key
    assert process_time() - began < 5
