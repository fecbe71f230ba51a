"""Pages that are made from the code are what the code says today."""

import subprocess
import sys

from tests.house.sources import ROOT


def test_generated_pages_are_current() -> None:
    run = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
