"""`python -m bot demo`: a Telegram of its own on the loopback address, the real bot beside it, and a chat
page.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
import webbrowser
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import system_clock
from bot.demo.child import LEASH, clock_of
from bot.demo.seed import seed
from bot.demo.settings import demo_settings
from bot.demo.standin import Standin
from bot.faults import UserFault
from bot.opening import open_store
from bot.remind.workdays import Office
from db import notices
from db.store import Store


class DemoWorld:
    """The try-out's world: its clock, its bot process and its data folder."""

    def __init__(self, folder: Path, bot_api: str, *, empty: bool) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder, self._bot_api, self._empty = folder, bot_api, empty
        self.clock = clock_of(folder)
        self._settings = demo_settings(folder, bot_api)
        self._bot: asyncio.subprocess.Process | None = None
        self._store = self._prepare()

    def now(self) -> datetime:
        """The bot's present moment."""
        return self.clock()

    def move_to(self, moment: datetime) -> None:
        """Moves the bot's clock, forward only."""
        self.clock.move_to(moment)

    def next_due(self) -> datetime | None:
        """When the next reminder goes out."""
        with self._store.read() as session:
            due = notices.next_due(session)
        now, office = self.now(), Office(self._settings.zone, self._settings.remind_at)
        if due is None or due > now:
            return due
        # What is overdue by night, or beside a digest that has gone, waits for the morning.
        morning = office.moment(office.day(now))
        return morning if morning > now else office.moment(office.day(now) + timedelta(days=1))

    def bot_running(self) -> bool:
        """Whether the bot's process lives."""
        return self._bot is not None and self._bot.returncode is None

    async def start_bot(self) -> None:
        """Starts the bot, unless it runs."""
        if not self.bot_running():
            command = (sys.executable, "-m", "bot.demo.child", str(self._folder), self._bot_api, LEASH)
            self._bot = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.PIPE)

    async def stop_bot(self) -> None:
        """Asks the bot to stop and waits until it has."""
        await self._end(signal.SIGTERM)

    async def kill_bot(self) -> None:
        """Ends the bot as a power cut would."""
        await self._end(signal.SIGKILL)

    async def reset(self, *, examples: bool) -> None:
        """Everything as on the first day, with the example records or without."""
        await self.kill_bot()
        self._store.close()
        for entry in self._folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        self._store = self._prepare(examples=examples)
        await self.start_bot()

    def _prepare(self, *, examples: bool = True) -> Store:
        store = open_store(self._settings, self.clock)
        seed(store, self.clock, self._settings.zone, empty=self._empty, dated=examples)
        return store

    async def _end(self, sign: signal.Signals) -> None:
        bot, self._bot = self._bot, None
        if bot is None or bot.returncode is not None:
            return
        bot.send_signal(sign)
        try:
            await asyncio.wait_for(bot.wait(), 10)
        except TimeoutError:
            bot.kill()
            await bot.wait()


def main(port: int, *, browser: bool, empty: bool) -> int:
    """Serves the try-out until it is interrupted."""
    try:
        asyncio.run(_serve(port, browser=browser, empty=empty))
    except OSError as fault:
        raise UserFault("port-taken", port=str(port)) from fault
    return 0


async def _serve(port: int, *, browser: bool, empty: bool) -> None:
    from bot.demo.page_server import DemoServer

    folder = Path("data") / "demo"
    world = DemoWorld(folder, f"http://127.0.0.1:{port}", empty=empty)
    # Numbers go on from where an earlier life of the try-out left them: the bot remembers what it has seen.
    standin = Standin(world.now, port=port, first_id=int(system_clock().timestamp()) - 1_750_000_000)
    server = DemoServer(standin, world)
    await server.start()
    await world.start_bot()
    print(f"Hamkor: http://127.0.0.1:{standin.port}   (Ctrl+C)", flush=True)
    if browser:
        webbrowser.open(f"http://127.0.0.1:{standin.port}")
    over = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, over.set)
    try:
        await over.wait()
    finally:
        await world.stop_bot()
        await server.stop()
