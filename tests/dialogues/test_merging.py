"""Two partners that are one: the records move, the names stay findable, one Undo parts them again."""

from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.registering import paper, partner, record, shipment


def doubled(stage: Stage) -> list[str]:
    return record(
        stage,
        partner("new1", "National Library of Freedonia", city="Fredville"),
        partner("new2", "Freedonia National Library", country="FI", aliases="NLF"),
        shipment("new2", 5),
        paper("new2", title="Paper"),
        {"sheet": "events", "id": "new3", "title_en": "Fair", "host": "new2"},
        {"sheet": "participants", "event": "new3", "institution": "new2", "count": 3},
    )


async def test_records_move_names_stay_and_one_undo_parts_them_again(stage: Stage) -> None:
    kept, gone, shipped, signed, held, _ = doubled(stage)
    async with stage.bot():
        await stage.admin.says(kept)
        await stage.admin.presses("🔗 Merge", await stage.admin.hears())
        offer = await stage.admin.hears()
        assert offer.labels[0] == "Freedonia National Library"
        await stage.admin.presses("Freedonia National Library", offer)
        sure = await stage.admin.hears()
        assert "Records that move: 4" in sure.text
        await stage.admin.presses("✅ Merge", sure)
        done = await stage.admin.hears()
        assert "Records moved: 4" in done.text

        await stage.admin.says(kept)
        card = (await stage.admin.hears()).text
        assert all(moved in card for moved in (shipped, signed, held))
        assert "Freedonia National Library" in card
        assert "NLF" in card
        assert "Finland" in card
        assert "Fredville" in card
        await stage.admin.says(gone)
        assert "no record" in (await stage.admin.hears()).text
        await stage.admin.says("NLF")
        assert kept in (await stage.admin.hears()).text

        await stage.admin.presses("↩️ Undo", done)
        await stage.admin.hears()
        await stage.admin.says(gone)
        back = (await stage.admin.hears()).text
        assert all(moved in back for moved in (shipped, signed, held))
        await stage.admin.says(kept)
        alone = (await stage.admin.hears()).text
        assert shipped not in alone
        assert "NLF" not in alone


async def test_by_short_ids_and_the_other_way_round(stage: Stage) -> None:
    kept, gone, *_ = doubled(stage)
    async with stage.bot():
        await stage.manager.says(f"/merge {kept} {gone[1:]}")
        sure = await stage.manager.hears()
        await stage.manager.presses("🔄 Наоборот", sure)
        other_way = await stage.manager.hears()
        assert other_way.text.index(kept) < other_way.text.index(gone)
        assert "Перейдёт записей: 0" in other_way.text
        for wrong in ("/merge", "/merge p5", f"/merge {kept} x7", f"/merge {kept} {kept}"):
            await stage.manager.says(wrong)
            assert "артнёр" in (await stage.manager.hears()).text


async def test_only_managers_merge(stage: Stage) -> None:
    kept, gone, *_ = doubled(stage)
    async with stage.bot():
        await stage.staff.says(kept)
        card = await stage.staff.hears()
        assert not any(label.startswith("🔗") for label in card.labels)
        toast = await forges(stage.staff, f"1rm|{kept[2:]}|{gone[2:]}|1", card)
        assert "ruxsat bermaydi" in toast.text
        await stage.staff.says(gone)
        assert "Freedonia" in (await stage.staff.hears()).text
