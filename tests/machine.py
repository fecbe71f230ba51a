"""What the tests need of the machine beside Python: PostgreSQL and Chromium. Run before them by `make test`.

What is missing is installed from the system's packages where that takes no password; else one line says what
to type, before the first test rather than in its midst. Python's own library only.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402 - the path above makes it findable
from tests.postgres import installed  # noqa: E402

APT_OPTIONS = ("-y", "-q", "--no-install-recommends")


def missing() -> list[str]:
    """Debian's names of what is not here."""
    return [
        package for package, found in (("chromium", chromium()), ("postgresql", installed())) if found is None
    ]


def as_administrator() -> list[str] | None:
    """What to write before a command so that it may install; None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def install(packages: list[str], prefix: list[str]) -> bool:
    """Whether Debian's packages could be installed; its own words go to stderr."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-q"], ["apt-get", "install", *APT_OPTIONS, *packages])
    return all(
        subprocess.run([*prefix, *command], env=environment, stdout=sys.stderr, check=False).returncode == 0
        for command in commands
    )


def advice(packages: list[str]) -> str:
    """The one command to type."""
    if sys.platform == "darwin":
        kinds = {"chromium": "brew install --cask chromium", "postgresql": "brew install postgresql@17"}
        return " && ".join(kinds[package] for package in packages)
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def main() -> int:
    """0 when everything is here or could be brought; 1 with one line of advice."""
    packages = missing()
    if not packages:
        return 0
    prefix = as_administrator() if shutil.which("apt-get") else None
    if prefix is not None:
        print(
            f"The tests need {' and '.join(packages)}: installing from the system's packages ...", flush=True
        )
        if install(packages, prefix) and not missing():
            return 0
    print(f"The tests need {' and '.join(packages)}. Type: {advice(missing())}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
