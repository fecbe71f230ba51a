"""One's own message, edited: read again before and after it was saved. And two people at one record."""

from bot.demo.standin import Actor, Shown
from db import exchanges, history
from db.vocabulary import Sheet
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import partner, record, shipment
from tests.dialogues.test_logging import logged, presses_and_hears, says_and_hears

SENT = "Kecha Polsha Milliy kutubxonasiga 40 ta kitob yubordik"


async def told(person: Actor, text: str) -> tuple[Shown, Shown]:
    message = await person.says(text)
    return message, await person.hears()


async def test_an_edit_before_saving_renews_the_card_and_keeps_what_was_answered(stage: Stage) -> None:
    async with stage.bot():
        message, card = await told(stage.staff, SENT)
        menu = await presses_and_hears(stage.staff, "✏️", card)
        question = await presses_and_hears(stage.staff, "Asos", menu)
        await presses_and_hears(stage.staff, "hadya", question)
        await stage.staff.edits(message, SENT.replace("40", "45"))
        card = await stage.staff.hears()
        assert "45 ← 45 ta kitob" in card.text
        assert "hadya" in card.text
        await presses_and_hears(stage.staff, "✅", card)
        with stage.store().read() as session:
            saved = exchanges.every(session)[-1]
        assert (saved.quantity, saved.basis) == (45, "gift")


async def test_an_edit_after_saving_offers_the_difference(stage: Stage) -> None:
    async with stage.bot():
        message = await stage.staff.says(SENT)
        card = await stage.staff.hears()
        await presses_and_hears(stage.staff, "✅", card)
        stage.clock.forward(days=3)
        await stage.staff.edits(message, "Oʻtgan kuni Polsha Milliy kutubxonasiga 46 ta kitob yubordik")
        assert "✏️" in (await stage.staff.hears()).text
        card = await stage.staff.hears()
        assert "40 → 46" in card.text
        with stage.store().read() as session:
            assert exchanges.every(session)[-1].quantity == 40
        await presses_and_hears(stage.staff, "✅", card)
        with stage.store().read() as session:
            saved = exchanges.every(session)[-1]
            assert len(exchanges.every(session)) == 12
        assert (saved.quantity, str(saved.date)) == (46, "2026-11-21"), "counted from the day it was said"


async def test_a_fact_more_in_an_edited_message_is_a_record_more(stage: Stage) -> None:
    async with stage.bot():
        message = await stage.staff.says(SENT)
        await presses_and_hears(stage.staff, "✅", await stage.staff.hears())
        await stage.staff.edits(message, f"{SENT}, Eronga 3 ta xarita yubordik")
        await stage.staff.hears()
        receipt = await presses_and_hears(stage.staff, "✅", await stage.staff.hears())
        assert "/x13" in receipt.text
        assert "/x12" not in receipt.text


async def test_a_fact_that_an_edited_message_no_longer_tells_can_go(stage: Stage) -> None:
    async with stage.bot():
        message = await stage.staff.says(f"{SENT}, Eronga 3 ta xarita yubordik")
        await presses_and_hears(stage.staff, "✅", await stage.staff.hears())
        await stage.staff.edits(message, "Kecha Eronga 3 ta xarita yubordik")
        offer = await stage.staff.hears()
        assert "/x12" in offer.text, "of two facts the other one is left, whatever its place"
        sure = await presses_and_hears(stage.staff, "🗑", offer)
        receipt = await presses_and_hears(stage.staff, "🗑", sure)
        assert "↩️" in " ".join(receipt.labels)
        with stage.store().read() as session:
            assert [x.quantity for x in exchanges.every(session)[11:]] == [3]


async def test_an_edit_that_changes_nothing_says_so_and_other_messages_are_passed_over(stage: Stage) -> None:
    async with stage.bot():
        message = await stage.staff.says(SENT)
        await presses_and_hears(stage.staff, "✅", await stage.staff.hears())
        await stage.staff.edits(message, f"{SENT}!")
        unchanged = await stage.staff.hears()
        assert not unchanged.labels
        question, _ = await told(stage.staff, "Polshadan nechta nusxa oldik?")
        await stage.staff.edits(question, "Polshaga nechta nusxa yubordik?")
        await stage.staff.hears_nothing()


async def test_the_second_of_two_editors_sees_what_the_first_has_changed(stage: Stage) -> None:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 40), by=stage.staff)
    async with stage.bot():
        cards = {}
        for person, quantity in ((stage.staff, "41"), (stage.manager, "42")):
            shown = await says_and_hears(person, short)
            card = await presses_and_hears(person, "✏️", shown)
            menu = await presses_and_hears(person, card.labels[1], card)
            copies = next(label for label in menu.labels if label in {"Nusxalar soni", "Экземпляров"})
            question = await presses_and_hears(person, copies, menu)
            assert question.text
            cards[person.id] = await says_and_hears(person, quantity)
        await presses_and_hears(stage.staff, "✅", cards[stage.staff.id])
        warning = await presses_and_hears(stage.manager, "✅", cards[stage.manager.id])
        assert "Staff" in warning.text
        again = await stage.manager.hears()
        assert "41 → 42" in again.text
        number = int(short[2:])
        with stage.store().read() as session:
            kept = exchanges.get(session, number)
        assert kept is not None
        assert kept.quantity == 41, "nothing is overwritten unseen"
        await presses_and_hears(stage.manager, "✅", again)
        with stage.store().read() as session:
            kept = exchanges.get(session, number)
            life = history.of_record(session, Sheet.EXCHANGES, number)
        assert kept is not None
        assert kept.quantity == 42
        assert [entry.batch.actor.name for entry in life] == ["Staff", "Staff", "Manager"]


async def test_what_looks_like_a_recorded_fact_is_shown_before_saving(stage: Stage) -> None:
    async with stage.bot():
        receipt = await logged(stage.staff, SENT)
        card = await says_and_hears(stage.staff, SENT)
        assert receipt.text.split()[2] == "/x12"
        assert "/x12" in card.text
