"""Updates that Telegram pushes: kept before they are confirmed, and taken from nobody else."""

import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from sqlalchemy import select, text
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.app import Hamkor
from bot.chat.webhook import PROOF
from bot.demo.standin import TOKEN
from bot.settings import Settings
from db import inbox
from tests.dialogues.conftest import Hands, Stage, opened

SECRET = "s" * 40
OTHERS = ("", "t" * 40, "s" * 39, "s" * 41, "Ω" * 40)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def pushed(settings: Settings) -> Settings:
    port = free_port()
    url, listen = f"http://127.0.0.1:{port}/updates", f"127.0.0.1:{port}"
    return replace(settings, webhook_url=url, listen=listen, webhook_secret=SECRET)


@pytest.fixture
async def stage(store_url: str, clock: Hands) -> AsyncIterator[Stage]:
    async with opened(pushed(Settings(token=TOKEN, database_url=store_url)), clock) as stage:
        yield stage


async def posted(stage: Stage, body: bytes, secret: str = SECRET, path: str = "") -> int:
    headers = {"Content-Type": "application/json", PROOF: secret.encode().decode("latin-1")}
    url = f"{stage.settings.webhook_url}{path}"
    answer = await AsyncHTTPClient().fetch(HTTPRequest(url, "POST", headers, body), raise_error=False)
    return answer.code


def kept(stage: Stage, update_id: int) -> bool:
    store = stage.store()
    with store.read() as session:
        chosen = select(inbox.table.c.state).where(inbox.table.c.update_id == update_id)
        found = session.execute(chosen).first()
    return found is not None


async def test_a_dialogue_goes_on_over_the_webhook_and_across_a_restart(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/x7")
        assert "600" in (await stage.staff.hears()).text
        assert stage.telegram.calls("getUpdates") == []
    await stage.staff.says("/x7")
    async with stage.bot():
        assert "600" in (await stage.staff.hears()).text
    polling = replace(stage.settings, webhook_url=None)
    stage.settings = polling
    async with stage.bot():
        await stage.staff.says("/x7")
        assert "600" in (await stage.staff.hears()).text


async def test_an_update_is_on_the_disk_before_it_is_confirmed(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/x7")
        await stage.staff.hears()
        assert await posted(stage, json.dumps({"update_id": 900001}).encode()) == 200
        assert kept(stage, 900001)


async def test_nobody_but_telegram_is_listened_to(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/x7")
        await stage.staff.hears()
        update = json.dumps({"update_id": 900002}).encode()
        for secret in OTHERS:
            assert await posted(stage, update, secret) == 403
        assert not kept(stage, 900002)
        assert await posted(stage, update, path="/else") == 404
        for body in (b"", b"{", b"[]", b"1", b'{"update_id": "7"}', b'{"update_id": true}', b"\xff\xfe"):
            assert await posted(stage, body) == 400
        assert await posted(stage, b'{"update_id": 99999999999999999999}') == 400
        await stage.staff.says("/x7")
        assert "600" in (await stage.staff.hears()).text


async def test_what_cannot_be_kept_stays_with_telegram(stage: Stage) -> None:
    async with stage.bot() as hamkor:
        await stage.staff.says("/x7")
        await stage.staff.hears()
        with hamkor.store.write() as session:
            session.execute(text("ALTER TABLE inbox RENAME TO away"))
        assert await posted(stage, json.dumps({"update_id": 900003}).encode()) == 503
        await stage.staff.says("/x7")
        assert (await stage.staff.hears()).text.startswith("⚠️")
        with hamkor.store.write() as session:
            session.execute(text("ALTER TABLE away RENAME TO inbox"))
        assert "600" in (await stage.staff.hears()).text


async def test_two_processes_share_the_work_and_say_everything_once(stage: Stage) -> None:
    async with AsyncExitStack() as lives:
        await lives.enter_async_context(stage.bot())
        await stage.staff.says("/x1")
        await stage.staff.hears()
        stage.settings = pushed(stage.settings)
        await lives.enter_async_context(stage.bot())
        for person in (stage.staff, stage.manager, stage.admin):
            for number in range(1, 9):
                await person.says(f"/x{number}")
        for person in (stage.staff, stage.manager, stage.admin):
            for number in range(1, 9):
                assert f"/x{number}" in (await person.hears()).text
            await person.hears_nothing(within=0.3)


async def test_a_place_that_is_taken_ends_the_bot_with_a_clear_word(stage: Stage) -> None:
    listen = stage.settings.hook.listen if stage.settings.hook else None
    assert listen is not None
    with socket.socket() as taken:
        taken.bind((listen.host, listen.port))
        taken.listen()
        with pytest.raises(ExceptionGroup) as ended:
            await Hamkor(stage.settings, clock=stage.clock).run()
    assert [getattr(fault, "key", "") for fault in ended.value.exceptions] == ["listen-taken"]
