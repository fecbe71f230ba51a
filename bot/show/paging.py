"""A long list in pages: what stands on one of them, and the buttons that turn it where it stands. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.html import Html, escape, join, plain, units
from bot.show.buttons import Action
from bot.show.reply import TEXT_LIMIT, Button, Row
from bot.words import Words

SIZE = 10
"""How many lines stand on a page."""

_GAP = "\n\n"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of a list. `number` counts from 0, `of` says how many pages there are, `total` how many
    items.
    """

    items: tuple[T, ...]
    number: int
    of: int
    total: int


def page_of(items: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """That page of the list; of a list that has grown shorter since, the last one."""
    of = max(1, -(-len(items) // size))
    number = min(max(number, 0), of - 1)
    return Page(tuple(items[number * size : (number + 1) * size]), number, of, len(items))


def held(head: Html, items: Sequence[Html], between: str = "\n") -> Html:
    """A head and the lines under it as one message. Should they be too long for one, the longest are cut."""
    room = TEXT_LIMIT - units(head) - len(between) * len(items) - len(_GAP)
    if sum(map(units, items)) > room:
        fair = room // len(items)
        items = [item if units(item) <= fair else _cut(item, fair) for item in items]
    return join((head, join(items, between)), _GAP)


def _cut(item: Html, most: int) -> Html:
    """Cut to so many units; its markup goes, for it could not be closed."""
    whole = plain(item).encode("utf-16-le")[: 2 * (most - 1)]
    return escape(whole.decode("utf-16-le", "ignore") + "…")


def turning(page: Page[T], to: Callable[[int], Action], words: Words) -> tuple[Row, ...]:
    """The row of buttons to the pages before and after; none where there is but one page."""
    row: list[Button] = []
    if page.number > 0:
        row.append(Button(words.plain("page-before"), to(page.number - 1)))
    if page.number < page.of - 1:
        row.append(Button(words.plain("page-after"), to(page.number + 1)))
    return (tuple(row),) if row else ()
