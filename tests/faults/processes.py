"""The bot as a process of its own, which a test may kill, freeze and start again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

from bot.demo.settings import demo_settings
from bot.settings import Settings


class Nursery:
    """The process that bots are forked from (tests/faults/nursery.py)."""

    def __init__(self, mother: subprocess.Popen[bytes]) -> None:
        self._mother = mother
        self._one_at_a_time = Lock()
        self._born: list[int] = []

    async def bear(self, wish: dict[str, Any]) -> int:
        """The number of a new process."""
        self._born.append(int(await asyncio.to_thread(self._asks, json.dumps(wish))))
        return self._born[-1]

    def bury(self) -> None:
        """Kills all that were born, also those that stand still."""
        for number in self._born:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._born.clear()

    def _asks(self, wish: str) -> bytes:
        with self._one_at_a_time:
            assert self._mother.stdin
            self._mother.stdin.write(wish.encode() + b"\n")
            self._mother.stdin.flush()
            return self._line()

    def _line(self) -> bytes:
        assert self._mother.stdout
        return self._mother.stdout.readline()

    @classmethod
    @contextmanager
    def open(cls) -> Iterator[Nursery]:
        """Ready to bear bots; those that live at the end are killed."""
        command = (sys.executable, "-m", "tests.faults.nursery")
        home = Path(__file__).parents[2]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=home) as mother:
            nursery = cls(mother)
            assert nursery._line() == b"ready\n"
            yield nursery


@dataclass
class Process:
    """One bot: the same folder, another life each time."""

    nursery: Nursery
    folder: Path
    url: str
    options: dict[str, Any] = field(default_factory=dict)
    number: int | None = None

    @property
    def settings(self) -> Settings:
        """What it lives by."""
        return replace(demo_settings(self.folder, self.url), database_url=self.options.get("database"))

    async def start(self, **more: Any) -> None:
        """Another life."""
        wish = {"folder": str(self.folder), "url": self.url, **self.options, **more}
        self.number = await self.nursery.bear(wish)

    async def kill(self) -> None:
        """Without warning; returns when it is gone."""
        self.signals(signal.SIGKILL)
        await self.gone()

    def signals(self, sign: signal.Signals) -> None:
        """Also to one that has died already."""
        if self.number is not None:
            with suppress(ProcessLookupError):
                os.kill(self.number, sign)

    async def gone(self, within: float = 60) -> None:
        """Returns when the process is no more."""
        until = monotonic() + within
        while self.lives:
            assert monotonic() < until, "it lives on"
            await asyncio.sleep(0.005)

    @property
    def lives(self) -> bool:
        """Whether the process is there."""
        if self.number is None:
            return False
        try:
            os.kill(self.number, 0)
        except ProcessLookupError:
            return False
        return True
