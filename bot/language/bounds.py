"""The words that make a day a bound: `before`, `по`, `no later than`. Pure."""

from __future__ import annotations

from typing import NamedTuple

from bot.language.page import Page

BEFORE = {"до", "before", "until", "till"}
UP_TO = {"по", "by", "through", "к"}
AFTER = {"после", "after"}
SINCE = {"с", "со", "since", "from", "начиная"}
_LATER = {"kechiktirmay", "kechikmay", "kechiktirmasdan", "kechikmasdan", "kechiktirilmay"}
"""Behind a day that bounds, in Uzbek."""
_LATER = {"позднее", "позже", "later"}
_EARLIER = {"ранее", "раньше", "earlier", "sooner"}


class Denied(NamedTuple):
    """`no later than`: how many words it takes, and whether it denies what is later."""

    length: int
    later: bool


def denied(page: Page, at: int) -> Denied | None:
    """`no later than June`, `не ранее 2015`: the day itself is within."""
    told = page.low(at + 1)
    if page.low(at) not in {"no", "not", "не"} or told not in _LATER | _EARLIER:
        return None
    return Denied(2 + (page.low(at + 2) in {"than", "чем"}), told in _LATER)
