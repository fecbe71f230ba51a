"""Once an hour: what has long been settled is forgotten, so that the tables of passing things stay small."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.chat.context import Ctx
from db import attachments, contexts, dialogues, enclosures, imports, inbox, invitations, outbox, reviews
from db.store import Store

EVERY = timedelta(hours=1)


WAITING = timedelta(days=7)
"""How long a file waits for the record that it was sent for."""


async def tick(ctx: Ctx) -> None:
    """The hour has struck."""
    await asyncio.to_thread(tidy, ctx.deps.store, ctx.deps.clock())


def tidy(store: Store, now: datetime) -> None:
    """Forgets settled updates, delivered messages and abandoned dialogues; never anything still open."""
    with store.write() as session:
        inbox.forget(session, now)
        outbox.forget(session, now)
        enclosures.forget(session, now)
        contexts.forget(session, now)
        dialogues.forget(session, now)
        invitations.forget(session, now)
        imports.forget(session, now)
        reviews.forget(session, now)
        attachments.forget(session, now - WAITING)
