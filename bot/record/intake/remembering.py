"""How sheets with the same headings were understood before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from bot.record.intake.mapping import SheetMapping, guess, headings, signature
from bot.record.intake.spreadsheet import Part, with_mapping
from bot.record.workbook.grids import Grid
from db import imports


def parts_of(session: Session, grids: Sequence[Grid]) -> tuple[Part, ...]:
    """Each sheet with the mapping that was used for such headings the last time, else the likeliest one."""
    return tuple(_part(session, grid) for grid in grids)


def _part(session: Session, grid: Grid) -> Part:
    mapping = guess(grid)
    found = headings(grid, mapping.heading)
    known = imports.remembered(session, signature(found))
    if known is not None:
        mapping = replace(SheetMapping.unpack(known), heading=mapping.heading)
    return with_mapping(grid, mapping)
