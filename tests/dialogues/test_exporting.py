"""/export sends what one may see of the registry as a workbook that says the same when it is read again."""

from pathlib import Path

from bot.demo.standin import Actor
from bot.record.workbook.read import Workbook, read_workbook
from db import exchanges
from db.vocabulary import Sheet
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record
from tests.dialogues.test_further import presses
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


async def test_an_answer_its_workbook_the_cards_and_the_export_hold_the_same_drafts(
    stage: Stage, tmp_path: Path
) -> None:
    record(
        stage,
        partner("new1", "Zygmunt Archive"),
        paper("new1", id="new7", title="Ours", state="draft", responsible="Staff"),
        paper("new1", id="new8", title="Theirs", state="draft", responsible="Somebody"),
        paper("new1", id="new9", title="Signed", term="2020/2035"),
        {"sheet": "approvals", "agreement": "new7", "stage": "Ministry of Justice", "holder": "Hers"},
        {"sheet": "approvals", "agreement": "new8", "stage": "Ministry of Justice", "holder": "His"},
    )
    seen = {"staff": {"Ours", "Signed"}, "manager": {"Ours", "Signed", "Theirs"}}
    async with stage.bot():
        for role, titles in seen.items():
            person = stage.people[role]
            answer = await says_and_hears(person, "list the agreements with Zygmunt Archive")
            assert {t for t in ("Ours", "Signed", "Theirs") if t in answer.text} == titles
            await presses(person, "Excel", answer)
            sent = await person.hears()
            assert sent.file is not None
            (tmp_path / "answer.xlsx").write_bytes(sent.file.content)
            assert _titles(read_workbook(tmp_path / "answer.xlsx")) == titles
            assert _titles(await taken_out(person, tmp_path)) >= titles
            cards = {no: (await says_and_hears(person, f"/a{no}")).text for no in (13, 14, 15)}
            assert {t for t in ("Ours", "Signed", "Theirs") if t in "".join(cards.values())} == titles
        rows = repr((await taken_out(stage.staff, tmp_path)).rows)
        assert "Hers" in rows
        assert "His" not in rows
        assert "Theirs" not in rows


async def test_a_workbook_of_drafts_is_not_for_whoever_ceased_to_be_responsible(
    stage: Stage, tmp_path: Path
) -> None:
    record(stage, partner("new1", "Zygmunt Archive"),
           paper("new1", id="new7", title="Ours", state="draft", responsible="Staff"))  # fmt: skip
    async with stage.bot():
        assert "Ours" in repr((await taken_out(stage.staff, tmp_path)).rows)
        record(stage, {"sheet": "agreements", "id": "a13", "responsible": "Somebody"})
        assert "Ours" not in repr((await taken_out(stage.staff, tmp_path)).rows)


def _titles(book: Workbook) -> set[str]:
    return {
        row.cells["title"] for row in book.rows if row.sheet is Sheet.AGREEMENTS and row.cells.get("title")
    }


async def test_a_viewer_gets_none(stage: Stage) -> None:
    async with stage.bot():
        await says_and_hears(stage.viewer, "/export")
        await stage.viewer.hears_nothing()
