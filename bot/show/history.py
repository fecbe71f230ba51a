"""What was changed, when and by whom: a person's latest changes, everybody's, or a record's life. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.html import Html, clip, escape, join, plain
from bot.show import dates, lines, records
from bot.show.buttons import History, Retract, Undo
from bot.show.handling import Open
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.show.rows import Links, Shown
from bot.words import Words
from db.columns import COLUMNS, PRIVATE, Cell
from db.vocabulary import Row as Cells
from db.vocabulary import Sheet

MINE, ALL = "mine", "all"
"""What a list is of, when it is not of one record."""

_COLUMNS = 4
_LONGEST = 60
_IN_A_ROW = 5
_FILES = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """One record that was `added`, `changed` or `removed`: as it stood then or stands now, and of a change
    the columns that differ, before and after.
    """

    action: str
    shown: Shown
    before: Cells
    after: Cells


@dataclass(frozen=True, slots=True)
class Item:
    """What somebody did at once. `hidden` counts the records that the reader may not see, `more` those for
    which there is no room.
    """

    batch: int
    at: datetime
    name: str
    changes: tuple[Changed, ...]
    hidden: int
    more: int
    undoing: bool
    undone: bool
    may_undo: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that somebody has kept with the record, or taken away from it."""

    name: str
    by: str
    at: datetime
    gone: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Which history is looked at, and what its reader may see."""

    of: str
    zone: ZoneInfo
    contacts: bool
    may_see_all: bool
    place: Place
    files: tuple[Kept, ...] = ()
    """What became of the record's files, the latest first."""


def listing(page: Page[Item], view: View, links: Links, words: Words) -> Reply:
    """A page of the history, the latest first."""
    items = [join(_item(number, item, view, links, words)) for number, item in enumerate(page.items, 1)]
    of_record = view.of not in {MINE, ALL}
    kind = "record" if of_record else view.of
    head = words(f"history-{kind}", n=page.total, id=f"/{view.of}")
    files = [_kept(file, view, words) for file in view.files[:_FILES]]
    if len(view.files) > _FILES:
        files.append(words("history-more-files", n=len(view.files) - _FILES))
    items = items or ([] if files else [words(f"history-none-{kind}")])
    text = held(head, [*items, join(files)] if files else items, "\n\n")
    undo = [
        Button(words.plain("history-undo", n=number), Retract(item.batch))
        for number, item in enumerate(page.items, 1)
        if item.may_undo
    ]
    rows = tuple(tuple(undo[at : at + _IN_A_ROW]) for at in range(0, len(undo), _IN_A_ROW))
    turn = turning(page, lambda number: History(view.of, number), words)
    return Reply(text, (*rows, *turn, *_tabs(view, words)), view.place)


def ask_if_sure(item: Item, view: View, links: Links, words: Words) -> Reply:
    """All that would be undone, or the beginning of it."""
    head = words("history-sure", n=len(item.changes) + item.hidden + item.more)
    yes = Button(words.plain("history-yes"), Undo(item.batch))
    back = Button(words.plain("button-back"), History(view.of, 0))
    return Reply(held(head, [join(_item(1, item, view, links, words))]), ((yes,), (back,)), view.place)


def _tabs(view: View, words: Words) -> tuple[Row, ...]:
    if view.of not in {MINE, ALL}:
        back = Open(view.of[0], int(view.of[1:]))
        return ((Button(words.plain("button-back"), back),),)
    if not view.may_see_all:
        return ()
    other = ALL if view.of == MINE else MINE
    return ((Button(words.plain(f"history-tab-{other}"), History(other, 0)),),)


def _item(number: int, item: Item, view: View, links: Links, words: Words) -> Iterator[Html]:
    fate = "undone" if item.undone else "undoing" if item.undoing else "batch"
    at = dates.tapped(item.at, view.zone, words)
    yield words.html(f"history-{fate}", n=number, at=at, name=escape(clip(item.name, _LONGEST)))
    for change in item.changes:
        yield _change(change, links, words)
        yield from _columns(change, view, links, words)
    if item.more:
        yield words("history-more", n=item.more)
    if item.hidden:
        yield words("history-hidden", n=item.hidden)


def _kept(file: Kept, view: View, words: Words) -> Html:
    at, name = dates.tapped(file.at, view.zone, words), escape(clip(file.name, _LONGEST))
    by = escape(clip(file.by, _LONGEST))
    return words.html("history-file-gone" if file.gone else "history-file", name=name, by=by, at=at)


def _change(change: Changed, links: Links, words: Words) -> Html:
    said = plain(lines.line(change.shown, links, words))
    return words(f"history-{change.action}", said=clip(said, 2 * _LONGEST))


def _columns(change: Changed, view: View, links: Links, words: Words) -> Iterator[Html]:
    """The columns that differ, where a record was changed and not made or taken away."""
    if change.action != "changed":
        return
    differ = [
        column
        for column in COLUMNS[change.shown.sheet]
        if change.before.get(column.name, "") != change.after.get(column.name, "")
        and column.cell is not Cell.KEY
        and (view.contacts or column.name not in PRIVATE)
    ]
    for column in differ[:_COLUMNS]:
        was, now = (_cell(row.get(column.name, ""), column.name, change.shown.sheet, links, words)
                    for row in (change.before, change.after))  # fmt: skip
        yield words("draft-changed", field=records.label(column, words), was=was, now=now)
    if len(differ) > _COLUMNS:
        yield words("history-columns", n=len(differ) - _COLUMNS)


def _cell(value: str | int, name: str, sheet: Sheet, links: Links, words: Words) -> str:
    if value == "":
        return words.plain("draft-empty")
    column = next(column for column in COLUMNS[sheet] if column.name == name)
    return clip(plain(records.told(column, value, links, words)), _LONGEST)
