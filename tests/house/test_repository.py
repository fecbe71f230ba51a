"""What is committed speaks of the product alone: no one machine's paths, no registry's address, no secret."""

import re

import pytest

from tests.house.sources import ROOT, repository

# Written so that this file does not hold what it looks for.
NOT_OURS = {
    "a machine's path": r"(?<![\w.])/(?:wor[k]|roo[t]|home/\w+|Users/\w+|opt/py)\b/?",
    "a neighbour of the repository": r"\.\./(?:share[d]|\.library)",
    "a package registry": r"(?i)\b(?:pypi|pythonhosted|npmjs|debian|ubuntu)\.(?:org|com)\b",
    "a bot's token": r"\b\d{8,10}:AA[\w-]{33}\b",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
}
LARGEST = 1_000_000


def faults(text: str) -> list[str]:
    """What stands in a text that does not belong into the repository."""
    return [f"{what}: {found}" for what, pattern in NOT_OURS.items() for found in re.findall(pattern, text)]


def test_nothing_but_the_product_is_committed() -> None:
    files = repository()
    assert len(files) > 50
    texts = {path: path.read_bytes() for path in files}
    found = {
        path.relative_to(ROOT).as_posix(): faults(content.decode("utf-8"))
        for path, content in texts.items()
        if b"\0" not in content[:8000]
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_nothing_huge_is_committed() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in repository()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


@pytest.mark.parametrize(
    "text",
    [
        "cd /wo" + "rk/main",
        "see ../sha" + "red/contract.md",
        "https://pypi" + ".org/simple",
        "/ho" + "me/anna/hamkor",
        "12345678" + ":AA" + "x" * 33,
    ],
)
def test_what_does_not_belong_is_noticed(text: str) -> None:
    assert len(faults(text)) == 1
