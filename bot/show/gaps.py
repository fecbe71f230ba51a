"""What is not recorded yet: how much of each kind, and the records of one kind, each a tap away. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.html import join
from bot.report.gaps import Gap
from bot.show import dates
from bot.show.buttons import Gaps, GapsOf
from bot.show.lines import item
from bot.show.paging import held, page_of, turning
from bot.show.reply import Button, Place, Reply
from bot.words import Words
from db.result import Result


def overview(found: Mapping[Gap, int], today: date, words: Words, place: Place, *, may_log: bool) -> Reply:
    """How many records have each gap, with a button to them; or that there is none."""
    open_ = {gap: n for gap, n in found.items() if n}
    if not open_:
        return Reply(words("gaps-none"), place=place)
    head = words("gaps-head", date=dates.day(today, words))
    lines = join([words(f"gaps-{gap}", n=n) for gap, n in open_.items()])
    rows = tuple((Button(words.plain(f"gaps-show-{gap}", n=n), GapsOf(gap, 0)),) for gap, n in open_.items())
    how = (words("gaps-how"),) if may_log else ()
    return Reply(join((head, lines, *how), "\n\n"), rows, place)


def listing(gap: Gap, result: Result, number: int, words: Words) -> Reply:
    """A page of the records with that gap."""
    page = page_of(result.records, number)
    back = ((Button(words.plain("gaps-back"), Gaps()),),)
    text = held(words(f"gaps-{gap}", n=page.total), [item(record, result, words) for record in page.items])
    return Reply(text, (*turning(page, lambda to: GapsOf(gap, to), words), *back), Place.PRESSED)
