"""Logging an exchange and an event: only what is missing is asked, one card, saved once, taken back."""

import re

from bot.demo.standin import Actor, Press, Shown, people
from db import dialogues, events, exchanges, participants, promises
from tests.dialogues.conftest import Stage


def saved_as(shown: Shown, letter: str = "x") -> int:
    found = re.search(rf"/{letter}(\d+)", shown.text)
    assert found, shown.text
    return int(found[1])


async def says_and_hears(person: Actor, text: str) -> Shown:
    await person.says(text)
    return await person.hears()


async def presses_and_hears(person: Actor, button: str, on: Shown) -> Shown:
    await person.presses(button, on)
    return await person.hears()


async def test_one_line_becomes_a_card_and_only_the_tick_saves_it(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")
        card = await stage.staff.hears()
        while not any(label.startswith("✅") for label in card.labels):
            card = await presses_and_hears(stage.staff, "Oʻtkazib", card)
        assert "Polsha Milliy kutubxonasi" in card.text
        assert "25" in card.text
        assert "2026-yil 23-noyabr" in card.text
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 11

        receipt = await presses_and_hears(stage.staff, "✅", card)
        number = saved_as(receipt)
        again = await stage.staff.presses("✅", card)
        assert (await again.toast()).text
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 12
            record = exchanges.get(session, number)
        assert record is not None
        assert (record.quantity, record.direction, str(record.date)) == (25, "received", "2026-11-23")


async def test_a_saved_exchange_is_undone_and_the_undo_is_not_repeated(stage: Stage) -> None:
    async with stage.bot():
        receipt = await logged(stage.staff, "Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")
        await stage.staff.says("/undo")
        assert "↩️" in (await stage.staff.hears()).text
        with stage.store().read() as session:
            assert exchanges.get(session, saved_as(receipt)) is None
            assert len(exchanges.every(session)) == 11
        await stage.staff.says("/undo")
        await stage.staff.hears()
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 11


async def logged(person: Actor, text: str) -> Shown:
    card = await says_and_hears(person, text)
    while not any(label.startswith("✅") for label in card.labels):
        skip = next(label for label in card.labels if label in {"Oʻtkazib yuborish", "Пропустить", "Skip"})
        card = await presses_and_hears(person, skip, card)
    return await presses_and_hears(person, "✅", card)


async def test_the_form_asks_one_thing_at_a_time_with_buttons(stage: Stage) -> None:
    async with stage.bot():
        asked = [await says_and_hears(stage.staff, "/exchange")]
        asked.append(await says_and_hears(stage.staff, "шанхай"))
        asked.append(await presses_and_hears(stage.staff, "olingan", asked[-1]))
        asked.append(await says_and_hears(stage.staff, "40"))
        asked.append(await presses_and_hears(stage.staff, "kitoblar", asked[-1]))
        asked.append(await presses_and_hears(stage.staff, "Bugun", asked[-1]))
        card = await presses_and_hears(stage.staff, "hadya", asked[-1])

        questions = [shown.text for shown in asked]
        assert len(set(questions)) == len(questions) == 6
        assert not any(label.startswith("✅") for shown in asked for label in shown.labels)
        number = saved_as(await presses_and_hears(stage.staff, "✅", card))
        with stage.store().read() as session:
            record = exchanges.get(session, number)
            assert dialogues.get(session, 1001, 1001) is None
        assert record is not None
        assert (record.quantity, record.material, record.basis) == (40, "books", "gift")


async def test_an_event_is_logged_with_its_participants(stage: Stage) -> None:
    async with stage.bot():
        said = "Вчера в Бишкеке прошёл семинар, участвовали 3 наших сотрудника"
        number = saved_as(await logged(stage.manager, said), "e")
        with stage.store().read() as session:
            event = events.get(session, number)
            who = [p for p in participants.every(session) if p.event == number]
        assert event is not None
        assert (event.kind, event.city, str(event.date)) == ("seminar", "Bishkek", "2026-11-22")
        assert [(p.count, p.institution and p.institution.is_us) for p in who] == [(3, True)]


async def test_a_dialogue_goes_on_after_the_bot_was_restarted(stage: Stage) -> None:
    async with stage.bot():
        await says_and_hears(stage.staff, "/exchange")
        question = await says_and_hears(stage.staff, "Eron")
        assert "Eron" in question.text
    async with stage.bot():
        labels = question.labels
        again = await presses_and_hears(stage.staff, labels[0], question)
        assert "Eron" in again.text


async def test_cancel_saves_nothing(stage: Stage) -> None:
    async with stage.bot():
        await says_and_hears(stage.staff, "/exchange")
        await says_and_hears(stage.staff, "Eron")
        assert "✖️" in (await says_and_hears(stage.staff, "/cancel")).text
        with stage.store().read() as session:
            assert dialogues.get(session, 1001, 1001) is None
            assert len(exchanges.every(session)) == 11


async def test_a_question_and_a_plan_are_no_logs(stage: Stage) -> None:
    async with stage.bot():
        for text in ("Polshadan nechta nusxa oldik?", "Ertaga Polshaga 10 ta kitob yuborsak kerak", "rahmat"):
            answer = await says_and_hears(stage.staff, text)
            assert not any(label.startswith("✅") for label in answer.labels), text


async def test_staff_do_not_undo_what_others_saved(stage: Stage) -> None:
    async with stage.bot():
        receipt = await logged(stage.manager, "Сегодня получили из Национальной библиотеки Польши 25 книг")
        mine = await says_and_hears(stage.staff, "/help")
        forged = receipt.button("↩️").data or ""
        pressed = people.presses(stage.telegram.telegram, stage.staff.person, mine.message, forged)
        assert (await Press(stage.telegram, pressed).toast()).text
        await stage.staff.says("/undo")
        await stage.staff.hears()
        with stage.store().read() as session:
            assert exchanges.get(session, saved_as(receipt)) is not None


HOSTILE = ("<b>x</b> & <script>", "\u202eevil\u200b", "a" * 4096, "=1+1", "'; DROP TABLE events; --")


async def test_hostile_text_is_shown_and_not_obeyed(stage: Stage) -> None:
    async with stage.bot():
        await says_and_hears(stage.staff, "/event")
        for text in HOSTILE:
            answer = await says_and_hears(stage.staff, text)
            assert answer.text
            assert not answer.formatted("bold") or "x" not in answer.formatted("bold")
            await says_and_hears(stage.staff, "/cancel")
            await says_and_hears(stage.staff, "/event")


async def test_a_promise_of_ours_with_its_day_is_one_line(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("Polsha Milliy kutubxonasiga 15-martgacha katalog yuborishga vaʼda berdik")
        card = await stage.staff.hears()
        assert "Polsha Milliy kutubxonasi" in card.text
        assert "2027-yil 15-mart" in card.text
        await presses_and_hears(stage.staff, "✅", card)
        with stage.store().read() as session:
            kept = promises.every(session)
    assert [(p.title, str(p.due)) for p in kept] == [("Katalog yuborishga", "2027-03-15")]


async def test_who_came_to_a_recorded_event_is_added_to_it(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says(
            "Two people from the National Library of Poland took part in Central Asia 2015"
        )
        card = await stage.staff.hears()
        assert "Central Asia – 2015" in card.text
        assert "Polsha Milliy kutubxonasi" in card.text
        await presses_and_hears(stage.staff, "✅", card)
        with stage.store().read() as session:
            event = next(e for e in events.every(session) if e.id == "e-ca-2015")
            came = [p for p in participants.every(session) if p.event == event.no]
    assert 2 in {p.count for p in came}
