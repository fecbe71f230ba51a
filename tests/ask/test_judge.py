"""The judge of `bench/questions` finds a figure in any wording, and takes no other for it."""

from datetime import date

import pytest

from bench.understanding import DECLINED, RIGHT, WRONG, judge
from bot.ask.answer import Answer, Outcome
from db.vocabulary import Language

ANY: dict[str, list[list[str]]] = {"all": [], "none": []}


def verdict(kind: str, form: str, reply: str, outcome: Outcome = Outcome.ANSWERED) -> str:
    answer = Answer(outcome=outcome, language=Language.RU, today=date(2026, 11, 23))
    told = {"kind": kind, "line1": {"all": [[form]] if form else [], "none": []}, "body": ANY}
    return judge(told, answer, reply)


@pytest.mark.parametrize(
    ("form", "reply"),
    [
        ("2040", "2\u00a0040 экземпляров — РГБ"),
        ("2026-12-20", "до 20 декабря 2026 г."),
        ("2026-12-01", "1–12 декабря 2026 г. · Ташкент"),
        ("2020-10", "октябрь 2020 г."),
        ("y2014", "закончился в 2014 г."),
        ("%yes", "Да — действует"),
        ("Oʻzbekiston", "O'zbekiston kutubxonasi"),
    ],
)
def test_a_fact_is_found_in_its_wording(form: str, reply: str) -> None:
    assert verdict("answer", form, reply) == RIGHT


@pytest.mark.parametrize(
    ("form", "reply"),
    [
        ("40", "2\u00a0040 экземпляров"),
        ("12", "1 экземпляр — /x12"),
        ("2026-12-20", "до 2 декабря 2026 г."),
        ("2026-12-20", "до 20 декабря 2027 г."),
        ("y2014", "20145 экземпляров"),
        ("%yes", "Нет — срок истёк"),
    ],
)
def test_another_fact_is_not_taken_for_it(form: str, reply: str) -> None:
    assert verdict("answer", form, reply) == WRONG


def test_a_refusal_is_right_only_where_nothing_is_known() -> None:
    assert verdict("answer", "12", "❔ Не понял", Outcome.NOT_UNDERSTOOD) == DECLINED
    assert verdict("refuse", "", "❔ Не понял", Outcome.NOT_UNDERSTOOD) == RIGHT
    assert verdict("refuse", "", "12 экземпляров") == WRONG
    assert verdict("not_recorded", "%notrec", "12 экземпляров") == WRONG
    assert verdict("not_recorded", "%notrec", "❔ Не указано", Outcome.NOT_RECORDED) == RIGHT
