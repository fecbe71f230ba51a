"""A narrative cut into its sentences, each with its place in the text as it was written. Pure.

A list under a line that ends in a colon is read with that line before each of its points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.language.lexicon import table, words_of
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of the narrative; `lead` is the line that a point of a list belongs to."""

    start: int
    end: int
    said: str
    lead: str = ""
    paragraph: int = 0
    heading: bool = False
    point: bool = False
    """A point of a list."""

    @property
    def whole(self) -> str:
        """What is to be read."""
        return f"{self.lead} {self.said}" if self.lead else self.said


_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_POINT = re.compile(r"\s*(?:[-–—•*·‣▪●]|\(?\d{1,2}[.)]|[a-zа-я]\))\s+")
_STOP = re.compile(r"[.!?…]+[)»”\"']*(?=\s+[«“„\"'(]?[^\W_])")
_BEFORE = re.compile(r"([^\W_]+)[.!?…]+[)»”\"']*$")
_LONGEST_HEADING = 90
_LONGEST = 1200
"""Characters of one sentence: what is longer is cut at a blank, for no sentence is."""


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences in their order."""
    lead, of_list = "", 0
    for paragraph, line in enumerate(_LINE.finditer(text)):
        body = line.group()
        if not body.strip():
            continue
        point = _POINT.match(body)
        if lead and not point and paragraph > of_list + 1:
            lead = ""
        of_list = paragraph
        offset = line.start() + (point.end() if point else len(body) - len(body.lstrip()))
        body = text[offset : line.end()].rstrip()
        heading = not lead and len(body) <= _LONGEST_HEADING and body[-1:] not in ".!?;:…,"
        for start, end in _cut(body):
            yield Sentence(
                offset + start, offset + end, body[start:end],
                lead if point else "", paragraph, heading, point is not None,
            )  # fmt: skip
        if body.endswith(":") and len(body) <= _LONGEST:
            last = list(_cut(body))[-1]
            lead = body[last[0] : last[1]]
        elif not point:
            lead = ""


def _cut(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(body):
        if not _ends(body, start, stop):
            continue
        yield from _bounded(body, start, stop.end())
        start = stop.end() + len(body[stop.end() :]) - len(body[stop.end() :].lstrip())
    if body[start:].strip():
        yield from _bounded(body, start, len(body))


def _ends(body: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not an initial, a shortened word, a number of a list."""
    following = body[stop.end() :].lstrip()[:1]
    if not stop.group().startswith("."):
        return not following.islower()
    if following.islower():
        return False
    before = _BEFORE.search(body[start : stop.end()])
    if before is None:
        return True
    word = before[1]
    if word.isdecimal():
        return len(word) > 2 or before.start() > 0
    if len(word) == 1 and word.isupper():
        return False
    return word.casefold() not in _shortened() or _opens(body[stop.end() :])


def _opens(rest: str) -> bool:
    """Whether the next word is a small one with a capital: only a sentence begins so."""
    word = re.match(r"\s*[«“„\"'(]?([^\W_]+)", rest)
    return word is not None and word[1][:1].isupper() and word[1].casefold() in _openers()


@cache
def _shortened() -> frozenset[str]:
    return _cell("shortened")


@cache
def _openers() -> frozenset[str]:
    return _cell("openers")


def _cell(name: str) -> frozenset[str]:
    cells = (table(language, "sentences", "statements").get(name, "") for language in Language)
    return frozenset(word.casefold() for cell in cells for word in words_of(cell))


def _bounded(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = body.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut + (blank > start)
    if body[start:end].strip():
        yield start, end
