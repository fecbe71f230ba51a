"""The working view of one reading: which words have been accounted for, and which names were chosen.

A candidate is a query together with its account: every word of the question is either used by it or
harmless. What is not accounted for makes the candidate worthless, however well the rest fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.ask.answer import Assumption, assumption
from bot.ask.apart import fits
from bot.ask.scene import Scene
from bot.language.lexicon import Sense
from bot.language.mention import Mention
from bot.language.numbers import Number
from bot.language.periods import Period
from bot.language.phrases import CONNECTORS, Known
from bot.language.places import members
from bot.language.suffixes import Case
from db.query import Measure, Query, Span


@dataclass(slots=True)
class Frame:
    """One candidate's account of the question's words."""

    scene: Scene
    used: set[int] = field(default_factory=set)
    assumptions: list[Assumption] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.scene.apart:
            self.used |= self.scene.apart.places

    def senses(self, *concepts: str) -> list[Sense]:
        """The standing senses that are one of these (`event.` = all that begin so), used or not."""
        meant = self.scene.meant
        if len(concepts) == 1:
            return meant.get(concepts[0], [])
        found = {s for c in concepts if c in meant for s in meant[c]}
        return sorted(found, key=lambda s: s.start) if found else []

    def has(self, *concepts: str) -> bool:
        return not self.scene.meant.keys().isdisjoint(concepts)

    def take(self, *concepts: str) -> list[Sense]:
        """The same, their words being accounted for."""
        found = self.senses(*concepts)
        for sense in found:
            self.used.update(range(sense.start, sense.end))
        return found

    def use(self, found: Mention | Period | Number | Sense) -> None:
        """Accounts for the words of a finding."""
        places = found.places if isinstance(found, Mention) else range(found.start, found.end)
        self.used.update(places)
        if isinstance(found, Mention):
            # `the 90th` of a title: the number ends as it is said.
            for number in self.scene.reading.numbers:
                if number.start in places:
                    self.used.update(range(number.start, number.end))

    def mentions(self, *known: Known) -> list[Mention]:
        return [m for m in self.scene.mentions if m.known in known]

    def take_mentions(self, *known: Known) -> list[Mention]:
        found = [m for m in self.mentions(*known) if not set(m.places) <= self.used]
        for mention in found:
            self.use(mention)
        return found

    def period(self) -> Period | None:
        """The period of the question, accounted for: one, or several that follow each other without a gap
        ("2014 and 2015"). None where there is none, or where they do not make one.
        """
        periods = [p for p in self.scene.reading.periods if not set(range(p.start, p.end)) <= self.used]
        if not periods or not _follow(periods):
            return None
        for found in periods:
            self.use(found)
        return (
            replace(periods[0], last=periods[-1].last, end=periods[-1].end)
            if len(periods) > 1
            else periods[0]
        )

    def apart(self) -> tuple[Span, ...]:
        """Several years set side by side: `2019 or 2022`, `compare 2021 and 2022`; accounted for."""
        periods = [p for p in self.scene.reading.periods if not set(range(p.start, p.end)) <= self.used]
        if len(periods) < 2 or any(p.grain != "year" or not p.first or not p.last for p in periods):
            return ()
        if _follow(periods) and not self.has("compare", "more", "fewer", "or"):
            return ()
        for found in periods:
            self.use(found)
        return tuple(span(found) for found in periods)

    @property
    def follows_one(self) -> bool:
        """It continues a question about somebody or something definite."""
        old = self.scene.before
        return old is not None and bool(old.partners or old.countries or old.cities or old.records)

    def low(self, at: int) -> str:
        tokens = self.scene.reading.tokens
        return tokens[at].low if 0 <= at < len(tokens) else ""

    def number(self) -> Number | None:
        """The first number that is not accounted for."""
        return next((n for n in self.scene.reading.numbers if n.start not in self.used), None)

    def use_number(self) -> None:
        """Accounts for a number that is said beside what is asked for."""
        if number := self.number():
            self.use(number)

    def assume(self, key: str, **values: str) -> None:
        self.assumptions.append(assumption(key, **values))

    def unaccounted(self) -> list[int]:
        """The words that neither the candidate used nor are harmless."""
        reading = self.scene.reading
        harmless = {p for s in self.scene.senses if s.concept == "filler" for p in range(s.start, s.end)}
        harmless |= {
            p
            for s in self.scene.senses
            if s.concept in _POLITE and s.ending.asks
            for p in range(s.start, s.end)
        }
        # `loyiha turidagi shartnomalar`, `договоры типа …`: of that kind.
        harmless |= {
            s.start for s in self.scene.senses if s.concept == "kind" and s.ending.case is Case.ADJECTIVE
        }
        left = []
        for at, token in enumerate(reading.tokens):
            if at in self.used or at in harmless or (len(token.written) == 1 and not token.is_number):
                continue
            if token.low in CONNECTORS or _is_time_word(self, at):
                continue
            left.append(at)
        return left


_POLITE = frozenset(("show", "know"))


def _is_time_word(frame: Frame, at: int) -> bool:
    """`oyida` beside a month, `г.` beside a year: said for clearness only."""
    tokens = frame.scene.reading.tokens
    return at > 0 and at - 1 in frame.used and tokens[at].low in {"г", "гг", "yil", "йил"}


def _follow(periods: list[Period]) -> bool:
    return all(a.last and b.first and a.last + timedelta(days=1) == b.first for a, b in pairwise(periods))


def limit(frame: Frame) -> int | None:
    """How many of a ranking are wanted: a number that is not accounted for."""
    number = frame.number()
    if number is None or not 1 <= number.value <= 100 or number.ordinal:
        return None
    frame.use(number)
    return int(number.value)


def span(period: Period) -> Span:
    """A period as the query says it."""
    return Span(period.first, period.last)


def coming(period: Period, today: date) -> Period:
    """A period said without its year, as the next one to come and not the latest past one."""
    if not period.yearless or period.last is None or period.last >= today:
        return period
    try:
        last = period.last.replace(year=period.last.year + 1)
        first = period.first and period.first.replace(year=period.first.year + 1)
    except ValueError:
        return period
    return replace(period, first=first, last=last)


def nearest(period: Period, today: date) -> Period:
    """A period said without its year, as the one that lies nearest to today."""
    ahead = coming(period, today)
    if ahead is period or ahead.first is None or period.last is None:
        return period
    return ahead if ahead.first - today < today - period.last else period


@dataclass(frozen=True, slots=True)
class Candidate:
    """A query with its account; the surest of those that leave nothing unaccounted is taken."""

    query: Query
    frame: Frame
    weight: float
    """How much speaks for it: explicit words of its subject count, assumptions cost."""


def less(found: Iterable[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates without what the question leaves out; none that cannot be told apart so."""
    if scene.apart is None:
        return list(found)
    besides = scene.apart.besides
    return [
        replace(c, query=replace(c.query, besides=besides))
        for c in found
        if fits(besides, c.query.subject) and c.query.measure is not Measure.CARD
    ]


@dataclass(frozen=True, slots=True)
class Whom:
    """The partners a question speaks of, as filters; `unknown` names an institution or country that is not
    here.
    """

    partners: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unknown: str = ""
    region: str | None = None

    @property
    def said(self) -> bool:
        return bool(self.mentions)


def _lie_apart(frame: Frame, countries: list[str], cities: list[str]) -> bool:
    """No partner is in one of these countries and one of these cities: they are named beside each other."""
    everyone = frame.scene.gazetteer.partners.values()
    return not any(p.country in countries and p.city in cities for p in everyone)


def whom(frame: Frame, *, places: bool = True) -> Whom:
    """Takes the partners, and with `places` the countries, cities and regions, as those whom the question
    is about.
    """
    kinds = (Known.PARTNER, Known.COUNTRY, Known.CITY, Known.REGION) if places else (Known.PARTNER,)
    partners: list[int] = []
    countries: list[str] = []
    cities: list[str] = []
    found = frame.take_mentions(*kinds)
    here = frame.scene.gazetteer.partner_places
    for mention in found:
        name = frame.scene.reading.written(mention.places)
        match mention.known:
            case Known.PARTNER:
                if not mention.targets:
                    return Whom(mentions=tuple(found), unknown=name)
                partners += mention.nos
            case Known.COUNTRY:
                if mention.value not in here:
                    return Whom(mentions=tuple(found), unknown=name)
                countries.append(mention.value)
            case Known.CITY:
                if mention.value not in here:
                    return Whom(mentions=tuple(found), unknown=name)
                cities.append(mention.value)
            case _:
                countries += sorted(members(mention.value))
                for sense in frame.senses("country"):
                    if mention.start - 1 <= sense.start <= mention.end:
                        # `Kavkazorti davlatlari`, `countries of the Caucasus`.
                        frame.use(sense)
    if partners and (countries or cities):
        everyone = frame.scene.gazetteer.partners.values()
        apart = [p.no for p in everyone if p.country in countries or p.city in cities]
        if not set(apart) & set(partners):
            partners += apart
        countries, cities = [], []
    region = next((m.value for m in found if m.known is Known.REGION), None)
    if countries and cities and not region and _lie_apart(frame, countries, cities):
        # `Shanghai or Turkmenistan`: each stands for whoever is there.
        everyone = frame.scene.gazetteer.partners.values()
        partners += [p.no for p in everyone if p.country in countries or p.city in cities]
        countries, cities = [], []
    return Whom(
        tuple(dict.fromkeys(partners)), tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(cities)),
        tuple(found), region=region,
    )  # fmt: skip
