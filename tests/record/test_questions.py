"""A question is never taken for a log: plain text is read as a statement first."""

from __future__ import annotations

from bot.record.texts import read_text
from bot.record.view import View
from db import agreements
from tests.ask.cases import cases
from tests.ask.conftest import Opened, opened
from tests.ask.world import TODAY

__all__ = ["opened"]


def test_no_question_of_the_invented_registries_gives_a_draft(opened: tuple[Opened, ...]) -> None:
    asked = 0
    drafted = []
    for each in opened:
        with each.store.read() as session:
            told = View.of(agreements.every(session))
        for case in cases(each.registry):
            asked += 1
            drafted += [case.text] if read_text(case.text, each.names, TODAY, told) else []
    assert asked > 1000
    assert drafted == []
