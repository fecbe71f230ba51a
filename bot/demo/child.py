"""The bot of the try-out, in a process of its own: the same bot, with a clock that can be moved forward."""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

from bot.clock import system_clock

TICK = timedelta(seconds=1)
LEASH = "leashed"
"""Says that standard input is a pipe held by the try-out: the bot does not outlive it."""


class MovedClock:
    """The system's clock plus the seconds that stand in a file, which the page's clock bar writes."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self) -> datetime:
        return system_clock() + self.offset

    @property
    def offset(self) -> timedelta:
        """How far ahead of the system's clock this one is."""
        try:
            return timedelta(seconds=float(self._file.read_text(encoding="ascii")))
        except FileNotFoundError:
            return timedelta()

    def move_to(self, moment: datetime) -> None:
        """Forward only: a moment that has passed is left where it is."""
        ahead = moment - system_clock()
        if ahead > self.offset:
            draft = self._file.with_suffix(".new")
            draft.write_text(str(ahead.total_seconds()), encoding="ascii")
            draft.replace(self._file)


def clock_of(folder: Path) -> MovedClock:
    """The clock of the try-out that lives in `folder`."""
    return MovedClock(folder / "clock")


def main(folder: str, bot_api: str, leash: str = "") -> None:
    """Runs the bot of the try-out that lives in `folder` until it is stopped, or its leash is let go."""
    from bot import launch
    from bot.chat.pace import NONE
    from bot.demo.settings import demo_settings

    if leash == LEASH:
        Thread(target=_follow_the_parent, daemon=True).start()
    settings = demo_settings(Path(folder), bot_api)
    launch.start_logging(settings)
    launch.serve(settings, clock=clock_of(Path(folder)), tick=TICK, limits=NONE)


def _follow_the_parent() -> None:
    """Nothing is ever written to it: the pipe ends when the try-out's own process does, however it does."""
    # Not through sys.stdin, whose lock would trouble the end of the process.
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(*sys.argv[1:])
