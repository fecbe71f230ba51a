"""What is wrong with a workbook, told in each language: where, and why. Nothing of it is written.

The terminal and the chat say these same sentences; what a reader may cost is measured in `test_hostile.py`.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.html import plain
from bot.record.workbook.load import Wish, import_workbook
from bot.show.imports import import_lines
from bot.words import Words
from db import records
from db.history import TERMINAL
from db.refused import Refused
from db.store import Store
from db.vocabulary import WORKBOOK, Language
from tests.record.workbook.conftest import Make
from tests.record.workbook.test_hostile import stuffed

PARTNERS = [["id", "name_en"], ["lnb", "National Library of Latvia"]]
HEADINGS = ["id", "partner", "direction", "quantity", "basis", "date"]
GOOD: list[Any] = ["x1", "lnb", "sent", 5, "gift", "2016"]
EXCHANGES: dict[str, list[Any]] = {
    "an unknown partner": ["x2", "Library of Atlantis", "sent", 5, "", ""],
    "an impossible date": ["x2", "lnb", "sent", 5, "", "2016-02-30"],
    "a negative quantity": ["x2", "lnb", "sent", -4, "", ""],
    "a fractional quantity": ["x2", "lnb", "sent", 2.5, "", ""],
    "a duplicate id": ["x1", "lnb", "sent", 5, "", ""],
    "a wrong word in a list": ["x2", "lnb", "sent", 5, "barter", ""],
    "a formula": ["x2", "lnb", "sent", "=2+3", "", ""],
}
"""What is wrong → the second row of a sheet whose first one is good."""

AT_CELL = (
    "sheet exchanges, row 3, column {}: ",
    "лист exchanges, строка 3, столбец {}: ",
    "exchanges varagʻi, 3-qator, {} ustuni: ",
    "exchanges варағи, 3-қатор, {} устуни: ",
)
AT_COLUMN = (
    "sheet exchanges, column {}: ",
    "лист exchanges, столбец {}: ",
    "exchanges varagʻi, {} ustuni: ",
    "exchanges варағи, {} устуни: ",
)
NOWHERE = ("", "", "", "")
FORMS_OF_A_DATE = "2014-06-22, 2014-06, 2014, 2009/2014, 2007/.."

TOLD: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "an unknown partner": (
        AT_CELL,
        "partner",
        (
            "No partner has the id or name “Library of Atlantis”.",
            "Партнёра с идентификатором или названием «Library of Atlantis» нет.",
            "Identifikatori yoki nomi “Library of Atlantis” boʻlgan hamkor yoʻq.",
            "Идентификатори ёки номи “Library of Atlantis” бўлган ҳамкор йўқ.",
        ),
    ),
    "an impossible date": (
        AT_CELL,
        "date",
        (
            (
                f"“2016-02-30” is not a date. Written like this: {FORMS_OF_A_DATE} (still running), 2008/ "
                "(end not recorded)."
            ),
            (
                f"«2016-02-30» — не дата. Пишется так: {FORMS_OF_A_DATE} (продолжается), 2008/ (окончание "
                "не указано)."
            ),
            (
                f"“2016-02-30” sana emas. Bunday yoziladi: {FORMS_OF_A_DATE} (davom etmoqda), 2008/ "
                "(tugashi qayd etilmagan)."
            ),
            (
                f"“2016-02-30” сана эмас. Бундай ёзилади: {FORMS_OF_A_DATE} (давом этмоқда), 2008/ (тугаши "
                "қайд этилмаган)."
            ),
        ),
    ),
    "a negative quantity": (
        AT_CELL,
        "quantity",
        (
            "“-4” is not a whole number, zero or more.",
            "«-4» — не целое число (ноль или больше).",
            "“-4” butun son emas (nol yoki undan katta).",
            "“-4” бутун сон эмас (нол ёки ундан катта).",
        ),
    ),
    "a fractional quantity": (
        AT_CELL,
        "quantity",
        (
            "“2.5” is not a whole number, zero or more.",
            "«2.5» — не целое число (ноль или больше).",
            "“2.5” butun son emas (nol yoki undan katta).",
            "“2.5” бутун сон эмас (нол ёки ундан катта).",
        ),
    ),
    "a duplicate id": (
        AT_CELL,
        "id",
        (
            "The id “x1” stands here twice.",
            "Идентификатор «x1» встречается дважды.",
            "“x1” identifikatori ikki marta yozilgan.",
            "“x1” идентификатори икки марта ёзилган.",
        ),
    ),
    "a wrong word in a list": (
        AT_CELL,
        "basis",
        (
            "“barter” is not one of the words that stand here: exchange, gift, purchase, loan.",
            "«barter» не входит в список допустимых слов: exchange, gift, purchase, loan.",
            "“barter” bu yerda yoziladigan soʻzlar orasida yoʻq: exchange, gift, purchase, loan.",
            "“barter” бу ерда ёзиладиган сўзлар орасида йўқ: exchange, gift, purchase, loan.",
        ),
    ),
    "a formula": (
        AT_CELL,
        "quantity",
        (
            "There is a formula here. Please put its value in its place.",
            "Здесь стоит формула. Поставьте вместо неё значение.",
            "Bu yerda formula bor. Uning oʻrniga qiymatini yozing.",
            "Бу ерда формула бор. Унинг ўрнига қийматини ёзинг.",
        ),
    ),
    "merged cells": (
        AT_CELL,
        "direction",
        (
            "Cells are merged here, so it is not clear which row or column is meant. Please separate them.",
            (
                "Здесь объединены ячейки, и неясно, к какой строке или столбцу относится значение. "
                "Разъедините их."
            ),
            (
                "Bu yerda kataklar birlashtirilgan, qaysi qator yoki ustun nazarda tutilgani nomaʼlum. "
                "Ularni ajrating."
            ),
            (
                "Бу ерда катаклар бирлаштирилган, қайси қатор ёки устун назарда тутилгани номаълум. Уларни "
                "ажратинг."
            ),
        ),
    ),
    "a missing column": (
        AT_COLUMN,
        "direction",
        (
            "This column is missing, and 2 new rows need it.",
            "Этого столбца нет, а он нужен для 2 новых строк.",
            "Bu ustun yoʻq, u 2 ta yangi qator uchun kerak.",
            "Бу устун йўқ, у 2 та янги қатор учун керак.",
        ),
    ),
    "no ids": (
        AT_COLUMN,
        "id",
        (
            "This column is missing, and without it the sheet cannot be read.",
            "Этого столбца нет, а без него лист прочитать нельзя.",
            "Bu ustun yoʻq, usiz varaqni oʻqib boʻlmaydi.",
            "Бу устун йўқ, усиз варақни ўқиб бўлмайди.",
        ),
    ),
    "400,000 rows": (
        NOWHERE,
        "",
        (
            "The sheet “partners” has too many rows: at most 50,000, please.",
            "На листе «partners» слишком много строк: не более 50 000.",
            "“partners” varagʻida qatorlar juda koʻp: koʻpi bilan 50 000 ta boʻlishi mumkin.",
            "“partners” варағида қаторлар жуда кўп: кўпи билан 50 000 та бўлиши мумкин.",
        ),
    ),
    "a zip bomb": (
        NOWHERE,
        "",
        (
            "This workbook holds too much: at most 96 MB when unpacked, please, and a million cells.",
            "В книге слишком много данных: не более 96 МБ в распакованном виде и миллиона ячеек.",
            "Kitobda maʼlumot juda koʻp: ochilganda koʻpi bilan 96 MB va bir million katak boʻlishi mumkin.",
            "Китобда маълумот жуда кўп: очилганда кўпи билан 96 МБ ва бир миллион катак бўлиши мумкин.",
        ),
    ),
    "not an .xlsx": (
        NOWHERE,
        "",
        (
            "This file is not an Excel workbook (.xlsx).",
            "Этот файл — не книга Excel (.xlsx).",
            "Bu fayl Excel kitobi (.xlsx) emas.",
            "Бу файл Excel китоби (.xlsx) эмас.",
        ),
    ),
}
"""What is wrong → where it is said to be, its column, and the reason in each language."""
LANGUAGES = (Language.EN, Language.RU, Language.UZ_LATN, Language.UZ_CYRL)


@pytest.mark.parametrize("what", TOLD)
def test_what_is_wrong_is_told_with_its_place_and_its_reason(
    what: str, store: Store, make: Make, now: datetime, tmp_path: Path
) -> None:
    file = made(what, make, tmp_path)
    faults = outcome(store, file, now)
    places, column, reasons = TOLD[what]
    wanted = [place.format(column) + reason for place, reason in zip(places, reasons, strict=True)]
    assert [spaced(faults(Words(language))) for language in LANGUAGES] == [[line] for line in wanted]
    with store.read() as session:
        assert not any(records.every(session, sheet) for sheet in WORKBOOK)


def outcome(store: Store, file: Path, now: datetime) -> Callable[[Words], list[str]]:
    """What is said of the faults, in any language."""
    try:
        report = import_workbook(store, file, TERMINAL, now, Wish())
    except Refused as refused:
        key, values = f"refused-{refused.key}", refused.values
        return lambda words: [words.plain(key, **values)]
    assert not report.written
    return lambda words: told_of(list(map(plain, import_lines(report, words, dry_run=False))), words)


def told_of(lines: list[str], words: Words) -> list[str]:
    """The lines under "Refused": every one of them names a place."""
    head = lines.index(words.plain("import-refused", n=1))
    return lines[head + 1 :]


def made(what: str, make: Make, folder: Path) -> Path:
    """A file of which one thing is wrong."""
    match what:
        case "merged cells":
            file = make({"partners": PARTNERS, "exchanges": [HEADINGS, GOOD, ["x2", "lnb", "sent"]]})
            book = load_workbook(file)
            book["exchanges"].merge_cells("C3:D3")
            book.save(file)
            return file
        case "a missing column":
            rows = [row[:2] for row in (HEADINGS, GOOD, ["x2", "lnb"])]
            return make({"partners": PARTNERS, "exchanges": rows})
        case "no ids":
            return make({"partners": PARTNERS, "exchanges": [HEADINGS[1:], GOOD[1:]]})
        case "400,000 rows":
            return stuffed(folder / "long.xlsx", '<row><c t="str"><v>p</v></c></row>', 400_000)
        case "a zip bomb":
            return stuffed(folder / "bomb.xlsx", " ", 300_000_000)
        case "not an .xlsx":
            file = folder / "letter.xlsx"
            file.write_bytes(b"%PDF-1.7 a letter")
            return file
    return make({"partners": PARTNERS, "exchanges": [HEADINGS, GOOD, EXCHANGES[what]]})


def spaced(lines: list[str]) -> list[str]:
    """With the blanks that one can see: thousands are parted by one that does not break."""
    return [line.replace("\xa0", " ") for line in lines]
