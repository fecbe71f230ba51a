"""The line "typing…" above a chat while something takes a while. A courtesy: nothing waits for it or depends
on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.error import TelegramError

from bot.chat.courier import Courier

_AFTER_SECONDS = 0.5
"""What is quicker than that needs no excuse."""
_AGAIN_SECONDS = 4.5
"""Telegram takes the line away after five."""


@asynccontextmanager
async def busy(courier: Courier, chat: int) -> AsyncIterator[None]:
    """Shows the line in that chat until what stands within is done."""
    showing = asyncio.create_task(_show(courier, chat))
    try:
        yield
    finally:
        showing.cancel()


async def _show(courier: Courier, chat: int) -> None:
    await asyncio.sleep(_AFTER_SECONDS)
    while True:
        try:
            await courier.call("sendChatAction", {"chat_id": chat, "action": "typing"})
        except TelegramError:
            return
        await asyncio.sleep(_AGAIN_SECONDS)
