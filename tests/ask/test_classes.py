"""Classes of questions that were once declined or answered wrongly, each in several wordings and languages:
what is asked, and of whom, shows in the query.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.lexicon import lexicon, table, words_of
from bot.language.scripts import normalise
from bot.language.tokens import tokenise
from db.query import Condition, Field, Group, Measure, Query, Side
from db.vocabulary import Basis, Direction, Language, Sheet
from tests.ask.conftest import Opened
from tests.ask.test_followup import after
from tests.ask.test_properties import meant
from tests.ask.world import TODAY

SAID_OF_THE_REGISTRY = {
    ("in our files", "ours"), ("in our records", "ours"), ("in our books", "ours"),
    ("in our database", "ours"), ("on our books", "ours"), ("still ours", "ours"),
    ("по нашим данным", "ours"), ("на наш взгляд", "ours"), ("more or less", "fewer"),
}  # fmt: skip
"""What asks for nothing though one of its words does."""
IN, OUT = Direction.RECEIVED, Direction.SENT


def asked(library: Opened, text: str) -> Query:
    query = meant(library, text).query
    assert query is not None, text
    return query


@pytest.mark.parametrize(
    "text",
    [
        "Who gave more, we or Poland?",
        "Кто кому больше отправил: мы Польше или Польша нам?",
        "на сколько экземпляров Польша дала больше, чем взяла?",
        "How far apart are the copies received from and sent to Poland?",
        "By how many copies do our dispatches to Poland exceed what they gave us?",
    ],
)
def test_of_one_partner_both_ways_are_a_balance(library: Opened, text: str) -> None:
    query = asked(library, text)
    assert (query.measure, query.direction, query.countries) == (Measure.BALANCE, None, ("PL",))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("how many newspapers have we been given", IN),
        ("how many books were we sent by Poland", IN),
        ("how many copies reached us from Poland", IN),
        ("intake for 2019, in copies", IN),
        ("how many books have been sent to Poland", OUT),
        ("Объём поступлений из Польши?", IN),
        ("каким партнёрам из Польши мы отправляли книги", OUT),
        ("сколько дала Польша экземпляров", IN),
    ],
)
def test_which_way_it_went(library: Opened, text: str, direction: Direction) -> None:
    assert asked(library, text).direction is direction


@pytest.mark.parametrize(
    "text",
    [
        "almashinuv hisobidan qancha nusxa tushgan",
        "ayirboshlash orqali qancha nusxa oldik",
        "айирбошлаш йўли билан нечта нусха келган",
        "сколько экземпляров получено по обмену",
        "copies received by exchange",
    ],
)
def test_what_came_by_exchange(library: Opened, text: str) -> None:
    query = asked(library, text)
    assert (query.measure, query.direction, query.basis) == (Measure.SUM, IN, Basis.EXCHANGE)


@pytest.mark.parametrize(
    "text",
    [
        "did we receive more than last year?",
        "Have we received more this year than last year?",
        "Получили ли мы в этом году больше, чем в прошлом?",
        "In which of the two years, 2025 or 2026, did we get more copies?",
    ],
)
def test_this_year_beside_the_last(library: Opened, text: str) -> None:
    query = asked(library, text)
    assert (query.measure, query.group) == (Measure.RANK, Group.YEAR)
    assert {span.first and span.first.year for span in query.among} == {2025, 2026}


@pytest.mark.parametrize(
    ("text", "measure", "condition"),
    [
        ("What ends first, the Polish contract or the Latvian agreement?", Measure.FIRST, Condition.IN_FORCE),
        ("Какой договор закончится раньше: с Польшей или с Латвией?", Measure.FIRST, Condition.IN_FORCE),
        ("qaysi biri oldin tugagan: Polsha memorandumimi yo Latviyaniki", Measure.FIRST, Condition.ENDED),
        ("eng erta muddati tugagan memorandum qaysi?", Measure.FIRST, Condition.ENDED),
    ],
)
def test_which_ends_first(library: Opened, text: str, measure: Measure, condition: Condition) -> None:
    query = asked(library, text)
    assert (query.measure, query.by, query.conditions) == (measure, Field.END, (condition,))


@pytest.mark.parametrize(
    "text",
    [
        "agreements for which no end was ever written down",
        "agreements whose end isn't known",
        "у каких соглашений срок окончания не занесён",
        "tugash sanasi yozilmagan kelishuvlar qaysi",
        "тугаш санаси қайд этилмаган битимлар",
    ],
)
def test_an_end_that_nobody_wrote_down(library: Opened, text: str) -> None:
    query = asked(library, text)
    assert query.missing == (Field.END,)
    assert Condition.CONCLUDED in query.conditions  # a draft has no term to be known


@pytest.mark.parametrize(
    ("first", "then", "subject", "measure", "fields"),
    [
        ("Which agreements have ended?", "list them", Sheet.AGREEMENTS, Measure.LIST, ()),
        ("How many copies did Poland send us?", "when was the first?", Sheet.EXCHANGES, Measure.FIRST, ()),
        ("Polshadan necha nusxa oldik?", "birinchisi qachon edi?", Sheet.EXCHANGES, Measure.FIRST, ()),
        ("Полшадан неча нусха олдик?", "охиргиси-чи?", Sheet.EXCHANGES, Measure.LAST, ()),
        ("Есть ли договор с Польшей?", "а с кем ещё?", Sheet.AGREEMENTS, Measure.LIST, ()),
        ("Who is our contact in Poland?", "her number too?", Sheet.PARTNERS, Measure.FIELD, (Field.PHONE,)),
        ("Who is our contact in Poland?", "and her e-mail", Sheet.PARTNERS, Measure.FIELD, (Field.EMAIL,)),
        ("когда проходила «Консервация бумаги»?", "город?", Sheet.EVENTS, Measure.FIELD, (Field.PLACE,)),
        ("When was Paper conservation held?", "which edition was it?", Sheet.EVENTS, Measure.FIELD,
         (Field.EDITION,)),
        ("Сколько экземпляров получено от Польши?", "покажи записи", Sheet.EXCHANGES, Measure.LIST, ()),
    ],
)  # fmt: skip
def test_a_follow_up_with_another_measure(
    library: Opened, first: str, then: str, subject: Sheet, measure: Measure, fields: tuple[Field, ...]
) -> None:
    query = after(library, first, then)
    assert query is not None
    assert (query.subject, query.measure, query.fields) == (subject, measure, fields)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("перечисли партнёров из Польши", Sheet.PARTNERS),
        ("В скольких конференциях мы участвовали?", Sheet.EVENTS),
        ("в какой день завершилась «Консервация бумаги»", Sheet.EVENTS),
        ("В каких числах проходила «Консервация бумаги»?", Sheet.EVENTS),
        ("wich event was the last", Sheet.EVENTS),
    ],
)
def test_what_it_is_about(library: Opened, text: str, subject: Sheet) -> None:
    assert asked(library, text).subject is subject


@pytest.mark.parametrize(
    "text",
    ["When do the agreements with Poland end?", "Polsha bilan kelishuvlar qachon tugaydi?",
     "Полша билан шартномалар қачон тугайди?", "Когда заканчиваются договоры с Польшей?"],
)  # fmt: skip
def test_several_agreements_tell_all_their_ends(library: Opened, text: str) -> None:
    found = meant(library, text)
    assert found.query is not None
    assert (found.query.fields, found.several) == ((Field.END,), True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("agreements ending no later than June 2027", TODAY, date(2027, 6, 30)),
        ("какие договоры истекают не позднее июня 2027 года", TODAY, date(2027, 6, 30)),
        ("copies received not later than 2019", None, date(2019, 12, 31)),
        ("сколько экземпляров получено не ранее 2019 года", date(2019, 1, 1), None),
        ("copies received no earlier than 2019", date(2019, 1, 1), None),
    ],
)
def test_a_bound_that_denies_what_lies_beyond(
    library: Opened, text: str, first: date | None, last: date | None
) -> None:
    query = asked(library, text)
    days = query.ends or query.dated
    assert days is not None
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("who from our side attended Paper conservation", Side.OURS),
        ("which foreign guests came to Paper conservation", Side.THEIRS),
        ("какие иностранные гости были на «Консервации бумаги»", Side.THEIRS),
    ],
)
def test_whose_people_they_were(library: Opened, text: str, side: Side) -> None:
    query = asked(library, text)
    assert (query.subject, query.side) == (Sheet.PARTICIPANTS, side)


@pytest.mark.parametrize("language", [Language.EN, Language.RU, Language.UZ_LATN])
def test_no_idle_phrase_hides_a_word_that_bounds_or_turns_what_is_asked(language: Language) -> None:
    bearing = {"ours", "excluding", "whose", "fewer"}
    known = lexicon()
    hidden = []
    for name in ("nouns", "verbs", "words"):
        for phrase in words_of(table(language, name).get("filler", "")):
            tokens = tokenise(normalise(phrase.replace("=", "")))
            inside = [s for s in known.senses(tokens) if s.end - s.start < len(tokens)]
            idle = {s.start for s in inside if s.concept == "filler"}
            hidden += [(phrase, s.concept) for s in inside if s.concept in bearing and s.start not in idle]
    assert set(hidden) <= SAID_OF_THE_REGISTRY
