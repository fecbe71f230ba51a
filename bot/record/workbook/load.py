"""Import: a workbook's rows set against the registry, reported row by row, and made true in one
transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.record.workbook.away import idle_absences
from bot.record.workbook.matching import Matching
from bot.record.workbook.nearness import near_names
from bot.record.workbook.read import FileRow, Workbook, read_workbook
from bot.record.workbook.report import ImportReport, Remark, Touched
from db import history, records
from db.changes import COMING, Action, Change, plan
from db.columns import COLUMNS
from db.history import Actor
from db.progress import Progress, no_progress
from db.references import References
from db.refused import Refused
from db.store import Store
from db.vocabulary import Row, Sheet

_READING, _PLANNING = 0.25, 0.6
"""The part of the time that reading takes, and of the rest the part that planning takes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How an import is to be done."""

    dry_run: bool = False
    """Report what would be done, and write nothing."""
    partial: bool = False
    """Write what is not refused, even where something is."""
    overwrite: bool = False
    """Let the workbook win over what was changed in the chat."""


def import_workbook(
    store: Store, file: Path, actor: Actor, now: datetime, wish: Wish, progress: Progress = no_progress
) -> ImportReport:
    """Read the file, then set it against the registry. Raises Refused for a file that is no workbook."""
    workbook = read_workbook(file, lambda done: progress(done * _READING))
    with store.read() if wish.dry_run else store.write() as session:
        return load(
            session, workbook, actor, now, wish, lambda done: progress(_READING + done * (1 - _READING))
        )


def load(
    session: Session,
    workbook: Workbook,
    actor: Actor,
    now: datetime,
    wish: Wish,
    progress: Progress = no_progress,
) -> ImportReport:
    """Set a workbook against the registry in this transaction; a second time changes nothing."""
    loading = _Loading(session, workbook, wish, lambda done: progress(done * _PLANNING))
    report = loading.report()
    if not wish.dry_run and (wish.partial or not report.refused):
        receipt = history.make(session, actor, loading.wanted, now=now, synced=loading.is_in_step)
        loading.mark_unchanged()
        report = replace(report, written=True, batch=receipt.batch)
    progress(1)
    return report


class _Loading:
    """One workbook against one state of the registry."""

    def __init__(self, session: Session, workbook: Workbook, wish: Wish, progress: Progress) -> None:
        self._session, self._workbook = session, workbook
        self._references = References(session)
        self._matching = Matching(session, self._references, workbook.headings)
        self._rows, self._refused = _named(workbook)
        planned = plan(session, [self._as_said(row) for row in self._rows], self._references, progress)
        self._changes = planned.changes
        self._refused += self._faults(planned.refused)
        self._conflicts = [] if wish.overwrite else [one for one in planned.changes if _is_conflict(one)]
        left = {change.index for change in self._conflicts}
        self.wanted = [change for change in planned.changes if change.index not in left]

    def report(self) -> ImportReport:
        by_action: defaultdict[Action, list[Touched]] = defaultdict(list)
        for change in self.wanted:
            by_action[change.action].append(self._touched(change))
        new = {change.id for change in self.wanted if change.sheet is Sheet.PARTNERS and not change.version}
        near = near_names(self._session, self._rows, new)
        return ImportReport(
            added=tuple(by_action[Action.ADDED]),
            changed=tuple(by_action[Action.CHANGED]),
            unchanged=len(by_action[Action.UNCHANGED]),
            conflicts=tuple(map(self._touched, self._conflicts)),
            refused=(*self._workbook.refused, *self._refused),
            notes=(*self._workbook.notes, *near, *idle_absences(self._session, self._rows)),
        )

    def is_in_step(self, change: Change) -> bool:
        """Whether the record, once written, is what a workbook knows of it.

        A workbook that lacks columns does not know what the chat has changed in them.
        """
        return change.version in (0, change.synced) or self._is_complete(change.sheet)

    def mark_unchanged(self) -> None:
        """Rows that say what the registry says are in step with it from now on."""
        same: defaultdict[Sheet, list[tuple[int, int]]] = defaultdict(list)
        for change in self.wanted:
            apart = change.action is Action.UNCHANGED and change.version != change.synced
            if apart and self._is_complete(change.sheet):
                same[change.sheet].append((change.no, change.version))
        for sheet, seen in same.items():
            records.mark_synced(self._session, sheet, seen)

    def _is_complete(self, sheet: Sheet) -> bool:
        return len(self._workbook.headings[sheet]) == len(COLUMNS[sheet])

    def _as_said(self, row: FileRow) -> Row:
        no = self._matching.number(row)
        return (
            {"sheet": row.sheet, **row.cells} if no is None else {"sheet": row.sheet, "no": no, **row.cells}
        )

    def _touched(self, change: Change) -> Touched:
        return Touched(change.sheet, self._rows[change.index].row, change.id, tuple(change.after))

    def _faults(self, refused: Sequence[tuple[int, Refused]]) -> Iterable[Remark]:
        """Remarks on rows; a column that is missing altogether is one remark on its sheet."""
        missing: dict[tuple[Sheet, str], int] = {}
        for index, fault in refused:
            row = self._rows[index]
            values = dict(fault.values)
            column = str(values.pop("column", "")) or None
            if fault.key == "needed" and column and column not in self._workbook.headings[row.sheet]:
                missing[row.sheet, column] = missing.get((row.sheet, column), 0) + 1
            else:
                yield Remark(row.sheet, row.row, column, fault.key, values)
        for (sheet, column), count in missing.items():
            yield Remark(sheet, None, column, "column-missing", {"count": count})


def _named(workbook: Workbook) -> tuple[list[FileRow], list[Remark]]:
    """The rows that name their record, or need not; and those that fail to."""
    good, refused = [], []
    for row in workbook.rows:
        id_ = row.cells.get("id")
        if id_ == "":
            refused.append(Remark(row.sheet, row.row, "id", "needed"))
        elif id_ and COMING.fullmatch(id_):
            refused.append(Remark(row.sheet, row.row, "id", "id-reserved", {"value": id_}))
        else:
            good.append(row)
    return good, refused


def _is_conflict(change: Change) -> bool:
    """The chat has changed the record since it was last in a workbook, and the workbook says otherwise."""
    return change.action is Action.CHANGED and change.version != change.synced
