"""Time enters as a value: reading the clock elsewhere than in `bot/clock.py` is a fault the linter finds."""

import subprocess
import sys

import pytest

from tests.house.sources import ROOT

READS = (
    "import datetime\n\nprint(datetime.datetime.now())",
    "from datetime import datetime as d\n\nprint(d.utcnow())",
    "from datetime import date\n\nprint(date.today())",
    "from datetime import datetime\n\nprint(datetime.today())",
    "import time\n\nprint(time.time())",
    "from time import time_ns\n\nprint(time_ns())",
)


def _banned(code: str, file: str) -> bool:
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--select=TID251",
        "--stdin-filename",
        file,
        "-",
    ]
    run = subprocess.run(command, cwd=ROOT, input=code + "\n", capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    return "TID251" in run.stdout


@pytest.mark.parametrize("code", READS)
def test_the_clock_is_read_in_one_place(code: str) -> None:
    assert _banned(code, "bot/show/dates.py")
    assert _banned(code, "tests/show/test_dates.py")
    assert not _banned(code, "bot/clock.py")


def test_a_duration_may_be_measured() -> None:
    assert not _banned("import time\n\nprint(time.monotonic(), time.perf_counter())", "bot/jobs/tick.py")
