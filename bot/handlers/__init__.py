"""The edge where a person writes: each handler reads what came, does one thing, shows the outcome."""

from __future__ import annotations

from bot.chat import advice, making, reviews
from bot.chat.asking import ADVICE
from bot.chat.context import HamkorApplication
from bot.handlers import (
    agreements,
    approvals,
    ask,
    calendar,
    cards,
    decisions,
    edited,
    editing,
    events,
    exporting,
    files,
    filling,
    further,
    gaps,
    groups,
    history,
    importing,
    inline,
    invitations,
    log,
    members,
    merging,
    misses,
    nothing,
    reminders,
    removal,
    report,
    reports,
    settings,
    start,
    stats,
    stories,
    text,
    today,
)

DOORS = (start, invitations, groups, settings)
LOOKING = (
    ask,
    further,
    inline,
    cards,
    agreements,
    events,
    approvals,
    reminders,
    today,
    stories,
    stats,
    report,
    calendar,
    gaps,
    history,
    members,
)
CHANGING = (
    log,
    filling,
    decisions,
    files,
    reports,
    importing,
    exporting,
    edited,
    editing,
    removal,
    merging,
    misses,
)


WORKS = {
    files.ATTACH: files.WORK,
    exporting.EXPORT: exporting.WORK,
    reviews.READ: reports.WORK,
    ADVICE: advice.WORK,
    **making.WORKS,
    **importing.WORKS,
}
"""What the porter does, by the kind of chore."""


def install(application: HamkorApplication) -> None:
    """Puts every room's handlers up. Their order matters only in that `text` and `nothing` take what the
    rest left.
    """
    for room in (*DOORS, *LOOKING, *CHANGING, text, nothing):
        application.add_handlers(room.HANDLERS)
