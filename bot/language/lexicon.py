"""The words that mean something to the parser: data in `locales/*/lexicon.toml`, read once, at the first
question.

A file has tables `nouns`, `verbs`, `words` of `concept = "word, word, two words"`. Uzbek nouns and verbs are
stems that take legal endings, `words` stand as they are; Russian words are found in all their forms (`=нет`
only as written), English ones under their common endings. `numbers`, `ordinals`, `countries`, `cities`,
`regions` are tables of the same kind.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from bot.language import english, russian
from bot.language.auxiliaries import helper, merged
from bot.language.borrowed import borrowed
from bot.language.scripts import fold, keyboard
from bot.language.suffixes import PLAIN, Ending, noun_ending, verb_ending
from bot.language.tokens import Token, lowered, split
from db.vocabulary import Language

Table = Mapping[str, str]


class Spelling(NamedTuple):
    """One word as a key: the tongue's way of inflecting it, and the stem or dictionary form."""

    way: str
    """`en`, `ru`, `=` (as written), `uz-n`, `uz-v`, `uz` (Uzbek noun, verb, unchanging word)."""
    key: str


class Reading(NamedTuple):
    """A token read as a word of the lexicon."""

    spelling: Spelling
    ending: Ending


class Entry(NamedTuple):
    """One word or phrase of the lexicon."""

    concept: str
    spellings: tuple[Spelling, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Sense:
    """What the tokens `start` … `end` - 1 mean, in which tongue, with what ending."""

    concept: str
    start: int
    end: int
    language: str
    ending: Ending = PLAIN
    guessed: str | None = None
    """The word it was taken for, where it is not spelled so."""


@cache
def table(language: Language, name: str, book: str = "lexicon") -> Table:
    """One table of a language's file; empty where the file lacks it."""
    part = _file(language, book).get(name, {})
    return part if isinstance(part, dict) else {}


@cache
def _file(language: Language, book: str) -> dict[str, object]:
    path = files("locales") / language.value / f"{book}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words_of(text: str) -> tuple[str, ...]:
    """The words and phrases of a table's cell."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


_UZBEK = (Language.UZ_LATN, Language.UZ_CYRL)


class Lexicon:
    """All four files as one: Cyrillic words are looked up in Uzbek and Russian, Latin ones in Uzbek and
    English.

    A room with words of its own adds a book: `Lexicon("statements")` reads `statements.toml` beside
    `lexicon.toml`.
    """

    def __init__(self, *books: str) -> None:
        self._books = ("lexicon", *books)

    @cached_property
    def _latin(self) -> dict[Spelling, list[Entry]]:
        return _by_first_word(_english_entries(self._books))

    @cached_property
    def _uzbek(self) -> dict[Spelling, list[Entry]]:
        return _by_first_word(_uzbek_entries(self._books))

    @cached_property
    def _russian(self) -> dict[Spelling, list[Entry]]:
        return _by_first_word(_russian_entries(self._books))

    @cached_property
    def _slavic_words(self) -> frozenset[Spelling]:
        return _all_words(self._russian)

    @cached_property
    def _english_words(self) -> frozenset[Spelling]:
        return _all_words(self._latin)

    @cached_property
    def _uzbek_words(self) -> tuple[dict[str, list[Spelling]], dict[str, list[Spelling]]]:
        """Spellings by their key, and by the key of a Russian keyboard."""
        plain: dict[str, list[Spelling]] = defaultdict(list)
        typed: dict[str, list[Spelling]] = defaultdict(list)
        spelled = tuple(dict.fromkeys(_uzbek_spelled(self._books)))
        for way, word in spelled:
            spelling = Spelling(way, fold(word))
            for index, key in ((plain, spelling.key), (typed, keyboard(word))):
                if spelling not in index[key]:
                    index[key].append(spelling)
        return _with_hasty(spelled, dict(plain)), dict(typed)

    def readings(self, token: Token) -> tuple[Reading, ...]:
        """Every word of the lexicon that the token may be."""
        if token.is_number:
            return ()
        return _readings(self, token.low, token.key, token.is_cyrillic)

    def senses(self, tokens: Sequence[Token]) -> tuple[Sense, ...]:
        """Every meaning of every run of tokens; the caller prefers the longest."""
        readings = [self.readings(token) for token in tokens]
        page = [_Word(_endings(each), self._stresses(each)) for each in readings]
        found = tuple(s for at, each in enumerate(readings) for s in self._starting(at, each, page))
        return _helped(tokens, found, readings)

    def _starting(self, at: int, readings: tuple[Reading, ...], page: list[_Word]) -> Iterator[Sense]:
        for spelling, ending in readings:
            for entry in self._entries(spelling):
                if len(entry.spellings) == 1:
                    yield Sense(entry.concept, at, at + 1, entry.language, ending)
                elif last := _rest_fits(entry.spellings, at, page):
                    yield Sense(entry.concept, at, last[0], entry.language, last[1])

    def _stresses(self, readings: tuple[Reading, ...]) -> bool:
        return any(
            entry.concept == "emphasis" and len(entry.spellings) == 1
            for spelling, _ in readings
            for entry in self._entries(spelling)
        )

    def _entries(self, spelling: Spelling) -> list[Entry]:
        if spelling.way == "en":
            return self._latin.get(spelling, [])
        return (self._russian if spelling.way in {"ru", "="} else self._uzbek).get(spelling, [])

    def dictionary_words(self, *, cyrillic: bool = True) -> tuple[str, ...]:
        """The words that stand by themselves, in their dictionary form: Russian or English ones."""
        index = self._russian if cyrillic else self._latin
        return tuple(
            spelling.key
            for spelling, entries in index.items()
            if spelling.way in {"ru", "en"} and any(len(entry.spellings) == 1 for entry in entries)
        )

    def single_words(self, *, cyrillic: bool) -> tuple[str, ...]:
        """Every form of every one-word entry, for finding a word under a slip of the pen."""
        return _typo_forms(self, cyrillic=cyrillic)


def _helped(
    tokens: Sequence[Token], senses: tuple[Sense, ...], readings: list[tuple[Reading, ...]]
) -> tuple[Sense, ...]:
    """The meanings where a verb is helped by the next one: `aytib yuboring` is telling and no sending."""
    for at in range(1, len(tokens)):
        is_verb = any(spelling.way == "uz-v" for spelling, _ in readings[at - 1])
        added = helper(tokens[at - 1].key, tokens[at].key) if is_verb else None
        if added is None or any(s.start < at < s.end for s in senses):
            continue
        senses = tuple(
            replace(s, ending=merged(s.ending, added)) if s.end == at and s.language == "uz" else s
            for s in senses
            if s.start != at or s.end > at + 1
        )
        senses += (Sense("filler", at, at + 1, "uz", added),)
    return senses


@dataclass(frozen=True, slots=True)
class _Word:
    """What a token may be as a part of a phrase; `stresses`: it may stand between the parts of one."""

    endings: Mapping[Spelling, Ending]
    stresses: bool


def _endings(readings: tuple[Reading, ...]) -> dict[Spelling, Ending]:
    """Of a word that may be read in several ways the first counts."""
    return {found.spelling: found.ending for found in reversed(readings)}


def _rest_fits(spellings: tuple[Spelling, ...], at: int, page: list[_Word]) -> tuple[int, Ending] | None:
    """Where the phrase ends and its last word's ending, if its words stand there, one after the other; a word
    that only stresses (`какой именно документ`) may stand between them.
    """
    last = PLAIN
    where = at + 1
    for wanted in spellings[1:]:
        if where < len(page) and page[where].stresses and wanted not in page[where].endings:
            where += 1
        ending = page[where].endings.get(wanted) if where < len(page) else None
        if ending is None:
            return None
        where, last = where + 1, ending
    return where, last


@lru_cache(maxsize=16384)
def _readings(lexicon: Lexicon, low: str, key: str, cyrillic: bool) -> tuple[Reading, ...]:  # noqa: FBT001 - a cache's key
    found: dict[Spelling, Reading] = {}
    plain, typed = lexicon._uzbek_words
    for at in range(len(key), 0, -1):
        stem, rest = key[:at], key[at:]
        spellings = plain.get(stem, []) + (typed.get(stem, []) if cyrillic else [])
        for spelling in spellings:
            ending = _uzbek_ending(spelling.way, rest)
            if spelling.way == "uz-v" and rest[:1] == "v" and stem[-1:] not in _VOWELS:
                # `-v` makes a noun of a verb that ends in a vowel only.
                continue
            if ending is not None:
                found.setdefault(spelling, Reading(spelling, ending))
    if cyrillic:
        # `проэкт`: э and е sound alike.
        found |= _slavic(lexicon, low) or _slavic(lexicon, low.replace("э", "е"))
        if (as_written := Spelling("=", low)) in lexicon._slavic_words:
            found[as_written] = Reading(as_written, PLAIN)
    else:
        known = [s for stem in english.stems(low) if (s := Spelling("en", stem)) in lexicon._english_words]
        if known and low.rstrip("s").endswith("er") and known[0].key in english.singulars(low):
            known = [s for s in known if s.key in english.singulars(low)]  # no `letter` lets
        found |= {s: Reading(s, PLAIN) for s in known}
    if not found:
        found = {s: Reading(s, ending) for stem, ending in borrowed(key)
                 if (s := Spelling("en", stem)) in lexicon._english_words}  # fmt: skip
    return tuple(_without_short_verbs(lexicon, tuple(found.values())))


_VOWELS = frozenset("aeiouy")


def _without_short_verbs(lexicon: Lexicon, found: tuple[Reading, ...]) -> Iterator[Reading]:
    """`kelishuv` is an agreement and no form of `kel`: a longer noun leaves no room for the verb in it."""
    longest = max((len(r.spelling.key) for r in found if _is_noun(lexicon, r.spelling)), default=0)
    return (r for r in found if r.spelling.way != "uz-v" or len(r.spelling.key) + 2 > longest)


def _is_noun(lexicon: Lexicon, spelling: Spelling) -> bool:
    return spelling.way == "uz-n" and any(len(e.spellings) == 1 for e in lexicon._entries(spelling))


def _slavic(lexicon: Lexicon, low: str) -> dict[Spelling, Reading]:
    return {
        spelling: Reading(spelling, form.ending)
        for form in russian.forms(low)
        if (spelling := Spelling("ru", form.lemma)) in lexicon._slavic_words
    }


def _uzbek_ending(way: str, rest: str) -> Ending | None:
    if way == "uz-n":
        return noun_ending(rest)
    if way == "uz-v":
        return verb_ending(rest)
    return PLAIN if not rest else _PARTICLES.get(rest)


_PARTICLES = {"mi": Ending(asks=True), "mikan": Ending(asks=True), "mikin": Ending(asks=True), "chi": PLAIN}


def _by_first_word(entries: Iterable[Entry]) -> dict[Spelling, list[Entry]]:
    index: dict[Spelling, list[Entry]] = defaultdict(list)
    for entry in dict.fromkeys(entries):
        index[entry.spellings[0]].append(entry)
    return dict(index)


def _all_words(index: Mapping[Spelling, list[Entry]]) -> frozenset[Spelling]:
    return frozenset(
        spelling for entries in index.values() for entry in entries for spelling in entry.spellings
    )


def _cells(language: Language, books: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for book, name in product(books, ("nouns", "verbs", "words")):
        for concept, cell in table(language, name, book).items():
            for word in words_of(cell):
                yield name, concept, word


_WAYS = {"nouns": "uz-n", "verbs": "uz-v", "words": "uz"}


def _uzbek_entries(books: tuple[str, ...]) -> Iterator[Entry]:
    for language in _UZBEK:
        for name, concept, phrase in _cells(language, books):
            for words in _uzbek_forms(name, phrase):
                yield Entry(concept, tuple(Spelling(way, fold(word)) for way, word in words), "uz")


def _uzbek_forms(name: str, phrase: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """The phrase; of one that ends in somebody's own (`niyat xati`) also its bare stem: `niyat xatlari`."""
    words = tuple(_uzbek_phrase(name, phrase))
    yield words
    way, last = words[-1]
    bare = last.removesuffix("si") if last.endswith("si") else last.removesuffix("i")
    if name == "nouns" and len(words) > 1 and bare != last and len(bare) > 2:
        yield (*words[:-1], (way, bare))


def _uzbek_phrase(name: str, phrase: str) -> Iterator[tuple[str, str]]:
    """Only the last word of a phrase inflects as its table says; those before it are nouns with any
    ending.
    """
    words = split(_plain_apostrophes(phrase))
    for word in words[:-1]:
        yield ("uz-n", word)
    yield (_WAYS[name], words[-1])


def _plain_apostrophes(text: str) -> str:
    return text.replace("ʻ", "'").replace("ʼ", "'")


def _with_hasty(
    spelled: tuple[tuple[str, str], ...], plain: dict[str, list[Spelling]]
) -> dict[str, list[Spelling]]:
    """With `u` for `oʻ`, as people type in a hurry (`kup`, `tuxtagan`), where it is no other word."""
    hasty: dict[str, list[Spelling]] = {}
    for way, word in spelled:
        key = fold(word.casefold().replace("o'", "u"))
        if "o'" in word and len(key) > 2 and key not in plain:
            hasty.setdefault(key, []).append(Spelling(way, fold(word)))
    return hasty | plain


def _uzbek_spelled(books: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for language in _UZBEK:
        for name, _, phrase in _cells(language, books):
            for words in _uzbek_forms(name, phrase):
                yield from words


def _english_entries(books: tuple[str, ...]) -> Iterator[Entry]:
    for _, concept, phrase in _cells(Language.EN, books):
        words = tuple(Spelling("en", english.singulars(lowered(word))[0]) for word in split(phrase))
        yield Entry(concept, words, "en")


def _russian_entries(books: tuple[str, ...]) -> Iterator[Entry]:
    for _, concept, phrase in _cells(Language.RU, books):
        yield Entry(
            concept, tuple(_russian_spelling(word) for word in phrase.replace("-", " ").split()), "ru"
        )


def _russian_spelling(word: str) -> Spelling:
    word = word.replace("ё", "е")
    return Spelling("=", word[1:]) if word.startswith("=") else Spelling("ru", russian.lemma(word))


@cache
def _typo_forms(lexicon: Lexicon, *, cyrillic: bool) -> tuple[str, ...]:
    words = lexicon.dictionary_words(cyrillic=cyrillic)
    return tuple(dict.fromkeys(form for word in words for form in _inflected(word, cyrillic=cyrillic)))


def _inflected(word: str, *, cyrillic: bool) -> Iterable[str]:
    """Its forms; nobody adds an ending to an abbreviation: `moved` is no form of `MoU`."""
    if cyrillic:
        return russian.inflected(word)
    return english.inflected(word) if len(word) > _SHORT else (word,)


_SHORT = 3


@cache
def lexicon() -> Lexicon:
    """The one lexicon; its parts are read as they are first needed."""
    return Lexicon()
