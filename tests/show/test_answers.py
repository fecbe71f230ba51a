"""Answers as people read them, from a registry of a few records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.ask.answer import Answer, Outcome, Question
from bot.ask.engine import ask
from bot.chat.names import read_names
from bot.html import plain
from bot.show.answers import reply
from bot.show.portions import LISTED
from bot.show.reply import TEXT_LIMIT
from bot.words import Words
from db import history, ourselves
from db.history import TERMINAL
from db.store import Store
from db.vocabulary import Language, Role, Row

TODAY = date(2026, 11, 23)
ROWS: list[Row] = [
    {"sheet": "partners", "id": "lv", "name_en": "National Library of Latvia",
        "name_ru": "Национальная библиотека Латвии",
     "name_uz_latn": "Latviya Milliy kutubxonasi", "name_uz_cyrl": "Латвия Миллий кутубхонаси",
     "country": "LV", "city": "Riga",
     "kind": "national library", "phone": "+371 6789"},
    {"sheet": "partners", "id": "ee", "name_en": "<b>Tartu</b> & Co", "country": "EE", "city": "Tartu"},
    {"sheet": "agreements", "id": "a-lv", "partner": "lv", "kind": "memorandum", "term": "2010/2014"},
    {"sheet": "agreements", "id": "a-ee", "partner": "ee", "kind": "contract", "term": "2008/"},
    {"sheet": "exchanges", "id": "x1", "partner": "lv", "direction": "received", "quantity": 2040,
        "material": "books", "date": "2012"},
    {"sheet": "exchanges", "id": "x2", "partner": "lv", "direction": "received", "material": "books",
        "date": "2013"},
    {"sheet": "exchanges", "id": "x3", "partner": "lv", "direction": "received", "quantity": 60,
        "material": "library resources"},
]  # fmt: skip


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder: Path = tmp_path_factory.mktemp("answers")
    store = Store(f"sqlite:///{folder}/answers.db")
    store.migrate()
    with store.write() as writing:
        ourselves.fill(writing, "National Library of Georgia", "Tbilisi", "GE")
        history.save(writing, TERMINAL, ROWS, now=datetime(2026, 11, 23, tzinfo=UTC))
    with store.read() as reading:
        yield reading
    store.close()


def asked(
    session: Session, text: str, language: Language = Language.EN, role: Role = Role.ADMIN
) -> tuple[Answer, list[str]]:
    answer = ask(session, Question(text, language, TODAY, role), read_names(session))
    return answer, plain(reply(answer, Words(answer.language)).text).split("\n")


def test_the_first_line_is_the_answer_and_the_records_follow(session: Session) -> None:
    _, lines = asked(session, "How many copies did we receive from Latvia in 2012?")
    assert lines == [
        "2,040 copies — received, Latvia, 2012",
        "/x1 National Library of Latvia · received · 2,040 copies · books · 2012",
        "1 record may belong here too (its date is not recorded or not exact): /x3",
    ]


def test_what_is_not_in_the_figure_is_said(session: Session) -> None:
    _, lines = asked(session, "How many books did we receive from Latvia?")
    assert "2,100" in lines[0]
    assert "2,040" in lines[0]
    assert lines[-1] == "In 1 record the number is not recorded; it is not in the figure"


@pytest.mark.parametrize(
    ("text", "first"),
    [("When does the agreement with Latvia end?", "National Library of Latvia: ended in 2014"),
     ("Когда заканчивается договор с Латвией?", "Национальная библиотека Латвии: срок истёк в 2014 г."),
     ("Latviya bilan shartnoma qachon tugaydi?", "Latviya Milliy kutubxonasi: muddati 2014-yilda tugagan"),
     ("Латвия билан шартнома қачон тугайди?", "Латвия Миллий кутубхонаси: муддати 2014 йилда тугаган")],
)  # fmt: skip
def test_the_answer_speaks_the_questions_language(session: Session, text: str, first: str) -> None:
    assert asked(session, text)[1][0] == first


def test_not_recorded_is_said_and_is_no_none(session: Session) -> None:
    answer, lines = asked(session, "When does the agreement with Tartu end?")
    assert answer.outcome is Outcome.NOT_RECORDED
    assert lines[0].startswith("❔ Not recorded")
    answer, lines = asked(session, "Which agreements were terminated?")
    assert answer.outcome is Outcome.ANSWERED
    assert lines[0].startswith("No such agreements")


def test_what_was_assumed_stands_in_the_second_line(session: Session) -> None:
    answer, lines = asked(session, "When does the agreement with Lativa end?")
    assert answer.assumed
    assert lines[1] == "Understood: “Lativa” was read as “Latvia”"


@pytest.mark.parametrize(
    "text",
    ["What is the weather in Riga?", "How many copies did Peru send us?", "blah blah copies of nothing"],
)
def test_every_reply_but_an_answer_has_the_mark(session: Session, text: str) -> None:
    answer, lines = asked(session, text)
    assert answer.outcome is not Outcome.ANSWERED
    assert lines[0].startswith("❔")


def test_names_are_shown_and_not_obeyed(session: Session) -> None:
    answer = ask(session, Question("Tartu", Language.EN, TODAY, Role.ADMIN), read_names(session))
    text = reply(answer, Words(Language.EN)).text
    assert "&lt;b&gt;Tartu&lt;/b&gt; &amp; Co" in text


def test_private_contacts_are_not_for_viewers(session: Session) -> None:
    assert "+371 6789" in asked(session, "phone of the National Library of Latvia")[1][0]
    _, lines = asked(session, "phone of the National Library of Latvia", role=Role.VIEWER)
    assert lines[0].startswith("❔")
    assert "+371" not in " ".join(lines)


def test_a_card_says_how_it_stands_between_us(session: Session) -> None:
    _, lines = asked(session, "National Library of Latvia")
    text = "\n".join(lines)
    assert lines[0] == "/p1 National Library of Latvia"
    assert "City: Riga" in text
    assert "2010–2014" in text
    assert "received: 2,100 copies" in text


def test_long_lists_fit_one_message() -> None:
    assert LISTED * 20 < TEXT_LIMIT


FIRST = (
    ("How many copies did we receive by year?",
     "2,100 copies (2012: 2,040 copies; 2013: not recorded; date not recorded: 60 copies) — received"),
    ("Сколько в среднем экземпляров мы получали?", "в среднем 1 050 экземпляров — получено"),
    ("What share of received copies came from Latvia?",
     "100% (2,100 copies of 2,100) — received, Latvia"),
    ("How many titles did we receive?", "❔ Not recorded in the registry: number of titles — received"),
    ("When did we last receive something from Latvia?",
     "2013: National Library of Latvia · received · not recorded · books"),
    ("Какие соглашения закончились в 2014 году?", "1 соглашение — закончившиеся в 2014 г."),
    ("which partners have no programmes?", "2 partners — without joint programmes"),
    ("How many partners do we have in Central Asia?", "0 partners — Central Asia"),
    ("When is the next event?", "❔ No such events — upcoming"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "first"), FIRST)
def test_the_first_line_names_figure_unit_and_whole(session: Session, text: str, first: str) -> None:
    _, lines = asked(session, text)
    assert lines[0].replace("\u00a0", " ") == first


def test_how_it_was_understood_stands_before_the_parts_of_a_figure(session: Session) -> None:
    _, lines = asked(session, "How many agreements were signed each year?")
    assert lines[1] == "Understood: the year is taken as the one in which it began"
    assert lines[2].startswith("2008: 1 agreement; 2010")
