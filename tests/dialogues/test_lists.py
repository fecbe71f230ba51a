"""The lists: what comes first stands first, each thing said as closely as it is known, and who sees what."""

from datetime import timedelta

import pytest

from db import agreements, records
from db.vocabulary import WORKBOOK
from tests.dialogues.conftest import MONDAY, Hands, Stage
from tests.dialogues.registering import paper, partner, record

TODAY = MONDAY.date()


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    """Nobody is reminded of what is recorded here before the morning comes."""
    clock.forward(hours=-6)


async def test_what_ends_soonest_stands_first_and_is_said_as_closely_as_it_is_known(stage: Stage) -> None:
    soon, later = TODAY + timedelta(days=5), TODAY + timedelta(days=29)
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", term=f"2020-01-01/{later}", title="Later"),
        paper("new1", term=f"2020-01-01/{soon}", title="Sooner"),
        paper("new1", term="2020/2026", title="Vague"),
        paper("new1", term=f"2020-01-01/{later}", title="Tacit", renews_months=12, notice_days=10),
        paper("new1", title="Secret", state="draft"),
    )
    async with stage.bot():
        await stage.admin.says("/agreements")
        text = (await stage.admin.hears()).text
        lines = text.splitlines()
        found = {name: next(line for line in lines if name in line) for name in ("Sooner", "Later", "Vague")}
        assert lines[2].startswith("In force, with an end (3)")
        assert lines.index(found["Sooner"]) < lines.index(found["Later"])
        assert "in 5 days" in found["Sooner"]
        assert "known only to the year" in found["Vague"]
        assert "renewal can be declined until 12 December 2026" in text
        assert "Secret" in text
        assert "End or term not recorded" in text

        await stage.viewer.says("/agreements")
        assert "Secret" not in (await stage.viewer.hears()).text


async def test_pages_turn_in_place_and_every_agreement_stands_on_one(stage: Stage) -> None:
    papers = (paper("new1", term=f"2020/{2027 + n}", title=f"No {n:02}") for n in range(12))
    record(stage, partner("new1", "Alpha"), *papers)
    store = stage.store()
    with store.read() as session:
        every = {f"/a{agreement.no}" for agreement in agreements.every(session)}
    async with stage.bot():
        await stage.staff.says("/agreements")
        page = await stage.staff.hears()
        first, seen = page.id, set[str]()
        while True:
            lines = [line.split()[0] for line in page.text.splitlines() if line.startswith("/a")]
            assert 0 < len(lines) <= 10
            assert not seen & set(lines)
            seen |= set(lines)
            if not any(label.startswith("Keyingi") for label in page.labels):
                break
            await stage.staff.presses("Keyingi", page)
            page = await stage.staff.hears()
            assert page.id == first
        assert seen == every
        await stage.staff.says(min(seen))
        assert min(seen) in (await stage.staff.hears()).text


async def test_what_comes_next_stands_first_with_its_deadlines(stage: Stage) -> None:
    start = TODAY + timedelta(days=40)
    record(
        stage,
        {"sheet": "events", "title_en": "Far", "date": "2027-06-01", "city": "Prague"},
        {
            "sheet": "events",
            "title_en": "Near",
            "date": f"{start}/{start + timedelta(days=2)}",
            "submission_deadline": str(TODAY + timedelta(days=8)),
            "registration_deadline": str(TODAY - timedelta(days=1)),
        },
        {"sheet": "events", "title_en": "Somewhen", "date": "2027"},
    )
    async with stage.bot():
        await stage.manager.says("/events")
        text = (await stage.manager.hears()).text
        assert text.index("Somewhen") < text.index("Near") < text.index("Far")
        assert "через 8 дней" in text
        assert text.count("⏳") == 1
        assert "точный день не указан" in text
        assert text.index("Far") < text.index("Прошли")


async def test_each_draft_with_its_stage_for_those_who_may_see_it(stage: Stage) -> None:
    sent = TODAY - timedelta(days=49)
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", id="new7", title="Ours", state="draft", responsible="Staff"),
        paper("new1", id="new8", title="Theirs", state="draft", responsible="Somebody"),
        {"sheet": "approvals", "agreement": "new7", "stage": "Ministry of Justice", "outcome": "approved"},
        {
            "sheet": "approvals",
            "agreement": "new7",
            "stage": "Ministry of Foreign Affairs",
            "holder": "A. Karimov",
            "sent": str(sent),
            "due": str(TODAY - timedelta(days=2)),
        },
    )
    async with stage.bot():
        await stage.manager.says("/approvals")
        text = (await stage.manager.hears()).text
        assert text.index("Ours") < text.index("Theirs")
        assert "Министерство иностранных дел" in text
        assert "49 дней назад" in text
        assert "A. Karimov" in text
        assert "⚠️" in text
        await stage.staff.says("/approvals")
        own = (await stage.staff.hears()).text
        assert "Ours" in own
        assert "Theirs" not in own
        await stage.viewer.says("/approvals")
        assert "рухсат бермайди" in (await stage.viewer.hears()).text


async def test_reminders_coming_and_sent_for_oneself_and_for_the_team(stage: Stage) -> None:
    ends = TODAY + timedelta(days=30)
    term = f"2020-01-01/{ends}"
    record(stage, partner("new1", "Alpha"), paper("new1", term=term, responsible="Staff"))
    async with stage.bot():
        await stage.staff.says("/reminders")
        mine = await stage.staff.hears()
        assert "Alpha" in mine.text
        assert "23-dekabr" in mine.text
        assert not any("Barchaniki" in label for label in mine.labels)
        stage.clock.forward(hours=6)
        assert "Alpha" in (await stage.staff.hears()).text
        await stage.staff.presses("✉️", mine)
        sent = await stage.staff.hears()
        assert "tugashidan 30 kun oldin" in sent.text

        await stage.manager.hears()
        await stage.manager.says("/reminders")
        await stage.manager.presses("👥", await stage.manager.hears())
        team = await stage.manager.hears()
        assert "руководители, Staff" in team.text
        await stage.manager.presses("✉️", team)
        assert "Manager" in (await stage.manager.hears()).text


async def test_an_empty_list_says_how_to_begin(stage: Stage) -> None:
    store = stage.store()
    with store.write() as session:
        for sheet in WORKBOOK:
            session.execute(records.NOUNS[sheet].table.delete())
    async with stage.bot():
        for command, next_step in (("/agreements", "/agreement"), ("/events", "/event"), ("/reminders", "")):
            await stage.staff.says(command)
            assert next_step in (await stage.staff.hears()).text
        await stage.viewer.says("/events")
        assert "/event" not in (await stage.viewer.hears()).text


async def test_lists_stay_out_of_groups(stage: Stage) -> None:
    async with stage.bot():
        group = stage.group()
        await group.adds_bot(by=stage.admin)
        await stage.admin.says("/group", group)
        await stage.admin.presses("✅ Allow", await stage.admin.hears(group))
        await stage.admin.hears(group)
        stage.staff.catches_up(group)
        for command in ("/agreements", "/events", "/approvals", "/reminders"):
            await stage.staff.says(command, group)
        await stage.staff.hears_nothing(group, within=0.5)
