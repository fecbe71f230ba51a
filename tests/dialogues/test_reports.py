"""A report in the chat, pasted or sent as a file: a list to review, saved as a whole or one by one."""

from collections.abc import Callable

import pytest

from bot.demo.standin import Actor, Shown
from bot.show.buttons import pack
from bot.show.choices import CloseReview, Judge, SaveAll, Verdict
from db import chores, exchanges, history, partners, records
from db.chores import Chore
from db.vocabulary import WORKBOOK, Language
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.test_logging import presses_and_hears, says_and_hears
from tests.record.written import docx, docx_bomb

REPORT = """2025-yil hisoboti

Yil davomida Polsha Milliy kutubxonasidan 128 ta kitob oldik. Ularning barchasi katalogga kiritildi.
Polsha Milliy kutubxonasiga 94 ta kitob yubordik. Ular ham minnatdor boʻldi va bizga xat yozishdi.
14-fevral kuni Vyetnam Milliy kutubxonasi bilan besh yilga memorandum imzolandi.
Vyetnam Milliy kutubxonasiga 12 ta xarita sovgʻa qildik. Marosim asosiy binoda oʻtdi.
Eron Milliy kutubxonasidan 30 ta kitob oldik. Qoʻlyozmalar ham bor, ammo ularning soni aytilmagan.
"""
NEW = 5


def counted(stage: Stage) -> int:
    with stage.store().read() as session:
        return sum(len(records.every(session, sheet)) for sheet in WORKBOOK)


async def reviewed(person: Actor, text: str = REPORT) -> Shown:
    """The list, once the text has been read."""
    await person.says(text)
    return await read_out(person)


async def read_out(person: Actor) -> Shown:
    """What is said once the reading is done; on a slow day it tells how far it is."""
    heard = await person.hears()
    assert "⏳" in heard.text
    while "⏳" in heard.text:
        heard = await person.hears()
    return heard


async def test_a_pasted_report_becomes_a_list_and_is_saved_as_a_whole_and_taken_back(stage: Stage) -> None:
    before = counted(stage)
    async with stage.bot():
        listed = await reviewed(stage.staff)
        assert "“Yil davomida Polsha Milliy kutubxonasidan 128 ta kitob oldik" in listed.text
        assert f"yangi: {NEW}" in listed.text
        assert counted(stage) == before, "nothing is saved without ✅"
        await stage.staff.presses("✅", listed)
        after, receipt = await stage.staff.hears(), await stage.staff.hears()
        assert f"saqlandi: {NEW}" in after.text
        assert counted(stage) == before + NEW + 1, "five facts and a partner that nobody knew"
        again = await (await stage.staff.presses("✅", listed)).toast()
        assert again.text
        assert counted(stage) == before + NEW + 1
        await presses_and_hears(stage.staff, "↩️", receipt)
        assert counted(stage) == before
        page = await presses_and_hears(stage.staff, "1", after)
        assert "✅" in " ".join(page.labels), "what was taken back can be saved again"


async def test_items_are_saved_left_out_and_corrected_one_by_one(stage: Stage) -> None:
    async with stage.bot():
        listed = await reviewed(stage.staff)
        one = await presses_and_hears(stage.staff, "2", listed)
        assert "94" in one.text
        await stage.staff.presses("✅", one)
        listed, receipt = await stage.staff.hears(), await stage.staff.hears()
        assert "saqlandi: 1" in listed.text
        assert "/x12" in receipt.text
        one = await presses_and_hears(stage.staff, "1", listed)
        listed = await presses_and_hears(stage.staff, "✖️", one)
        assert "olinmadi: 1" in listed.text

        one = await presses_and_hears(stage.staff, "4", listed)
        menu = await presses_and_hears(stage.staff, "✏️", one)
        await presses_and_hears(stage.staff, "2. Nusxalar", menu)
        card = await says_and_hears(stage.staff, "13")
        await stage.staff.presses("✅", card)
        receipt, listed = await stage.staff.hears(), await stage.staff.hears()
        assert "saqlandi: 2" in listed.text
        with stage.store().read() as session:
            assert exchanges.every(session)[-1].quantity == 13
        await stage.staff.presses("✅", listed)
        await stage.staff.hears()
        receipt = await stage.staff.hears()
        assert "Vyetnam" in receipt.text, "the agreement is with the partner that was saved before"
        with stage.store().read() as session:
            names = [partner.names.best(Language.UZ_LATN) for partner in partners.every(session)]
        assert sum("Vyetnam" in name for name in names) == 1


async def test_what_is_recorded_already_is_recognised(stage: Stage) -> None:
    async with stage.bot():
        listed = await reviewed(stage.staff)
        await stage.staff.presses("✅", listed)
        await stage.staff.hears()
        await stage.staff.hears()
        again = await reviewed(stage.manager)
        assert f"уже в реестре: {NEW}" in again.text
        assert not any(label.startswith("✅") for label in again.labels)


@pytest.mark.parametrize("name", ["hisobot.docx", "hisobot.txt"])
async def test_a_report_sent_as_a_file_is_read(stage: Stage, name: str) -> None:
    content = docx(REPORT.splitlines()) if name.endswith("docx") else REPORT.encode("utf-16")
    async with stage.bot():
        await stage.staff.uploads(name, content)
        listed = await read_out(stage.staff)
        assert f"yangi: {NEW}" in listed.text
        assert name in listed.text


async def test_a_file_that_tells_nothing_is_offered_to_a_record(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.uploads("xat.docx", docx(["Assalomu alaykum, hurmatli hamkasblar!"]))
        assert "topilmadi" in (await read_out(stage.staff)).text
        assert "xat.docx" in (await stage.staff.hears()).text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.docx", docx_bomb),
        ("line.txt", lambda: b"a" * 10_000_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_hostile_file_is_refused_and_others_are_served(
    stage: Stage, name: str, content: Callable[[], bytes]
) -> None:
    async with stage.bot():
        await stage.staff.uploads(name, content())
        await stage.manager.says("/help")
        assert (await stage.manager.hears(within=5)).text
        assert (await read_out(stage.staff)).text


async def test_a_list_is_answered_by_its_author_or_a_manager_alone(stage: Stage) -> None:
    before = counted(stage)
    async with stage.bot():
        theirs = await reviewed(stage.manager)
        own = await reviewed(stage.staff)
        for action in (SaveAll(1), Judge(1, 0, Verdict.SAVE), Judge(1, 0, Verdict.LOOK), CloseReview(1)):
            assert (await forges(stage.staff, pack(action), own)).text
        assert (await presses_and_hears(stage.manager, "1", theirs)).text, "it is still there"
        await presses_and_hears(stage.staff, "✖️", own)
        assert (await (await stage.staff.presses("✅", own)).toast()).text
    assert counted(stage) == before


async def test_a_text_that_telegram_cut_in_two_is_read_as_one(stage: Stage) -> None:
    first = REPORT + "Bu yil juda samarali boʻldi. " * 120
    async with stage.bot():
        await stage.staff.says(first[:4096])
        await stage.staff.says("Eron Milliy kutubxonasiga 7 ta xarita yubordik.")
        assert f"yangi: {NEW + 1}" in (await read_out(stage.staff)).text


async def test_reading_and_the_list_survive_a_restart(stage: Stage) -> None:
    body = {"name": "", "text": REPORT, "day": "2026-11-23", "language": "uz-Latn", "card": 0, "message": 1,
            "picture": False, "target": ""}  # fmt: skip
    with stage.store().write() as session:
        chores.put(session, Chore(stage.staff.id, "Staff", stage.staff.id, "read", "", body), stage.clock())
    async with stage.bot():
        listed = await stage.staff.hears()
    async with stage.bot():
        await stage.staff.presses("✅", listed)
        await stage.staff.hears()
        assert "/x12" in (await stage.staff.hears()).text
        with stage.store().read() as session:
            batch = history.last_batch(session, history.Actor(stage.staff.id, "Staff"))
        assert batch is not None
