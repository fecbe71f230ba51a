"""What points at the answer before it, in four ways of writing, and what only looks so."""

import pytest

from bot.ask.further import Step
from bot.ask.referring import referred
from bot.language.reading import read
from tests.ask.conftest import Opened
from tests.ask.world import TODAY

HOW = (
    "why?", "Why", "but why?", "how come?", "how did you get this number?", "how was it computed?",
    "explain this",
    "почему?", "А почему?", "почему столько?", "как посчитано?", "откуда такие цифры?", "поясните",
    "nega?", "nima uchun?", "qanday hisobladingiz?", "bu qayerdan olingan?", "tushuntirib bering",
    "нега?!", "нима учун", "қандай ҳисобланди?", "бу рақам қаердан?",
)  # fmt: skip
RECORDS = (
    "list", "list them", "show the records", "give me the list", "all records",
    "список", "покажи их", "перечисли", "все записи",
    "roʻyxat", "ro'yxatini ber", "ularni koʻrsat", "barcha yozuvlar",
    "рўйхатини кўрсат", "ҳаммасини кўрсат", "ёзувлар",
)  # fmt: skip
ELSE = (
    "why did we send books to Poland?", "explain the agreement with Poland", "show agreements",
    "list events in 2014",
    "почему договор закончился?", "покажи договоры", "nega shartnoma tugadi?", "shartnomalarni koʻrsat",
    "рўйхатга Польшани қўш", "and Poland?", "а когда?", "how many?", "why not Poland", "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "step"),
    [*((t, Step.HOW) for t in HOW), *((t, Step.RECORDS) for t in RECORDS), *((t, None) for t in ELSE)],
)
def test_what_points_at_the_answer(library: Opened, text: str, step: Step | None) -> None:
    assert referred(read(text, library.names, TODAY), library.names, TODAY) is step
