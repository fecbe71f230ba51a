"""Every question of the three invented registries, in every writing system, against gold counted by plain
loops.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from bot.ask.batch import answer_lines
from db.vocabulary import Language
from tests.ask.cases import Case, cases
from tests.ask.conftest import Opened, worded
from tests.ask.world import TODAY

LANGUAGES = {"u": "uz-Latn", "r": "ru", "e": "en"}


def judged(opened: tuple[Opened, ...], *, unread: bool) -> dict[str, Counter[str]]:
    """Verdicts by script: correct, declined, wrong."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for each in opened:
        asked = [case for case in cases(each.registry) if case.unread is unread]
        lines = [
            json.dumps({"id": n, "text": c.text, "lang": LANGUAGES[c.script[0]]}) for n, c in enumerate(asked)
        ]
        with each.store.read() as session:
            given = list(answer_lines(lines, TODAY, Language.UZ_LATN, each.answering(session), worded))
        for case, out in zip(asked, given, strict=True):
            table[case.script][verdict(case, out)] += 1
    return table


def verdict(case: Case, out: dict[str, object]) -> str:
    if case.fits(out):
        return "correct"
    return "declined" if str(out["reply"]).startswith("❔") else "wrong"


def test_nine_in_ten_and_more_are_right_and_almost_none_wrong(opened: tuple[Opened, ...]) -> None:
    table = judged(opened, unread=True)
    whole: Counter[str] = sum(table.values(), Counter())
    assert whole.total() >= 400
    assert whole["correct"] / whole.total() >= 0.95, dict(whole)
    assert whole["wrong"] / whole.total() <= 0.005, dict(whole)
    for script, counted in table.items():
        assert counted["correct"] / counted.total() >= 0.92, (script, dict(counted))


def test_the_half_that_was_worked_on_is_right_too(opened: tuple[Opened, ...]) -> None:
    whole: Counter[str] = sum(judged(opened, unread=False).values(), Counter())
    assert whole["correct"] / whole.total() >= 0.98, dict(whole)
    assert whole["wrong"] / whole.total() <= 0.005, dict(whole)
