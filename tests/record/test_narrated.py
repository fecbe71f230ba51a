"""What leans on other sentences of a report, and what only looks like a fact of it."""

from __future__ import annotations

import pytest

from bot.record.texts import read_text
from bot.record.view import View
from db.vocabulary import Row
from tests.record.invented import AGREEMENTS, TODAY, gazetteer

GAZETTEER = gazetteer()
VIEW = View.of(AGREEMENTS)
_LEFT_OUT = {"id", "event", "topic", "role"}


def told(text: str) -> list[Row]:
    """The rows of a short text read as a report, without what only joins them."""
    rows = read_text(f"{text}\n{' ' * 600}.", GAZETTEER, TODAY, VIEW)
    return [
        {c: v for c, v in row.items() if c not in _LEFT_OUT and not c.startswith("title_")} for row in rows
    ]


def got(partner: str, quantity: int, **more: str) -> Row:
    return {"sheet": "exchanges", "direction": "received", "quantity": quantity, "partner": partner, **more}


def sent(partner: str, quantity: int, **more: str) -> Row:
    return {**got(partner, quantity, **more), "direction": "sent"}


def came(institution: str, **who: str | int) -> Row:
    return {"sheet": "participants", "institution": institution, **who}


def event(kind: str, **more: str) -> Row:
    return {"sheet": "events", "kind": kind, **more}


def paper(partner: str, kind: str, **more: str) -> Row:
    return {"sheet": "agreements", "partner": partner, "kind": kind, **more}


SHIPMENTS = [
    (
        "Over the year 612 items came from abroad. Of these, 64 came from Norway and 30 from Turkey.",
        [got("nor", 64), got("trk", 30)],
    ),
    (
        "Отправлено 90 книг, в том числе 40 в Норвегию и 50 в Турцию.",
        [sent("nor", 40, material="books"), sent("trk", 50, material="books")],
    ),
    (
        "Jami 94 nusxa nashr keldi. Shulardan 64 tasi Norvegiyadan, 30 tasi Turkiyadan keldi.",
        [got("nor", 64), got("trk", 30)],
    ),
    ("Из Норвегии получено 40 книг, из них 12 на английском языке.", [got("nor", 40, material="books")]),
    (
        "Норвегия передала 58 книг, Турция — 31 карту.",
        [got("nor", 58, material="books"), got("trk", 31, material="maps")],
    ),
    (
        "Фондимиз янада бойиди: Норвегия Миллий кутубхонаси 35 та китоб, Туркия 48 та харита юборди.",
        [got("nor", 35, material="books"), got("trk", 48, material="maps")],
    ),
    (
        "Norvegiyadan 8 ta qoʻlyozma vaqtincha foydalanishga olindi va dekabrda qaytarildi.",
        [got("nor", 8, material="manuscripts", basis="loan")],
    ),
    (
        "Norway lent us four maps in 2024 for the exhibition, which opened on 12 May 2025.",
        [got("nor", 4, material="maps", basis="loan", date="2024"), event("exhibition", date="2025-05-12")],
    ),
    (
        "We are grateful to the National Library of Norway for a gift of 60 books.",
        [got("nor", 60, material="books", basis="gift")],
    ),
    ("Forty-three maps were mailed to Norway.", [sent("nor", 43, material="maps")]),
    (
        "2022 йилда Норвегия билан 50 тадан китоб алмашилди.",
        [
            got("nor", 50, material="books", basis="exchange", date="2022"),
            sent("nor", 50, material="books", basis="exchange", date="2022"),
        ],
    ),
    ("Илгари бир китоб Норвегиядан уч ой йўл босган.", []),
    ("Норвегиядан кутилган 100 нусха китоб йўлда қолиб кетди.", []),
    (
        "Norway presented us with 12 exhibition catalogues.",
        [got("nor", 12, material="books", basis="gift")],
    ),
]

PAPERS = [
    (
        (
            "2012 йил 11 октябрда Норвегия билан битим имзоланди. Мазкур ҳужжат беш йил муддатга "
            "тузилган бўлиб, 2017 йил 10 октябрда ўз кучини йўқотди."
        ),
        [paper("nor", "agreement", signed="2012-10-11", term="2012-10-11/2017-10-10")],
    ),
    (
        "12 мая 2024 года заключено соглашение с Турцией; срок его действия — до 11 мая 2029 года.",
        [paper("trk", "agreement", signed="2024-05-12", term="2024-05-12/2029-05-11")],
    ),
    (
        "2024-yil may oyida Norvegiya bilan muddatsiz shartnoma tuzildi.",
        [paper("nor", "contract", signed="2024-05", term="2024-05/..")],
    ),
    (
        (
            "2014 йил баҳорида Норвегия билан меморандум масаласи кўриб чиқилди "
            "ва ниҳоят 2014 йил 5 июнда меморандум имзоланди."
        ),
        [paper("nor", "memorandum", signed="2014-06-05")],
    ),
    (
        (
            "On 5 May 2025 we travelled to Oslo, where a memorandum with the National Library of Norway "
            "was signed."
        ),
        [paper("nor", "memorandum", signed="2025-05-05")],
    ),
    (
        "At the request of the other side the agreement with Armenia was terminated on 5 May 2025.",
        [{"sheet": "agreements", "partner": "arm", "state": "terminated", "ended": "2025-05-05"}],
    ),
]

EVENTS = [
    (
        (
            'On 3 May 2025 the exhibition "Letters" opened in Oslo. The exhibition was prepared together '
            "with Norway and seen by 3200 people until August."
        ),
        [event("exhibition", date="2025-05-03", city="Oslo")],
    ),
    (
        (
            "2024-yil avgustda Osloda simpozium boʻlib oʻtdi, unda Akmal Joʻrayev qatnashdi. "
            "U yerda Akmal Joʻrayev «Qoyatosh suratlari» mavzusida maʼruza qildi."
        ),
        [event("conference", date="2024-08", city="Oslo"), came("us", person="Akmal Jo'rayev")],
    ),
    (
        (
            "10 марта 2025 года в Осло прошёл семинар. В нём приняли участие гости из четырёх стран, "
            "в том числе два специалиста Национальной библиотеки Турции и Ханс Хольм "
            "из Национальной библиотеки Норвегии."
        ),
        [
            event("seminar", date="2025-03-10", city="Oslo"),
            came("nor", person="Ханс Хольм"),
            came("trk", count=2),
        ],
    ),
    (
        "10 марта 2025 года в Осло две сотрудницы, Анна Седова и Зухра Юлдашева, прошли обучение.",
        [
            event("training", date="2025-03-10", city="Oslo"),
            came("us", person="Анна Седова"),
            came("us", person="Зухра Юлдашева"),
        ],
    ),
    (
        "On 30 November 2025 we held a webinar on metadata; 45 members of our staff attended.",
        [event("webinar", date="2025-11-30"), came("us", count=45)],
    ),
    (
        'On 22 May 2025 the round table "Who owns the past?" in Oslo was attended by two of our staff.',
        [event("round table", date="2025-05-22", city="Oslo"), came("us", count=2)],
    ),
    (
        (
            "On 18 April 2025 the forum was held in Oslo. Among the speakers were Ivan Petrov from "
            "the National Library of Turkey and two colleagues from the National Library of Armenia."
        ),
        [
            event("forum", date="2025-04-18", city="Oslo"),
            came("trk", person="Ivan Petrov"),
            came("arm", count=2),
        ],
    ),
    ("Ёзишмалар бугун 2015 йилдагидек доимий мулоқотга айланди.", []),
    (
        (
            "On 18 April 2025 the forum was held in Oslo. Within the framework of the forum a round table "
            "on maps was held on 19 April."
        ),
        [event("forum", date="2025-04-18", city="Oslo"), event("round table", date="2025-04-19")],
    ),
    ("Seulda oʻtgan kongressga borishning iloji topilmadi.", []),
]


@pytest.mark.parametrize(("text", "rows"), [*SHIPMENTS, *PAPERS, *EVENTS])
def test_what_a_report_tells_is_read_and_nothing_besides(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_a_name_with_a_year_has_its_capitals() -> None:
    text = f"The Rumyantsev Readings took place in Moscow on 18 April 2025.{' ' * 600}"
    assert read_text(text, GAZETTEER, TODAY, VIEW)[0]["title_en"] == "Rumyantsev Readings"


def test_a_year_that_heads_its_paragraph_is_that_of_its_months() -> None:
    said = "Хроника\n2023 год. В мае Норвегия подарила нам 12 книг.\n2024 год. В мае Турция подарила 9 книг."
    text = f"{said}{' ' * 600}"
    assert [row["date"] for row in read_text(text, GAZETTEER, TODAY, VIEW)] == ["2023-05", "2024-05"]


def test_the_former_and_the_latter_are_those_of_the_sentence_before() -> None:
    text = (
        "The largest parcels came from the National Library of Norway (21 books) and the National Library of "
        "Turkey (9 books). In return, we sent 12 books to the former and 6 to the latter."
    )
    assert [(row["partner"], row["quantity"]) for row in told(text)] == [
        ("nor", 21),
        ("trk", 9),
        ("nor", 12),
        ("trk", 6),
    ]


def test_a_part_headed_by_a_year_is_of_that_year() -> None:
    text = (
        "История связей\n2023-yil\nNorvegiyadan 12 ta kitob olindi.\n2024-yil\nTurkiyadan 9 ta kitob olindi."
    )
    assert [row["date"] for row in told(text)] == ["2023", "2024"]
