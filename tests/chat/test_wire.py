"""The line to Telegram: what left, what did not, how long it waits, and that no fault tells the token."""

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.courier import Courier
from bot.chat.wire import Unsent, Wire
from bot.demo.standin import TOKEN, Actor, Standin

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)


@asynccontextmanager
async def courier(url: str, wire: Wire | None = None, token: str = TOKEN) -> AsyncIterator[Courier]:
    line = wire or Wire()
    bot = Courier(token, f"{url}/bot", f"{url}/file/bot", request=line, get_updates_request=Wire())
    await line.initialize()
    try:
        yield bot
    finally:
        await line.shutdown()


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(lambda: NOON) as telegram:
        yield telegram


@pytest.fixture
def person(telegram: Standin) -> Actor:
    person = telegram.user(1, "Dilnoza", "uz")
    person.person.opened = True
    return person


async def test_a_text_and_a_file_arrive_whole(telegram: Standin, person: Actor) -> None:
    content = bytes(range(256)) * 1000
    async with courier(telegram.url) as bot:
        await bot.call("sendMessage", {"chat_id": 1, "text": "Oʻzbekiston ❔ 😀", "parse_mode": "HTML"})
        sent = await Bot.send_document(bot, 1, InputFile(content, "hisobot – 1.bin"), caption="Hisobot")
        assert sent.document is not None
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == content
    assert (await person.hears()).text == "Oʻzbekiston ❔ 😀"
    assert (await person.hears()).text == "Hisobot"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"status": 400, "description": "Bad Request: no"}, BadRequest),
        ({"status": 429, "retry_after": 7}, RetryAfter),
        ({"status": 401}, InvalidToken),
        ({"status": 404, "description": "Not Found"}, InvalidToken),
        ({"status": 404, "description": "Not Found: method not found"}, NetworkError),
        ({"status": 502}, NetworkError),
        ({"drop": "before"}, NetworkError),
        ({"drop": "after"}, NetworkError),
    ],
)
async def test_each_refusal_has_its_name(
    telegram: Standin, person: Actor, fault: dict[str, object], kind: type[TelegramError]
) -> None:
    telegram.fail("sendMessage", **fault)  # type: ignore[arg-type]
    async with courier(telegram.url) as bot:
        with pytest.raises(kind) as raised:
            await bot.call("sendMessage", {"chat_id": 1, "text": "x"})
        assert not isinstance(raised.value, Unsent)
        await bot.call("sendMessage", {"chat_id": 1, "text": "and on it goes"})


async def test_what_never_left_is_told_from_what_was_not_answered(telegram: Standin, person: Actor) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        async with courier(f"http://127.0.0.1:{closed.getsockname()[1]}") as bot:
            with pytest.raises(Unsent):
                await bot.call("getMe", {})
    telegram.fail("sendMessage", delay=2)
    async with courier(telegram.url) as bot:
        with pytest.raises(TimedOut):
            await bot._post("sendMessage", {"chat_id": 1, "text": "x"}, read_timeout=0.2)


async def test_a_proxy_is_used_and_one_that_is_away_is_named(telegram: Standin, person: Actor) -> None:
    asked: list[bytes] = []

    async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head.split(b"\r\n", 1)[0])
        there, back = await asyncio.open_connection("127.0.0.1", telegram.port)
        back.write(head.replace(telegram.url.encode(), b"", 1) + await reader.read(65536))
        writer.write(await there.read(65536))
        writer.close()
        back.close()

    proxy = await asyncio.start_server(forward, "127.0.0.1", 0)
    address = f"http://user:pass@127.0.0.1:{proxy.sockets[0].getsockname()[1]}"
    async with proxy, courier(telegram.url, Wire(address)) as bot:
        assert (await bot.call("getMe", {}))["is_bot"]
    assert asked[0].startswith(b"POST http://127.0.0.1:")
    async with courier(telegram.url, Wire("http://127.0.0.1:1")) as bot:
        with pytest.raises(Unsent):
            await bot.call("getMe", {})


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://[", "http://a b", "ftp://x"])
async def test_no_fault_tells_the_token(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with courier(url) as bot:
        with pytest.raises(TelegramError) as raised:
            await bot.call("getMe", {})
    told = "".join(traceback.format_exception(raised.value))
    spoken = repr(bot) + repr(raised.value) + "".join(record.getMessage() for record in caplog.records)
    assert TOKEN not in told
    assert TOKEN not in spoken
