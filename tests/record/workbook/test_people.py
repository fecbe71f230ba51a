"""The sheets of people: contacts at partners, which are private, and who of ours is away."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.html import plain
from bot.record.workbook.write import export_workbook
from bot.show.imports import import_lines
from bot.words import Words
from db import absences, contacts, members, records
from db.history import TERMINAL, save
from db.store import Store
from db.vocabulary import Language, Role, Sheet
from tests.record.workbook.conftest import BringIn

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PARTNERS = [["id", "name_en"], ["lnb", "National Library of Latvia"]]
CONTACTS = [
    ["id", "partner", "person", "role", "email", "phone", "note"],
    ["c1", "lnb", "Anna Kalniņa", "Head of exchange", "anna@lnb.lv", "+371 67", "speaks Russian"],
    ["anna2", "National Library of Latvia", "Jānis Ozols", "", "", "", ""],
]
AWAY = ["member", "date", "deputy", "note"]


@pytest.fixture
def staffed(store: Store) -> Store:
    with store.write() as session:
        members.admit(session, 501, "Madina", Role.MANAGER, NOW)
        members.admit(session, 502, "Sardor", Role.STAFF, NOW)
    return store


def test_they_come_in_and_stand_in_a_workbook_only_when_used(
    staffed: Store, tmp_path: Path, bring_in: BringIn
) -> None:
    bring_in({"partners": PARTNERS})
    export_workbook(staffed, tmp_path / "unused.xlsx", NOW)
    assert not {"contacts", "absences", "promises"} & {*load_workbook(tmp_path / "unused.xlsx").sheetnames}
    away = [AWAY, ["Sardor", "2026-11-23/2026-11-25", "501", "a conference"], ["502", "2026-12-01", "", ""]]
    report = bring_in({"partners": PARTNERS, "contacts": CONTACTS, "absences": away})
    assert (len(report.added), report.refused, report.notes) == (4, (), ())
    with staffed.read() as session:
        anna, janis = contacts.every(session)
        assert (anna.partner, anna.person, anna.email, janis.id) == (
            1,
            "Anna Kalniņa",
            "anna@lnb.lv",
            "anna2",
        )
        first, second = absences.current(session, NOW.date())
        assert (first.member, first.deputy, second.member) == ("Sardor", "501", "502")
    export_workbook(staffed, tmp_path / "used.xlsx", NOW)
    assert {"contacts", "absences"} <= {*load_workbook(tmp_path / "used.xlsx").sheetnames}
    again = bring_in(tmp_path / "used.xlsx")
    assert (again.unchanged, again.batch) == (5, None)


def test_an_absence_is_known_by_who_and_when(staffed: Store, bring_in: BringIn) -> None:
    bring_in({"absences": [AWAY, ["502", "2026-11-23/2026-11-25", "", ""]]})
    changed = bring_in({"absences": [AWAY, ["502", "2026-11-23/2026-11-25", "501", ""]]})
    assert [(row.sheet, row.columns) for row in changed.changed] == [(Sheet.ABSENCES, ("deputy",))]
    moved = bring_in({"absences": [AWAY, ["502", "2026-11-30", "", ""]]})
    assert len(moved.added) == 1


def test_contacts_are_not_in_a_file_for_everybody_and_stay_when_it_comes_back(
    store: Store, tmp_path: Path, bring_in: BringIn
) -> None:
    bring_in({"partners": PARTNERS, "contacts": CONTACTS})
    export_workbook(store, tmp_path / "public.xlsx", NOW, private=False)
    assert "contacts" not in load_workbook(tmp_path / "public.xlsx").sheetnames
    assert bring_in(tmp_path / "public.xlsx").batch is None
    with store.read() as session:
        assert len(records.every(session, Sheet.CONTACTS)) == 2


def test_a_partner_with_contacts_keeps_them_when_a_row_without_a_partner_is_refused(
    bring_in: BringIn,
) -> None:
    report = bring_in({"partners": PARTNERS, "contacts": [CONTACTS[0], ["c1", "", "Anna", "", "", "", ""]]})
    assert [(one.sheet, one.row, one.column, one.key) for one in report.refused] == [
        ("contacts", 2, "partner", "needed")
    ]
    assert not report.written


@pytest.mark.usefixtures("staffed")
@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ["Nobody", "2026-11-23", "", ""],
            (
                "sheet absences, row 2, column member: “Nobody” is not the name or Telegram id",
                "лист absences, строка 2, столбец member: «Nobody» — не имя и не идентификатор в Telegram",
                "absences varagʻi, 2-qator, member ustuni: bot aʼzolari orasida “Nobody” ismli",
                "absences варағи, 2-қатор, member устуни: бот аъзолари орасида “Nobody” исмли",
            ),
        ),
        (
            ["502", "2026-12", "", ""],
            (
                "sheet absences, row 2, column date: “2026-12” does not say on which day",
                "лист absences, строка 2, столбец date: «2026-12»: не указано, в какой день",
                "absences varagʻi, 2-qator, date ustuni: “2026-12” — qaysi kuni boshlanib",
                "absences варағи, 2-қатор, date устуни: “2026-12” — қайси куни бошланиб",
            ),
        ),
        (
            ["502", "2026-02-30", "", ""],
            (
                "sheet absences, row 2, column date: “2026-02-30”",
                "лист absences, строка 2, столбец date: «2026-02-30»",
                "absences varagʻi, 2-qator, date ustuni: “2026-02-30”",
                "absences варағи, 2-қатор, date устуни: “2026-02-30”",
            ),
        ),
    ],
)
def test_what_is_wrong_with_an_absence_is_told_in_each_language(
    bring_in: BringIn, row: list[str], told: tuple[str, ...]
) -> None:
    report = bring_in({"absences": [AWAY, row]})
    for language, beginning in zip(
        (Language.EN, Language.RU, Language.UZ_LATN, Language.UZ_CYRL), told, strict=True
    ):
        lines = [plain(line) for line in import_lines(report, Words(language), dry_run=False)]
        assert [line for line in lines if beginning in line], lines


def test_an_absence_of_nobody_known_is_kept_and_no_guess_is_made(staffed: Store) -> None:
    rows = [
        {"sheet": "absences", "member": "502", "date": date}
        for date in (
            "2026-11",
            "2026-11-20/..",
            "/2026-11-30",
            "2026-11-20/",
            "2026-11-23~",
            "2026-11-20/2026-12?",
        )
    ]
    with staffed.write() as session:
        save(session, TERMINAL, rows, now=NOW)
        assert absences.current(session, NOW.date()) == ()
        assert len(absences.every(session)) == 6
