"""Bots that are born quickly: a process imports the whole house once and forks a bot whenever it is asked to.

Killing one is as hard as killing one that was started by hand: it is a process of its own, and nothing of it
is left. On standard input, one JSON object a line; on standard output, the number of the process born.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot import launch
from bot.chat.names import read_names
from bot.chat.pace import NONE
from bot.clock import system_clock
from bot.demo.child import clock_of
from bot.demo.settings import demo_settings
from bot.language import spelling
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from bot.show import front
from bot.words import Words
from db import history
from db.vocabulary import Language
from tests.faults import failpoints, sins

EARLY = (
    "bot.app",
    "bot.chat.webhook",
    "aiohttp",
    "alembic.config",
    "psycopg",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.sqlite",
)


def main() -> None:
    """Gives birth until its input ends; all that live then die with it."""
    for module in EARLY:
        import_module(module)
    sins.commit()
    _warm()
    os.setpgrp()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    _say("ready")
    for line in sys.stdin:
        wish = json.loads(line)
        born = os.fork()
        if born == 0:
            _live(wish)
        _say(str(born))
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(0, signal.SIGKILL)


def _warm() -> None:
    """What every bot reads at its birth and never changes: words, spellings, forms of names."""
    with TemporaryDirectory() as folder:
        store = open_store(demo_settings(Path(folder), "http://127.0.0.1"), system_clock)
        with as_file(files("db.sample") / "registry-2016.xlsx") as workbook:
            import_workbook(store, workbook, history.TERMINAL, system_clock(), Wish())
        with store.read() as session:
            read_names(session)
        store.close()
    spelling.warm()
    for language in Language:
        front.apology(Words(language))


def _live(wish: dict[str, Any]) -> None:
    """The whole life of one bot. It does not return."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # The mother's pipes are hers: a bot that outlived her would keep them open.
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    folder = Path(wish["folder"])
    settings = demo_settings(folder, wish["url"])
    settings = replace(settings, database_url=wish.get("database"), **wish.get("settings", {}))
    if "dies_at" in wish:
        failpoints.arm(wish["dies_at"])
    lease = timedelta(seconds=wish.get("lease", 60))
    tick = timedelta(seconds=wish.get("tick", 0.5))
    try:
        launch.start_logging(settings)
        launch.serve(settings, clock=clock_of(folder), tick=tick, limits=NONE, lease=lease)
    except BaseException:
        logging.getLogger(__name__).exception("a bot ended")
        os._exit(1)
    os._exit(0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
