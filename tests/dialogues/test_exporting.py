"""/export sends what one may see of the registry as a workbook that says the same when it is read again."""

from pathlib import Path

from bot.demo.standin import Actor
from bot.record.workbook.read import Workbook, read_workbook
from db import exchanges
from db.vocabulary import Sheet
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record
from tests.dialogues.test_logging import says_and_hears


async def taken_out(person: Actor, folder: Path) -> Workbook:
    """The rows of the workbook that the person is sent."""
    await says_and_hears(person, "/export")
    sent = await person.hears()
    assert sent.file is not None
    file = folder / "sent.xlsx"
    file.write_bytes(sent.file.content)
    return read_workbook(file)


async def test_a_manager_gets_the_whole_registry(stage: Stage, tmp_path: Path) -> None:
    record(stage, partner("new1", "Alpha", email="a@alpha.org"), paper("new1", title="Secret", state="draft"))
    async with stage.bot():
        rows = (await taken_out(stage.manager, tmp_path)).rows
    with stage.store().read() as session:
        assert len([row for row in rows if row.sheet is Sheet.EXCHANGES]) == len(exchanges.every(session))
    said = repr(rows)
    assert "a@alpha.org" in said
    assert "Secret" in said


async def test_staff_get_it_without_drafts_and_contacts(stage: Stage, tmp_path: Path) -> None:
    record(
        stage,
        partner("new1", "Alpha", email="a@alpha.org", phone="+998 71"),
        paper("new1", title="Secret", state="draft", id="new2"),
        {"sheet": "approvals", "agreement": "new2", "stage": "ministry", "holder": "Holder"},
        paper("new1", title="Open"),
    )
    async with stage.bot():
        rows = (await taken_out(stage.staff, tmp_path)).rows
    with stage.store().read() as session:
        assert len([row for row in rows if row.sheet is Sheet.EXCHANGES]) == len(exchanges.every(session))
    said = repr(rows)
    assert "Open" in said
    assert "Alpha" in said
    for hidden in ("Secret", "Holder", "alpha.org", "+998 71", "email"):
        assert hidden not in said


async def test_a_viewer_gets_none(stage: Stage) -> None:
    async with stage.bot():
        await says_and_hears(stage.viewer, "/export")
        await stage.viewer.hears_nothing()
