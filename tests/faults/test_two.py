"""Two processes on one PostgreSQL share the work: one fetches, both act and send, and either may die or
freeze at any moment.
"""

import asyncio
import signal
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from bot.clock import system_clock
from bot.demo.standin import Standin
from db import outbox
from db.store import Store
from tests.databases import Registry
from tests.faults.processes import Nursery, Process
from tests.faults.workload import MARK, prepare, under_fire, working_hours

KILLS = 6
LEASE = 2.0


async def test_two_who_are_killed_in_turn_leave_nothing_out_and_do_nothing_twice(
    tmp_path: Path, postgresql_registry: Registry, nursery: Nursery
) -> None:
    postgresql_registry.reset()
    options = {"database": postgresql_registry.url, "lease": LEASE}
    async with Standin(system_clock) as telegram:
        bots = [Process(nursery, tmp_path, telegram.url, options) for _ in range(2)]
        verdict = await under_fire(bots, telegram, people=3, kills=KILLS, seed=11)
        refused = [call for call in telegram.calls("getUpdates", accepted=False) if call.code == 409]
    assert verdict.whole, verdict
    assert verdict.logged > 5
    assert verdict.repeats <= KILLS, verdict
    # A start asks once before it knows that another fetches; beyond that, there is one who does.
    assert len(refused) <= 3 * (KILLS + 2), len(refused)


async def test_who_wakes_after_his_lease_settles_nothing_and_the_message_arrives(
    tmp_path: Path, postgresql_registry: Registry, nursery: Nursery
) -> None:
    postgresql_registry.reset()
    options = {"database": postgresql_registry.url, "lease": LEASE}
    async with Standin(system_clock, patience=30) as telegram:
        frozen, other = (Process(nursery, tmp_path, telegram.url, options) for _ in range(2))
        working_hours(tmp_path)
        (actor,) = prepare(frozen.settings, telegram, people=1)
        await frozen.start()
        await actor.says("/help")
        await actor.hears()
        telegram.fail("sendMessage", delay=1.0, drop="after")
        await actor.says("/x7")
        with closing(Store(frozen.settings.database)) as store:
            await sending(store)
            frozen.signals(signal.SIGSTOP)
            await other.start()
            _, second = await actor.hears(), await actor.hears()
            # The first is marked as well where the machine was so slow that its claim had run out by itself.
            assert MARK in second.text
            frozen.signals(signal.SIGCONT)
            await asyncio.sleep(1)
            with store.read() as session:
                (row,) = session.execute(select(outbox.table).where(outbox.table.c.attempts > 1)).all()
            assert (row.state, row.message) == (outbox.SENT, second.id)
        await actor.says("/x8")
        heard = await actor.hears()
        if "/x7" in heard.text:
            # A call that stood half written was finished on waking: Telegram takes it, nobody settles it.
            heard = await actor.hears()
        assert "/x8" in heard.text


async def sending(store: Store) -> None:
    """Until a call has left and has no answer yet."""
    for _ in range(500):
        with store.read() as session:
            if session.execute(select(outbox.table).where(outbox.table.c.state == outbox.SENDING)).first():
                return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing leaves")
