"""`python -m bench.losses`: people write on while the bot is killed under them, again and again. How many of
their messages are never answered, by a bot made with the library as it is, and by Hamkor?
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.clock import system_clock
from bot.demo.standin import TOKEN, Actor, Standin
from db import outbox
from db.store import Store
from tests.faults.processes import Nursery, Process
from tests.faults.workload import prepare

Born = Callable[[Path, Standin], AbstractAsyncContextManager[tuple[Any, list[Actor]]]]
KILLS, BURST, PEOPLE = 40, 10, 4
STOCK = """
import sqlite3, sys, time
from telegram.ext import ApplicationBuilder, CommandHandler
url, token, file = sys.argv[1:4]
registry = sqlite3.connect(file)
registry.execute("CREATE TABLE IF NOT EXISTS said (text)")
async def look_up(update, context):
    registry.execute("INSERT INTO said VALUES (?)", (update.message.text,))
    registry.commit()
    time.sleep(0.01)
    await update.message.reply_text(f"Almashinuv {update.update_id}")
application = ApplicationBuilder().token(token).base_url(url + "/bot").build()
application.add_handler(CommandHandler("x7", look_up))
application.run_polling()
"""


class Stock:
    """A bot of twenty lines, as the library's examples write them."""

    def __init__(self, folder: Path, url: str) -> None:
        self._command = (sys.executable, "-c", STOCK, url, TOKEN, str(folder / "stock.db"))
        self._running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Another life."""
        self._running = await asyncio.create_subprocess_exec(*self._command)

    async def kill(self) -> None:
        """Without warning."""
        if self._running is not None:
            self._running.kill()
            await self._running.wait()

    def answered(self, answers: list[str]) -> int:
        """How many messages these answer: each names its own."""
        return len(set(answers))


class Ours(Process):
    """Hamkor."""

    def answered(self, _answers: list[str]) -> int:
        """How many messages were answered: each has one call in the outbox."""
        store = Store(self.settings.database)
        sent = (outbox.table.c.method == "sendMessage", outbox.table.c.state == outbox.SENT)
        with store.read() as session:
            found: int = session.execute(select(func.count()).where(*sent)).scalar_one()
        store.close()
        return found


async def main() -> None:
    """Prints both."""
    for name, born in (("the library as it is", stock), ("Hamkor", hamkor)):
        print(f"{name}: {await under_fire(born)}")


@asynccontextmanager
async def stock(folder: Path, telegram: Standin) -> AsyncIterator[tuple[Stock, list[Actor]]]:
    """With people whom it does not know: it knows nobody."""
    yield Stock(folder, telegram.url), [telegram.user(n, "X", "uz") for n in range(1, PEOPLE + 1)]


@asynccontextmanager
async def hamkor(folder: Path, telegram: Standin) -> AsyncIterator[tuple[Ours, list[Actor]]]:
    """With members of its own."""
    with Nursery.open() as nursery:
        bot = Ours(nursery, folder, telegram.url)
        yield bot, prepare(bot.settings, telegram, PEOPLE)


async def under_fire(born: Born) -> str:
    """What was answered in the end."""
    dice, said = random.Random(5), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with Standin(system_clock, patience=60) as telegram, born(folder, telegram) as (bot, people):
            await bot.start()
            for _ in range(KILLS):
                for number in range(BURST):
                    await people[number % PEOPLE].says("/x7")
                said += BURST
                await more_than(telegram, len(telegram.calls("sendMessage")))
                await asyncio.sleep(dice.uniform(0, 0.2))
                await bot.kill()
                await bot.start()
            await quiet(telegram)
            await bot.kill()
            answers = [str(call.arguments["text"]) for call in telegram.calls("sendMessage")]
            answered = bot.answered(answers)
    lost, again = said - answered, len(answers) - answered
    return (
        f"{KILLS} kills, {said} messages, {lost} never answered ({lost / said:.0%}), {again} answered twice"
    )


async def more_than(telegram: Standin, answers: int) -> None:
    """Until the bot, alive again, has said something."""
    await telegram.until(lambda: len(telegram.calls("sendMessage")) > answers or None, 60, "an answer")


async def quiet(telegram: Standin) -> None:
    """Until nothing more is said for a while."""
    before = -1
    while before != (said := len(telegram.calls("sendMessage"))):
        before = said
        await asyncio.sleep(6)


if __name__ == "__main__":
    asyncio.run(main())
