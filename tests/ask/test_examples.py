"""A refusal offers questions that the registry at hand does answer, in the language of the question."""

from __future__ import annotations

import pytest

from bot.ask.answer import Outcome, Question
from bot.ask.engine import again, ask
from db.query import Measure, Query, Unit
from db.vocabulary import Language, Sheet
from tests.ask.conftest import Opened, worded
from tests.ask.world import TODAY

REFUSED = [
    ("qwerty zxcvb", Language.EN),
    ("какая завтра погода?", Language.RU),
    ("Marsdagi kutubxonadan nechta kitob oldik?", Language.UZ_LATN),
    ("менга шеър ёзиб бер", Language.UZ_CYRL),
]


@pytest.mark.parametrize(("text", "language"), REFUSED)
def test_every_example_is_answered(opened: tuple[Opened, ...], text: str, language: Language) -> None:
    for registry in opened:
        with registry.store.read() as session:
            refused = ask(session, Question(text, language, TODAY), registry.names)
            assert refused.outcome is not Outcome.ANSWERED
            assert refused.examples
            for example in refused.examples:
                answer = ask(session, Question(example, language, TODAY), registry.names)
                assert answer.outcome is Outcome.ANSWERED
                assert answer.language is language
                assert answer.records


def test_what_belongs_to_no_country_is_said_beside_the_figure(opened: tuple[Opened, ...]) -> None:
    for registry in opened:
        query = Query(subject=Sheet.PARTNERS, measure=Measure.COUNT, unit=Unit.COUNTRIES)
        with registry.store.read() as session:
            answer = again(session, Question("?", Language.EN, TODAY), query, registry.names)
        assert answer.result is not None
        without = [p for p in registry.names.partners.values() if not p.country]
        assert {record.no for record in answer.result.ungrouped} == {p.no for p in without}
        assert ("not in the figure" in worded(answer)) is bool(without)
