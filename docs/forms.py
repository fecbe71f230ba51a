"""What the Russian dictionary says of the words that we know anyway: `python docs/forms.py`, or `make docs`.

A start would look up thousands of them. A word that is missing here is looked up when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from os.path import commonprefix
from pathlib import Path

from bot.language import places, russian
from bot.language.lexicon import lexicon, table, words_of
from bot.language.phrases import words
from db.vocabulary import Language

FOLDER = Path(__file__).parent.parent / "locales" / "ru"
BOOKS, TABLES = ("lexicon", "statements"), ("nouns", "verbs", "words")


def main() -> None:
    """Writes both lists."""
    _write("lemmas", {word: " ".join(russian.looked_up(word)) for word in known()})
    _write("forms", {word: _shortened(russian.inflected_by_rule(word)) for word in corrected()})


def known() -> frozenset[str]:
    """Every Cyrillic word of the lexicon and of the names of places."""
    names = {name for name, _ in (*places.countries(), *places.cities(), *places.regions())}
    return frozenset(
        (*_lexical(), *(token.low for name in names for token in words(name) if token.is_cyrillic))
    )


def _lexical() -> Iterator[str]:
    for book, name in product(BOOKS, TABLES):
        for cell in table(Language.RU, name, book).values():
            for phrase in words_of(cell):
                every = phrase.replace("-", " ").replace("ё", "е").split()
                yield from (word for word in every if not word.startswith("="))


def corrected() -> frozenset[str]:
    """The words that others may be taken for."""
    return frozenset(lexicon().dictionary_words())


def _shortened(forms: tuple[str, ...]) -> str:
    """What all begin with, then what follows it in each, `-` where that is nothing."""
    start = commonprefix(forms)  # noqa: RUF071 - letters are what is meant
    return " ".join((start or "-", *(form.removeprefix(start) or "-" for form in forms)))


def _write(name: str, said: Mapping[str, str]) -> None:
    lines = sorted(f"{word}: {found}\n" for word, found in said.items() if found)
    (FOLDER / f"{name}.txt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
