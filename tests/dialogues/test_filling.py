"""What helps to fill in a form: forms as buttons, a month to pick from, an event like the last one."""

from db import events, programmes, promises
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import record
from tests.dialogues.test_logging import presses_and_hears, says_and_hears


async def test_log_offers_the_forms_that_have_no_command(stage: Stage) -> None:
    async with stage.bot():
        offered = await says_and_hears(stage.staff, "/log")
        await presses_and_hears(stage.staff, "Dastur", offered)
        card = await says_and_hears(stage.staff, "Raqamlashtirish loyihasi")
        while not any(label.startswith("✅") for label in card.labels):
            card = await presses_and_hears(stage.staff, "Oʻtkazib", card)
        assert "/g" in (await presses_and_hears(stage.staff, "✅", card)).text
        with stage.store().read() as session:
            assert "Raqamlashtirish loyihasi" in programmes.every(session)[-1].titles.every()


async def test_a_promise_is_recorded_with_a_day_out_of_the_calendar(stage: Stage) -> None:
    async with stage.bot():
        offered = await says_and_hears(stage.staff, "/log")
        await presses_and_hears(stage.staff, "Vaʼda", offered)
        question = await says_and_hears(stage.staff, "Katalogni yuborish")
        question = await presses_and_hears(stage.staff, "Oʻtkazib", question)
        month = await presses_and_hears(stage.staff, "📅", question)
        assert "2026-yil noyabr" in month.labels
        month = await presses_and_hears(stage.staff, "›", month)
        assert "2026-yil dekabr" in month.labels
        question = await presses_and_hears(stage.staff, "15", month)
        card = await presses_and_hears(stage.staff, "Oʻtkazib", question)
        await presses_and_hears(stage.staff, "✅", card)
        assert (await (await stage.staff.presses("15", month)).toast()).text, "the month is out of date"
        with stage.store().read() as session:
            (kept,) = promises.every(session)
        assert (kept.title, str(kept.due)) == ("Katalogni yuborish", "2026-12-15")


async def test_the_next_edition_of_an_event_is_like_the_last(stage: Stage) -> None:
    row = {"sheet": "events", "title_en": "Freedonia Forum 2026", "kind": "forum", "date": "2026-04-06",
           "city": "Busan", "topic": "Reading"}  # fmt: skip
    [short] = record(stage, row)
    async with stage.bot():
        card = await says_and_hears(stage.staff, short)
        draft = await presses_and_hears(stage.staff, "🔁", card)
        assert "Freedonia Forum 2027" in draft.text
        assert "Reading" not in draft.text
        await presses_and_hears(stage.staff, "✖️", draft)
        draft = await says_and_hears(stage.staff, "Freedonia Forum 2028 like 2026")
        await presses_and_hears(stage.staff, "✅", draft)
        with stage.store().read() as session:
            kept = events.every(session)[-1]
        assert (kept.titles.en, str(kept.date), kept.topic) == ("Freedonia Forum 2028", "2028-04-03", None)
