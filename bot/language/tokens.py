"""Words and numbers of a text with their places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.scripts import fold, is_cyrillic

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or one run of digits of the normalised text; `text[start:end]` is the token as written."""

    start: int
    end: int
    written: str
    before: str
    """What stands between the token before and this one: spaces, a hyphen, nothing (`25тадан` is two
    tokens).
    """
    low: str
    """Lower case, one apostrophe: the key of English and Russian words."""
    key: str
    """The key of Uzbek words and of names."""
    is_number: bool
    is_cyrillic: bool

    @property
    def joined(self) -> bool:
        """Written to the token before it without a space: `2014-yil`, `14тадан`."""
        return self.before in {"", "-"}

    def read_as(self, word: str) -> Token:
        """The same place in the text, taken for another word."""
        return _token(self.start, self.end, word, self.before)


_LONGEST = 64
"""Letters of a word that are looked at: no word has more, and looking at thousands takes for ever."""


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a text that `scripts.normalise` has put right."""
    tokens: list[Token] = []
    last = 0
    for found in _TOKEN.finditer(text):
        written = found.group()[:_LONGEST]
        tokens.append(_token(found.start(), found.end(), written, text[last : found.start()]))
        last = found.end()
    return tuple(tokens)


def split(text: str) -> list[str]:
    """The words and numbers alone, as written."""
    return _TOKEN.findall(text)


def lowered(written: str) -> str:
    """The key of an English or Russian word."""
    return written.casefold().rstrip("'").replace("ё", "е")


def _token(start: int, end: int, written: str, before: str) -> Token:
    low = lowered(written)
    return Token(start, end, written, before, low, fold(written), written.isdecimal(), is_cyrillic(written))
