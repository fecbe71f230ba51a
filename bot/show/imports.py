"""What came of an import or an export, in words: line by line, or as JSON. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.html import Html
from bot.record.workbook.report import ExportReport, ImportReport, Remark, Touched
from bot.words import Words
from db.vocabulary import WORKBOOK, Sheet

FEW = 20
"""So many remarks of a kind are told in a chat; the terminal tells all."""


def import_lines(
    report: ImportReport, words: Words, *, dry_run: bool, most: int | None = None
) -> Iterator[Html]:
    """The report, its outcome first; at most `most` remarks of each kind, all where it is None."""
    added, changed = len(report.added), len(report.changed)
    if report.written or dry_run:
        key = "import-done" if report.written else "import-would"
        yield words(key, added=added, changed=changed, unchanged=report.unchanged)
    else:
        rows = added + changed + report.unchanged
        yield words("import-stopped", faults=len(report.refused), rows=rows)
    yield from _by_sheet(report, words)
    if report.refused:
        yield words("import-refused", n=len(report.refused))
        yield from _some(
            [_refusal(remark, words) for remark in report.refused[:most]], len(report.refused), words
        )
    if report.conflicts:
        yield words("import-conflicts", n=len(report.conflicts))
        yield from _some(
            [_conflict(row, words) for row in report.conflicts[:most]], len(report.conflicts), words
        )
    if report.notes:
        yield words("import-notes", n=len(report.notes))
        yield from _some([_note(remark, words) for remark in report.notes[:most]], len(report.notes), words)


def export_lines(report: ExportReport, file: str, words: Words) -> Iterator[Html]:
    """How much was written of each sheet that is not empty."""
    yield words("export-done", file=file)
    for sheet, rows in report.rows.items():
        if rows:
            yield words("export-sheet", sheet=sheet.value, rows=rows)


def import_json(report: ImportReport, words: Words) -> dict[str, Any]:
    """The report for a program: counts by sheet, and every row that was not simply taken over."""
    return {
        "written": report.written,
        "added": dict(Counter(row.sheet.value for row in report.added)),
        "changed": dict(Counter(row.sheet.value for row in report.changed)),
        "unchanged": report.unchanged,
        "conflicts": [
            {"sheet": row.sheet.value, "row": row.row, "id": row.id, "columns": list(row.columns)}
            for row in report.conflicts
        ],
        "refused": [_remark_json(remark, words, "refused") for remark in report.refused],
        "notes": [_remark_json(remark, words, "note") for remark in report.notes],
    }


def _remark_json(remark: Remark, words: Words, kind: str) -> dict[str, Any]:
    return {
        "sheet": str(remark.sheet),
        "row": remark.row,
        "column": remark.column,
        "reason": remark.key,
        "value": remark.values.get("value"),
        "why": words.plain(f"{kind}-{remark.key}", **remark.values),
    }


def _by_sheet(report: ImportReport, words: Words) -> Iterator[Html]:
    added = Counter(row.sheet for row in report.added)
    changed = Counter(row.sheet for row in report.changed)
    for sheet in WORKBOOK:
        if added[sheet] or changed[sheet]:
            yield words(
                "import-sheet", sheet=_called(sheet, words), added=added[sheet], changed=changed[sheet]
            )


def _called(sheet: Sheet, words: Words) -> str:
    name = f"intake-sheet-{sheet.value}"
    return words.plain(name) if words.has(name) else sheet.value


def _some(lines: list[Html], total: int, words: Words) -> Iterator[Html]:
    yield from lines
    if total > len(lines):
        yield words("import-more", n=total - len(lines))


def _refusal(remark: Remark, words: Words) -> Html:
    what = words(f"refused-{remark.key}", **remark.values)
    return words.html("import-at", place=_place(remark.sheet, remark.row, remark.column, words), what=what)


def _note(remark: Remark, words: Words) -> Html:
    what = words(f"note-{remark.key}", **remark.values)
    if not remark.sheet:
        return what
    return words.html("import-at", place=_place(remark.sheet, remark.row, remark.column, words), what=what)


def _conflict(row: Touched, words: Words) -> Html:
    what = words("import-differs", id=row.id, columns=", ".join(row.columns))
    return words.html("import-at", place=_place(row.sheet, row.row, None, words), what=what)


def _place(sheet: str, row: int | None, column: str | None, words: Words) -> Html:
    # A row's number is a name, not an amount: it goes as text and is not grouped.
    if row is None:
        return (
            words("place-sheet", sheet=sheet)
            if column is None
            else words("place-column", sheet=sheet, column=column)
        )
    if column is None:
        return words("place-row", sheet=sheet, row=str(row))
    return words("place-cell", sheet=sheet, row=str(row), column=column)
