"""An English word under an Uzbek ending: `cityda`, `internshipga`. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.suffixes import Ending, noun_ending

_ENDINGS = ("da", "dan", "ga", "ni", "ning", "lar", "lari", "larni", "larda", "dagi", "gacha")


def borrowed(key: str) -> Iterator[tuple[str, Ending]]:
    """The stems it may have, each with what the ending says."""
    for rest in _ENDINGS:
        ending = noun_ending(rest)
        if key.endswith(rest) and len(key) > len(rest) + 3 and ending is not None:
            yield key.removesuffix(rest), ending
