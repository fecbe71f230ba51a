"""Drafts in the database: kept, resumed, saved exactly once, undone by those who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from bot.language.names import Gazetteer
from bot.record import dialogue, undo
from bot.record.draft import Choice, Correct, Failure, Pick, Skip
from bot.record.readers import Reading
from bot.record.receipt import Done, Receipt
from db import agreements, dialogues, exchanges, history, ourselves, partners, records
from db.history import Actor
from db.refused import Refused
from db.store import Store
from db.vocabulary import Language, Role, Row, Sheet
from tests.record.invented import PARTNERS, TODAY

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
ANVAR, BARNO = Actor(11, "Anvar"), Actor(12, "Barno")
CHAT = 11


@pytest.fixture
def registry(store: Store) -> Store:
    """The invented partners and two papers, in a real database."""
    rows: list[Row] = []
    for partner in PARTNERS:
        row = {
            "sheet": "partners",
            "id": partner.id,
            "country": partner.country or "",
            "city": partner.city or "",
        }
        rows.append({**row, "name_en": partner.names.en or "", "name_uz_latn": partner.names.uz_latn or ""})
    rows.append({"sheet": "agreements", "id": "a-mn", "partner": "mn", "state": "draft"})
    rows.append({"sheet": "agreements", "id": "a-nor", "partner": "nor", "kind": "memorandum",
                 "term": "2021-05-06/2026-05-05"})  # fmt: skip
    with store.write() as session:
        ourselves.fill(session, "Silk Road Library", "Tashkent", "UZ")
        history.save(session, history.TERMINAL, rows, now=NOW)
    return store


def names(session: Session) -> Gazetteer:
    return Gazetteer.build(ourselves=ourselves.get(session), partners=partners.every(session),
                           agreements=agreements.every(session))  # fmt: skip


def known(session: Session) -> Reading:
    return dialogue.reading(session, names(session), TODAY, Language.UZ_LATN)


def say(store: Store, said: str | type[Choice], *carried: object) -> dialogue.Held:
    """One turn in a transaction of its own, as after a restart."""
    with store.write() as session:
        held = dialogue.held(session, 11, CHAT)
        assert held is not None
        press: Callable[..., str | Choice] = str if isinstance(said, str) else said
        move = said if isinstance(said, str) else press(held.draft.key, held.draft.turn, *carried)
        taken = dialogue.carry_on(session, held, move, known(session), NOW)
        assert not isinstance(taken, Failure), taken
        return taken


def begin(store: Store, form: str, text: str = "") -> dialogue.Held:
    with store.write() as session:
        return dialogue.hold(session, 11, CHAT, dialogue.blank(form, text, known(session), NOW), NOW)


def state(store: Store, text: str) -> dialogue.Held | None:
    with store.write() as session:
        draft = dialogue.stated(text, known(session), dialogue.view(session), NOW)
        return dialogue.hold(session, 11, CHAT, draft, NOW) if draft else None


def save(store: Store, held: dialogue.Held, actor: Actor = ANVAR) -> Receipt:
    with store.write() as session:
        now_held = dialogue.held(session, 11, CHAT)
        return dialogue.confirm(session, actor, now_held, held.draft.key, held.draft.turn, NOW)


def test_a_form_is_answered_in_many_transactions_and_saved_once(registry: Store) -> None:
    begin(registry, "exchange")
    for said in ("Norvegiya", "oldik", "25", "kitob", "kecha"):
        say(registry, said)
    held = say(registry, Skip)
    assert held.draft.asking is None
    receipt = save(registry, held)
    assert [(line.sheet, line.done) for line in receipt.lines] == [(Sheet.EXCHANGES, Done.ADDED)]
    with pytest.raises(Refused) as refused:
        save(registry, held)
    assert refused.value.key == "draft-saved"
    with registry.read() as session:
        assert [(x.quantity, x.material, str(x.date)) for x in exchanges.every(session)] == [
            (25, "books", "2026-11-22")
        ]
        assert dialogues.get(session, 11, CHAT) is None


def test_a_recent_partner_is_picked_by_its_short_id(registry: Store) -> None:
    begin(registry, "exchange")
    with registry.read() as session:
        norway = partners.by_id(session, "nor")
    assert norway is not None
    assert say(registry, Pick, f"p{norway.no}").draft.entries[0].row["partner"] == "nor"


def test_one_line_with_a_new_partner_saves_both(registry: Store) -> None:
    held = state(registry, "Bugun Yagellon universiteti kutubxonasidan 8 ta kitob oldik")
    assert held is not None
    assert held.draft.asking is None
    receipt = save(registry, held)
    assert [line.sheet for line in receipt.lines] == [Sheet.PARTNERS, Sheet.EXCHANGES]
    with registry.read() as session:
        assert exchanges.every(session)[-1].partner == receipt.lines[0].no


def test_what_is_no_log_begins_nothing(registry: Store) -> None:
    assert state(registry, "Ertaga Oslodan kitob keladi") is None


def test_an_event_is_saved_with_its_people(registry: Store) -> None:
    held = state(registry, "Kecha Bishkekda seminar boʻlib oʻtdi, 3 nafar xodimimiz qatnashdi")
    assert held is not None
    receipt = save(registry, held)
    assert [line.sheet for line in receipt.lines] == [Sheet.EVENTS, Sheet.PARTICIPANTS]


def test_a_termination_changes_the_recorded_agreement(registry: Store) -> None:
    held = state(registry, "Norvegiya bilan memorandum bekor qilindi")
    assert held is not None
    receipt = save(registry, held)
    assert [(line.done, line.row["state"]) for line in receipt.lines] == [(Done.CHANGED, "terminated")]


def test_a_stage_without_an_open_draft_asks_which_agreement(registry: Store) -> None:
    held = state(registry, "Adliya vazirligi Norvegiya bilan kelishuv loyihasini qaytardi")
    assert held is not None
    assert held.draft.asking is not None
    assert held.draft.asking.candidates == ("a-nor",)
    receipt = save(registry, say(registry, Pick, "0"))
    assert receipt.lines[0].row["agreement"] == "a-nor"


def test_a_card_that_is_not_the_newest_saves_nothing(registry: Store) -> None:
    old = state(registry, "Bugun Norvegiyadan 5 ta kitob oldik")
    assert old is not None
    say(registry, "6 ta kitob")
    with pytest.raises(Refused) as refused:
        save(registry, old)
    assert refused.value.key == "draft-old"


def test_a_new_draft_takes_the_old_ones_place_and_the_old_card_is_dead(registry: Store) -> None:
    old = state(registry, "Bugun Norvegiyadan 5 ta kitob oldik")
    assert old is not None
    with registry.write() as session:
        later = NOW.replace(minute=1)
        draft = dialogue.stated(
            "Bugun Xitoydan 7 ta kitob oldik", known(session), dialogue.view(session), later
        )
        assert draft is not None
        dialogue.hold(session, 11, CHAT, draft, later)
    with pytest.raises(Refused) as refused:
        save(registry, old)
    assert refused.value.key == "draft-saved"


def test_a_discarded_draft_is_gone(registry: Store) -> None:
    held = state(registry, "Bugun Norvegiyadan 5 ta kitob oldik")
    assert held is not None
    with registry.write() as session:
        dialogue.discard(session, dialogue.held(session, 11, CHAT), held.draft.key)
    with pytest.raises(Refused), registry.write() as session:
        dialogue.discard(session, dialogue.held(session, 11, CHAT), held.draft.key)


def one_exchange(store: Store, actor: Actor = ANVAR) -> Receipt:
    held = state(store, "Bugun Norvegiyadan 5 ta kitob oldik")
    assert held is not None
    return save(store, held, actor)


def test_a_likely_double_is_shown_before_saving(registry: Store) -> None:
    first = one_exchange(registry)
    again = state(registry, "Kecha Norvegiyadan 5 ta kitob oldik")
    assert again is not None
    assert again.draft.likes == (f"x{first.lines[0].no}",)
    other = state(registry, "Kecha Norvegiyadan 6 ta kitob oldik")
    assert other is not None
    assert other.draft.likes == ()


def test_an_edit_is_the_same_form_filled_in(registry: Store) -> None:
    no = one_exchange(registry).lines[0].no
    with registry.write() as session:
        dialogue.hold(
            session, 11, CHAT, dialogue.edited(session, Sheet.EXCHANGES, no, known(session), NOW), NOW
        )
    say(registry, Correct, 0, "quantity")
    receipt = save(registry, say(registry, "9"))
    assert [(line.done, line.row["quantity"]) for line in receipt.lines] == [(Done.CHANGED, 9)]


def test_the_second_of_two_editors_does_not_overwrite_the_first(registry: Store) -> None:
    no = one_exchange(registry).lines[0].no
    with registry.write() as session:
        dialogue.hold(
            session, 11, CHAT, dialogue.edited(session, Sheet.EXCHANGES, no, known(session), NOW), NOW
        )
    say(registry, Correct, 0, "quantity")
    held = say(registry, "9")
    with registry.write() as session:
        history.save(session, BARNO, [{"sheet": "exchanges", "no": no, "quantity": 8}], now=NOW)
    with pytest.raises(Refused) as refused:
        save(registry, held)
    assert refused.value.key == "changed-since"
    with registry.read() as session:
        record = records.get(session, Sheet.EXCHANGES, no)
        assert getattr(record, "quantity", None) == 8
        assert dialogue.held(session, 11, CHAT) is not None


def test_an_edit_of_nothing_saves_nothing(registry: Store) -> None:
    no = one_exchange(registry).lines[0].no
    with registry.write() as session:
        draft = dialogue.edited(session, Sheet.EXCHANGES, no, known(session), NOW)
        held = dialogue.hold(session, 11, CHAT, draft, NOW)
    with pytest.raises(Refused) as refused:
        save(registry, held)
    assert refused.value.key == "draft-empty"


def test_undo_takes_back_ones_own_and_a_managers_reach_is_all(registry: Store) -> None:
    receipt = one_exchange(registry)
    with pytest.raises(Refused) as refused, registry.write() as session:
        undo.undo(session, BARNO, Role.STAFF, receipt.batch, now=NOW)
    assert refused.value.key == "undo-not-yours"
    with registry.write() as session:
        back = undo.undo(session, BARNO, Role.MANAGER, receipt.batch, now=NOW)
    assert [line.done for line in back.lines] == [Done.REMOVED]
    with registry.read() as session:
        assert exchanges.every(session) == ()


def test_the_last_own_batch_is_undone_once(registry: Store) -> None:
    one_exchange(registry)
    with registry.write() as session:
        assert undo.undo_last(session, ANVAR, Role.STAFF, now=NOW).lines[0].done is Done.REMOVED
    with pytest.raises(Refused) as refused, registry.write() as session:
        undo.undo_last(session, ANVAR, Role.STAFF, now=NOW)
    assert refused.value.key == "undo-nothing"


def test_a_command_with_words_fills_what_they_say(registry: Store) -> None:
    held = begin(registry, "exchange", "Norvegiyadan 25 ta kitob")
    assert held.draft.asking is not None
    assert held.draft.asking.field == "direction"
    assert held.draft.entries[0].row["quantity"] == 25
