"""What people ask beside the plain figures: whose somebody is, who comes to so much in all, what is on
tomorrow, which deadline is next; one thing in four languages means one query.
"""

from __future__ import annotations

import pytest

from db.query import Field, Group, Measure, Side
from db.vocabulary import Sheet
from tests.ask.conftest import Opened
from tests.ask.test_properties import meant
from tests.ask.world import PEOPLE

SOMEBODY = PEOPLE[1]


@pytest.mark.parametrize(
    "text",
    [
        "which library did {} represent",
        "what institution is {} from",
        "where is {} from?",
        "из какой организации {}?",
        "откуда {}?",
        "{} qaysi tashkilotdan?",
        "{} qaysi kutubxonadan kelgan",
        "{} қаердан келган?",
    ],
)
def test_whose_somebody_is(library: Opened, text: str) -> None:
    query = meant(library, text.format(SOMEBODY)).query
    assert query is not None
    assert (query.subject, query.fields) == (Sheet.PARTICIPANTS, (Field.INSTITUTION,))
    assert query.persons


@pytest.mark.parametrize(
    ("text", "group", "least", "most"),
    [
        ("which partners have given us over 600 copies in all?", Group.PARTNER, 601, None),
        ("how many partners sent us at least 50 copies", Group.PARTNER, 50, None),
        ("who gave us fewer than 40 copies", Group.PARTNER, None, 39),
        ("who sent us more than 200 books", Group.PARTNER, 201, None),
        ("в какие годы получено более 900 экземпляров?", Group.YEAR, 901, None),
        ("кто прислал нам не меньше 300 экземпляров", Group.PARTNER, 300, None),
        ("из каких стран получено больше 500 экземпляров", Group.COUNTRY, 501, None),
        ("500 nusxadan ortiq bergan hamkorlar qaysilar?", Group.PARTNER, 501, None),
        ("300 tadan koʻp nusxa bergan hamkorlarni sanang", Group.PARTNER, 301, None),
        ("70 нусхадан кам берган ҳамкорлар", Group.PARTNER, None, 69),
    ],
)
def test_who_comes_to_so_much_in_all(
    library: Opened, text: str, group: Group, least: int | None, most: int | None
) -> None:
    query = meant(library, text).query
    assert query is not None
    assert (query.measure, query.group) == (Measure.COMPARE, group)
    assert (query.total_at_least, query.total_at_most) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "who has it?",
        "кимда турибди",
        "у ерда кимнинг қўлида?",
        "на чьём столе?",
        "who of us is taking part?",
        "биздан ким қатнашади?",
    ],
)
def test_a_question_about_nothing_that_was_spoken_of_is_declined(library: Opened, text: str) -> None:
    assert meant(library, text).query is None


@pytest.mark.parametrize(
    "text",
    [
        "which deadlines fall in December?",
        "какие сроки подачи и регистрации в декабре?",
    ],
)
def test_deadlines_of_a_month_are_told_by_their_days(library: Opened, text: str) -> None:
    query = meant(library, text).query
    assert query is not None
    assert (query.measure, query.fields) == (Measure.LIST, (Field.SUBMISSION, Field.REGISTRATION))
    assert query.ends is not None
    assert query.ends.first is not None
    assert query.ends.first.month == 12


@pytest.mark.parametrize(
    "text",
    ["какие мероприятия на след неделе", "что из мероприятий на след нед", "мероприятия на следующей неделе"],
)
def test_next_week_is_written_in_haste_too(library: Opened, text: str) -> None:
    query = meant(library, text).query
    assert query is not None
    assert query.subject is Sheet.EVENTS
    assert query.dated is not None
    assert (query.dated.first, query.dated.last) == (
        meant(library, "which events are there next week?").query.dated.first,  # type: ignore[union-attr]
        meant(library, "which events are there next week?").query.dated.last,  # type: ignore[union-attr]
    )


def test_guests_are_asked_whence(library: Opened) -> None:
    query = meant(library, "откуда были гости на конференции?").query
    assert query is not None
    assert (query.subject, query.side) == (Sheet.PARTICIPANTS, Side.THEIRS)
