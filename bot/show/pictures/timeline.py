"""The agreements' timeline: a bar each from start to end, today's line across them.

What ends within 90 days is red; an end that nobody recorded fades out, an open one runs on in an arrow, an
end known only to the year or month is soft from its first possible day to its last. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.show import dates
from bot.show.agreements import Listed, Section
from bot.show.periods import period
from bot.show.pictures import canvas
from bot.show.pictures.canvas import BLUE, FAINT, GREY, INK, RED, RULE, TEAL
from bot.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 24
"""Bars that stay readable on a phone."""
SOON = timedelta(days=90)
_YEAR = timedelta(days=366)
_REMEMBERED = 5 * _YEAR
_SHOWN = (
    Section.ENDING,
    Section.RENEWING,
    Section.OPEN,
    Section.UPCOMING,
    Section.UNKNOWN,
    Section.OVER,
)

_ENDS = (Section.ENDING, Section.RENEWING, Section.UPCOMING)


@dataclass(frozen=True, slots=True)
class Bar:
    """One agreement on the paper. `sure` is the last day it surely holds, `last` the last it may; None where
    the end is open or not recorded.
    """

    name: str
    section: Section
    first: date
    sure: date | None
    last: date | None
    ends: str
    """The end as it is known, in the reader's words; empty where it is over or not recorded."""


def chosen(every: Sequence[Listed], today: date) -> list[Listed]:
    """The agreements that can be drawn, what ends soonest first: they have a first day, and are no drafts.
    What was over long ago stands there only where nothing else does.
    """
    ordered = sorted(every, key=lambda listed: listed.place)
    drawn = [listed for listed in ordered if listed.section in _SHOWN and _first(listed) is not None]
    recent = [listed for listed in drawn if _matters(listed, today)]
    return (recent or drawn)[:MOST]


def _matters(listed: Listed, today: date) -> bool:
    if listed.section not in {Section.OVER, Section.UNKNOWN}:
        return True
    last = listed.standing.latest_end or _first(listed)
    return last is not None and last >= today - _REMEMBERED


def timeline(every: Sequence[Listed], today: date, words: Words) -> bytes:
    """The picture. `every` is what `chosen` gave, at least one."""
    bars = [_bar(listed, words) for listed in every]
    figure, axes = canvas.paper(
        max(2.4, 1.3 + 0.33 * len(bars)),
        words.plain("picture-timeline"),
        words.plain("picture-as-of", date=dates.day(today, words)),
    )
    left, right = _bounds(bars, today)
    for line, bar in enumerate(bars):
        _draw(axes, line, bar, today, right)
    _frame(axes, bars, left, right)
    axes.axvline(today.toordinal(), color=RED, linewidth=1.1, zorder=3)
    axes.text(
        today.toordinal(), -0.95, words.plain("picture-today"), color=RED, size=canvas.SMALL, ha="center"
    )
    return canvas.png(figure)


def _bar(listed: Listed, words: Words) -> Bar:
    first = _first(listed)
    assert first is not None  # noqa: S101 -- `chosen` left out those without
    now = listed.standing
    name = canvas.label(listed.partner.best(words.language))
    ends = period(now.end, words) if now.end and listed.section in _ENDS else ""
    return Bar(name, listed.section, first, now.earliest_end, now.latest_end, ends)


def _first(listed: Listed) -> date | None:
    term, signed = listed.agreement.term, listed.agreement.signed
    return (term.earliest if term else None) or (signed.earliest if signed else None)


def _bounds(bars: Sequence[Bar], today: date) -> tuple[date, date]:
    """From where to where the paper reaches: ten years back at most where something goes on, so that today's
    matters stay large; on the right there is room for the dates.
    """
    first = min(*(bar.first for bar in bars), today - _YEAR)
    last = min(max([today + _YEAR, *(bar.last for bar in bars if bar.last)]), today + 15 * _YEAR)
    if any(bar.section is not Section.OVER for bar in bars):
        first = max(first, today - 10 * _YEAR)
    return first, last + (last - first) * 0.27


def _colour(bar: Bar, today: date) -> str:
    if bar.section is Section.OVER:
        return GREY
    if bar.section is Section.ENDING and bar.sure and today <= bar.sure <= today + SOON:
        return RED
    return TEAL if bar.section in {Section.OPEN, Section.RENEWING} else BLUE


def _draw(axes: Axes, line: int, bar: Bar, today: date, right: date) -> None:
    colour, first = _colour(bar, today), bar.first.toordinal()
    sure = bar.sure or (right - _YEAR if bar.section is Section.OPEN else min(bar.first + 3 * _YEAR, today))
    if bar.section is Section.UNKNOWN:
        _fade(axes, line, first, max(sure.toordinal(), first + 366), colour)
        return
    axes.barh(line, sure.toordinal() + 1 - first, left=first, height=0.62, color=colour, zorder=2)
    if bar.last and bar.sure and bar.last > bar.sure:
        _fade(axes, line, bar.sure.toordinal(), bar.last.toordinal() + 1, colour)
    if bar.ends:
        edge = f"  {bar.ends}"
        axes.text((bar.last or sure).toordinal() + 1, line, edge, size=canvas.TINY, color=INK, va="center")
    if bar.section in {Section.OPEN, Section.RENEWING}:
        end = min(sure, right).toordinal()
        axes.plot(end, line, marker=">", color=colour, markersize=7, clip_on=False, zorder=4)


def _fade(axes: Axes, line: int, first: int, last: int, colour: str) -> None:
    """A bar that loses its colour: it may end anywhere in it."""
    steps = 12
    width = (last - first) / steps
    for step in range(steps):
        shade, start = 0.85 * (1 - step / steps), first + step * width
        axes.barh(line, width, left=start, height=0.62, color=colour, alpha=shade, linewidth=0, zorder=2)


def _frame(axes: Axes, bars: Sequence[Bar], left: date, right: date) -> None:
    axes.set_xlim(left.toordinal(), right.toordinal())
    axes.set_ylim(len(bars) - 0.4, -0.9)
    axes.set_yticks(range(len(bars)), [bar.name for bar in bars])
    every = max(1, (right.year - left.year) // 6)
    years = [year for year in range(left.year + 1, right.year + 1) if year % every == 0]
    axes.set_xticks([date(year, 1, 1).toordinal() for year in years], [str(year) for year in years])
    axes.tick_params(axis="x", labelcolor=FAINT)
    axes.tick_params(axis="y", labelcolor=INK)
    axes.grid(axis="x", color=RULE, linewidth=0.8, zorder=0)
    axes.set_axisbelow(True)
