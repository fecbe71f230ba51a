"""Questions about partners and programmes. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.agreements import names_paper
from bot.ask.asking import Asking, asking, is_negative
from bot.ask.direction import parties, way
from bot.ask.frame import Candidate, Frame, Scene, span, whom
from bot.ask.kinds import partner_kinds
from bot.language.linking import Mention
from bot.language.names import Known
from db.query import Field, Group, Having, Measure, Query, Span
from db.vocabulary import Sheet

_CONTACTS = {
    "phone": Field.PHONE, "email": Field.EMAIL, "website": Field.WEBSITE, "contact": Field.CONTACT,
    "place": Field.CITY,
    "where.city": Field.CITY, "where": Field.CITY, "where.country": Field.COUNTRY, "kind": Field.KIND,
    "city": Field.CITY,
    "inst.city": Field.CITY, "country": Field.COUNTRY,
}  # fmt: skip


def partners(scene: Scene) -> list[Candidate]:
    """A partner's card or one field of it; partners of a country or a kind; those with or without
    exchanges.
    """
    frame = Frame(scene)
    found = whom(frame)
    listed = frame.has("partner", "inst.", "institution", "country", "cooperate")
    nobody = frame.has("who") and is_negative(frame)
    if not found.said and not listed and not nobody:
        return []
    if frame.mentions(Known.EVENT, Known.SERIES, Known.PROGRAMME, Known.PERSON):
        return []
    having = _having(frame, found.mentions)
    kinds = partner_kinds(frame)
    ask = asking(frame)
    frame.take("partner", "institution", "cooperate", "card", "name", "now", "exist", "all", "year", "stand")
    query = Query(subject=Sheet.PARTNERS, measure=Measure.LIST, partners=found.partners,
        countries=found.countries, region=found.region,
                  cities=found.cities, partner_kinds=kinds, having=having)  # fmt: skip
    measured = _partner_measure(frame, ask, query, denied=bool(having), listed=bool(frame.senses("partner")))
    return [Candidate(measured, frame, 1 + bool(ask.card) + bool(listed))] if measured else []


def _having(frame: Frame, mentions: tuple[Mention, ...]) -> tuple[Having, ...]:
    """`hech narsa yubormagan hamkorlar`, `с кем нет договора`, `partners without an agreement`."""
    negative = frame.has("not", "none", "without") or any(s.ending.negative for s in frame.scene.senses)
    if not negative or not frame.has("partner", "who", "inst.library", "which", "country"):
        return ()
    if frame.has("agreement", "agreement."):
        frame.take("agreement", "agreement.", "not", "none", "without", "sign", "exist")
        return (Having(Sheet.AGREEMENTS, any=False),)
    if frame.has("got", "gave", "came", "copies", "material", "material.", "exchange", "gifted"):
        direction = way(frame, parties(frame, mentions)).direction
        period = frame.period()
        frame.take(
            "copies",
            "material",
            "material.",
            "exchange",
            "not",
            "none",
            "without",
            "ever",
            "us",
            "basis.exchange",
            "still",
        )
        during = span(period) if period else None
        return (Having(Sheet.EXCHANGES, any=False, direction=direction, during=during),)
    return ()


def _partner_measure(frame: Frame, ask: Asking, query: Query, *, denied: bool, listed: bool) -> Query | None:
    if ask.negative and not denied:
        return None
    if (ask.most or ask.least) and not (frame.scene.reading.periods or denied):
        return _ranked(frame, ask, query)
    timed = frame.scene.reading.periods and not any(having.during for having in query.having)
    if timed or frame.number() or ask.most or ask.least or ask.extreme:
        return None
    named = bool(query.partners or query.countries or query.cities)
    for concept, field in _CONTACTS.items():
        if named and not (ask.count or ask.list_noun) and frame.take(concept):
            return replace(query, measure=Measure.FIELD, fields=(field,))
    if ask.when or ask.until or ask.since or ask.how_long:
        return None
    if ask.count:
        by_country = bool(frame.take("country"))
        return replace(query, measure=Measure.COUNT, group=Group.COUNTRY if by_country else ask.group)
    asks_which = frame.has("which") and not frame.has("about")
    if query.partners and not (asks_which or ask.list_noun) and not query.partner_kinds:
        if ask.whether and not frame.has("about"):
            return replace(query, measure=Measure.EXISTS)
        return replace(query, measure=Measure.CARD)
    by_country = bool(frame.take("country")) or ask.countries
    if ask.whether and not ask.which and not ask.countries:
        return replace(query, measure=Measure.EXISTS)
    if (
        named
        and (ask.card or not listed)
        and not (ask.which or ask.list_noun or ask.who)
        and not query.partner_kinds
    ):
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.LIST, group=Group.COUNTRY if by_country else None)


def _ranked(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """Where most of them are, of which kind most are."""
    if frame.take("country") or ask.countries:
        group = Group.COUNTRY
    elif ask.where or frame.take("city", "inst.city"):
        group = Group.PLACE
    elif frame.take("kind"):
        group = Group.KIND
    else:
        return None
    return replace(query, measure=Measure.RANK, group=group, descending=not ask.least)


def programmes(scene: Scene) -> list[Candidate]:
    """Joint programmes: since when, until when, with whom, which, how many."""
    found = []
    for extra in (None, *(m for m in scene.weak if m.known is Known.PROGRAMME)):
        frame = Frame(scene)
        if extra:
            frame.use(extra)
        mentions = [*frame.take_mentions(Known.PROGRAMME), *([extra] if extra else [])]
        if not mentions and not frame.has("programme", "programme."):
            continue
        others = [m for m in frame.mentions(Known.EVENT, Known.SERIES) if not _is_same(m, extra)]
        if others or frame.has("draft", "copies"):
            continue
        if any(names_paper(s) for s in scene.senses):
            continue
        query = _programme(frame, tuple(no for m in mentions for no in m.nos))
        if query:
            found.append(Candidate(query, frame, 3 + bool(mentions) - (0.5 if extra else 0)))
    return found


def _is_same(mention: Mention, extra: Mention | None) -> bool:
    """The words that may name an event name the programme too."""
    return extra is not None and set(mention.places) <= set(extra.places)


_BESIDE_PROGRAMMES = (
    "programme", "programme.", "partner", "cooperate", "exist", "now", "year", "material", "material.",
    "term", "inst.library", "event.training", "still",
)  # fmt: skip


def _programme(frame: Frame, nos: tuple[int, ...]) -> Query | None:
    partner = whom(frame)
    kinds = tuple(
        dict.fromkeys(
            s.concept.split(".", 1)[1] for s in frame.take("programme.") if s.concept != "programme.project"
        )
    )
    opened = frame.take("opened", "start", "use", "held", "sign")
    ended = frame.take("end")
    force = frame.take("in force")
    ask = asking(frame)
    frame.take(*_BESIDE_PROGRAMMES)
    if ask.negative or ask.most or ask.least or ask.extreme or ask.where:
        return None
    query = Query(subject=Sheet.PROGRAMMES, measure=Measure.LIST, records=nos, partners=partner.partners,
                  countries=partner.countries, region=partner.region, cities=partner.cities,
                  kinds=() if nos else kinds)  # fmt: skip
    if period := frame.period():
        query = replace(query, starts=span(period)) if opened else replace(query, at=span(period))
    if nos and ask.who:
        return replace(query, measure=Measure.FIELD, fields=(Field.PARTNER,))
    if ended or ask.until:
        return replace(query, measure=Measure.FIELD, fields=(Field.END,))
    if ask.how_long:
        return replace(query, measure=Measure.FIELD, fields=(Field.LENGTH,))
    if ask.when or ask.since or (opened and nos and not ask.whether):
        return replace(query, measure=Measure.FIELD, fields=(Field.START,))
    if force and not nos and not query.at:
        today = frame.scene.today
        query = replace(query, at=Span(today, today))
    if nos and (force or (opened and ask.whether)):
        return replace(query, measure=Measure.FIELD, fields=(Field.IN_FORCE,))
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    if nos:
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.EXISTS if ask.whether and not ask.which else Measure.LIST)
