"""python-telegram-bot's bot, told three things more: updates come raw, calls go out by name, and the token
stays unseen.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.chat.wire import Wire
from bot.faults import UserFault
from bot.settings import Settings

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
WAIT_SECONDS = 25
"""How long Telegram keeps a question for updates open while there are none."""


class Courier(Bot):
    """The bot's line to Telegram."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Courier()"

    async def open(self) -> None:
        """Makes ready to call; `initialize`, which asks Telegram who we are, does it too."""
        await asyncio.gather(*(request.initialize() for request in self._request))

    async def raw_updates(self, offset: int = 0, wait: int = WAIT_SECONDS) -> list[dict[str, Any]]:
        """The updates from `offset` on as JSON, waiting up to `wait` seconds for the first.

        They are not decoded here, so that one that cannot be decoded holds up none of its neighbours.
        """
        data = {"offset": offset, "timeout": wait, "allowed_updates": list(ALLOWED_UPDATES)}
        updates: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=wait + 10)
        return updates

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        """One method of the Bot API by name; returns its result as JSON. Raises
        telegram.error.TelegramError.
        """
        return await self._post(method, payload)

    async def ping(self, url: str) -> None:
        """Asks for an address that is not Telegram's. Raises telegram.error.TelegramError."""
        await self.request.retrieve(url)


def courier_of(settings: Settings) -> Courier:
    """The line that these settings ask for. Raises UserFault("token-missing")."""
    if settings.token is None:
        raise UserFault("token-missing")
    return Courier(
        settings.token,
        base_url=f"{settings.bot_api_url}/bot",
        base_file_url=f"{settings.bot_api_url}/file/bot",
        request=Wire(settings.proxy),
        get_updates_request=Wire(settings.proxy, connections=1),
    )


@dataclass(frozen=True, slots=True)
class Met:
    """The bot as Telegram sees it: its name, its webhook (empty where it has none), how many updates wait to
    be delivered, and why the last delivery failed, if one has.
    """

    name: str
    webhook: str
    waiting: int
    trouble: str


async def meet(settings: Settings) -> Met:
    """How Telegram sees us.

    Raises UserFault: "token-missing", "token-refused", "telegram-unreachable".
    """
    try:
        async with courier_of(settings) as courier:
            info = await courier.get_webhook_info()
            return Met(courier.username, info.url, info.pending_update_count, info.last_error_message or "")
    except InvalidToken:
        raise UserFault("token-refused") from None
    except TelegramError:
        raise UserFault("telegram-unreachable", url=settings.bot_api_url) from None


class Redacted(logging.Filter):
    """Takes the token out of every record, its arguments and its traceback, whoever wrote it."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.msg, record.args = self._clean(text), ()
        record.exc_text = self._clean(record.exc_text) if record.exc_text else None
        return True

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "‹token›")
        return text
