"""What was not understood, and what an administrator can do about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 100
"""Letters of a name that is added."""
_ENDINGS = ("gacha", "гача", "ning", "нинг", "dan", "дан", "ga", "га")
"""Uzbek endings that say to, from, of. Whether one is said with a name or is part of it, as in Malaga, only
people know.
"""
_STEM = 4


@dataclass(frozen=True, slots=True)
class Misses:
    """Show a page of what was not understood, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenMiss:
    """Show one of them, with what can be done. `cut`: the name's ending is no part of it."""

    no: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Call:
    """From now on the partner is called so too."""

    no: int
    partner: int
    cut: bool


@dataclass(frozen=True, slots=True)
class CallAnother:
    """It is the name of a partner who is not offered: ask which."""

    no: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Pass:
    """Take it off the list, with nothing done."""

    no: int


def alias(name: str, *, cut: bool = False) -> str:
    """A name as somebody wrote it in a question, as another name of a partner: without what parts the names
    of a cell. With `cut`, without the ending that says to or from. It is found again in any case.
    """
    plain = " ".join(name.replace(";", " ").split())[:LONGEST].strip('?!.,:«»"“” ')
    ending = _ending(plain) if cut else ""
    return plain[: -len(ending)].rstrip("'ʼ’-") if ending else plain


def has_ending(name: str) -> bool:
    """Whether the name, as written, ends in what may be no part of it."""
    return bool(_ending(alias(name)))


def _ending(plain: str) -> str:
    """The ending that may be no part of it; none where too little would be left to tell anything."""
    found = (e for e in _ENDINGS if plain.casefold().endswith(e) and len(plain) - len(e) >= _STEM)
    return next(found, "")
