"""A bot that has gone deaf, or dumb, or cannot keep anything, is noticed: by the watch, and so by people."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from tornado.httpclient import AsyncHTTPClient
from tornado.web import Application, RequestHandler

from bot.chat import health, watch
from bot.chat.courier import courier_of
from bot.chat.pace import NONE, Pace
from bot.chat.signs import Signs
from bot.chat.watch import Watch
from bot.demo.standin import TOKEN, Standin
from bot.faults import UserFault
from bot.settings import Address, Settings
from db import inbox, members, outbox, pulses
from db.store import Store
from db.vocabulary import Language, Role

NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)
ADMIN, STAFF = 1, 2


@dataclass
class Scene:
    """The watch, with its clocks in our hands."""

    store: Store
    telegram: Standin
    settings: Settings
    now: datetime = NOON
    ticks: float = 1000.0
    signs: Signs = field(init=False)
    watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        self.signs = Signs(lambda: self.now, lambda: self.ticks)
        courier = courier_of(self.settings)
        pace = Pace(NONE)
        self.watch = Watch(
            self.store, lambda: self.now, self.settings, courier, self.signs, pace, lambda: self.now
        )

    def passes(self, seconds: float) -> None:
        """Time goes by, and whatever is not held up gives signs of life."""
        self.ticks += seconds
        self.now += timedelta(seconds=seconds)
        self.signs.trying()
        self.signs.fetched()
        self.signs.ticked()

    async def looks(self, troubles: tuple[str, ...]) -> None:
        """The watch looks, and these are the troubles that it sees."""
        await self.watch._look()
        assert self.watch.troubles == troubles

    def told(self) -> list[str]:
        """What administrators were told, oldest first."""
        with self.store.read() as session:
            rows = session.execute(select(outbox.table).order_by(outbox.table.c.no)).all()
        assert all(row.chat == ADMIN for row in rows)
        return [row.payload["text"] for row in rows]


@pytest.fixture
async def scene(store: Store, store_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    with store.write() as session:
        for person, role in ((ADMIN, Role.ADMIN), (STAFF, Role.STAFF)):
            members.admit(session, person, "X", role, NOON)
            members.speak(session, person, Language.EN)
    async with Standin(lambda: NOON) as telegram:
        settings = Settings(token=TOKEN, database_url=store_url, data=tmp_path, bot_api_url=telegram.url)
        yield Scene(store, telegram, settings)


async def test_while_all_is_well_nobody_is_troubled(scene: Scene) -> None:
    for _ in range(20):
        scene.passes(30)
        await scene.looks(())
    assert scene.told() == []


async def test_a_line_that_is_down_is_told_once_and_once_more_when_it_is_up(scene: Scene) -> None:
    scene.signs.is_fetching(scene.store, yes=True)
    for troubles in ((), (), ("fetching",), ("fetching",)):
        scene.ticks += 20
        scene.signs.trying()
        scene.signs.ticked()
        await scene.looks(troubles)
    scene.passes(1)
    await scene.watch._look()
    first, second = scene.told()
    assert "no messages can be fetched" in first
    assert second.startswith("✅")


async def test_one_conflict_is_no_news_and_three_are(scene: Scene) -> None:
    for conflicts, troubles in ((1, ()), (1, ()), (1, ("conflict",))):
        for _ in range(conflicts):
            scene.signs.conflicted()
        scene.passes(5)
        await scene.looks(troubles)
    scene.passes(60)
    await scene.looks(())


@pytest.mark.parametrize("fetches", [True, False])
async def test_who_no_longer_asks_for_updates_ends(scene: Scene, fetches: bool) -> None:
    scene.signs.is_fetching(scene.store, yes=fetches)
    scene.ticks += 91
    with pytest.raises(UserFault, match="bot-deaf"):
        await scene.watch._look()


async def test_a_long_wait_that_telegram_asked_for_is_no_deafness(scene: Scene) -> None:
    scene.signs.is_fetching(scene.store, yes=True)
    scene.signs.trying(600)
    scene.ticks += 300
    scene.signs.ticked()
    await scene.looks(("fetching",))


async def test_with_a_webhook_nobody_fetches_and_telegram_is_asked_how_it_fares(scene: Scene) -> None:
    hooked = replace(
        scene.settings, webhook_url="http://127.0.0.1:9/u", listen="127.0.0.1:9", webhook_secret="s" * 32
    )
    watching = Scene(scene.store, scene.telegram, hooked)
    courier = watching.watch._courier
    async with courier:
        watching.ticks += 100
        watching.signs.ticked()
        await watching.watch._ask()
        await watching.looks(("webhook",))
        await courier.call("setWebhook", {"url": hooked.webhook_url, "secret_token": hooked.webhook_secret})
        await watching.watch._ask()
        await watching.looks(())


async def test_work_that_is_not_done_is_told(scene: Scene) -> None:
    with scene.store.write() as session:
        inbox.keep(session, [{"update_id": 1, "message": {"chat": {"id": 5}}}], scene.now)
        outbox.put(session, ADMIN, "sendMessage", {"chat_id": ADMIN, "text": "waits"}, scene.now)
    scene.passes(51)
    await scene.looks(("inbox",))
    scene.passes(300)
    scene.ticks += 200
    scene.signs.trying()
    await scene.looks(("tick", "inbox", "outbox"))


async def test_a_registry_that_cannot_be_used_is_a_trouble_and_no_end(scene: Scene) -> None:
    def rename(old: str, new: str) -> None:
        with scene.store.write() as session:
            session.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    scene.passes(1)
    rename("inbox", "away")
    for _ in range(10):
        scene.passes(30)
        await scene.watch._look()
    assert scene.watch.troubles == ("store",)
    rename("away", "inbox")
    scene.passes(5)
    await scene.watch._stored(scene.watch._beat)
    await scene.looks(())


async def test_after_a_silence_administrators_are_told_how_long_it_was(scene: Scene) -> None:
    scene.watch._return_home()
    scene.watch._leave_home()
    scene.now += timedelta(minutes=9)
    scene.watch._return_home()
    assert scene.told() == []
    scene.now += timedelta(hours=3)
    with scene.store.write() as session:
        pulses.beat(session, pulses.FETCHER, scene.now)
    scene.watch._return_home()
    scene.now += timedelta(hours=25)
    scene.watch._return_home()
    short, long = scene.told()
    assert "25 November 2026, 12:09" in short
    assert "25 November 2026, 15:09" in short
    assert "24 hours" in long


@pytest.mark.parametrize(("jump", "told"), [(45, []), (3600, ["+60"]), (-7200, ["-120"])])
async def test_a_clock_that_was_set_is_told(
    scene: Scene, jump: int, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_LOOK_SECONDS", 0.02)
    minding = asyncio.create_task(scene.watch._mind_the_clock())
    await asyncio.sleep(0.1)
    scene.now += timedelta(seconds=jump)
    await asyncio.sleep(0.3)
    minding.cancel()
    assert len(scene.told()) == len(told)
    assert all(minutes in line for minutes, line in zip(told, scene.told(), strict=True))


async def test_several_processes_share_the_pace(scene: Scene) -> None:
    scene.watch._beat()
    assert scene.watch._pace._share == 1
    with scene.store.write() as session:
        pulses.beat(session, "another", scene.now)
    scene.watch._beat()
    assert scene.watch._pace._share == 2


class Pinged(RequestHandler):
    """Somebody else's alarm clock."""

    def initialize(self, count: list[int]) -> None:
        self._count = count

    def get(self) -> None:
        self._count.append(1)


async def test_the_alarm_clock_is_wound_while_all_is_well_and_only_then(scene: Scene) -> None:
    pings: list[int] = []
    server = Application([("/beat", Pinged, {"count": pings})]).listen(0, "127.0.0.1")
    port = next(iter(server._sockets.values())).getsockname()[1]
    watching = Scene(
        scene.store, scene.telegram, replace(scene.settings, ping_url=f"http://127.0.0.1:{port}/beat")
    )
    async with watching.watch._courier:
        await watching.watch._ask()
        assert len(pings) == 1
        watching.watch.troubles = ("tick",)
        await watching.watch._ask()
        assert len(pings) == 1
    server.stop()


async def test_whoever_asks_is_told_how_the_bot_is(scene: Scene) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving = asyncio.create_task(health.serve(Address("127.0.0.1", port), scene.watch))
    await asyncio.sleep(0.05)
    for troubles, status in (((), 200), (("tick", "outbox"), 503)):
        scene.watch.troubles = troubles
        answer = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/health", raise_error=False)
        assert answer.code == status
        assert json.loads(answer.body) == {"well": not troubles, "troubles": list(troubles)}
    serving.cancel()


STUCK = """
import time
from bot.chat import watch
from bot.chat.signs import Signs
from bot.clock import system_clock
watch._LOOK_SECONDS = 0.05
watch._STUCK_SECONDS = 0.2
signs = Signs(system_clock)
watch.Guard(signs).start()
for _ in range(8):
    signs.beaten()
    time.sleep(0.1)
print("well", flush=True)
time.sleep(30)
"""


def test_a_loop_that_is_stuck_ends_the_process() -> None:
    run = subprocess.run(
        [sys.executable, "-c", STUCK], capture_output=True, text=True, timeout=20, check=False
    )
    assert (run.returncode, run.stdout) == (70, "well\n")
    assert "time.sleep(30)" in run.stderr or 'File "<string>"' in run.stderr
