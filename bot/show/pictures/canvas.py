"""The paper that every picture is drawn on: its size, its colours, its letters. Readable on a phone."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING

from bot.html import clip

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 6.4
"""Inches; with DPI, 1,280 pixels: what Telegram shows without shrinking."""
DPI = 200
INK, FAINT, RULE, PAPER = "#20303f", "#7a8794", "#dfe4e8", "#ffffff"
BLUE, TEAL, RED, GREY, LAND = "#2f6db5", "#1f9a8a", "#d0433b", "#b4bcc4", "#eceff2"
TINY, SMALL, LARGE = 7.0, 8.5, 12.0
"""Points."""
_ROW = 27
"""Letters of a name that stand beside a line."""


def paper(height: float, title: str, subtitle: str) -> tuple[Figure, Axes]:
    """A figure of that many inches with its heading, and the axes to draw in."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    room = ConstrainedLayoutEngine(rect=(0.01, 0.01, 0.98, 1 - 0.62 / height))
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=PAPER, layout=room)
    figure.text(0.025, 1 - 0.16 / height, title, size=LARGE, weight="bold", color=INK, va="top")
    figure.text(0.025, 1 - 0.40 / height, subtitle, size=SMALL, color=FAINT, va="top")
    axes = figure.add_subplot()
    bare(axes)
    return figure, axes


def bare(axes: Axes) -> None:
    """No frame, small grey ticks: the data speak."""
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=INK)
    axes.tick_params(axis="y", labelsize=TINY + 0.5)


def label(name: str) -> str:
    """A name beside its line: on two rows at most."""
    rows = textwrap.wrap(name, _ROW)
    return "\n".join(rows if len(rows) <= 2 else (rows[0], clip(" ".join(rows[1:]), _ROW)))


def png(figure: Figure) -> bytes:
    """The finished picture."""
    page = io.BytesIO()
    figure.savefig(page, format="png")
    return page.getvalue()
