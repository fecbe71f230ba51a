"""The gazetteer that is built from remembered parts is the one that is built anew."""

from dataclasses import fields

from bot.language import names, phrases
from bot.language.names import Gazetteer
from db.vocabulary import Names, Ourselves, Partner

US = Ourselves(names=Names(en="National Library"), country="UZ", city="Tashkent")
ONE = Partner(no=1, id="p1", names=Names(en="Warsaw University Library"), country="PL", kind="archive")
RENAMED = Partner(no=1, id="p1", names=Names(en="Library of Warsaw"), aliases=("BUW",), country="PL")


def parts(gazetteer: Gazetteer) -> dict[str, object]:
    return {field.name: getattr(gazetteer, field.name) for field in fields(gazetteer)}


def test_a_changed_partner_leaves_nothing_of_its_former_names() -> None:
    Gazetteer.build(ourselves=US, partners=[ONE])
    remembered = Gazetteer.build(ourselves=US, partners=[RENAMED])
    for cached in (phrases.words, phrases._taken_apart, phrases._first_letters, names._bag):
        cached.cache_clear()
    assert parts(Gazetteer.build(ourselves=US, partners=[RENAMED])) == parts(remembered)
