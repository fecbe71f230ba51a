"""One question in several wordings: which of several agreements, two set side by side, who receives, what is
set apart, verbs that help another one.
"""

import pytest

from bot.ask.followup import continued
from bot.ask.understand import Understood, understand
from bot.language.reading import read
from db.query import Field, Group, Measure, Side, Unit
from db.vocabulary import Direction, Sheet
from tests.ask.conftest import Opened
from tests.ask.world import TODAY


def meant(library: Opened, *texts: str) -> Understood:
    """The last text, after those before it."""
    found: Understood | None = None
    for text in texts:
        reading = read(text, library.names, TODAY)
        alone = understand(reading, library.names, TODAY)
        before = found.query if found else None
        found = continued(reading, library.names, TODAY, before, alone) if before else alone
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "field", "nth"),
    [
        ("What is the number of the first agreement with Poland?", Field.NUMBER, 1),
        ("Номер второго договора с Польшей?", Field.NUMBER, 2),
        ("Когда подписан новый договор с Польшей?", Field.SIGNED, -1),
        ("Polsha bilan yangi shartnoma qachon tugaydi?", Field.END, -1),
        ("Полша билан биринчи шартнома рақами қандай?", Field.NUMBER, 1),
    ],
)
def test_one_of_several_agreements_is_told_by_its_word(
    library: Opened, text: str, field: Field, nth: int
) -> None:
    query = meant(library, text).query
    assert query is not None
    assert (query.subject, query.fields[0], query.nth) == (Sheet.AGREEMENTS, field, nth)


@pytest.mark.parametrize(
    ("text", "subject", "group"),
    [
        ("Who has more agreements with us, Poland or Finland?", Sheet.AGREEMENTS, Group.COUNTRY),
        ("Где больше партнёров, в Польше или в Финляндии?", Sheet.PARTNERS, Group.COUNTRY),
        ("Were there more events in 2018 or in 2020?", Sheet.EVENTS, Group.YEAR),
        ("Polshaga Finlyandiyaga qaraganda koʻp yubordikmi?", Sheet.EXCHANGES, Group.COUNTRY),
        ("Did we send more to Poland than to Finland?", Sheet.EXCHANGES, Group.COUNTRY),
    ],
)
def test_sides_are_set_beside_each_other(library: Opened, text: str, subject: Sheet, group: Group) -> None:
    query = meant(library, text).query
    assert query is not None
    assert (query.subject, query.measure, query.group) == (subject, Measure.RANK, group)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Who received the most books?", Direction.SENT),
        ("Кто получил больше всего книг?", Direction.SENT),
        ("Eng koʻp kitob olgan hamkor qaysi?", Direction.SENT),
        ("From whom did we receive the most books?", Direction.RECEIVED),
        ("От кого мы получили больше всего книг?", Direction.RECEIVED),
        ("How many books did Poland receive?", Direction.SENT),
        ("Сколько книг получила Польша?", Direction.SENT),
        ("Сколько книг получили от Польши?", Direction.RECEIVED),
        ("Polsha nechta kitob oldi?", Direction.SENT),
        ("Polshadan nechta kitob oldik?", Direction.RECEIVED),
    ],
)
def test_who_receives_is_whom_we_send_to(library: Opened, text: str, direction: Direction) -> None:
    query = meant(library, text).query
    assert query is not None
    assert query.direction is direction


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Titles (not copies) received from Poland?", Unit.TITLES),
        ("Сколько названий, а не экземпляров, получили от Польши?", Unit.TITLES),
        ("How many copies, not titles, did we receive from Poland?", Unit.COPIES),
    ],
)
def test_what_is_set_apart_denies_nothing(library: Opened, text: str, unit: Unit) -> None:
    query = meant(library, text).query
    assert query is not None
    assert (query.measure, query.unit) == (Measure.SUM, unit)


@pytest.mark.parametrize(
    ("helped", "plain"),
    [
        ("Polsha bilan shartnoma qachon tugashini aytib yuboring", "Polsha bilan shartnoma qachon tugaydi"),
        ("Polshadan necha nusxa kelib tushgan edi", "Polshadan necha nusxa kelgan"),
    ],
)
def test_a_helping_verb_means_nothing_of_its_own(library: Opened, helped: str, plain: str) -> None:
    assert meant(library, plain).query is not None
    assert meant(library, helped).query in {meant(library, plain).query, None}


def test_a_follow_up_keeps_what_was_spoken_of(library: Opened) -> None:
    counted = meant(library, "How many partners do we have in Poland?", "how many of them libraries?").query
    assert counted is not None
    assert counted.countries == ("PL",)
    sent = meant(library, "Polshaga necha kishi yubordik").query
    assert sent is not None
    assert sent.side is Side.OURS
