"""Editing: the form filled in, saved like any draft; staff change their own and fill in what is empty."""

from tests.dialogues.conftest import Stage
from tests.dialogues.registering import partner, record, shipment


async def test_ones_own_record_is_corrected_by_its_form(stage: Stage) -> None:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 5), by=stage.staff)
    async with stage.bot():
        await stage.staff.says(short)
        await stage.staff.presses("✏️", await stage.staff.hears())
        form = await stage.staff.hears()
        await stage.staff.presses("✏️", form)
        await stage.staff.presses("Nusxa", await stage.staff.hears())
        await stage.staff.hears()
        await stage.staff.says("8")
        await stage.staff.presses("✅", await stage.staff.hears())
        assert short in (await stage.staff.hears()).text
        await stage.staff.says(short)
        assert "8" in (await stage.staff.hears()).text


async def test_of_anothers_record_staff_may_fill_in_what_is_empty_and_change_nothing(stage: Stage) -> None:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 5))
    async with stage.bot():
        for field, said, may in (("Nusxa", "8", False), ("Izoh", "Xat bilan keldi", True)):
            await stage.staff.says(short)
            await stage.staff.presses("✏️", await stage.staff.hears())
            await stage.staff.presses("✏️", await stage.staff.hears())
            await stage.staff.presses(field, await stage.staff.hears())
            await stage.staff.hears()
            await stage.staff.says(said)
            press = await stage.staff.presses("✅", await stage.staff.hears())
            assert ((await press.toast()).text == "") is may
        await stage.manager.says(short)
        card = (await stage.manager.hears()).text
        assert "Экземпляров: 5" in card
        assert "Xat bilan keldi" in card


async def test_the_form_shows_staff_no_private_contacts(stage: Stage) -> None:
    [short] = record(stage, partner("new1", "Alpha", email="secret@example.org"))
    async with stage.bot():
        await stage.staff.says(short)
        await stage.staff.presses("✏️", await stage.staff.hears())
        assert "secret@" not in (await stage.staff.hears()).text
        await stage.manager.says(short)
        await stage.manager.presses("✏️", await stage.manager.hears())
        assert "secret@" in (await stage.manager.hears()).text
