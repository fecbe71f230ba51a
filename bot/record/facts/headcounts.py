"""How many people, told by the number alone: `six of us`, `oltitamiz`, `вшестером`, `трое из Праги`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.language.lexicon import table, words_of
from bot.language.numbers import Number
from bot.language.scripts import fold
from bot.record.facts.scene import Scene
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Headcount:
    """People counted at the tokens `start` … `end` - 1."""

    start: int
    end: int
    count: int
    ours: bool


_OF = frozenset(("of", "из"))
_US = frozenset(("us", "наших", "нас", "our", "ours"))
_THEM = frozenset(("их", "них"))
_THEIRS = frozenset(("theirs",))
_OURS = frozenset(("наших", "bizdan", "биздан", "ours"))
_BEFORE = frozenset(("наших", "их", "ихних"))
_UZBEK = re.compile(r"(?:ta|la|ov|v)(?:la)?(i?miz|lari?|lon|si|i)?(?:ning|ni|ga|dan|da)?$")


@lru_cache(maxsize=16)
def headcounts(scene: Scene) -> tuple[Headcount, ...]:
    """From left to right."""
    return tuple(_found(scene))


def _found(scene: Scene) -> Iterator[Headcount]:
    for at, token in enumerate(scene.tokens):
        if token.is_number or scene.when_at(at) is not None:
            continue
        if (count := _together(token.low)) is not None:
            yield Headcount(at, at + 1, count, ours=True)
        elif (uzbek := _in_uzbek(scene, at)) is not None:
            yield uzbek
    for number in scene.counted:
        if number.value == int(number.value) and not number.roman and scene.when_at(number.start) is None:
            yield from _counted(scene, number)


def _counted(scene: Scene, number: Number) -> Iterator[Headcount]:
    behind, count = scene.low(number.end), int(number.value)
    if behind in _OF and scene.low(number.end + 1) in _US | _THEIRS and scene.has("log.exchange"):
        return  # `7 books for 7 of ours`
    if behind in _OF and scene.low(number.end + 1) in _US:
        # `two of our books` counts no people.
        own = scene.low(number.end + 2) == "own"
        of_us = (
            own
            or scene.low(number.end + 1) != "our"
            or scene.at(number.end + 2, "people", "staff") is not None
        )
        if of_us and not (behind == "из" and scene.at(number.end + 2, "material.") is not None):
            yield Headcount(number.start, number.end + 2, count, ours=True)
    elif behind in _OF and scene.low(number.end + 1) in _THEIRS:
        yield Headcount(number.start, number.end + 2, count, ours=False)
    elif scene.low(number.start - 1) in _BEFORE and not _something(scene, number.end):
        yield Headcount(number.start - 1, number.end, count, ours=scene.low(number.start - 1) == "наших")
    elif scene.low(number.start - 2) == "нас" and scene.low(number.start - 1) == "было":
        yield Headcount(number.start - 2, number.end, count, ours=True)
    elif (
        behind in _OURS
        and scene.before(number.end) == " "
        and scene.at(number.end + 1, "people", "staff", "material.", "copies") is None
    ):
        yield Headcount(number.start, number.end + 1, count, ours=True)
    elif scene.low(number.start - 1) in {"нас"} | _THEM and _stands_alone(scene, number):
        yield Headcount(number.start, number.end, count, ours=scene.low(number.start - 1) == "нас")
    elif behind == "нас" or (scene.low(number.start - 1) == "нас" and scene.low(number.start) in _russian()):
        yield Headcount(number.start, number.end + (behind == "нас"), count, ours=True)
    elif scene.low(number.start) in _russian() and not _something(scene, number.end):
        yield Headcount(number.start, number.end, count, ours=False)


def _stands_alone(scene: Scene, number: Number) -> bool:
    """`нас 8, их 6`: nothing behind the number says what is counted."""
    alone = number.end >= len(scene.tokens) or bool(scene.before(number.end).strip())
    return alone and scene.low(number.start - 2) not in {"у", "для", "из"}


def _something(scene: Scene, place: int) -> bool:
    """Whether a word behind says what is counted: `двое суток`, `трое сотрудников`."""
    return scene.at(place, "material.", "copies", "day", "people", "staff", "log.guest") is not None


def _in_uzbek(scene: Scene, at: int) -> Headcount | None:
    """`uchovimiz`, `ikkalamiz`, `oltitamiz`, `beshovi`, `ikki kishimiz`."""
    key = scene.tokens[at].key
    if (found := _UZBEK.search(key)) is None or found[1] is None:
        return None
    count = _uzbek_number(key[: found.start()])
    if count is None:
        return None
    return Headcount(at, at + 1, count, ours=found[1].endswith("miz"))


@lru_cache(maxsize=1024)
def _uzbek_number(stem: str) -> int | None:
    return _uzbek().get(stem)


@lru_cache(maxsize=1)
def _uzbek() -> dict[str, int]:
    words = {
        fold(word.replace("ʻ", "'").replace("ʼ", "'")): int(value)
        for value, cell in table(Language.UZ_LATN, "numbers").items()
        for word in words_of(cell)
    }
    # `ikkov`, `oltov`, `yettov` lose the last vowel of their number: `ikkala` keeps its own.
    return words | {word.removesuffix("i"): value for word, value in words.items() if value > 1} | {"ikka": 2}


@lru_cache(maxsize=1)
def _russian() -> dict[str, int]:
    return {
        w: int(v)
        for v, cell in table(Language.RU, "collective", "statements").items()
        for w in words_of(cell)
    }


def _together(low: str) -> int | None:
    """`вдвоём`, `вшестером`."""
    cells = table(Language.RU, "together", "statements")
    return next((int(v) for v, cell in cells.items() if low.replace("ё", "е") in words_of(cell)), None)
