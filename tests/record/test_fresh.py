"""Statements about another library, written before the reader was tuned on them: half are worked on, half
only counted.
"""

from __future__ import annotations

import pytest

from bot.record.texts import read_text
from tests.record.invented import TODAY, Report, Statement, judge, reports, statements
from tests.record.osh import FOLDER, GAZETTEER, VIEW

OPEN = tuple(statements("open.txt", FOLDER))
HELD = tuple(statements("held.txt", FOLDER))


def _faults(statement: Statement) -> list[str]:
    return judge(statement.rows, read_text(statement.text, GAZETTEER, TODAY, VIEW))


@pytest.mark.parametrize("statement", OPEN, ids=lambda s: s.text[:60])
def test_every_field_of_an_open_statement_is_right(statement: Statement) -> None:
    assert _faults(statement) == []


def test_statements_held_back_are_mostly_right() -> None:
    logs = [s for s in HELD if s.rows]
    right = sum(not _faults(statement) for statement in logs)
    assert right / len(logs) >= 0.78


@pytest.mark.parametrize(("name", "share"), [("second.txt", 0.92), ("third.txt", 0.85), ("fourth.txt", 0.92)])
def test_later_lists_are_right_for_the_most_part(name: str, share: float) -> None:
    told = tuple(statements(name, FOLDER))
    assert sum(not _faults(statement) for statement in told) / len(told) >= share


def test_held_back_messages_that_are_no_logs_give_next_to_no_draft() -> None:
    others = [s for s in HELD if not s.rows]
    silent = sum(not read_text(s.text, GAZETTEER, TODAY, VIEW) for s in others)
    assert silent / len(others) >= 0.85


@pytest.mark.parametrize("report", tuple(reports(FOLDER / "reports")), ids=lambda r: r.language)
def test_reports_are_read_but_for_a_row(report: Report) -> None:
    assert len(judge(report.rows, read_text(report.text, GAZETTEER, TODAY, VIEW))) <= 1


def test_years_told_in_english_are_read_for_the_most_part_and_hardly_anything_besides() -> None:
    told = [(r.rows, read_text(r.text, GAZETTEER, TODAY, VIEW)) for r in reports(FOLDER / "years")]
    wanted, read = (sum(len(pair[at]) for pair in told) for at in (0, 1))
    faults = [fault for gold, rows in told for fault in judge(gold, rows)]
    assert 0.8 * wanted < read <= wanted
    assert not [fault for fault in faults if fault.startswith("too many")]
    assert len(faults) <= 41, faults
