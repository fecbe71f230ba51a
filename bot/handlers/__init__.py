"""The edge where a person writes: each handler reads what came, does one thing, shows the outcome."""

from __future__ import annotations

from bot.chat.context import HamkorApplication
from bot.handlers import (
    agreements,
    approvals,
    ask,
    cards,
    editing,
    events,
    groups,
    history,
    invitations,
    log,
    members,
    merging,
    nothing,
    reminders,
    removal,
    start,
    text,
)


def install(application: HamkorApplication) -> None:
    """Puts every room's handlers up. Their order matters only in that `text` and `nothing` take what the
    rest left.
    """
    lists = (agreements, events, approvals, reminders, history, members)
    for room in (
        start,
        invitations,
        groups,
        ask,
        *lists,
        log,
        cards,
        editing,
        removal,
        merging,
        text,
        nothing,
    ):
        application.add_handlers(room.HANDLERS)
