"""Memory: what stays is left alone; what the C library holds back is given to the system, where it can be."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

_ARENA_MAX = -8


def keep_one() -> None:
    """One heap for all threads, before there are any: each would keep one of its own, half empty."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """What was needed for a moment goes back to the system."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def settle() -> None:
    """What is in memory now stays there: nobody looks through it for garbage again, which takes longer than
    a question.
    """
    gc.collect()
    gc.freeze()
    give_back()
