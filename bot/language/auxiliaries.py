"""Uzbek verbs that lean on another one: `aytib yuboring`, `qilib turibdi`, `yubora oldikmi`.

The first verb says what is done; the second one loses its own meaning and carries tense, denial and person.
"""

from __future__ import annotations

from functools import lru_cache

from bot.language.suffixes import Ending, verb_ending

_HELPERS = (
    "yubor", "ber", "ol", "qoy", "tur", "yot", "ket", "qol", "tashla", "bol", "chiq", "ot", "kel", "bor",
    "tush", "yur",
)  # fmt: skip
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=8192)
def helper(before: str, key: str) -> Ending | None:
    """What the word `key` adds to the verb `before`, if it only helps it; None where it stands by itself."""
    if not _leans(before):
        return None
    for stem in _HELPERS:
        if before.endswith("b") or stem in {"ol", "ber"}:
            ending = verb_ending(key.removeprefix(stem)) if key.startswith(stem) else None
            if ending is not None:
                return ending
    return None


def _leans(word: str) -> bool:
    """A verb in `-ib` (having done), or in `-a`, `-y` (able to do)."""
    return len(word) > 3 and (word.endswith(("ib", "a", "y")) or (word[-1] == "b" and word[-2] in _VOWELS))


def merged(main: Ending, added: Ending) -> Ending:
    """The ending of the verb as a whole: the helper's, and what the main verb says of voice and denial."""
    return added._replace(negative=main.negative or added.negative, passive=main.passive or added.passive)
