"""The commands that people type, where something is missing: one clear line, and no success claimed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import ROOT


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the Makefile and what it reads, not set up."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def _make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _python(folder: Path, script: str) -> str:
    """A PATH on which every Python is this shell script."""
    commands = folder / "commands"
    commands.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        (commands / name).write_text(f"#!/bin/sh\n{script}\n")
        (commands / name).chmod(0o755)
    return f"{commands}:/usr/bin:/bin"


def test_help_names_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text()
    commands = {
        word for line in re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE) for word in line.split()
    }
    helped = set(re.findall(r"^  make (\w+) +\S", _make(ROOT, "help").stdout, re.MULTILINE))
    assert helped == {word for word in commands if word.isalpha()}


def test_an_old_python_is_named(clone: Path) -> None:
    path = _python(clone, '[ "$1" = --version ] && echo Python 3.9.2 && exit 0; exit 1')
    made = _make(clone, "setup", PATH=path)
    assert made.returncode != 0
    assert "needs Python 3.11 or newer and found Python 3.9.2" in made.stderr


def test_a_missing_venv_module_is_named(clone: Path) -> None:
    path = _python(clone, 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.11-venv;; esac; exit 0')
    made = _make(clone, "setup", PATH=path)
    assert made.returncode != 0
    assert "sudo apt-get install python3.11-venv" in made.stderr


def test_what_is_not_there_yet_is_said(clone: Path) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".runtime").write_text(str(clone.resolve()))
    (clone / "bench" / "soak.py").unlink(missing_ok=True)
    made = _make(clone, "soak")
    assert made.returncode != 0
    assert "make soak is not there yet" in made.stderr
