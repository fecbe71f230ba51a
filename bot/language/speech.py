"""Which of the four writing systems a text is in, where two of its words say so or one that only Uzbek
spells.
"""

from __future__ import annotations

import re
from collections import Counter

from bot.language.reading import Reading
from db.vocabulary import Language

_UZBEK_LETTERS = frozenset("ўқғҳ")
_ONLY_UZBEK = re.compile("[ўқғҳ]|[og][\u02bb\u02bc'‘’`]", re.IGNORECASE)


def language(reading: Reading) -> Language | None:
    """The language and script of the text; None where neither two words nor a letter decide it."""
    votes: Counter[str] = Counter()
    cyrillic: Counter[str] = Counter()
    for at, token in enumerate(reading.tokens):
        if token.is_number:
            continue
        tongues = {s.language for s in reading.senses if s.start <= at < s.end}
        # Of a known word, not of a name: O'Brien, a dog's.
        weight = 2 if tongues == {"uz"} and _ONLY_UZBEK.search(token.written) else 1
        if _UZBEK_LETTERS & set(token.low) or any(c in token.written for c in "öğşçÖĞŞÇ"):
            tongues = {"uz"}
        elif set("ыщё") & set(token.written.casefold()):
            tongues = {"ru"}
        if len(tongues) == 1:
            tongue = tongues.pop()
            votes[tongue] += weight
            cyrillic[tongue] += weight * token.is_cyrillic
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    tongue, said = ranked[0]
    if tongue != "uz":
        return Language(tongue)
    # A title may be in another script; the words that made it Uzbek say in which one it is asked.
    return Language.UZ_CYRL if cyrillic["uz"] * 2 > said else Language.UZ_LATN
