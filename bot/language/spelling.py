"""Slips of the pen: a word nothing explains is taken for the nearest one known, within one edit (two in long
words).

What was taken for what is kept, so that an answer can say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language import almanac, keys, numbers, russian
from bot.language.lexicon import Lexicon, Sense, _readings, lexicon, table, words_of
from bot.language.mention import How, Mention
from bot.language.names import Gazetteer
from bot.language.phrases import CONNECTORS, atlas
from bot.language.scripts import fold
from bot.language.suffixes import Ending, noun_ending, verb_ending
from bot.language.tokens import Token
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Guess:
    """The token at a place, as it is read; `written` is what stands in the text, `taken` what it was taken
    for.
    """

    at: int
    token: Token
    written: str
    taken: str
    name: bool
    """A name was guessed, not a common word."""


def correct(
    tokens: Sequence[Token],
    senses: Sequence[Sense],
    counted: Sequence[numbers.Number],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    words: Lexicon | None = None,
) -> tuple[Guess, ...]:
    """The words that nothing explains, each with the nearest known word, where one is near enough and the
    only one. `words`: the lexicon, where a room has words of its own.
    """
    lex = words or lexicon()
    known = {place for s in senses for place in range(s.start, s.end)}
    known |= {place for n in counted for place in range(n.start, n.end)}
    known |= {place for m in mentions if m.how is not How.UNKNOWN for place in m.places}
    uzbek = _is_uzbek(senses)
    guesses: list[Guess] = []
    for at, token in enumerate(tokens):
        if at in known or token.is_number or token.low in CONNECTORS:
            continue
        if asked := _asking_word(token.low):
            guesses.append(Guess(at, token.read_as(asked), token.written, asked, name=False))
            continue
        if len(token.written) < 4:
            continue
        if almanac.is_of_calendar(token):
            continue
        if token.is_cyrillic and token.written.islower() and russian.is_word(token.low) and not uzbek:
            # A word that is spelled right is no slip for another one.
            continue
        if found := _nearest(token, gazetteer, lex):
            taken, name = found
            guesses.append(Guess(at, token.read_as(taken), token.written, taken, name))
    return tuple(guesses)


def _is_uzbek(senses: Sequence[Sense]) -> bool:
    """More words are Uzbek than Russian: what Russian spells so (`милий`) may be a slip here."""
    told = [s.language for s in senses if s.concept != "filler"]
    return told.count("uz") > told.count("ru")


_ASKING = frozenset(("when", "which", "what", "where", "who", "count", "with", "from"))


@lru_cache(maxsize=1)
def _asking_words() -> frozenset[str]:
    """The short words that questions are asked with."""
    cells = [
        table(language, name).get(concept, "")
        for language in (Language.EN, Language.RU)
        for name in ("nouns", "words")
        for concept in _ASKING
    ]
    words = {word.lstrip("=") for cell in cells for word in words_of(cell)}
    return frozenset(word for word in words if word.isalpha() and 3 < len(word) < 6)


@lru_cache(maxsize=1024)
def _asking_word(low: str) -> str | None:
    """`wen`, `wich`, `когд`: short words are too near to others, but for those that every question has."""
    if not 3 <= len(low) <= 4:
        return None
    alike = [word for word in _asking_words() if word[0] == low[0]]
    near = [word for word, _ in _likest(low, alike, 1, 9)]
    # A letter left out is likelier than one in the place of another.
    longer = [word for word in near if len(word) > len(low)] or near
    return longer[0] if len(longer) == 1 else None


def _allowed(length: int) -> int:
    return 0 if length < 4 else 1 if length < 8 else 2


def _nearest(token: Token, gazetteer: Gazetteer, lex: Lexicon) -> tuple[str, bool] | None:
    word = _word(lex, token.low, token.key, cyrillic=token.is_cyrillic)
    named = _name(token, gazetteer)
    if word and named:
        if word[1] == named[1]:
            return (named[0], True) if token.written[0].isupper() else (word[0], False)
        return (word[0], False) if word[1] < named[1] else (named[0], True)
    if word:
        return word[0], False
    return (named[0], True) if named else None


def _name(token: Token, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """The nearest word of a name, tried with and without an Uzbek ending; none where two are equally near."""
    best: dict[str, int] = {}
    key = token.key
    for at in range(len(key), max(3, len(key) - 8), -1):
        rest = key[at:]
        if rest and noun_ending(rest) is None:
            continue
        limit = _allowed(at)
        for name, distance in _near(key[:at], limit, gazetteer):
            taken = gazetteer.fuzzy.get(name) or _atlas_words().get(name, name)
            best[taken + ("" if not rest else "'" + rest)] = min(best.get(taken, 9), distance)
    if not best:
        return None
    nearest = min(best.values())
    names = {name.split("'")[0] for name, distance in best.items() if distance == nearest}
    if len({fold(name)[:4] for name in names}) > 1:
        return None
    return min(
        (n for n, d in best.items() if d == nearest), key=lambda n: abs(len(n) - len(token.written))
    ), nearest


def _near(stem: str, limit: int, gazetteer: Gazetteer) -> list[tuple[str, int]]:
    if not limit:
        return []
    # The world has many cities: one of them is meant only where a single slip lies between.
    known = _likest(stem, gazetteer.fuzzy.keys(), limit, 4)
    return known + (_likest(stem, _atlas_words().keys(), 1, 4) if len(stem) > 5 else [])


def _likest(word: str, among: Collection[str], slips: int, most: int) -> list[tuple[str, int]]:
    """The words within so many slips of one, the nearest first, each with how many there are."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, among, scorer=OSA.distance, score_cutoff=slips, limit=most)
    return [(near, int(distance)) for near, distance, _ in found]


@lru_cache(maxsize=1)
def _atlas_words() -> dict[str, str]:
    """Country and city names of one word, by key; short ones are too near to everyday words."""
    return {
        key: key
        for key, phrases in atlas().items()
        if len(key) > 4 and not key.startswith("кл:") and any(len(p.words) == 1 for _, p in phrases)
    }


_LONGEST = 40
"""Letters beyond which a run of them is no word with a slip in it."""


@lru_cache(maxsize=8192)
def _word(lex: Lexicon, low: str, key: str, *, cyrillic: bool) -> tuple[str, int] | None:
    """The nearest word of the lexicon: whole forms in Russian and English, stems under a legal ending in
    Uzbek.
    """
    if len(low) > _LONGEST:
        return None
    limit = _allowed(len(low))
    found: dict[str, int] = {}
    if limit and len(low) > 4:
        forms = _as_long(lex, len(low), limit, cyrillic=cyrillic)
        near = _likest(low, forms, limit, 3)
        # `halls` are no calls.
        found |= {form: distance for form, distance in near if cyrillic or form[0] == low[0]}
    for word, distance in _uzbek(lex, key, cyrillic=cyrillic):
        found[word] = min(found.get(word, 9), distance)
    if not found:
        slipped = _in_the_ending(lex, key, cyrillic=cyrillic)
        return (slipped, 1) if slipped else None
    # "отправл." is more likely the beginning of a word than a slip in another.
    taken = min(found, key=lambda word: (found[word], not word.startswith(low), word))
    return taken, found[taken]


@lru_cache(maxsize=128)
def _as_long(lex: Lexicon, length: int, limit: int, *, cyrillic: bool) -> tuple[str, ...]:
    """The words that so few edits can lead to: none is longer or shorter by more."""
    return tuple(sorted(f for f in lex.single_words(cyrillic=cyrillic) if abs(len(f) - length) <= limit))


@lru_cache(maxsize=4096)
def _uzbek(lex: Lexicon, key: str, *, cyrillic: bool) -> tuple[tuple[str, int], ...]:
    plain, typed = lex._uzbek_words
    found: list[tuple[str, int]] = []
    for at in range(len(key), max(3, len(key) - 12), -1):
        limit = _allowed(at) if at > 4 else 0
        rest = key[at:]
        noun, verb = noun_ending(rest), verb_ending(rest)
        if not limit or (noun is None and verb is None):
            continue
        stems = _likest(key[:at], plain.keys(), 1, 2)
        stems += _likest(key[:at], typed.keys(), 1, 2) if cyrillic else []
        for stem, distance in stems:
            ways = {spelling.way for spelling in (*plain.get(stem, ()), *typed.get(stem, ()))}
            if len(stem) > 4 and (
                (noun and "uz-n" in ways) or (verb and "uz-v" in ways) or (not rest and "uz" in ways)
            ):
                found.append((stem + rest, distance))
    return tuple(found)


_ENDINGS = "adgilmnrsyh"
"""The letters that Uzbek endings are made of."""


@lru_cache(maxsize=4096)
def _in_the_ending(lex: Lexicon, key: str, *, cyrillic: bool) -> str | None:
    """`kelgaan`, `hamkoralrdan`, `kelishuvar`: a known stem with one slip in what follows it. None where
    two words fit.
    """
    if len(key) < 6:
        return None
    fitting: dict[str, dict[str, Ending]] = {}
    for spelled in _one_slip(key):
        for reading in _readings(lex, "", spelled, cyrillic):
            if reading.spelling.way in {"uz-n", "uz-v"} and len(reading.spelling.key) > 3:
                fitting.setdefault(reading.spelling.key, {}).setdefault(spelled, reading.ending)
    longest = max(fitting, key=len, default="")
    if not longest or not all(longest.startswith(stem) for stem in fitting):
        return None
    found = fitting[longest]
    # Whether it is denied, and to or from whom: where the slip leaves that open, nothing is taken.
    if len({(ending.negative, ending.case) for ending in found.values()}) > 1:
        return None
    return max(found, key=lambda spelled: (found[spelled].past, found[spelled].future))


def _one_slip(key: str) -> Iterator[str]:
    """What may have been meant: one letter less, two letters in turn, one letter more; the first four
    stand.
    """
    for at in range(3, len(key)):
        yield key[:at] + key[at + 1 :]
        yield key[:at] + key[at : at + 2][::-1] + key[at + 2 :]
    for at in range(4, len(key) + 1):
        yield from (key[:at] + letter + key[at:] for letter in _ENDINGS)


def warm() -> None:
    """Reads what the first question would wait for."""
    keys.typed("слово")
    lexicon().single_words(cyrillic=False)
    _atlas_words()
    russian.lay_aside()
