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

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.cldr import Speech
from bot.html import Html, clip, escape, plain
from db.vocabulary import Language

Value = str | int | Html

_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""A message of a file: its first line, and those that are set in under it or close it."""
_LONGEST = 1000
"""Signs that Fluent takes for one value."""
_PART = re.compile(r"\{ *([a-z][a-z0-9-]*)")
"""A message that another one is made of."""
_TWO_POINTS = re.compile(r"(\bгг?\.)((?:</[^<>]*>)*)\.(?!\.)")


class Words:
    """One language's texts. Cheap to make: the files are read once for each language, and a text is parsed
    when it is first said.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def __call__(self, key: str, /, **values: Value) -> Html:
        """The text of `key` as HTML, text values escaped. Raises KeyError for an unknown key or variable."""
        escaped = {n: value if isinstance(value, int) else _fitting(value) for n, value in values.items()}
        return Html(self._text(key, escaped))

    def html(self, key: str, /, **values: Html | int) -> Html:
        """As a call, for values that are already safe markup and must keep it."""
        return Html(self._text(key, values))

    def plain(self, key: str, /, **values: Value) -> str:
        """The text of `key` without markup."""
        return plain(self(key, **values))

    def has(self, key: str) -> bool:
        """Whether this language words the key at all: for words of a list that is open to other words."""
        return key in _messages(self.language)

    def _text(self, key: str, values: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            _understand(self._bundle, key, _messages(self.language))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return _one_point(str(text))


def heard(key: str) -> tuple[str, ...]:
    """What people write, in whichever language: the key's text is a list of it, set apart by commas."""
    spoken = ",".join(Words(language).plain(key) for language in Language)
    return tuple(phrase.strip() for phrase in spoken.split(","))


def _one_point(text: str) -> str:
    """A shortened word ends a Russian sentence with its own point: "2026 г." and no second one."""
    return _TWO_POINTS.sub(r"\1\2", text)


def _fitting(value: str) -> Html:
    """The value escaped, and cut where it is longer than Fluent takes it."""
    escaped, most = escape(value), len(value)
    while len(escaped) > _LONGEST:
        most = most * 3 // 4
        escaped = escape(clip(value, most))
    return escaped


class _Bundle(FluentBundle):
    """One that counts by what we have of CLDR: Babel opens all of it."""

    def _get_babel_locale(self) -> Speech:
        return Speech(Language(self.locales[0]))


@cache
def _bundle(language: Language) -> FluentBundle:
    return _Bundle([language.value], use_isolating=False)


def _understand(bundle: FluentBundle, key: str, messages: Mapping[str, str]) -> None:
    """Parses one message and those it is made of. All of a language are half a second of a start and
    megabytes, and few are ever said. Raises KeyError.
    """
    source = messages[key]
    for part in _PART.findall(source):
        if part in messages and not bundle.has_message(part):
            _understand(bundle, part, messages)
    bundle.add_resource(FluentParser(with_spans=False).parse(source))


def keys(language: Language) -> frozenset[str]:
    """Every key that the language words."""
    return frozenset(_messages(language))


@cache
def _messages(language: Language) -> dict[str, str]:
    """The source of each message by its key."""
    return {found[1]: found[0] for text in _texts(language) for found in _MESSAGE.finditer(text)}


def _texts(language: Language) -> Iterator[str]:
    folder = files("locales") / language.value
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            yield file.read_text(encoding="utf-8")
