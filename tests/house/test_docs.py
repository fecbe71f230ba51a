"""Pages that are made from the code are what the code says today."""

import re
import subprocess
import sys

from tests.house.sources import ROOT

LINK = re.compile(r"(?:\]\(|src=\")(?!https?:)([^)\"#]+)")


def test_generated_pages_are_current() -> None:
    run = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    found = [(page, target) for page in pages for target in LINK.findall(page.read_text("utf-8"))]
    assert len(found) > 50
    lost = [f"{page.name}: {target}" for page, target in found if not (page.parent / target).exists()]
    assert lost == []
