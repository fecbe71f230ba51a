"""JSON Lines, as the terminal's batches take them: one object with a text a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def objects(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """One object a line that is not empty; of one that cannot be read, its id, if any, and `error`."""
    return (_read(line) for line in lines if line.strip())


def _read(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except ValueError as fault:
        return {"id": None, "error": str(fault)}
    if not isinstance(found, dict):
        return {"id": None, "error": "not an object"}
    if not isinstance(found.get("text"), str):
        return {"id": found.get("id"), "error": "no text"}
    return found
