"""`make crash`: kill -9 under load, sixty times, or as often as asked: `make crash ARGS="--kills 200"`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.faults.workload import Verdict, under_fire


def main() -> int:
    """Prints what was lost and doubled; 1 when anything was."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scene = under_fire(Path(folder), people=options.people, kills=options.kills, seed=options.seed)
        verdict = asyncio.run(scene)
    print(told(verdict))
    return 0 if whole(verdict) else 1


def told(verdict: Verdict) -> str:
    """The verdict in one line."""
    return (
        f"{verdict.kills} kills in {verdict.seconds:.0f} s, {verdict.logged} entries logged: "
        f"{len(verdict.lost)} lost, {len(verdict.doubled)} doubled or missing, "
        f"{len(verdict.unanswered)} unanswered, database {'sound' if verdict.sound else 'damaged'}"
    )


def whole(verdict: Verdict) -> bool:
    """Whether nothing was lost, doubled or left unanswered."""
    return verdict.sound and not (verdict.lost or verdict.doubled or verdict.unanswered)


if __name__ == "__main__":
    sys.exit(main())
