"""Gold by hand: plain loops over a registry's rows, knowing nothing of the product's queries, standing or
search.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from tests.ask.world import TODAY, Registry

Row = dict[str, str | int]


def bounds(text: str) -> tuple[date, date]:
    """First and last day of a date, month, year or interval; a missing or open bound is the end of the
    calendar.
    """
    first, _, last = text.partition("/")
    last = last if "/" in text else first
    return (
        _day(first, first=True) if first else date.min,
        date.max if last in {"", ".."} else _day(last, first=False),
    )


def _day(text: str, *, first: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else None
    if first:
        return date(year, month or 1, 1)
    following = date(year + (month is None or month == 12), (month or 12) % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def exchanges(r: Registry, direction: str, **wanted: object) -> list[Row]:
    """Shipments one way under the given columns; `year` = dated within it."""
    year = wanted.pop("year", None)
    found = [
        x
        for x in r.of("exchanges")
        if x["direction"] == direction and all(x.get(k) == v for k, v in wanted.items())
    ]
    return [x for x in found if year is None or str(x["date"]).startswith(str(year))]


def copies(rows: list[Row]) -> int:
    return sum(int(x["quantity"]) for x in rows)


def agreements(r: Registry, partner: object) -> list[Row]:
    return [a for a in r.of("agreements") if a["partner"] == partner]


def unknown_end(a: Row) -> bool:
    return str(a["term"]).endswith("/") and "ended" not in a


def ends(a: Row) -> str | None:
    """The end as a text; None = open, renewing or not recorded."""
    if "ended" in a:
        return str(a["ended"])
    last = str(a["term"]).partition("/")[2]
    return None if last in {"", ".."} or "renews_months" in a else last


def in_force(a: Row, first: date, last: date) -> bool | None:
    """In force on some day between; None = nobody can know."""
    begins = bounds(str(a["term"]))[0]
    if begins > last:
        return False
    end = ends(a)
    if end is not None:
        return bounds(end)[1] >= first
    if unknown_end(a):
        return None if begins < first else True
    return True


def year(y: int) -> tuple[date, date]:
    return date(y, 1, 1), date(y, 12, 31)


def ids(rows: list[Row]) -> set[str]:
    return {str(row["id"]) for row in rows}


def ranking(r: Registry, direction: str) -> list[tuple[str, int]]:
    totals: Counter[str] = Counter()
    for x in exchanges(r, direction):
        totals[str(x["partner"])] += int(x["quantity"])
    return totals.most_common()


def events(r: Registry, y: int) -> list[Row]:
    return [e for e in r.of("events") if "date" in e and bounds(str(e["date"]))[0].year == y]


def upcoming(r: Registry) -> list[Row]:
    return sorted(
        (e for e in r.of("events") if "date" in e and bounds(str(e["date"]))[1] >= TODAY),
        key=lambda e: str(e["date"]),
    )


def numbers(line: str) -> set[int]:
    """Whole numbers of a line, whatever groups their digits."""
    return {int(re.sub(r"\D", "", n)) for n in re.findall(r"\d{1,3}(?:[\s.,]\d{3})+(?!\d)|\d+", line)}
