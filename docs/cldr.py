"""What CLDR says of our four languages, as data that is read in no time: `python docs/generate.py` writes it.

Babel has it all, and opening it takes megabytes and a twentieth of a second.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale

from db.vocabulary import Language

HEAD = "# Made from CLDR by `make docs`: figures, countries, the cities that time zones are named by.\n"


def books(locales: Path) -> dict[Path, str]:
    """Every file with what stands in it."""
    return {locales / language / "cldr.toml": "\n".join(_book(language)) for language in Language}


def _book(language: Language) -> Iterator[str]:
    locale = Locale.parse(language.replace("-", "_"))
    yield HEAD
    yield f"numbers = {_quoted(locale.decimal_formats[None].pattern)}"
    tables = {
        "plurals": locale.plural_form.rules,
        "symbols": locale.number_symbols[locale.default_numbering_system],
        "countries": {code: name for code, name in locale.territories.items() if len(code) == 2},
        "cities": {
            zone: names["city"]
            for zone, names in locale.time_zones.items()
            if "city" in names and zone.startswith(("Europe/", "Asia/"))
        },
    }
    for name, table in tables.items():
        yield from _table(name, table)
    yield ""


def _table(name: str, table: Mapping[str, object]) -> Iterator[str]:
    yield f"\n[{name}]"
    for key, value in table.items():
        yield f"{key if key.isalpha() else _quoted(key)} = {_quoted(str(value))}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
