"""One Uzbek sentence in the ways people type it: 1995 Latin, 2026 Latin, bare ASCII, Cyrillic, a Russian
keyboard.
"""

from __future__ import annotations

import re

_PAIRS = (
    ("oʻ", "ў"),
    ("gʻ", "ғ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("yo", "ё"),
    ("yu", "ю"),
    ("ya", "я"),
    ("ye", "е"),
    ("ts", "ц"),
)
_LETTERS = dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True)) | {
    "ʼ": "ъ",
    "e": "е",
}


def cyrillic(text: str) -> str:
    """Latin to Cyrillic, well enough for words that follow the rules."""
    text = re.sub(r"\be", "э", re.sub(r"\bE", "Э", text))
    for latin, letter in _PAIRS:
        text = text.replace(latin, letter).replace(latin.capitalize(), letter.upper())
    return "".join(_LETTERS.get(c, _LETTERS[c.lower()].upper() if c.lower() in _LETTERS else c) for c in text)


def keyboard(text: str) -> str:
    """Cyrillic as typed without the four Uzbek letters."""
    return text.translate(str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ"))


def modern(text: str) -> str:
    """2026 Latin."""
    for old, new in (
        ("oʻ", "ö"),
        ("gʻ", "ğ"),
        ("Oʻ", "Ö"),
        ("Gʻ", "Ğ"),
        ("sh", "ş"),
        ("Sh", "Ş"),
        ("ch", "ç"),
        ("Ch", "Ç"),
    ):
        text = text.replace(old, new)
    return text


def ascii_only(text: str) -> str:
    """What is left on a keyboard without the marks."""
    return text.replace("ʻ", "'").replace("ʼ", "'").replace("“", '"').replace("”", '"')


def markless(text: str) -> str:
    """Without any marks at all."""
    return text.replace("ʻ", "").replace("ʼ", "").replace("“", "").replace("”", "").lower()
