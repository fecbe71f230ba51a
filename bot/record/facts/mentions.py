"""Which of the names found in a message are meant: coincidences of letters and of words are left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.names import Gazetteer, kinds_of
from bot.language.phrases import Known
from bot.language.scripts import fold
from bot.language.suffixes import PLAIN
from bot.language.tokens import Token
from db.vocabulary import Partner


def sure(
    mentions: Sequence[Mention], tokens: tuple[Token, ...], senses: Sequence[Sense], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The mentions that are none by coincidence."""
    near = {city for p in gazetteer.partners.values() if (city := p.city)} | {gazetteer.ourselves.city}
    said = {s.start for s in senses if s.end == s.start + 1 and not s.concept.startswith("inst.")}
    mentions = tuple(
        m
        for m in mentions
        if not (_is_noise(m, tokens) or _is_everyday(m, tokens, said)) or _is_near(m, tokens, near)
    )
    mentions = tuple(m for m in mentions if not _is_anothers(m, tokens, said, mentions))
    return tuple(_as_spelled(m, tokens, gazetteer) for m in mentions)


SURNAME = re.compile(
    r"(ov|ova|ev|eva|yev|yeva|in|ina|sky|skiy|skaya|zoda|zade|shvili|ko|chuk|yan|ová|ská|cká|ský|cký|ić|wicz|"
    r"ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|зода|заде|швили|ко|чук|ян|ўғли|қизи)$",
    re.IGNORECASE,
)


def is_surname(tokens: tuple[Token, ...], at: int) -> bool:
    """`Lola Karimova`, `A. Saidov`: a surname beside a first name or an initial is nobody's misspelling."""
    written = tokens[at].written
    if not written[0].isupper() or not SURNAME.search(_CASES.sub("", written)):
        return False
    before = at > 0 and tokens[at].before in {" ", ". ", "."} and tokens[at - 1].written[0].isupper()
    after = (
        at + 1 < len(tokens) and tokens[at + 1].before in {" ", ". "} and tokens[at + 1].written[0].isupper()
    )
    return before or after


_CASES = re.compile(r"(ning|ni|ga|dan|нинг|ни|га|дан)$")


_SURELY_SURNAME = re.compile(r"(?:ov|ova|ev|eva|ов|ова|ев|ева|ёв|ёва)$")


def is_before_surname(tokens: tuple[Token, ...], at: int) -> bool:
    """`aziz yuldashev`: a first name typed small is no slip either."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.before == " " and _SURELY_SURNAME.search(behind.low) is not None


def is_name(tokens: tuple[Token, ...], at: int) -> bool:
    """A capital inside a sentence, or before another capital, is a name and no slip."""
    if not tokens[at].written[0].isupper():
        return False
    return at > 0 or (len(tokens) > 1 and tokens[1].written[0].isupper())


def _is_near(mention: Mention, tokens: tuple[Token, ...], near: Collection[str | None]) -> bool:
    """`Osh`, where we or our partners are: short, and a place all the same."""
    written = tokens[mention.start].written
    return mention.known is Known.CITY and written[0].isupper() and mention.value in near


def _is_everyday(mention: Mention, tokens: tuple[Token, ...], said: Collection[int]) -> bool:
    """`день` is a day and no Delhi: a word of its own in small letters."""
    place = mention.known in {Known.COUNTRY, Known.CITY} and len(mention.places) == 1
    return place and mention.start in said and tokens[mention.start].written[0].islower()


def _as_spelled(mention: Mention, tokens: tuple[Token, ...], gazetteer: Gazetteer) -> Mention:
    """`Гиме` is Guimet before it is a case of `ГИМ`: a word that stands so in a name."""
    if mention.known is not Known.PARTNER or len(mention.places) > 1:
        return mention
    key = tokens[mention.start].key
    if tokens[mention.start].written[:2].isupper():
        return mention
    rivals = {gazetteer.bodies[at].target for at in gazetteer.body_words.get(key, ())}
    spelled = [t for t in rivals if key in _words_of(gazetteer.partners[t.no])]
    if len(spelled) != 1 or any(key in _words_of(gazetteer.partners[no]) for no in mention.nos):
        return mention
    return replace(mention, targets=tuple(spelled), ending=PLAIN)


@lru_cache(maxsize=1024)
def _words_of(partner: Partner) -> frozenset[str]:
    return frozenset(fold(w) for form in (*partner.names.every(), *partner.aliases) for w in form.split())


def _is_anothers(
    mention: Mention, tokens: tuple[Token, ...], said: Collection[int], mentions: Sequence[Mention]
) -> bool:
    """`New` at the head of a message is no `New Delhi`, nor is `the Rubin Museum of New York` the museum we
    know there: a name that a strange word before it makes another's.
    """
    if mention.known is not Known.PARTNER or mention.how is not How.WORDS:
        return False
    first = mention.start
    if mention.places == (first,) and first == 0 and first in said and not kinds_of(tokens[0]):
        return True
    places = {p for m in mentions if m.known in {Known.COUNTRY, Known.CITY} for p in m.places}
    exact = any(m.known is Known.PARTNER and m.how is How.EXACT and m.start >= first for m in mentions)
    if exact or first == 0 or first in places or not kinds_of(tokens[first]):
        return False
    if tokens[first].before != " " or tokens[first].is_cyrillic:
        return False
    before = tokens[first - 1]
    named = any(first - 1 in m.places for m in mentions)
    return before.written[0].isupper() and first - 1 not in said and not named and not kinds_of(before)


_TITLED = frozenset((Known.EVENT, Known.PROGRAMME, Known.SERIES))


def _is_noise(mention: Mention, tokens: tuple[Token, ...]) -> bool:
    """`та` is no country, nor `Malika` before a surname: taken for places by a coincidence of letters."""
    if mention.known in _TITLED and mention.end - mention.start > len(mention.places) + 1:
        # Words of a title, but each in a place of its own.
        return True
    if mention.known is Known.PARTNER and len(tokens[mention.start].written) == 1 == len(mention.places):
        return True
    if mention.known is Known.PARTNER and len(mention.targets) > 1 == len(mention.places):
        # `Музей исламского искусства`: a word that many names hold, inside another one.
        behind = [t for t in tokens[max(0, mention.start - 2) : mention.start] if kinds_of(t)]
        return tokens[mention.start].written[0].islower() and bool(behind)
    free = mention.known is Known.PARTNER and mention.how is How.WORDS
    if not (free or mention.known in {Known.COUNTRY, Known.CITY, Known.REGION}) or len(mention.places) > 1:
        return False
    if mention.end < len(tokens) and is_surname(tokens, mention.end):
        return tokens[mention.end].before == " "
    word = tokens[mention.start].written
    return len(word) < 4 and not word.isupper() and not free
