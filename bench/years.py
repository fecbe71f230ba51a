"""Years in the life of a registry, and calendars at random, against oracles that count day by day.

python -m bench.years [--days 1096] [--cases 50000] [--seed 7]

Three simulated years from January 2027 in five time zones, with outages, edits and people who come and go:
what must be told is told once, nothing early, nothing at night. Then random calendars (country, week, moved
days, hour, zone) and renewals, each against a search of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from db.store import Store
from tests.remind.oracle import differing_calendar, differing_renewal
from tests.remind.test_year import check, lived, told

ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")


DAYS, CASES = 1096, 50_000


def main() -> int:
    """Prints one line a part; 1 when any differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    parts = [lambda: calendars(options.cases, options.seed)]
    parts += [lambda zone=zone: years(zone, options.days, options.seed) for zone in ZONES]
    well = True
    for part in parts:
        agrees, line = part()
        well = well and agrees
        print(line, flush=True)
    return 0 if well else 1


def calendars(cases: int = CASES, seed: int = 7) -> tuple[bool, str]:
    """Whether none differs, and the first that do."""
    dice = random.Random(seed)
    found = [why for _ in range(cases) for why in (differing_calendar(dice), differing_renewal(dice)) if why]
    return not found, "; ".join(
        (f"{cases:,} calendars and {cases:,} renewals: {len(found)} differ", *found[:5])
    )


def years(zone: str, days: int = DAYS, seed: int = 7) -> tuple[bool, str]:
    """Whether everything was told once and in time in that zone."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'hamkor.db'}")
        store.migrate()
        year = lived(store, zone, seed, days)
        store.close()
    try:
        check(year)
    except AssertionError as fault:
        return False, f"{zone}: {fault}"
    return True, f"{zone}, {days} days: {len(told(year)):,} reminders, each once, none early or lost"


if __name__ == "__main__":
    sys.exit(main())
