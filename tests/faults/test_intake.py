"""kill -9 while a report is reviewed and while a spreadsheet is imported: all of it is saved or none, and the
work goes on where it was.
"""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.demo.standin import Actor, Shown, Standin
from db import records
from db.store import Store
from db.vocabulary import WORKBOOK
from tests.faults.dying import Stage
from tests.faults.processes import Nursery, Process
from tests.faults.workload import MANAGER, hears
from tests.record.tabled import ROWS, xlsx

STEP = int(os.environ.get("FAULT_STEP", "30"))
REPORT = """2025-yil hisoboti

Yil davomida Polsha Milliy kutubxonasidan 128 ta kitob oldik. Ularning barchasi katalogga kiritildi.
14-fevral kuni Vyetnam Milliy kutubxonasi bilan besh yilga memorandum imzolandi. U hozir ham amalda.
Vyetnam Milliy kutubxonasiga 12 ta xarita sovgʻa qildik. Marosim asosiy binoda oʻtdi va gazetada yozildi.
"""


def _is_receipt(said: Shown) -> bool:
    """A trial that is told of a second time has a ↩️ of its own."""
    return _offers("↩️")(said) and not _offers("✅")(said)


def _offers(sign: str) -> Callable[[Shown], bool]:
    return lambda said: any(label.startswith(sign) for label in said.labels)


async def review(actor: Actor) -> None:
    """A report is pasted, its list accepted as a whole."""
    await actor.says(REPORT)
    await actor.presses("✅", await hears(actor, _offers("✅")))
    await hears(actor, _is_receipt)


async def spreadsheet(actor: Actor) -> None:
    """A spreadsheet is sent, tried and saved."""
    await actor.says("/import")
    await hears(actor, lambda said: "📥" in said.text)
    await actor.uploads("обмен.xlsx", xlsx({"Лист1": ROWS}))
    await actor.presses("▶️", await hears(actor, _offers("▶️")))
    await actor.presses("✅", await hears(actor, _offers("✅")))
    await hears(actor, _is_receipt)


def _counted(store: Store) -> int:
    with store.read() as session:
        return sum(len(records.every(session, sheet)) for sheet in WORKBOOK)


@pytest.mark.parametrize(("scene", "new"), [(review, 4), (spreadsheet, 5)], ids=["review", "import"])
async def test_death_leaves_nothing_half_saved_and_the_work_goes_on(
    tmp_path: Path, nursery: Nursery, scene: Callable[[Actor], Awaitable[None]], new: int
) -> None:
    stage = Stage.prepared(tmp_path)
    point, found = 4, [0]
    while len(found) > 1 or point == 4:
        found = await _played(nursery, stage, point, scene)
        assert set(found) <= {0, new}, (point, found)
        assert found[-1] == new, (point, found)
        point += STEP
    assert point > 4 + STEP, "nobody died"


async def _played(
    nursery: Nursery, stage: Stage, point: int, scene: Callable[[Actor], Awaitable[None]]
) -> list[int]:
    """How many records were new when the bot had died, if it did, and when all was over."""
    folder = stage.folder.with_name(f"point-{point}")
    shutil.copytree(stage.folder, folder)
    found: list[int] = []
    async with Standin(system_clock) as telegram:
        actor = telegram.user(MANAGER, "Manager", "uz")
        actor.person.opened = True
        bot = Process(nursery, folder, telegram.url)
        store = Store(bot.settings.database)
        before = _counted(store)

        async def born_again() -> None:
            await bot.gone()
            found.append(_counted(store) - before)
            await bot.start()

        await bot.start(dies_at=point)
        midwife = asyncio.create_task(born_again())
        await scene(actor)
        found.append(_counted(store) - before)
        midwife.cancel()
        await bot.kill()
        store.close()
    shutil.rmtree(folder)
    return found
