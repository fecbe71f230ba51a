"""Words that ask nothing of the registry but point at the answer before them: "why?", "list them". Pure."""

from __future__ import annotations

from datetime import date
from functools import cache

from bot.ask.frame import Frame
from bot.ask.further import Step
from bot.ask.scene import Scene
from bot.language.names import Gazetteer
from bot.language.reading import Reading
from bot.language.scripts import fold
from bot.words import heard

_POINTING = ("this", "that", "they", "of them", "all", "and", "what about")
_BESIDE = {Step.HOW: ("number", "count", "total", "copies"), Step.RECORDS: ("record", "total")}
"""What may stand beside such a word: what an answer, or what is behind it, is called."""
_NAMED = {Step.HOW: ("why",), Step.RECORDS: ("list", "show")}
_HEARD = {Step.HOW: "how-heard", Step.RECORDS: "records-heard"}


def referred(reading: Reading, gazetteer: Gazetteer, today: date) -> Step | None:
    """The step after an answer that the words ask for, where they say nothing else."""
    scene = Scene.of(reading, gazetteer, today)
    said = fold(reading.text.strip(" .,!?…"))
    for step, named in _NAMED.items():
        if said in _phrases(step):
            return step
        frame = Frame(scene)
        if frame.take(*named) and not (scene.mentions or reading.periods or reading.numbers):
            frame.take(*_POINTING, *_BESIDE[step])
            if not frame.unaccounted():
                return step
    return None


@cache
def _phrases(step: Step) -> frozenset[str]:
    return frozenset(map(fold, heard(_HEARD[step])))
