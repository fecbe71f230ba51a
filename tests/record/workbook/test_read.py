from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from bot.record.workbook.package import Package
from bot.record.workbook.read import read_workbook
from bot.record.workbook.sheets import Book, SheetReader, column_name, unescaped
from db.vocabulary import Sheet
from tests.record.workbook.conftest import Make

SAMPLE = Path(__file__).parents[3] / "db" / "sample" / "registry-2016.xlsx"
HEAD = ["id", "name_en", "note", "city", "phone"]


def cells(file: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_workbook(file).rows]


def one_cell(make: Make, value: Any, number_format: str | None = None, *, since_1904: bool = False) -> str:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "partners"
    page.append(["id", "note"])
    page.append(["p", value])
    if number_format:
        page["B2"].number_format = number_format
    if since_1904:
        book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    file = make({"x": []})
    book.save(file)
    return cells(file)[0]["note"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("text", "text"),
        ("  spaces  ", "spaces"),
        ("two\nlines", "two\nlines"),
        ("Oʻzbekiston — ЎҚҒҲ 😀", "Oʻzbekiston — ЎҚҒҲ 😀"),
        ("007", "007"),
        ("2014-06-22", "2014-06-22"),
        (25, "25"),
        (25.0, "25"),
        (2014, "2014"),
        (-3, "-3"),
        (2.5, "2.5"),
        (998712391111, "998712391111"),
        (0, "0"),
        (True, "TRUE"),
        ("_x0041_", "A"),
        ("=", "="),
        ("'=1+1", "'=1+1"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(make: Make, value: Any, text: str) -> None:
    assert one_cell(make, value) == text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2014, 6, 22), "yyyy-mm-dd", "2014-06-22"),
        (date(2014, 6, 22), "DD.MM.YYYY", "2014-06-22"),
        (date(2014, 6, 22), "d mmmm yyyy", "2014-06-22"),
        (date(2014, 6, 22), '[$-419]d mmmm yyyy" г."', "2014-06-22"),
        (date(2014, 6, 1), "mmmm yyyy", "2014-06"),
        (date(2014, 1, 1), "yyyy", "2014"),
        (date(1900, 1, 1), "yyyy-mm-dd", "1900-01-01"),
        (date(1900, 3, 1), "yyyy-mm-dd", "1900-03-01"),
        (datetime(2014, 6, 22), "yyyy-mm-dd hh:mm", "2014-06-22"),  # noqa: DTZ001
        (datetime(2014, 6, 22, 10, 30), "yyyy-mm-dd hh:mm", "2014-06-22 10:30:00"),  # noqa: DTZ001
        (25, "0.00", "25"),
        (25, '#,##0 "dona"', "25"),
        (25, '"day" 0', "25"),
        (25, "[Red]0", "25"),
        (0.5, "0%", "0.5"),
        (2014, "General", "2014"),
    ],
)
def test_a_date_is_read_as_closely_as_it_is_shown(
    make: Make, value: Any, number_format: str, text: str
) -> None:
    assert one_cell(make, value, number_format) == text


def test_the_other_calendar_of_spreadsheets(make: Make) -> None:
    assert one_cell(make, date(2014, 6, 22), "yyyy-mm-dd", since_1904=True) == "2014-06-22"


def test_the_sample_is_read_as_two_other_libraries_read_it() -> None:
    ours = [(row.sheet, row.row, dict(row.cells)) for row in read_workbook(SAMPLE).rows]
    calamine = CalamineWorkbook.from_path(SAMPLE)
    openpyxl = load_workbook(SAMPLE, data_only=True)
    theirs = []
    for name in calamine.sheet_names:
        table = calamine.get_sheet_by_name(name).to_python()
        other = list(openpyxl[name].iter_rows(values_only=True))
        heading = [str(cell) for cell in table[0]]
        for number, (row, row2) in enumerate(zip(table[1:], other[1:], strict=True), start=2):
            texts = {
                h: f"{c:g}" if isinstance(c, float) else str(c) for h, c in zip(heading, row, strict=True)
            }
            assert [str(c or "") for c in row2] == [texts[h] for h in heading]
            theirs.append((Sheet(name), number, texts))
    assert ours == theirs
    assert len(ours) == 69


def test_order_and_case_of_sheets_and_headings_do_not_matter(make: Make) -> None:
    file = make(
        {
            " Exchanges ": [["Direction", "PARTNER", "Id"], ["sent", "lnb", "x1"]],
            "PARTNERS": [["Name EN", "ID", "remarks"], ["Latvia", "lnb", "?"]],
            "sheet1": [["whatever"]],
        }
    )
    read = read_workbook(file)
    assert [(row.sheet, dict(row.cells)) for row in read.rows] == [
        (Sheet.EXCHANGES, {"direction": "sent", "partner": "lnb", "id": "x1"}),
        (Sheet.PARTNERS, {"name_en": "Latvia", "id": "lnb"}),
    ]
    assert [(note.sheet, note.column, note.key) for note in read.notes] == [
        ("sheet1", None, "sheet-unknown"),
        ("partners", "remarks", "column-unknown"),
    ]
    assert read.refused == []


def test_rows_keep_the_numbers_they_have_in_the_sheet(make: Make) -> None:
    file = make({"partners": [[], ["id", "name_en"], [], ["a", "A"], ["", ""], ["b", "B"]]})
    assert [row.row for row in read_workbook(file).rows] == [4, 6]


def test_formulas_errors_and_merged_cells_are_refused_where_they_stand(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "partners"
    rows: list[list[Any]] = [
        [*HEAD, "mine", "also mine"],
        ["a", "=1+1"],
        ["b", "B", "#N/A"],
        ["c", "C", "merged down"],
        ["d", "D"],
        ["e", "E", "merged across"],
        ["f", "F", "", "", "", "merged beside"],
        ["g", "G"],
    ]
    for row in rows:
        page.append(row)
    page["C3"].data_type = "e"
    for merged in ("C4:C5", "C6:D6", "F7:G7"):
        page.merge_cells(merged)
    file = tmp_path / "odd.xlsx"
    book.save(file)
    read = read_workbook(file)
    assert [(one.row, one.column, one.key) for one in read.refused] == [
        (2, "name_en", "cell-formula"),
        (3, "note", "cell-error"),
        (4, "note", "cell-merged"),
        (5, "note", "cell-merged"),
        (6, "note", "cell-merged"),
    ]
    assert [row.cells["id"] for row in read.rows] == ["f", "g"]


def test_a_sheet_that_cannot_be_read_by_its_headings_is_refused_whole(make: Make) -> None:
    file = make(
        {
            "partners": [["name_en"], ["A"]],
            "events": [["id", "title_en", "ID"], ["e", "E", "e"]],
            "series": [["id", "title_en"], ["s", "S"]],
        }
    )
    read = read_workbook(file)
    assert [(one.sheet, one.column, one.key) for one in read.refused] == [
        ("partners", "id", "column-missing"),
        ("events", "id", "heading-twice"),
    ]
    assert [row.sheet for row in read.rows] == [Sheet.SERIES]


def test_column_letters() -> None:
    assert [column_name(number) for number in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


def test_signs_that_xml_cannot_hold_are_put_back() -> None:
    assert unescaped("a_x000A_b_x005F_x000A_c_x_d") == "a\nb_x000A_c_x_d"


def test_reading_tells_how_far_it_has_come(make: Make) -> None:
    file = make({"partners": [["id", "name_en"], *([f"p{n}", "N" * 50] for n in range(3000))]})
    told: list[float] = []
    read_workbook(file, told.append)
    assert told == sorted(told)
    assert len(told) > 3
    assert 0 <= told[0] < told[-1] <= 1


def test_cells_of_every_kind_agree_with_calamine(make: Make) -> None:
    values = ["text", 1, 1.5, -7, 1e15, 12345678901, 0.1, 'a & b < c > "d"', "\u00a0x", "ў" * 300, "_x0041_"]
    file = make({"partners": [["id", "note"], *([f"p{n}", value] for n, value in enumerate(values))]})
    theirs = CalamineWorkbook.from_path(file).get_sheet_by_name("partners").to_python()[1:]
    with Package(file) as package:
        book = Book.open(package)
        ours = [line.cells[1] for line in SheetReader(book, "partners").lines()][1:]
    for our, (_, their) in zip(ours, theirs, strict=True):
        assert our == (
            f"{their:.15g}" if isinstance(their, float) and abs(their) < 1e15 else str(their).strip()
        ) or (isinstance(their, float) and isinstance(our, str) and float(our) == their)
