"""Persons in a text: a run of names and initials that fits somebody the registry knows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.language import keys
from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.names import Gazetteer
from bot.language.phrases import Known, Target
from bot.language.suffixes import PLAIN, Ending
from bot.language.tokens import Token


def persons(tokens: Sequence[Token], senses: Sequence[Sense], gazetteer: Gazetteer) -> Iterator[Mention]:
    at = 0
    while at < len(tokens):
        found, end, ending = _person(tokens, at, gazetteer)
        common = end == at + 1 and is_common(at, senses)
        if found and not (common and (not tokens[at].written[0].isupper() or _is_question(at, senses))):
            yield Mention(
                Known.PERSON,
                tuple(Target(Known.PERSON, value=p) for p in sorted(found)),
                tuple(range(at, end)),
                How.EXACT,
                ending,
            )
            at = end
        else:
            at += 1


def _is_question(at: int, senses: Sequence[Sense]) -> bool:
    """`Ким` is "who" before it is Mr Kim."""
    return any(s.start == at and s.concept == "who" for s in senses)


def _person(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> tuple[frozenset[str], int, Ending]:
    """The persons whom a run of names and initials may mean."""
    chosen: frozenset[str] = frozenset()
    end, ending = at, PLAIN
    while end < len(tokens):
        token = tokens[end]
        if (
            len(token.written) <= 2
            and token.written[0].isupper()
            and not token.is_number
            and (chosen or _initials_lead(tokens, end, gazetteer))
        ):
            end += 1
            continue
        hits = [(gazetteer.people[key], e) for key, e in keys.typed(token.written) if key in gazetteer.people]
        if not hits or (chosen and not chosen & hits[0][0]):
            break
        chosen, ending = (chosen & hits[0][0] if chosen else hits[0][0]), hits[0][1]
        end += 1
    return chosen, end if chosen else at, ending


def _initials_lead(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    following = next((t for t in tokens[at:] if len(t.written) > 2), None)
    return following is not None and any(key in gazetteer.people for key, _ in keys.typed(following.written))


def is_common(at: int, senses: Sequence[Sense]) -> bool:
    """An everyday word stands there."""
    return any(s.start <= at < s.end and not s.concept.startswith("inst") for s in senses)
