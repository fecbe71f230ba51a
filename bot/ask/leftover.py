"""A word that nobody knows and that hardly bears on the one fact asked of one record: it is left out, and
that is said. Pure.

`kim masʼul etib qoʻyilgan`, `formally lapse`: the fact is named, the record is named, and what is left over
is an auxiliary or an adverb. In a list or a figure any word may narrow what is counted: there nothing is left
out.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.frame import Candidate, Frame
from bot.ask.gate import unheard
from bot.language import russian
from bot.language.suffixes import verb_ending
from bot.language.tokens import Token
from db.query import Field, Measure, Query
from db.vocabulary import Sheet

_ABOUT = frozenset((Sheet.AGREEMENTS, Sheet.APPROVALS, Sheet.PARTNERS, Sheet.PROGRAMMES))
_ADVERB = ("ly",)
_UNNAMED = ((Field.TERM,), (Field.STAGE, Field.HOLDER))
"""What `when` and `where` ask of a paper if no other word says it: the verb left over may be that word."""


def forgiving(found: list[Candidate]) -> Candidate | None:
    """The surest candidate that leaves out one light word, with that said; None where there is none."""
    for candidate in found:
        left = _left_out(candidate.frame, candidate.query)
        if left is not None:
            candidate.frame.assume("left-out", word=candidate.frame.scene.reading.written((left,)))
            return replace(candidate, weight=candidate.weight - 1)
    return None


def _left_out(frame: Frame, query: Query) -> int | None:
    """The place of the one word that is left over, where it is a light one and one fact is asked of one."""
    definite = len(query.partners) == 1 or len(query.records) == 1 or len(query.countries + query.cities) == 1
    named = query.measure is Measure.FIELD and query.fields not in _UNNAMED
    if not named or query.subject not in _ABOUT or not definite:
        return None
    left = {*frame.unaccounted(), *unheard(frame, query)}
    if len(left) != 1 or frame.scene.reading.guesses:
        return None
    (at,) = left
    known = any(s.start <= at < s.end for s in frame.scene.reading.senses)
    mentioned = any(at in m.places for m in frame.scene.reading.mentions)
    return at if not (known or mentioned) and _is_light(frame.scene.reading.tokens[at]) else None


def _is_light(token: Token) -> bool:
    """A verb, an adverb or a particle, and no denial: no name, no number, no thing."""
    if token.is_number or not token.written.islower() or len(token.written) < 3:
        return False
    if token.is_cyrillic and russian.is_word(token.low):
        return russian.is_light(token.low) and not token.low.startswith(("не", "без"))
    return token.low.endswith(_ADVERB) or _is_uzbek_verb(token.key)


def _is_uzbek_verb(key: str) -> bool:
    """`qoʻyilgan`, `belgilab`: whatever ends as a verb does and does not deny."""
    endings = [verb_ending(key[at:]) for at in range(2, len(key) - 1)]
    known = [ending for ending in endings if ending is not None]
    return bool(known) and not any(ending.negative for ending in known)
