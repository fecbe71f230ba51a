"""Before anybody is an administrator: a code that makes its first user one."""

from __future__ import annotations

import secrets
from datetime import timedelta

from bot.clock import Clock
from db import invitations, members
from db.store import Store
from db.vocabulary import Role

LIFE = timedelta(hours=24)


def first_code(store: Store, clock: Clock) -> str | None:
    """A new code, good for a day and until somebody is an administrator; None where somebody is one now."""
    now, code = clock(), secrets.token_urlsafe(16)
    with store.write() as session:
        if members.administrators(session):
            return None
        invitations.invite(session, code, Role.ADMIN, now + LIFE, by=None)
    return code
