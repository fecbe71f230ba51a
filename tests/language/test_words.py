"""Letters, numbers, endings and the tongue of a text."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.names import Gazetteer
from bot.language.numbers import numbers
from bot.language.reading import Reading, read
from bot.language.scripts import fold, keyboard, normalise
from bot.language.speech import language
from bot.language.suffixes import Case, noun_ending, verb_ending
from bot.language.tokens import tokenise
from bot.language.triage import Kind, triage
from db.vocabulary import Language, Names, Ourselves, Partner

US = Ourselves(names=Names(en="National Library of Georgia"), country="GE", city="Tbilisi")
LATVIA = Partner(
    no=4,
    id="lv",
    names=Names(en="National Library of Latvia", ru="Национальная библиотека Латвии"),
    country="LV",
    city="Riga",
)
MUSEUM = Partner(
    no=9, id="m", names=Names(en="Gutenberg Museum"), aliases=("GM",), country="DE", city="Mainz"
)
NAMES = Gazetteer.build(ourselves=US, partners=(LATVIA, MUSEUM))


def reading(text: str) -> Reading:
    return read(text, NAMES, date(2026, 11, 23))


@pytest.mark.parametrize(
    "spelled",
    ["Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "Özbekiston", "Ozbekiston", "Ўзбекистон", "ЎЗБЕКИСТОН"],
)
def test_one_key_for_all_alphabets(spelled: str) -> None:
    assert fold(normalise(spelled)) == "ozbekiston"


def test_a_russian_keyboard_has_a_key_of_its_own() -> None:
    assert keyboard("Oʻzbekiston") == keyboard("Ўзбекистон") == fold("Узбекистон")
    assert keyboard("Qirgʻiziston") == fold("Киргизистон")


def test_look_alike_letters_are_put_right() -> None:
    assert normalise("Pоссия") == "Россия"
    assert normalise("RDKдан") == "RDKдан"


@pytest.mark.parametrize(
    ("text", "value"),
    [("2 040 nusxa", 2040), ("2,8 минг", 2800), ("1.460 экз", 1460), ("ikki ming qirq", 2040),
        ("йигирма бешта китоб", 25),
     ("двадцать пять книг", 25), ("две тысячи сорок", 2040), ("VII анжуман", 7), ("3-chi", 3), ("пятый", 5),
     ("25тадан", 25),
     ("one hundred copies", 100), ("uch ming besh yuz", 3500), ("2.8 thousand", 2800)],
)  # fmt: skip
def test_numbers_in_words_and_figures(text: str, value: int) -> None:
    assert numbers(tokenise(normalise(text)))[0].value == value


@pytest.mark.parametrize(
    ("chain", "case"),
    [
        ("dan", Case.ABLATIVE),
        ("ga", Case.DATIVE),
        ("larimizning", Case.GENITIVE),
        ("sidagi", Case.ADJECTIVE),
        ("gacha", Case.LIMIT),
    ],
)
def test_a_noun_keeps_its_case(chain: str, case: Case) -> None:
    ending = noun_ending(chain)
    assert ending is not None
    assert ending.case is case


def test_a_verb_says_who_when_and_whether() -> None:
    ours, passive, denied = verb_ending("dik"), verb_ending("ilgan"), verb_ending("ilmagan")
    assert ours is not None
    assert (ours.ours, ours.past) == (True, True)
    assert passive is not None
    assert (passive.passive, passive.negative) == (True, False)
    assert denied is not None
    assert denied.negative
    assert verb_ending("kitob") is None


@pytest.mark.parametrize(
    ("text", "nos"),
    [("Latvian national library", (4,)), ("латвийская национальная библиотека", (4,)),
        ("Латвия Миллий кутубхонасидан", (4,)),
     ("GM dan", (9,)), ("Gutenberg muzeyi", (9,)), ("музей Гутенберга", (9,))],
)  # fmt: skip
def test_a_partner_said_freely_is_found(text: str, nos: tuple[int, ...]) -> None:
    found = {no for m in reading(text).mentions if m.known == "partner" for no in m.nos}
    assert found == set(nos)


def test_a_library_that_is_not_here_is_seen_as_such() -> None:
    (mention,) = [m for m in reading("national library of Peru").mentions if m.known == "partner"]
    assert mention.how == "unknown"
    assert mention.targets == ()


def test_ourselves_are_no_partner() -> None:
    known = {m.known for m in reading("milliy kutubxona").mentions}
    assert "ourselves" in known
    assert "partner" not in known


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Polsha bilan shartnoma qachon tugaydi?", Language.UZ_LATN), ("Польша билан шартнома қачон тугайди?",
        Language.UZ_CYRL),
     ("Когда заканчивается договор?", Language.RU), ("When does the agreement end?", Language.EN), ("РГБ",
     None), ("Riga", None),
     ("ro'yxat", Language.UZ_LATN),
     ("рўйхат", Language.UZ_CYRL), ("Қирғизистон", None), ("O'Brien", None)],
)  # fmt: skip
def test_the_tongue_of_a_text(text: str, wanted: Language | None) -> None:
    assert language(reading(text)) is wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Latviyadan 25 nusxa kitob oldik", Kind.LOG), ("Вчера отправили в Ригу 12 книг", Kind.LOG),
        ("Yesterday we sent 12 books to Riga", Kind.LOG),
     ("Latviyadan necha nusxa oldik", Kind.QUESTION), ("сколько книг отправили в Ригу", Kind.QUESTION),
     ("did we send books to Riga", Kind.QUESTION),
     ("Riga", Kind.QUESTION), ("", Kind.NEITHER), ("qwertz asdfgh", Kind.NEITHER)],
)  # fmt: skip
def test_a_question_is_told_from_a_log(text: str, kind: Kind) -> None:
    assert triage(reading(text)) is kind


def test_a_slip_of_the_pen_is_read_and_remembered() -> None:
    found = reading("national library of Lativa")
    assert [(g.written, g.name) for g in found.guesses] == [("Lativa", True)]
    assert any(4 in m.nos for m in found.mentions if m.known == "partner")
