"""What is not recorded yet: each kind with its number, each record a tap away, and only what one may know."""

from datetime import timedelta

import pytest

from tests.dialogues.conftest import MONDAY, Hands, Stage
from tests.dialogues.registering import paper, partner, record

TODAY = MONDAY.date()


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    """Nobody is reminded of what is recorded here before the morning comes."""
    clock.forward(hours=-6)


def number(text: str, beginning: str) -> int:
    """The figure of the line that begins so; 0 where there is no such line."""
    line = next((line for line in text.splitlines() if line.startswith(beginning)), ": 0")
    return int("".join(char for char in line.split(": ")[1].split(".")[0] if char.isdigit()))


BEGINNINGS = {
    "end": "Agreements whose end",
    "vague": "Agreements in force whose last day",
    "held": "Events without a date",
    "people": "Past events",
    "count": "Exchanges without a number",
    "moved": "Exchanges without a date",
    "country": "Partners without a country",
    "contact": "Partners with an agreement",
}


async def test_each_kind_of_gap_is_counted(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/gaps")
        before = (await stage.admin.hears()).text
    record(
        stage,
        partner("new1", "Alpha"),
        partner("new2", "Beta", country="PL", email="a@b.pl"),
        paper("new1", term="2020-01-01/"),
        paper("new1", term="2020-01-01/2031"),
        paper("new1", term="2020-01-01/", state="draft"),
        paper("new2", term="2020-01-01/2031-05-05"),
        {"sheet": "exchanges", "partner": "new1", "direction": "sent", "date": "2026"},
        {"sheet": "exchanges", "partner": "new1", "direction": "sent", "quantity": 0},
        {"sheet": "events", "title_en": "Undated"},
        {"sheet": "events", "id": "new3", "title_en": "Peopled", "date": "2025-01-01"},
        {"sheet": "participants", "event": "new3", "person": "A. Person"},
        {"sheet": "events", "title_en": "Lonely", "date": "2025-01-02"},
        {"sheet": "events", "title_en": "Coming", "date": (TODAY + timedelta(days=40)).isoformat()},
    )
    async with stage.bot():
        await stage.admin.says("/gaps")
        after = (await stage.admin.hears()).text
    for gap, beginning in BEGINNINGS.items():
        assert number(after, beginning) == number(before, beginning) + 1, gap


async def test_a_list_opens_in_place_and_a_filled_gap_is_gone(stage: Stage) -> None:
    (_, id_) = record(stage, partner("new1", "Alpha"), paper("new1", term="2020-01-01/2031", title="Vague"))
    async with stage.bot():
        await stage.admin.says("/gaps")
        overview = await stage.admin.hears()
        await stage.admin.presses("📄 End not exact", overview)
        listed = await stage.admin.hears()
        assert listed.id == overview.id
        assert id_ in listed.text
        assert "Vague" in listed.text
        await stage.admin.presses("◀️ All gaps", listed)
        assert (await stage.admin.hears()).text == overview.text
    record(stage, {"sheet": "agreements", "no": int(id_[2:]), "term": "2020-01-01/2031-01-01"})
    async with stage.bot():
        await stage.admin.says("/gaps")
        assert (
            number((await stage.admin.hears()).text, BEGINNINGS["vague"])
            == number(overview.text, BEGINNINGS["vague"]) - 1
        )


async def test_a_viewer_learns_nothing_of_contacts_and_is_not_told_to_edit(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", term="2020-01-01/2031-05-05"))
    async with stage.bot():
        await stage.viewer.says("/gaps")
        text = (await stage.viewer.hears()).text
        assert "Тугаши ёки муддати" in text
        assert "алоқа" not in text.lower()
        assert "боғланиш" not in text
        assert "Таҳрирлаш" not in text
        await stage.stranger.says("/gaps")
        assert "Қайд" not in (await stage.stranger.hears()).text
