"""Staff who log exchanges as fast as the bot answers, while its process is killed under them again and
again.
"""

import asyncio
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path
from time import monotonic

from bot.clock import system_clock
from bot.demo.settings import demo_settings
from bot.demo.standin import Actor, Shown, Standin
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from db import exchanges, history, members
from db.store import Store
from db.vocabulary import Language, Role

FIRST = 5_000
"""Copies of the first entry: more than any exchange of the sample has."""
PATIENCE = 60.0
"""Seconds somebody waits for an answer: far more than a start takes, even where much else goes on."""


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
    news: asyncio.Event = field(default_factory=asyncio.Event)


async def staff_member(actor: Actor, first: int, log: Log, done: asyncio.Event) -> None:
    """Logs exchanges, one line each, with copies from `first` on that nobody else logs, until it is over."""
    for copies in count(first):
        if done.is_set():
            return
        log.asked.append(copies)
        await actor.says(f"Bugun Polsha Milliy kutubxonasidan {copies} nusxa kitob oldik")
        card = await _hears(actor, partial(_is_card, copies))
        await actor.presses("✅", card)
        receipt = await _hears(actor, partial(_is_receipt, copies))
        log.acknowledged[copies] = next(word for word in receipt.text.split() if word.startswith("/x"))
        log.news.set()


async def killer(bot: Process, times: int, rng: random.Random, log: Log, done: asyncio.Event) -> int:
    """Kills and restarts the bot so many times, each time in the midst of work; then it is over."""
    for _ in range(times):
        log.news.clear()
        await log.news.wait()
        await asyncio.sleep(rng.uniform(0, 0.4))
        await bot.kill()
        await bot.start()
    done.set()
    return times


@dataclass(frozen=True)
class Verdict:
    """What a scene under fire left behind: the lists must be empty, and the database sound."""

    kills: int
    seconds: float
    logged: int
    unanswered: list[int]
    lost: list[int]
    doubled: list[int]
    sound: bool


async def under_fire(folder: Path, *, people: int, kills: int, seed: int) -> Verdict:
    """Staff log without pause until the bot has been killed so many times; then its database is looked at."""
    began = monotonic()
    async with Standin(system_clock) as telegram:
        actors = _prepare(folder, telegram, people)
        bot, log, done = Process(folder, telegram.url), Log(), asyncio.Event()
        await bot.start()
        shots = asyncio.create_task(killer(bot, kills, random.Random(seed), log, done))
        try:
            async with asyncio.TaskGroup() as work:
                for n, actor in enumerate(actors):
                    work.create_task(staff_member(actor, FIRST + 10_000 * n, log, done))
                await shots
        finally:
            await bot.kill()
    return _judge(folder, log, shots.result(), monotonic() - began)


def _prepare(folder: Path, telegram: Standin, people: int) -> list[Actor]:
    store = open_store(demo_settings(folder, telegram.url), system_clock)
    with as_file(files("db.sample") / "registry-2016.xlsx") as workbook:
        import_workbook(store, workbook, history.TERMINAL, system_clock(), Wish())
    ids = range(3001, 3001 + people)
    with store.write() as session:
        for person in ids:
            members.admit(session, person, f"Staff {person}", Role.STAFF, system_clock())
            members.speak(session, person, Language.UZ_LATN)
    store.close()
    return [telegram.user(person, f"Staff {person}", "uz") for person in ids]


def _judge(folder: Path, log: Log, kills: int, seconds: float) -> Verdict:
    store = Store(demo_settings(folder, "http://127.0.0.1").database)
    with store.read() as session:
        by_id = {f"/x{exchange.no}": exchange.quantity for exchange in exchanges.every(session)}
        sound = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    store.close()
    times = Counter(by_id.values())
    return Verdict(
        kills=kills,
        seconds=seconds,
        logged=len(log.asked),
        unanswered=sorted(set(log.asked) - set(log.acknowledged)),
        lost=[copies for copies, short in log.acknowledged.items() if by_id.get(short) != copies],
        doubled=[copies for copies in log.asked if times[copies] != 1],
        sound=sound,
    )


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
