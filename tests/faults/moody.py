"""Many messages against a Telegram that misbehaves; what became of each."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from sqlalchemy import select

from bot.app import Hamkor
from bot.chat import post
from bot.chat.pace import NONE
from bot.demo.settings import demo_settings
from db import outbox
from db.store import Store
from tests.faults.grumpy import BLOCKED, FastClock, Grumpy, opened

TIMES = 600
CHATS = 200


@dataclass(frozen=True)
class Outcome:
    """`states` of the messages, with the `reasons` of those that were not sent; `lost` were sent, as the bot
    says, and never arrived.
    """

    messages: int
    seconds: float
    asked: int
    states: Counter[str]
    reasons: Counter[str]
    lost: list[str]
    repeats: int
    unmarked: int
    impatient: int

    @property
    def whole(self) -> bool:
        """Whether each arrived or stands there with its reason, and nobody was written to too early."""
        listed = not (self.states.keys() - {outbox.SENT, outbox.NEVER, outbox.UNCERTAIN})
        return listed and "" not in self.reasons and not (self.lost or self.unmarked or self.impatient)


async def sent_through(folder: Path, messages: int, seed: int) -> Outcome:
    """Sends so many messages to two hundred chats, a quarter of them groups."""
    began = monotonic()
    clock = FastClock(TIMES)
    grumpy = Grumpy(clock, random.Random(seed))
    server, url = opened(grumpy)
    settings = replace(demo_settings(folder, url), log="critical")
    hamkor = Hamkor(settings, clock=clock, limits=NONE, lease=timedelta(hours=2))
    _put(hamkor.store, messages, clock)
    store = Store(settings.database)
    # The bot looks for what has fallen due as often as the hurried clock asks for.
    with patch.object(post, "_IDLE_SECONDS", 0.02):
        life = asyncio.create_task(hamkor.run())
        while not life.done() and await asyncio.to_thread(_left, store):  # noqa: ASYNC110 -- nobody would ring
            await asyncio.sleep(0.2)
        life.cancel()
        with suppress(asyncio.CancelledError):
            await life
    server.stop()
    await server.close_all_connections()
    outcome = _outcome(store, grumpy, messages, monotonic() - began)
    store.close()
    return outcome


def _put(store: Store, messages: int, clock: FastClock) -> None:
    with store.write() as session:
        for number in range(messages):
            chat = number % CHATS + 1
            payload = {"chat_id": 0, "text": f"Xabar {number}"}
            if number % 100 == 7:
                payload |= {"text": f"<b>Xabar {number}", "parse_mode": "HTML"}
            outbox.put(session, -chat if chat % 4 == 0 and chat % BLOCKED else chat, "sendMessage", payload,
                       clock())  # fmt: skip


def _left(store: Store) -> bool:
    with store.read() as session:
        still = select(outbox.table.c.no).where(outbox.table.c.state.in_(outbox.OPEN)).limit(1)
        return session.execute(still).first() is not None


def _outcome(store: Store, grumpy: Grumpy, messages: int, seconds: float) -> Outcome:
    with store.read() as session:
        every = session.execute(select(outbox.table)).all()
    # Reports to administrators are no messages of ours; a text without markup is the same message.
    ours = {row.payload["text"].removeprefix("<b>"): row for row in every if "Xabar" in row.payload["text"]}
    failed = [row for row in ours.values() if row.state != outbox.SENT]
    again = {text: times - 1 for text, times in grumpy.accepted.items() if times > 1}
    return Outcome(
        messages=messages,
        seconds=seconds,
        asked=grumpy.asked,
        states=Counter(row.state for row in ours.values()),
        reasons=Counter(row.reason or "" for row in failed),
        lost=[text for text, row in ours.items() if row.state == outbox.SENT and not grumpy.accepted[text]],
        repeats=sum(again.values()),
        unmarked=sum(max(0, times - grumpy.marked[text]) for text, times in again.items()),
        impatient=len(grumpy.impatient),
    )
