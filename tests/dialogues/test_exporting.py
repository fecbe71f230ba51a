"""/export sends the whole registry as a workbook that says the same when it is read again."""

from pathlib import Path

from bot.record.workbook.read import read_workbook
from db import exchanges
from db.vocabulary import Sheet
from tests.dialogues.conftest import Stage
from tests.dialogues.test_logging import says_and_hears


async def test_a_manager_gets_the_registry_as_a_file_and_staff_do_not(stage: Stage, tmp_path: Path) -> None:
    async with stage.bot():
        await says_and_hears(stage.manager, "/export")
        sent = await stage.manager.hears()
        assert sent.file is not None
        file = tmp_path / "sent.xlsx"
        file.write_bytes(sent.file.content)
        rows = [row for row in read_workbook(file).rows if row.sheet is Sheet.EXCHANGES]
        with stage.store().read() as session:
            assert len(rows) == len(exchanges.every(session))
        await says_and_hears(stage.staff, "/export")
        await stage.staff.hears_nothing()
