"""Many messages at once, JSON Lines in and out: for the terminal's `read --batch`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from time import perf_counter

from bot.faults import Refused
from bot.jsonlines import objects
from bot.language.names import Gazetteer
from bot.record.texts import read_text
from bot.record.view import View


def read_lines(
    lines: Iterable[str], today: date, gazetteer: Gazetteer, told: View
) -> Iterator[dict[str, object]]:
    """One object a line, in the order given: its drafts as rows. A line that cannot be read gives `error`."""
    for found in objects(lines):
        if "error" in found:
            yield found
            continue
        began = perf_counter()
        try:
            rows = read_text(str(found["text"]), gazetteer, today, told)
        except Refused as fault:
            yield {"id": found.get("id"), "error": _reason(fault)}
            continue
        took = (perf_counter() - began) * 1000
        yield {"id": found.get("id"), "drafts": [dict(row) for row in rows], "ms": round(took, 3)}


def _reason(fault: Refused) -> str:
    """The fault as a machine reads it: its key and what it is about."""
    return " ".join((fault.key, *(f"{name}={value}" for name, value in fault.values.items())))
