"""Staff who log exchanges as fast as the bot answers, while its process is killed under them again and
again.
"""

import asyncio
import random
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.demo.standin import Actor, Shown, Standin

PATIENCE = 30.0
"""Seconds somebody waits for an answer: more than a start of the bot takes."""


@dataclass
class Process:
    """The bot as a process of its own."""

    folder: Path
    url: str
    running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        command = (sys.executable, "-m", "bot.demo.child", str(self.folder), self.url)
        self.running = await asyncio.create_subprocess_exec(*command)

    async def kill(self, sign: signal.Signals = signal.SIGKILL) -> None:
        if self.running is not None:
            self.running.send_signal(sign)
            await self.running.wait()


@dataclass
class Log:
    """What was asked of the bot and what it said it had saved: copies, each number used once, → short id."""

    asked: list[int] = field(default_factory=list)
    acknowledged: dict[int, str] = field(default_factory=dict)


async def staff_member(actor: Actor, first: int, entries: int, log: Log) -> None:
    """Logs so many exchanges, one line each, with copies from `first` on that nobody else logs."""
    for copies in range(first, first + entries):
        log.asked.append(copies)
        await actor.says(f"Bugun Polsha Milliy kutubxonasidan {copies} nusxa kitob oldik")
        card = await _hears(actor, partial(_is_card, copies))
        await actor.presses("✅", card)
        receipt = await _hears(actor, partial(_is_receipt, copies))
        log.acknowledged[copies] = next(word for word in receipt.text.split() if word.startswith("/x"))


async def killer(bot: Process, times: int, rng: random.Random, done: asyncio.Event) -> int:
    """Kills and restarts the bot so many times, or until the work is done; gives the number of kills."""
    for kills in range(times):
        await asyncio.sleep(rng.uniform(0.9, 2.2))
        if done.is_set():
            return kills
        await bot.kill()
        await bot.start()
    return times


async def under_fire(
    telegram: Standin, bot: Process, *, people: int, entries: int, kills: int, seed: int
) -> tuple[Log, int]:
    """The whole scene; gives what was logged and how often the bot was killed while it was."""
    log, done = Log(), asyncio.Event()
    actors = [telegram.user(3001 + n, f"Staff {n}", "uz") for n in range(people)]
    await bot.start()
    shots = asyncio.create_task(killer(bot, kills, random.Random(seed), done))
    async with asyncio.TaskGroup() as work:
        for n, actor in enumerate(actors):
            work.create_task(staff_member(actor, 1000 + 100 * n, entries, log))
    done.set()
    return log, await shots


async def _hears(actor: Actor, wanted: Callable[[Shown], bool]) -> Shown:
    while True:
        said = await actor.hears(within=PATIENCE)
        if wanted(said):
            return said


def _is_card(copies: int, said: Shown) -> bool:
    return any(label.startswith("✅") for label in said.labels) and _says(copies, said)


def _is_receipt(copies: int, said: Shown) -> bool:
    return "/x" in said.text and _says(copies, said)


def _says(copies: int, said: Shown) -> bool:
    return f"{copies:,}".replace(",", "\u00a0") in said.text or str(copies) in said.text
