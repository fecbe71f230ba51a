"""A start asks Telegram for updates before the registry is open: none is confirmed that it does not have."""

import asyncio
import sys
from pathlib import Path

from sqlalchemy import text

from bot.demo.settings import demo_settings
from db.migrations import head
from db.store import Store
from tests.dialogues.conftest import Hands, Stage, furnish, opened


async def life(stage: Stage, folder: Path) -> asyncio.subprocess.Process:
    command = (sys.executable, "-m", "bot.demo.child", str(folder), stage.telegram.url)
    return await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)


def stamp(store: Store, revision: str) -> None:
    with store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


async def test_what_came_before_the_registry_was_open_is_not_lost(tmp_path: Path, clock: Hands) -> None:
    settings = demo_settings(tmp_path, "http://127.0.0.1")
    furnish(settings)
    async with opened(settings, clock) as stage:
        await stage.staff.says("/x7")
        stamp(stage.store(), "9999_of_the_future")
        bot = await life(stage, tmp_path)
        _, said = await asyncio.wait_for(bot.communicate(), 30)
        assert bot.returncode == 1
        assert b"database-newer" in said
        asked = stage.telegram.calls("getUpdates")
        assert asked
        assert not any(call.arguments.get("offset") for call in asked)
        stamp(stage.store(), head())
        bot = await life(stage, tmp_path)
        assert "/x7" in (await stage.staff.hears(within=30)).text
        bot.terminate()
        _, said = await asyncio.wait_for(bot.communicate(), 30)
        assert (bot.returncode, said) == (0, b"")
