"""Which place of a ranking a question asks for after it: "and the second?", "кто следующий?". Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.frame import Frame
from bot.ask.scene import Scene
from db.query import Measure, Query

_BESIDE = (
    "place", "stand", "who", "which", "what", "and", "what about", "in_", "to", "came", "they", "of them",
    "count", "copies", "where", "held",
)  # fmt: skip
_MOVING = ("got", "gave", "send", "gifted", "bought", "lent")
"""`how much did the second one get?` asks of one of them something else."""


def another_place(scene: Scene, before: Query) -> tuple[Query, Frame] | None:
    """The ranking before, at another place: one that is named, or the next after those that were told."""
    if before.measure is not Measure.RANK or scene.mentions or scene.reading.periods:
        return None
    frame = Frame(scene)
    if frame.has(*_MOVING):
        return None
    number = next((n for n in scene.reading.numbers if n.ordinal and 1 <= n.value <= 100), None)
    if number is not None:
        frame.use(number)
        place = int(number.value)
    elif frame.take("next"):
        frame.take("after")
        place = (before.nth or before.limit or 1) + 1
    else:
        return None
    frame.take(*_BESIDE, "first", "nearest")
    return None if frame.unaccounted() else (replace(before, nth=place, limit=None), frame)
