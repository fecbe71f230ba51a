"""Dates as statements say them, against today, Monday 2026-11-23."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.scripts import normalise
from bot.language.tokens import tokenise
from bot.record.facts.scene import scene
from bot.record.texts import read_text
from bot.record.view import View
from bot.record.when import whens
from db.edtf import Edtf
from tests.record.invented import AGREEMENTS, PARTNERS, TODAY, gazetteer

GAZETTEER, VIEW = gazetteer(), View.of(AGREEMENTS)


def found(text: str, *, coming: bool = False) -> list[str]:
    return [when.edtf for when in whens(tokenise(normalise(text)), TODAY, coming=coming)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("bugun", ["2026-11-23"]),
        ("кеча", ["2026-11-22"]),
        ("позавчера", ["2026-11-21"]),
        ("this morning", ["2026-11-23"]),
        ("oʻtgan kuni", ["2026-11-21"]),
        ("5-dekabr", ["2025-12-05"]),
        ("5 noyabr", ["2026-11-05"]),
        ("2026-yil 5-noyabr", ["2026-11-05"]),
        ("5 ноября 2026 г.", ["2026-11-05"]),
        ("Nov 5, 2026", ["2026-11-05"]),
        ("the 5th of November", ["2026-11-05"]),
        ("yigirma beshinchi oktabrda", ["2026-10-25"]),
        ("05.11.26", ["2026-11-05"]),
        ("10-11-2026", ["2026-11-10"]),
        ("17.11", ["2026-11-17"]),
        ("2026-11-05", ["2026-11-05"]),
        ("10–12-noyabr", ["2026-11-10/2026-11-12"]),
        ("с 28 октября по 2 ноября", ["2026-10-28/2026-11-02"]),
        ("from 10 to 12 November 2026", ["2026-11-10/2026-11-12"]),
        ("5-noyabrdan 9-noyabrgacha", ["2026-11-05/2026-11-09"]),
        ("2027-yil 1-yanvardan 2029-yil 31-dekabrgacha", ["2027-01-01/2029-12-31"]),
        ("2026–2031", ["2026/2031"]),
        ("до 5 мая 2031 года", ["/2031-05-05"]),
        ("2029 йилгача", ["/2029"]),
        ("since 2020", ["2020/"]),
        ("noyabrda", ["2026-11"]),
        ("в декабре", ["2025-12"]),
        ("oʻtgan oyda", ["2026-10"]),
        ("last year", ["2025"]),
        ("dushanba", ["2026-11-23"]),
        ("juma kuni", ["2026-11-20"]),
        ("last Monday", ["2026-11-16"]),
        ("на прошлой неделе в среду", ["2026-11-18"]),
        ("3 kun oldin", ["2026-11-20"]),
        ("неделю назад", ["2026-11-16"]),
        ("3 числа", ["2026-11-03"]),
        ("25 ta kitob", []),
        ("oxirgi marta", []),
        ("2 040 nusxa", []),
        ("31.02.2026", []),
        ("3 ой давомида", []),
    ],
)  # fmt: skip
def test_a_date_is_read_as_it_is_said(text: str, dates: list[str]) -> None:
    assert found(text) == dates


def test_terms_lie_ahead() -> None:
    assert found("until 5 May", coming=True) == ["/2027-05-05"]
    assert found("5-dekabrgacha", coming=True) == ["/2026-12-05"]


@given(st.dates(date(2000, 1, 1), TODAY))
def test_every_way_of_writing_a_day_gives_that_day(day: date) -> None:
    months = (
        "yanvar",
        "fevral",
        "mart",
        "aprel",
        "may",
        "iyun",
        "iyul",
        "avgust",
        "sentabr",
        "oktabr",
        "noyabr",
        "dekabr",
    )
    for text in (
        f"{day.year}-yil {day.day}-{months[day.month - 1]}",
        f"{day.day}.{day.month:02}.{day.year}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%B} {day.year}",
    ):
        assert found(text) == [day.isoformat()], text


@given(st.dates(TODAY - timedelta(days=364), TODAY))
def test_a_day_without_a_year_is_its_latest_past_one(day: date) -> None:
    assert found(f"{day.day} {day:%B}") == [day.isoformat()]


PIECES = """
Norvegiyadan|25|ta|kitob|oldik|кеча|из Китая|получили|sent|to Harvard|not|,|и|va|«x»|2026-11-05|10–12|ноября
seminar|boʻlib oʻtdi|memorandum|signed|МИД|проект|\u202e|²|(|)|...|?|3|yilga|Anna Larsen|us|нам|-|:|12:30
tadan|each
"""
pieces = st.sampled_from(PIECES.replace("\n", "|").strip("|").split("|"))
messages = st.one_of(st.text(max_size=120), st.lists(pieces, max_size=14).map(" ".join))


@given(messages)
def test_no_message_breaks_the_reader_and_every_date_it_gives_is_one(text: str) -> None:
    for row in read_text(text, GAZETTEER, TODAY, VIEW):
        for column in ("date", "term", "signed", "ended", "sent", "decided"):
            if row.get(column):
                Edtf.parse(str(row[column]))
        if row.get("partner") and row["sheet"] == "exchanges":
            known = {partner.id for partner in PARTNERS}
            assert row["partner"] in known or str(row["partner"]).casefold()[:4] in text.casefold()


@given(messages)
def test_a_number_that_was_not_said_is_not_given(text: str) -> None:
    said = {n.value for n in scene(text, GAZETTEER, TODAY).counted} | {1}
    for row in read_text(text, GAZETTEER, TODAY, VIEW):
        assert row.get("quantity", 1) in said
        assert row.get("count", 1) in said
