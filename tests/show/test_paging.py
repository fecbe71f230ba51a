"""Pages: every item stands on one of them, and no page is too long for a message, whatever it holds."""

from hypothesis import given
from hypothesis import strategies as some

from bot.html import escape, units
from bot.show.buttons import Action, Events
from bot.show.paging import SIZE, held, page_of, turning
from bot.show.reply import TEXT_LIMIT, Button
from bot.words import Words
from db.vocabulary import Language

WORDS = Words(Language.EN)


@given(some.lists(some.integers(), max_size=55))
def test_every_item_stands_on_exactly_one_page(items: list[int]) -> None:
    pages = [page_of(items, number) for number in range(page_of(items, 0).of)]
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= SIZE for page in pages)


@given(some.integers(-3, 9))
def test_a_page_that_is_gone_is_the_last_one_or_the_first(number: int) -> None:
    page = page_of(range(25), number)
    assert page.items
    assert page.number == min(max(number, 0), 2)


def test_the_ends_of_a_list_cannot_be_turned_over() -> None:
    assert [_actions(number) for number in range(3)] == [[Events(1)], [Events(0), Events(2)], [Events(1)]]
    assert turning(page_of(range(10), 0), Events, WORDS) == ()


def _actions(number: int) -> list[Action]:
    rows = turning(page_of(range(25), number), Events, WORDS)
    return [button.action for row in rows for button in row if isinstance(button, Button)]


@given(some.lists(some.text(max_size=900), min_size=1, max_size=SIZE))
def test_a_page_fits_a_message(texts: list[str]) -> None:
    items = [escape(text) for text in texts]
    page = held(escape("head"), items, "\n\n")
    assert units(page) <= TEXT_LIMIT
    if sum(map(units, items)) < TEXT_LIMIT - 100:
        assert all(item in page for item in items)
