"""The ladders as data: how many days before its day each warning goes out, or after it (negative)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.remind.case import Case
from bot.remind.notice import Ladder
from bot.remind.workdays import Office

_DEADLINE = (30, 14, 7, 3, 1)

LADDERS: Mapping[Ladder, tuple[int, ...]] = {
    # Clearing a renewal through the ministries takes months: the first rung stands half a year before.
    Ladder.END: (180, 90, 60, 30, 14, 7, 1, 0),
    # The last day to say no is itself a day of action; afterwards the agreement renews itself.
    Ladder.NOTICE: (60, 30, 14, 7, 1),
    Ladder.REVIEW: (0,),
    Ladder.COMPLETE: (0,),
    # Working days of standing still, not days before a day: the first to whoever is responsible, the second
    # to managers too.
    Ladder.STAGE: (10, 20),
    Ladder.SUBMISSION: _DEADLINE,
    Ladder.REGISTRATION: _DEADLINE,
    # Is a visa needed? Then: apply. Order and tickets; papers in hand.
    Ladder.VISA: (60, 45),
    Ladder.TRAVEL: (30, 7),
    Ladder.START: (90, 30, 14, 7, 1, 0),
    Ladder.AFTER: (-3, -7),
    Ladder.EDITION: (180, 90),
    Ladder.SHIPMENT: (-45, -90),
    Ladder.SILENT: (0,),
    Ladder.PROMISE: (14, 7, 1, 0),
}
"""Days before, the earliest warning first."""

ASSUMED_NOTICE = 90
"""Days of notice where an agreement renews itself and nobody has recorded how early one has to say no."""
SILENCE = 12
"""Months after which a partner of whom nothing is recorded is spoken of."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What rungs follow from besides the facts: the hours and days of the office, and its ladders.

    `lead` is how many days before its end an agreement is first warned of where clearing one takes us
    longer than the ladder allows for; 0 = not measured.
    """

    office: Office
    ladders: Mapping[Ladder, tuple[int, ...]] = field(default_factory=lambda: LADDERS)
    lead: int = 0

    def days(self, ladder: Ladder, case: Case) -> tuple[int, ...]:
        """The rungs of that ladder for that record."""
        own = dict(case.own).get(ladder)
        if own is not None:
            return own
        days = self.ladders.get(ladder, LADDERS[ladder])
        return (self.lead, *days) if ladder is Ladder.END and self.lead > max(days, default=0) else days
