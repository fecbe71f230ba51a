"""From rows as people give them to changes of records: checked, numbered, referred, and not yet made.

A row is in the workbook's terms and names its `sheet`. With the `id` of a record (or, where rows have none,
with its number under `no`) it changes the columns it has, and an empty value clears one. With any other id,
or none, it is a new record; `new1`, `new2` … stand for ids that new records are still to get, so that rows
of one call can refer to each other. `version` in a row says which version of the record its author has seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from db import numbers
from db.cells import LONGEST_ID, Value, clean, nothing, read, said, write
from db.columns import COLUMNS, NAMED, Cell
from db.nouns import Kept, Stored, stored
from db.progress import Progress, counted, no_progress
from db.records import NOUNS
from db.references import References
from db.refused import Refused
from db.vocabulary import US, Row, Sheet, short_id, short_number

COMING = re.compile(r"new[0-9]+")
"""What stands for the id of a record that is still to get one."""

_CONTROLS = {"sheet", "id", "no", "version"}
_CHUNK = 500


class Action(StrEnum):
    """What a change does to its record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after, in the workbook's terms: of a change only the columns that differ."""

    index: int
    """Which of the given rows it was."""
    sheet: Sheet
    no: int
    id: str
    """The workbook id; empty where rows have none."""
    action: Action
    version: int
    """The version of the record that it is made from; 0 for a new one."""
    synced: int | None
    """The version last seen in a workbook."""
    before: Row
    after: Row
    values: Stored = field(repr=False)
    """What is to be written into the table."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the rows would do, and those that cannot be done: their index and why, one item a fault."""

    changes: tuple[Change, ...]
    refused: tuple[tuple[int, Refused], ...]


@dataclass(slots=True)
class _Target:
    """The record that a row speaks of, as far as it is known."""

    index: int
    sheet: Sheet
    row: Row
    id: str
    kept: Kept[Any] | None = None
    no: int = 0


def plan(
    session: Session,
    rows: Sequence[Row],
    references: References | None = None,
    progress: Progress = no_progress,
) -> Plan:
    """Check all rows, each for itself and against the others; nothing is written."""
    return _Planner(session, references or References(session)).plan(rows, progress)


class _Planner:
    def __init__(self, session: Session, references: References) -> None:
        self._session = session
        self._references = references
        self._refused: dict[int, list[Refused]] = {}

    def plan(self, rows: Sequence[Row], progress: Progress) -> Plan:
        by_sheet: dict[Sheet, list[_Target]] = {}
        for index, row in enumerate(rows):
            sheet = Sheet(str(row["sheet"]))
            by_sheet.setdefault(sheet, []).append(_Target(index, sheet, row, clean(str(row.get("id", "")))))
        targets = [target for sheet in by_sheet for target in self._identified(sheet, by_sheet[sheet])]
        for target in targets:
            self._expect(target)
        more = counted(progress, len(targets))
        changes = [change for target in targets if (change := self._change(target, more))]
        changes = self._without_dangling(targets, changes)
        changes.sort(key=lambda change: change.index)
        refused = ((index, fault) for index in sorted(self._refused) for fault in self._refused[index])
        return Plan(tuple(changes), tuple(refused))

    def _identified(self, sheet: Sheet, targets: list[_Target]) -> list[_Target]:
        """Finds the records that exist and numbers those that do not; refuses what is neither."""
        self._find(sheet, targets)
        new = [target for target in targets if target.kept is None]
        for target in new:
            target.no = _own_number(target)
        held = _in_chunks(self._session, sheet, "no", [target.no for target in new if target.no])
        holders = {kept.record.no: kept.record.id for kept in held if sheet.letter}
        seen: set[str] = set()
        for target in targets:
            try:
                _check_identity(target, seen, holders)
            except Refused as refused:
                self._refused[target.index] = [refused]
        good = [target for target in targets if target.index not in self._refused]
        self._number(sheet, [target for target in good if target.kept is None])
        return good

    def _find(self, sheet: Sheet, targets: list[_Target]) -> None:
        named = [target for target in targets if "no" in target.row]
        numbered = {kept.record.no: kept for kept in _in_chunks(
            self._session, sheet, "no", [int(target.row["no"]) for target in named])}  # fmt: skip
        for target in named:
            target.kept = numbered.get(int(target.row["no"]))
        called = [target for target in targets if "no" not in target.row and target.id and sheet.letter]
        by_id = {kept.record.id: kept for kept in _in_chunks(
            self._session, sheet, "id", [target.id for target in called])}  # fmt: skip
        for target in called:
            target.kept = by_id.get(target.id)
        for target in targets:
            if target.kept:
                target.no, target.id = target.kept.record.no, _id_of(target.kept)

    def _number(self, sheet: Sheet, targets: list[_Target]) -> None:
        taken = {target.no for target in targets if target.no}
        last = numbers.last(self._session, sheet)
        fresh = (no for no in count(last + 1) if no not in taken)
        for target in targets:
            target.no = target.no or next(fresh)

    def _expect(self, target: _Target) -> None:
        if not target.sheet.letter:
            return
        names = _names(target.row) if target.sheet is Sheet.PARTNERS else ()
        own = (
            target.id if target.id and not COMING.fullmatch(target.id) else short_id(target.sheet, target.no)
        )
        self._references.expect(target.sheet, own or "", target.no, names)
        if own != target.id:
            self._references.expect(target.sheet, target.id, target.no)
            target.id = own or ""

    def _change(self, target: _Target, more: Callable[[int], None]) -> Change | None:
        """What the row does to its record; None when it is refused."""
        more(1)
        sheet, kept = target.sheet, target.kept
        old = said(sheet, kept.record) if kept else {}
        new = self._read(target, old)
        if target.index in self._refused:
            return None
        differ = [
            column for column in COLUMNS[sheet] if new[column.name] != old.get(column.name, nothing(column))
        ]
        action = (Action.CHANGED if differ else Action.UNCHANGED) if kept else Action.ADDED
        before = {column.name: write(column, old[column.name], self._references) for column in differ if kept}
        after = {column.name: write(column, new[column.name], self._references) for column in differ}
        values: Stored = {}
        for column in differ if kept else COLUMNS[sheet]:
            values |= stored(column, new[column.name])
        version, synced = (kept.version, kept.synced) if kept else (0, None)
        return Change(
            target.index, sheet, target.no, target.id, action, version, synced, before, after, values
        )

    def _read(self, target: _Target, old: Mapping[str, Value]) -> dict[str, Value]:
        """What the record will say; every cell that cannot be read is refused, not the first alone."""
        sheet, row = target.sheet, target.row
        unknown = set(row) - {column.name for column in COLUMNS[sheet]} - _CONTROLS
        if unknown:
            raise KeyError(f"{sheet} has no {', '.join(sorted(unknown))}")
        new: dict[str, Value] = dict(old)
        faults = []
        for column in COLUMNS[sheet]:
            if column.cell is Cell.KEY:
                new[column.name] = target.id
            elif column.name in row or target.kept is None:
                try:
                    new[column.name] = read(column, row.get(column.name, ""), self._references)
                except Refused as refused:
                    faults.append(refused)
        faults += _whole_faults(target, new) if not faults else []
        if faults:
            self._refused[target.index] = faults
        return new

    def _without_dangling(self, targets: list[_Target], changes: list[Change]) -> list[Change]:
        """A row that refers to a refused new record is refused too, and so is what refers to it."""
        gone = {(t.sheet, t.no) for t in targets if t.kept is None and t.index in self._refused}
        while gone:
            fallen = [change for change in changes if (column := _refers_to(change, gone))
                      and self._refuse(change, column)]  # fmt: skip
            gone = {(change.sheet, change.no) for change in fallen if change.action is Action.ADDED}
            changes = [change for change in changes if change.index not in self._refused]
        return changes

    def _refuse(self, change: Change, column: str) -> bool:
        self._refused[change.index] = [
            Refused("reference-refused", column=column, value=change.after[column])
        ]
        return True


def _in_chunks(session: Session, sheet: Sheet, column: str, wanted: Sequence[object]) -> Iterator[Kept[Any]]:
    noun = NOUNS[sheet]
    for start in range(0, len(wanted), _CHUNK):
        yield from noun.kept(session, noun.table.c[column].in_(wanted[start : start + _CHUNK]))


def _id_of(kept: Kept[Any]) -> str:
    return str(getattr(kept.record, "id", ""))


def _own_number(target: _Target) -> int:
    """The number that a new record brings with it; 0 for none."""
    if "no" in target.row:
        return int(target.row["no"])
    return (short_number(target.sheet, target.id) or 0) if target.id else 0


def _check_identity(target: _Target, seen: set[str], holders: Mapping[int, str]) -> None:
    """Raises Refused: `id-twice`, `changed-since`, `record-gone`, `too-long`, `id-reserved`, `id-clash`."""
    key = str(target.no) if target.kept and not target.id else target.id
    if key and key in seen:
        raise Refused("id-twice", column="id", value=key)
    seen.add(key)
    seen_version = target.row.get("version")
    if target.kept:
        if seen_version not in (None, target.kept.version):
            raise Refused("changed-since")
        return
    if seen_version is not None:
        raise Refused("record-gone")
    if len(target.id) > LONGEST_ID:
        raise Refused("too-long", column="id", value=target.id[:80], limit=LONGEST_ID)
    if target.sheet is Sheet.PARTNERS and target.id == US:
        raise Refused("id-reserved", column="id", value=US)
    if target.no in holders:
        raise Refused("id-clash", column="id", value=target.id, other=holders[target.no])


def _names(row: Row) -> Iterator[str]:
    for column in COLUMNS[Sheet.PARTNERS]:
        if column.name.startswith("name_") and column.name in row:
            yield str(row[column.name])
    yield from filter(None, map(str.strip, str(row.get("aliases", "")).split(";")))


def _whole_faults(target: _Target, new: Mapping[str, Value]) -> Iterator[Refused]:
    """What no cell can know alone."""
    stem = NAMED.get(target.sheet)
    if stem and not any(value for name, value in new.items() if name.startswith(f"{stem}_")):
        yield Refused("name-needed", column=f"{stem}_en")
    if target.sheet is Sheet.AGREEMENTS and new["replaces"] == target.no:
        yield Refused("replaces-itself", column="replaces", value=target.id)


def _refers_to(change: Change, gone: set[tuple[Sheet, int]]) -> str | None:
    """The column in which a change speaks of one of these records."""
    for column in COLUMNS[change.sheet]:
        if column.refers and (column.refers, change.values.get(column.name)) in gone:
            return column.name
        if (
            column.cell is Cell.PARTY
            and (Sheet.PARTNERS, change.values.get(f"{column.name}_partner")) in gone
        ):
            return column.name
    return None
