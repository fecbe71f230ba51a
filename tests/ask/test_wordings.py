"""People put one thing in many ways: each means the same query as the plain way of asking."""

from __future__ import annotations

import pytest

from tests.ask.conftest import Opened
from tests.ask.test_properties import meant

WORDINGS = (
    ("Which shipments held more than 100 copies?", "shipments over 100 copies"),
    ("Which shipments held more than 100 copies?", "посылки больше 100 экземпляров"),
    ("shipments of at least 300 copies", "поставки не менее 300 экземпляров"),
    ("What did we receive from Poland?", "what have we had from Poland"),
    ("Сколько экземпляров мы получили по странам?", "How many copies did we receive by country?"),
    ("Сколько экземпляров получено по странам?", "copies received by country"),
    ("Do we give Poland more than we receive from Poland?", "did Poland give us more than we gave them"),
    ("Which events are ahead?", "what's coming up"),
    ("Which events are ahead?", "что у нас впереди"),
    ("Which events are planned for January?", "anything planned for January"),
    ("When does the agreement with Poland end?", "agreement with Poland, valid till?"),
    ("When does the agreement with Poland end?", "any idea when our deal with Poland runs out"),
    ("Is the agreement with Poland in force?", "is our agreement with Poland still on"),
    ("What is the status of the agreement with Poland?", "any news on the agreement with Poland"),
    ("Was the agreement with Poland in force in 2016?", "did we have an agreement with Poland in 2016"),
    ("Действовал ли договор с Польшей в 2016?", "был ли у нас договор с Польшей в 2016"),
    ("Каков статус договора с Польшей?", "как обстоят дела с договором с Польшей"),
    ("Каков статус договора с Польшей?", "что нового по договору с Польшей"),
    ("What is the term of the agreement with Poland?", "for what years was the agreement with Poland made"),
    ("What is the term of the agreement with Poland?", "на какие годы заключён договор с Польшей"),
    ("What is the term of the agreement with Poland?",
        "Polsha bilan shartnoma qaysi yillarni oʻz ichiga oladi"),
    ("What is the term of the agreement with Poland?",
        "Polsha bilan shartnoma qaysi yillarga moʻljallangan"),
    ("What is the term of the agreement with Poland?", "the years covered by our agreement with Poland"),
    ("Which agreement ends next?", "which of our agreements is the next to expire"),
    ("Когда подписан договор с Польшей?", "записана ли дата подписания договора с Польшей"),
    ("Who sent us something last?", "who sent us stuff last"),
    ("When does the agreement with Poland end?", "Польша билан шартнома нечинчи йилгача"),
    ("When does the agreement with Poland end?",
        "Польша билан шартнома ўзи узаяди, ҳозирги муддати қачон тугайди"),
    ("Which agreement ends first?", "какое соглашение кончается раньше всех остальных"),
    ("Which agreements end by the end of this year?", "agreements lapsing before the year is out"),
    ("Which agreements end in 2027?", "с кем сроки выходят в будущем, 2027 году"),
    ("How many copies did we receive from Poland?", "скок пришло от Польши"),
    ("Is the agreement with Poland in force?", "Polsha bilan shartnoma kuchga egami"),
)  # fmt: skip


@pytest.mark.parametrize(("plain", "other"), WORDINGS)
def test_it_means_what_the_plain_question_means(library: Opened, plain: str, other: str) -> None:
    query = meant(library, plain).query
    assert query is not None
    assert meant(library, other).query == query


@pytest.mark.parametrize(
    "text",
    [
        # People are sent, and no parcel.
        "who did we send to Warsaw",
        "кого мы отправляли в Варшаву",
        # Of whom more came than went is no ranking.
        "кому мы больше отправили, чем получили",
        # Between whose, nobody says.
        "what is the difference",
        "farqi qancha",
    ],
)
def test_it_is_no_question_about_parcels(library: Opened, text: str) -> None:
    query = meant(library, text).query
    assert query is None or query.subject != "exchanges"


@pytest.mark.parametrize(
    "text",
    ["Ulardan eng soʻnggisi qachon kelgan?", "does it remain in force", "когда с ними закончился договор"],
)
def test_whoever_is_only_pointed_at_is_nobody(library: Opened, text: str) -> None:
    found = meant(library, text)
    assert found.query is None or found.points_back
