"""A reminder is answered by a button: who decided is seen by all, rights hold, nothing cannot be undone."""

from datetime import UTC, datetime, timedelta

from bot.demo.standin import Actor
from db import agreements, approvals, decisions
from db.vocabulary import Sheet
from tests.dialogues.conftest import MONDAY, Stage
from tests.dialogues.registering import paper, partner, record

TODAY = MONDAY.date()
OLD_END = "2026-12-23"


def ending(stage: Stage, **columns: str) -> None:
    """Ends thirty days from now; the staff member answers for it."""
    term = f"2021-12-24/{OLD_END}"
    record(stage, partner("new1", "Alpha"), paper("new1", term=term, responsible="Staff", **columns))


async def reminded(*people: Actor) -> None:
    for person in people:
        assert "/a13" in (await person.hears()).text


def chosen(stage: Stage) -> list[str]:
    store = stage.store()
    with store.read() as session:
        return [each.kind for each in decisions.of_records(session, Sheet.AGREEMENTS, [13]).get(13, [])]


async def test_let_it_end_is_seen_by_everybody_and_stops_the_reminders_until_it_is_undone(
    stage: Stage,
) -> None:
    ending(stage)
    async with stage.bot():
        await reminded(stage.staff, stage.manager, stage.admin)
        await stage.staff.presses("🏁 Tugasin")
        receipt = await stage.staff.hears()
        assert "🏁 Staff: tugasin" in receipt.text
        assert "🏁 Staff: пусть истечёт" in (await stage.manager.hears()).text
        assert "🏁 Staff: let it end" in (await stage.admin.hears()).text

        late = await (await stage.manager.presses("💬 Идут переговоры")).toast()
        assert "Решение уже принято: Staff" in late.text

        await stage.admin.says("/reminders")
        await stage.admin.presses("✉️", await stage.admin.hears())
        await stage.admin.presses("1", await stage.admin.hears())
        story = (await stage.admin.hears()).text
        for person in ("Staff", "Manager", "Admin"):
            assert f"{person} · 30 days before the end: delivered" in story
        assert "🏁 Staff: let it end" in story

        stage.clock.now = datetime(2026, 12, 9, 5, 0, tzinfo=UTC)
        await stage.staff.hears_nothing(within=0.6)
        # What the sample has, the briefings of the week and of the month; of this one nothing.
        told = [(await stage.manager.hears()).text for _ in range(3)]
        assert any("/a6" in text for text in told)
        assert not any("/a13" in text for text in told if text.startswith("🔔"))
        await stage.staff.presses("↩️", receipt)
        assert "Staff qarorni bekor qildi" in (await stage.staff.hears()).text
        assert "Staff отменяет решение" in (await stage.manager.hears()).text
        assert "14 kun qoldi" in (await stage.staff.hears()).text


async def test_renewed_opens_the_form_over_the_term_that_follows(stage: Stage) -> None:
    ending(stage, title="Books")
    async with stage.bot():
        await reminded(stage.manager)
        await stage.manager.presses("🔁 Продлено")
        assert "🔁 Manager: продлено" in (await stage.manager.hears()).text
        card = await stage.manager.hears()
        assert "24 декабря 2026 г. – 23 декабря 2031 г." in card.text
        await stage.manager.presses("✅", card)
        assert "/a14" in (await stage.manager.hears()).text
    store = stage.store()
    with store.read() as session:
        new = agreements.get(session, 14)
    assert new is not None
    assert (str(new.term), new.replaces, new.title, new.responsible) == (
        "2026-12-24/2031-12-23", 13, "Books", "Staff",
    )  # fmt: skip


async def test_put_off_it_is_silent_until_that_working_day(stage: Stage) -> None:
    ending(stage)
    async with stage.bot():
        await reminded(stage.staff)
        await stage.staff.presses("⏰ Keyinroq")
        asked = await stage.staff.hears()
        assert asked.labels == [
            "se, 24-noyabr",
            "pay, 26-noyabr",
            "du, 30-noyabr",
            "du, 7-dekabr",
            "du, 21-dekabr",
        ]
        await stage.staff.presses("du, 21-dekabr", asked)
        assert "Eslatish kuni: 2026-yil 21-dekabr" in (await stage.staff.hears()).text
        stage.clock.now = datetime(2026, 12, 16, 5, 0, tzinfo=UTC)
        await stage.staff.hears_nothing(within=0.8)
        stage.clock.now = datetime(2026, 12, 21, 4, 1, tzinfo=UTC)
        assert "2 kun qoldi" in (await stage.staff.hears()).text


async def test_given_to_somebody_who_may_then_decide(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", term=f"2021-12-24/{OLD_END}"))
    async with stage.bot():
        await reminded(stage.admin)
        await stage.admin.presses("👤 Give to…")
        asked = await stage.admin.hears()
        assert asked.labels == ["Admin", "Manager", "Staff"]
        await stage.admin.presses("Staff", asked)
        assert "👤 Admin → Staff" in (await stage.admin.hears()).text
        given = await stage.staff.hears()
        assert "Admin buni sizga topshirdi" in given.text
        await stage.staff.presses("💬 Muzokara", given)
        assert "Staff: muzokara ketmoqda" in (await stage.staff.hears()).text
    assert chosen(stage) == ["give", "talks"]


async def test_whom_it_was_given_to_hears_that_it_was_taken_back(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", term=f"2021-12-24/{OLD_END}"))
    async with stage.bot():
        await reminded(stage.admin)
        await stage.admin.presses("👤 Give to…")
        await stage.admin.presses("Staff", await stage.admin.hears())
        receipt = await stage.admin.hears()
        assert "Admin buni sizga topshirdi" in (await stage.staff.hears()).text
        await stage.admin.presses("↩️", receipt)
        assert "Admin qarorni bekor qildi" in (await stage.staff.hears()).text


async def test_several_days_of_one_event_have_buttons_of_their_own(stage: Stage) -> None:
    row = {
        "sheet": "events",
        "title_en": "Congress",
        "date": "2026-12-20",
        "submission_deadline": "2026-12-10",
    }
    record(stage, {**row, "registration_deadline": "2026-12-12"})
    async with stage.bot():
        digest = await stage.admin.hears()
        assert [label.partition(" · ")[2] for label in digest.labels] == [
            "Papers of an event",
            "Registration",
            "Beginning of an event",
        ]


async def test_what_was_sent_today_is_among_what_was_sent_and_not_among_what_comes(stage: Stage) -> None:
    ending(stage)
    async with stage.bot():
        await reminded(stage.admin)
        await stage.admin.says("/reminders")
        coming = await stage.admin.hears()
        (own,) = [part for part in coming.text.split("\n\n") if "/a13" in part]
        assert "I will remind on: 9 December" in own
        record(stage, paper("Alpha", term=f"2020-01-01/{TODAY + timedelta(days=20)}"))
        await stage.admin.hears_nothing(within=1)
        await stage.admin.says("/reminders")
        listed = (await stage.admin.hears()).text
        (late,) = [part for part in listed.split("\n\n") if "/a14" in part]
        assert "I will remind on: 24 November" in late, "this day's digest has gone"
        await stage.admin.presses("✉️", coming)
        sent = (await stage.admin.hears()).text
        assert "/a13 Alpha · 30 days before the end · 23 November 2026, 10:00" in sent


async def test_rights_are_checked_on_the_press(stage: Stage) -> None:
    ending(stage)
    async with stage.bot():
        await reminded(stage.staff)
        record(stage, {"sheet": "agreements", "no": 13, "responsible": "Admin"})
        refused = await (await stage.staff.presses("🏁 Tugasin")).toast()
        assert "faqat masʼul shaxs" in refused.text
    assert chosen(stage) == []


async def test_several_things_are_decided_one_by_one(stage: Stage) -> None:
    end = TODAY + timedelta(days=30)
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", term=f"2020-01-01/{end}", title="One"),
        paper("new1", term=f"2020-01-01/{end}", title="Two"),
    )
    async with stage.bot():
        digest = await stage.admin.hears()
        assert digest.labels == ["a13 · Alpha", "a14 · Alpha"]
        await stage.admin.presses("a14", digest)
        card = await stage.admin.hears()
        assert "Two" in card.text
        await stage.admin.presses("💬 In talks", card)
        await stage.admin.hears()
        await stage.admin.presses("a14", digest)
        assert "💬 Admin: talks are under way." in (await stage.admin.hears()).text


async def test_notice_given_makes_the_running_term_the_last(stage: Stage) -> None:
    term = "2020-01-01/2022-12-31"
    record(stage, partner("new1", "Alpha"), paper("new1", term=term, renews_months=12, notice_days=30))
    async with stage.bot():
        assert "1 December 2026" in (await stage.admin.hears()).text
        await stage.admin.presses("✋ Notice given")
        receipt = await stage.admin.hears()
        assert "the running term is the last" in receipt.text
        with stage.store().read() as session:
            found = agreements.get(session, 13)
            assert found is not None
            assert str(found.ended) == "2026-12-31"
        await stage.admin.presses("↩️", receipt)
        # The end that the notice brought is no news to whoever gave it.
        assert "taken the decision back" in (await stage.admin.hears()).text
        with stage.store().read() as session:
            found = agreements.get(session, 13)
            assert found is not None
            assert found.ended is None


async def test_a_stage_moves_on_in_one_tap(stage: Stage) -> None:
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", id="new7", state="draft", responsible="Staff"),
        {
            "sheet": "approvals",
            "agreement": "new7",
            "stage": "Ministry of Foreign Affairs",
            "sent": "2026-11-09",
        },
    )
    async with stage.bot():
        await reminded(stage.staff)
        await stage.staff.presses("➡️ Bugun siljidi")
        assert "Staff: hujjat siljidi" in (await stage.staff.hears()).text
        await stage.staff.says("/approvals")
        listed = await stage.staff.hears()
        assert "Hozir: Adliya vazirligi" in listed.text
        assert "Keyingisi: Vazirlar Mahkamasi" in listed.text
        await stage.staff.presses("↩️ a13", listed)
        again, told = await stage.staff.hears(), await stage.staff.hears()
        assert "Qaytarildi: Adliya vazirligi" in again.text
        await stage.staff.presses("↩️", told)
        await stage.staff.hears()
    store = stage.store()
    with store.read() as session:
        stages = [(one.stage, str(one.decided or ""), one.outcome) for one in approvals.every(session)]
    assert stages == [
        ("Ministry of Foreign Affairs", "2026-11-23", "approved"),
        ("Ministry of Justice", "", None),
    ]
