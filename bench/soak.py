"""`make soak`: the fault tests at full length. It stops by itself after an hour, or after so many minutes:
`make soak ARGS="--minutes 20"`; called again it goes on where it was, and `--anew` begins from the start.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from time import monotonic

from bench.crash import told
from bench.years import ZONES, calendars, years
from bot.clock import system_clock
from bot.demo.standin import Standin
from tests.faults.dying import Stage, dies_at
from tests.faults.moody import sent_through
from tests.faults.processes import Nursery, Process
from tests.faults.sins import SINS, is_caught
from tests.faults.workload import under_fire
from tests.postgres import running_server

JOURNAL = Path(".cache/soak.jsonl")
KILLS, AT_ONCE = 1000, 50
MESSAGES, ALIKE = 10_000, 2000
Part = Callable[[], Coroutine[None, None, tuple[bool, str]]]


def main() -> int:
    """Prints a line for each part as it ends; 1 when any has failed, now or before."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--only", default="", help="parts whose names begin so")
    options = parser.parse_args()
    if options.anew:
        JOURNAL.unlink(missing_ok=True)
    until = monotonic() + 60 * options.minutes
    for name, part in parts().items():
        if name.startswith(options.only) and name not in done() and monotonic() < until:
            began = monotonic()
            well, line = _played(part)
            _note(name, line, well=well)
            print(f"{'well' if well else 'FAULT'}  {name} ({monotonic() - began:.0f} s): {line}", flush=True)
    left = parts().keys() - done().keys()
    failed = [name for name, well in done().items() if not well]
    print(
        f"{len(done())} parts done, {len(left)} left, {len(failed)} failed"
        + "".join(f"\n  {n}" for n in failed)
    )
    return 1 if failed else 0


def _played(part: Part) -> tuple[bool, str]:
    """A part that breaks off has failed; the others go on."""
    try:
        return asyncio.run(part())
    except Exception as fault:  # noqa: BLE001 -- whatever it was, it is told
        traceback.print_exc()
        return False, f"broke off: {fault!r}"


def parts() -> dict[str, Part]:
    """All of it, in pieces short enough to be interrupted between."""
    found: dict[str, Part] = {}
    for number in range(KILLS // AT_ONCE):
        found[f"kills {number + 1}"] = lambda seed=number: one(seed)
        found[f"pair {number + 1}"] = lambda seed=number: pair(seed)
    for number in range(MESSAGES // ALIKE):
        found[f"moody {number + 1}"] = lambda seed=number: moody(seed)
    found["points"] = points
    found["calendars"] = lambda: _told(calendars)
    for zone in ZONES:
        found[f"years {zone}"] = lambda zone=zone: _told(partial(years, zone))
    for name in SINS:
        found[f"sin: {name}"] = lambda name=name: sin(name)
    return found


async def _told(part: Callable[[], tuple[bool, str]]) -> tuple[bool, str]:
    return part()


async def one(seed: int) -> tuple[bool, str]:
    """A bot on SQLite is killed."""
    with tempfile.TemporaryDirectory() as folder, Nursery.open() as nursery:
        async with Standin(system_clock) as telegram:
            bot = Process(nursery, Path(folder), telegram.url)
            verdict = await under_fire([bot], telegram, people=4, kills=AT_ONCE, seed=seed)
    return verdict.whole and verdict.repeats <= AT_ONCE, told(verdict)


async def pair(seed: int) -> tuple[bool, str]:
    """Two bots on one PostgreSQL are killed in turn."""
    with tempfile.TemporaryDirectory() as folder, running_server() as url, Nursery.open() as nursery:
        async with Standin(system_clock) as telegram:
            options = {"database": url, "lease": 2.0}
            bots = [Process(nursery, Path(folder), telegram.url, options) for _ in range(2)]
            verdict = await under_fire(bots, telegram, people=4, kills=AT_ONCE, seed=seed)
    return verdict.whole and verdict.repeats <= AT_ONCE, told(verdict)


async def moody(seed: int) -> tuple[bool, str]:
    """Telegram misbehaves."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = await sent_through(Path(folder), ALIKE, seed)
    states = ", ".join(f"{number} {state}" for state, number in outcome.states.most_common())
    line = f"{outcome.messages} messages in {outcome.asked} calls: {states}; {len(outcome.lost)} lost, "
    line += (
        f"{outcome.repeats} repeated ({outcome.unmarked} without saying so), {outcome.impatient} too early"
    )
    return outcome.whole and outcome.states.total() == ALIKE, line


async def points() -> tuple[bool, str]:
    """Death at each commit and each call in turn."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage.prepared(Path(folder))
        with Nursery.open() as nursery:
            point, survived, failed, repeats = 0, False, [], 0
            while not survived:
                point += 1
                survived, verdict = await dies_at(nursery, stage, point)
                repeats += verdict.repeats
                if not verdict.whole or verdict.repeats > 1:
                    failed.append(point)
    return not failed, f"{point - 1} deaths, {repeats} messages repeated, failed at {failed or 'none'}"


async def sin(name: str) -> tuple[bool, str]:
    """A fault is built in."""
    caught = await asyncio.to_thread(is_caught, name)
    return caught, f"{'caught' if caught else 'NOT caught'} by {SINS[name].caught_by}"


def done() -> dict[str, bool]:
    """The parts that have ended, and whether well."""
    if not JOURNAL.exists():
        return {}
    lines = (json.loads(line) for line in JOURNAL.read_text("utf-8").splitlines())
    return {line["part"]: line["well"] for line in lines}


def _note(name: str, line: str, *, well: bool) -> None:
    JOURNAL.parent.mkdir(exist_ok=True)
    with JOURNAL.open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({"part": name, "well": well, "line": line}) + "\n")


if __name__ == "__main__":
    sys.exit(main())
