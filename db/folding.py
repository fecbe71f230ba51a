"""When two spellings are the same name: script, apostrophes, case, quotes and spaces make no difference,
letters do.

Both scripts are carried to one key in which "Oʻzbekiston Milliy kutubxonasi" and "ЎЗБЕКИСТОН МИЛЛИЙ
КУТУБХОНАСИ" meet. It is equality, not likeness: one letter more is another name. Pure.
"""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'ʻʼ‘’‛`´ʹʽ′＇"
_QUOTES = '"«»„“”‟″'
_DASHES = "-‐‑‒–—―−"

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "x", "ц": "s", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "ў": "o'", "қ": "q", "ғ": "g'", "ҳ": "h",
}  # fmt: skip
_MARKS = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_QUOTES), **dict.fromkeys(_DASHES, "-")}
)
_LETTERS = str.maketrans(_CYRILLIC)

_TSE = re.compile(r"(?<=[аеёиоуыэюяў])ц")
"""Latin writes ts after a vowel (militsiya) and s elsewhere (konferensiya)."""
_SILENT = re.compile(r"(?<![og])'")
"""The apostrophe of oʻ and gʻ makes a letter; any other (sanʼat) has no sure counterpart in Cyrillic."""
_YE = re.compile(r"(?<![bcdfghjklmnpqrstvwxyz])ye")
"""Latin writes ye where Cyrillic has е after a vowel or at the beginning of a word."""


def fold(text: str) -> str:
    """The key under which all spellings of one name meet."""
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold().replace("\u0307", "")
    latin = _TSE.sub("ts", plain).translate(_LETTERS)
    return _YE.sub("e", _SILENT.sub("", " ".join(latin.split())))
