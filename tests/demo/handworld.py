"""A world in memory for the page: a clock set by hand, an echo bot, one reminder."""

from datetime import UTC, datetime, timedelta

from bot.demo.standin import Standin
from tests.demo.echobot import App, started, stopped

BEGIN = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


class HandWorld:
    """`standin` is given after it was made, as its clock is this world's."""

    standin: Standin

    def __init__(self) -> None:
        self.moment = BEGIN
        self.due: datetime | None = BEGIN + timedelta(days=3)
        self.app: App | None = None
        self.examples = True

    def now(self) -> datetime:
        return self.moment

    def move_to(self, moment: datetime) -> None:
        self.moment = moment

    def next_due(self) -> datetime | None:
        return self.due

    def bot_running(self) -> bool:
        return self.app is not None

    async def start_bot(self) -> None:
        if self.app is None:
            self.app = await started(self.standin)

    async def stop_bot(self) -> None:
        app, self.app = self.app, None
        if app is not None:
            await stopped(app)

    async def kill_bot(self) -> None:
        await self.stop_bot()

    async def reset(self, *, examples: bool) -> None:
        self.examples = examples
        self.moment = BEGIN
        self.due = BEGIN + timedelta(days=3)
        await self.start_bot()
