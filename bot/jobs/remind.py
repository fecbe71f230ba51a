"""The reminder's tick: plan what changed, send what is due, then brief. Each step is a transaction of its
own.
"""

from __future__ import annotations

import asyncio

from bot import heap
from bot.chat.context import Ctx
from bot.chat.say import tell
from bot.clock import Clock
from bot.jobs.brief import brief
from bot.remind import deliver, desk, plan
from bot.settings import Settings
from bot.show import notices as shown
from bot.words import Words
from db import notices
from db.store import Store

_MOST_STEPS = 50
"""Of planning in one tick: what a great import leaves over, the next tick takes up."""


async def tick(ctx: Ctx) -> None:
    """Looks for due work, in a thread of its own, and rings for the sender."""
    deps = ctx.deps
    for step in (remind, brief):
        if await asyncio.to_thread(step, deps.store, deps.clock, deps.settings):
            deps.wake()
    deps.ticked()


def remind(store: Store, clock: Clock, settings: Settings) -> int:
    """One pass. How many messages it put into the outbox."""
    now = clock()
    with store.read() as session:
        if not plan.waiting(session, desk.at(session, settings, now)):
            return 0
    for _ in range(_MOST_STEPS):
        with store.write() as session:
            here = desk.at(session, settings, now)
            if not plan.unplanned(session, here):
                break
            plan.some(session, here)
    heap.give_back()
    return _send(store, clock, settings)


def _send(store: Store, clock: Clock, settings: Settings) -> int:
    now, sent = clock(), 0
    with store.write() as session:
        for digest in deliver.collect(session, desk.at(session, settings, now)):
            for page in shown.pages(digest, settings.zone, Words(digest.language or settings.language)):
                notices.queue(session, page.rows, tell(session, digest.member, page.reply, now))
                sent += 1
    return sent
