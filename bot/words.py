"""The texts of `locales/`, by key. Words never stand in code.

A `Words` speaks one language. Called, it gives `Html` in which every argument that is plain text has been
escaped; `plain` gives the same text for places that know no markup (button labels, the terminal). Whole
numbers keep their plural and are grouped in the reader's convention; a year is passed as text, so that it is
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.html import Html, escape, plain
from db.vocabulary import Language

Value = str | int | Html

_KEY = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


class Words:
    """One language's texts. Cheap to make: the files are read once for each language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def __call__(self, key: str, /, **values: Value) -> Html:
        """The text of `key` as HTML, text values escaped. Raises KeyError for an unknown key or variable."""
        escaped = {name: value if isinstance(value, int) else escape(value) for name, value in values.items()}
        return Html(self._text(key, escaped))

    def html(self, key: str, /, **values: Html | int) -> Html:
        """As a call, for values that are already safe markup and must keep it."""
        return Html(self._text(key, values))

    def plain(self, key: str, /, **values: Value) -> str:
        """The text of `key` without markup."""
        return plain(self(key, **values))

    def has(self, key: str) -> bool:
        """Whether this language words the key at all: for words of a list that is open to other words."""
        return self._bundle.has_message(key)

    def _text(self, key: str, values: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            raise KeyError(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    for text in _texts(language):
        bundle.add_resource(FluentResource(text))
    return bundle


def keys(language: Language) -> frozenset[str]:
    """Every key that the language words, without the half second it takes to understand the texts."""
    return frozenset(key for text in _texts(language) for key in _KEY.findall(text))


def _texts(language: Language) -> Iterator[str]:
    folder = files("locales") / language.value
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            yield file.read_text(encoding="utf-8")
