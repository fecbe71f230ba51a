"""How this organisation reminds is set in the chat, and looked at before it is kept; being away is too."""

from datetime import date

import pytest

from db import absences, office
from tests.dialogues.conftest import Hands, Stage
from tests.dialogues.registering import paper, partner, record


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    clock.forward(hours=-6)


async def test_a_ladder_is_looked_at_before_it_is_kept(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", term="2021-12-24/2027-01-15"))
    async with stage.bot():
        await stage.manager.says("/settings")
        menu = await stage.manager.hears()
        assert menu.labels == ["🌴 Моё отсутствие", "🏛 Наша организация", "🪜 Когда напоминать"]
        await stage.manager.presses("🪜", menu)
        await stage.manager.presses("Окончание соглашения", await stage.manager.hears())
        assert "за 180, 90, 60, 30, 14, 7, 1, 0 дн." in (await stage.manager.hears()).text
        await stage.manager.says("много")
        assert "Напишите до 10 чисел" in (await stage.manager.hears()).text
        await stage.manager.says("20, 40 5")
        understood = await stage.manager.hears()
        assert "за 40, 20, 5 дн." in understood.text
        await stage.manager.presses("👁", understood)
        seen = await stage.manager.hears()
        assert "будет 8 напоминаний" in seen.text
        assert "4 декабря 2026" in seen.text
        assert stored(stage) == {}
        await stage.manager.presses("✅", seen)
        assert "Сохранено" in (await stage.manager.hears()).text
        assert stored(stage)["ladders"] == {"end": [40, 20, 5]}
        await stage.staff.says("/settings")
        assert (await stage.staff.hears()).labels == ["🌴 Ishda emasman"]


async def test_the_calendar_the_week_the_hour_and_the_stages(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/settings")
        menu = await stage.admin.hears()
        await stage.admin.presses("📅", menu)
        assert "8 December 2026: day off" in (await stage.admin.hears()).text
        await stage.admin.says("19.12.2026")
        day = await stage.admin.hears()
        assert "Sat, 19 December 2026: day off" in day.text
        await stage.admin.presses("🏢", day)
        assert "working day" in (await stage.admin.hears()).text
        await stage.admin.presses("🕘", menu)
        await stage.admin.hears()
        await stage.admin.says("25:00")
        assert "like 09:30" in (await stage.admin.hears()).text
        await stage.admin.says("10:15")
        assert "Saved" in (await stage.admin.hears()).text
        await stage.admin.presses("🗓", menu)
        await stage.admin.presses("6 days", await stage.admin.hears())
        assert "6 days" in (await stage.admin.hears()).text
        await stage.admin.presses("📝", menu)
        await stage.admin.hears()
        await stage.admin.says("Our lawyer\nМИД\nAdliya vazirligi")
        await stage.admin.hears()
    assert stored(stage) == {
        "calendar": {"2026-12-19": True},
        "hour": "10:15",
        "stages": ["Our lawyer", "Ministry of Foreign Affairs", "Ministry of Justice"],
        "week": 6,
    }


async def test_what_was_looked_at_is_left_as_it_is_and_the_next_message_is_no_setting(stage: Stage) -> None:
    async with stage.bot():
        await stage.manager.says("/settings")
        await stage.manager.presses("🪜", await stage.manager.hears())
        await stage.manager.presses("Обещание", await stage.manager.hears())
        await stage.manager.hears()
        await stage.manager.says("20, 5")
        await stage.manager.presses("👁", await stage.manager.hears())
        await stage.manager.presses("✖️ Оставить", await stage.manager.hears())
        assert "Настройки" in (await stage.manager.hears()).text
        await stage.manager.says("спасибо")
        assert "чисел" not in (await stage.manager.hears()).text
    assert stored(stage) == {}


async def test_who_is_away_names_a_deputy_who_is_told(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/settings")
        await stage.staff.presses("🌴", await stage.staff.hears())
        days = await stage.staff.hears()
        await stage.staff.presses("chor, 25-noyabr", days)
        await stage.staff.presses("Manager", await stage.staff.hears())
        assert "Oʻrinbosar: Manager" in (await stage.staff.hears()).text
        assert "Staff: отсутствие до 25 ноября" in (await stage.manager.hears()).text
    store = stage.store()
    with store.read() as session:
        (mine,) = absences.current(session, date(2026, 11, 23))
    assert (mine.member, mine.last, mine.deputy) == ("1001", date(2026, 11, 25), "1002")


async def test_an_absence_to_come_is_noted_with_its_days_and_can_be_given_up(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/settings")
        await stage.staff.presses("🌴", await stage.staff.hears())
        await stage.staff.presses("📅 Boshqa kundan…", await stage.staff.hears())
        await stage.staff.presses("du, 30-noyabr", await stage.staff.hears())
        last = await stage.staff.hears()
        assert "Birinchi kun: 2026-yil 30-noyabr" in last.text
        await stage.staff.presses("chor, 2-dekabr", last)
        await stage.staff.presses("Manager", await stage.staff.hears())
        noted = await stage.staff.hears()
        assert "2026-yil 30-noyabr – 2-dekabr" in noted.text
        assert "Staff: отсутствие 30 ноября – 2 декабря 2026 г." in (await stage.manager.hears()).text
        with stage.store().read() as session:
            (mine,) = absences.current(session, date(2026, 11, 23))
        assert (mine.first, mine.last) == (date(2026, 11, 30), date(2026, 12, 2))
        await stage.staff.presses("✖️ Bekor qilish", noted)
        assert "ishdasiz" in (await stage.staff.hears()).text
    with stage.store().read() as session:
        assert absences.current(session, date(2026, 11, 23)) == ()


def stored(stage: Stage) -> dict[str, object]:
    store = stage.store()
    with store.read() as session:
        return dict(sorted(office.every(session).items()))
