"""Which of the four writing systems a text is in, where at least two of its words say so."""

from __future__ import annotations

from collections import Counter

from bot.language.reading import Reading
from db.vocabulary import Language

_UZBEK_LETTERS = frozenset("ўқғҳ")


def language(reading: Reading) -> Language | None:
    """The language and script of the text; None where fewer than two words decide it."""
    votes: Counter[str] = Counter()
    cyrillic: Counter[str] = Counter()
    for at, token in enumerate(reading.tokens):
        if token.is_number:
            continue
        tongues = {s.language for s in reading.senses if s.start <= at < s.end}
        if _UZBEK_LETTERS & set(token.low) or any(c in token.written for c in "öğşçÖĞŞÇ"):
            tongues = {"uz"}
        elif set("ыщё") & set(token.written.casefold()):
            tongues = {"ru"}
        if len(tongues) == 1:
            tongue = tongues.pop()
            votes[tongue] += 1
            cyrillic[tongue] += token.is_cyrillic
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    tongue, said = ranked[0]
    if tongue != "uz":
        return Language(tongue)
    # A title may be in another script; the words that made it Uzbek say in which one it is asked.
    return Language.UZ_CYRL if cyrillic["uz"] * 2 > said else Language.UZ_LATN
