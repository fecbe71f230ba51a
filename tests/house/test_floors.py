"""The floors hold: on a copy of the house where each rule is broken once, the linter finds each."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

# A file of the copy, and the import that it must not have.
BROKEN = {
    "Arrows point down; siblings are strangers": ("bot/ask/upwards.py", "import bot.show"),
    "The furniture stands in every room and knows none": ("bot/rights.py", "import bot.ask"),
    "The registry stands on its own": ("db/upwards.py", "import bot.words"),
    "Understanding and showing are pure: of the registry they see values alone": (
        "bot/language/reading_rows.py",
        "import db.store",
    ),
    "What the pure rooms see is itself pure": ("db/vocabulary.py", "import sqlalchemy"),
    "Telegram and the scheduler stay at the edge": ("bot/remind/sending.py", "import telegram"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of the broken house."""
    copy = tmp_path_factory.mktemp("house")
    for folder in ("bot", "db"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name, line in BROKEN.values():
        _add(copy / name, line)
    command: list[str | Path] = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    run = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stdout
    return " ".join(run.stdout.split())


def _add(file: Path, line: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{line}\n")


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_found(found: str, rule: str) -> None:
    assert f"{rule} BROKEN" in found
