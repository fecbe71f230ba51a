"""`make crash`: kill -9 under load, sixty times, or as often as asked: `make crash ARGS="--kills 200"`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bot.clock import system_clock
from bot.demo.standin import Standin
from tests.faults.processes import Nursery, Process
from tests.faults.workload import Verdict, under_fire


def main() -> int:
    """Prints what was lost and doubled; 1 when anything was."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    verdict = asyncio.run(scene(options.people, options.kills, options.seed))
    print(told(verdict))
    return 0 if verdict.whole else 1


async def scene(people: int, kills: int, seed: int) -> Verdict:
    """One scene in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, Nursery.open() as nursery:
        async with Standin(system_clock) as telegram:
            bot = Process(nursery, Path(folder), telegram.url)
            return await under_fire([bot], telegram, people=people, kills=kills, seed=seed)


def told(verdict: Verdict) -> str:
    """The verdict in one line."""
    return (
        f"{verdict.kills} kills in {verdict.seconds:.0f} s, {verdict.logged} entries logged, "
        f"{verdict.reminded} reminders: {len(verdict.lost)} lost, {len(verdict.doubled)} doubled or missing, "
        f"{len(verdict.again)} acted on twice, {len(verdict.unanswered)} unanswered, "
        f"{len(verdict.untold)} reminders not told, "
        f"{len(verdict.unsettled)} left open, {verdict.repeats} messages repeated "
        f"({verdict.unmarked} without saying so), database {'sound' if verdict.sound else 'damaged'}"
    )


if __name__ == "__main__":
    sys.exit(main())
