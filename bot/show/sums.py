"""Figures as the first line of an answer: with their unit, and what they are figures of. Pure."""

from __future__ import annotations

from re import findall

from bot.html import Html, clip, escape, join
from bot.show.dates import decimal, number
from bot.show.lines import amount
from bot.show.portions import key_said, parts, portion_said
from bot.show.understood import filters
from bot.words import Words
from db.query import Group, Query, Unit
from db.result import Result
from db.vocabulary import Exchange, Sheet

_LINE = 450
_FIGURES = 8
"""Letters and figures that can still be read at a glance."""


def headed(figure: str, query: Query, result: Result, words: Words) -> Html:
    """The figure and what it is of."""
    what = filters(query, result, words)
    return words("answer-figure", figure=figure, what=what) if what else words("answer-bare", figure=figure)


def is_one_line(text: str) -> bool:
    """Short enough to be read at a glance."""
    return len(text) <= _LINE and len(findall(r"\d+", text)) <= _FIGURES


def moved(query: Query, result: Result, words: Words) -> Html:
    """Exchanges that are listed: their copies, either way by itself; how many do not say."""
    found = [record for record in result.records if isinstance(record, Exchange)]
    ways = {
        way: [r for r in found if r.direction is way] for way in dict.fromkeys(r.direction for r in found)
    }
    said = {
        way: amount(sum(r.quantity or 0 for r in of), Unit.COPIES, query.subject, words)
        if any(r.quantity is not None for r in of)
        else words.plain("answer-no-figure")
        for way, of in ways.items()
    }
    figures = [
        words.plain(f"answer-{way.value}", figure=figure) if len(said) > 1 else figure
        for way, figure in said.items()
    ]
    head = headed(", ".join(figures), query, result, words)
    silent = sum(record.quantity is None for record in found)
    return join([head, words("note-uncounted", n=silent)], ". ") if silent else head


def balance(query: Query, result: Result, words: Words) -> Html:
    """Either way, together, and what is between them."""
    by_key = {p.key: p for p in result.portions}
    sides = [
        portion_said(by_key[side], result, words) if side in by_key else words.plain("answer-no-figure")
        for side in ("received", "sent")
    ]
    said = words.plain(
        "answer-balance",
        received=sides[0],
        sent=sides[1],
        total=number(sum(p.figure for p in result.portions), words.language),
        figure=number(round(result.figure or 0), words.language),
    )
    return headed(said, query, result, words)


_HOW_MANY = {
    Group.PARTNER: "answer-n-partners", Group.COUNTRY: "answer-n-countries", Group.YEAR: "answer-years",
}  # fmt: skip
"""What the parts of a figure are, where only those of some size are wanted."""


def _of_size(query: Query, result: Result, words: Words) -> Html:
    """How many of them come to so much, and which."""
    named = _HOW_MANY.get(query.group or Group.PARTNER)
    n = len(result.portions)
    if not n:
        return headed(words.plain("answer-no-such"), query, result, words)
    count = words.plain(named, n=n) if named else number(n, words.language)
    return join([headed(count, query, result, words), parts(result, words)])


def compare(query: Query, result: Result, words: Words) -> Html:
    if query.total_at_least is not None or query.total_at_most is not None:
        return _of_size(query, result, words)
    """What was set side by side; a whole that was split stands before its parts."""
    said = parts(result, words)
    whole = _whole(query, result, words)
    if len(result.portions) == 2 and not result.uncounted and not whole:
        first, second = (portion.figure for portion in result.portions)
        apart = words("answer-difference", figure=number(abs(round(first - second)), words.language))
        said = join([said, apart], "; ")
    # Who they are comes first, how much of each below.
    names = escape(clip("; ".join(key_said(p, result, words) for p in result.portions), _LINE))
    head, below = (said, Html("")) if is_one_line(said) else (names, said)
    if whole:
        head = words.html("answer-whole", whole=escape(whole), parts=head)
    what = escape(filters(query, result, words))
    line = (
        words.html("answer-figure", figure=head, what=what)
        if what
        else words.html("answer-bare", figure=head)
    )
    return join([line, below]) if below else line


_APART = frozenset((
    Group.PARTNER, Group.COUNTRY, Group.YEAR, Group.MONTH, Group.MATERIAL, Group.KIND, Group.BASIS,
))  # fmt: skip
"""By what no record is in two parts."""


def _whole(query: Query, result: Result, words: Words) -> str:
    """The figure of which all is split; nothing where the question itself named the sides, or where what came
    and what went would be added up unasked.
    """
    sides = (query.partners, query.countries, query.cities, query.among, query.materials, query.kinds)
    if query.group not in _APART or any(len(side) > 1 for side in sides):
        return ""
    if query.subject is Sheet.EXCHANGES and query.direction is None and query.unit is not Unit.RECORDS:
        return ""
    return amount(sum(portion.figure for portion in result.portions), query.unit, query.subject, words)


def average(query: Query, result: Result, words: Words) -> Html:
    """So much of each, to one place."""
    figure = result.figure or 0
    if round(figure, 1) == round(figure):
        said = amount(figure, query.unit, query.subject, words)
    else:
        said = words.plain(f"average-{query.unit.value}", figure=decimal(figure, words.language))
    return headed(words.plain("answer-average", figure=said), query, result, words)


def share(query: Query, result: Result, words: Words) -> Html:
    """The part of the whole, in percent and as it is."""
    part, whole = result.portions
    said = words.plain(
        "answer-share",
        percent=decimal(result.figure or 0, words.language),
        part=amount(part.figure, query.unit, query.subject, words),
        whole=number(whole.figure, words.language),
    )
    return headed(said, query, result, words)
