"""What CLDR, Unicode's book of languages, says of ours: names of countries and cities, plurals, how figures
are written.

It is read from `locales/*/cldr.toml`, which `docs/cldr.py` makes. Babel, which fluent.runtime counts and
writes figures with, would open megabytes for the little that is asked.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern
from babel.plural import PluralRule

from db.vocabulary import Language

_DIGITS = "latn"


@cache
def countries(language: Language) -> dict[str, str]:
    """Names by code, ISO 3166 alpha-2, and of the unions and outlying parts that CLDR has a code for."""
    return _table(language, "countries")


@cache
def cities(language: Language) -> dict[str, str]:
    """Names by the time zone, of the continents whose zones are named by cities."""
    return _table(language, "cities")


@cache
def grouping(language: Language) -> str:
    """What stands between the thousands of a figure."""
    return _table(language, "symbols")["group"]


def _table(language: Language, name: str) -> dict[str, str]:
    table: dict[str, str] = _book(language)[name]
    return table


@cache
def _book(language: Language) -> dict[str, Any]:
    return tomllib.loads((files("locales") / language / "cldr.toml").read_text(encoding="utf-8"))


class Speech(Locale):
    """A language as Babel knows it, as far as it counts and writes figures."""

    def __init__(self, language: Language) -> None:
        tongue, _, script = language.partition("-")
        super().__init__(tongue, script=script or None)
        self._book = _book(language)

    @property
    def plural_form(self) -> PluralRule:
        return PluralRule(self._book["plurals"])

    @property
    def default_numbering_system(self) -> str:
        return _DIGITS

    @property
    def number_symbols(self) -> dict[str, dict[str, str]]:  # type: ignore[override]  # Babel's opens lazily
        return {_DIGITS: self._book["symbols"]}

    @property
    def decimal_formats(self) -> dict[str | None, NumberPattern]:  # type: ignore[override]  # as above
        return {None: parse_pattern(self._book["numbers"])}
