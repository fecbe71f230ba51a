"""What was changed, by whom; and behind a card its own past."""

from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.registering import paper, partner, record, shipment


async def test_ones_own_changes_can_be_looked_up_and_undone(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/history")
        assert "hali hech narsani" in (await stage.staff.hears()).text
        await stage.staff.says("Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")
        await stage.staff.presses("✅", await stage.staff.hears())
        short = next(word for word in (await stage.staff.hears()).text.split() if word.startswith("/x"))
        await stage.staff.says("/history")
        history = await stage.staff.hears()
        assert f"➕ {short} Polsha" in history.text
        assert "Staff" in history.text
        assert "👥 Barchaniki" not in history.labels
        await stage.staff.presses("↩️ Bekor qilish: 1", history)
        sure = await stage.staff.hears()
        assert short in sure.text
        await stage.staff.presses("↩️ Ha", sure)
        await stage.staff.hears()
        await stage.staff.says(short)
        assert "mavjud emas" in (await stage.staff.hears()).text


async def test_a_record_tells_its_past_behind_its_card(stage: Stage) -> None:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 5))
    record(stage, {"sheet": "exchanges", "id": short[1:], "quantity": 7}, by=stage.staff)
    async with stage.bot():
        await stage.manager.says(short)
        card = await stage.manager.hears()
        await stage.manager.presses("🕘 История", card)
        past = await stage.manager.hears()
        assert past.id == card.id
        assert "Экземпляров: 5 → 7" in past.text
        assert past.text.index("Staff") < past.text.index("terminal")
        await stage.manager.presses("↩️ Назад", past)
        assert "7" in (await stage.manager.hears()).text


async def test_managers_see_what_everybody_did_staff_and_viewers_do_not(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", state="draft", title="Secret"), by=stage.admin)
    async with stage.bot():
        await stage.manager.says("/history")
        await stage.manager.presses("👥 Всех", await stage.manager.hears())
        all_ = await stage.manager.hears()
        everything = all_.text
        assert "Secret" in everything
        assert "Admin" in everything
        await stage.manager.presses("↩️ Отменить 2", all_)
        assert "Записей: 69" in (await stage.manager.hears()).text
        await stage.staff.says("/language")
        menu = await stage.staff.hears()
        toast = await forges(stage.staff, "1lh|all|0", menu)
        assert "ruxsat bermaydi" in toast.text
        draft = next(word for word in everything.split() if word.startswith("/a"))
        toast = await forges(stage.staff, f"1lh|{draft[1:]}|0", menu)
        assert "mavjud emas" in toast.text
        for made_up in ("1lh|z9|0", "1lh|a|0", "1lh||0", "1hr|1", "1hr|2", "1hr|99"):
            assert "eskirgan" in (await forges(stage.staff, made_up, menu)).text
        await stage.viewer.says("/history")
        assert "рухсат бермайди" in (await stage.viewer.hears()).text


async def test_private_contacts_stay_private_in_the_past_too(stage: Stage) -> None:
    [short] = record(stage, partner("new1", "Alpha", email="old@example.org"))
    record(stage, {"sheet": "partners", "id": short[1:], "email": "new@example.org", "city": "Warsaw"})
    async with stage.bot():
        for actor, button, sees in ((stage.staff, "🕘 Tarix", False), (stage.manager, "🕘 История", True)):
            await actor.says(short)
            await actor.presses(button, await actor.hears())
            past = (await actor.hears()).text
            assert ("old@example.org" in past) is sees
            assert "Varshava" in past or "Варшава" in past


async def test_the_wish_to_take_back_is_asked_about_and_breaks_off_what_is_under_way(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("отмени")
        assert "Bekor qilinadigan yozuvingiz yoʻq" in (await stage.staff.hears()).text
        await stage.staff.says("Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")
        await stage.staff.hears()
        await stage.staff.says("бекор қилинг!")
        assert "Hech narsa saqlanmadi" in (await stage.staff.hears()).text
        await stage.staff.says("Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")
        await stage.staff.presses("✅", await stage.staff.hears())
        short = next(word for word in (await stage.staff.hears()).text.split() if word.startswith("/x"))
        await stage.staff.says("Oxirgi yozuvni o'chir")
        sure = await stage.staff.hears()
        assert short in sure.text
        await stage.staff.presses("↩️ Ha", sure)
        await stage.staff.hears()
        await stage.staff.says(short)
        assert "mavjud emas" in (await stage.staff.hears()).text
