"""`python -m bench.start`: how long the bot takes from launch to its first getUpdates, and to its first
answer.

Each round starts a process of its own on a registry that is there already. Python with nothing but the
client's fixed libraries imported is measured beside it, in the same round: the floor that no bot of ours can
go below.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bot.clock import system_clock
from bot.demo import persons
from bot.demo.seed import seed
from bot.demo.settings import demo_settings
from bot.demo.standin import Standin
from bot.opening import open_store

ROUNDS = 5
FLOOR = "import telegram.ext, sqlalchemy.orm, apscheduler.schedulers.asyncio"


async def main() -> None:
    """Prints the medians of all rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = demo_settings(folder, "http://127.0.0.1")
        store = open_store(settings, system_clock)
        seed(store, system_clock, settings.zone, empty=False)
        store.close()
        rounds = [await one(folder, number) for number in range(ROUNDS)]
    names = (
        "libraries imported, s",
        "launch to first getUpdates, s",
        "launch to first answer, s",
        "idle, MiB",
    )
    for name, figures in zip(names, zip(*rounds, strict=True), strict=True):
        print(
            f"{name}: median {statistics.median(figures):.2f} (from {min(figures):.2f} to {max(figures):.2f})"
        )


async def one(folder: Path, number: int) -> tuple[float, float, float, float]:
    """One round: the floor, then a whole life of the bot."""
    began = perf_counter()
    floor = await asyncio.create_subprocess_exec(sys.executable, "-c", FLOOR)
    await floor.wait()
    imported = perf_counter() - began
    # The bot remembers updates it has seen: each round's have numbers of their own.
    async with Standin(system_clock, patience=60, first_id=1 + 1000 * number) as telegram:
        return (imported, *await life(telegram, folder))


async def life(telegram: Standin, folder: Path) -> tuple[float, float, float]:
    """From launch to the first getUpdates and to the first answer, in seconds; the memory held when idle."""
    actors, _ = await persons.settle(telegram)
    person = actors[persons.MEMBERS[0].id]
    await person.says("Shanxay")
    began = perf_counter()
    command = (sys.executable, "-m", "bot.demo.child", str(folder), telegram.url)
    bot = await asyncio.create_subprocess_exec(*command)
    await telegram.until(lambda: telegram.calls("getUpdates") or None, 60, "the first getUpdates")
    polled = perf_counter() - began
    await person.hears(within=60)
    answered = perf_counter() - began
    await asyncio.sleep(3)
    memory = resident(bot.pid)
    bot.terminate()
    await bot.wait()
    return polled, answered, memory


def resident(pid: int) -> float:
    """What a process holds in memory, in MiB."""
    return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(pid)])) / 2**10


if __name__ == "__main__":
    asyncio.run(main())
