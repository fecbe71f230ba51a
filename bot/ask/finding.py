"""Looking names up as they are typed: partners, agreements and events, by any form of a name or a place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from bot.language.names import Gazetteer
from bot.language.phrases import Known
from bot.language.reading import Reading, read
from bot.language.scripts import normalise
from bot.language.tokens import tokenise
from db import agreements, events, partners
from db.vocabulary import Agreement, Event, Partner

Found = Partner | Agreement | Event


def find(session: Session, text: str, gazetteer: Gazetteer, today: date) -> tuple[Found, ...]:
    """Whatever the text may name, partners first, then their agreements, then events; nothing for no text.

    A text names a record when the parser links it to the record or to its country or city, or when each of
    its words begins a word of one of the record's names: so a name is found before it is typed out.
    """
    if not text.strip():
        return ()
    reading, typed = read(text, gazetteer, today), _words(text)
    named = _numbers(reading, Known.PARTNER)
    bodies = [
        partner
        for partner in partners.every(session)
        if partner.no in named
        or _begins(typed, (*partner.names.every(), *partner.aliases))
        or _lies(reading, partner)
    ]
    nos = {partner.no for partner in bodies}
    papers = [
        agreement
        for agreement in agreements.every(session)
        if agreement.partner in nos or _begins(typed, (agreement.title or "", agreement.number or ""))
    ]
    shown, series = _numbers(reading, Known.EVENT), _numbers(reading, Known.SERIES)
    held = [
        event
        for event in events.every(session)
        if event.no in shown
        or event.series in series
        or _begins(typed, event.titles.every())
        or _lies(reading, event)
    ]
    return (*bodies, *papers, *held)


def _numbers(reading: Reading, known: Known) -> frozenset[int]:
    return frozenset(no for mention in reading.mentions if mention.known is known for no in mention.nos)


def _lies(reading: Reading, record: Partner | Event) -> bool:
    """Whether the text names the record's country or city."""
    return any(
        (mention.known is Known.COUNTRY and mention.value == record.country)
        or (mention.known is Known.CITY and mention.value == record.city)
        for mention in reading.mentions
    )


def _begins(typed: tuple[str, ...], names: Iterable[str]) -> bool:
    """Whether each typed word begins another word of one name."""
    return any(_all_begin(typed, _words(name)) for name in names)


def _all_begin(typed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """The keys of a text's words; names are looked at with every letter that somebody types."""
    return tuple(token.key for token in tokenise(normalise(text)))
