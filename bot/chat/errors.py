"""What a handler or a job did not expect: noted for whoever owns up to it."""

from __future__ import annotations

import logging

from telegram import Update

from bot.chat.context import Ctx

_log = logging.getLogger(__name__)


async def on_error(update: object, ctx: Ctx) -> None:
    """The application's error handler."""
    if isinstance(update, Update) and ctx.error is not None:
        ctx.deps.fault(update.update_id, ctx.error)
    else:
        _log.error("a job failed", exc_info=ctx.error)
