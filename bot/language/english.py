"""English words under their common endings. Irregular forms stand in the lexicon as words of their own."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=32768)
def stems(word: str) -> tuple[str, ...]:
    """The dictionary forms that a lower-case word may have: `registered` → `register`; itself first.

    Of two words drawn together (`we'll`, `haven't`) both are read.
    """
    found = list(singulars(word))
    said = next((whole for short, whole in _DRAWN_TOGETHER.items() if word.endswith(short)), None)
    word = found[0]
    for ending in ("ed", "ing", "er"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                found.append(stem[:-1] + "y")
    return tuple(dict.fromkeys((*found, said) if said else found))


_CONTRACTED = re.compile(r"'(?:s|ve|re|ll|d|m)$")
"""`partner's`, `we've`, `they're`: the word itself says what is meant."""
_DRAWN_TOGETHER = {"n't": "not", "'ll": "will"}
"""What changes the meaning of the word it leans on."""


def singulars(word: str) -> tuple[str, ...]:
    """The word and its singulars, the possessive taken off: `libraries` → `libraries`, `librarie`,
    `library`.
    """
    word = _CONTRACTED.sub("", word).replace("'", "")
    found = [word]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
    return tuple(found)


def inflected(word: str) -> tuple[str, ...]:
    """The common forms of a dictionary word, for finding it under a slip of the pen."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return (word, plural, word + "d" if word.endswith("e") else word + "ed", word.removesuffix("e") + "ing")
