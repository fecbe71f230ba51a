"""What was not understood, and what an administrator can do about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 100
"""Letters of a name that is added."""
_ENDINGS = ("gacha", "гача", "ning", "нинг", "dan", "дан", "ga", "га")
"""Uzbek endings that say to, from, of: no part of a name. The short ones stay where a name would become too
short to tell anything.
"""
_STEM = 4


@dataclass(frozen=True, slots=True)
class Misses:
    """Show a page of what was not understood, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenMiss:
    """Show one of them, with what can be done."""

    no: int


@dataclass(frozen=True, slots=True)
class Call:
    """From now on the partner is called so too."""

    no: int
    partner: int


@dataclass(frozen=True, slots=True)
class CallAnother:
    """It is the name of a partner who is not offered: ask which."""

    no: int


@dataclass(frozen=True, slots=True)
class Pass:
    """Take it off the list, with nothing done."""

    no: int


def alias(name: str) -> str:
    """A name as somebody wrote it in a question, as another name of a partner: without what parts the names
    of a cell, and without the ending that says to or from. A Russian case stays: names are found in any.
    """
    plain = " ".join(name.replace(";", " ").split())[:LONGEST].strip('?!.,:«»"“” ')
    for ending in _ENDINGS:
        if plain.casefold().endswith(ending) and len(plain) - len(ending) >= _STEM:
            return plain[: -len(ending)].rstrip("'ʼ’-")
    return plain
