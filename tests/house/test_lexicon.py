"""The parser's words: none stands twice, each is found, and somebody asks for each of its concepts."""

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.ask.gate import HEARD
from bot.language.lexicon import Lexicon, table, words_of
from bot.language.scripts import normalise
from bot.language.tokens import tokenise
from db.vocabulary import Language
from tests.house.sources import sources

BOOKS = ("lexicon", "statements")
TABLES = ("nouns", "verbs", "words")
UZBEK = {Language.UZ_LATN, Language.UZ_CYRL}
ASKS = {"has", "take", "senses", "means", "at", "within"}
# A stem that is no word by itself is one with an ending of the past.
PAST = {"verbs": ("di", "ди", "gan")}


def entries(language: Language) -> Iterator[tuple[str, str, str, str]]:
    """Book, table, concept and word."""
    for book in BOOKS:
        for name in TABLES:
            for concept, cell in table(language, name, book).items():
                for word in words_of(cell):
                    yield book, name, concept, word


def key(word: str) -> str:
    """One for all the alphabets a word is written in."""
    return " ".join(token.key for token in tokenise(normalise(word)))


def concepts() -> set[str]:
    return {concept for language in Language for _, _, concept, _ in entries(language)}


def said_in_code() -> set[str]:
    found = (node for each in sources("bot") for node in ast.walk(each.tree))
    return {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("languages", [{Language.EN}, {Language.RU}, UZBEK])
def test_no_word_stands_twice_under_one_concept(languages: set[Language]) -> None:
    # How an Uzbek word is inflected depends on its table; elsewhere a table is but an order.
    counted = Counter(
        (concept, key(word), name) if languages == UZBEK else (concept, word.replace("-", " "))
        for language in languages
        for _, name, concept, word in entries(language)
    )
    assert [found for found, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", Language)
def test_every_word_is_found_as_what_it_means(language: Language) -> None:
    books = {"lexicon": Lexicon(), "statements": Lexicon("statements")}
    lost = []
    for book, name, concept, word in entries(language):
        endings = ("", *PAST.get(name, ())) if language in UZBEK else ("",)
        forms = [tokenise(normalise(word.replace("=", "") + ending)) for ending in endings]
        if not any(
            sense.concept == concept and (sense.start, sense.end) == (0, len(tokens))
            for tokens in forms
            for sense in books[book].senses(tokens)
        ):
            lost.append((book, concept, word))
    assert lost == []


def test_every_concept_is_asked_for() -> None:
    said = said_in_code()
    assert {c for c in concepts() if c not in said and f"{c.partition('.')[0]}." not in said} == set()


def test_every_concept_that_is_asked_for_has_words() -> None:
    known = concepts() | {f"{concept.partition('.')[0]}." for concept in concepts()}
    asked = {
        node.value
        for each in sources("bot/ask", "bot/language", "bot/record/facts")
        for call in each.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in ASKS
        for node in call.args
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert (asked | set(HEARD)) - known == set()
