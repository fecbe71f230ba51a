"""Is this text a question, a log of something that happened, or neither? Pure; nothing is guessed about its
content.
"""

from __future__ import annotations

from enum import StrEnum

from bot.language.reading import Reading


class Kind(StrEnum):
    """What a plain message wants."""

    QUESTION = "question"
    LOG = "log"
    NEITHER = "neither"


_ASKING = ("count", "count.people", "when", "when.year", "when.month", "where", "where.city",
    "where.country", "who", "which", "what",
           "how long", "until when", "since when", "why")  # fmt: skip
_BIDDING = ("show", "list", "card", "compare")
_DEEDS = ("got", "gave", "gifted", "bought", "lent", "left", "came", "exchanged", "held", "held at",
    "organise", "participate", "went",
          "visited", "learned", "sign", "terminate", "renew", "start", "returned", "approve", "spoke",
          "opened")  # fmt: skip
_POLITE = frozenset(
    ("can", "could", "would", "will", "do", "does", "did", "is", "are", "was", "were", "has", "have")
)


def triage(reading: Reading) -> Kind:
    """A question mark, a question word or an asking ending make a question; a deed in the past without them
    a log.
    """
    if not reading.tokens:
        return Kind.NEITHER
    if asks_outright(reading):
        return Kind.QUESTION
    if any(_is_done(reading, sense.start, sense.end) for sense in reading.means(*_DEEDS)):
        return Kind.LOG
    if (
        any(True for _ in reading.means(*_BIDDING))
        or reading.mentions
        or any(s.concept != "filler" for s in reading.senses)
    ):
        return Kind.QUESTION
    return Kind.NEITHER


def asks_outright(reading: Reading) -> bool:
    """A question mark, a question word, an asking ending: not merely a name that could be asked about."""
    if not reading.tokens:
        return False
    return "?" in reading.text or any(True for _ in reading.means(*_ASKING)) or _asks(reading)


def _asks(reading: Reading) -> bool:
    if any(sense.ending.asks for sense in reading.senses):
        return True
    first = reading.tokens[0].low
    return first in _POLITE or any(token.low == "ли" for token in reading.tokens)


def _is_done(reading: Reading, start: int, end: int) -> bool:
    """A finite verb of the past, not a participle before a noun: `yubordik`, `получили`, `received`."""
    for sense in reading.senses:
        if (sense.start, sense.end) != (start, end):
            continue
        if sense.language == "en":
            return reading.tokens[end - 1].low not in {"send", "give", "receive", "get", "take"}
        if sense.ending.past and not sense.ending.negative and sense.ending.case.value == "plain":
            return True
        if sense.language == "uz" and sense.ending.ours:
            return True
    return False
