"""A word with a meaning shows in the query, or there is no query: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.ask.understand import understand
from bot.language.reading import read
from db.query import Field, Group, Query, Side, Unit
from db.vocabulary import Basis, Direction, Sheet
from tests.ask.conftest import Opened
from tests.ask.world import TODAY

Heard = Callable[[Query], bool]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("events hosted by us", lambda q: q.hosted_by_us),
        ("How many people did we send to Vienna?", lambda q: q.unit is Unit.PEOPLE),
        ("кто из наших был на семинаре в Баку", lambda q: q.side is Side.OURS),
        ("who spoke at the conference in Vienna", lambda q: bool(q.roles or q.persons)),
        ("сколько меморандумов и сколько договоров", lambda q: not q.kinds),
        ("2012 yilda amalda boʻlgan memorandumlar va boshqa bitimlar", lambda q: not q.kinds),
        ("Qaysi hamkorlar kelgan tadbirlar", lambda q: bool(q.partners or q.side)),
        ("which drafts are overdue", lambda q: q.overdue),
        ("когда подписан договор с Польшей", lambda q: Field.SIGNED in q.fields),
        ("Polsha bilan shartnoma qachon imzolangan", lambda q: Field.SIGNED in q.fields),
        ("where is the project with Poland", lambda q: q.subject is Sheet.APPROVALS),
        ("compare 2018 and 2019 receipts", lambda q: len(q.among) == 2),
        ("кто больше прислал: Польша или Латвия", lambda q: q.group is Group.COUNTRY),
        ("how many partners sent us books", lambda q: q.unit is Unit.PARTNERS),
        ("what kind of document do we have with Poland", lambda q: q.subject is Sheet.AGREEMENTS),
        ("top senders of books", lambda q: q.direction is Direction.RECEIVED),
        ("who has never sent us anything", lambda q: bool(q.having)),
        ("сколько карт пришло по обмену", lambda q: q.basis is Basis.EXCHANGE),
        ("kitoblar hadya tariqasida nechta keldi", lambda q: q.direction is Direction.RECEIVED),
        ("in which year did we get the most books as gifts", lambda q: q.group is Group.YEAR),
        ("сколько семинаров мы посетили", lambda q: q.unit is not Unit.PEOPLE),
        ("охирги марта Варшавада қачон бўлганмиз", lambda q: q.dated is None),
        ("how many archives sent us gifts", lambda q: bool(q.partner_kinds) and q.basis is not None),
    ],
)
def test_no_word_is_dropped_in_silence(library: Opened, text: str, heard: Heard) -> None:
    found = understand(read(text, library.names, TODAY), library.names, TODAY)
    assert found.query is None or heard(found.query)
