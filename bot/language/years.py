"""A year as people write it: `2014`, `2014-yilda`, `2014 г.`, `в 2014-м`, `before the year is out`."""

from __future__ import annotations

from bot.language.numbers import Number
from bot.language.page import Page
from bot.language.suffixes import PLAIN, Ending, noun_ending


def tail(page: Page, at: int) -> tuple[int, Ending]:
    """A case joined to figures: `22.06.2014dan`, `2014-dan`."""
    if at < len(page.tokens) and page.tokens[at].joined and not page.tokens[at].is_number:
        ending = noun_ending(page.key(at))
        if ending and ending != PLAIN:
            return at + 1, ending
    if at < len(page.tokens) and page.tokens[at].low in _APART and page.tokens[at].before == " ":
        return at + 1, noun_ending(page.tokens[at].key) or PLAIN
    return at, PLAIN


_APART = frozenset(("da", "dan", "ga", "gacha", "dagi", "ning", "дан", "га", "гача", "даги", "нинг"))
"""Cases that are often written apart from the figures."""


_YEAR_TAILS = frozenset(("г", "гг", "го", "м", "й", "му", "ый", "ом", "ого", "х", "е", "s"))


def year_at(page: Page, at: int) -> tuple[int, int, Ending] | None:
    """A year, the token after it and its ending: `2014`, `2014-yilda`, `2014 г.`, `в 2014-м`."""
    number = page.numbers.get(at)
    if (
        page.means(at, "year")
        and (after := page.numbers.get(at + 1))
        and is_year(page, after)
        and page.tokens[at].low == "year"
    ):
        return int(after.value), after.end, PLAIN
    if number is None and (said := _year_from_today(page, at)):
        return said
    if number is None or not is_year(page, number):
        return None
    end, ending = number.end, number.ending
    if end == at + 1:
        end, ending = tail(page, end) if ending == PLAIN else (end, ending)
    if (unit := page.means(end, "year")) and not page.means(end + 1, "end", "start"):
        return int(number.value), end + 1, unit.ending
    if page.low(end) in _YEAR_TAILS and (page.tokens[end].joined or page.low(end) in {"г", "гг"}):
        end += 1
        if page.means(end, "year"):
            end += 1
    return int(number.value), end, ending


def _year_from_today(page: Page, at: int) -> tuple[int, int, Ending] | None:
    """`этого года`, `kelasi yil`, `of last year`."""
    step = next((step for concept, step in STEPS.items() if page.means(at, concept)), None)
    if page.key(at) == "otgan":
        step = -1
    unit = page.means(at + 1, "year")
    if step is None or unit is None or unit.ending.plural or page.numbers.get(at + 1):
        return None
    return page.today.year + step, at + 2, unit.ending


_COUNTED = ("copies", "titles", "people", "staff")


def is_year(page: Page, number: Number) -> bool:
    if (
        number.pieces
        or number.roman
        or not (1900 <= number.value <= 2100)
        or len(page.tokens[number.start].written) != 4
    ):
        return False
    after = page.senses.get(number.end, ())
    longest = max((sense.end for sense in after), default=0)
    counted = any(
        s.end == longest and (s.concept in _COUNTED or s.concept.startswith("material")) for s in after
    )
    return not counted or bool(page.means(number.end, "year"))


STEPS = {"this": 0, "last": -1, "previous": -1, "next": 1}


def out(page: Page, at: int) -> int:
    """Where `before the year is out`, `by year's end` ends; 0 where it stands not."""
    if page.low(at) not in {"by", "before", "until", "till"}:
        return 0
    after = at + 1 + (page.low(at + 1) in {"the", "this"})
    if page.low(after) not in {"year", "year's", "years"}:
        return 0
    said = [page.low(after + n) for n in (1, 2)]
    if said in (["is", "out"], ["is", "over"], ["s", "end"]):
        return after + 3
    return after + 2 if said[0] in {"end", "ends"} else 0
