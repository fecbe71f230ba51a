"""The browser of the tests: the system's Chromium, headless. Playwright drives it and downloads none."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
# A browser left to itself calls home at every start; a page test needs this machine alone.
ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)


def chromium() -> Path | None:
    """The browser's command, or None where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return Path(found) if found else next((path for path in ON_A_MAC if path.exists()), None)


def arguments() -> list[str]:
    """Chromium's arguments: alone, and without its sandbox for root, whom it would refuse."""
    return [*ALONE, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
