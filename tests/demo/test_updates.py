"""How updates reach the bot: long polling's offsets, one poll at a time, webhooks."""

import asyncio
import json

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from bot.demo.standin import Actor, Standin
from tests.demo.conftest import bot_of


async def texts(
    bot: Bot, offset: int | None = None, limit: int | None = None, wait: int | None = None
) -> list[str | None]:
    updates = await bot.get_updates(offset, limit, wait)
    return [update.effective_message.text for update in updates if update.effective_message]


async def test_updates_stay_until_a_later_offset_confirms_them(bot: Bot, dilnoza: Actor) -> None:
    for text in ("a", "b", "c"):
        await dilnoza.says(text)
    assert await texts(bot) == ["a", "b", "c"]
    assert await texts(bot, limit=2) == ["a", "b"]
    first = (await bot.get_updates())[0].update_id
    assert await texts(bot, offset=first + 1) == ["b", "c"]
    assert await texts(bot, offset=-1) == ["c"]
    assert await texts(bot) == ["c"]
    assert await texts(bot, offset=first + 3) == []


async def test_a_poll_waits_for_the_first_update(bot: Bot, dilnoza: Actor) -> None:
    poll = asyncio.create_task(texts(bot, wait=5))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await dilnoza.says("a")
    assert await asyncio.wait_for(poll, 1) == ["a"]
    assert await texts(bot, offset=2, wait=0) == []


async def test_a_second_poll_ends_the_first(bot: Bot, standin: Standin) -> None:
    first = asyncio.create_task(texts(bot, wait=5))
    await asyncio.sleep(0.05)
    async with bot_of(standin) as other:
        second = asyncio.create_task(texts(other, wait=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        assert await second == []


async def test_a_bot_that_hangs_up_frees_the_queue(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    async with httpx.AsyncClient(verify=False) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.post(
                f"{standin.url}/bot{standin.token}/getUpdates", json={"timeout": 30}, timeout=0.1
            )
    await dilnoza.says("a")
    assert await texts(bot, wait=5) == ["a"]


async def test_only_kinds_asked_for_are_made(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    said = await dilnoza.says("a")
    await dilnoza.reacts("👍", said)
    assert [u.message_reaction for u in await bot.get_updates()] == [None]
    await bot.get_updates(offset=2, allowed_updates=["message_reaction"])
    await dilnoza.says("b")
    await dilnoza.reacts("🔥", said)
    updates = await bot.get_updates()
    assert len(updates) == 1
    assert updates[0].message_reaction is not None
    await bot.get_updates(offset=9, allowed_updates=[])
    await dilnoza.says("c")
    assert await texts(bot) == ["c"]


class Hook(RequestHandler):
    """A bot's webhook that answers with the statuses it was given, then 200."""

    def initialize(self, statuses: list[int], seen: list[tuple[str, str]]) -> None:
        self.statuses = statuses
        self.seen = seen

    def post(self) -> None:
        secret = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.seen.append((secret, json.loads(self.request.body)["message"]["text"]))
        self.set_status(self.statuses.pop(0) if self.statuses else 200)


async def test_a_webhook_gets_each_update_until_it_is_taken(
    bot: Bot, standin: Standin, dilnoza: Actor
) -> None:
    seen: list[tuple[str, str]] = []
    listening, port = bind_unused_port()
    server = HTTPServer(Application([("/hook", Hook, {"statuses": [500, 200, 403], "seen": seen})]))
    server.add_socket(listening)
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s-1", max_connections=7)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    for text in ("a", "b"):
        await dilnoza.says(text)
    await standin.confirmed()
    assert seen == [("s-1", "a"), ("s-1", "a"), ("s-1", "b"), ("s-1", "b")]
    info = await bot.get_webhook_info()
    assert (info.max_connections, info.pending_update_count) == (7, 0)
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
    assert await texts(bot) == []
    server.stop()
    await server.close_all_connections()


async def test_a_webhook_that_is_away_is_waited_for(bot: Bot, standin: Standin, dilnoza: Actor) -> None:
    listening, port = bind_unused_port()
    listening.close()
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook")
    await dilnoza.says("a")
    await standin.until(lambda: standin.telegram.webhook.last_error or None, 2, "a failed delivery")
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (
        1,
        "Connection failed: ConnectionRefusedError",
    )
    await bot.delete_webhook(drop_pending_updates=True)
    assert await texts(bot) == []


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("http://bot.natlib.uz/hook", "", "An HTTPS URL must be provided"),
        ("https://bot.natlib.uz:8081/hook", "", "only on ports 80, 88, 443 or 8443"),
        ("https://bot.natlib.uz/hook", "a b", "unallowed characters"),
        ("https://bot.natlib.uz/hook", "x" * 257, "token is too long"),
    ],
)
async def test_bad_webhooks_are_refused(bot: Bot, url: str, secret: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.set_webhook(url, secret_token=secret or None)
    assert (await bot.get_webhook_info()).url == ""
