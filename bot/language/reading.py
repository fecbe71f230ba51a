"""A text as the parser sees it: words, numbers, periods, names and meanings, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.language.lexicon import Sense, lexicon
from bot.language.linking import link
from bot.language.mention import Mention
from bot.language.names import Gazetteer
from bot.language.numbers import Number, numbers
from bot.language.periods import Period, periods
from bot.language.scripts import normalise
from bot.language.spelling import Guess, correct
from bot.language.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in a text; findings may overlap, those who build on them choose and account for
    every word.
    """

    text: str
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...]
    """Those that are no part of a period."""
    periods: tuple[Period, ...]
    senses: tuple[Sense, ...]
    mentions: tuple[Mention, ...]
    guesses: tuple[Guess, ...]
    """Words taken for others because of their spelling."""

    def said(self, start: int, end: int) -> str:
        """The text of the tokens `start` … `end` - 1 as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def written(self, places: Iterable[int]) -> str:
        """The words at these places as the person wrote them, whatever they were taken for."""
        return " ".join(self.text[self.tokens[at].start : self.tokens[at].end] for at in places)

    def means(self, *concepts: str) -> Iterator[Sense]:
        """The places where one of these is meant; `event.` stands for all that begins so."""
        for sense in self.senses:
            if any(sense.concept == c or (c.endswith(".") and sense.concept.startswith(c)) for c in concepts):
                yield sense


def read(text: str, gazetteer: Gazetteer, today: date) -> Reading:
    """Reads a text of any length up to `scripts.LIMIT` in any of the four writing systems, mixed as they
    come.
    """
    plain = normalise(text)
    tokens = tokenise(plain)
    known = lexicon()
    senses = known.senses(tokens)
    counted = numbers(tokens)
    mentions = link(tokens, senses, gazetteer)
    guesses = correct(tokens, senses, counted, mentions, gazetteer)
    if guesses:
        replaced = {guess.at: guess.token for guess in guesses}
        tokens = tuple(replaced.get(at, token) for at, token in enumerate(tokens))
        senses, mentions = known.senses(tokens), link(tokens, known.senses(tokens), gazetteer)
        counted = numbers(tokens)
    spans = periods(tokens, counted, senses, today)
    spans = tuple(p for p in spans if not (_inside_a_name(p, mentions) or _inside_a_phrase(p, senses)))
    timed = {place for p in spans for place in range(p.start, p.end)}
    return Reading(
        plain, tokens, tuple(n for n in counted if n.start not in timed), spans, senses, mentions, guesses
    )


def _inside_a_phrase(period: Period, senses: tuple[Sense, ...]) -> bool:
    """`охирги марта` is the last time and no March."""
    return any(
        s.concept in {"last", "first", "times", "ever"}
        and s.end - s.start > 1
        and s.start <= period.start
        and period.end <= s.end
        for s in senses
    )


def _inside_a_name(period: Period, mentions: tuple[Mention, ...]) -> bool:
    """The year of "Central Asia – 2015" belongs to the title."""
    return any(
        len(m.places) > 1 and m.how == "exact" and m.start <= period.start and period.end <= m.end
        for m in mentions
    )
