"""The registry in figures and pictures: what was counted is said, what was not is said too."""

from datetime import timedelta

import pytest

from bot.demo.standin import Actor
from bot.demo.standin.images import image_size
from bot.show.reply import CAPTION_LIMIT
from tests.dialogues.conftest import Hands, Stage
from tests.dialogues.registering import paper, partner, record

PICTURES = {
    "en": ("\U0001f4c4 Timeline", "\U0001f4e6 Received and sent", "\U0001f5fa Map"),
    "ru": ("\U0001f4c4 Сроки соглашений", "\U0001f4e6 Получено и отправлено", "\U0001f5fa Карта"),
}


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    """Nobody is reminded of what is recorded here before the morning comes."""
    clock.forward(hours=-6)


async def picture(person: Actor, button: str) -> str:
    """Asks for a picture, and gives its caption."""
    overview = await person.hears()
    await person.presses(button, overview)
    heard = await person.hears()
    assert heard.file is not None
    width, height = image_size(heard.file.content) or (0, 0)
    assert width == 1280
    assert 400 < height < 2400
    assert len(heard.text) <= CAPTION_LIMIT
    return heard.text


async def test_figures_and_three_pictures_in_the_readers_language(stage: Stage) -> None:
    soon = stage.clock().date() + timedelta(days=20)
    record(stage, partner("new1", "Alpha"), paper("new1", term=f"2020-01-01/{soon}"))
    async with stage.bot():
        for person, language in ((stage.admin, "en"), (stage.manager, "ru")):
            for button in PICTURES[language]:
                await person.says("/stats")
                assert await picture(person, button)


async def test_the_figures_are_those_of_the_records(stage: Stage) -> None:
    soon = stage.clock().date() + timedelta(days=20)
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", term=f"2020-01-01/{soon}"),
        {"sheet": "exchanges", "partner": "new1", "direction": "sent", "quantity": 7, "date": "2026"},
        {"sheet": "exchanges", "partner": "new1", "direction": "sent", "date": "2026"},
    )
    async with stage.bot():
        await stage.admin.says("/stats")
        text = (await stage.admin.hears()).text
    assert "Agreements in force: 1, ending within 90 days: 1" in text
    assert "2026: received — nothing recorded, sent — 7 copies" in text
    assert "1 shipment has no count recorded" in text


async def test_a_stranger_and_a_group_see_no_figures(stage: Stage) -> None:
    group = stage.group()
    async with stage.bot():
        await stage.staff.says("/stats", group)
        await stage.staff.hears_nothing(group, within=0.3)
        await stage.stranger.says("/stats")
        assert "20" not in (await stage.stranger.hears()).text
