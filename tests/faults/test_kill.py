"""kill -9 under load: whatever was acknowledged is there once, every dialogue goes on where it was, and every
reminder arrives.
"""

import os
from pathlib import Path

from bot.clock import system_clock
from bot.demo.standin import Standin
from tests.faults.dying import Stage, dies_at
from tests.faults.processes import Nursery, Process
from tests.faults.workload import under_fire

KILLS = 10
STEP = int(os.environ.get("FAULT_STEP", "14"))
"""One in so many points is died at; all of them in turn are for `make soak`."""


async def test_kills_in_the_midst_of_everything_lose_nothing_and_double_nothing(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with Standin(system_clock) as telegram:
        bot = Process(nursery, tmp_path, telegram.url)
        verdict = await under_fire([bot], telegram, people=4, kills=KILLS, seed=7)
    assert verdict.whole, verdict
    assert verdict.logged > 8
    assert verdict.reminded > 5
    assert verdict.repeats <= KILLS, verdict


async def test_death_at_any_commit_and_any_call_loses_nothing_and_doubles_nothing(
    tmp_path: Path, nursery: Nursery
) -> None:
    stage = Stage.prepared(tmp_path)
    point, survived = 1, False
    while not survived:
        survived, verdict = await dies_at(nursery, stage, point)
        assert verdict.whole, (point, verdict)
        assert verdict.repeats <= (0 if survived else 1), (point, verdict)
        point += STEP
    assert point > 20
