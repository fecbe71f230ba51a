"""What a question leaves out, in every language: the query says so, and the figure is that of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.query import Besides
from db.search import run
from db.vocabulary import Basis
from tests.ask.conftest import Opened
from tests.ask.test_properties import meant
from tests.ask.world import TODAY

POLAND, GIFTS = Besides(countries=("PL",)), Besides(bases=(Basis.GIFT,))
MAPS = Besides(materials=("maps",))

LEFT_OUT = (
    ("Which libraries sent us books, except Poland?", POLAND),
    ("who sent us the most, apart from Poland", POLAND),
    ("how many copies did we receive other than gifts", GIFTS),
    ("copies received besides maps", MAPS),
    ("which partners besides archives do we have", Besides(partner_kinds=("archive",))),
    ("what agreements do we have besides memorandums", Besides(kinds=("memorandum",))),
    ("events held outside Latvia and Austria", Besides(countries=("LV", "AT"))),
    ("сколько экземпляров мы получили кроме подарков", GIFTS),
    ("Сколько экземпляров получено, не считая Польши?", POLAND),
    ("с кем кроме Польши и Латвии есть договоры", Besides(countries=("PL", "LV"))),
    ("какие у нас соглашения помимо меморандумов", Besides(kinds=("memorandum",))),
    ("кто, за исключением архивов, присылал нам книги", Besides(partner_kinds=("archive",))),
    ("Polshadan tashqari kimdan kitob oldik", POLAND),
    ("hadyadan tashqari qancha nusxa keldi", GIFTS),
    ("xaritalarni hisobga olmaganda nechta nusxa olganmiz", MAPS),
    ("Полшадан ташқари кимдан китоб олдик", POLAND),
    ("ҳадядан ташқари қанча нусха келди", GIFTS),
    ("Полша ва Латвиядан ташқари қайси давлатлар билан шартнома бор", Besides(countries=("LV", "PL"))),
)  # fmt: skip


@pytest.mark.parametrize(("text", "besides"), LEFT_OUT)
def test_it_is_told_what_is_left_out(library: Opened, text: str, besides: Besides) -> None:
    query = meant(library, text).query
    assert query is not None
    assert query.besides == besides
    assert type(query).of_json(query.as_json()) == query


@pytest.mark.parametrize(
    "text",
    ["how many copies did we receive from Latvia except those?", "сколько получили, кроме того что в 2014"],
)
def test_where_nobody_can_tell_what_is_left_out_there_is_no_figure(library: Opened, text: str) -> None:
    assert meant(library, text).query is None


@pytest.mark.parametrize("text", ["copies received other than gifts", "получено экземпляров кроме Польши"])
def test_what_is_left_out_and_the_rest_are_the_whole(library: Opened, text: str) -> None:
    query = meant(library, text).query
    assert query is not None
    assert query.besides is not None
    apart, basis = query.besides, next(iter(query.besides.bases), None)
    those = replace(query, besides=None, countries=apart.countries, basis=basis)
    with library.store.read() as session:
        rest, some, whole = (
            run(session, each, TODAY).figure or 0 for each in (query, those, replace(query, besides=None))
        )
    assert 0 < some < whole
    assert rest + some == whole
