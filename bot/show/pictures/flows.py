"""What came and what went, in copies: by year above, by partner below. Pure.

Only recorded counts are drawn; what has no count or no date is said in the caption, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.show import dates
from bot.show.pictures import canvas
from bot.show.pictures.canvas import BLUE, FAINT, INK, RULE, SMALL, TEAL
from bot.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PARTNERS, MOST_YEARS = 12, 12


@dataclass(frozen=True, slots=True)
class Flow:
    """Copies received and sent under one heading: a year or a partner's name."""

    name: str
    received: int
    sent: int

    @property
    def total(self) -> int:
        return self.received + self.sent


def flows(years: Sequence[Flow], partners: Sequence[Flow], subtitle: str, words: Words) -> bytes:
    """The picture; `years` in order, `partners` any."""
    largest = sorted(partners, key=lambda flow: (-flow.total, flow.name))[:MOST_PARTNERS]
    latest = years[-MOST_YEARS:]
    lower = 0.5 + 0.33 * len(largest)
    figure, axes = canvas.paper(
        1.0 + lower + (2.0 if latest else 0.0), words.plain("picture-flows"), subtitle
    )
    if latest:
        axes.remove()
        above, axes = figure.subplots(2, 1, height_ratios=[2.0, lower])
        canvas.bare(above)
        _by_year(above, latest, words)
    _by_partner(axes, largest, words)
    return canvas.png(figure)


def _by_year(axes: Axes, years: Sequence[Flow], words: Words) -> None:
    places = range(len(years))
    most = max(max(flow.received, flow.sent) for flow in years) or 1
    for shift, colour, side in ((-0.2, TEAL, "received"), (0.2, BLUE, "sent")):
        heights = [getattr(flow, side) for flow in years]
        label = words.plain(f"picture-{side}")
        axes.bar(
            [place + shift for place in places], heights, width=0.38, color=colour, label=label, zorder=2
        )
        for place, height in zip(places, heights, strict=True):
            if height and len(years) <= 8:
                _number(axes, place + shift, height + most * 0.02, height, words, ha="center", va="bottom")
    axes.set_xticks(list(places), [flow.name for flow in years])
    axes.set_ylim(0, most * 1.15)
    axes.set_yticks([])
    axes.legend(frameon=False, fontsize=SMALL, loc=3, bbox_to_anchor=(0, 1), ncols=2, borderpad=0)


def _by_partner(axes: Axes, partners: Sequence[Flow], words: Words) -> None:
    canvas.bare(axes)
    most = max(max(flow.received, flow.sent) for flow in partners) or 1
    for line, flow in enumerate(partners):
        axes.barh(line, -flow.received, height=0.6, color=TEAL, zorder=2)
        axes.barh(line, flow.sent, height=0.6, color=BLUE, zorder=2)
        if flow.received:
            _number(axes, -flow.received - most * 0.03, line, flow.received, words, ha="right", va="center")
        if flow.sent:
            _number(axes, flow.sent + most * 0.03, line, flow.sent, words, ha="left", va="center")
    axes.axvline(0, color=INK, linewidth=0.8, zorder=3)
    axes.set_yticks(range(len(partners)), [canvas.label(flow.name) for flow in partners])
    axes.set_ylim(len(partners) - 0.4, -0.9)
    axes.set_xlim(-most * 1.3, most * 1.3)
    axes.set_xticks(
        [-most * 0.65, most * 0.65], [words.plain("picture-received"), words.plain("picture-sent")]
    )
    axes.tick_params(axis="x", labelcolor=FAINT, top=False)
    axes.grid(axis="y", color=RULE, linewidth=0.5, zorder=0)
    axes.set_axisbelow(True)


def _number(axes: Axes, x: float, y: float, value: int, words: Words, *, ha: str, va: str) -> None:
    axes.text(x, y, dates.number(value, words.language), size=SMALL, color=INK, ha=ha, va=va, zorder=4)
