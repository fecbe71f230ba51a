"""Questions about exchanges: how much came from whom or went to whom, when, by whom most, in balance.
Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking, counts_partners
from bot.ask.comparing import is_several, set_side_by_side, sides_of_exchange, this_and_last
from bot.ask.direction import Way, parties, way
from bot.ask.frame import Candidate, Frame, Whom, span, whom
from bot.ask.kinds import partner_kinds
from bot.ask.people import sends_people
from bot.ask.ranking import ranked
from bot.ask.scene import Scene
from bot.ask.sizes import of_size, of_total, sized
from bot.language.mention import How, Mention
from bot.language.numbers import Number
from bot.language.phrases import Known
from bot.language.suffixes import Case
from db.query import Field, Group, Measure, Query, Span, Unit
from db.vocabulary import ANY_MATERIAL, Basis, Sheet

_VERBS = ("got", "gave", "gifted", "bought", "lent", "left", "came", "exchanged", "send")
_OTHERS = ("event", "event.", "series", "programme", "partner", "draft", "inst.", "term", "start", "end")
"""What a bare `more` or `most` speaks of, where it does not speak of what was sent."""
_BASES = {"gifted": Basis.GIFT, "basis.gift": Basis.GIFT, "bought": Basis.PURCHASE,
    "basis.purchase": Basis.PURCHASE,
          "basis.loan": Basis.LOAN, "lent": Basis.LOAN}  # fmt: skip


_PROJECTS = ("agreement.project", "agreement.programme", "draft.bare")
"""What a programme may be called before its title."""


def candidates(scene: Scene) -> list[Candidate]:
    """At most one: what the question means if it is about what was sent and received."""
    frame = Frame(scene)
    things = frame.has("copies", "titles", "material.", "exchange", "balance", "shipment.")
    # A word alone ("sent", "balance") asks for nothing; behind a question it is read as a follow-up.
    alone = len(scene.reading.tokens) == 1
    weighed = frame.has("more", "most", "least", "fewer", "compare") and not frame.has(*_OTHERS)
    alone = alone and scene.before is None
    loose = not things and frame.has("anything")
    things = things or loose
    if not things and (sends_people(frame) or _come_themselves(frame) or frame.has("reply")):
        return []
    if alone or not (things or weighed or frame.has(*_VERBS, "basis.", "material")):
        return []
    if frame.has("people", "staff", "participate", "learned", "approval") or _is_of_papers(frame):
        return []
    if frame.take("delegation") and not things:
        return []
    if _is_of_visitors(frame, things=bool(things)):
        return []
    partners = whom(frame)
    others = parties(frame, partners.mentions)
    basis = _basis(frame)
    direction = way(frame, others)
    if loose and not (direction.direction or direction.both):
        return []
    if direction.clash or (not things and weighed and not (direction.direction or direction.both)):
        return []
    ask = asking(frame)
    ask = replace(ask, who=bool(frame.take("donor", "recipient")) or ask.who)
    query = _query(frame, ask, partners, direction, basis)
    if query is None or _weighs_nobody(frame, query):
        return []
    return [
        Candidate(
            query,
            frame,
            (2 if things or frame.has("basis.exchange") else 0)
            + (2 if direction.direction or direction.both else 0)
            + partners.said,
        )
    ]


_ALL_OF_IT = (
    "us", "ours", "all", "total", "exchange", "exchanged", "basis.exchange", "copies", "titles", "material.",
    "got", "partner",
)  # fmt: skip


def _weighs_nobody(frame: Frame, query: Query) -> bool:
    """`what is the difference?`: between whose, is not said, nor that all are meant."""
    named = query.partners or query.countries or query.cities or query.dated or query.among
    said = frame.has(*_ALL_OF_IT) or any(s.end - s.start > 1 for s in frame.senses("balance"))
    return query.measure is Measure.BALANCE and not (named or said or frame.scene.before)


def _is_of_papers(frame: Frame) -> bool:
    """Papers are spoken of; `the project …` before a programme's title is its own."""
    titled = {m.start for m in _of_programmes(frame)}
    return any(s.end not in titled for s in frame.senses("agreement", "agreement."))


def _is_of_visitors(frame: Frame, *, things: bool) -> bool:
    """`kim kelgan`, `who came`, `where our partners come from`: whoever comes, and no parcel."""
    moved = frame.has("got", "gave", "gifted", "bought", "lent", "left", "exchanged", "send", "basis.")
    if things or moved or frame.has("anything", "what"):
        return False
    came = frame.senses("came")
    spoken = any(s.language != "ru" for s in came)
    whence = frame.has("partner") and frame.has("country", "where", "where.country")
    return bool(came) and ((spoken and frame.has("who")) or whence)


def _come_themselves(frame: Frame) -> bool:
    """`who came from France`, `when are the Malaysians coming`: people, where nothing is said to be sent."""
    came = [s for s in frame.senses("came") if s.language == "en" and frame.low(s.start) != "incoming"]
    return bool(came) and not frame.has("got", "gave", "what", "anything", "basis.")


def _basis(frame: Frame) -> Basis | None:
    if frame.has("basis") and len({s.concept for s in frame.senses("basis.")}) > 2:
        # "exchange, gift, purchase or loan": all that there are.
        frame.take("basis.", "bought", "lent", "or")
        return None
    for concept, basis in _BASES.items():
        if frame.has(concept):
            frame.take(concept) if concept.startswith("basis") else None
            return basis
    ways = [verb for verb in _VERBS if verb != "exchanged"]
    if frame.take("basis.exchange") and frame.has(*ways, "copies") and not frame.has("balance"):
        return Basis.EXCHANGE
    return None


def _query(frame: Frame, ask: Asking, partners: Whom, direction: Way, basis: Basis | None) -> Query | None:
    located = ask.countries or frame.has("where.city")
    if ask.negative or (ask.where and not located and not _is_whence(frame)):
        return None
    if ask.where and not located:
        ask = replace(ask, who=True)
    materials = tuple(dict.fromkeys(s.concept.split(".", 1)[1] for s in frame.take("material.")))
    unit = Unit.TITLES if frame.take("titles") and not frame.has("copies") else Unit.COPIES
    shipments = bool(frame.take("exchange")) or frame.has("shipment.")
    if ask.count and _counts(frame, "basis.exchange"):
        shipments = bool(frame.take("basis.exchange", "exchanged"))
    named = bool(frame.take("copies") or materials or frame.has("material"))
    kinds, abroad = partner_kinds(frame), bool(frame.take("abroad"))
    frame.take("material", "partner", "they", "there", "inst.library", "ever", "now", "institution", "held")
    query = Query(
        subject=Sheet.EXCHANGES, measure=Measure.SUM, unit=unit, partners=partners.partners,
        partner_kinds=kinds, abroad=abroad, countries=partners.countries, region=partners.region,
        cities=partners.cities, direction=direction.direction, basis=basis,
        materials=tuple(m for m in materials if m != ANY_MATERIAL),
    )  # fmt: skip
    query = _events(frame, query)
    if frame.mentions(Known.SERIES, Known.PERSON):
        return None
    query = _programmes(frame, query)
    if apart := frame.apart() or this_and_last(frame):
        query = replace(query, among=apart, group=Group.YEAR)
    elif period := frame.period():
        query = replace(query, dated=span(period))
        if period.first and period.first > frame.scene.today:
            return None  # what will be sent is no record yet
    shipments = shipments and not (named or frame.has("count.size"))
    return _measure(frame, ask, query, direction, counts_shipments=shipments)


def _is_whence(frame: Frame) -> bool:
    """`откуда получали`, `qayerdan keldi`, `куда отправляли`: from whom, to whom."""
    moved = frame.has("got", "came", "gave", "gifted", "bought", "send", "lent")
    return moved and any(
        s.ending.case in {Case.ABLATIVE, Case.DATIVE} or frame.low(s.start) in _WHENCE
        for s in frame.senses("where")
    )


_WHENCE = frozenset(("откуда", "куда"))


def _events(frame: Frame, query: Query) -> Query:
    """What was sent or received in connection with an event: named, or of a kind and year."""
    surely = frame.has("event", "event.", "after", "series")
    taken = {p for m in _of_programmes(frame) for p in m.places}
    named = [m for m in frame.mentions(Known.EVENT) if not taken & set(m.places)]
    mentions = [m for m in named if surely or m.how is How.EXACT or len(m.places) > 1]
    for mention in mentions:
        frame.use(mention)
    if mentions:
        frame.take("after", "event.", "event")
        return replace(query, events=tuple(no for m in mentions for no in m.nos))
    kinds = {s.concept.split(".", 1)[1] for s in frame.senses("event.")}
    if not kinds:
        return query
    periods = frame.scene.reading.periods
    days = span(periods[0]) if len(periods) == 1 else None
    found = [
        e
        for e in frame.scene.gazetteer.events.values()
        if e.kind in kinds and (days is None or _of_year(e.year, days))
    ]
    if not found:
        return query
    frame.take("event.", "after", "in_")
    for period in periods:
        frame.use(period)
    frame.assume("event-taken")
    return replace(query, events=tuple(e.no for e in found))


def _of_year(year: int | None, days: Span) -> bool:
    return year is not None and bool(days.first and days.last) and days.first.year <= year <= days.last.year  # type: ignore[union-attr]


def _of_programmes(frame: Frame) -> list[Mention]:
    """A programme named in full is meant before an event whose title its words fit too."""
    whole = [m for m in frame.scene.reading.mentions if m.known is Known.PROGRAMME and m.how is How.EXACT]
    return frame.mentions(Known.PROGRAMME) or [m for m in whole if len(m.places) > 1]


def _programmes(frame: Frame, query: Query) -> Query:
    mentions = _of_programmes(frame)
    for mention in mentions:
        frame.use(mention)
    if mentions:
        frame.take("programme", "programme.", *_PROJECTS)
        return replace(query, programmes=tuple(no for m in mentions for no in m.nos))
    return query


def _measure(
    frame: Frame, ask: Asking, query: Query, direction: Way, *, counts_shipments: bool
) -> Query | None:
    if direction.either:
        ask = replace(ask, who=False)
    if direction.both and ask.who and frame.has("more", "fewer"):
        # Of whom more came than went is a balance of each, and no ranking.
        return None
    query = sized(frame, query)
    number = frame.number()
    if query.at_least is not None or query.at_most is not None:
        total = of_total(frame, ask, query, counts_shipments=counts_shipments)
        return total or of_size(frame, ask, query, counts_shipments=counts_shipments)
    if not direction.both and not number and (compared := set_side_by_side(frame, ask, query)):
        if query.direction is None:
            frame.assume("both-directions")
        return compared
    if most := ranked(frame, ask, query, direction, number):
        return most
    if (
        number
        and not number.ordinal
        and frame.scene.reading.numbers[0] is number
        and (ask.when or ask.who or ask.which or ask.listing)
    ):
        frame.use(number)
        query = replace(query, quantity=int(number.value))
        measure = Measure.FIELD if ask.when else Measure.LIST
        return replace(query, measure=measure, fields=(Field.DATE,) if ask.when else ())
    apart = is_several(query) and frame.take("each")
    if frame.take("compare") or apart or (query.direction and frame.has("balance") and is_several(query)):
        return replace(query, measure=Measure.COMPARE, group=ask.group or sides_of_exchange(query))
    return _plainly(frame, ask, query, direction, number, counts_shipments=counts_shipments)


def _plainly(
    frame: Frame, ask: Asking, query: Query, direction: Way, number: Number | None, *, counts_shipments: bool
) -> Query | None:
    if direction.both and ask.extreme in {Measure.FIRST, Measure.LAST} and not ask.count:
        return replace(query, measure=ask.extreme, direction=None)
    if direction.both and ask.who and not ask.count:
        return replace(query, measure=Measure.COMPARE, direction=None, group=Group.PARTNER)
    if direction.both and not ask.group:
        frame.take("more", "fewer", "many")
        return replace(query, measure=Measure.BALANCE, direction=None)
    if frame.take("average"):
        frame.take("each time", "each", "exchange", "times")
        return replace(query, measure=Measure.AVERAGE)
    if frame.take("share"):
        return replace(query, measure=Measure.SHARE)
    if ask.extreme in {Measure.FIRST, Measure.LAST}:
        if number:
            frame.use(number)
        return replace(query, measure=ask.extreme, limit=int(number.value) if number else None)
    if (ask.since or (ask.when and frame.take("start"))) and not query.dated:
        frame.take("start")
        return replace(query, measure=Measure.FIRST)
    if ask.when or ask.since:
        return replace(query, measure=Measure.FIELD, fields=(Field.DATE,))
    if ask.group:
        group = Group.MATERIAL if ask.group is Group.KIND else ask.group
        return replace(query, measure=Measure.COMPARE, group=group)
    if ask.which and _is_of_materials(frame) and not (ask.who or ask.count):
        return replace(query, measure=Measure.COMPARE, group=Group.MATERIAL)
    if unit := _counted(frame, ask, query, counts_shipments=counts_shipments):
        return replace(query, measure=Measure.COUNT, unit=unit)
    if ask.who or (
        (ask.which or ask.countries or _is_about_partners(frame))
        and (ask.countries or frame.has("partner", "inst.library", "institution", "country"))
        and not (query.partners or ask.count or ask.total)
    ):
        group = Group.COUNTRY if frame.take("country") or ask.countries else Group.PARTNER
        return replace(query, measure=Measure.COMPARE, group=group)
    return _summed(frame, ask, query)


def _summed(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """The copies themselves: their number, a list of them, whether there are any."""
    moved = frame.has(*_VERBS, "exchange", "shipment.", "balance", "basis.") or frame.scene.before
    if query.direction is None and not (moved or query.partners or query.countries or query.cities):
        return None  # the stock is no question of the exchange
    if query.direction is None and not ask.count:
        if not (query.partners or query.countries or query.dated or frame.scene.before):
            return None
        return replace(query, measure=Measure.BALANCE if ask.total else Measure.LIST)
    if query.direction is None:
        frame.assume("both-directions")
    if query.direction is None or (ask.whether and not ask.count):
        return replace(query, measure=Measure.EXISTS if query.direction else Measure.BALANCE)
    group = Group.MATERIAL if len(query.materials) > 1 else None
    group = Group.COUNTRY if len(query.countries) > 1 and not query.region else group
    query = replace(query, group=query.group or group)
    return replace(query, measure=Measure.LIST if ask.listing and not ask.count else Measure.SUM)


def _counted(frame: Frame, ask: Asking, query: Query, *, counts_shipments: bool) -> Unit | None:
    """What is counted instead of copies: partners, countries, shipments."""
    if not ask.count:
        return None
    if counts_partners(frame):
        frame.take("partner", "institution", "inst.library")
        return Unit.PARTNERS
    if query.direction and _counts(frame, "country"):
        frame.take("country")
        return Unit.COUNTRIES
    return Unit.RECORDS if counts_shipments or frame.has("times") else None


def _counts(frame: Frame, noun: str) -> bool:
    """`how many countries did we send books to`, `сколько обменов`: each once, and not the copies."""
    ends = {s.end for s in frame.senses("count")}
    return any(s.start in ends for s in frame.senses(noun))


def _is_of_materials(frame: Frame) -> bool:
    """`which materials`, `какие виды изданий`, `qanday materiallar`."""
    frame.take("kind")
    nouns = [s for s in frame.senses("material") if s.concept == "material"]
    return bool(nouns) and not any(s.concept.startswith("material.") for s in frame.scene.senses)


def _is_about_partners(frame: Frame) -> bool:
    """`partners who sent maps`, `xarita yuborgan hamkorlar`: they are what is asked for."""
    tokens = frame.scene.reading.tokens
    nouns = [s for s in frame.senses("partner", "institution", "inst.library") if s.start >= 0]
    cases = {Case.DATIVE, Case.ABLATIVE}
    return any(
        (n.end == len(tokens) or n.start == 0) and (n.ending.plural or n.language == "en")
        and n.ending.case not in cases
        for n in nouns
    )  # fmt: skip
