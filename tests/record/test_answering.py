"""Dialogues as tables: what a person says, and what the draft then asks for or holds. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.record.answering import answer
from bot.record.draft import (
    AsNew,
    Back,
    Choice,
    Correct,
    Draft,
    Drop,
    Entry,
    Failure,
    Mode,
    Pick,
    Skip,
    YearOnly,
)
from bot.record.forms import FORMS
from bot.record.readers import Reading
from db.vocabulary import Language, Row, Sheet
from tests.record.invented import NO, TODAY, gazetteer

IDS = {f"p{no}": id_ for id_, no in NO.items()} | {"e3": "e-fair", "a5": "a-arm"}
READING = Reading(gazetteer(), TODAY, Language.UZ_LATN, IDS.get)


def blank(form: str) -> Draft:
    entry = Entry(FORMS[form].sheet, {"id": "new1"})
    return Draft("k", form, Language.UZ_LATN, (entry,), by_form=True).onward()


def play(draft: Draft, *answers: str | type[Choice] | tuple[type[Choice], *tuple[object, ...]]) -> Draft:
    """Answers one after the other; a button is its class, or its class and what it carries."""
    for said in answers:
        if isinstance(said, str):
            taken = answer(draft, said, READING)
        else:
            kind, *carried = said if isinstance(said, tuple) else (said,)
            press: Callable[..., Choice] = kind
            taken = answer(draft, press(draft.key, draft.turn, *carried), READING)
        assert isinstance(taken, Draft), f"{said}: {taken}"
        draft = taken
    return draft


def asked(draft: Draft) -> str:
    return draft.asking.field if draft.asking else "card"


@pytest.mark.parametrize(
    ("answers", "then"),
    [
        ((), "partner"),
        (("Norvegiya Milliy kutubxonasi",), "direction"),
        (("Норвегия",), "direction"),
        (("Norway",), "direction"),
        ((("pick", "p1"),), "direction"),
        (("Norway", ("pick", "received")), "quantity"),
        (("Norway", "oldik"), "quantity"),
        (("Norway", "отправили"), "quantity"),
        (("Norway", "oldik", "25"), "material"),
        (("Norway", "oldik", "yigirma besh"), "material"),
        (("Norway", "oldik", ("skip",)), "material"),
        (("Norway", "oldik", "oʻtkazib yuborish"), "material"),
        (("Norway", "oldik", "—"), "material"),
        (("Norway", "oldik", "25", "kitob"), "date"),
        (("Norway", "oldik", "25", "globuslar"), "date"),
        (("Norway", "oldik", "25", ("pick", "books"), ("pick", "2026-11-23")), "basis"),
        (("Norway", "oldik", "25", ("pick", "books"), "kecha"), "basis"),
        (("Norway", "oldik", "25", ("pick", "books"), ("year",)), "date"),
        (("Norway", "oldik", "25", ("pick", "books"), ("year",), ("pick", "2024")), "basis"),
        (("Norway", "oldik", "25", ("pick", "books"), "2024"), "basis"),
        (("Norway", "oldik", "25", ("pick", "books"), "kecha", ("skip",)), "card"),
        (("Norvegiya kutubxonasidan 25 nusxa kitob oldik, kecha",), "basis"),
        (("Norway", "oldik", "25 ta kitob, 3-oktabr"), "basis"),
    ],
)
def test_an_exchange_is_asked_for_what_is_missing(
    answers: tuple[str | tuple[str, ...], ...], then: str
) -> None:
    kinds: dict[str, type[Choice]] = {"pick": Pick, "skip": Skip, "year": YearOnly}
    said: list[str | tuple[type[Choice], *tuple[object, ...]]] = [
        a if isinstance(a, str) else (kinds[a[0]], *a[1:]) for a in answers
    ]
    assert asked(play(blank("exchange"), *said)) == then


def test_a_whole_exchange_becomes_one_row() -> None:
    draft = play(
        blank("exchange"), "Bodli kutubxonasi", "yubordik", "1 200", "xarita", "2026-yil mart", "hadya"
    )
    assert draft.rows == (
        {"sheet": "exchanges", "partner": "bod", "direction": "sent", "quantity": 1200, "material": "maps",
         "date": "2026-03", "basis": "gift"},
    )  # fmt: skip


def test_an_event_takes_its_people_along() -> None:
    draft = play(
        blank("event"), "Raqamli kutubxona", (Pick, "seminar"), "12–14-oktabr", "Boku",
        "3 nafar xodimimiz; Elena Smirnova; Norvegiya Milliy kutubxonasi",
    )  # fmt: skip
    assert asked(draft) == "card"
    event, *people = draft.rows
    assert event == {"sheet": "events", "id": "new1", "title_uz_latn": "Raqamli kutubxona", "kind": "seminar",
                     "date": "2026-10-12/2026-10-14", "city": "Baku"}  # fmt: skip
    assert people == [
        {"sheet": "participants", "event": "new1", "institution": "us", "count": 3},
        {"sheet": "participants", "event": "new1", "institution": "us", "person": "Elena Smirnova"},
        {"sheet": "participants", "event": "new1", "institution": "nor"},
    ]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("2 from Oslo University", [("Oslo University", 2)]),
        ("Norway: 4", [("nor", 4)]),
        ("двое из Национальной библиотеки Норвегии; 3 наших сотрудника", [("nor", 2), ("us", 3)]),
        ("Bodli kutubxonasidan 2", [("bod", 2)]),
        ("Норвегия Миллий кутубхонаси (3)", [("nor", 3)]),
        ("25", [(None, 25)]),
    ],
)
def test_people_are_counted_by_their_institution(said: str, people: list[tuple[str | None, int]]) -> None:
    draft = play(blank("event"), "Kongress", Skip, Skip, Skip, said)
    rows = [row for row in draft.rows if row["sheet"] == "participants"]
    assert [(row.get("institution"), row["count"]) for row in rows] == people
    assert not any("person" in row for row in rows)


def test_people_said_again_replace_those_said_before() -> None:
    draft = play(
        blank("event"),
        "Kongress",
        Skip,
        Skip,
        Skip,
        "5 nafar xodimimiz",
        (Correct, 0, "participants"),
        "2 xodimimiz",
    )
    assert [row.get("count") for row in draft.rows if row["sheet"] == "participants"] == [2]


def test_an_agreement_reads_its_term() -> None:
    draft = play(
        blank("agreement"), "Xitoy", "memorandum", "2027-yil 1-yanvardan 2029-yil 31-dekabrgacha", "kecha"
    )
    assert draft.rows[0]["term"] == "2027-01-01/2029-12-31"
    assert draft.rows[0]["signed"] == "2026-11-22"


def test_an_unknown_partner_is_offered_and_never_made_of_itself() -> None:
    draft = play(blank("exchange"), "Yagellon universiteti kutubxonasi")
    assert draft.asking is not None
    assert draft.asking.mode is Mode.NEW
    assert all(row["sheet"] != "partners" for row in draft.rows)
    draft = play(draft, AsNew)
    partner, exchange = draft.rows
    assert partner == {"sheet": "partners", "id": "new2", "kind": "university library",
                       "name_uz_latn": "Yagellon universiteti kutubxonasi"}  # fmt: skip
    assert exchange["partner"] == "new2"
    assert asked(draft) == "direction"


def test_an_unknown_partner_can_be_named_again() -> None:
    draft = play(blank("exchange"), "Qandaydir joy", "Norvegiya Milliy kutubxonasi")
    assert draft.entries[0].row["partner"] == "nor"


def test_a_name_that_fits_several_is_a_choice() -> None:
    draft = play(blank("exchange"), "Qozogʻiston")
    assert draft.asking is not None
    assert draft.asking.mode is Mode.WHICH
    assert set(draft.asking.candidates) == {"nakz", "nlkz"}
    draft = play(draft, (Pick, str(draft.asking.candidates.index("nlkz"))))
    assert draft.entries[0].row["partner"] == "nlkz"


def full() -> Draft:
    return play(blank("exchange"), "Norway", "oldik", "25", "kitob", "kecha", "hadya")


def test_any_field_can_be_corrected_and_the_card_comes_back() -> None:
    draft = play(full(), (Correct, 0, "quantity"), "30")
    assert asked(draft) == "card"
    assert draft.rows[0]["quantity"] == 30


def test_a_correction_can_be_left() -> None:
    draft = play(full(), (Correct, 0, "quantity"), Back)
    assert (asked(draft), draft.rows[0]["quantity"]) == ("card", 25)


def test_skipping_a_filled_field_clears_it() -> None:
    draft = play(full(), (Correct, 0, "quantity"), Skip)
    assert "quantity" not in draft.rows[0]
    assert asked(draft) == "card"


def test_text_on_the_card_corrects_what_it_plainly_says() -> None:
    draft = play(full(), "30 nusxa jurnal")
    assert (draft.rows[0]["quantity"], draft.rows[0]["material"]) == (30, "periodicals")


@pytest.mark.parametrize(
    ("form", "answers", "said", "key"),
    [
        ("exchange", (), "   ", "answer-empty"),
        ("exchange", ("Norway",), "balki", "answer-choice"),
        ("exchange", ("Norway", "oldik"), "koʻp", "answer-number"),
        ("exchange", ("Norway", "oldik"), "-1", "answer-number"),
        ("exchange", ("Norway", "oldik"), "− 4", "answer-number"),
        ("exchange", ("Norway", "oldik"), "2.5", "answer-number"),
        ("exchange", ("Norway", "oldik"), "99999999999", "answer-too-big"),
        ("exchange", ("Norway", "oldik", "25", "kitob"), "qachondir", "answer-date"),
        ("exchange", ("Norway", "oldik", "25", "kitob"), "32.13.2026", "answer-date"),
        ("exchange", ("Norway", "oldik", "25", "kitob"), "31 aprel 2016", "answer-date"),
        ("exchange", ("Norway", "oldik", "25", "kitob"), "2016-yil 31-aprel", "answer-date"),
        ("exchange", ("Norway", "oldik", "25", "kitob"), "99999999999 days ago", "answer-date"),
        ("agreement", ("Norway", "memorandum"), "uzoq muddat", "answer-term"),
        ("agreement", ("Norway", "memorandum"), "2031–2026", "answer-term"),
        ("agreement", ("Norway", "memorandum"), "2026-05-05/2025-01-01", "answer-term"),
        ("partner", ("Yangi kutubxona",), "Atlantida", "answer-country"),
        ("event", (), "x" * 301, "answer-too-long"),
        ("event", ("Kongress", "seminar", "2025", "Oslo"), "5 or 6 of them", "answer-people"),
    ],
)
def test_an_answer_that_cannot_be_taken_says_why(
    form: str, answers: tuple[str, ...], said: str, key: str
) -> None:
    failed = answer(play(blank(form), *answers), said, READING)
    assert isinstance(failed, Failure)
    assert failed.key == key


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("12 mart 2016, 10:30", "2016-03-12"),
        ("5.03.2016 14.30", "2016-03-05"),
        ("12–14 mart 2026", "2026-03-12/2026-03-14"),
        ("с 5 по 7 мая 2026", "2026-05-05/2026-05-07"),
        ("3 days ago", "2026-11-20"),
        ("10 kun oldin", "2026-11-13"),
        ("2 недели назад", "2026-11-09"),
    ],
)
def test_every_number_of_a_date_belongs_to_it(said: str, date: str) -> None:
    draft = play(blank("exchange"), "Norway", "oldik", "25", "kitob", said)
    assert draft.rows[0]["date"] == date


def test_text_that_means_nothing_on_the_card_is_no_correction() -> None:
    assert answer(full(), "rahmat", READING) == Failure("draft-not-understood")


@pytest.mark.parametrize("kind", [Skip, YearOnly, AsNew, Back])
def test_a_button_of_an_earlier_turn_is_out_of_date(kind: type[Skip]) -> None:
    draft = full()
    assert answer(draft, kind(draft.key, draft.turn - 1), READING) == Failure("draft-old")
    assert answer(draft, kind("other", draft.turn), READING) == Failure("draft-old")


def test_forged_buttons_are_refused() -> None:
    draft = play(blank("exchange"), "Norway")
    for value in ("borrowed", "", "p1", "9" * 40):
        assert answer(draft, Pick(draft.key, draft.turn, value), READING) == Failure("draft-old")
    assert answer(draft, Correct(draft.key, draft.turn, 7, "date"), READING) == Failure("draft-old")
    assert answer(draft, Correct(draft.key, draft.turn, 0, "shoe"), READING) == Failure("draft-old")
    assert answer(draft, Skip(draft.key, draft.turn), READING) == Failure("answer-empty")


def edited() -> Draft:
    base: Row = {"id": "x7", "partner": "nor", "direction": "received", "quantity": 25, "note": "by post"}
    entry = Entry(Sheet.EXCHANGES, base, base=base, no=7, version=3)
    return Draft("k", "exchange", Language.UZ_LATN, (entry,)).onward()


def test_an_edit_shows_its_card_and_saves_only_what_changed() -> None:
    draft = edited()
    assert asked(draft) == "card"
    assert draft.rows == ()
    draft = play(draft, (Correct, 0, "quantity"), "30", (Correct, 0, "note"), Skip)
    assert draft.rows == ({"sheet": "exchanges", "id": "x7", "partner": "nor", "quantity": 30, "note": ""},)
    assert draft.to_save == (
        {"sheet": "exchanges", "no": 7, "version": 3, "partner": "nor", "quantity": 30, "note": ""},
    )
    assert play(draft, (Correct, 0, "quantity"), "25", (Correct, 0, "note"), "by post").rows == ()


def several() -> Draft:
    rows = [("nor", "received"), ("new2", "sent")]
    entries = [Entry(Sheet.PARTNERS, {"id": "new2", "name_en": "Elsewhere Library"})]
    entries += [
        Entry(Sheet.EXCHANGES, {"partner": p, "direction": d, "quantity": 5, "date": "2026"}) for p, d in rows
    ]
    return Draft.of(tuple(entries), "k", Language.EN).onward()


def test_one_of_several_facts_can_be_dropped_with_the_partner_only_it_named() -> None:
    draft = several()
    assert asked(draft) == "card"
    assert len(draft.rows) == 3
    draft = play(draft, (Drop, 2))
    assert [row["sheet"] for row in draft.rows] == ["exchanges"]


def test_a_draft_survives_its_row_in_the_database() -> None:
    for draft in (blank("event"), full(), several(), play(blank("exchange"), "Qozogʻiston"), edited()):
        assert Draft.unpack(draft.pack()) == draft


texts = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        ["Norway", "25", "kecha", "25 ta kitob oldik", "2024", "<b>x</b>", "memorandum", "2027-2029",
         "Qozogʻiston", "\u202e\u200b", "5-noyabr", "us", "/e3", "1;2;3", "нет", "p1", "new1"]
    ),
)  # fmt: skip
buttons = st.one_of(
    st.builds(lambda value: (Pick, value), texts),
    st.sampled_from(
        [(Skip,), (YearOnly,), (AsNew,), (Back,), (Drop, 0), (Correct, 0, "quantity"), (Correct, 0, "date"),
         (Correct, 0, "title"), (Correct, 0, "partner"), (Correct, 0, "note"), (Correct, 1, "kind")]
    ),
)  # fmt: skip
moves = st.lists(st.one_of(texts, buttons), max_size=12)


@given(form=st.sampled_from(["exchange", "event", "agreement", "partner", "stage"]), said=moves)
def test_no_answers_break_a_draft_or_take_a_field_from_it_unasked(form: str, said: list[object]) -> None:
    draft = blank(form)
    for move in said:
        taken = _taken(draft, move)
        if isinstance(taken, Failure):
            continue
        assert taken.turn == draft.turn + 1
        if isinstance(move, str):
            assert _filled(draft) <= _filled(taken)
        assert Draft.unpack(taken.pack()) == taken
        draft = taken
    assert all(isinstance(value, str | int) for row in draft.rows for value in row.values())


def _taken(draft: Draft, move: object) -> Draft | Failure:
    if isinstance(move, str):
        return answer(draft, move, READING)
    assert isinstance(move, tuple)
    return answer(draft, move[0](draft.key, draft.turn, *move[1:]), READING)


def _filled(draft: Draft) -> set[tuple[str, str]]:
    main = [entry for entry in draft.entries if entry.sheet is not Sheet.PARTICIPANTS]
    return {(entry.id, column.rsplit("_uz", 1)[0].removesuffix("_en").removesuffix("_ru"))
            for entry in main for column in entry.row}  # fmt: skip


def test_an_answer_never_changes_the_draft_it_was_given() -> None:
    draft = blank("exchange")
    before = replace(draft)
    answer(draft, "Norway", READING)
    assert draft == before


@pytest.mark.parametrize("said", ["-5", "12", "…"])
def test_a_word_has_letters(said: str) -> None:
    draft = play(blank("exchange"), "Norway", "oldik", "25")
    assert answer(draft, said, READING) == Failure("answer-choice")


def test_what_is_needed_cannot_be_skipped_by_a_dash() -> None:
    draft = play(blank("exchange"), "Norway")
    assert asked(draft) == "direction"
    assert isinstance(answer(draft, "-", READING), Failure)
