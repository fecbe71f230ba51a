"""The edge where a person writes: each handler reads what came, does one thing, shows the outcome."""

from __future__ import annotations

from bot.chat.context import HamkorApplication
from bot.handlers import ask, cards, groups, invitations, log, members, nothing, start, text


def install(application: HamkorApplication) -> None:
    """Puts every room's handlers up. Their order matters only in that `text` and `nothing` take what the
    rest left.
    """
    for room in (start, invitations, members, groups, ask, log, cards, text, nothing):
        application.add_handlers(room.HANDLERS)
