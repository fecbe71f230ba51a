"""Files named on the command line; `-` is standard input. What cannot be read is one clear line, no
traceback.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.faults import UserFault


def lines_of(file: Path) -> list[str]:
    """The lines of a text file in UTF-8."""
    return text_of(file).splitlines()


def text_of(file: Path) -> str:
    """A text file in UTF-8. Raises UserFault("file-unreadable")."""
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise UserFault("file-unreadable", file=str(file), reason=fault.strerror or str(fault)) from None
    except UnicodeDecodeError:
        raise UserFault("file-unreadable", file=str(file), reason="UTF-8?") from None
