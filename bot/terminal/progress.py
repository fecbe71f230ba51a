"""How far a command has come, on the last line of the screen; nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.progress import paced
from bot.terminal.speech import terminal_words
from db.progress import Progress, no_progress

_WIPED = "\r\x1b[K"


@contextmanager
def progress() -> Iterator[Progress]:
    """Shows it as long as what stands within goes on, and wipes it away."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    words = terminal_words()

    def tell(percent: int) -> None:
        print(
            f"{_WIPED}{words.plain('import-progress', percent=percent)}", end="", file=sys.stderr, flush=True
        )

    try:
        yield paced(tell)
    finally:
        print(_WIPED, end="", file=sys.stderr, flush=True)
