"""What is read from narratives over the invented registry: every row of them, each at its place."""

from __future__ import annotations

import pytest

from bot.record.narrative import is_narrative, passages
from bot.record.texts import read_text
from bot.record.view import View
from tests.record.invented import AGREEMENTS, TODAY, Report, gazetteer, judge, reports

GAZETTEER = gazetteer()
VIEW = View.of(AGREEMENTS)
REPORTS = tuple(reports())


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.language)
def test_every_row_of_a_report_is_read_and_none_besides(report: Report) -> None:
    assert judge(report.rows, read_text(report.text, GAZETTEER, TODAY, VIEW)) == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.language)
def test_each_record_stands_where_it_was_read(report: Report) -> None:
    for passage in passages(report.text, GAZETTEER, TODAY, VIEW):
        said = report.text[passage.start : passage.end]
        counted = [str(entry.row["quantity"]) for entry in passage.entries if "quantity" in entry.row]
        assert said.strip() == said
        assert all(number in said.replace(" ", "") for number in counted)


def test_reading_tells_how_far_it_is() -> None:
    heard: list[float] = []
    passages(REPORTS[0].text, GAZETTEER, TODAY, VIEW, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(1, abs=0.01)


def test_a_long_message_is_a_narrative_and_a_short_one_is_not() -> None:
    assert all(is_narrative(report.text) for report in REPORTS)
    assert not is_narrative("Bugun Norvegiyadan 25 ta kitob oldik.\nErtaga yozaman.")


SAID = "In March the National Library of Norway gave us 12 books."


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("2022\n", "2022-03"),
        ("The year 2023 in retrospect\n", "2023-03"),
        ("Year in brief: 2024\n", "2024-03"),
        ("Dear colleagues,\nThis is what we did between January and November 2025.\n", "2025-03"),
        (
            "Report for 2025\nThe agreement of 2019, which had lapsed in 2023, was renewed on 4 May. ",
            "2025-03",
        ),
        ("Report for 2025\nIn 2024 we sent 5 books to Norway. ", "2024-03"),
        ("Report for 2025\nIn 2024 we sent 5 books to Norway.\nAll went well. ", "2025-03"),
        ("The years 2019–2024\nMuch was done. ", None),
        ("What we did\nThe agreement of 2019, which had lapsed in 2023, was prolonged. ", "2026-03"),
        ("Our library, founded in 1961, has partners since 2012.\n", "2026-03"),
    ],
)
def test_a_bare_month_lies_in_the_year_that_is_told_of(before: str, date: str | None) -> None:
    rows = read_text(f"{before}{SAID}{' ' * 500}.", GAZETTEER, TODAY, VIEW)
    assert rows[-1].get("date") == date


def test_a_month_before_a_name_is_no_first_name() -> None:
    said = "Report for 2025\nIn April Nodira Karimova went to the seminar in Oslo." + " " * 500 + "."
    assert read_text(said, GAZETTEER, TODAY, VIEW)[0]["date"] == "2025-04"


@pytest.mark.parametrize(
    ("days", "date"),
    [
        ("On 19 and 20 September", "2025-09-19/2025-09-20"),
        ("Between 12 and 14 May", "2025-05-12/2025-05-14"),
        ("On 12 and 14 May", "2025-05-14"),
    ],
)
def test_days_with_an_and_between_them_are_a_stretch_where_they_can_be_one(days: str, date: str) -> None:
    said = f"Report for 2025\n{days} the forum was held in Oslo.{' ' * 500}."
    assert read_text(said, GAZETTEER, TODAY, VIEW)[0]["date"] == date
