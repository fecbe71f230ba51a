"""What is read from messages in all four writing systems over an invented registry."""

from __future__ import annotations

import pytest

from bot.record.texts import read_text
from bot.record.view import View
from tests.record.invented import AGREEMENTS, TODAY, Statement, gazetteer, judge, statements

GAZETTEER = gazetteer()
VIEW = View.of(AGREEMENTS)
SETS = ("developed", "traps", "third", "fourth", "fifth", "sixth", "seventh")
DEVELOPED = tuple(s for name in SETS for s in statements(f"{name}.txt"))
UNREAD = tuple(statements("unread.txt"))


def _faults(statement: Statement) -> list[str]:
    return judge(statement.rows, read_text(statement.text, GAZETTEER, TODAY, VIEW))


@pytest.mark.parametrize("statement", DEVELOPED, ids=lambda s: s.text[:60])
def test_every_field_of_a_developed_statement_is_right(statement: Statement) -> None:
    assert _faults(statement) == []


@pytest.mark.parametrize("language", ["uz-Latn", "uz-Cyrl", "ru", "en"])
def test_statements_the_reader_was_not_built_on_are_mostly_right(language: str) -> None:
    logs = [s for s in UNREAD if s.language == language and s.rows]
    right = sum(not _faults(statement) for statement in logs)
    assert right / len(logs) >= 0.7


def test_what_is_no_log_gives_no_draft() -> None:
    others = [s for s in (*DEVELOPED, *UNREAD) if not s.rows]
    assert [s.text for s in others if read_text(s.text, GAZETTEER, TODAY, VIEW)] == []
