"""A long list in pages: what stands on one of them, and the buttons that turn it where it stands. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.html import Html, fit, join, units
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
    number, of = placed(len(items), number, size)
    return Page(tuple(items[number * size : (number + 1) * size]), number, of, len(items))


def placed(total: int, number: int, size: int = SIZE) -> tuple[int, int]:
    """The number of the page that is there to be shown, and how many there are: for those who fetch a page
    alone.
    """
    of = max(1, -(-total // size))
    return min(max(number, 0), of - 1), of


def held(head: Html, items: Sequence[Html], between: str = "\n") -> Html:
    """A head and the lines under it as one message. Should they be too long for one, the longest are cut."""
    return join((head, fit(items, TEXT_LIMIT - units(head) - len(_GAP), between)), _GAP)


def turning(page: Page[T], to: Callable[[int], Action], words: Words) -> tuple[Row, ...]:
    """The row of buttons to the pages before and after; none where there is but one page."""
    row: list[Button] = []
    if page.number > 0:
        row.append(Button(words.plain("page-before"), to(page.number - 1)))
    if page.number < page.of - 1:
        row.append(Button(words.plain("page-after"), to(page.number + 1)))
    return (tuple(row),) if row else ()
