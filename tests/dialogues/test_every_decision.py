"""Every button under a reminder, in each language: what it answers, and what it leaves to be reminded of when
the clock has gone on.
"""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.demo.standin import Shown
from bot.html import plain
from bot.words import Words
from db import members, replan
from db.vocabulary import Language, Row
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record, shipment

END = "2021-12-24/2026-12-23"
LATER = datetime(2026, 12, 9, 5, 0, tzinfo=UTC)
"""A fortnight before that end, an hour after the reminder."""
MATTERS = ("renew", "talks", "let", "snooze", "give", "notice-let", "declined", "moved", "review-done",
           "shipment-done", "done")  # fmt: skip


def registry() -> list[Row]:
    """One thing a button, each of a partner of its name."""
    rows: list[Row] = [partner(f"new{at}", name) for at, name in enumerate(MATTERS, start=1)]
    rows += [paper(f"new{at}", term=END) for at in range(1, 6)]
    renewing: dict[str, str | int] = {"term": "2020-01-01/2022-12-31", "renews_months": 12, "notice_days": 30}
    rows += [paper(f"new{at}", **renewing) for at in (6, 7)]
    rows += [
        paper("new8", id="new99", state="draft"),
        {"sheet": "approvals", "agreement": "new99", "stage": "Ministry of Justice", "sent": "2026-10-26"},
        paper("new9", term="2016-11-23/.."),
        shipment("new10", 12, direction="sent", date="2026-10-09"),
        {"sheet": "promises", "title": "the catalogue", "partner": "new11", "due": "2026-12-07"},
    ]
    return rows


@pytest.mark.parametrize("language", list(Language))
async def test_each_button_answers_and_leaves_what_it_should(stage: Stage, language: Language) -> None:
    words = Words(language)
    with stage.store().write() as session:
        members.speak(session, stage.manager.id, language)
        members.dismiss(session, stage.admin.id)
    stage.clock.now = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    record(stage, *registry())
    async with stage.bot():
        await planned(stage)
        stage.clock.now = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
        digest = await stage.manager.hears()
        for name in MATTERS:
            await decided(stage, digest, name, words)
        stage.clock.now = LATER
        # The day's digest, and the briefings of the week and of the month.
        told = [(await stage.manager.hears()).text for _ in range(3)]
        text = next(text for text in told if text.startswith("🔔"))
        assert {text[0] for text in told} == {"🔔", "🗓", "📊"}
        heard = {name for name in MATTERS if f"— {name}\n" in text}
        assert heard == {"talks", "give", "snooze", "declined", "moved"}
        assert words.plain("notice-left", n=14) in text
        assert plain(words("notice-late")) not in text


async def planned(stage: Stage) -> None:
    """Waits until what was recorded has been thought over."""
    for _ in range(300):
        with stage.store().read() as session:
            if not replan.is_marked(session):
                return
        await asyncio.sleep(0.1)
    raise AssertionError("not planned")


async def decided(stage: Stage, digest: Shown, name: str, words: Words) -> None:
    manager = stage.manager
    await manager.presses(next(label for label in digest.labels if label.endswith(f"· {name}")), digest)
    card = await manager.hears()
    assert words.plain(f"decide-{name}") in card.labels
    await manager.presses(words.plain(f"decide-{name}"), card)
    heard = await manager.hears()
    if name in {"snooze", "give"}:
        await manager.presses(heard.labels[0], heard)
        heard = await manager.hears()
    said = plain(words(f"decided-{name}", name="Manager", person=heard_person(heard.text), date="@"))
    assert said.partition("@")[0] in heard.text
    if name == "renew":
        form = await manager.hears()
        await manager.presses("✅", form)
        await manager.hears()


def heard_person(text: str) -> str:
    return text.rpartition("→ ")[2]
