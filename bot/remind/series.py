"""How often a series comes round, found from its editions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from db.edtf import Point

_YEAR = 12
_LONGEST = 60
"""Months: what comes round less often than every five years is not expected by the month."""


def months_between(starts: Sequence[Point], *, recurring: bool) -> int | None:
    """Whole years between editions, in months, as most of them lay; None where that cannot be said.

    Of a series with one edition that is said to recur, a year.
    """
    years = sorted({start.earliest.year for start in starts})
    if len(years) > 1:
        usual = _YEAR * median_low([later - earlier for earlier, later in pairwise(years)])
        return usual if usual <= _LONGEST else None
    return _YEAR if recurring and years else None
