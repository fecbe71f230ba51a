import pytest

from db import ourselves, registry
from db.store import Store
from db.vocabulary import Names


def test_the_default_institution_brings_its_names_in_four_languages(store: Store) -> None:
    with store.write() as session:
        before = registry.version(session)
        assert not ourselves.named(session)
        assert ourselves.fill(session, "National Library of Uzbekistan", "Tashkent", "UZ")
        assert registry.version(session) > before
    with store.read() as session:
        us = ourselves.get(session)
    assert us.names == Names(
        en="National Library of Uzbekistan",
        ru="Национальная библиотека Узбекистана",
        uz_latn="Oʻzbekiston Milliy kutubxonasi",
        uz_cyrl="Ўзбекистон Миллий кутубхонаси",
    )
    assert len(us.aliases) == 4
    assert (us.city, us.country) == ("Tashkent", "UZ")


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("State Archive of Riga", Names(en="State Archive of Riga")),
        ("Государственный архив", Names(ru="Государственный архив")),
        ("Ўзбекистон давлат архиви", Names(uz_cyrl="Ўзбекистон давлат архиви")),
        ("Oʻzbekiston davlat arxivi", Names(uz_latn="Oʻzbekiston davlat arxivi")),
    ],
)
def test_another_institution_is_named_in_the_language_of_its_letters(
    store: Store, name: str, names: Names
) -> None:
    with store.write() as session:
        ourselves.fill(session, name, "Riga", "LV")
        assert ourselves.get(session).names == names


def test_who_we_are_is_filled_in_once(store: Store) -> None:
    with store.write() as session:
        with pytest.raises(LookupError):
            ourselves.get(session)
        ourselves.fill(session, "State Archive of Riga", "Riga", "LV")
        assert not ourselves.fill(session, "Another", "Paris", "FR")
        assert ourselves.get(session).names.en == "State Archive of Riga"
