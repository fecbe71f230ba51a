"""An import as it is looked at: whose it is, and how it is shown."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.record.intake.spreadsheet import Part
from bot.show.importing import Shown
from db import imports
from db.imports import Import

OURS = "ours"
"""In the body of an import: it is the registry's own workbook."""


def opened(turn: Turn, no: int) -> Import:
    """Raises UserFault for one that is done with, or somebody else's."""
    found = imports.get(turn.session, no)
    if found is None or found.person != turn.person.id:
        raise UserFault("import-gone")
    return found


def shown(found: Import, at: int) -> Shown:
    """Raises UserFault for a sheet that it does not have."""
    parts = parts_of(found)
    if not parts and at == 0:
        return Shown(found.no, found.name, (), 0)
    if not 0 <= at < len(parts):
        raise UserFault("button-old")
    return Shown(found.no, found.name, parts, at)


def parts_of(found: Import) -> tuple[Part, ...]:
    """Its sheets; the registry's own workbook needs no mapping and has none."""
    return tuple(Part.unpack(told) for told in found.body["parts"])


def keep(turn: Turn, found: Import, at: int, part: Part) -> Import:
    """With one of its sheets understood otherwise."""
    parts = [each.pack() for each in parts_of(found)]
    body = {**found.body, "parts": [*parts[:at], part.pack(), *parts[at + 1 :]]}
    imports.keep(turn.session, found.no, body, turn.now)
    return replace(found, body=body)
