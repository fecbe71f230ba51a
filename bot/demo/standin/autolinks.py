"""What Telegram finds in any text by itself: commands, mentions, hashtags, links, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .formatting import Formatted, utf16_length
from .refusal import Json

_FINDERS = [
    (
        "url",
        re.compile(
            r"(?<![\w@/.])(?:https?://[^\s<>\"]+|(?:[\w-]+\.)+(?:uz|com|org|net|ru|info|int|edu|gov|me)"
            r"(?![\w-])(?:/[^\s<>\"]*)?)"
        ),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])"),
    ),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}")),
]
_TRAILING = re.compile(r"[.,:;!?)\]}'»”]+$")
_EXCLUSIVE = {"code", "pre", "text_link", "text_mention", "url", "email", "mention", "bot_command", "hashtag"}


def with_autolinks(formatted: Formatted) -> Formatted:
    """The same text, its entities completed and in Telegram's order."""
    entities = list(formatted.entities)
    for kind, finder in _FINDERS:
        for found in finder.finditer(formatted.text):
            text = _TRAILING.sub("", found.group()) if kind == "url" else found.group()
            offset = utf16_length(formatted.text[: found.start()])
            entity: Json = {"type": kind, "offset": offset, "length": utf16_length(text)}
            if text and not _overlaps(entity, entities):
                entities.append(entity)
    return Formatted(formatted.text, tuple(sorted(entities, key=lambda e: (e["offset"], -e["length"]))))


def _overlaps(entity: Json, others: Iterable[Json]) -> bool:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    return any(
        other["type"] in _EXCLUSIVE and other["offset"] < end and begin < other["offset"] + other["length"]
        for other in others
    )


def entity_texts(formatted: Formatted, kind: str) -> list[str]:
    """The pieces of the text that entities of this kind cover."""
    raw = formatted.text.encode("utf-16-le", "surrogatepass")
    return [
        raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le", "surrogatepass")
        for e in formatted.entities
        if e["type"] == kind
    ]
