"""Stretches of time, in four languages and many ways; today is Monday, 23 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.lexicon import lexicon
from bot.language.numbers import numbers
from bot.language.periods import Period, periods
from bot.language.scripts import normalise
from bot.language.tokens import tokenise

TODAY = date(2026, 11, 23)


def found(text: str) -> tuple[Period, ...]:
    tokens = tokenise(normalise(text))
    return periods(tokens, numbers(tokens), lexicon().senses(tokens), TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-yil 22-iyun", "2014-06-22", "2014-06-22"),
        ("2013 йилдан 2015 йилгача", "2013-01-01", "2015-12-31"),
        ("до 2015", None, "2014-12-31"),
        ("2015 yilgacha", None, "2014-12-31"),
        ("до конца года", "2026-11-23", "2026-12-31"),
        ("до нового года", None, "2026-12-31"),
        ("yangi yilgacha", None, "2026-12-31"),
        ("in the new year", "2027-01-01", "2027-12-31"),
        ("bahorda", "2026-03-01", "2026-05-31"),
        ("зимой", "2025-12-01", "2026-02-28"),
        ("bu yil oxirigacha", "2026-11-23", "2026-12-31"),
        ("by the end of 2027", "2026-11-23", "2027-12-31"),
        ("next 6 months", "2026-11-23", "2027-05-23"),
        ("keyingi 6 oy ichida", "2026-11-23", "2027-05-23"),
        ("в ближайшие полгода", "2026-11-23", "2027-05-23"),
        ("за последние два года", "2024-11-23", "2026-11-23"),
        ("soʻnggi 5 yilda", "2021-11-23", "2026-11-23"),
        ("90 kun ichida", "2026-11-23", "2027-02-21"),
        ("oʻtgan yili", "2025-01-01", "2025-12-31"),
        ("в прошлом году", "2025-01-01", "2025-12-31"),
        ("kelasi oy", "2026-12-01", "2026-12-31"),
        ("16–22 сентября 2014 г.", "2014-09-16", "2014-09-22"),
        ("2014 yil 16-22-sentabr", "2014-09-16", "2014-09-22"),
        ("с 22 июня по 1 июля 2014", "2014-06-22", "2014-07-01"),
        ("2014 йил 22 июндан 1 июлгача", "2014-06-22", "2014-07-01"),
        ("September 22–25, 2013", "2013-09-22", "2013-09-25"),
        ("June 22, 2014", "2014-06-22", "2014-06-22"),
        ("22.06.2014", "2014-06-22", "2014-06-22"),
        ("в сентябре 2014 года", "2014-09-01", "2014-09-30"),
        ("Q3 2014", "2014-07-01", "2014-09-30"),
        ("III квартал 2014", "2014-07-01", "2014-09-30"),
        ("2014-yil 3-choragi", "2014-07-01", "2014-09-30"),
        ("первое полугодие 2015", "2015-01-01", "2015-06-30"),
        ("between 2013 and 2015", "2013-01-01", "2015-12-31"),
        ("с 2013 года", "2013-01-01", None),
        ("2013 yildan beri", "2013-01-01", None),
        ("after 2013", "2014-01-01", None),
        ("3 года назад", "2023-01-01", "2023-12-31"),
        ("2010s", "2010-01-01", "2019-12-31"),
        ("весной 2014", "2014-03-01", "2014-05-31"),
        ("в 2014-м", "2014-01-01", "2014-12-31"),
    ],
)
def test_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    (period,) = found(text)
    assert (period.first and period.first.isoformat(), period.last and period.last.isoformat()) == (
        first,
        last,
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("2014-yil 22-iyun", "2014-06-22"), ("sentabr 2014", "2014-09"), ("2014", "2014"), ("весной 2014",
        "2014-21"),
     ("с 22 по 25 сентября 2013", "2013-09-22/2013-09-25"), ("2013 йилдан 2015 йилгача", "2013/2015"),
     ("since 2013", "2013/.."),
     ("до 2015", None), ("next 6 months", None)],
)  # fmt: skip
def test_as_the_workbook_writes_it(text: str, edtf: str | None) -> None:
    (period,) = found(text)
    assert period.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "2040 nusxa",
        "2040 экземпляров",
        "oxirgi marta",
        "бир марта",
        "Бундан кейинги йилларда",
        "3 ой давомида",
        "we may go",
        "2 та китоб",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert found(text) == ()


def test_two_years_are_two_periods() -> None:
    assert [p.edtf for p in found("2014 и 2015")] == ["2014", "2015"]


def test_a_day_without_a_year_is_the_latest_past_one() -> None:
    (period,) = found("2 декабря")
    assert period.yearless
    assert period.first == date(2025, 12, 2)
