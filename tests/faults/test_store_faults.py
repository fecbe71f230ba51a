"""The database fails: whoever wrote is told that nothing is saved yet, and it is saved once it can be."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from bot.demo.standin import TOKEN, Shown
from bot.settings import Settings
from db import exchanges
from tests.dialogues.conftest import Hands, Stage, furnish, opened
from tests.faults.workload import hears, is_card, is_receipt
from tests.postgres import stopping_server

LINE = "Bugun Polsha Milliy kutubxonasidan 5017 nusxa kitob oldik"
Fault = Callable[["Sqlite"], AbstractContextManager[None]]


class Sqlite:
    """Every transaction begins by telling SQLite something; what it then says is its own."""

    def __init__(self, database: Path) -> None:
        self.database, self._pragma = database, "busy_timeout = 300"

    def begins(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA {self._pragma}")

    @contextmanager
    def told(self, fault: str, cure: str) -> Iterator[None]:
        self._pragma = fault
        yield
        self._pragma = cure


@pytest.fixture
def sqlite(sqlite_template: Path, tmp_path: Path) -> Iterator[Sqlite]:
    sqlite = Sqlite(Path(shutil.copy(sqlite_template, tmp_path / "hamkor.db")))
    event.listen(Engine, "begin", sqlite.begins)
    yield sqlite
    event.remove(Engine, "begin", sqlite.begins)


def read_only(sqlite: Sqlite) -> AbstractContextManager[None]:
    return sqlite.told("query_only = ON", "query_only = OFF")


def full(sqlite: Sqlite) -> AbstractContextManager[None]:
    with closing(sqlite3.connect(sqlite.database)) as other:
        (pages,) = other.execute("PRAGMA page_count").fetchone()
    return sqlite.told(f"max_page_count = {pages}", "max_page_count = 1000000")


@contextmanager
def locked(sqlite: Sqlite) -> Iterator[None]:
    """Another program writes, and does not end."""
    with closing(sqlite3.connect(sqlite.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("fault", [read_only, full, locked])
async def test_a_file_that_takes_nothing_is_told_and_recovered_from(
    fault: Fault, sqlite: Sqlite, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever finds it locked waits for half a minute; nobody is to wait so long for this test.
    monkeypatch.setattr("db.store._BUSY_MS", 300)
    settings = Settings(token=TOKEN, data=sqlite.database.parent)
    furnish(settings)
    async with opened(settings, Hands()) as stage, stage.bot():
        await both_times(stage, lambda: fault(sqlite))


async def test_a_server_that_goes_away_is_told_and_recovered_from(tmp_path: Path) -> None:
    with stopping_server() as (url, away):
        settings = Settings(token=TOKEN, database_url=url, data=tmp_path)
        furnish(settings)
        async with opened(settings, Hands()) as stage, stage.bot() as hamkor:

            @contextmanager
            def gone() -> Iterator[None]:
                with away():
                    # Whoever carries files looks for work, too, while there is nowhere to look.
                    hamkor.porter.wake()
                    yield

            await both_times(stage, gone)


async def both_times(stage: Stage, fault: Callable[[], AbstractContextManager[None]]) -> None:
    """While it lasts, a line is said; while it lasts again, its card is confirmed."""
    # No update of theirs finds room on a page that is there already.
    stage.staff.person.last_name = "a" * 9_000
    await stage.staff.says("/x7")
    await stage.staff.hears()
    with fault():
        await stage.staff.says(LINE)
        await hears(stage.staff, _not_saved)
    card = await hears(stage.staff, partial(is_card, 5017))
    with fault():
        await stage.staff.presses("✅", card)
        await hears(stage.staff, _not_saved)
    await hears(stage.staff, partial(is_receipt, 5017))
    with stage.store().read() as session:
        assert [each.quantity for each in exchanges.every(session)].count(5017) == 1


def _not_saved(said: Shown) -> bool:
    return "saqlanmadi" in said.text
