"""What holds for any text: nothing is invented, spelling changes nothing, noise gives no draft, and nothing
takes long.
"""

from __future__ import annotations

import json
import random
import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.record.batch import read_lines
from bot.record.texts import read_text
from db.edtf import Edtf
from db.vocabulary import Row
from tests.record.invented import TODAY, Statement, statements
from tests.record.osh import FOLDER, GAZETTEER, VIEW
from tests.wild import wild

STATEMENTS = tuple(s for name in ("open.txt", "second.txt") for s in statements(name, FOLDER))
LATIN = tuple(s for s in STATEMENTS if s.language == "uz-Latn")
SENTENCES = (
    "In {year} the University of Tartu Library sent us {n} books.",
    "In return we sent {m} maps there.",
    "В {year} году из Матенадарана поступило {n} книг, туда отправлено {m} карт.",
    "{year}-yilda Hindiston Milliy kutubxonasi {n} nusxa jurnal sovgʻa qildi.",
    "Ўша йили унга {m} нусха китоб жўнатилди.",
    "A seminar was held in Tartu; {n} of our staff took part.",
    "There are {m} reasons to be proud.",
    "Меморандум со Швейцарской национальной библиотекой рассчитан на {m} лет.",
)
SIGNS = ("?", " \u202e", "\u200b", "🙂", "\x00")
COUNTED = ("quantity", "titles", "count")


def _read(text: str) -> tuple[Row, ...]:
    return read_text(text, GAZETTEER, TODAY, VIEW)


def _facts(rows: tuple[Row, ...]) -> list[dict[str, object]]:
    """The rows without what quotes the text as it is written."""
    spelled = ("title", "name", "topic", "person", "stage", "note", "role", "contact")
    return [{c: v for c, v in row.items() if not c.startswith(spelled)} for row in rows]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(SENTENCES), st.integers(1990, 2025), st.integers(2, 900), st.integers(2, 900)
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_narrative_holds_no_number_and_no_year_that_was_not_said(
    said: list[tuple[str, int, int, int]],
) -> None:
    text = "\n".join(sentence.format(year=year, n=n, m=m) for sentence, year, n, m in said)
    text = f"{text}\n{'Thus ended the year of which this tells, as every year before it has ended. ' * 8}"
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    for row in _read(text):
        assert {int(row[c]) for c in COUNTED if c in row} <= numbers | {1}
        years = {
            int(year)
            for c in ("date", "signed", "ended")
            for year in re.findall(r"\d{4}", str(row.get(c, "")))
        }
        assert years <= numbers


@pytest.mark.parametrize("sign", ["'", "`", "’", "‘", "ʼ"])
def test_any_apostrophe_will_do(sign: str) -> None:
    for statement in LATIN:
        other = statement.text.replace("ʻ", sign).replace("ʼ", sign)
        assert _facts(_read(other)) == _facts(_read(statement.text)), other


def test_small_letters_give_the_same_shipments_or_fewer() -> None:
    # `the US` in small letters is another word.
    for statement in (s for s in STATEMENTS if " US " not in s.text):
        whole = [fact for fact in _facts(_read(statement.text)) if fact["sheet"] == "exchanges"]
        small = [fact for fact in _facts(_read(statement.text.lower())) if fact["sheet"] == "exchanges"]
        kept = [(fact.get("quantity"), fact.get("direction")) for fact in small]
        assert set(kept) <= {(fact.get("quantity"), fact.get("direction")) for fact in whole}, statement.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_noise_gives_no_draft(text: str) -> None:
    assert _read(text) == ()


def test_no_number_is_too_great_for_a_date() -> None:
    dice = random.Random(7)
    for _ in range(400):
        for row in _read(wild(dice)):
            assert "date" not in row or Edtf.parse(str(row["date"])).text


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(STATEMENTS),
    st.integers(0, 10_000),
    st.sampled_from(SIGNS),
)
def test_a_sign_anywhere_breaks_nothing(statement: Statement, place: int, sign: str) -> None:
    at = place % (len(statement.text) + 1)
    _read(statement.text[:at] + sign + statement.text[at:])


@pytest.mark.parametrize("text", ["x" * 10_000_000, "kitob 5 " * 1_250_000], ids=["one word", "many words"])
def test_ten_megabytes_in_one_line_are_refused_and_the_next_line_is_read(text: str) -> None:
    lines = [json.dumps({"id": 1, "text": text}), json.dumps({"id": 2, "text": "Bernga 5 ta kitob yubordik"})]
    began = process_time()
    refused, read = read_lines(lines, TODAY, GAZETTEER, VIEW)
    assert process_time() - began < 5
    assert refused == {"id": 1, "error": "report-too-long limit=100000"}
    assert read["id"] == 2
    assert read["drafts"]


@pytest.mark.parametrize("piece", ["x", "1 ", "Bernga 5 ta kitob yubordik ", "«(", "a.b"])
def test_hostile_text_within_the_limit_takes_no_longer_than_its_length(piece: str) -> None:
    began = process_time()
    _read(piece * (10_000 // len(piece)))
    assert process_time() - began < 5
