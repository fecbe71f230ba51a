"""A question that continues the one before means the same as the question spelled out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.ask.followup import continued
from bot.ask.understand import understand
from bot.language.reading import read
from db import contexts
from db.query import Query
from db.vocabulary import Language
from tests.ask.conftest import Opened
from tests.ask.test_properties import meant
from tests.ask.world import TODAY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

PAIRS = (
    ("Сколько экземпляров мы получили от Польши?", "а туда?", "Сколько экземпляров мы отправили в Польшу?"),
    ("Polshadan necha nusxa oldik?", "u yerga-chi?", "Polshaga necha nusxa yubordik?"),
    ("How many copies did we receive from Poland in 2019?", "in total?",
    "How many copies did we receive from Poland?"),
    ("Какие договоры заканчиваются в 2026 году?", "а в следующем?",
    "Какие договоры заканчиваются в 2027 году?"),
    ("What share of the copies received were gifts?", "same for outgoing",
    "What share of the copies sent were gifts?"),
    ("Polshadan koʻp oldikmi yoki Latviyadan?", "qanchaga?", "Polsha va Latviyadan olinganni solishtiring"),
    ("Какие договоры закончились в 2017 году?", "а в следующем?",
    "Какие договоры закончились в 2018 году?"),
    ("Polshadan necha nusxa oldik?", "ularga-chi?", "Polshaga necha nusxa yubordik?"),
    ("Сколько экземпляров мы получили от Польши?", "а им?", "Сколько экземпляров мы отправили в Польшу?"),
    ("Сколько экземпляров мы получили от Польши?", "ну а туда сколько?",
    "Сколько экземпляров мы отправили в Польшу?"),
    ("How many copies did we send to Poland?", "and from them?",
    "How many copies did we receive from Poland?"),
    ("How many copies did we receive from Poland?", "and from Latvia?",
    "How many copies did we receive from Latvia?"),
    ("How many copies did we receive from Poland?", "and sent?", "How many copies did we send to Poland?"),
    ("How many copies did we receive from Poland in 2019?", "and in 2020?",
    "How many copies did we receive from Poland in 2020?"),
    ("How many copies did we receive from Poland in 2019?", "a year later?",
    "How many copies did we receive from Poland in 2020?"),
    ("When does the agreement with Poland end?", "and with Finland?",
    "When does the agreement with Finland end?"),
    ("Polshadan necha nusxa oldik?", "Latviyadan-chi?", "Latviyadan necha nusxa oldik?"),
    ("Polshadan necha nusxa oldik?", "oʻzimiz-chi, nechta yuborganmiz?", "Polshaga necha nusxa yubordik?"),
    ("Польшадан неча нусха олдик?", "ва Латвиядан?", "Латвиядан неча нусха олдик?"),
    ("Сколько экземпляров мы получили от Польши?", "а отправили?",
    "Сколько экземпляров мы отправили в Польшу?"),
    ("Сколько экземпляров мы получили от Польши?", "а от Латвии?",
    "Сколько экземпляров мы получили от Латвии?"),
    ("Какие договоры закончились в 2017 году?", "а в 2021?", "Какие договоры закончились в 2021 году?"),
    ("2017 yilda qaysi shartnomalar amalda boʻlgan?", "2021 yilda-chi?",
    "2021 yilda qaysi shartnomalar amalda boʻlgan?"),
    ("How many copies did we receive from Poland?", "and by year",
    "How many copies did we receive from Poland by year?"),
    ("Polshadan necha nusxa oldik?", "oʻzimiz-chi?", "Polshaga necha nusxa yubordik?"),
    ("Сколько экземпляров мы отправили в Польшу?", "а они?", "Сколько экземпляров мы получили от Польши?"),
    ("Сколько экземпляров мы получили от Польши?", "а за 2019?",
    "Сколько экземпляров мы получили от Польши в 2019?"),
    ("When does the agreement with Poland end?", "who is responsible?",
    "Who is responsible for the agreement with Poland?"),
    ("Polsha bilan shartnoma qachon tugaydi?", "raqami?", "Polsha bilan shartnoma raqami qanday?"),
    ("Where was Paper conservation held?", "and when?", "When was Paper conservation held?"),
    ("Где проходила «Консервация бумаги»?", "а когда?", "Когда проходила «Консервация бумаги»?"),
)  # fmt: skip


def after(library: Opened, first: str, then: str) -> Query | None:
    before = meant(library, first).query
    assert before is not None
    reading = read(then, library.names, TODAY)
    alone = understand(reading, library.names, TODAY)
    return continued(reading, library.names, TODAY, before, alone).query


@pytest.mark.parametrize(("first", "then", "spelled_out"), PAIRS)
def test_it_means_the_question_spelled_out(library: Opened, first: str, then: str, spelled_out: str) -> None:
    assert after(library, first, then) == meant(library, spelled_out).query


@pytest.mark.parametrize(
    ("ranking", "then", "place"),
    [
        ("Кому мы больше всех отправили книг?", "кто второй?", 2),
        ("Кому мы больше всех отправили книг?", "а на третьем месте?", 3),
        ("Which partner sent us most copies?", "who is next?", 2),
        ("Top three countries by copies received", "and who comes fourth?", 4),
        ("Top three countries by copies received", "and the next?", 4),
        ("Bizga eng koʻp nusxa bergan uchta hamkorni koʻrsating", "toʻrtinchi oʻrinda kim", 4),
        ("Қайси мамлакат бизга энг кўп нусха берган?", "ундан кейингиси-чи", 2),
    ],
)
def test_another_place_of_a_ranking(library: Opened, ranking: str, then: str, place: int) -> None:
    before = meant(library, ranking).query
    assert before is not None
    assert after(library, ranking, then) == replace(before, nth=place, limit=None)


@pytest.mark.parametrize("then", ["и сколько человек приезжало?", "how many people came?"])
def test_whoever_came_is_asked_of_an_event_that_the_question_before_has_named(
    library: Opened, then: str
) -> None:
    named = after(library, "Where was Paper conservation held?", then)
    whole = after(library, "Which event was the last one?", then)
    assert (whole, bool(named and named.records)) == (None, True)


@pytest.mark.parametrize(
    "whole",
    [
        "How many copies did we receive in 2014 altogether?",
        "Which agreements ended in 2017?",
        "When does the agreement with Finland end?",
        "Nechta hamkorimiz bor?",
        "Сколько мероприятий было в 2019 году?",
        "Latvia",
        "Латвия",
        "Paper conservation",
    ],
)
def test_a_whole_question_takes_nothing_from_the_one_before(library: Opened, whole: str) -> None:
    assert (
        after(library, "How many copies did we receive from Poland in 2019?", whole)
        == meant(library, whole).query
    )


@pytest.mark.parametrize(
    "loose", ["and the others?", "а почему они?", "ular nega?", "and at sea?", "а вообще?"]
)
def test_a_continuation_that_cannot_be_read_is_refused(library: Opened, loose: str) -> None:
    assert after(library, "How many copies did we receive from Poland in 2019?", loose) is None


def test_what_was_asked_is_kept_for_half_an_hour(library: Opened) -> None:
    query = meant(library, "How many copies did we receive from Poland in 2019?").query
    assert query is not None
    with library.store.write() as session:
        for asked in (replace(query, limit=3), query):
            contexts.keep(session, 1, 2, asked, NOON, text="?", language=Language.EN)
    with library.store.read() as session:
        kept = contexts.get(session, 1, 2, NOON + timedelta(minutes=29))
        assert kept is not None
        assert kept.query == query
        assert contexts.get(session, 1, 2, NOON + timedelta(minutes=31)) is None
        assert contexts.get(session, 1, 3, NOON) is None


@pytest.mark.parametrize(
    "then", ["how much did they get?", "а сколько мы отправили им?", "how much did the second get?"]
)
def test_who_was_first_is_in_the_answer_alone(library: Opened, then: str) -> None:
    assert after(library, "Which partner sent us most copies?", then) is None


@pytest.mark.parametrize("then", ["all except Finland?", "and in 2019?", "how many copies did we receive?"])
def test_a_place_of_a_ranking_is_forgotten_with_it(library: Opened, then: str) -> None:
    ranking = meant(library, "Which partner sent us most copies?").query
    assert ranking is not None
    second = replace(ranking, nth=2)
    reading = read(then, library.names, TODAY)
    found = continued(reading, library.names, TODAY, second, understand(reading, library.names, TODAY)).query
    assert found is not None
    assert found.nth is None
