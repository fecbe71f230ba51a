"""A spreadsheet on its way in: how its columns are understood, and what saving it would do. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.html import Html, clip, escape, fit, join
from bot.record.intake.mapping import SHEETS, letter, targets
from bot.record.intake.spreadsheet import Part as SheetPart
from bot.record.workbook.report import ImportReport
from bot.show.choices import KIND, WAY, Column, DropImport, Mean, Part, TakeIn, TryOut
from bot.show.imports import import_lines
from bot.show.reply import TEXT_LIMIT, Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Direction, Sheet

_LABEL, _HEADING = 32, 40
_COLUMNS = 40
"""Columns that get a button: a message takes a hundred."""
_MOST = 12
"""Remarks of a kind."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An import: its number, the file's name, its sheets, and the one that is looked at."""

    no: int
    name: str
    parts: Sequence[SheetPart]
    at: int

    @property
    def part(self) -> SheetPart:
        """The sheet that is looked at."""
        return self.parts[self.at]


def mapping(shown: Shown, words: Words, place: Place = Place.PRESSED) -> Reply:
    """How a sheet is understood, with rows of it, each column a button."""
    part, parts = shown.part, len(shown.parts)
    head = words(
        "intake-head", file=clip(shown.name, 60), sheet=part.name, n=shown.at + 1, of=parts, rows=part.rows
    )
    lines = [head, _kind_line(part, words)]
    if part.mapping.sheet is not None:
        lines += [
            words("intake-heading-row", row=str(part.mapping.heading)),
            *_columns(part, words),
            *_lacking(part, words),
        ]
        lines += [words("intake-samples"), *_samples(part)]
    return Reply(fit(lines, TEXT_LIMIT), tuple(_buttons(shown, words)), place=place)


def _kind_line(part: SheetPart, words: Words) -> Html:
    sheet = part.mapping.sheet
    return words("intake-kind", kind=_kind(sheet, words)) if sheet else words("intake-left-out")


def _columns(part: SheetPart, words: Words) -> Iterator[Html]:
    for column, heading in part.headings.items():
        target = part.mapping.columns.get(column, "")
        said = _target(target, words) if target else words.plain("intake-not-taken")
        yield words("intake-column", column=letter(column), heading=clip(heading, _HEADING), target=said)
    if part.mapping.way:
        yield words("intake-way", way=words.plain(f"word-direction-{part.mapping.way}"))


def _lacking(part: SheetPart, words: Words) -> Iterator[Html]:
    if part.mapping.lacking:
        names = ", ".join(_target(name, words) for name in part.mapping.lacking)
        yield words("intake-lacking", names=names)


def _samples(part: SheetPart) -> Iterator[Html]:
    for cells in part.samples:
        yield escape("· " + clip(" | ".join(text for _, text in sorted(cells.items())), 120))


def _buttons(shown: Shown, words: Words) -> Iterator[Row]:
    part, at = shown.part, (shown.no, shown.at)
    kind = clip(words.plain("button-intake-kind", kind=_kind(part.mapping.sheet, words)), _LABEL)
    first = [Button(kind, Column(*at, KIND))]
    if part.mapping.sheet is Sheet.EXCHANGES and (part.mapping.way or "direction" in part.mapping.lacking):
        first.append(Button(words.plain("button-intake-way"), Column(*at, WAY)))
    yield tuple(first)
    if part.mapping.sheet is not None:
        columns = [
            Button(
                clip(f"{letter(column)}: {_shown_target(part, column, words)}", _LABEL), Column(*at, column)
            )
            for column in list(part.headings)[:_COLUMNS]
        ]
        yield from (tuple(columns[i : i + 2]) for i in range(0, len(columns), 2))
    if len(shown.parts) > 1:
        others = [(n, p) for n, p in enumerate(shown.parts) if n != shown.at][:4]
        yield tuple(Button(clip(f"📄 {p.name}", _LABEL), Part(shown.no, n)) for n, p in others)
    if not any(p.mapping.lacking for p in shown.parts) and any(p.mapping.sheet for p in shown.parts):
        yield (Button(words.plain("button-intake-try"), TryOut(shown.no)),)
    yield (Button(words.plain("button-intake-drop"), DropImport(shown.no)),)


def _shown_target(part: SheetPart, column: int, words: Words) -> str:
    target = part.mapping.columns.get(column, "")
    return _target(target, words) if target else "–"


def choice(shown: Shown, column: int, words: Words) -> Reply:
    """What a column can mean, or the rows of the sheet, or their direction."""
    at = (shown.no, shown.at, column)
    options: list[tuple[str, str]]
    if column == KIND:
        head = words("intake-which-kind", sheet=shown.part.name)
        options = [(_kind(sheet, words), sheet.value) for sheet in SHEETS]
        options.append((words.plain("intake-leave-out"), ""))
    elif column == WAY:
        head = words("intake-which-way")
        options = [(words.plain(f"word-direction-{way.value}"), way.value) for way in Direction]
    else:
        heading = clip(shown.part.headings.get(column, ""), _HEADING)
        head = words("intake-which-column", column=letter(column), heading=heading)
        sheet = shown.part.mapping.sheet
        options = [(_target(target, words), target) for target in (targets(sheet) if sheet else ())]
        options.append((words.plain("intake-not-taken"), ""))
    buttons = [Button(clip(label, _LABEL), Mean(*at, value)) for label, value in options]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    back = (Button(words.plain("button-back"), Part(shown.no, shown.at)),)
    return Reply(head, (*rows, back), place=Place.PRESSED)


def outcome(shown: Shown, report: ImportReport, alike: int, words: Words, place: Place) -> Reply:
    """What saving would do, and the buttons that do it."""
    new = len(report.added) + len(report.changed)
    lines = [
        words("intake-outcome", file=clip(shown.name, 60)),
        *import_lines(report, words, dry_run=True, most=_MOST),
    ]
    if alike:
        lines.append(words("intake-alike", n=alike))
    rows: list[Row] = []
    if new:
        rows.append((Button(words.plain("button-intake-save", n=new), TakeIn(shown.no, alike=False)),))
    if alike:
        rows.append(
            (Button(words.plain("button-intake-save-alike", n=new + alike), TakeIn(shown.no, alike=True)),)
        )
    if shown.parts:
        rows.append((Button(words.plain("button-back"), Part(shown.no, 0)),))
    rows.append((Button(words.plain("button-intake-drop"), DropImport(shown.no)),))
    return Reply(fit(lines, TEXT_LIMIT), tuple(rows), place=place)


def saved(report: ImportReport, words: Words) -> Html:
    """What was saved."""
    return join(import_lines(report, words, dry_run=False, most=3))


def _kind(sheet: Sheet | None, words: Words) -> str:
    return words.plain(f"intake-sheet-{sheet.value}") if sheet else words.plain("intake-leave-out")


def _target(target: str, words: Words) -> str:
    return words.plain(f"field-{target}".replace("_", "-"))
