"""/import in the chat: somebody's spreadsheet, understood, corrected, tried, saved at once, taken back."""

from importlib.resources import files

import pytest

from bot.demo.standin import Actor, Shown
from db import exchanges, imports, records
from db.vocabulary import WORKBOOK
from tests.dialogues.conftest import Stage
from tests.dialogues.test_logging import presses_and_hears, says_and_hears
from tests.record.tabled import ROWS, text_csv, xlsx

GOOD = 4
"""Records that ROWS hold, and a partner that nobody knew."""


def counted(stage: Stage) -> int:
    with stage.store().read() as session:
        return sum(len(records.every(session, sheet)) for sheet in WORKBOOK)


async def sent(person: Actor, name: str, content: bytes) -> Shown:
    """What is shown of a file once it is opened."""
    assert "📥" in (await says_and_hears(person, "/import")).text
    await person.uploads(name, content)
    return await worked(person)


async def worked(person: Actor) -> Shown:
    """The next thing that is said and is not that work goes on."""
    heard = await person.hears()
    while heard.text.startswith("⏳"):
        heard = await person.hears()
    return heard


async def test_a_spreadsheet_is_understood_tried_saved_and_taken_back(stage: Stage) -> None:
    before = counted(stage)
    async with stage.bot():
        shown = await sent(stage.manager, "обмен.xlsx", xlsx({"Лист1": ROWS}))
        assert "C «Получено экз.» → Получено экземпляров" in shown.text
        assert "Национальная библиотека Польши" in shown.text, "rows of it are shown"
        await stage.manager.presses("▶️", shown)
        tried = await worked(stage.manager)
        assert f"Будет добавлено: {GOOD + 1}" in tried.text or "5" in tried.labels[0]
        assert "«Корея» – это место" in tried.text
        assert "столбец Библиотека" in tried.text
        assert "новый партнёр: «Библиотека Бодлея»" in tried.text
        assert counted(stage) == before
        await stage.manager.presses("✅", tried)
        receipt = await worked(stage.manager)
        assert counted(stage) == before + GOOD + 1
        again = await (await stage.manager.presses("✅", tried)).toast()
        assert again.text
        await presses_and_hears(stage.manager, "↩️", receipt)
        assert counted(stage) == before


async def test_a_long_trial_shows_how_far_it_is(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.progress.SECONDS", 0.0)
    async with stage.bot():
        shown = await sent(stage.manager, "обмен.xlsx", xlsx({"Лист1": ROWS}))
        await stage.manager.presses("▶️", shown)
        told = []
        while (heard := await stage.manager.hears()).text.startswith("⏳"):
            told.append(heard.text)
        assert told[0] == "⏳ Сверяю обмен.xlsx с реестром …"
        assert told[-1] == "⏳ Сверяю обмен.xlsx с реестром – 100 %"
        assert len(told) > 3


async def test_what_was_corrected_is_remembered_for_the_same_headings(stage: Stage) -> None:
    rows = [("Кому", "Штук", "Что", "Число"), ("Национальная библиотека Польши", 7, "книги", "2016")]
    async with stage.bot():
        shown = await sent(stage.manager, "a.csv", text_csv(rows, "utf-8"))
        menu = await presses_and_hears(stage.manager, "🗂", shown)
        shown = await presses_and_hears(stage.manager, "обмен", menu)
        assert not any(label.startswith("▶️") for label in shown.labels), "the direction is not told"
        for button, meaning in (("B:", "Экземпляров"), ("C:", "Материал"), ("D:", "Дата"), ("A:", "Партнёр")):
            menu = await presses_and_hears(stage.manager, button, shown)
            shown = await presses_and_hears(stage.manager, meaning, menu)
        menu = await presses_and_hears(stage.manager, "↔️", shown)
        shown = await presses_and_hears(stage.manager, "отправлено", menu)
        await stage.manager.presses("▶️", shown)
        tried = await worked(stage.manager)
        await stage.manager.presses("✅", tried)
        await worked(stage.manager)
        with stage.store().read() as session:
            saved = exchanges.every(session)[-1]
        assert (saved.quantity, saved.direction, saved.material) == (7, "sent", "books")

        rows.append(("Национальная библиотека Польши", 9, "карты", "2017"))
        shown = await sent(stage.manager, "b.csv", text_csv(rows, "cp1251"))
        await stage.manager.presses("▶️", shown)
        tried = await worked(stage.manager)
        assert "без изменений: 1" in tried.text.casefold()
        assert "(1)" in tried.labels[0]


async def test_possible_duplicates_are_left_out_unless_they_are_wanted(stage: Stage) -> None:
    head = ("Партнёр", "Получено", "Отправлено", "Дата", "Примечание")
    row = ("Национальная библиотека Польши", 7, None, "12.03.2016", None)
    async with stage.bot():
        for note in (None, "иначе"):
            rows = [head, (*row[:4], note)]
            shown = await sent(stage.manager, "a.xlsx", xlsx({"Обмен": rows}))
            await stage.manager.presses("▶️", shown)
            tried = await worked(stage.manager)
            assert ("🔁" in tried.text) == (note is not None)
            assert sum(label.startswith("✅") for label in tried.labels) == 1
            await stage.manager.presses("✅", tried)
            await worked(stage.manager)
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 13


async def test_the_registrys_own_workbook_goes_in_to_the_letter(stage: Stage) -> None:
    own = (files("db") / "sample" / "registry-2016.xlsx").read_bytes()
    async with stage.bot():
        tried = await sent(stage.manager, "registry.xlsx", own)
        assert "69" in tried.text
        assert not any(label.startswith("✅") for label in tried.labels), "nothing in it is new"
        await presses_and_hears(stage.manager, "✖️", tried)


async def test_the_import_goes_on_after_a_restart(stage: Stage) -> None:
    async with stage.bot():
        shown = await sent(stage.manager, "обмен.xlsx", xlsx({"Лист1": ROWS}))
    async with stage.bot():
        await stage.manager.presses("▶️", shown)
        tried = await worked(stage.manager)
    async with stage.bot():
        await stage.manager.presses("✅", tried)
        await worked(stage.manager)
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 11 + GOOD
            assert imports.get(session, 1) is None


@pytest.mark.parametrize("name", ["bomb.xlsx", "letter.pdf"])
async def test_what_is_no_spreadsheet_is_refused(stage: Stage, name: str) -> None:
    async with stage.bot():
        shown = await sent(stage.manager, name, b"PK nothing")
        assert ".xlsx" in shown.text
        assert not shown.labels


async def test_only_managers_import(stage: Stage) -> None:
    async with stage.bot():
        refused = await says_and_hears(stage.staff, "/import")
        assert "📥" not in refused.text
        await stage.staff.uploads("a.xlsx", xlsx({"Лист1": ROWS}), caption="/import")
        assert (await stage.staff.hears()).text == refused.text
