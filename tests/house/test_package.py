"""What is shipped: a wheel with everything the code reads, and locks that hold what the project asks for."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.house.sources import ROOT, repository

PACKAGES = ("bot", "db", "locales")
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)( ; .+?)? \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return next(folder.glob("hamkor-*.whl"))


def test_the_wheel_holds_all_that_the_code_reads(wheel: Path) -> None:
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(PACKAGES)}
    ours = {path.relative_to(ROOT).as_posix() for path in repository()}
    assert shipped == {name for name in ours if name.split("/")[0] in PACKAGES}
    for kind in (".ftl", ".toml", ".xlsx", ".html"):
        assert any(name.endswith(kind) for name in shipped), f"no {kind} file in the wheel"


def test_the_wheel_works_away_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "import bot.__main__ as m, sys; assert m.__file__.startswith(sys.argv[1]); m.main(['--help'])"
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "demo" in run.stdout


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def _pins(lock: str) -> dict[str, str]:
    return {_plain(name): version for name, version, _ in PIN.findall((ROOT / lock).read_text())}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked(lock: str) -> list[Requirement]:
    project = _project()
    groups = project["dependency-groups"]
    asked = project["project"]["dependencies"] + groups["build"]
    if lock == "requirements-dev.lock":
        asked += groups["test"] + groups["lint"] + groups["lock"]
    return [Requirement(text) for text in asked]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_the_project_asks_for(lock: str) -> None:
    pins = _pins(lock)
    assert len(pins) > 30
    for asked in _asked(lock):
        assert asked.specifier.contains(pins[_plain(asked.name)]), asked


def test_tests_run_on_what_is_shipped() -> None:
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_known_by_its_content(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PIN.findall(text))
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_every_shipped_package_has_its_licence_written_down() -> None:
    table = (ROOT / "docs/decisions/0003-dependencies-and-licences.md").read_text()
    named = {_plain(word) for word in re.findall(r"[A-Za-z][\w.-]*\w", table)}
    assert [name for name in _pins("requirements.lock") if name not in named] == []
