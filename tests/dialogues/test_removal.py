"""Deleting: asked first, refused with a list while something refers to it, brought back by one Undo."""

from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.registering import paper, partner, record, shipment


async def test_a_record_goes_after_a_question_and_comes_back_by_undo(stage: Stage) -> None:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 5), by=stage.staff)
    async with stage.bot():
        await stage.staff.says(short)
        card = await stage.staff.hears()
        await stage.staff.presses("🗑 Oʻchirish", card)
        sure = await stage.staff.hears()
        assert "oʻchirilsinmi" in sure.text
        assert "Alpha" in sure.text
        await stage.staff.presses("🗑 Ha", sure)
        gone = await stage.staff.hears()
        await stage.staff.says(short)
        assert "mavjud emas" in (await stage.staff.hears()).text
        await stage.staff.presses("↩️ Bekor qilish", gone)
        await stage.staff.hears()
        await stage.staff.says(short)
        assert "Alpha" in (await stage.staff.hears()).text


async def test_what_others_refer_to_is_kept_and_they_are_listed(stage: Stage) -> None:
    [short, *others] = record(
        stage, partner("new1", "Alpha"), shipment("new1", 5), paper("new1", title="One")
    )
    async with stage.bot():
        await stage.manager.says(short)
        await stage.manager.presses("🗑 Удалить", await stage.manager.hears())
        refused = await stage.manager.hears()
        assert all(other in refused.text for other in others)
        assert refused.labels == ["↩️ Назад"]
        await forges(stage.manager, f"1rd|p|{short[2:]}|1", refused)
        await stage.manager.says(short)
        assert "Alpha" in (await stage.manager.hears()).text


async def test_an_event_takes_its_participants_along_and_brings_them_back(stage: Stage) -> None:
    short = record(
        stage,
        {"sheet": "events", "id": "new1", "title_en": "Fair", "date": "2026-10-01"},
        {"sheet": "participants", "event": "new1", "person": "A. Karimov"},
    )[0]
    async with stage.bot():
        await stage.manager.says(short)
        await stage.manager.presses("🗑 Удалить", await stage.manager.hears())
        sure = await stage.manager.hears()
        assert "участники" in sure.text
        await stage.manager.presses("🗑 Да", sure)
        gone = await stage.manager.hears()
        await stage.manager.presses("↩️", gone)
        await stage.manager.hears()
        await stage.manager.says(short)
        assert "A. Karimov" in (await stage.manager.hears()).text


async def test_staff_delete_only_what_they_recorded(stage: Stage) -> None:
    [draft] = record(stage, partner("new1", "Alpha"), paper("new1", state="draft"))[1:]
    async with stage.bot():
        await stage.staff.says("/x7")
        card = await stage.staff.hears()
        assert not any(label.startswith("🗑") for label in card.labels)
        assert "oʻzingiz" in (await forges(stage.staff, "1rd|x|7|1", card)).text
        assert "mavjud emas" in (await forges(stage.staff, f"1rd|a|{draft[2:]}|1", card)).text
        assert "eskirgan" in (await forges(stage.staff, "1rd|q|7|1", card)).text
        assert "eskirgan" in (await forges(stage.staff, "1op|q|7", card)).text
        await stage.viewer.says("/x7")
        seen = await stage.viewer.hears()
        assert seen.labels == []
        assert "рухсат бермайди" in (await forges(stage.viewer, "1rd|x|7|1", seen)).text
