"""Finds the gazetteer's names in a text: exact forms in any case first, freely said institutions next,
title words last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.language import keys
from bot.language.lexicon import Sense, lexicon
from bot.language.names import Body, Gazetteer, kinds_of
from bot.language.phrases import CONNECTORS, Known, Phrase, Target, atlas
from bot.language.suffixes import PLAIN, Case, Ending, noun_ending
from bot.language.tokens import Token


class How(StrEnum):
    """How sure a link is."""

    EXACT = "exact"
    WORDS = "words"
    """Said freely: the words fit one record or a few."""
    UNKNOWN = "unknown"
    """An institution is named that the registry does not have."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `places` are its tokens; `targets` are all that fit, several where it is
    ambiguous.
    """

    known: Known
    targets: tuple[Target, ...]
    places: tuple[int, ...]
    how: How
    ending: Ending = PLAIN
    """What the last word's ending says: -ga to, -dan from."""

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1

    @property
    def nos(self) -> tuple[int, ...]:
        return tuple(target.no for target in self.targets)

    @property
    def value(self) -> str:
        return self.targets[0].value if self.targets else ""


_CLOSING = frozenset((Case.DATIVE, Case.ABLATIVE, Case.LOCATIVE, Case.ACCUSATIVE, Case.LIMIT, Case.ADJECTIVE))


def link(tokens: Sequence[Token], senses: Sequence[Sense], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every name found; they may overlap, the reader chooses."""
    exact = list(_exact(tokens, gazetteer))
    free = list(_institutions(tokens, exact, senses, gazetteer))
    people = list(_persons(tokens, senses, gazetteer))
    titled = list(_titles(tokens, senses, [*exact, *free, *people], gazetteer))
    return tuple(_with_tail(mention, tokens) for mention in (*exact, *free, *people, *titled))


_TAILS = frozenset(
    ("ga", "ka", "qa", "dan", "da", "dagi", "ning", "gacha", "ni", "si", "sini", "sida", "siga")
)
_OF_RUSSIAN = frozenset(("да", "ни", "си", "ка"))


def _with_tail(mention: Mention, tokens: Sequence[Token]) -> Mention:
    """`InfoLib 2024 da`, `«Шанхай дераза»си`, `RGB ga`: a case written apart from its name belongs to it."""
    if mention.end >= len(tokens):
        return mention
    tail = tokens[mention.end]
    if mention.ending.case is not Case.PLAIN and " " in tail.before:
        return mention
    apart = tail.low in _OF_RUSSIAN and tail.before == " "
    ending = noun_ending(tail.key) if tail.key in _TAILS and not apart and "," not in tail.before else None
    return replace(mention, places=(*mention.places, mention.end), ending=ending) if ending else mention


def _exact(tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Mention]:
    world = atlas()
    found: dict[tuple[int, Known, int], tuple[list[Target], Ending]] = {}
    for at, token in enumerate(tokens):
        if len(token.written) < 3 and not token.written[0].isupper() and not token.is_number:
            continue
        own = False
        for key, _ in keys.typed(token.written):
            # `Индиана` is what a partner is called here before it is a form of another place's name.
            afar = () if own else world.get(key, ())
            own = own or key in gazetteer.body_words
            for anchor, phrase in (*gazetteer.phrases.get(key, ()), *afar):
                start = at - anchor
                last = _fits(phrase, start, tokens)
                if last is None or (phrase.exact_case and not _written_so(phrase.exact_case, token)):
                    continue
                slot = found.setdefault((start, phrase.target.known, start + len(phrase.words)), ([], last))
                if phrase.target not in slot[0]:
                    slot[0].append(phrase.target)
    for (start, known, end), (targets, ending) in found.items():
        # Of two places of one name the better known comes first.
        most = 1 if known in {Known.COUNTRY, Known.CITY} else len(targets)
        yield Mention(known, tuple(targets[:most]), tuple(range(start, end)), How.EXACT, ending)


def _written_so(form: str, token: Token) -> bool:
    """An abbreviation in capitals, with or without an ending: `ЕС`, `AQShda`."""
    rest = token.written[len(form) :]
    return token.written.startswith(form) and (not rest or rest.islower() or len(form) < 3)


def _fits(phrase: Phrase, start: int, tokens: Sequence[Token]) -> Ending | None:
    """The ending of the last word, if the phrase's words stand there in any form."""
    if start < 0 or start + len(phrase.words) > len(tokens):
        return None
    ending: Ending | None = None
    for step, word in enumerate(phrase.words):
        ending = next((end for key, end in keys.typed(tokens[start + step].written) if key in word), None)
        if ending is None:
            return None
    return ending


@dataclass(slots=True)
class _Span:
    places: list[int]
    kinds: set[str]
    countries: list[str]
    cities: list[str]
    words: list[frozenset[int]]
    ending: Ending = PLAIN
    plural: bool = False


def _institutions(
    tokens: Sequence[Token], exact: Sequence[Mention], senses: Sequence[Sense], gazetteer: Gazetteer
) -> Iterator[Mention]:
    at = 0
    while at < len(tokens):
        span = _grow(tokens, at, exact, senses, gazetteer)
        if span is None or not span.places:
            at += 1
            continue
        mention = _judge(span, gazetteer, exact)
        if mention:
            yield mention
        at = span.places[-1] + 1


def _grow(
    tokens: Sequence[Token], at: int, exact: Sequence[Mention], senses: Sequence[Sense], gazetteer: Gazetteer
) -> _Span | None:
    span = _Span([], set(), [], [], [])
    where = at
    while where < len(tokens):
        token = tokens[where]
        if span.places and set(token.before) & _PARTED:
            break
        if span.places and token.low in CONNECTORS and token.low not in {"va", "ва", "and", "и", "by"}:
            where += 1
            continue
        place = next((m for m in exact if m.start == where and m.known in {Known.COUNTRY, Known.CITY}), None)
        kinds = kinds_of(token)
        bodies = frozenset(
            b for key, _ in keys.typed(token.written) for b in gazetteer.body_words.get(key, ())
        )
        if place:
            if not _add_place(span, place):
                break
            where = place.end
            ending = place.ending
        elif kinds or bodies:
            if (
                not kinds
                and _is_common(where, senses)
                and not span.kinds
                and not span.countries
                and not token.written[0].isupper()
            ):
                break
            span.places.append(where)
            span.kinds |= kinds
            span.plural |= bool(kinds) and _is_plural(token)
            if not kinds:
                span.words.append(bodies)
            ending = _ending(token, kinds)
            where += 1
        else:
            break
        span.ending = ending
        located = place is not None and ending.case is Case.ADJECTIVE
        if ending.case in _CLOSING and not located and not token.is_number and _is_uzbek(ending, token):
            break
    return span


_PARTED = frozenset(",;:()")
"""What no name of an institution reaches across."""


def _is_plural(token: Token) -> bool:
    if not token.is_cyrillic and token.low.endswith("ies"):
        return True
    return any(r.ending.plural for r in lexicon().readings(token) if r.spelling.way in {"uz-n", "ru"})


def _is_uzbek(ending: Ending, token: Token) -> bool:
    """Russian cases do not close a name; Uzbek ones do. A Russian word is known by its adjective-like
    reading first.
    """
    return (
        any(token.key.endswith(tail) for tail in ("ga", "ka", "qa", "dan", "da", "ni", "dagi", "gacha"))
        and len(token.key) > 4
    )


def _ending(token: Token, kinds: frozenset[str]) -> Ending:
    if kinds:
        return next((r.ending for r in lexicon().readings(token) if r.spelling.way == "uz-n"), PLAIN)
    return next((end for _, end in keys.typed(token.written) if end.case is not Case.PLAIN), PLAIN)


def _is_common(at: int, senses: Sequence[Sense]) -> bool:
    return any(s.start <= at < s.end and not s.concept.startswith("inst") for s in senses)


def _add_place(span: _Span, place: Mention) -> bool:
    target = span.countries if place.known is Known.COUNTRY else span.cities
    if target and place.value not in target:
        return False
    span.places += [p for p in place.places if p not in span.places]
    target.append(place.value)
    return True


_HEADS = frozenset((
    "library", "archive", "university", "museum", "embassy", "ministry", "organisation", "foundation",
    "publisher", "academy", "centre",
))  # fmt: skip


def _judge(span: _Span, gazetteer: Gazetteer, exact: Sequence[Mention]) -> Mention | None:
    """Whom the span names, here or unknown; None where it is but a place or a kind."""
    places = tuple(span.places)
    if not span.words and not (span.kinds & _HEADS):
        return _headless(span, places, gazetteer)
    if not span.words and not span.countries and not span.cities:
        whole = _HEADS & gazetteer.ourselves.kinds <= span.kinds and "national" in span.kinds
        if whole and _is_ours(span, gazetteer.ourselves) and not span.plural:
            return Mention(Known.OURSELVES, (gazetteer.ourselves.target,), places, How.WORDS, span.ending)
        return None
    if span.plural and not span.words:
        return None
    inside = [m for m in exact if set(m.places) <= set(places)]
    if found := _matching(span, gazetteer):
        if any(m.known is Known.PARTNER and set(m.targets) < set(found) for m in inside):
            return None  # `the British Museum` is the one of that very name, whatever else lies in Britain
        return Mention(Known.PARTNER, found, places, How.WORDS, span.ending)
    if _is_ours(span, gazetteer.ourselves):
        return Mention(Known.OURSELVES, (gazetteer.ourselves.target,), places, How.WORDS, span.ending)
    if any(m.known is Known.PARTNER for m in inside):
        return None
    if span.kinds & _HEADS and (span.countries or span.cities) and not span.plural:
        return Mention(Known.PARTNER, (), places, How.UNKNOWN, span.ending)
    return None


def _headless(span: _Span, places: tuple[int, ...], gazetteer: Gazetteer) -> Mention | None:
    """`берлинская государственная`, `Koreya milliysi`: the only one there of its kind."""
    if not (span.kinds & _TELLING and (span.countries or span.cities)) or len(places) < 2:
        return None
    found = _matching(span, gazetteer)
    return Mention(Known.PARTNER, found, places, How.WORDS, span.ending) if len(found) == 1 else None


_TELLING = frozenset(("national", "state", "public", "central", "parliamentary", "academy"))


def _matching(span: _Span, gazetteer: Gazetteer) -> tuple[Target, ...]:
    if span.words:
        chosen = frozenset.intersection(*span.words)
        bodies = [gazetteer.bodies[place] for place in sorted(chosen)]
    else:
        places = (*span.countries, *span.cities)
        bodies = list(gazetteer.bodies_at.get(places[0], ()) if places else gazetteer.bodies)
    fitting = [b for b in bodies if span.kinds <= b.kinds | b.implied | {"city"} and _is_there(span, b)]
    named = [b for b in fitting if span.kinds <= b.kinds]
    return tuple(b.target for b in named or fitting)


def _is_there(span: _Span, body: Body) -> bool:
    return all(c == body.country or c in body.places for c in span.countries) and all(
        c == body.city or c in body.places for c in span.cities
    )


def _is_ours(span: _Span, us: Body) -> bool:
    words_fit = not span.words
    return words_fit and _is_there(span, us) and span.kinds <= us.kinds


def _persons(tokens: Sequence[Token], senses: Sequence[Sense], gazetteer: Gazetteer) -> Iterator[Mention]:
    at = 0
    while at < len(tokens):
        found, end, ending = _person(tokens, at, gazetteer)
        common = end == at + 1 and _is_common(at, senses)
        if found and not (common and (not tokens[at].written[0].isupper() or _is_question(at, senses))):
            yield Mention(
                Known.PERSON,
                tuple(Target(Known.PERSON, value=p) for p in sorted(found)),
                tuple(range(at, end)),
                How.EXACT,
                ending,
            )
            at = end
        else:
            at += 1


def _is_question(at: int, senses: Sequence[Sense]) -> bool:
    """`Ким` is "who" before it is Mr Kim."""
    return any(s.start == at and s.concept == "who" for s in senses)


def _person(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> tuple[frozenset[str], int, Ending]:
    """The persons whom a run of names and initials may mean."""
    chosen: frozenset[str] = frozenset()
    end, ending = at, PLAIN
    while end < len(tokens):
        token = tokens[end]
        if (
            len(token.written) <= 2
            and token.written[0].isupper()
            and not token.is_number
            and (chosen or _initials_lead(tokens, end, gazetteer))
        ):
            end += 1
            continue
        hits = [(gazetteer.people[key], e) for key, e in keys.typed(token.written) if key in gazetteer.people]
        if not hits or (chosen and not chosen & hits[0][0]):
            break
        chosen, ending = (chosen & hits[0][0] if chosen else hits[0][0]), hits[0][1]
        end += 1
    return chosen, end if chosen else at, ending


def _initials_lead(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    following = next((t for t in tokens[at:] if len(t.written) > 2), None)
    return following is not None and any(key in gazetteer.people for key, _ in keys.typed(following.written))


def _titles(
    tokens: Sequence[Token], senses: Sequence[Sense], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Records whose titles hold words of the text: those that nothing else explains, then the others."""
    explained = {place for m in mentions if m.how is not How.UNKNOWN for place in m.places}
    hits: dict[Target, set[int]] = {}
    for at, token in enumerate(tokens):
        if token.low in CONNECTORS or len(token.written) < 2:
            continue
        for key, _ in keys.typed(token.written):
            for title in gazetteer.titles.get(key, ()):
                hits.setdefault(title.target, set()).add(at)
    told = explained | {at for at, token in enumerate(tokens) if token.is_number}
    hits = {target: at for target, at in hits.items() if not at <= told}
    strange = {
        at
        for at, token in enumerate(tokens)
        if not token.is_number and at not in explained and not _is_common(at, senses) and not kinds_of(token)
    }
    for known in (Known.EVENT, Known.PROGRAMME, Known.SERIES):
        yield from _best_titled(known, hits, strange, tokens)


def _best_titled(
    known: Known, hits: dict[Target, set[int]], strange: set[int], tokens: Sequence[Token]
) -> Iterator[Mention]:
    ranked = [
        (len(at & strange), len(at), target, at) for target, at in hits.items() if target.known is known
    ]
    if not ranked:
        return
    top = max((odd, all_) for odd, all_, _, _ in ranked)
    if top[0] == 0 and top[1] < 2:
        return
    best = [(target, at) for odd, all_, target, at in ranked if (odd, all_) == top]
    shared = set.union(*(at for _, at in best))
    last = max(shared)
    ending = next((end for _, end in keys.typed(tokens[last].written) if end.case is not Case.PLAIN), PLAIN)
    yield Mention(known, tuple(target for target, _ in best), tuple(sorted(shared)), How.WORDS, ending)
