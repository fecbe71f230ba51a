"""What stands in our books of CLDR is what Babel says, and Babel's own are left shut."""

import subprocess
import sys

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bot import cldr
from bot.show.dates import number
from bot.words import Words
from db.vocabulary import Language

SAID = """
import sys
opened = []
sys.addaudithook(lambda event, details: opened.append(str(details[0])) if event == "open" else None)
from bot.language import places
from bot.show.dates import country, number
from bot.words import Words
from db.vocabulary import Language
for language in Language:
    Words(language).plain("date-in-days", n=2040)
    country("UZ", language), number(2040, language)
list(places.countries()), list(places.cities())
assert any(name.endswith("cldr.toml") for name in opened)
print([name for name in opened if name.endswith(".dat")])
"""


def babel(language: Language) -> Locale:
    return Locale.parse(language.replace("-", "_"))


@pytest.mark.parametrize("language", Language)
@given(value=st.integers(-(10**12), 10**12))
def test_figures_are_counted_and_written_as_babel_does(language: Language, value: int) -> None:
    locale = babel(language)
    assert cldr.Speech(language).plural_form(value) == locale.plural_form(value)
    assert format_decimal(value, locale=cldr.Speech(language)) == format_decimal(value, locale=locale)


@pytest.mark.parametrize("language", Language)
@given(value=st.integers(0, 10**12))
def test_a_figure_by_itself_is_written_as_in_a_text(language: Language, value: int) -> None:
    assert number(value, language) == format_decimal(value, locale=babel(language))
    assert number(value, language) in Words(language).plain("date-in-days", n=value)


def test_nothing_of_babel_is_opened() -> None:
    run = subprocess.run([sys.executable, "-c", SAID], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "[]", run.stderr
