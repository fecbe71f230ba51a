"""Names that are nearly a partner's: told to the person who knows, never taken for the partner."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy.orm import Session

from bot.record.workbook.read import FileRow
from bot.record.workbook.report import Remark
from db import partners
from db.columns import COLUMNS, Cell
from db.folding import fold
from db.vocabulary import US, Sheet

_NEAR, _NEAR_WORD = 88, 75
"""Percent of likeness of two names, and of each of their words: a slip of the pen, not another country's
library.
"""
_MOST_COMPARISONS = 5_000_000
"""About a second's worth; what comes after is not looked at."""


def near_names(session: Session, rows: Sequence[FileRow], new: Collection[str]) -> Iterator[Remark]:
    """A remark for each text that stands for a partner and is only nearly its name, and for each new
    partner that shares a name with another. `new`: the ids of the partners that these rows add.
    """
    names = _Names()
    for partner in partners.every(session):
        names.add(partner.id, (*partner.names.every(), *partner.aliases))
    for row in rows:
        if row.sheet is Sheet.PARTNERS:
            names.add(row.cells["id"], [text for _, text in _own_names(row)])
    for row in rows:
        own = row.cells["id"] if row.sheet is Sheet.PARTNERS else None
        if own is None:
            found = ((column, text, names.nearest(text)) for column, text in _mentions(row))
        else:
            found = (
                (column, text, names.shared(text, own)) for column, text in _own_names(row) if own in new
            )
        for column, text, other in found:
            if other:
                key = "name-near" if own is None else "name-shared"
                values = {"value": text[:80], "id": other[0], "name": other[1]}
                yield Remark(row.sheet, row.row, column, key, values)
                break


class _Names:
    """All names of partners, folded: name → id of each partner that bears it → the name as written."""

    def __init__(self) -> None:
        self._bearers: dict[str, dict[str, str]] = {}
        self._ids = {US}
        self._found: dict[str, tuple[str, str] | None] = {}
        self._left = _MOST_COMPARISONS

    def add(self, id_: str, names: Sequence[str]) -> None:
        self._ids.add(id_)
        for name in names:
            self._bearers.setdefault(fold(name), {})[id_] = name

    def shared(self, text: str, own: str) -> tuple[str, str] | None:
        """Id and name of another partner that is called so."""
        others = self._bearers.get(fold(text), {})
        return next((item for item in others.items() if item[0] != own), None)

    def nearest(self, text: str) -> tuple[str, str] | None:
        """Id and name of the partner that is nearly called so; None for a name that is sure."""
        key = fold(text)
        if text in self._ids or key in self._bearers:
            return None
        if key not in self._found and self._left > 0:
            self._left -= len(self._bearers)
            self._found[key] = self._look(key)
        return self._found.get(key)

    def _look(self, key: str) -> tuple[str, str] | None:
        from rapidfuzz import fuzz, process

        likely = process.extract(key, list(self._bearers), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=10)
        for name, _, _ in likely:
            words = zip(key.split(), name.split(), strict=False)
            if all(fuzz.ratio(one, other) >= _NEAR_WORD for one, other in words):
                return next(iter(self._bearers[name].items()))
        return None


def _mentions(row: FileRow) -> Iterator[tuple[str, str]]:
    for column in COLUMNS[row.sheet]:
        text = row.cells.get(column.name, "")
        if text and (column.cell is Cell.PARTY or column.refers is Sheet.PARTNERS):
            yield column.name, text


def _own_names(row: FileRow) -> list[tuple[str, str]]:
    return [(name, text) for name, text in row.cells.items() if name.startswith("name_") and text]
