"""Courtesy around a question asks for nothing; one light word may be left over; the house is no partner."""

from __future__ import annotations

from itertools import product

import pytest

from db.query import Condition, Field, Measure, Query
from db.vocabulary import Direction, Sheet
from tests.ask.conftest import Opened
from tests.ask.test_properties import meant

COURTESIES = (
    ("when does the agreement with Poland end?", (
        "Would you be so kind as to tell me {}", "I would be grateful if you could tell me {}",
        "Sorry to bother you, {}", "Do you happen to know {}", "Many thanks in advance: {}",
    )),
    ("сколько экземпляров мы получили от Польши?", (
        "Будьте добры, сообщите, {}", "Извините за беспокойство, {}", "Буду признателен, если скажете, {}",
        "Если не трудно, {}", "Очень хотелось бы узнать, {}",
    )),
    ("Polshadan necha nusxa oldik?", (
        "Malol kelmasa, {}", "Agar qiyin boʻlmasa, {}", "Oldindan rahmat: {}", "Uzr soʻrayman, {}",
    )),
)  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "courteous"),
    [pair for plain, polite in COURTESIES for pair in product((plain,), polite)],
)
def test_courtesy_asks_for_nothing(library: Opened, plain: str, courteous: str) -> None:
    asked = meant(library, plain).query
    assert asked is not None
    assert meant(library, courteous.format(plain)).query == asked


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("When does the agreement with Poland purportedly end?", "purportedly"),
        ("When does the agreement with Poland end?", ""),
        ("How many copies did Poland graciously send?", None),
        ("Когда потеряли договор с Польшей?", None),
    ],
)
def test_one_light_word_is_left_out_of_a_fact_and_of_nothing_else(
    library: Opened, text: str, word: str | None
) -> None:
    found = meant(library, text)
    left = [value for a in found.assumptions if a.key == "left-out" for _, value in a.values]
    if word is None:
        assert found.query is None
    else:
        assert found.query is not None
        assert left == ([word] if word else [])


def only(library: Opened, text: str) -> Query:
    query = meant(library, text).query
    assert query is not None
    return query


@pytest.mark.parametrize("text", ["who gave books to the library", "кто подарил книги библиотеке"])
def test_the_library_is_ours(library: Opened, text: str) -> None:
    query = only(library, text)
    assert query.direction is Direction.RECEIVED
    assert query.partner_kinds == ()


@pytest.mark.parametrize(
    "text", ["how many books are in the library", "сколько книг в библиотеке", "kutubxonada nechta kitob bor"]
)
def test_the_stock_is_not_asked_of_the_exchange(library: Opened, text: str) -> None:
    assert meant(library, text).query is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("у каких партнёров нет почты", Field.EMAIL),
        ("partners without a website", Field.WEBSITE),
        ("telefoni koʻrsatilmagan hamkorlar", Field.PHONE),
    ],
)
def test_partners_are_asked_for_by_what_they_lack(library: Opened, text: str, missing: Field) -> None:
    query = only(library, text)
    assert (query.subject, query.missing) == (Sheet.PARTNERS, (missing,))


@pytest.mark.parametrize("text", ["what have we signed with Poland", "Polsha bilan nima imzolaganmiz"])
def test_what_is_signed_is_the_paper_and_not_its_day(library: Opened, text: str) -> None:
    assert only(library, text).measure is Measure.LIST


def test_signed_and_not_yet_in_force(library: Opened) -> None:
    assert only(library, "agreements signed but not yet in force").conditions == (Condition.UPCOMING,)
