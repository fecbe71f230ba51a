"""The people at a partner: recorded and seen by managers alone. And who is away, in the history by name."""

from db import absences, contacts
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import partner, record
from tests.dialogues.test_logging import presses_and_hears, says_and_hears


async def test_a_manager_records_a_person_whom_nobody_else_sees(stage: Stage) -> None:
    [library] = record(stage, partner("freedonia", "Freedonia Library"))
    async with stage.bot():
        offered = await says_and_hears(stage.manager, "/log")
        await presses_and_hears(stage.manager, "Контакт", offered)
        await says_and_hears(stage.manager, "Freedonia Library")
        card = await says_and_hears(stage.manager, "Rufus Firefly")
        card = await says_and_hears(stage.manager, "Director")
        card = await says_and_hears(stage.manager, "rufus@example.org")
        card = await says_and_hears(stage.manager, "+1 555 0100")
        assert "/c1" in (await presses_and_hears(stage.manager, "✅", card)).text
        mine = await says_and_hears(stage.manager, "/c1")
        assert "Rufus Firefly" in mine.text
        assert "rufus@example.org" in mine.text
        assert "Rufus Firefly" in (await says_and_hears(stage.manager, library)).text
        assert "Firefly" not in (await says_and_hears(stage.staff, library)).text
        hidden = await says_and_hears(stage.staff, "/c1")
        assert "Firefly" not in hidden.text
        assert "/c1" in hidden.text
        assert not [label for label in (await says_and_hears(stage.staff, "/log")).labels if "Aloqa" in label]
    with stage.store().read() as session:
        assert [each.phone for each in contacts.every(session)] == ["+1 555 0100"]


async def test_ones_absence_stands_in_ones_history_by_name_and_can_be_undone(stage: Stage) -> None:
    row = {"sheet": "absences", "member": "1001", "date": "2026-11-23/2026-11-25", "deputy": "1002"}
    record(stage, row, by=stage.staff)
    async with stage.bot():
        past = await says_and_hears(stage.staff, "/history")
        assert "➕ • Staff · 2026-yil 23–25-noyabr · Manager" in past.text
        sure = await presses_and_hears(stage.staff, "↩️ Bekor qilish: 1", past)
        await presses_and_hears(stage.staff, "↩️ Ha", sure)
    with stage.store().read() as session:
        assert absences.every(session) == ()
