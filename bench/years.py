"""Years in the life of a registry, and calendars at random, against oracles that count day by day.

python -m bench.years [--days 1096] [--cases 50000] [--seed 7]

Three simulated years from January 2027 in five time zones, with outages, edits and people who come and go:
what must be told is told once, nothing early, nothing at night. Then random calendars (country, week, moved
days, hour, zone) and renewals, each against a search of its own.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from db.store import Store
from tests.remind.oracle import differing_calendar, differing_renewal
from tests.remind.test_year import check, lived, told

ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")


def main() -> None:
    """Prints one line a part; a difference ends it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=1096)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    _calendars(options.cases, options.seed)
    for zone in ZONES:
        _years(zone, options.days, options.seed)


def _calendars(cases: int, seed: int) -> None:
    started, dice = time.perf_counter(), random.Random(seed)
    found = [why for _ in range(cases) for why in (differing_calendar(dice), differing_renewal(dice)) if why]
    print(f"{cases:,} calendars and {cases:,} renewals: {len(found)} differ ({_since(started)})", *found[:5])
    if found:
        raise SystemExit(1)


def _years(zone: str, days: int, seed: int) -> None:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'hamkor.db'}")
        store.migrate()
        year = lived(store, zone, seed, days)
        store.close()
    check(year)
    count = len(told(year))
    print(f"{zone}, {days} days: {count:,} reminders, each once, none early or lost ({_since(started)})")


def _since(started: float) -> str:
    return f"{time.perf_counter() - started:.0f} s"


if __name__ == "__main__":
    main()
