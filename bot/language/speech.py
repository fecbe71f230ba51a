"""Which of the four writing systems a text is in, where at least two of its words say so."""

from __future__ import annotations

from collections import Counter

from bot.language.reading import Reading
from bot.language.scripts import is_cyrillic
from db.vocabulary import Language

_UZBEK_LETTERS = frozenset("ўқғҳ")


def language(reading: Reading) -> Language | None:
    """The language and script of the text; None where fewer than two words decide it."""
    votes: Counter[str] = Counter()
    scripts: Counter[bool] = Counter()
    for at, token in enumerate(reading.tokens):
        if token.is_number:
            continue
        scripts[token.is_cyrillic] += 1
        tongues = {s.language for s in reading.senses if s.start <= at < s.end}
        if _UZBEK_LETTERS & set(token.low) or any(c in token.written for c in "öğşçÖĞŞÇ"):
            tongues = {"uz"}
        elif set("ыщё") & set(token.written.casefold()):
            tongues = {"ru"}
        if len(tongues) == 1:
            votes[tongues.pop()] += 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    if ranked[0][0] == "uz":
        words = [t.written for t in reading.tokens if not t.is_number]
        cyrillic = sum(is_cyrillic(word) for word in words)
        return Language.UZ_CYRL if cyrillic * 2 > len(words) else Language.UZ_LATN
    return Language(ranked[0][0])
