"""The keys under which an open word, of a name or a title, is found again: in any alphabet, case or
declension.
"""

from __future__ import annotations

from functools import lru_cache

from bot.language import english, russian
from bot.language.scripts import fold, is_cyrillic, keyboard
from bot.language.suffixes import PLAIN, Ending, noun_ending

_UZBEK_ONLY = frozenset("ўқғҳ")


@lru_cache(maxsize=65536)
def of_name(word: str) -> frozenset[str]:
    """The keys of a word as a name or title holds it."""
    key, low = fold(word), word.casefold().replace("ё", "е")
    keys = {key}
    if is_cyrillic(word):
        keys.add("кл:" + keyboard(word))
        # An abbreviation is no form of the word it looks like: `НИМ` of `он`.
        if not _UZBEK_ONLY & set(low) and not (word.isupper() and len(word) > 1):
            keys |= {fold(lemma) for lemma in russian.lemmas(low)}
    else:
        keys.add("кл:" + keyboard(word))
        keys |= {fold(stem) for stem in english.singulars(low) if len(stem) > 3}
    return frozenset(keys)


@lru_cache(maxsize=65536)
def typed(word: str) -> tuple[tuple[str, Ending], ...]:
    """The keys that a typed word may stand for, the surest first, each with what its ending then says."""
    key, low = fold(word), word.casefold().rstrip("'").replace("ё", "е")
    found: dict[str, Ending] = {key: PLAIN}
    cyrillic = is_cyrillic(word)
    if cyrillic:
        for form in russian.forms(low):
            found.setdefault(fold(form.lemma), form.ending)
        if low.endswith(("овой", "евой", "иной")):
            # A woman's name that no dictionary knows: `Кодировой` is of Kodirova.
            found.setdefault(fold(low[:-2] + "а"), PLAIN)
    else:
        for stem in english.singulars(low):
            found.setdefault(fold(stem), PLAIN)
    for at in range(len(key) - 1, 1, -1):
        ending = noun_ending(key[at:])
        if ending is not None:
            found.setdefault(key[:at], ending)
    if cyrillic:
        for stem, ending in list(found.items()):
            found.setdefault("кл:" + stem, ending)
    return tuple(found.items())
