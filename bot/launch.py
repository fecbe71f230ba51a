"""The order of a start: Telegram is asked for updates first, then the rest of the house is unpacked.

Most of a start is imports, and the first question needs few of them. What arrives meanwhile is confirmed to
Telegram only after the registry has it, like every update.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict, Unpack

from telegram.error import InvalidToken, TelegramError

from bot import heap
from bot.chat.courier import Courier, Redacted, courier_of
from bot.clock import Clock
from bot.faults import UserFault
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Hamkor
    from bot.chat.pace import Limits


class Parts(TypedDict, total=False):
    """What of the bot's parts a try-out replaces (bot/app.py)."""

    clock: Clock
    tick: timedelta
    announce: Callable[[str], None]
    limits: Limits
    lease: timedelta


def serve(settings: Settings, **parts: Unpack[Parts]) -> None:
    """Runs the bot until the process is told to stop. Raises UserFault for what a person can put right:
    "token-refused", "webhook-refused", "listen-taken".
    """

    async def until_told() -> None:
        work = asyncio.current_task()
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, work.cancel if work else lambda: None)
        await _live(settings, parts)

    heap.keep_one()
    try:
        asyncio.run(until_told())
    except asyncio.CancelledError:
        logging.getLogger(__name__).info("stopped")
    except InvalidToken:
        raise UserFault("token-refused") from None
    except BaseExceptionGroup as faults:
        expected = _expected(faults)
        if expected is None:
            raise
        raise expected from None


async def _live(settings: Settings, parts: Parts) -> None:
    courier = courier_of(settings)
    await courier.open()
    asked = asyncio.create_task(courier.raw_updates()) if settings.hook is None else None
    met = asyncio.create_task(courier.initialize())
    try:
        hamkor = await asyncio.to_thread(_compose, settings, courier, parts)
        await met
        await hamkor.run(asked)
    finally:
        for task in (asked, met):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError, TelegramError):
                    await task
        await courier.shutdown()


def _compose(settings: Settings, courier: Courier, parts: Parts) -> Hamkor:
    # What is imported stays: looking it through for garbage, again and again, is a tenth of a start.
    gc.disable()
    try:
        with _left_out("tornado"):
            from bot.app import Hamkor
        return Hamkor(settings, courier=courier, **parts)
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _left_out(library: str) -> Iterator[None]:
    """As if it were not installed: python-telegram-bot loads a web server wherever there is one, for an
    updater that is not ours. Whoever serves something here loads it then.
    """
    loaded = library in sys.modules
    sys.modules.setdefault(library, None)  # type: ignore[arg-type]  # what `import` takes for "there is none"
    try:
        yield
    finally:
        if not loaded:
            del sys.modules[library]


def _expected(faults: BaseExceptionGroup[BaseException]) -> UserFault | None:
    """What a person can put right, among all that ended the bot."""
    for fault in faults.exceptions:
        if isinstance(fault, InvalidToken):
            return UserFault("token-refused")
        if isinstance(fault, UserFault):
            return fault
        if isinstance(fault, BaseExceptionGroup) and (inner := _expected(fault)):
            return inner
    return None


def start_logging(settings: Settings) -> None:
    """Logs to standard error, without the token."""
    logging.basicConfig(level=settings.log.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    secrets = [settings.token or "", settings.proxy or "", settings.webhook_secret or ""]
    for handler in logging.getLogger().handlers:
        handler.addFilter(Redacted(secrets))
    # A tick that finds the one before still at work is left out, and said so at WARNING: that is no news.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
