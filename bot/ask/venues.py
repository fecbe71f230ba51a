"""Where events were, who hosted them, whose people came to them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.ask.frame import Frame
from bot.ask.people import ATTENDED, is_held_by_us
from bot.language.mention import Mention
from bot.language.phrases import Known
from bot.language.places import members
from bot.language.suffixes import Case
from db.query import Query
from db.vocabulary import ONLINE


def placed(frame: Frame, query: Query) -> Query | None:
    """Where it was, who hosted it, whose people came."""
    hosts: list[int] = []
    guests: list[int] = []
    for mention in frame.take_mentions(Known.PARTNER):
        if not mention.targets:
            return None
        goes_there = frame.has("went") and _is_goal(frame, mention)
        attends = (
            (frame.has(*ATTENDED, "delegation") and not goes_there)
            or _comes_from(frame, mention)
            or _is_of_people(frame, mention)
        ) and mention.ending.case is not Case.ADJECTIVE
        (guests if attends and not frame.has("organise", "host") else hosts).extend(mention.nos)
    regions = frame.take_mentions(Known.REGION)
    titles = {sense.start for sense in frame.senses("event.", "event")}
    if len(regions) > 1 or any(m.end in titles and not is_place(frame, m, kinds=False) for m in regions):
        # `the Central Asia round table` is called so.
        return None
    places = [*frame.take_mentions(Known.CITY, Known.COUNTRY), *regions]
    if any(_is_topic(frame, m) for m in places):
        return None
    online = (ONLINE,) if frame.take("online") else ()
    theirs = [
        m
        for m in places
        if _comes_from(frame, m)
        or _is_of_people(frame, m)
        or (frame.has("participate", "spoke") and not is_place(frame, m))
    ]
    here = [m for m in places if m not in theirs]
    ourselves = bool(frame.take_mentions(Known.OURSELVES)) and frame.has("organise", "host")
    hosted_by_us = ourselves or (is_held_by_us(frame) and not hosts)
    return replace(
        query,
        place_cities=(*online, *(m.value for m in here if m.known is Known.CITY)),
        place_countries=_countries(here), countries=_countries(theirs),
        region=regions[0].value if regions else None,
        cities=tuple(m.value for m in theirs if m.known is Known.CITY),
        hosts=tuple(hosts), partners=tuple(guests), abroad=bool(frame.take("abroad")),
            hosted_by_us=hosted_by_us,
    )  # fmt: skip


def _countries(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The countries that are named, one by one or as a region."""
    found: list[str] = []
    for mention in mentions:
        if mention.known is Known.REGION:
            found += sorted(members(mention.value))
        elif mention.known is Known.COUNTRY:
            found.append(mention.value)
    return tuple(found)


def _is_topic(frame: Frame, mention: Mention) -> bool:
    """`about Shanghai`, `о Шанхае`, `Shanxay haqidagi`: what it was about, not where it was."""
    return frame.low(mention.start - 1) in {"о", "об", "про", "about", "on"} or any(
        s.start == mention.end for s in frame.senses("about")
    )


def _is_goal(frame: Frame, mention: Mention) -> bool:
    """`went to the library`, `kutubxonaga borgan`: they are the hosts."""
    before = frame.low(mention.start - 1)
    before = frame.low(mention.start - 2) if before == "the" else before
    return before in {"to", "в", "во", "на"} or mention.ending.case is Case.DATIVE


def _comes_from(frame: Frame, mention: Mention) -> bool:
    return frame.low(mention.start - 1) in {"from", "из", "от"} or mention.ending.case is Case.ABLATIVE


def _is_of_people(frame: Frame, mention: Mention) -> bool:
    """`Tajik guests`, `таджикские участники`: theirs, wherever it was."""
    nouns = frame.senses("role.", "staff", "people", "delegation")
    return any(noun.start == mention.end for noun in nouns) and mention.ending.case is not Case.LOCATIVE


def is_place(frame: Frame, mention: Mention, *, kinds: bool = True) -> bool:
    """`in Seoul`, `в Сеуле`, `Seulda`, `Seuldagi`, `Seulga`."""
    cases = {Case.LOCATIVE, Case.ADJECTIVE, Case.DATIVE}
    if kinds and any(s.start == mention.end for s in frame.senses("event.")):
        return True
    return frame.low(mention.start - 1) in {"in", "at", "to", "в", "во", "на"} or mention.ending.case in cases
