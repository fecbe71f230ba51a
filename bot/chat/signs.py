"""Signs of life: what was last seen to work, and when, by a clock that nobody sets."""

from __future__ import annotations

import os
import socket
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from db import pulses
from db.store import Store

_QUIET = timedelta(seconds=90)
"""A fetcher of whom nothing was heard for so long is stuck: a poll and the longest pause are shorter."""
_RENEW_SECONDS = 10.0
_LONG_AGO = 3600.0
_MANY = 3
"""So many conflicts mean that somebody else goes on fetching."""


def process_name() -> str:
    """This process among all that share a registry."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}"


class Signs:
    """Written where the work is done, read by the watch. Ages are in seconds."""

    def __init__(self, clock: Clock, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._monotonic = clock, monotonic
        began = monotonic()
        self._fetched = self._tried = self._ticked = self._beaten = began
        self._renewed = began - _LONG_AGO
        self._conflicts = deque([began - _LONG_AGO] * _MANY, maxlen=_MANY)
        self.fetches = False
        """Whether it is this process that fetches updates."""

    def fetched(self) -> None:
        """Telegram answered getUpdates."""
        self._fetched = self._monotonic()

    def trying(self, after: float = 0.0) -> None:
        """Updates are about to be asked for, after so many seconds."""
        self._tried = self._monotonic() + after

    def conflicted(self) -> None:
        """Telegram said that somebody else fetches updates with our token. Once is no news: after a hard
        stop, Telegram still knows the question of an earlier life.
        """
        self._conflicts.append(self._monotonic())

    def ticked(self) -> None:
        """Due work was looked for."""
        self._ticked = self._monotonic()

    def beaten(self) -> None:
        """The event loop runs."""
        self._beaten = self._monotonic()

    def is_fetching(self, store: Store, *, yes: bool) -> None:
        """Whoever fetches says so in the database, too."""
        now = self._monotonic()
        if yes and not self.fetches:
            self._fetched = now
        self.fetches = yes
        if yes and now - self._renewed > _RENEW_SECONDS:
            with store.aside() as session:
                pulses.beat(session, pulses.FETCHER, self._clock())
            self._renewed = now

    def fetcher_is_quiet(self, store: Store) -> bool:
        """Whether the process that has the right to fetch makes no use of it."""
        with store.read() as session:
            moment = pulses.of(session, pulses.FETCHER)
        return moment is not None and self._clock() - moment > _QUIET

    @property
    def since_fetched(self) -> float:
        return self._monotonic() - self._fetched

    @property
    def since_tried(self) -> float:
        return self._monotonic() - self._tried

    @property
    def since_conflicts(self) -> float:
        return self._monotonic() - self._conflicts[0]

    @property
    def since_ticked(self) -> float:
        return self._monotonic() - self._ticked

    @property
    def since_beaten(self) -> float:
        return self._monotonic() - self._beaten
