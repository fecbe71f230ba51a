"""One small scene, played again and again: each time the bot dies at the next commit or call."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bot.clock import system_clock
from bot.demo.settings import demo_settings
from bot.demo.standin import Standin
from db.store import Store
from tests.faults.processes import Nursery, Process
from tests.faults.workload import (
    FIRST,
    MANAGER,
    Log,
    Verdict,
    enter,
    judge,
    logs_one,
    prepare,
    settled,
    working_hours,
)


@dataclass(frozen=True)
class Stage:
    """A registry to begin each scene with: staff who log, and an agreement of which managers must be told."""

    folder: Path
    agreement: int

    @classmethod
    def prepared(cls, folder: Path) -> Stage:
        """In a folder of its own below `folder`."""
        template = folder / "template"
        clock = working_hours(template)
        settings = demo_settings(template, "http://127.0.0.1")
        prepare(settings, Standin(system_clock), people=1)
        store = Store(settings.database)
        agreement = enter(store, clock())
        store.close()
        return cls(template, agreement)


async def dies_at(nursery: Nursery, stage: Stage, point: int) -> tuple[bool, Verdict]:
    """Plays the scene; whether it was over before the so-manieth point, and how it went."""
    began = monotonic()
    folder = stage.folder.with_name(f"point-{point}")
    shutil.copytree(stage.folder, folder)
    log = Log(agreements=[stage.agreement])
    async with Standin(system_clock) as telegram:
        telegram.user(MANAGER, "Manager", "uz").person.opened = True
        actor = telegram.user(MANAGER + 1, "Staff", "uz")
        bot = Process(nursery, folder, telegram.url)
        store = Store(bot.settings.database)
        await bot.start(dies_at=point)
        midwife = asyncio.create_task(_born_again(bot))
        await logs_one(actor, FIRST, log)
        clock = working_hours(folder)
        await settled(store, telegram, log, clock)
        survived = not midwife.done()
        midwife.cancel()
        await bot.kill()
        verdict = judge(store, telegram, log, 0 if survived else 1, monotonic() - began, clock())
        store.close()
    shutil.rmtree(folder)
    return survived, verdict


async def _born_again(bot: Process) -> None:
    await bot.gone()
    await bot.start()
