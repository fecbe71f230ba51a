"""How far something has come that may take long. Pure."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told from time to time how much is done, from 0 to 1."""


def no_progress(_done: float) -> None:
    """For those who do not watch."""


def counted(progress: Progress, total: int) -> Callable[[int], None]:
    """Told how many more of `total` things are done, it tells the part."""
    done = 0

    def more(number: int) -> None:
        nonlocal done
        done += number
        progress(done / max(total, done, 1))

    return more
