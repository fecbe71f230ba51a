"""Which groups of a ranking are told: the first ones, or the one at a place. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from db.query import Query
from db.result import Portion


def leading(portions: Iterable[Portion], query: Query) -> tuple[Portion, ...]:
    """The first `limit` groups, or the one at place `nth`, with all that stand equal with the last of them:
    none of those is better than another. Groups without any figure take no place.
    """
    sign = -1 if query.descending else 1
    counted = [p for p in portions if p.key is not None and len(p.uncounted) < len(p.records)]
    ranked = sorted(counted, key=lambda p: (sign * p.figure, str(p.key)))
    last = query.nth or query.limit or 1
    kept = ranked[last - 1 : last] if query.nth else ranked[:last]
    return tuple(p for p in ranked if p in kept or (kept and p.figure == kept[-1].figure))
