"""Which one of several agreements is meant: the first, the second, the new one, the one in force. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from bot.language.lexicon import Sense
from bot.language.numbers import Number
from bot.language.phrases import Known
from db.query import Condition, Measure, Query

_NTH = {"first": 1, "oldest": 1, "last": -1, "newest": -1, "new": -1}
_ADJECTIVES = (*_NTH, "in force", "ended", "previous")


def is_one_of_several(frame: Frame) -> bool:
    """Is a word said that tells one of a partner's agreements from the others?"""
    return bool(_told(frame) or _ordinal(frame))


def the_one(frame: Frame, base: Query) -> Query:
    """The query for that one alone, its words accounted for."""
    if number := _ordinal(frame):
        frame.use(number)
        for sense in frame.senses("first"):
            if sense.start == number.start:
                frame.use(sense)
        return replace(base, nth=int(number.value))
    for sense in _told(frame):
        frame.use(sense)
        match sense.concept:
            case "in force":
                base = replace(base, conditions=(Condition.IN_FORCE,))
            case "ended" | "previous":
                base = replace(base, conditions=(Condition.NOT_IN_FORCE,), nth=-1)
            case concept:
                base = replace(base, nth=_NTH[concept])
    return base


def without_extreme(ask: Asking) -> Asking:
    """What is asked of the one, once it is told which one."""
    return replace(ask, extreme=None if ask.extreme in {Measure.FIRST, Measure.LAST} else ask.extreme)


def _ordinal(frame: Frame) -> Number | None:
    """`второй меморандум`, `the second agreement`, `2-shartnoma`: beside the paper, or behind a question
    about it.
    """
    nouns, verbs = _papers(frame), _verbs(frame)
    return next(
        (
            n
            for n in frame.scene.reading.numbers
            if n.ordinal
            and n.value < 10
            and n.start not in verbs
            and (_beside(frame, n.end, nouns) or frame.scene.before)
        ),
        None,
    )


def _papers(frame: Frame) -> set[int]:
    """Where a paper is named, also within a phrase: `shartnoma raqami`."""
    phrases = [s for s in frame.senses("number", "term", "end", "kind of paper") if s.end - s.start > 1]
    return {s.start for s in (*frame.senses("agreement", "agreement."), *phrases)}


def _told(frame: Frame) -> list[Sense]:
    """Words that stand before the paper: `the new memorandum`, `действующий договор`, `avvalgi bitim`."""
    nouns, verbs = _papers(frame), _verbs(frame)
    return [
        s
        for s in frame.senses(*_ADJECTIVES)
        if _beside(frame, s.end, nouns)
        and not s.ending.asks
        and s.start not in verbs
        and not (s.concept == "in force" and s.language == "ru" and not _is_adjective(frame.low(s.end - 1)))
    ]


def _is_adjective(low: str) -> bool:
    """`действующий договор`; not `на сколько рассчитан договор`."""
    return low.endswith(
        ("й", "ая", "яя", "ое", "ее", "ые", "ие", "го", "му", "им", "ым", "их", "ых", "ую", "юю")
    )


def _verbs(frame: Frame) -> set[int]:
    """Behind a verb: `which ends first, the Polish contract or …` tells of the ending."""
    return {s.end for s in frame.senses("end", "start", "sign", "signing") if s.language == "en"}


def _beside(frame: Frame, at: int, nouns: set[int]) -> bool:
    """Does the paper follow, at most a name or a harmless word between?"""
    named = {
        p for m in frame.mentions(Known.PARTNER, Known.COUNTRY, Known.CITY, Known.AGREEMENT) for p in m.places
    }
    harmless = {p for s in frame.senses("filler", "ours", "inst.") for p in range(s.start, s.end)}
    while at in named | harmless and at not in nouns:
        at += 1
    return at in nouns
