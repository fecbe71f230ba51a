"""A stand-in, a clock that only moves when told, and python-telegram-bot's own client against them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.demo.standin import Actor, Standin


class HandClock:
    """Time as a test sets it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def standin(clock: HandClock) -> AsyncIterator[Standin]:
    async with Standin(clock.now, patience=5) as telegram:
        yield telegram


@pytest.fixture
def dilnoza(standin: Standin) -> Actor:
    """A person who has not written yet."""
    return standin.user(1001, "Dilnoza", "uz", last_name="Karimova", username="dilnoza")


def plain_request() -> HTTPXRequest:
    """The library's transport without certificates, whose loading takes longer than most tests."""
    return HTTPXRequest(connection_pool_size=20, httpx_kwargs={"verify": False})


def bot_of(standin: Standin, token: str | None = None) -> Bot:
    """The library's client, pointed at the stand-in as HAMKOR_BOT_API_URL points the bot."""
    return Bot(
        token or standin.token,
        base_url=f"{standin.url}/bot",
        base_file_url=f"{standin.url}/file/bot",
        request=plain_request(),
        get_updates_request=plain_request(),
    )


@pytest.fixture
async def bot(standin: Standin) -> AsyncIterator[Bot]:
    async with bot_of(standin) as client:
        yield client


@pytest.fixture
async def chat(dilnoza: Actor, bot: Bot) -> int:
    """The id of a private chat that has been opened; its first update is confirmed."""
    await dilnoza.says("/start")
    updates = await bot.get_updates()
    await bot.get_updates(offset=updates[-1].update_id + 1)
    return dilnoza.id
