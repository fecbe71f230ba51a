"""Setting up on the terminal, answered as a person would, over real HTTP."""

import asyncio
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.demo.standin import TOKEN, Standin
from bot.settings import read
from db import invitations
from db.store import Store
from db.vocabulary import Language, Role
from tests.house.sources import ROOT

UNKNOWN = "123456789:" + "B" * 35


@pytest.fixture
async def telegram() -> AsyncIterator[Standin]:
    async with Standin(system_clock) as telegram:
        yield telegram


async def answered(folder: Path, telegram: Standin, *lines: str) -> tuple[int, str, str]:
    """Runs `init` in the folder with these lines typed; its status, what it said and complained of."""
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "init", cwd=folder,
        env={"PYTHONPATH": str(ROOT), "HAMKOR_BOT_API_URL": telegram.url, "HAMKOR_LANGUAGE": "en"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    said, complained = await run.communicate("".join(f"{line}\n" for line in lines).encode())
    return run.returncode or 0, said.decode(), complained.decode()


async def test_from_nothing_to_a_link_for_the_first_administrator(
    tmp_path: Path, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ("typo", UNKNOWN, TOKEN, "xx", "ru", 'State Archive\'s "Fund"', "Tbilisi", "GE", "Asia/Tbilisi")
    status, said, complained = await answered(tmp_path, telegram, *typed)
    assert status == 0, complained
    assert "HAMKOR_TOKEN" in complained
    assert "HAMKOR_LANGUAGE" in complained
    assert TOKEN not in said + complained
    file = tmp_path / ".env"
    assert file.stat().st_mode & 0o777 == 0o600
    monkeypatch.chdir(tmp_path)
    settings = read()
    assert (settings.token, settings.language) == (TOKEN, Language.RU)
    assert (settings.organisation, settings.city) == ('State Archive\'s "Fund"', "Tbilisi")
    assert (settings.country, settings.timezone) == ("GE", "Asia/Tbilisi")
    link = re.search(r"https://t\.me/hamkor_demo_bot\?start=([\w-]+)", said)
    assert link
    store = Store(f"sqlite:///{tmp_path / 'data' / 'hamkor.db'}")
    with store.read() as session:
        assert invitations.look(session, link[1], system_clock()) is Role.ADMIN
    store.close()
    assert said.count("█") + said.count("▄") > 50, "the link stands there as a QR code too"


async def test_run_again_it_keeps_what_is_there(tmp_path: Path, telegram: Standin) -> None:
    (tmp_path / ".env").write_text(f"# ours\nHAMKOR_TOKEN={TOKEN}\nHAMKOR_CITY=Almaty\nOTHER=1\n")
    status, said, complained = await answered(tmp_path, telegram, "", "", "", "", "")
    assert status == 0, complained
    assert "[Almaty]" in said
    text = (tmp_path / ".env").read_text()
    assert text.startswith(f"# ours\nHAMKOR_TOKEN={TOKEN}\nOTHER=1\n")
    assert text.count("HAMKOR_CITY=") == 1


async def test_cut_short_it_says_so_and_keeps_what_was_answered(tmp_path: Path, telegram: Standin) -> None:
    status, _, complained = await answered(tmp_path, telegram, TOKEN, "ru")
    assert status == 1
    assert "python -m bot init" in complained
    assert "HAMKOR_LANGUAGE='ru'" in (tmp_path / ".env").read_text()
