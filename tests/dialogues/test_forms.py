"""The forms of agreements and partners: the few questions that matter, one card, in the registry by ✅."""

from tests.dialogues.conftest import Stage


async def test_an_agreement_is_recorded_and_stands_in_the_list(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/agreement")
        await stage.admin.hears()
        await stage.admin.says("Shanghai")
        await stage.admin.presses("memorandum", await stage.admin.hears())
        await stage.admin.hears()
        await stage.admin.says("5 May 2026 – 4 May 2031")
        await stage.admin.presses("Skip", await stage.admin.hears())
        await stage.admin.presses("✅", await stage.admin.hears())
        short = next(word for word in (await stage.admin.hears()).text.split() if word.startswith("/a"))
        await stage.admin.says("/agreements")
        line = next(line for line in (await stage.admin.hears()).text.splitlines() if short in line)
        assert "Shanghai Library" in line
        assert "in force until 4 May 2031" in line


async def test_a_partner_is_added_and_known_by_name_at_once(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/partner")
        await stage.staff.hears()
        await stage.staff.says("Freedonia Library")
        card = await stage.staff.hears()
        while not any(label.startswith("✅") for label in card.labels):
            await stage.staff.presses("Oʻtkazib", card)
            card = await stage.staff.hears()
        await stage.staff.presses("✅", card)
        short = next(word for word in (await stage.staff.hears()).text.split() if word.startswith("/p"))
        await stage.viewer.says("/find Freedonia Library")
        assert short in (await stage.viewer.hears()).text
