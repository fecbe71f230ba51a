"""What nobody expected: logged with the update's id, apologised for, and reported once to administrators."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from telegram import Update

from bot.chat.context import Ctx, Deps, incoming
from bot.chat.say import alert, say
from bot.chat.turn import Incoming
from bot.rights import Act
from bot.show import front
from bot.words import Words
from db import groups, inbox, members

_log = logging.getLogger(__name__)


async def on_error(update: object, ctx: Ctx) -> None:
    """The application's error handler."""
    fault = ctx.error
    if not isinstance(update, Update):
        _log.error("a job failed", exc_info=fault)
        return
    _log.error("update %s failed", update.update_id, exc_info=fault)
    await asyncio.to_thread(_own_up, ctx.deps, update.update_id, incoming(update), type(fault).__name__)
    ctx.deps.wake()


def _own_up(deps: Deps, update_id: int, inc: Incoming | None, kind: str) -> None:
    now, default = deps.clock(), deps.settings.language
    with deps.store.write() as session:
        if not inbox.settle(session, update_id, inbox.FAILED):
            return
        member = members.get(session, inc.person) if inc else None
        if inc and member and member.active and (inc.private or groups.enabled(session, inc.chat)):
            say(session, inc, front.apology(Words(member.language or default)), now)
        report = partial(front.report, update_id, kind)
        alert(session, Act.RECEIVE_FAULTS, default, report, now)
