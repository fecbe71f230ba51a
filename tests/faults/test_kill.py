"""kill -9 under load: whatever was acknowledged is there once, and every dialogue goes on where it was."""

from collections import Counter
from pathlib import Path

from bot.clock import system_clock
from bot.demo.settings import demo_settings
from bot.demo.standin import Standin
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from db import exchanges, history, members, sample
from db.vocabulary import Language, Role
from tests.faults.workload import Process, under_fire

KILLS, PEOPLE, ENTRIES = 10, 4, 12


async def test_ten_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    async with Standin(system_clock) as telegram:
        settings = demo_settings(tmp_path, telegram.url)
        store = open_store(settings, system_clock)
        with sample.registry() as workbook:
            import_workbook(store, workbook, history.TERMINAL, system_clock(), Wish())
        with store.write() as session:
            for person in range(3001, 3001 + PEOPLE):
                members.admit(session, person, "Staff", Role.STAFF, system_clock())
                members.speak(session, person, Language.UZ_LATN)

        bot = Process(tmp_path, telegram.url)
        try:
            log, kills = await under_fire(telegram, bot, people=PEOPLE, entries=ENTRIES, kills=KILLS, seed=7)
        finally:
            await bot.kill()

        with store.read() as session:
            recorded = exchanges.every(session)
            sound = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()
        store.close()

    copies = Counter(
        exchange.quantity for exchange in recorded if (exchange.quantity or 0) >= 1000 and exchange.no > 11
    )
    by_id = {f"/x{exchange.no}": exchange.quantity for exchange in recorded}
    assert kills == KILLS
    assert sorted(log.acknowledged) == sorted(log.asked)
    assert all(by_id[short] == quantity for quantity, short in log.acknowledged.items())
    assert copies == Counter(log.asked)
    assert sound == "ok"
