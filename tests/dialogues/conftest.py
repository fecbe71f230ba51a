"""The whole bot on a stage: the real application, over HTTP, against the stand-in, on the sample registry."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import pytest

from bot.app import Hamkor
from bot.chat.pace import NONE
from bot.demo.standin import TOKEN, Actor, Group, Standin
from bot.jobs.remind import remind
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from bot.settings import Settings
from db import briefings, history, members, sample
from db.store import Store
from db.vocabulary import Language, Role
from tests.databases import BACKENDS, Registry, furnished_postgresql, pristine

MONDAY = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Ten in the morning in Tashkent."""
BEFORE = MONDAY - timedelta(hours=6)
"""The night in which some dialogues play: the registry is furnished by then."""
TROUPE = {
    1001: ("staff", Language.UZ_LATN),
    1002: ("manager", Language.RU),
    1003: ("admin", Language.EN),
    1004: ("viewer", Language.UZ_CYRL),
}


@dataclass
class Hands:
    """A clock whose hands a test moves."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Stage:
    """Telegram, the bot's database, and the people of a dialogue."""

    telegram: Standin
    settings: Settings
    clock: Hands
    people: dict[str, Actor] = field(default_factory=dict)
    opened: Store | None = None

    @property
    def staff(self) -> Actor:
        return self.people["staff"]

    @property
    def manager(self) -> Actor:
        return self.people["manager"]

    @property
    def admin(self) -> Actor:
        return self.people["admin"]

    @property
    def viewer(self) -> Actor:
        return self.people["viewer"]

    @property
    def stranger(self) -> Actor:
        return self.people["stranger"]

    def group(self) -> Group:
        return self.telegram.group(-2001, "Aloqalar", [self.admin, self.staff, self.stranger])

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Hamkor]:
        """A life of the bot; several may follow one another on the same database."""
        hamkor = Hamkor(self.settings, clock=self.clock, tick=timedelta(seconds=0.2), limits=NONE)
        life = asyncio.create_task(hamkor.run())
        try:
            yield hamkor
        finally:
            life.cancel()
            with suppress(asyncio.CancelledError):
                await life

    def store(self) -> Store:
        """The bot's database, for looking and for setting the scene; closed when the curtain falls."""
        if self.opened is None:
            self.opened = Store(self.settings.database)
        return self.opened


@asynccontextmanager
async def opened(settings: Settings, clock: Hands) -> AsyncIterator[Stage]:
    """A stage on a database that is furnished."""
    async with Standin(clock, patience=30) as telegram:
        stage = Stage(telegram, replace(settings, bot_api_url=telegram.url), clock)
        for number, (role, language) in TROUPE.items():
            stage.people[role] = telegram.user(number, role.capitalize(), language.value[:2])
            stage.people[role].person.opened = True
        stage.people["stranger"] = telegram.user(1009, "Stranger", "en")
        try:
            yield stage
        finally:
            if stage.opened is not None:
                stage.opened.close()


def furnish(settings: Settings) -> None:
    """The database before the curtain rises: the members, the sample, and what the bot plans for it."""
    clock = Hands(BEFORE)
    store = open_store(settings, clock)
    with store.write() as session:
        for number, (role, language) in TROUPE.items():
            members.admit(session, number, role.capitalize(), Role(role), clock())
            members.speak(session, number, language)
        # This week's briefing has been given before the dialogue begins.
        briefings.note(session, "week", MONDAY.date(), list(TROUPE))
    with sample.registry() as workbook:
        import_workbook(store, workbook, history.TERMINAL, clock(), Wish())
    assert remind(store, clock, settings) == 0
    store.close()


def furnish_stage(url: str) -> None:
    furnish(Settings(token=TOKEN, database_url=url))


@pytest.fixture(scope="session")
def stage_postgresql(postgresql_server: str) -> Iterator[Registry]:
    """This run's one stage on PostgreSQL."""
    with furnished_postgresql(postgresql_server, furnish_stage) as registry:
        yield registry


@pytest.fixture(scope="session")
def stage_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished file, to copy."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("stage") / "hamkor.db"))
    furnish_stage(f"sqlite:///{file}")
    return file


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A dialogue reaches the database through statements that the tests of `db` prove on both: half of the
    dialogues run on each, and all of them on both with `--both`.
    """
    if "store_url" in metafunc.fixturenames:
        turn = crc32(metafunc.function.__name__.encode()) % 2
        on = BACKENDS if metafunc.config.getoption("both") else BACKENDS[turn : turn + 1]
        metafunc.parametrize("store_url", on, indirect=True)


@pytest.fixture
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A furnished registry on the database whose turn it is."""
    return pristine(request.param, request, tmp_path, ("stage_sqlite", "stage_postgresql"))


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def stage(store_url: str, clock: Hands, tmp_path: Path) -> AsyncIterator[Stage]:
    settings = Settings(token=TOKEN, database_url=store_url, data=tmp_path / "data", log="debug")
    async with opened(settings, clock) as stage:
        yield stage
