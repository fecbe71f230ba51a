"""/today: what is due, what waits for a decision, what is on, who is away; to each what concerns them."""

from db import history
from db.vocabulary import Row
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record


def event(**columns: str) -> Row:
    return {"sheet": "events", "title_en": "Central Asia", "kind": "conference", **columns}


async def test_everybody_sees_what_concerns_them(stage: Stage) -> None:
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", term="2020-01-01/2026-11-27", title="Mine", responsible="Staff"),
        paper("new1", term="2020-01-01/2026-11-25", title="Theirs"),
        event(date="2026-11-20/2026-11-24"),
    )
    away = {"sheet": "absences", "member": "1003", "date": "2026-11-23/2026-11-25", "deputy": "1002"}
    with stage.store().write() as session:
        history.save(session, history.TERMINAL, [away], now=stage.clock())
    async with stage.bot():
        await stage.staff.hears()
        await stage.staff.says("/today")
        own = (await stage.staff.hears()).text
        assert own.startswith("📅 du, 2026-yil 23-noyabr")
        assert ("Mine" in own, "Theirs" in own) == (True, False)
        assert "Central Asia" in own
        assert "Admin: oxirgi kun — 2026-yil 25-noyabr. Oʻrinbosar: Manager" in own

        await stage.manager.hears()
        await stage.manager.says("/today")
        whole = await stage.manager.hears()
        assert whole.text.index("Theirs") < whole.text.index("Mine"), "the nearest first"
        await stage.manager.presses("1", whole)
        assert "Theirs" in (await stage.manager.hears()).text

        await stage.viewer.says("/today")
        seen = await stage.viewer.hears()
        assert ("Central Asia" in seen.text, "Theirs" in seen.text, seen.labels) == (True, False, [])


async def test_a_day_without_anything(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/today")
        assert "2026-yil 29-noyabr kuniga qadar muddatlar yoʻq" in (await stage.staff.hears()).text
