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
    """What stands between the token before and this one: spaces, a hyphen, nothing (`25тадан` is two tokens)."""

    @property
    def low(self) -> str:
        """Lower case, one apostrophe: the key of English and Russian words."""
        return self.written.casefold().rstrip("'").replace("ё", "е")

    @property
    def key(self) -> str:
        """The key of Uzbek words and of names."""
        return fold(self.written)

    @property
    def is_number(self) -> bool:
        return self.written.isdecimal()

    @property
    def is_cyrillic(self) -> bool:
        return is_cyrillic(self.written)

    @property
    def joined(self) -> bool:
        """Written to the token before it without a space: `2014-yil`, `14тадан`."""
        return self.before in {"", "-"}


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a text that `scripts.normalise` has put right."""
    tokens: list[Token] = []
    last = 0
    for found in _TOKEN.finditer(text):
        tokens.append(Token(found.start(), found.end(), found.group(), text[last : found.start()]))
        last = found.end()
    return tuple(tokens)
