"""A message laid out for reading facts: its words, names, dates and meanings by place, and where its
sentences part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache

from bot.language.lexicon import Sense, table, words_of
from bot.language.linking import link
from bot.language.mention import Mention
from bot.language.names import Gazetteer
from bot.language.numbers import Number, numbers
from bot.language.scripts import normalise
from bot.language.spelling import Guess, correct
from bot.language.tokens import Token, tokenise
from bot.record.earlier import NOTHING, Earlier
from bot.record.facts.mentions import is_before_surname, is_name, is_surname, sure
from bot.record.facts.peoples import people_of, place_keys
from bot.record.timewords import statement_lexicon
from bot.record.when import When, whens
from db.vocabulary import Language

_SENTENCE = re.compile(r"[!?;\n]")
_WHOLE = frozenset(("including", "log.return gift"))
_TITLE_ASKS = re.compile(r"[!?…]+[)»”\"']")
_SHORTENED = frozenset(
    ("отпр", "получ", "нояб", "сент", "дисс", "журн", "универ", "sept", "univ", "natl", "dept")
)
"""Words cut short by a full stop that ends no sentence; shorter ones never do."""
_SCRAP = 4
"""Words of a sentence that is none."""
_RUSSIAN_SMALL = frozenset(("от", "до", "да", "то", "бы", "за", "ту", "тот", "бор", "бир"))
"""Russian words that a Russian keyboard makes of Uzbek ones: `от` of `oʻt`."""
_QUOTED = re.compile(r"«([^»]+)»|“([^”]+)”|\"([^\"]+)\"|„([^“]+)“|(?<!\w)'(?=[^\W\d_])([^'\n]+)'(?!\w)")


@dataclass(frozen=True, eq=False)
class Scene:
    """One message. `tokens[i]` is the word at place i in all the findings; slips of the pen are put right."""

    text: str
    tokens: tuple[Token, ...]
    senses: tuple[Sense, ...]
    mentions: tuple[Mention, ...]
    counted: tuple[Number, ...]
    dates: tuple[When, ...]
    gazetteer: Gazetteer
    today: date
    earlier: Earlier = NOTHING
    cuts: frozenset[int] = frozenset()
    """The places before which a sentence is parted though no full stop stands there."""

    @cached_property
    def by_place(self) -> dict[int, tuple[Sense, ...]]:
        """The senses that begin at each place, the longest first; a sense inside a longer one is gone."""
        found: dict[int, list[Sense]] = {}
        russian = self.language is Language.RU
        # `в том числе` is of no volumes, `не остались в долгу` of no loan.
        within = {p for s in self.senses if s.concept in _WHOLE for p in range(s.start + 1, s.end)}
        for sense in self.senses:
            if sense.start in within:
                continue
            if not (russian and sense.language == "uz" and self.low(sense.start) in _RUSSIAN_SMALL):
                found.setdefault(sense.start, []).append(sense)
        return {at: tuple(sorted(senses, key=lambda s: -s.end)) for at, senses in found.items()}

    @cached_property
    def _meaningful(self) -> tuple[int, ...]:
        """The places where anything known begins, from left to right."""
        return tuple(sorted(self.by_place))

    def at(self, place: int, *concepts: str) -> Sense | None:
        """The longest sense at a place that is one of these; `material.` stands for all that begins so."""
        senses = self.by_place.get(place)
        if senses is None:
            return None
        exact, prefixes = _wanted(concepts)
        for sense in senses:
            if sense.concept in exact or sense.concept.startswith(prefixes):
                return sense
        return None

    def within(self, start: int, end: int, *concepts: str) -> Iterator[Sense]:
        """The longest senses of these kinds in a stretch, from left to right, none inside another."""
        after = start
        for place in self._meaningful[bisect_left(self._meaningful, start) :]:
            if place >= end:
                return
            sense = self.at(place, *concepts) if place >= after else None
            if sense is None:
                continue
            after = sense.end
            if sense.end <= end:
                yield sense

    def papers(self, start: int, end: int, *concepts: str) -> Iterator[Sense]:
        """The words for an agreement, or for one of these kinds. A bare "project" or "programme" may be asked
        for as one, but told of it is an undertaking.
        """
        for sense in self.within(start, end, *(concepts or ("agreement.", "agreement"))):
            undertaking = self.at(sense.start, "programme.", "programme")
            spoken = self.at(sense.start - 2, "log.speak") or self.at(sense.start - 1, "log.speak")
            if spoken is not None and sense.start < spoken.end:
                # `gave a paper`
                continue
            if undertaking is None or undertaking.end < sense.end:
                yield sense

    def has(self, *concepts: str) -> bool:
        """Whether one of these is meant anywhere."""
        return next(self.within(0, len(self.tokens), *concepts), None) is not None

    def said(self, start: int, end: int) -> str:
        """The text of the tokens `start` … `end` - 1 as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def dated(self, when: When) -> str:
        """The words of a date as written."""
        return when.said or self.said(when.start, when.end)

    def before(self, place: int) -> str:
        """What stands between the token and the one before it; nothing before the first."""
        return self.tokens[place].before if 0 < place < len(self.tokens) else ""

    def low(self, place: int) -> str:
        """The word at a place in small letters; nothing outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def when_at(self, place: int) -> When | None:
        """The date that covers a place."""
        return next((w for w in self.dates if w.start <= place < w.end), None)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The stretches between full stops, as places."""
        edges = [0]
        for at in range(1, len(self.tokens)):
            ends = at in self.cuts or self._ends_before(at)
            if ends and not self._is_scrap(edges[-1], at):
                edges.append(at)
        return tuple(zip(edges, [*edges[1:], len(self.tokens)], strict=True))

    def _is_scrap(self, start: int, end: int) -> bool:
        """`Pekin. Forum. 4-6 noyabr. …`: telegrams put full stops where others put commas."""
        if (
            self.earlier.told
            or end in self.cuts
            or end - start > _SCRAP
            or _SENTENCE.search(self.before(end))
        ):
            return False
        known = [s.concept for place in range(start, end) for s in self.by_place.get(place, ())]
        dated = any(start <= w.start < end for w in self.dates)
        placed = any(start <= m.start < end for m in self.mentions)
        told = any(c.startswith("log.") and c != "log.consent" for c in known)
        return not told and (dated or placed or any(c.startswith("event.") for c in known))

    def _ends_before(self, place: int) -> bool:
        gap, last = self.tokens[place].before, self.tokens[place - 1]
        if _SENTENCE.search(gap):
            # `"Who owns the past?" in Osh`: what is asked is only the title.
            return not (_TITLE_ASKS.match(gap) and self.tokens[place].written[0].islower())
        stopped = re.match(r"[)»\"”']*\.\s", gap) is not None
        written = self.text[last.start : last.end]
        shortened = len(written) < 4 or last.low in _SHORTENED or written.casefold() in _abbreviations()
        following = self.tokens[place]
        return stopped and not shortened and (following.written[0].isupper() or following.is_number)

    def sentence_of(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        return next(s for s in self.sentences if s[0] <= place < s[1])

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The texts in quotation marks, as places."""
        spans = [found.span() for found in _QUOTED.finditer(self.text)]
        return tuple(
            (inside[0], inside[-1] + 1)
            for start, end in spans
            if (inside := [i for i, t in enumerate(self.tokens) if start <= t.start and t.end <= end])
        )

    @cached_property
    def small(self) -> bool:
        """Whether it is typed without capitals: then a capital is no mark of a name."""
        return not any(token.written[0].isupper() for token in self.tokens)

    @cached_property
    def language(self) -> Language:
        """The language it is written in, for the columns of names and titles."""
        return language_of(self.tokens)


@lru_cache(maxsize=1024)
def _wanted(concepts: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The concepts that are named whole, and the beginnings of the others."""
    return frozenset(concepts), tuple(c for c in concepts if c.endswith("."))


def scene(
    text: str, gazetteer: Gazetteer, today: date, *, coming: bool = False, earlier: Earlier = NOTHING
) -> Scene:
    """Lays out a message of any length up to the limit of `bot.language.scripts`."""
    plain = normalise(text)
    tokens = tuple(word for token in _contracted(tokenise(plain)) for word in _spelled_out(token))
    known = statement_lexicon()
    senses = known.senses(tokens)
    mentions = link(tokens, senses, gazetteer)
    counted = numbers(tokens)
    guesses = list(correct(tokens, senses, counted, mentions, gazetteer, known))
    guesses = [g for g in guesses if people_of(tokens[g.at]) is None and not _is_far(g, gazetteer)]
    kept = {
        g.at: g.token
        for g in guesses
        if not (is_surname(tokens, g.at) or is_before_surname(tokens, g.at))
        and (g.name or not is_name(tokens, g.at))
    }
    if kept:
        tokens = tuple(kept.get(at, token) for at, token in enumerate(tokens))
        senses, counted = known.senses(tokens), numbers(tokens)
        mentions = link(tokens, senses, gazetteer)
    mentions = sure(mentions, tokens, senses, gazetteer)
    dates = whens(tokens, today, coming=coming, earlier=earlier)
    return Scene(plain, tokens, senses, mentions, counted, dates, gazetteer, today, earlier)


def _is_far(guess: Guess, gazetteer: Gazetteer) -> bool:
    """`Munch` is not taken for Munich unless the registry has to do with that place."""
    places = place_keys().get(guess.token.key, frozenset())
    near = {place for p in gazetteer.partners.values() for place in (p.country, p.city)}
    return guess.name and bool(places) and not places & near


def _contracted(tokens: Sequence[Token]) -> Iterator[Token]:
    """`ун-т`, `биб-ки`, `м-ва`: of a word drawn together the tail is no word."""
    head = ""
    for token in tokens:
        tail = token.before == "-" and len(token.written) <= _TAIL and token.is_cyrillic
        if not (tail and head in _abbreviations()):
            yield _after_abbreviation(token)
        head = token.low


_TAIL = 3


def _after_abbreviation(token: Token) -> Token:
    """A full stop before a small letter ends a shortened word, not a sentence: `гос. библиотека`."""
    shortened = token.before == ". " and token.written[0].islower()
    return replace(token, before=" ") if shortened else token


def _spelled_out(token: Token) -> tuple[Token, ...]:
    """The token, or the words that it is short for, all in its place."""
    full = _abbreviations().get(token.low)
    if full is None:
        return (token,)
    first, *rest = (token.read_as(word) for word in full.split())
    return (first, *(replace(word, before=" ") for word in rest))


@cache
def _abbreviations() -> dict[str, str]:
    return {
        short: full
        for language in Language
        for full, cell in table(language, "abbreviations", "statements").items()
        for short in words_of(cell)
    }


_UZBEK_LETTERS = frozenset("ўқғҳ")


def language_of(tokens: tuple[Token, ...]) -> Language:
    """By the letters and the lexicon's words: which of the four the text is in."""
    letters = "".join(token.written for token in tokens).casefold()
    cyrillic = sum("а" <= c <= "ӿ" for c in letters) * 2 > len(letters)
    if cyrillic and _UZBEK_LETTERS & set(letters):
        return Language.UZ_CYRL
    counts = {"uz": 0, "ru": 0, "en": 0}
    lexicon = statement_lexicon()
    for token in tokens:
        languages = {
            entry.language for r in lexicon.readings(token) for entry in lexicon._entries(r.spelling)
        }
        if len(languages) == 1:
            counts[languages.pop()] += 1
    if cyrillic:
        return Language.UZ_CYRL if counts["uz"] > counts["ru"] else Language.RU
    return Language.UZ_LATN if counts["uz"] > counts["en"] else Language.EN


def language_of_name(name: str, language: Language) -> Language:
    """The column a name belongs in: Cyrillic is Russian or Uzbek, Latin English or Uzbek, as the text around
    it is.
    """
    cyrillic = any("а" <= c <= "ӿ" for c in name.casefold())
    if cyrillic:
        return language if language in {Language.RU, Language.UZ_CYRL} else Language.RU
    return language if language in {Language.EN, Language.UZ_LATN} else Language.EN
