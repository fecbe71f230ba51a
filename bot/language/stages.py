"""The stages of approval as a registry calls them, and what the lexicon calls the same. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.language.lexicon import lexicon
from bot.language.scripts import normalise
from bot.language.tokens import tokenise
from db.kinds import STAGES

_GROUP = "stage."


def meanings(recorded: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Each recorded stage with the lexicon's stages that its words mean, itself among them: `Legal Office`
    is what `юристы` speaks of.
    """
    return {name: frozenset({name, *_meant(name)}) for name in dict.fromkeys(recorded)}


def called(name: str) -> str:
    """The stage that is known by this name, by its English one; any other as it is written."""
    tokens = tokenise(normalise(name))
    whole = (s for s in lexicon().senses(tokens) if s.end - s.start == len(tokens) and not s.guessed)
    known = (s.concept.removeprefix(_GROUP) for s in whole)
    return next((stage for stage in known if stage in STAGES), name)


def _meant(name: str) -> Iterable[str]:
    senses = lexicon().senses(tokenise(normalise(name)))
    return (s.concept.removeprefix(_GROUP) for s in senses if s.concept.startswith(_GROUP))
