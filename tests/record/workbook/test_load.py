from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.record.workbook.load import Wish, import_workbook
from bot.record.workbook.report import ImportReport
from bot.record.workbook.write import export_workbook
from bot.show.imports import import_json, import_lines
from bot.words import Words
from db import agreements, approvals, events, exchanges, history, participants, partners, records, sample
from db.history import TERMINAL, Actor, save, undo
from db.refused import Refused
from db.store import Store
from db.vocabulary import WORKBOOK, Language, Party, Row, Sheet
from tests.record.workbook.conftest import BringIn, Make, Sheets

NILUFAR = Actor(101, "Nilufar")
PARTNERS: list[list[Any]] = [
    ["id", "name_en", "aliases", "country"],
    ["lnb", "National Library of Latvia", "LNB; ЛНБ", "LV"],
]
EXCHANGES: list[list[Any]] = [
    ["id", "partner", "direction", "quantity", "date", "note"],
    ["first", "lnb", "sent", 25, 2014, "by sea"],
    ["x9", "ЛНБ", "Received", 0, date(2015, 3, 1), ""],
]


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return (
        len(report.added),
        len(report.changed),
        report.unchanged,
        len(report.conflicts),
        len(report.refused),
    )


def reasons(report: ImportReport) -> list[tuple[str, int | None, str | None, str]]:
    return [(str(one.sheet), one.row, one.column, one.key) for one in report.refused]


def change(store: Store, now: datetime, row: Row) -> None:
    with store.write() as session:
        save(session, NILUFAR, [row], now=now)


def test_the_sample_comes_in_once(bring_in: BringIn, store: Store) -> None:
    with sample.registry() as file:
        first = bring_in(file)
        again = bring_in(file)
    assert counts(first) == (69, 0, 0, 0, 0)
    assert first.written
    assert first.notes == ()
    assert counts(again) == (0, 0, 69, 0, 0)
    assert again.batch is None
    with store.read() as session:
        found = [len(records.every(session, sheet)) for sheet in WORKBOOK]
        assert found == [12, 12, 0, 11, 4, 2, 17, 11, 0, 0, 0]
        given = exchanges.by_id(session, "x11")
        fair = events.by_id(session, "e-fair-2015")
        azerbaijan = partners.by_id(session, "azerbaijan")
        assert given is not None
        assert fair is not None
        assert azerbaijan is not None
        assert (given.no, given.event, given.partner, given.quantity) == (11, fair.no, azerbaijan.no, 44)
        assert str(given.date) == "2015-09"
        unknown = agreements.by_id(session, "a-khu")
        assert unknown is not None
        assert str(unknown.term) == "2014/"


def test_rows_find_their_records_and_values_their_form(bring_in: BringIn, store: Store) -> None:
    report = bring_in({"exchanges": EXCHANGES, "partners": PARTNERS})
    assert [(row.sheet, row.row, row.id) for row in report.added] == [
        (Sheet.EXCHANGES, 2, "first"),
        (Sheet.EXCHANGES, 3, "x9"),
        (Sheet.PARTNERS, 2, "lnb"),
    ]
    with store.read() as session:
        first, ninth = exchanges.every(session)
        assert (first.no, first.id, first.quantity, str(first.date)) == (1, "first", 25, "2014")
        assert (ninth.no, ninth.id, ninth.quantity, str(ninth.date)) == (9, "x9", 0, "2015-03-01")
        assert first.partner == ninth.partner == 1


def test_a_missing_column_or_row_leaves_alone_and_an_empty_cell_clears(
    bring_in: BringIn, store: Store
) -> None:
    bring_in({"partners": PARTNERS, "exchanges": EXCHANGES})
    report = bring_in({"exchanges": [["id", "note", "quantity"], ["first", "", 26]]})
    assert counts(report) == (0, 1, 0, 0, 0)
    assert report.changed[0].columns == ("quantity", "note")
    with store.read() as session:
        first, ninth = exchanges.every(session)
        assert (first.quantity, first.note, str(first.date)) == (26, None, "2014")
        assert ninth.id == "x9"


def test_nothing_is_written_when_a_row_is_refused_unless_wished(bring_in: BringIn, store: Store) -> None:
    wrong = [*EXCHANGES, ["x3", "Atlantis", "sent", -1, "2015-02-30", ""]]
    sheets = {"partners": PARTNERS, "exchanges": wrong}
    report = bring_in(sheets)
    assert reasons(report) == [
        ("exchanges", 4, "partner", "partner-unknown"),
        ("exchanges", 4, "quantity", "not-whole"),
        ("exchanges", 4, "date", "date-unreadable"),
    ]
    assert not report.written
    with store.read() as session:
        assert not any(records.every(session, sheet) for sheet in WORKBOOK)
    partial = bring_in(sheets, partial=True)
    assert partial.written
    assert counts(partial) == (3, 0, 0, 0, 3)
    with store.read() as session:
        assert [exchange.id for exchange in exchanges.every(session)] == ["first", "x9"]


def test_a_dry_run_says_the_same_and_writes_nothing(bring_in: BringIn, store: Store) -> None:
    sheets: Sheets = {"partners": PARTNERS, "exchanges": EXCHANGES}
    dry = bring_in(sheets, dry_run=True)
    assert (counts(dry), dry.written) == ((3, 0, 0, 0, 0), False)
    with store.read() as session:
        assert not any(records.every(session, sheet) for sheet in WORKBOOK)
        assert history.last_batch(session, TERMINAL) is None
    wet = bring_in(sheets)
    assert (wet.added, wet.written) == (dry.added, True)


def test_what_the_chat_changed_is_a_conflict_until_it_has_been_seen(
    bring_in: BringIn, make: Make, store: Store, now: datetime, tmp_path: Path
) -> None:
    file = make({"partners": PARTNERS, "exchanges": EXCHANGES})
    bring_in(file)
    change(store, now, {"sheet": "exchanges", "id": "first", "quantity": 40})
    report = bring_in(file)
    assert counts(report) == (0, 0, 2, 1, 0)
    assert [(row.row, row.id, row.columns) for row in report.conflicts] == [(2, "first", ("quantity",))]
    assert report.written
    with store.read() as session:
        assert exchanges.every(session)[0].quantity == 40

    export_workbook(store, tmp_path / "seen.xlsx", now)
    seen = bring_in(file)
    assert counts(seen) == (0, 1, 2, 0, 0)


def test_the_workbook_wins_where_that_is_wished(
    bring_in: BringIn, make: Make, store: Store, now: datetime
) -> None:
    file = make({"partners": PARTNERS, "exchanges": EXCHANGES})
    bring_in(file)
    change(store, now, {"sheet": "exchanges", "id": "first", "quantity": 40})
    assert counts(bring_in(file, overwrite=True)) == (0, 1, 2, 0, 0)
    with store.read() as session:
        assert exchanges.every(session)[0].quantity == 25
    assert counts(bring_in(file)) == (0, 0, 3, 0, 0)


def test_a_workbook_without_a_column_does_not_know_what_the_chat_wrote_there(
    bring_in: BringIn, make: Make, store: Store, now: datetime
) -> None:
    file = make({"partners": PARTNERS, "exchanges": EXCHANGES})
    bring_in(file)
    change(store, now, {"sheet": "exchanges", "id": "first", "note": "by air"})
    narrow: Sheets = {"exchanges": [["id", "quantity"], ["first", 25]]}
    assert counts(bring_in(narrow)) == (0, 0, 1, 0, 0)
    assert counts(bring_in(file)) == (0, 0, 2, 1, 0)


def test_a_record_of_the_chat_is_known_by_its_short_id(
    bring_in: BringIn, store: Store, now: datetime
) -> None:
    bring_in({"partners": PARTNERS})
    change(store, now, {"sheet": "exchanges", "partner": "lnb", "direction": "sent", "quantity": 3})
    same: list[list[Any]] = [["id", "partner", "direction", "quantity"], ["x1", "lnb", "sent", 3]]
    assert counts(bring_in({"exchanges": same})) == (0, 0, 1, 0, 0)
    other: list[list[Any]] = [["id", "partner", "direction", "quantity"], ["x1", "lnb", "sent", 4]]
    assert counts(bring_in({"exchanges": other})) == (0, 0, 0, 1, 0)


@pytest.mark.parametrize(
    ("sheet", "rows", "expected"),
    [
        ("exchanges", [["", "lnb", "sent"]], [(2, "id", "needed")]),
        ("exchanges", [["new1", "lnb", "sent"]], [(2, "id", "id-reserved")]),
        ("exchanges", [["x1", "lnb", "sent"], ["x1", "lnb", "sent"]], [(3, "id", "id-twice")]),
        ("exchanges", [["x1", "", "sent"]], [(2, "partner", "needed")]),
        ("exchanges", [["x1", "us", "sent"]], [(2, "partner", "partner-is-us")]),
        ("exchanges", [["x1", "lnb", "lost"]], [(2, "direction", "word-unknown")]),
        ("exchanges", [["x1", "lnb", "sent", 2.5]], [(2, "quantity", "not-whole")]),
        ("exchanges", [["x1", "lnb", "sent", -5]], [(2, "quantity", "not-whole")]),
        ("exchanges", [["x1", "lnb", "sent", "many"]], [(2, "quantity", "not-whole")]),
        ("exchanges", [["x1", "lnb", "sent", "=5+5"]], [(2, "quantity", "cell-formula")]),
        ("exchanges", [["x1", "lnb", "sent", 1, "31.12.2015"]], [(2, "date", "date-unreadable")]),
        ("exchanges", [["x1", "lnb", "sent", 1, datetime(2015, 1, 1, 9)]], [(2, "date", "date-unreadable")]),  # noqa: DTZ001
        ("exchanges", [["x1", "lnb", "sent", 1, 2015, "e-none"]], [(2, "event", "reference-unknown")]),
        ("agreements", [["a1", "lnb", "2014"]], [(2, "term", "not-a-term")]),
        ("agreements", [["a1", "lnb", "2015/2014"]], [(2, "term", "date-backwards")]),
        (
            "agreements",
            [["a1", "nlr"], ["a2", "lnb", "", "a1"]],
            [(2, "partner", "partner-unknown"), (3, "replaces", "reference-refused")],
        ),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(
    bring_in: BringIn, sheet: str, rows: list[list[object]], expected: list[tuple[int, str, str]]
) -> None:
    headings = {
        "exchanges": ["id", "partner", "direction", "quantity", "date", "event"],
        "agreements": ["id", "partner", "term", "replaces"],
    }
    report = bring_in({"partners": PARTNERS, sheet: [headings[sheet], *rows]})
    assert [(one.row, one.column, one.key) for one in report.refused] == expected
    for language in Language:
        words = Words(language)
        lines = list(import_lines(report, words, dry_run=False))
        told = import_json(report, words)
        assert len(told["refused"]) == len(expected)
        assert all(len(one["why"]) > 10 for one in told["refused"])
        assert len(lines) >= 3


def test_a_missing_needed_column_is_told_once(bring_in: BringIn) -> None:
    rows: list[list[Any]] = [["id", "partner"], *([f"x{n}", "lnb"] for n in range(1, 50))]
    report = bring_in({"partners": PARTNERS, "exchanges": rows})
    assert reasons(report) == [("exchanges", None, "direction", "column-missing")]
    assert report.refused[0].values == {"count": 49}


def test_a_clash_of_short_ids_is_refused(bring_in: BringIn) -> None:
    bring_in({"partners": PARTNERS, "series": [["id", "title_en"], ["readings", "Readings"]]})
    report = bring_in({"series": [["id", "title_en"], ["s1", "Other readings"]]})
    assert reasons(report) == [("series", 2, "id", "id-clash")]


def test_participants_and_approvals_are_known_by_what_they_say(bring_in: BringIn, store: Store) -> None:
    people: list[list[Any]] = [
        ["event", "institution", "person", "role", "count", "note"],
        ["forum", "us", "", "specialist", 3, ""],
        ["forum", "LNB", "", "guest", "", ""],
        ["forum", "LNB", "", "guest", 2, "second group"],
        ["forum", "Ministry of Culture", "A. B.", "", "", ""],
    ]
    stages: list[list[Any]] = [
        ["agreement", "stage", "sent", "outcome"],
        ["draft", "ministry of justice", "2026-03", ""],
        ["draft", "Ministry of Justice", "2026-05", ""],
    ]
    sheets = {
        "participants": people,
        "approvals": stages,
        "partners": PARTNERS,
        "agreements": [["id", "partner", "state"], ["draft", "lnb", "draft"]],
        "events": [["id", "title_en"], ["forum", "Forum"]],
    }
    assert counts(bring_in(sheets)) == (9, 0, 0, 0, 0)
    assert counts(bring_in(sheets)) == (0, 0, 9, 0, 0)

    people[2][4], people[3][5] = 4, "third group"
    stages[2][3] = "approved"
    assert counts(bring_in(sheets)) == (0, 3, 6, 0, 0)
    people[4][2] = "C. D."
    assert counts(bring_in(sheets)) == (1, 0, 8, 0, 0)
    with store.read() as session:
        found = participants.every(session)
        assert [(one.institution, one.person, one.count, one.people) for one in found] == [
            (Party(text="us"), None, 3, 3),
            (Party(partner=1), None, 4, 4),
            (Party(partner=1), None, 2, 2),
            (Party(text="Ministry of Culture"), "A. B.", None, 1),
            (Party(text="Ministry of Culture"), "C. D.", None, 1),
        ]
        assert [(str(one.sent), one.stage, one.outcome) for one in approvals.every(session)] == [
            ("2026-03", "Ministry of Justice", None),
            ("2026-05", "Ministry of Justice", "approved"),
        ]


def test_names_that_are_nearly_a_partners_are_told_and_kept_as_written(
    bring_in: BringIn, store: Store
) -> None:
    hosts = [
        "National Library of Latvya",
        "lnb",
        "us",
        "Ministry of Culture",
        "National Library of Lithuania",
    ]
    report = bring_in(
        {
            "partners": [*PARTNERS, ["lnb2", "national library of LATVIA", "", ""]],
            "events": [
                ["id", "title_en", "host"],
                *([f"e{n}", "E", host] for n, host in enumerate(hosts, 1)),
            ],
        },
        partial=True,
    )
    told = [(str(one.sheet), one.row, one.column, one.key, one.values["id"]) for one in report.notes]
    assert told == [
        ("partners", 2, "name_en", "name-shared", "lnb2"),
        ("partners", 3, "name_en", "name-shared", "lnb"),
        ("events", 2, "host", "name-near", "lnb"),
    ]
    with store.read() as session:
        assert [event.host for event in events.every(session)][:2] == [
            Party(text="National Library of Latvya"),
            Party(partner=1),
        ]


def test_an_import_can_be_undone(bring_in: BringIn, store: Store, now: datetime) -> None:
    with sample.registry() as file:
        report = bring_in(file)
    assert report.batch is not None
    with store.write() as session:
        undo(session, TERMINAL, report.batch, now=now)
        assert not any(records.every(session, sheet) for sheet in WORKBOOK)


def test_a_file_that_is_no_workbook_changes_nothing(store: Store, tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "letter.xlsx"
    file.write_text("Dear colleagues")
    with pytest.raises(Refused, match="workbook-not-xlsx"):
        import_workbook(store, file, TERMINAL, now, Wish())


def test_progress_rises_to_the_end(store: Store, now: datetime) -> None:
    told: list[float] = []
    with sample.registry() as file:
        import_workbook(store, file, TERMINAL, now, Wish(), told.append)
    assert told == sorted(told)
    assert told[-1] == 1
