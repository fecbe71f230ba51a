"""A machine without what the tests need is told what to type, before any test."""

import os
import subprocess
import sys
from pathlib import Path

from tests import machine
from tests.house.sources import ROOT


def test_what_is_missing_is_named_with_the_command(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tests/machine.py"],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.strip() == f"The tests need chromium. Type: {machine.advice(['chromium'])}"


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert machine.missing() == []
    assert machine.main() == 0
