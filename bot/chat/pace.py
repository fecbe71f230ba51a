"""When a call may leave: Telegram takes thirty messages a second from a bot, about one a second in a chat,
and twenty a minute in a group. Whoever keeps to that evenly is never refused.

Durations are those of a clock that nobody sets. A chat may have a short burst, as between two who talk.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

_LATE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Window:
    """So many messages in so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram puts up with: an even `rate` a second, and never more than `overall`, a little longer
    than a second because calls arrive less evenly than they leave. So many refusals in a row as make a
    `flood`, to whatever chats, are meant for the bot as a whole.
    """

    rate: float = 29.5
    overall: Window = Window(30, 1.02)
    flood: int = 8
    person: tuple[Window, ...] = (Window(5, 5.0),)
    group: tuple[Window, ...] = (Window(3, 3.0), Window(20, 60.0))


TELEGRAM = Limits()
NONE = Limits(rate=10_000.0, overall=Window(30, 0.0), flood=10**6, person=(), group=())
"""For a stand-in that puts up with anything."""


class Pace:
    """The pace of one process; `share` says with how many others the limits are shared."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._monotonic = limits, monotonic
        self._share = 1
        self._next = 0.0
        self._left: deque[float] = deque(maxlen=limits.overall.messages)
        self._sent: defaultdict[int, deque[float]] = defaultdict(deque)
        self._refusals = 0

    def share(self, processes: int) -> None:
        """So many processes send for the bot now, this one included."""
        self._share = max(1, processes)

    def cooling(self) -> Collection[int]:
        """Chats that must not be written to yet."""
        now = self._monotonic()
        longest = max((window.seconds for window in self._limits.group + self._limits.person), default=0.0)
        for chat in [chat for chat, sent in self._sent.items() if not sent or sent[-1] <= now - longest]:
            del self._sent[chat]
        return [chat for chat in self._sent if self._ready(chat) > now]

    def wait(self) -> float | None:
        """Seconds until the first of those may be written to again; None when there is none."""
        now = self._monotonic()
        moments = [ready for chat in self._sent if (ready := self._ready(chat)) > now]
        return min(moments) - now if moments else None

    async def turn(self) -> None:
        """Returns when the next call may leave."""
        moment, window = self._next, self._limits.overall
        messages = max(1, window.messages // self._share)
        if len(self._left) >= messages:
            moment = max(moment, self._left[-messages] + window.seconds)
        await asyncio.sleep(max(0.0, moment - self._monotonic()))

    def left(self, chat: int, method: str) -> None:
        """A call leaves now."""
        now, distance = self._monotonic(), self._share / self._limits.rate
        # What leaves late is caught up with, at twice the rate; not what nobody wanted to send.
        begun = self._next if now - self._next < _LATE_SECONDS else now
        self._next = max(begun + distance, now + distance / 2)
        self._left.append(now)
        if method.startswith(("send", "edit")):
            self._note(chat)

    def answered(self) -> None:
        """Telegram took a call."""
        self._refusals = 0

    def refused(self, seconds: float) -> None:
        """Telegram asks to wait so long. One chat's wait is kept by its calls; a flood stops all of them."""
        self._refusals += 1
        if self._refusals >= self._limits.flood:
            self._next = max(self._next, self._monotonic() + seconds)

    def _windows(self, chat: int) -> tuple[Window, ...]:
        return self._limits.person if chat > 0 else self._limits.group

    def _note(self, chat: int) -> None:
        sent = self._sent[chat]
        sent.append(self._monotonic())
        while len(sent) > max((window.messages for window in self._windows(chat)), default=0):
            sent.popleft()

    def _ready(self, chat: int) -> float:
        sent = self._sent[chat]
        moments = []
        for window in self._windows(chat):
            messages = max(1, window.messages // self._share)
            if len(sent) >= messages:
                moments.append(sent[-messages] + window.seconds)
        return max(moments, default=0.0)
