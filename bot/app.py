"""The composition root: here the bot is put together, once, from parts a test may replace."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.ext import ApplicationBuilder, ContextTypes, JobQueue

from bot import handlers, heap, jobs
from bot.chat import mail
from bot.chat.context import Ctx, Deps, HamkorApplication, House
from bot.chat.courier import Courier, courier_of
from bot.chat.errors import on_error
from bot.chat.first import first_code
from bot.chat.mail import Mailbox
from bot.chat.names import KnownNames
from bot.chat.owning_up import OwningUp
from bot.chat.pace import TELEGRAM, Limits, Pace
from bot.chat.porter import Porter
from bot.chat.post import LEASE, Post
from bot.chat.second_look import SecondLook
from bot.chat.signs import Signs
from bot.chat.watch import Watch, deaf
from bot.clock import Clock, system_clock
from bot.language import spelling
from bot.opening import open_files, open_store
from bot.settings import Settings
from db import chores, inbox, lock, outbox, pulses
from db.inbox import Raw

TICK = timedelta(seconds=20)
"""How often due work is looked for."""
_FIRST_ANSWERS_SECONDS = 0.5


class Hamkor:
    """The bot, composed. `clock` and `tick` are what a try-out or a test replaces; `announce` is told the
    link for the first administrator, while there is none; `courier` is one that is on its way already.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock = system_clock,
        tick: timedelta = TICK,
        announce: Callable[[str], None] | None = None,
        courier: Courier | None = None,
        limits: Limits = TELEGRAM,
        lease: timedelta = LEASE,
    ) -> None:
        courier = courier or courier_of(settings)
        self.settings, self.announce = settings, announce
        self.store = open_store(settings, clock)
        files = open_files(settings)
        self.signs, self.pace = Signs(clock), Pace(limits)
        self._owning_up = OwningUp(self.store, clock, courier, settings)
        self.mailbox = Mailbox(
            self.store, clock, courier, self._owning_up, self.signs, min(lease, mail.LEASE)
        )
        self.post = Post(self.store, files, clock, courier, self.pace, SecondLook(settings), lease)
        self.porter = Porter(lambda: self.deps, courier, handlers.WORKS)
        self.watch = Watch(self.store, clock, settings, courier, self.signs, self.pace)
        self._receive = _reception(settings, self.mailbox, courier)
        self.application = _application(courier)
        self.deps = Deps(
            self.store,
            files,
            clock,
            settings,
            KnownNames(),
            self._wake,
            self._owning_up.note,
            self.signs.ticked,
            lambda: courier.username,
        )
        self.application.bot_data.deps = self.deps
        handlers.install(self.application)
        self.application.add_error_handler(on_error)
        jobs.install(self.application, tick)

    def _wake(self) -> None:
        """There may be something to send, and something to do."""
        self.post.wake()
        self.porter.wake()

    async def run(self, asked: Awaitable[list[Raw]] | None = None) -> None:
        """Works until cancelled; `asked` are updates that somebody is fetching already.

        Raises telegram.error.InvalidToken: a dead token ends the process.
        """
        self.mailbox.asked = asked
        try:
            with lock.running(self.store, self._take_over):
                await self._run()
        finally:
            self.store.close()

    def _take_over(self) -> None:
        """Nobody else is at work: what an earlier life was at is anybody's."""
        now = self.deps.clock()
        with self.store.write() as session:
            inbox.release(session, now)
            outbox.release(session, now)
            chores.release(session, now)
            pulses.still(session)

    async def _run(self) -> None:
        async with self.application:
            await self._announce_first()
            await self.application.start()
            try:
                await self._work()
            finally:
                await self.application.stop()

    async def _work(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_forever(self._receive()), name="receive")
            tasks.create_task(_forever(self.mailbox.work(self.application)), name="work")
            tasks.create_task(_forever(self.post.run()), name="send")
            tasks.create_task(_forever(self.porter.run()), name="porter")
            tasks.create_task(_forever(self.watch.run()), name="watch")
            if self.settings.health_at is not None:
                from bot.chat import health

                tasks.create_task(health.serve(self.settings.health_at, self.watch), name="health")
            tasks.create_task(self._learn(), name="names")

    async def _announce_first(self) -> None:
        if self.announce and (code := await asyncio.to_thread(first_code, self.store, self.deps.clock)):
            self.announce(f"https://t.me/{self.application.bot.username}?start={code}")

    async def _learn(self) -> None:
        """The parser's names take a moment to gather: nobody should wait for them with the first question.
        Whoever has asked already is answered before slips of the pen are thought of.
        """
        await asyncio.to_thread(self._learn_names)
        await asyncio.sleep(_FIRST_ANSWERS_SECONDS)
        await asyncio.to_thread(spelling.warm)
        heap.settle()

    def _learn_names(self) -> None:
        with self.store.read() as session:
            self.deps.names.current(session)


async def _forever(work: Coroutine[Any, Any, None]) -> None:
    """A part that ends, for whatever reason, ends the whole: better no bot than half of one."""
    part = asyncio.create_task(work)
    try:
        await asyncio.shield(part)
    except asyncio.CancelledError:
        if part.cancelled():
            raise deaf("a part of the bot has stopped") from None
        part.cancel()
        await asyncio.gather(part, return_exceptions=True)
        raise
    raise deaf("a part of the bot has ended")


def _reception(
    settings: Settings, mailbox: Mailbox, courier: Courier
) -> Callable[[], Coroutine[Any, Any, None]]:
    """How updates come in: pushed where a webhook is set up, else fetched."""
    if settings.hook is None:
        return mailbox.fetch
    from bot.chat.webhook import Webhook

    return Webhook(settings.hook, mailbox, courier).serve


def _application(courier: Courier) -> HamkorApplication:
    queue: JobQueue[Ctx] = JobQueue()
    return (
        ApplicationBuilder()
        .bot(courier)
        .updater(None)
        .job_queue(queue)
        .context_types(ContextTypes(context=Ctx, bot_data=House))
        .build()
    )
