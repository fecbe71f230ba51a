"""Text as Telegram shows it. Escaping happens here and nowhere else.

`Html` is text that is safe to send with parse mode HTML; only `escape`, `join` and `bot.words` make it, so a
user's text cannot reach a message unescaped without the type checker noticing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape as _escape
from html import unescape as _unescape
from typing import NewType

Html = NewType("Html", str)

EMPTY = Html("")
_TAG = re.compile(r"</?[a-z][^<>]*>")
# Zero-width and direction-changing characters: invisible in a name, they can reorder the figures beside it.
_UNSEEN = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


def escape(text: str) -> Html:
    """User text made harmless: markup is shown, not obeyed; unseen control characters are dropped."""
    return Html(_escape(_UNSEEN.sub("", text), quote=False))


def moment(at: datetime, said: str) -> Html:
    """A moment as it is written here; tapped, Telegram tells it by the reader's own clock."""
    return Html(f'<tg-time unix="{int(at.timestamp())}">{escape(said)}</tg-time>')


def folded(text: Html) -> Html:
    """Details that show their first lines until they are tapped."""
    return Html(f"<blockquote expandable>{text}</blockquote>") if text else text


def join(parts: Iterable[Html], between: str = "\n") -> Html:
    """Several safe texts as one; empty ones fall away."""
    return Html(between.join(part for part in parts if part))


def clip(text: str, most: int) -> str:
    """Text of at most so many characters; one that is longer ends in an ellipsis. Before escaping."""
    return text if len(text) <= most else text[: most - 1] + "…"


def units(text: Html) -> int:
    """How long Telegram finds a text: without its markup, a sign beyond the first 65,536 counted as two."""
    return len(plain(text).encode("utf-16-le")) // 2


def fit(parts: Sequence[Html], room: int, between: str = "\n") -> Html:
    """Several safe texts as one of at most so many units. Should they be too long, the longest are cut."""
    parts = [part for part in parts if part]
    left = room - len(between) * len(parts)
    if sum(map(units, parts)) > left:
        fair = left // len(parts)
        parts = [part if units(part) <= fair else _cut(part, fair) for part in parts]
    return join(parts, between)


def _cut(text: Html, most: int) -> Html:
    """Cut to so many units; its markup goes, for it could not be closed."""
    whole = plain(text).encode("utf-16-le")[: 2 * (most - 1)]
    return escape(whole.decode("utf-16-le", "ignore") + "…")


def plain(text: Html) -> str:
    """What a person reads: without markup, entities decoded. For the terminal and for measuring length."""
    return _unescape(_TAG.sub("", text))
