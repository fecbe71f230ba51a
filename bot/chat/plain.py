"""A message that Telegram cannot take as it is, in a shape that it can: without markup, in several parts."""

from __future__ import annotations

from typing import Any

from bot.html import Html
from bot.html import plain as _plain

_LONGEST = 3500
"""Characters of a part: within the limit, however its signs are counted."""


def plain(payload: dict[str, Any]) -> dict[str, Any]:
    """The same message without markup: all its words, none of its tags."""
    words = {name: _plain(Html(payload[name])) for name in ("text", "caption") if name in payload}
    return {name: value for name, value in payload.items() if name != "parse_mode"} | words


def pieces(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """The message in parts that are short enough, without markup; its buttons stand under the last."""
    whole = plain(payload) if "parse_mode" in payload else payload
    texts = _cut(whole["text"])
    bare = {name: value for name, value in whole.items() if name != "reply_markup"}
    return [(bare if text is not texts[-1] else whole) | {"text": text} for text in texts]


def _cut(text: str) -> list[str]:
    """At ends of lines where there are any."""
    parts = []
    while len(text) > _LONGEST:
        end = text.rfind("\n", 1, _LONGEST + 1)
        end = end if end > 0 else _LONGEST
        parts.append(text[:end])
        text = text[end:].removeprefix("\n")
    return [*parts, text]
