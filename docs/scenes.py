"""The scenes that the pictures of the documentation show, played by the real bot on the sample registry.

`docs/pictures.py` plays them before a camera. A test plays them in the dark and holds what is heard against
`docs/pictures/shown.txt`: a picture whose words have changed is out of date.
"""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import Hamkor
from bot.chat.pace import NONE
from bot.demo.page_server import DemoServer
from bot.demo.seed import seed
from bot.demo.settings import demo_settings
from bot.demo.standin import Actor, Standin
from bot.demo.standin.shown import Shown
from bot.opening import open_store
from bot.settings import Settings
from db import members
from db.vocabulary import Language

FOLDER = Path(__file__).parent / "pictures"
MOMENT = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Ten in the morning in Tashkent, a Monday."""
DILNOZA, RUSTAM, NIGORA, ANVAR = 1001, 1002, 1003, 1004
"""Staff, manager, administrator, stranger."""
Camera = Callable[[str, Actor, Shown], Awaitable[None]]
"""Takes a picture of that name of what the actor sees, whose newest message is given."""


class Stage:
    """The try-out's world with its clock standing still and the bot in this very process."""

    def __init__(self, folder: Path) -> None:
        self.standin = Standin(self.now, patience=60)
        self._settings: Settings = demo_settings(folder, "")
        self._bot: asyncio.Task[None] | None = None

    def now(self) -> datetime:
        """Always the same moment: the pictures of tomorrow show the same dates."""
        return MOMENT

    def move_to(self, moment: datetime) -> None:
        """The clock stands still."""

    def next_due(self) -> datetime | None:
        """Nothing: the bot's own clock does not tick on this stage."""
        return None

    def bot_running(self) -> bool:
        """Whether it has been started."""
        return self._bot is not None

    async def start_bot(self) -> None:
        """Fills the registry and starts the bot."""
        self._settings = demo_settings(self._settings.data, self.standin.url)
        store = open_store(self._settings, self.now)
        seed(store, self.now, self._settings.zone, empty=False)
        store.close()
        bot = Hamkor(self._settings, clock=self.now, tick=timedelta(hours=1), limits=NONE)
        self._bot = asyncio.create_task(bot.run())

    async def stop_bot(self) -> None:
        """Stops it and waits until it has."""
        bot, self._bot = self._bot, None
        if bot is not None:
            bot.cancel()
            with suppress(asyncio.CancelledError):
                await bot

    async def kill_bot(self) -> None:
        """As stopping: nobody kills anything here."""
        await self.stop_bot()

    async def reset(self, *, examples: bool) -> None:
        """Nobody asks for it."""

    def speak(self, language: Language) -> None:
        """Everybody is spoken to in that language from now on."""
        store = open_store(self._settings, self.now)
        with store.write() as session:
            for person in (DILNOZA, RUSTAM, NIGORA, ANVAR):
                members.speak(session, person, language)
        store.close()


@asynccontextmanager
async def raised(folder: Path) -> AsyncIterator[tuple[Stage, DemoServer]]:
    """The stage with its page, from the curtain's rise to its fall."""
    stage = Stage(folder)
    server = DemoServer(stage.standin, stage)
    await server.start()
    await stage.start_bot()
    try:
        yield stage, server
    finally:
        await stage.stop_bot()
        await server.stop()


async def play(stage: Stage, people: dict[int, Actor], camera: Camera) -> None:
    """All scenes in all languages."""
    said = tomllib.loads((FOLDER / "scenes.toml").read_text("utf-8"))
    for language in Language:
        stage.speak(language)
        await _logging(people[DILNOZA], said[language.value], language, camera)
        await _looking(people[RUSTAM], language, camera)
        await _admitting(people[NIGORA], people[ANVAR], language, camera)


async def _logging(staff: Actor, said: dict[str, str], language: Language, camera: Camera) -> None:
    """A question and its answer, then a fact and the card that asks whether it is right."""
    await _says(staff, said["question"])
    await camera(f"chat-{language}", staff, await _says(staff, said["statement"]))
    await _says(staff, "/cancel")


async def _looking(manager: Actor, language: Language, camera: Camera) -> None:
    """What will be reminded of, and the pictures."""
    await camera(f"reminders-{language}", manager, await _says(manager, "/reminders"))
    figures = await _says(manager, "/stats")
    for name, row in (("timeline", 0), ("map", 2)):
        await manager.presses(figures.rows[row][0].label, figures)
        await camera(f"{name}-{language}", manager, await manager.hears())


async def _admitting(admin: Actor, stranger: Actor, language: Language, camera: Camera) -> None:
    """A stranger asks to be let in; the administrator decides."""
    door = await _says(stranger, "/start")
    admin.catches_up()
    await stranger.presses(door.labels[0], door)
    asked = await admin.hears()
    await camera(f"access-{language}", admin, asked)
    await admin.presses(asked.labels[-1], asked)
    await admin.hears()


async def _says(actor: Actor, text: str) -> Shown:
    actor.catches_up()
    await actor.says(text)
    return await actor.hears()


def told(name: str, shown: Shown) -> Iterator[str]:
    """What meets the eye in a picture: the newest message's first line, and what stands on its buttons."""
    yield f"{name}: {shown.first_line}"
    yield from (f"  [{label}]" for label in shown.labels)
