"""The alphabets people type: one spelling of a text, and the keys under which a word is looked up.

Uzbek is written in 1995 Latin (oʻ gʻ sh ch), 2026 Latin (ö ğ ş ç), Cyrillic (ў ғ ш ч қ ҳ), on Russian
keyboards (у г к х for ў ғ қ ҳ) and in bare ASCII. `fold` maps all but the Russian keyboard to one key;
`keyboard` gives the key of a known word as a Russian keyboard would spell it, so that it can be indexed
twice.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIMIT = 4000
"""Characters of a message that are read at most; Telegram allows 4096."""

_APOSTROPHES = "ʻʼ'`‘’´′ʹ‛ˈ＇"
_DASHES = "‐‑‒–—―−"
_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
_ONE_SPELLING = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad\u2060", ""),
        "ș": "ş", "Ș": "Ş", "і": "и", "І": "И", "№": "№",
    }
)  # fmt: skip

_LATIN_TWIN = str.maketrans("aeopcxykmthbAEOPCXYKMTHB", "аеорсхукмтнвАЕОРСХУКМТНВ")
_CYRILLIC_TWIN = str.maketrans("аеорсхукмтнвАЕОРСХУКМТНВ", "aeopcxykmthbAEOPCXYKMTHB")
_TWINS_LATIN = frozenset("aeopcxykmthbAEOPCXYKMTHB")
_TWINS_CYRILLIC = frozenset("аеорсхукмтнвАЕОРСХУКМТНВ")
_WORD = re.compile(r"[^\W\d_]+")
_CONTROL = re.compile(r"[\x00-\x1f]")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[Ѐ-ӿ]")

_LATIN_OF = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z", "и": "i",
    "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f",
    "х": "h", "ц": "s", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
    "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h",
    "ş": "sh", "ç": "ch", "ö": "o", "ğ": "g", "ı": "i", "x": "h", "w": "v", "'": "", "ʻ": "", "ʼ": "",
    "‘": "", "’": "",
}  # fmt: skip
_FOLD = str.maketrans(_LATIN_OF)
_KEYBOARD = str.maketrans({"ў": "у", "қ": "к", "ғ": "г", "ҳ": "х", "q": "k", "ö": "u"})


_NUMERO = re.compile(r"№(?!\s*\d)")
"""The sign as a word (`Polsha memorandumi №`); before figures it is but a mark."""


def normalise(text: str) -> str:
    """NFC, one apostrophe ('), one dash (-), one space, no invisible marks, look-alike letters put right;
    bounded.
    """
    text = unicodedata.normalize("NFC", text[:LIMIT]).translate(_ONE_SPELLING)
    text = unicodedata.normalize("NFC", _NUMERO.sub(" nomer ", _CONTROL.sub(" ", text)))
    if _LATIN.search(text) and _CYRILLIC.search(text):
        return _WORD.sub(lambda found: _unmixed(found.group()), text)
    return text


def _unmixed(word: str) -> str:
    """`Pоссия` with a Latin P is Cyrillic; `RDKдан` is an abbreviation with a suffix and stays."""
    latin = [c for c in word if c.isascii()]
    cyrillic = [c for c in word if is_cyrillic(c)]
    if not latin or not cyrillic:
        return word
    if len(latin) <= len(cyrillic) and _TWINS_LATIN.issuperset(latin) and not word[: len(latin)].isascii():
        return word.translate(_LATIN_TWIN)
    if len(latin) < len(cyrillic) and len(latin) == 1 and latin[0] in _TWINS_LATIN:
        return word.translate(_LATIN_TWIN)
    if len(cyrillic) < len(latin) and _TWINS_CYRILLIC.issuperset(cyrillic) and not is_cyrillic(word[-1]):
        return word.translate(_CYRILLIC_TWIN)
    return word


@lru_cache(maxsize=65536)
def is_cyrillic(text: str) -> bool:
    """Does any letter of it stand in the Cyrillic block?"""
    return any("Ѐ" <= c <= "ӿ" for c in text)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The one key of an Uzbek word in all its alphabets, but for the Russian keyboard: `Ўзбекистон` →
    `ozbekiston`.
    """
    key = _bare(word.casefold().translate(_FOLD))
    return key.replace("ts", "s").replace("ye", "e")


def keyboard(word: str) -> str:
    """The key of a known word as typed without ў қ ғ ҳ: `Oʻzbekiston`, `Ўзбекистон` → `uzbekiston`."""
    low = word.casefold().translate(_ONE_SPELLING)
    low = low.replace("o'", "ö").translate(_KEYBOARD)
    return fold(low)


def _bare(text: str) -> str:
    """Without accents that none of the alphabets has (é → e), for names from elsewhere."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
