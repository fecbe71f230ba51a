"""Drafts as people see them: questions with buttons, cards, receipts, in four languages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.html import plain
from bot.record.draft import Asking, Draft, Entry, Failure, Mode, Pick
from bot.record.forms import FORMS
from bot.record.receipt import Done, Line, Receipt
from bot.show import drafts
from bot.show.buttons import Undo, pack, unpack
from bot.show.reply import TEXT_LIMIT, Button, Reply
from bot.words import Words
from db.vocabulary import Language, Names, Partner, Row, Sheet

TODAY = date(2026, 11, 23)
PARTNER = Partner(no=1, id="nor", names=Names("National Library of Norway"))
TAG = re.compile(r"</?(?:b|i|s)>")


def name(sheet: Sheet, id_: str) -> str | None:
    return {"nor": "National Library of Norway"}.get(id_)


def exchange(row: Row | None = None, language: Language = Language.EN) -> Draft:
    entry = Entry(Sheet.EXCHANGES, {"id": "new1", **(row or {})})
    return Draft("19ab01c2d3e", "exchange", language, (entry,), by_form=True).onward()


def actions(reply: Reply) -> list[object]:
    return [button.action for row in reply.buttons for button in row if isinstance(button, Button)]


def labels(reply: Reply) -> list[str]:
    return [button.label for row in reply.buttons for button in row]


FULL: Row = {
    "partner": "nor", "direction": "received", "quantity": 1200, "material": "books", "basis": "gift",
    "date": "2026-11-22",
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_a_card_shows_every_asked_field_and_its_buttons_say_what_they_do(language: Language) -> None:
    words = Words(language)
    card = drafts.card(exchange(FULL, language), words, name)
    said = plain(card.text)
    shown_words = [
        words.plain(f"word-{key}") for key in ("direction-received", "material-books", "basis-gift")
    ]
    for shown in ("National Library of Norway", *shown_words, "22"):
        assert shown in said
    assert re.search(r"1\W?200", said)
    first, *_, last = labels(card)
    assert first.startswith("✅")
    assert last.startswith("✖️")


def test_what_is_open_is_said_to_be_not_recorded() -> None:
    draft = exchange({"partner": "nor", "direction": "sent"})
    card = plain(drafts.card(draft, Words(Language.EN), name).text)
    assert "Copies: not recorded" in card
    assert "Date: not recorded" in card


def test_a_field_shows_what_it_was_read_from_and_doubt_is_marked() -> None:
    entry = Entry(
        Sheet.EXCHANGES, dict(FULL), {"date": "kecha", "partner": "Norvegiyadan"}, frozenset({"direction"})
    )
    draft = Draft("k", "exchange", Language.EN, (entry,)).onward()
    card = plain(drafts.card(draft, Words(Language.EN), name).text)
    assert "Date: 22 November 2026 ← kecha" in card
    assert "Direction: received ⚠️" in card
    assert "some doubt" in card


def test_an_edit_shows_before_and_after() -> None:
    base: Row = {"id": "x7", **FULL}
    entry = Entry(Sheet.EXCHANGES, {**base, "quantity": 30}, base=base, no=7)
    draft = Draft("k", "exchange", Language.EN, (entry,)).onward()
    assert "Copies: 1,200 → 30" in plain(drafts.card(draft, Words(Language.EN), name).text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_field_of_every_form_can_be_asked_for(form: str, language: Language) -> None:
    words = Words(language)
    entry = Entry(FORMS[form].sheet, {"id": "new1"})
    for field in FORMS[form].fields:
        for mode in (Mode.PLAIN, Mode.YEAR):
            draft = Draft("19ab01c2d3e", form, language, (entry,), asking=Asking(0, field.name, mode))
            reply = drafts.question(draft, words, name, TODAY, (PARTNER,))
            assert plain(reply.text).strip()
            for action in actions(reply):
                assert unpack(pack(action)) == action  # type: ignore[arg-type]


def test_the_buttons_of_a_date_are_days() -> None:
    draft = exchange({"partner": "nor", "direction": "sent", "quantity": 1, "material": "books"})
    values = [
        a.value
        for a in actions(drafts.question(draft, Words(Language.EN), name, TODAY))
        if isinstance(a, Pick)
    ]
    assert values == ["2026-11-23", "2026-11-22"]


def test_recent_partners_are_offered_by_short_id() -> None:
    reply = drafts.question(exchange(), Words(Language.EN), name, TODAY, (PARTNER,))
    assert Pick("19ab01c2d3e", 1, "p1") in actions(reply)
    assert labels(reply)[0] == "National Library of Norway"


def test_a_needed_field_cannot_be_skipped() -> None:
    assert "Skip" not in labels(drafts.question(exchange(), Words(Language.EN), name, TODAY))
    asked = exchange({"partner": "nor", "direction": "sent"})
    assert "Skip" in labels(drafts.question(asked, Words(Language.EN), name, TODAY))


def test_an_unknown_partner_is_offered_as_new_beside_those_it_looks_like() -> None:
    entry = Entry(Sheet.EXCHANGES, {"id": "new1"})
    asking = Asking(0, "partner", Mode.NEW, "<Norge>", ("nor",))
    draft = Draft("k", "exchange", Language.EN, (entry,), asking=asking)
    reply = drafts.question(draft, Words(Language.EN), name, TODAY)
    assert "“&lt;Norge&gt;” is not in the registry" in reply.text
    assert labels(reply)[:2] == ["National Library of Norway", "➕ Add as new"]


def test_a_receipt_carries_short_ids_and_undo() -> None:
    line = Line(Sheet.EXCHANGES, 57, Done.ADDED, {"id": "x57", **FULL})
    reply = drafts.receipt(Receipt(9, (line,)), Words(Language.EN), name)
    assert plain(reply.text).startswith(
        "✅ Saved: /x57 — National Library of Norway · received · 1,200 copies"
    )
    assert actions(reply) == [Undo(9)]
    assert drafts.receipt(Receipt(9, (line,), undoable=False), Words(Language.EN), name).buttons == ()


def test_the_menu_names_every_field_once() -> None:
    menu = drafts.field_menu(exchange(FULL), Words(Language.EN), name)
    shown = labels(menu)
    assert {"Partner", "Copies", "Date", "Note"} <= set(shown)
    assert len(shown) == len(set(shown))


def test_many_facts_are_lines_and_can_be_left_out() -> None:
    entries = tuple(Entry(Sheet.EXCHANGES, {"id": f"new{n}", **FULL, "quantity": n}) for n in range(1, 7))
    draft = Draft("k", "exchange", Language.EN, entries).onward()
    card = plain(drafts.card(draft, Words(Language.EN), name).text)
    assert "6. Exchange: National Library of Norway · received · 6 copies" in card
    assert "✖️ Leave out no. 6" in labels(drafts.field_menu(draft, Words(Language.EN), name))


@pytest.mark.parametrize("language", list(Language))
def test_every_failure_is_worded(language: Language) -> None:
    keys: dict[str, Row] = {
        "draft-old": {}, "draft-not-understood": {}, "answer-number": {}, "answer-date": {"said": "<x>"},
            "answer-too-long": {"limit": 300}, "answer-empty": {}, "answer-choice": {},
            "answer-people": {"said": "<x>"}}  # fmt: skip
    for key, values in keys.items():
        said = drafts.failure(Failure(key, values), Words(language))
        assert said
        assert "<x>" not in said


hostile = st.text(max_size=400) | st.sampled_from(
    ["<b>&amp;</a>", "<script>", "\u202eabc", "&lt;", "x" * 4096]
)


@given(name_=hostile, note=hostile, quote=hostile)
def test_a_card_never_shows_markup_that_is_not_its_own(name_: str, note: str, quote: str) -> None:
    partner = Entry(Sheet.PARTNERS, {"id": "new2", "name_en": name_ or "x"})
    row: Row = {
        "id": "new1",
        "partner": "new2",
        "direction": "sent",
        "note": note or "x",
        "material": name_ or "x",
    }
    entry = Entry(Sheet.EXCHANGES, row, {"partner": quote, "note": quote})
    draft = Draft("k", "exchange", Language.EN, (partner, entry)).onward()
    words = Words(Language.EN)
    for reply in (drafts.card(draft, words, name), drafts.field_menu(draft, words, name)):
        assert "<" not in TAG.sub("", reply.text)
        assert len(plain(reply.text)) <= TEXT_LIMIT
        assert all(unpack(pack(action)) == action for action in actions(reply))  # type: ignore[arg-type]


def test_a_card_of_very_many_facts_still_fits_one_message() -> None:
    note = {"note": "n" * 300}
    entries = tuple(Entry(Sheet.EXCHANGES, {"id": f"new{n}", **FULL, **note}) for n in range(1, 61))
    draft = Draft("19ab01c2d3e", "exchange", Language.EN, entries).onward()
    for reply in (
        drafts.card(draft, Words(Language.EN), name),
        drafts.field_menu(draft, Words(Language.EN), name),
    ):
        assert len(plain(reply.text)) <= TEXT_LIMIT
        assert len(labels(reply)) <= 100
    assert labels(drafts.card(draft, Words(Language.EN), name))[0].startswith("✅")
