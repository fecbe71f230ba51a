"""The ladders as data: how many days before its day each warning goes out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.remind.notice import Ladder

_DEADLINE = (30, 14, 7, 3, 1)

LADDERS: Mapping[Ladder, tuple[int, ...]] = {
    # Clearing a renewal through the ministries takes months: the first rung stands half a year before.
    Ladder.END: (180, 90, 60, 30, 14, 7, 1, 0),
    # The last day to say no is itself a day of action; afterwards the agreement renews itself.
    Ladder.NOTICE: (60, 30, 14, 7, 1),
    Ladder.SUBMISSION: _DEADLINE,
    Ladder.REGISTRATION: _DEADLINE,
    Ladder.START: (90, 30, 14, 7, 1, 0),
}
"""Days before, the earliest warning first."""

ASSUMED_NOTICE = 90
"""Days of notice where an agreement renews itself and nobody has recorded how early one has to say no."""
