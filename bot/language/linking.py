"""Finds the gazetteer's names in a text: exact forms in any case first, freely said institutions next,
title words last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language import keys
from bot.language.lexicon import Sense, lexicon
from bot.language.mention import How, Mention
from bot.language.names import Body, Gazetteer, kin_key, kinds_of, number_key
from bot.language.numbers import numbers
from bot.language.persons import is_common, persons
from bot.language.phrases import CONNECTORS, Known, Phrase, Target, atlas, words
from bot.language.suffixes import PLAIN, Case, Ending, noun_ending
from bot.language.tokens import Token

_CLOSING = frozenset((Case.DATIVE, Case.ABLATIVE, Case.LOCATIVE, Case.ACCUSATIVE, Case.LIMIT, Case.ADJECTIVE))


def link(tokens: Sequence[Token], senses: Sequence[Sense], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every name found; they may overlap, the reader chooses."""
    exact = list(_exact(tokens, gazetteer))
    # `Pragadagi muzey kongressi`: a congress of museums, and no museum there.
    events = {s.start for s in senses if s.concept.startswith("event.")}
    free = [m for m in _institutions(tokens, exact, senses, gazetteer) if m.targets or m.end not in events]
    people = list(persons(tokens, senses, gazetteer))
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
        if whole := _joined(tokens, at, span, exact, senses, gazetteer):
            span, mention = whole
        if mention:
            yield mention
        at = span.places[-1] + 1


_JOINING = frozenset(("va", "ва", "and", "и"))


def _joined(
    tokens: Sequence[Token],
    at: int,
    span: _Span,
    exact: Sequence[Mention],
    senses: Sequence[Sense],
    gazetteer: Gazetteer,
) -> tuple[_Span, Mention] | None:
    """`Национальная библиотека и архивы Египта`: one house of two kinds, where the registry has it."""
    end = span.places[-1] + 1
    if end + 1 >= len(tokens) or tokens[end].low not in _JOINING or not span.kinds & _HEADS:
        return None
    if not kinds_of(tokens[end + 1]) & _HEADS - span.kinds:
        return None
    behind = _grow(tokens, end + 1, exact, senses, gazetteer)
    if behind is None or not behind.places:
        return None
    whole = _Span(
        [*span.places, *behind.places], span.kinds | behind.kinds, [*span.countries, *behind.countries],
        [*span.cities, *behind.cities], [*span.words, *behind.words], behind.ending,
    )  # fmt: skip
    if not (whole.countries or whole.cities or whole.words):
        return None
    found = [t for t in _matching(whole, gazetteer) if whole.kinds <= _called(t, gazetteer)]
    if len(found) != 1:
        return None
    return whole, Mention(Known.PARTNER, tuple(found), tuple(whole.places), How.WORDS, whole.ending)


def _called(target: Target, gazetteer: Gazetteer) -> frozenset[str]:
    """The institutional words of a partner's own names."""
    return next((body.kinds for body in gazetteer.bodies if body.target == target), frozenset())


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
                and is_common(where, senses)
                and not span.kinds
                and not span.countries
                and not token.written[0].isupper()
                and not _goes_on(span, bodies, tokens, where, gazetteer)
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


def _goes_on(
    span: _Span, bodies: frozenset[int], tokens: Sequence[Token], at: int, gazetteer: Gazetteer
) -> bool:
    """`БМТ Тараққиёт дастурига`: an everyday word, but the next one of the name that is being said."""
    meant = frozenset.intersection(bodies, *span.words) if span.words else frozenset()
    if len(meant) != 1 or not span.places or span.places[-1] != at - 1:
        return False
    (only,) = meant
    partner = gazetteer.partners[gazetteer.bodies[only].target.no]
    here, before = ({key for key, _ in keys.typed(tokens[p].written)} for p in (at, at - 1))
    return any(
        here & keys.of_name(second.written) and before & keys.of_name(first.written)
        for form in (*partner.names.every(), *partner.aliases)
        for first, second in pairwise(words(form))
    )


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


def _titles(
    tokens: Sequence[Token], senses: Sequence[Sense], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Records whose titles hold words of the text: those that nothing else explains, then the others."""
    explained = {place for m in mentions if m.how is not How.UNKNOWN for place in m.places}
    hits: dict[Target, set[int]] = {}
    for at, token in enumerate(tokens):
        if token.low in CONNECTORS or len(token.written) < 2:
            continue
        for key in (*(key for key, _ in keys.typed(token.written)), kin_key(token)):
            for title in gazetteer.titles.get(key, ()):
                hits.setdefault(title.target, set()).add(at)
    for number in numbers(tokens):
        for title in gazetteer.titles.get(number_key(number), ()):
            # `stage two`, `ikkinchi bosqich`; but `ikki bosqichda` is in both.
            if number.ordinal or number.start - 1 in hits.get(title.target, ()):
                hits.setdefault(title.target, set()).add(number.start)
    told = explained | {at for at, token in enumerate(tokens) if token.is_number}
    hits = {target: at for target, at in hits.items() if not at <= told}
    strange = {
        at
        for at, token in enumerate(tokens)
        if not token.is_number and at not in explained and not is_common(at, senses) and not kinds_of(token)
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
