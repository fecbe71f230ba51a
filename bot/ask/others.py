"""Questions about partners. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking, is_negative
from bot.ask.comparing import set_side_by_side
from bot.ask.direction import parties, way
from bot.ask.frame import Candidate, Frame, span, whom
from bot.ask.kinds import asks_partners, is_their_person, partner_kinds
from bot.ask.scene import Scene
from bot.language.mention import Mention
from bot.language.phrases import Known
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
    kinds = _as_recorded(frame, partner_kinds(frame))
    ask = asking(frame)
    if ask.countries or frame.has("country"):
        frame.take("came")
    frame.take("partner", "institution", "cooperate", "card", "name", "now", "exist", "all", "year", "stand")
    query = Query(subject=Sheet.PARTNERS, measure=Measure.LIST, partners=found.partners,
        countries=found.countries, region=found.region,
                  cities=found.cities, partner_kinds=kinds, having=having)  # fmt: skip
    measured = _partner_measure(frame, ask, query, denied=bool(having), listed=bool(frame.senses("partner")))
    return [Candidate(measured, frame, 1 + bool(ask.card) + bool(listed))] if measured else []


def _as_recorded(frame: Frame, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """`how many universities`: those that are one, where the registry has any; else their libraries."""
    if kinds != ("university library", "university"):
        return kinds
    here = {partner.kind for partner in frame.scene.gazetteer.partners.values()}
    return ("university",) if "university" in here else kinds


_MOVING = (
    "got", "gave", "came", "left", "bought", "exchanged", "copies", "material", "material.", "exchange",
    "gifted",
)  # fmt: skip


def _having(frame: Frame, mentions: tuple[Mention, ...]) -> tuple[Having, ...]:
    """`hech narsa yubormagan hamkorlar`, `с кем нет договора`, `partners without an agreement`."""
    if not is_negative(frame) and not frame.has("without"):
        return ()
    if not (asks_partners(frame) or frame.has("inst.", "institution", "country")):
        return ()
    denials = ("not", "none", "without", "exist", "ever", "all", "still", "with")
    if frame.has("draft", "draft.bare"):
        return ()
    if frame.has("agreement", "agreement.", "sign", "signing"):
        today = frame.scene.today
        during = Span(today, today) if frame.take("in force") else None
        frame.take("agreement", "agreement.", "sign", "signing", "held", *denials)
        return (Having(Sheet.AGREEMENTS, any=False, during=during),)
    if frame.has("programme", "programme."):
        frame.take("programme", "programme.", *denials)
        return (Having(Sheet.PROGRAMMES, any=False),)
    if frame.has(*_MOVING):
        went = way(frame, parties(frame, mentions))
        if went.clash:
            return ()
        direction = went.direction
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


def _first(frame: Frame) -> int:
    """Where the word for a phone, an address or a person to write to stands."""
    return min((sense.start for sense in frame.senses(*_RECORDED)), default=0)


def _blanks(frame: Frame, ask: Asking) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """What is not recorded of them, what is: `partners with no e-mail`, `у кого есть телефон`."""
    denied = ask.negative or frame.has("without", "unrecorded")
    contact = {sense.start for sense in frame.senses(*_RECORDED)}
    recorded = any(sense.start not in contact for sense in frame.senses("exist", "record"))
    filled = recorded or frame.low(_first(frame) - 1) in {"with", "с"}
    if not asks_partners(frame) or not (denied or filled):
        return (), ()
    field = next((field for concept, field in _RECORDED.items() if frame.take(concept)), None)
    if field is None:
        return (), ()
    frame.take("not", "none", "without", "unrecorded", "record", "exist", "number of the", "number")
    return ((field,), ()) if denied else ((), (field,))


_RECORDED = {
    "phone": Field.PHONE, "email": Field.EMAIL, "website": Field.WEBSITE, "contact": Field.CONTACT,
}  # fmt: skip


def _counted(frame: Frame, ask: Asking, query: Query, *, listed: bool) -> Query | None:
    """How many partners; `how many from Poland's library` counts none."""
    if query.partners and not (listed or query.partner_kinds):
        return None
    by_country = bool(frame.take("country"))
    return replace(query, measure=Measure.COUNT, group=Group.COUNTRY if by_country else ask.group)


def _partner_measure(frame: Frame, ask: Asking, query: Query, *, denied: bool, listed: bool) -> Query | None:
    if frame.senses("partner", "who", "inst.") and not query.partners and not denied:
        missing, present = _blanks(frame, ask)
        query = replace(query, missing=missing, present=present)
        denied = bool(missing)
    if ask.negative and not denied:
        return None
    if compared := set_side_by_side(frame, ask, query):
        return compared
    if (ask.most or ask.least) and not (frame.scene.reading.periods or denied):
        return _ranked(frame, ask, query)
    timed = frame.scene.reading.periods and not any(having.during for having in query.having)
    if timed or frame.number() or ask.most or ask.least or ask.extreme:
        return None
    named = bool(query.partners or query.countries or query.cities) or frame.follows_one
    if named and ask.who and is_their_person(frame):
        frame.take("address", "staff", "partner", "responsible", "people", "contact")
        return replace(query, measure=Measure.FIELD, fields=(Field.CONTACT,))
    if ask.card:
        frame.take("opened")
    if ask.where and named:
        frame.take("stage")  # an office is where they are
    counts = ask.count and not (frame.follows_one and frame.has("number"))
    if named and not (counts or ask.list_noun) and (field := _contact(frame)):
        return replace(query, measure=Measure.FIELD, fields=(field,))
    if ask.when or ask.until or ask.since or ask.how_long:
        return None
    if ask.count:
        return _counted(frame, ask, query, listed=listed)
    asks_which = frame.has("which") and not frame.has("about")
    if query.partners and not (asks_which or ask.list_noun) and not query.partner_kinds:
        if frame.take("anything"):
            # `have we anything with them?`: whatever there is.
            return replace(query, measure=Measure.CARD)
        if ask.whether and not frame.has("about", "card"):
            return replace(query, measure=Measure.EXISTS)
        return replace(query, measure=Measure.CARD)
    by_country = bool(frame.take("country")) or ask.countries
    if ask.whether and not (ask.which or ask.countries or ask.who):
        return replace(query, measure=Measure.EXISTS)
    if (
        named
        and (ask.card or not listed)
        and not (ask.which or ask.list_noun or ask.who)
        and not query.partner_kinds
    ):
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.LIST, group=Group.COUNTRY if by_country else None)


def _contact(frame: Frame) -> Field | None:
    """The field that has a word of its own."""
    if frame.follows_one and not frame.has(*_RECORDED) and frame.take("number"):
        return Field.PHONE  # of somebody to write to: the number to call
    for concept, field in _CONTACTS.items():
        if frame.take(concept):
            # `which country, country?`: said twice
            frame.take(*(other for other, same in _CONTACTS.items() if same is field))
            frame.take("number of the", "need", "record", *(("address",) if field is Field.CONTACT else ()))
            return field
    return None


def _ranked(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """Where most of them are, of which kind most are."""
    if frame.take("city", "inst.city") or frame.has("where.city"):
        group = Group.PLACE
    elif frame.take("country") or ask.countries or ask.where:
        group = Group.COUNTRY
    elif frame.take("kind"):
        group = Group.KIND
    else:
        return None
    return replace(query, measure=Measure.RANK, group=group, descending=not ask.least)
