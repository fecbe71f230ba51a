"""Who may: administrators see, appoint and let go; nobody is left without one; codes cannot be guessed."""

import asyncio
from contextlib import suppress

from bot.app import Hamkor
from db import invitations, members
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges


async def test_a_role_changes_with_the_next_message_and_the_member_is_told(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/members")
        listing = await stage.admin.hears()
        assert "Staff – staff member, Oʻzbekcha (lotin)" in listing.text
        await stage.admin.presses("Staff", listing)
        card = await stage.admin.hears()
        assert "Role: staff member" in card.text
        await stage.admin.presses("Appoint: manager", card)
        assert "Role: manager" in (await stage.admin.hears()).text
        assert "rahbar" in (await stage.staff.hears()).text
        assert "members" not in stage.staff.commands()

        await stage.admin.presses("Appoint: administrator", card)
        await stage.admin.hears()
        await stage.staff.hears()
        await stage.staff.says("/members")
        assert "administrator" in (await stage.staff.hears()).text
        assert "members" in stage.staff.commands()


async def test_whoever_is_let_go_is_a_stranger_from_the_next_message_on(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/members")
        await stage.admin.presses("Staff", await stage.admin.hears())
        card = await stage.admin.hears()
        await stage.admin.presses("✖️ End the access", card)
        sure = await stage.admin.hears()
        await stage.staff.says("/x7")
        assert "600" in (await stage.staff.hears()).text
        await stage.admin.presses("✖️ Yes", sure)
        assert "no longer" in (await stage.admin.hears()).text

        await stage.staff.says("/x7")
        line = await stage.staff.hears()
        assert "1001" in line.text
        assert "600" not in line.text
        await stage.telegram.confirmed()
        assert stage.staff.commands() == []
        toast = await (await stage.admin.presses("Appoint: manager", card)).toast()
        assert "out of date" in toast.text


async def test_the_last_administrator_stays_one(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/members")
        await stage.admin.presses("Admin", await stage.admin.hears())
        card = await stage.admin.hears()
        assert "only administrator" in card.text
        assert card.labels == ["↩️ Back"]
        for forged in ("1ma|1003|viewer", "1ml|1003|1"):
            toast = await forges(stage.admin, forged, card)
            assert "only administrator" in toast.text
        await stage.admin.says("/invite staff")
        link = next(word for word in (await stage.admin.hears()).text.split() if "start=" in word)
        await stage.admin.follows(link)
        await stage.admin.hears()
        await stage.admin.says("/members")
        assert "Admin – administrator" in (await stage.admin.hears()).text


async def test_others_than_administrators_cannot_touch_members(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/members")
        listing = await stage.admin.hears()
        await stage.manager.says("/members")
        assert "роль" in (await stage.manager.hears()).text
        await stage.manager.says("/language")
        own = await stage.manager.hears()
        for forged in ("1ma|1002|admin", "1ml|1003|1", "1mo|1003", "1mp|0"):
            toast = await forges(stage.manager, forged, own)
            assert "роль" in toast.text
        assert "Manager – manager" in listing.text
        await stage.admin.says("/members")
        assert (await stage.admin.hears()).text == listing.text


async def test_who_waits_is_let_in_from_the_list(stage: Stage) -> None:
    async with stage.bot():
        await stage.stranger.says("/start")
        await stage.stranger.presses("Ruxsat soʻrash", await stage.stranger.hears())
        await stage.stranger.hears()
        await stage.admin.hears()
        await stage.admin.says("/members")
        listing = await stage.admin.hears()
        assert listing.text.splitlines()[2].startswith("⏳ Stranger")
        await stage.admin.presses("Stranger", listing)
        await stage.admin.presses("👀 Viewer", await stage.admin.hears())
        assert "admitted" in (await stage.admin.hears()).text
        assert "Stranger" in (await stage.stranger.hears()).text


async def test_guessing_codes_leads_nowhere(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/invite staff")
        link = next(word for word in (await stage.admin.hears()).text.split() if "start=" in word)
        for guess in range(invitations.MOST_GUESSES):
            await stage.stranger.says(f"/start guess{guess}")
            assert "yaroqsiz" in (await stage.stranger.hears()).text
        assert "trying out" in (await stage.admin.hears()).text
        await stage.stranger.follows(link)
        assert "yaroqsiz" in (await stage.stranger.hears()).text
        stage.clock.forward(days=1)
        await stage.stranger.follows(link)
        assert (await stage.stranger.hears()).text.startswith("✅")


async def test_an_invitation_ends_with_the_rights_of_its_giver(stage: Stage) -> None:
    async with stage.bot() as hamkor:
        await stage.admin.says("/invite admin")
        link = next(word for word in (await stage.admin.hears()).text.split() if "start=" in word)
        with hamkor.store.write() as session:
            members.dismiss(session, stage.admin.id)
        await stage.stranger.follows(link)
        assert "yaroqsiz" in (await stage.stranger.hears()).text


async def test_the_first_administrator_comes_by_a_link_that_works_once(stage: Stage) -> None:
    store = stage.store()
    with store.write() as session:
        members.dismiss(session, stage.admin.id)
    announced: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    hamkor = Hamkor(stage.settings, clock=stage.clock, announce=announced.set_result)
    life = asyncio.create_task(hamkor.run())
    link = await announced
    await stage.stranger.follows(link)
    assert "administrator" in (await stage.stranger.hears()).text
    await stage.stranger.hears()
    await stage.staff.follows(link)
    assert "administrator" not in (await stage.staff.hears()).text
    life.cancel()
    with suppress(asyncio.CancelledError):
        await life
    store = stage.store()
    with store.read() as session:
        assert members.administrators(session) == 1
