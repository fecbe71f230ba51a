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
from math import inf

_LATE_SECONDS = 0.5
_ASK_SECONDS = 0.02
"""So often it is looked whether an answer has come, where all that may be under way is."""


@dataclass(frozen=True, slots=True)
class Window:
    """So many messages in so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram puts up with: an even `rate` a second, and never more than `overall`. So many refusals in
    a row as make a `flood`, to whatever chats, are meant for the bot as a whole.
    """

    rate: float = 29.8
    overall: Window = Window(30, 1.002)
    flood: int = 8
    person: tuple[Window, ...] = (Window(5, 5.0),)
    group: tuple[Window, ...] = (Window(3, 3.0), Window(20, 60.0))


TELEGRAM = Limits()
NONE = Limits(rate=10_000.0, overall=Window(30, 0.0), flood=10**6, person=(), group=())
"""For a stand-in that puts up with anything."""


class Pace:
    """The pace of one process; `share` says with how many others the limits are shared.

    Telegram counts calls as they arrive, and they arrive less evenly than they leave. So a call counts from
    its leaving until a second after the last moment at which it can have arrived: the answer came later than
    that by the way back at least, and the next call needs the way there; both together are taken to last as
    long as the quickest answer so far. So a machine or a line that stutters makes the pace slower, never too
    fast; `overall` is a little more than a second because even the quickest answer may have been slow.
    """

    def __init__(self, limits: Limits, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._monotonic = limits, monotonic
        self._share = 1
        self._even, self._soonest = 0.0, 0.0
        """When the next call is due at an even rate, and before when it may not leave even if it is late."""
        self._under_way = 0
        self._back: deque[float] = deque(maxlen=limits.overall.messages)
        self._shortest = inf
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
        while (moment := self.ready()) > (now := self._monotonic()):  # noqa: ASYNC110 -- answers come meanwhile
            await asyncio.sleep(moment - now if moment < inf else _ASK_SECONDS)

    def ready(self) -> float:
        """When the next call may leave, as far as is known now."""
        window = self._limits.overall
        room = max(1, window.messages // self._share) - self._under_way
        if room <= 0:
            return inf
        counted = self._back[-room] - self._shortest + window.seconds if len(self._back) >= room else 0.0
        return max(self._even, self._soonest, counted)

    def left(self, chat: int, method: str) -> float:
        """A call leaves now: the moment, to be given to `back`."""
        now, distance = self._monotonic(), self._share / self._limits.rate
        # What leaves late is caught up with, at twice the rate; not what nobody wanted to send.
        begun = self._even if now - self._even < _LATE_SECONDS else now
        self._even, self._soonest = begun + distance, max(self._soonest, now + distance / 2)
        self._under_way += 1
        if method.startswith(("send", "edit")):
            self._note(chat)
        return now

    def back(self, left: float) -> None:
        """What left at that moment is answered, or given up."""
        now = self._monotonic()
        self._under_way -= 1
        self._shortest = min(self._shortest, now - left)
        self._back.append(now)

    def answered(self) -> None:
        """Telegram took a call."""
        self._refusals = 0

    def refused(self, seconds: float) -> None:
        """Telegram asks to wait so long. One chat's wait is kept by its calls; a flood stops all of them."""
        self._refusals += 1
        if self._refusals >= self._limits.flood:
            self._soonest = max(self._soonest, self._monotonic() + seconds)

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
