"""The map of partners: their countries coloured, in each the number of partners. Pure.

The paper shows the part of the world where partners are. Borders are those of Natural Earth, and no opinion
of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.show import dates
from bot.show.pictures import canvas
from bot.show.pictures.canvas import BLUE, FAINT, LAND, PAPER, SMALL, TEAL
from bot.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARGIN, _LEAST = 14.0, 70.0
"""Degrees around the outermost partners, and the least that the paper is wide."""


def world(shapes: bytes, partners: Mapping[str, int], home: str | None, words: Words) -> bytes:
    """The picture. `partners` counts them by country (ISO 3166 alpha-2); `home` is our own."""
    countries: dict[str, Any] = json.loads(shapes)
    there = {code: number for code, number in partners.items() if code in countries}
    middles = {code: countries[code]["middle"] for code in (*there, *([home] if home in countries else ()))}
    left, right, low, high = _bounds(list(middles.values()))
    height = canvas.WIDTH * (high - low) / (right - left) * 1.25
    subtitle = words.plain("picture-world-of", partners=sum(partners.values()), countries=len(partners))
    figure, axes = canvas.paper(height + 0.7, words.plain("picture-world"), subtitle)
    _land(axes, countries, there, home)
    for code, number in there.items():
        _mark(axes, middles[code], str(number))
        if _stands_free(code, middles, right - left):
            (x, y), name = middles[code], dates.country(code, words.language)
            axes.text(x, y - (right - left) / 45, name, size=6.5, color=FAINT, ha="center", va="top")
    axes.set(xlim=(left, right), ylim=(low, high), xticks=[], yticks=[], aspect=1.25)
    axes.set_facecolor(PAPER)
    figure.text(0.975, 0.012, words.plain("picture-world-source"), size=6, color=FAINT, ha="right")
    return canvas.png(figure)


def _land(axes: Axes, countries: Mapping[str, Any], there: Mapping[str, int], home: str | None) -> None:
    from matplotlib.collections import PolyCollection

    for colour, wanted in ((LAND, None), ("#a9c8ea", set(there)), (TEAL, {home})):
        rings = [
            ring
            for code, country in countries.items()
            if code != "AQ" and (wanted is None or code in wanted)
            for ring in country["rings"]
        ]
        axes.add_collection(PolyCollection(rings, facecolor=colour, edgecolor=PAPER, linewidth=0.5))


def _mark(axes: Axes, middle: tuple[float, float], text: str) -> None:
    axes.plot(*middle, marker="o", markersize=13, color=BLUE, markeredgecolor=PAPER, zorder=4)
    axes.text(*middle, text, color=PAPER, size=SMALL, weight="bold", ha="center", va="center", zorder=5)


def _stands_free(code: str, middles: Mapping[str, tuple[float, float]], width: float) -> bool:
    """Whether there is room for its name: no other mark near."""
    x, y = middles[code]
    return not any(
        other != code and abs(x - x2) < width / 9 and abs(y - y2) < width / 16
        for other, (x2, y2) in middles.items()
    )


def _bounds(middles: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """West, east, south and north of the paper."""
    xs, ys = [x for x, _ in middles], [y for _, y in middles]
    left, right = min(xs) - _MARGIN, max(xs) + _MARGIN
    low, high = max(min(ys) - _MARGIN, -58), min(max(ys) + _MARGIN, 80)
    spare = (_LEAST - (right - left)) / 2
    if spare > 0:
        left, right = left - spare, right + spare
    tall = (right - left) * 0.5
    if high - low < tall:
        middle = (low + high) / 2
        low, high = middle - tall / 2, middle + tall / 2
    return left, right, low, high
