"""The gazetteer: every name the parser knows, from the live registry and from the atlas. Immutable, built
purely.

Finding them in a text is `bot.language.linking`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.language import keys
from bot.language.lexicon import lexicon
from bot.language.numbers import Number, numbers
from bot.language.phrases import (
    CONNECTORS,
    REMEMBERED,
    Index,
    Known,
    Target,
    abbreviated,
    atlas,
    index,
    paper_forms,
    phrases,
    words,
)
from bot.language.places import also_called
from bot.language.scripts import fold
from bot.language.stages import meanings
from bot.language.tokens import Token
from db.vocabulary import (
    ONLINE,
    Agreement,
    Approval,
    Event,
    Ourselves,
    Participant,
    Partner,
    Programme,
    Series,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A partner, or ourselves, as a bag of words: for names that are said freely."""

    target: Target
    words: frozenset[str]
    """Keys of the words that tell it from others."""
    kinds: frozenset[str]
    """`national`, `library`, `university` …: the institutional words of its names."""
    implied: frozenset[str]
    """Those that follow from its recorded kind only."""
    country: str | None
    city: str | None
    places: frozenset[str]
    """Countries and cities that its names contain."""


@dataclass(frozen=True, slots=True)
class Title:
    """A titled record as the keys of its words."""

    target: Target
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What understanding needs to know of an event."""

    no: int
    series: int | None
    kind: str | None
    year: int | None
    city: str | None
    country: str | None
    partner: int | None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Gazetteer:
    """Names by the keys of their rarest word, and the bags of words behind them."""

    phrases: Index
    bodies: tuple[Body, ...]
    ourselves: Body
    body_words: dict[str, frozenset[int]]
    """Distinctive key → places in `bodies`."""
    titles: dict[str, tuple[Title, ...]]
    """Key of a word of a title → the titles that hold it."""
    people: dict[str, frozenset[str]]
    """Key of a surname → persons as recorded."""
    events: dict[int, Brief]
    partners: dict[int, Partner]
    programmes: dict[int, Programme]
    series: dict[int, Series]
    event_records: dict[int, Event]
    partner_places: frozenset[str]
    """Countries and cities in which there is a partner."""
    event_places: frozenset[str]
    """Those in which there is an event."""
    bodies_at: dict[str, tuple[Body, ...]]
    """The partners of a country or city, or with it in their name."""
    visitors: Mapping[int, frozenset[str]]
    """The countries that the titles of visits name."""
    stages: Mapping[str, frozenset[str]]
    """The recorded stages of approval, with what the lexicon calls them."""
    holders: frozenset[str] = frozenset()
    """Persons with whom a step of clearance lies."""
    fuzzy: dict[str, str] = field(default_factory=dict)
    """Folded word → the word as recorded: what a slip of the pen is compared with."""

    @classmethod
    def build(
        cls,
        *,
        ourselves: Ourselves,
        partners: Iterable[Partner] = (),
        programmes: Iterable[Programme] = (),
        series: Iterable[Series] = (),
        events: Iterable[Event] = (),
        participants: Iterable[Participant] = (),
        agreements: Iterable[Agreement] = (),
        approvals: Iterable[Approval] = (),
    ) -> Gazetteer:
        """From the registry's records; the atlas is added."""
        partners, programmes, series = tuple(partners), tuple(programmes), tuple(series)
        events, agreements, approvals = tuple(events), tuple(agreements), tuple(approvals)
        bodies = tuple(_body(p) for p in partners)
        titled = _titled(events, programmes, series)
        persons = _persons(partners, participants, agreements, approvals)
        steps = tuple(dict.fromkeys(a.stage for a in approvals))
        named = [(Target(Known.PARTNER, p.no), (*p.names.every(), *p.aliases)) for p in partners]
        named += [(Target(Known.OURSELVES), (*ourselves.names.every(), *ourselves.aliases))]
        papers = [(Target(Known.AGREEMENT, a.no), tuple(paper_forms(a))) for a in agreements]
        located = [
            (Target(Known.CITY, value=city), (*also_called(city), city.partition(" am ")[0]))
            for city in _cities(partners, events)
        ]
        places_used = {p.city for p in partners if p.city} | {e.city for e in events if e.city}
        staged = [(Target(Known.STAGE, value=step), (step,)) for step in steps]
        every = [*named, *titled, *papers, *located, *staged]
        return cls(
            phrases=index((*phrases(every), *abbreviated(ourselves, partners))),
            bodies=bodies,
            ourselves=_our_body(ourselves),
            body_words=_by_word(bodies),
            titles=_by_title_word(titled),
            people=_people(persons),
            events={e.no: _brief(e) for e in events},
            partners={p.no: p for p in partners},
            programmes={g.no: g for g in programmes},
            series={s.no: s for s in series},
            event_records={e.no: e for e in events},
            partner_places=frozenset(place for p in partners for place in (p.country, p.city) if place),
            event_places=frozenset(place for e in events for place in (e.country, e.city) if place),
            bodies_at=_by_place(bodies),
            visitors={e.no: _named_places(e.titles.every()) for e in events if e.kind == "visit"},
            stages=meanings(steps),
            holders=frozenset(a.holder for a in approvals if a.holder),
            fuzzy=_fuzzy(named, titled, persons, places_used),
        )


_Named = list[tuple[Target, tuple[str, ...]]]


def _titled(events: Iterable[Event], programmes: Iterable[Programme], series: Iterable[Series]) -> _Named:
    found = [(Target(Known.EVENT, e.no), e.titles.every()) for e in events]
    found += [(Target(Known.PROGRAMME, g.no), g.titles.every()) for g in programmes]
    return found + [(Target(Known.SERIES, s.no), s.titles.every()) for s in series]


def _persons(
    partners: Iterable[Partner], participants: Iterable[Participant], agreements: Iterable[Agreement],
    approvals: Iterable[Approval],
) -> set[str]:  # fmt: skip
    """Everybody who is named anywhere."""
    found = {p.person for p in participants} | {a.responsible for a in agreements}
    found |= {a.holder for a in approvals} | {p.contact for p in partners}
    return {person for person in found if person}


def _cities(partners: Iterable[Partner], events: Iterable[Event]) -> tuple[str, ...]:
    """Where partners are and events were, also places that no atlas names."""
    lying = (*(partner.city for partner in partners), *(event.city for event in events))
    return tuple(city for city in dict.fromkeys(lying) if city and city != ONLINE)


_KIND_WORDS = {
    "national library": ("national", "library"), "university library": ("university", "library"),
    "public library": ("public", "library"), "parliamentary library": ("parliamentary", "library"),
    "research library": ("research", "library"), "special library": ("special", "library"),
    "archive": ("archive",),
    "university": ("university",), "museum": ("museum",), "embassy": ("embassy",), "ministry": ("ministry",),
    "international organisation": ("organisation", "international"), "foundation": ("foundation",),
    "publisher": ("publisher",),
}  # fmt: skip


def kinds_of(token: Token) -> frozenset[str]:
    """The institutional words a token may be: `milliy` → `national`."""
    return frozenset(
        entry.concept[5:]
        for reading in lexicon().readings(token)
        for entry in lexicon()._entries(reading.spelling)
        if entry.concept.startswith("inst.") and len(entry.spellings) == 1
    )


def _body(partner: Partner) -> Body:
    return _bag(
        Target(Known.PARTNER, partner.no),
        (*partner.names.every(), *partner.aliases),
        partner.country,
        partner.city,
        partner.kind,
    )


def _our_body(ourselves: Ourselves) -> Body:
    return _bag(
        Target(Known.OURSELVES),
        (*ourselves.names.every(), *ourselves.aliases),
        ourselves.country,
        ourselves.city,
        None,
    )


@lru_cache(maxsize=REMEMBERED)
def _bag(
    target: Target, forms: tuple[str, ...], country: str | None, city: str | None, kind: str | None
) -> Body:
    kinds: set[str] = set()
    distinct: set[str] = set()
    located: set[str] = set()
    for form in forms:
        for token in words(form):
            if token.low in CONNECTORS or (len(token.written) < 3 and not token.written.isupper()):
                continue
            institutional, where = _kinds_and_places(token.written)
            kinds |= institutional
            located |= where
            if not institutional and not where:
                distinct |= keys.of_name(token.written)
    return Body(
        target,
        frozenset(distinct),
        frozenset(kinds),
        frozenset(_KIND_WORDS.get(kind or "", ())),
        country,
        city,
        frozenset(located),
    )


@lru_cache(maxsize=REMEMBERED)
def _kinds_and_places(written: str) -> tuple[frozenset[str], frozenset[str]]:
    """What an institution and what a place one word of a name may be."""
    (token, *_) = words(written)
    return kinds_of(token), _places(token)


def _places(token: Token) -> frozenset[str]:
    """The countries and cities that one word of a name may mean; a region (`Arab`) is a word of its own."""
    return frozenset(
        phrase.target.value
        for key in (fold(token.written), *keys.of_name(token.written))
        for _, phrase in atlas().get(key, ())
        if len(phrase.words) == 1 and phrase.target.known is not Known.REGION
    )


def _named_places(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(place for title in titles for token in words(title) for place in _places(token))


def _by_place(bodies: tuple[Body, ...]) -> dict[str, tuple[Body, ...]]:
    index: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for place in {body.country, body.city, *body.places} - {None}:
            index[str(place)].append(body)
    return {place: tuple(found) for place, found in index.items()}


def _by_word(bodies: tuple[Body, ...]) -> dict[str, frozenset[int]]:
    index: dict[str, set[int]] = defaultdict(set)
    for place, body in enumerate(bodies):
        for key in body.words:
            index[key].add(place)
    return {key: frozenset(found) for key, found in index.items()}


def _by_title_word(titled: Iterable[tuple[Target, tuple[str, ...]]]) -> dict[str, tuple[Title, ...]]:
    index: dict[str, dict[Title, None]] = defaultdict(dict)
    for target, forms in titled:
        tokens = [token for form in forms for token in words(form) if _tells(token)]
        parts = tuple(dict.fromkeys(keys.of_name(token.written) | _stem_keys(token) for token in tokens))
        parts += tuple(dict.fromkeys(number for form in forms for number in _numbered(form)))
        title = Title(target, parts)
        for part in parts:
            for key in part:
                index[key][title] = None
    return {key: tuple(found) for key, found in index.items()}


@lru_cache(maxsize=REMEMBERED)
def _numbered(title: str) -> tuple[frozenset[str], ...]:
    """`stage 2`, `ikkinchi bosqich`: a number is the same however it is written."""
    return tuple(frozenset({number_key(n)}) for n in numbers(words(title)) if number_key(n))


def number_key(number: Number) -> str:
    """The key of a small number; none for a year."""
    return f"№{int(number.value)}" if number.value < 100 else ""


def _tells(token: Token) -> bool:
    """`по`, `a`, `va` tell no title from another."""
    short = len(token.written) < 3 and not token.is_number and not token.written.isupper()
    return not short and token.low not in CONNECTORS


def _stem_keys(token: Token) -> frozenset[str]:
    stems = {key for key, _ in keys.typed(token.written) if len(key) > 3}
    return frozenset(stems | {kin_key(token)} if kin_key(token) else stems)


def kin_key(token: Token) -> str:
    """One for words of one root: `preserving` rare books, `preservation` of them; none for short ones."""
    return f"≈{token.low[:7]}" if len(token.low) > 8 and token.low.isalpha() else ""


def _people(persons: Iterable[str]) -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        for token in words(person):
            if len(token.written) > 2:
                for key in keys.of_name(token.written):
                    index[key].add(person)
    return {key: frozenset(found) for key, found in index.items()}


def _brief(event: Event) -> Brief:
    year = event.date.earliest.year if event.date and event.date.earliest else None
    return Brief(
        event.no,
        event.series,
        event.kind,
        year,
        event.city,
        event.country,
        event.host.partner if event.host else None,
    )


def _fuzzy(
    named: Iterable[tuple[Target, tuple[str, ...]]],
    titled: Iterable[tuple[Target, tuple[str, ...]]],
    persons: Iterable[str],
    cities: Iterable[str],
) -> dict[str, str]:
    found: dict[str, str] = {}
    for form in (*(f for _, forms in (*named, *titled) for f in forms), *persons, *cities):
        for key, written in _long_words(form):
            found.setdefault(key, written)
    return found


@lru_cache(maxsize=REMEMBERED)
def _long_words(form: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(token.written), token.written)
        for token in words(form)
        if len(token.written) > 3 and not token.is_number
    )
