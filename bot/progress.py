"""How far something has come that takes long: told to a person after the first second, and not too often."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from db.progress import Progress

SECONDS = 1.0
"""What is quicker needs no such word; between two of them lies as much."""


def paced(tell: Callable[[int], None]) -> Progress:
    """Tells the per cent that are done, and that all is done where it has told any."""
    last, spoken = monotonic(), False

    def told(done: float) -> None:
        nonlocal last, spoken
        if monotonic() - last >= SECONDS or (spoken and done >= 1):
            last, spoken = monotonic(), done < 1
            tell(int(done * 100))

    return told
