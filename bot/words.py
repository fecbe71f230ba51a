"""The texts of `locales/`, by key. Words never stand in code.

A `Words` speaks one language. Called, it gives `Html` in which every argument that is plain text has been
escaped; `plain` gives the same text for places that know no markup (button labels, the terminal). Whole
numbers keep their plural and are grouped in the reader's convention; a year is passed as text, so that it is
not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Resource

from bot.html import Html, escape, plain
from db.vocabulary import Language

Value = str | int | Html


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

    def keys(self) -> frozenset[str]:
        """Every key this language words."""
        return _keys(self.language)

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
    for resource in _resources(language):
        bundle.add_resource(resource)
    return bundle


@cache
def _keys(language: Language) -> frozenset[str]:
    entries = (entry for resource in _resources(language) for entry in resource.body)
    return frozenset(entry.id.name for entry in entries if isinstance(entry, Message))


def _resources(language: Language) -> Iterator[Resource]:
    folder = files("locales") / language.value
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            yield FluentResource(file.read_text(encoding="utf-8"))
