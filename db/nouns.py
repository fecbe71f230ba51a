"""What every kind of record has: a table made from its columns, and its rows as frozen records.

A reference lies in the table as the number of its record. A date has beside it the first and the last day
it can mean, to be searched by. A host or institution lies in two columns, of which one at most is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.columns import COLUMNS, NAMED, Cell, Column
from db.edtf import Edtf
from db.metadata import LATE, metadata
from db.types import Choice, EdtfText, Texts
from db.vocabulary import Language, Names, Ourselves, Party, Record, Sheet

R = TypeVar("R", bound=Record | Ourselves)

Stored = dict[str, Any]
"""Columns of the table → values, of one record."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[R]):
    """A record with its version, which rises by one with each change, and the version last seen in a
    workbook.
    """

    record: R
    version: int
    synced: int | None


def stored(column: Column, value: object) -> Stored:
    """A column's value as it lies in the table."""
    if column.cell in {Cell.DATE, Cell.TERM}:
        known = value if isinstance(value, Edtf) else None
        return {
            column.name: known,
            f"{column.name}_earliest": known and known.earliest,
            f"{column.name}_latest": known and known.latest,
        }
    if column.cell is Cell.PARTY:
        party = value if isinstance(value, Party) else Party()
        return {f"{column.name}_partner": party.partner, f"{column.name}_text": party.text}
    return {column.name: value}


@dataclass(frozen=True)
class Noun(Generic[R]):
    """One kind of record: its sheet, its class and its table."""

    sheet: Sheet
    record: type[R]
    table: sa.Table = field(init=False)
    _make: Callable[[sa.Row[Any]], R] = field(init=False)
    _all: sa.Select[Any] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", _table(self.sheet))
        object.__setattr__(self, "_make", _maker(self.sheet, self.record, self.table.c.keys()))
        object.__setattr__(self, "_all", sa.select(self.table).order_by(self.table.c.no))

    def get(self, session: Session, no: int) -> R | None:
        """The record of that number, if there is one."""
        return next(iter(self.where(session, self.table.c.no == no)), None)

    def by_id(self, session: Session, id: str) -> R | None:  # noqa: A002 — the workbook's own word
        """The record of that workbook id. Raises KeyError for a sheet whose rows have no id."""
        return next(iter(self.where(session, self.table.c["id"] == id)), None)

    def every(self, session: Session) -> tuple[R, ...]:
        """All of them, by number."""
        return self.where(session)

    def where(self, session: Session, *conditions: sa.ColumnElement[bool]) -> tuple[R, ...]:
        """Those for which all conditions on the table hold, by number."""
        return tuple(map(self._make, self._rows(session, conditions)))

    def among(self, session: Session, column: str, numbers: Collection[int]) -> tuple[R, ...]:
        """Those whose column holds one of these numbers, by number."""
        return self.found(session, _among(self.table, column), numbers=list(numbers))

    def found(self, session: Session, chosen: sa.Select[Any], **values: object) -> tuple[R, ...]:
        """What a statement on the table finds that was made once, for those who ask it often."""
        return tuple(map(self._make, session.execute(chosen, values)))

    def kept(self, session: Session, *conditions: sa.ColumnElement[bool]) -> Iterator[Kept[R]]:
        """The same with their versions."""
        rows = self._rows(session, conditions)
        return (Kept(self._make(row), row.version, row.synced) for row in rows)

    def _rows(self, session: Session, conditions: Sequence[sa.ColumnElement[bool]]) -> sa.Result[Any]:
        return session.execute(self._all.where(*conditions) if conditions else self._all)


@cache
def _among(table: sa.Table, column: str) -> sa.Select[Any]:
    """Made once: it is asked whenever records are planned."""
    those = table.c[column].in_(sa.bindparam("numbers", expanding=True))
    return sa.select(table).where(those).order_by(table.c.no)


def _table(sheet: Sheet) -> sa.Table:
    own: list[sa.Column[Any]] = [sa.Column("no", sa.Integer, primary_key=True, autoincrement=False)]
    for column in COLUMNS[sheet]:
        own += _lying(column)
    own += [
        sa.Column("version", sa.Integer, nullable=False),
        # The version at the last import or export; NULL: never yet in a workbook.
        sa.Column("synced", sa.Integer),
    ]
    return sa.Table(sheet.value, metadata, *own)


def _lying(column: Column) -> list[sa.Column[Any]]:
    name, filled = column.name, not column.needed
    match column.cell:
        case Cell.KEY:
            return [sa.Column(name, sa.Text, nullable=False, unique=True)]
        case Cell.ALIASES:
            return [sa.Column(name, Texts)]
        case Cell.CHOICE if column.choice:
            return [sa.Column(name, Choice(column.choice), nullable=filled)]
        case Cell.WHOLE:
            return [sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} >= 0", name=name))]
        case Cell.DATE | Cell.TERM:
            days = [sa.Column(f"{name}_{bound}", sa.Date) for bound in ("earliest", "latest")]
            return [sa.Column(name, EdtfText), *days]
        case Cell.REFERENCE if column.refers:
            return [sa.Column(name, sa.Integer, _key(column.refers), nullable=filled, index=True)]
        case Cell.PARTY:
            partner = sa.Column(f"{name}_partner", sa.Integer, _key(Sheet.PARTNERS), index=True)
            return [partner, sa.Column(f"{name}_text", sa.Text)]
    return [sa.Column(name, sa.Text, nullable=filled)]


def _key(sheet: Sheet) -> sa.ForeignKey:
    return sa.ForeignKey(f"{sheet}.no", **LATE)


def _maker(sheet: Sheet, record: type[R], columns: Sequence[str]) -> Callable[[sa.Row[Any]], R]:
    """How a row becomes a record: by the places of its columns, not by their names, for it is done often."""
    at = {name: place for place, name in enumerate(columns)}
    stem = NAMED.get(sheet)
    forms = [(lang.suffix, at[f"{stem}_{lang.suffix}"]) for lang in Language] if stem else []
    parties = [column.name for column in COLUMNS[sheet] if column.cell is Cell.PARTY]
    lying = [(name, at[f"{name}_partner"], at[f"{name}_text"]) for name in parties]
    apart = {f"{stem}_{language}" for language, _ in forms} | set(parties)
    plain = ["no", *(column.name for column in COLUMNS[sheet] if column.name not in apart)]
    taken = itemgetter(*(at[name] for name in plain))

    def make(row: sa.Row[Any]) -> R:
        values: Stored = dict(zip(plain, taken(row), strict=True))
        if stem:
            values[f"{stem}s"] = Names(**{language: row[place] for language, place in forms})
        for name, partner, text in lying:
            filled = row[partner] is not None or row[text] is not None
            values[name] = Party(row[partner], row[text]) if filled else None
        return record(**values)

    return make
