"""The last gate: every word with a meaning must show in the query. Pure.

A room may account for a word without giving it an effect; here each concept says what a query that heard it
looks like. What asks for nothing (`now`, `partner`, `exist`) stands in no table.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.ask.comparing import sides
from bot.ask.frame import Frame
from bot.language.lexicon import Sense
from bot.language.mention import Mention
from bot.language.phrases import Known
from db.query import Condition, Field, Group, Measure, Query, Side, Unit
from db.vocabulary import ONLINE, Basis, Direction, Outcome, Sheet

Heard = Callable[[Query], bool]


def unheard(frame: Frame, query: Query) -> tuple[int, ...]:
    """The places of words whose meaning the query does not show."""
    titled = {
        p
        for m in (*frame.scene.mentions, *frame.scene.weak)
        if m.known in _TITLED and _is_meant(m, query)
        for p in m.places
    }
    # A word of several meanings is heard when the query shows one of them.
    heard: dict[tuple[int, int], bool] = {}
    for sense in frame.scene.senses:
        if sense.concept == "filler" or titled.issuperset(range(sense.start, sense.end)):
            continue
        span = (sense.start, sense.end)
        heard[span] = heard.get(span, False) or _is_heard(frame, sense, query)
    lost = [start for (start, _), shown in heard.items() if not shown]
    lost += [sense.start for sense in frame.senses("other") if sense.start not in frame.used]
    lost += [m.start for m in frame.scene.mentions if not _is_named(m, query)]
    return tuple(sorted(set(lost)))


_TITLED = frozenset((Known.EVENT, Known.SERIES, Known.PROGRAMME))


def _is_meant(mention: Mention, query: Query) -> bool:
    return bool(
        set(mention.nos) & {*query.records, *query.events, *query.series, *query.programmes}
        or (query.subject is Sheet.EVENTS and query.series)
    )


def _is_heard(frame: Frame, sense: Sense, query: Query) -> bool:
    concept = sense.concept
    if concept in {"us", "ours"}:
        return _are_we_heard(frame, sense, query)
    if concept == "all" and frame.has("card"):
        return True
    if concept in {"sign", "signing"} and frame.has("when", "when.year", "when.month"):
        return frame.has(
            "end", "start", "in force", "term", "renew", "how long", "until when"
        ) or _is_of_signing(query)
    group, dot, value = concept.partition(".")
    if group == "agreement" and sides(query) and frame.has("or") and frame.senses("agreement"):
        # `the contract with one or the agreement with the other`: whatever each has.
        return query.subject is Sheet.AGREEMENTS
    if group == "agreement" and not query.kinds and {s.start for s in frame.senses("other")} & frame.used:
        return query.subject is Sheet.AGREEMENTS
    if dot and group in _KINDS:
        return _KINDS[group](query, value)
    test = HEARD.get(concept)
    return test is None or test(query)


def _is_named(mention: Mention, query: Query) -> bool:
    match mention.known:
        case Known.PERSON:
            return bool(query.persons)
        case Known.STAGE:
            return mention.value in query.stages
        case Known.PARTNER:
            return bool(query.partners or query.hosts or query.records or query.events or query.countries)
        case Known.COUNTRY | Known.CITY | Known.REGION:
            return bool(_places(query))
    return True


def _places(query: Query) -> tuple[object, ...]:
    return (
        *query.partners, *query.hosts, *query.countries, *query.cities, *query.place_countries,
        *query.place_cities, *query.records, *query.events, *query.programmes, *query.series,
    )  # fmt: skip


def _field(*wanted: Field) -> Heard:
    return lambda query: bool(set(wanted) & set(query.fields))


def _measure(*wanted: Measure) -> Heard:
    return lambda query: query.measure in wanted


def _about(*sheets: Sheet) -> Heard:
    return lambda query: query.subject in sheets


def _either(*tests: Heard) -> Heard:
    return lambda query: any(test(query) for test in tests)


def _stands(*wanted: Condition) -> Heard:
    return lambda query: bool(set(wanted) & set(query.conditions))


def _of_basis(basis: Basis) -> Heard:
    return lambda query: query.basis is basis or query.group is Group.BASIS


def _bounded(query: Query) -> bool:
    return bool(query.at or query.ends or query.starts or query.signed or query.dated or query.among)


def _bound_below(query: Query) -> bool:
    return query.at_least is not None or query.total_at_least is not None


def _bound_above(query: Query) -> bool:
    return query.at_most is not None or query.total_at_most is not None


def _by(*groups: Group) -> Heard:
    return lambda query: query.group in groups


def _ahead(query: Query) -> bool:
    return query.upcoming is True or Condition.UPCOMING in query.conditions or _bounded(query)


def _peopled(query: Query) -> bool:
    taking_part = query.side or query.persons or query.roles or query.partners or query.countries
    return query.subject is Sheet.PARTICIPANTS or (query.subject is Sheet.EVENTS and bool(taking_part))


def _moved(query: Query) -> bool:
    """Something changed hands, one way or both."""
    if query.subject is Sheet.EXCHANGES:
        ways = query.direction or query.group is Group.DIRECTION
        return bool(ways) or query.measure in {Measure.BALANCE, Measure.COMPARE, Measure.RANK, Measure.LIST}
    return (
        bool(query.having)
        or query.group is Group.COUNTRY
        or query.subject in {Sheet.APPROVALS, Sheet.PARTICIPANTS}
        or bool({Field.NOTICE, Field.SUBMISSION, Field.REGISTRATION} & set(query.fields))
    )


_TAKING_PART = ("participate", "participation", "learned", "went", "spoke", "people", "staff", "who")


def _are_we_heard(frame: Frame, sense: Sense, query: Query) -> bool:
    """Beside people and hosts, we are a side; elsewhere (`our events`, `do we have`) the registry is ours."""
    if query.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS} or query.side or query.hosted_by_us:
        return True
    if any(s.start == sense.end for s in frame.senses("event", "event.", "series", "partner", "record")):
        return True
    return bool(query.persons) or not frame.has(*_TAKING_PART, "host", "organise")


def _is_of_signing(query: Query) -> bool:
    """When it was signed is answered by that day, and by no other of its days."""
    told = _field(Field.SIGNED, Field.START, Field.TERM)(query) or Field.SIGNED in query.missing
    return told or query.measure in {Measure.FIRST, Measure.LAST, Measure.RANK} or query.group is Group.YEAR


def _whose(query: Query) -> bool:
    """Partners show as hosts, as guests, as their side, or as what is counted."""
    known = query.partners or query.countries or query.cities or query.hosts or query.partner_kinds
    return bool(known) or query.side is Side.THEIRS or query.group in {Group.PARTNER, Group.HOST}


_DATES = _field(
    Field.START, Field.END, Field.TERM, Field.SIGNED, Field.DATE, Field.SENT, Field.DUE, Field.SUBMISSION,
    Field.REGISTRATION, Field.NOTICE, Field.LENGTH, Field.RECURS, Field.DECIDED,
)  # fmt: skip
_OVER = _either(
    lambda query: query.ends is not None or query.upcoming is False or Field.END in query.missing,
    _stands(Condition.ENDED, Condition.NOT_IN_FORCE, Condition.IN_FORCE, Condition.TERMINATED),
    _field(Field.END, Field.STATE, Field.TERM, Field.IN_FORCE, Field.LENGTH, Field.NOTICE, Field.DUE,
           Field.SUBMISSION, Field.REGISTRATION),
    lambda query: query.overdue,
    lambda query: query.subject is Sheet.EVENTS and query.fields == (Field.DATE,),
)  # fmt: skip
_SOMEBODY = _either(
    _about(Sheet.PARTNERS, Sheet.PARTICIPANTS, Sheet.AGREEMENTS, Sheet.APPROVALS),
    _by(Group.PARTNER, Group.PERSON), _peopled,
    _field(Field.HOST, Field.HOLDER, Field.PARTNER, Field.RESPONSIBLE, Field.CONTACT, Field.PERSON),
    _measure(Measure.LIST, Measure.RANK, Measure.COMPARE, Measure.FIRST, Measure.LAST, Measure.BALANCE),
)  # fmt: skip
_PICKED = _either(
    _measure(Measure.FIRST, Measure.LAST, Measure.LONGEST, Measure.SHORTEST),
    lambda query: query.nth is not None,
)
_SOMEWHERE = _either(
    _field(Field.PLACE, Field.CITY, Field.COUNTRY, Field.STAGE, Field.HOLDER, Field.HOST, Field.INSTITUTION),
    lambda query: query.subject is Sheet.PARTICIPANTS and query.side is Side.THEIRS,
    _by(Group.PLACE, Group.COUNTRY, Group.HOST, Group.EVENT),
    lambda query: query.subject is Sheet.EXCHANGES and query.group is Group.PARTNER,
    lambda query: query.subject is Sheet.EVENTS and _PICKED(query),
    lambda query: query.unit in {Unit.COUNTRIES, Unit.CITIES},
)
_COUNTED = _either(
    _measure(
        Measure.COUNT, Measure.SUM, Measure.BALANCE, Measure.AVERAGE, Measure.SHARE, Measure.COMPARE,
        Measure.RANK,
    ),
    _field(Field.NOTICE, Field.LENGTH, Field.QUANTITY, Field.NUMBER, Field.RENEWAL, Field.LETTER_IN,
           Field.LETTER_OUT, Field.EDITION, Field.END),
)  # fmt: skip
_WEIGHED = _measure(Measure.RANK, Measure.COMPARE, Measure.BALANCE)
_DEADLINE = _either(
    _field(Field.SUBMISSION, Field.REGISTRATION, Field.DUE, Field.NOTICE, Field.END),
    lambda query: query.overdue or query.ends is not None,
)

_KINDS: dict[str, Callable[[Query, str], bool]] = {
    "agreement": lambda query, kind: (
        query.subject is Sheet.APPROVALS
        or kind in query.kinds
        or (query.subject is Sheet.AGREEMENTS and bool(query.records or Field.KIND in query.fields))
        or (query.subject is Sheet.AGREEMENTS and not query.kinds and len(query.partners) > 1)
        or query.group is Group.KIND
        or bool({"annex", "amendment"} & set(query.kinds))
    ),
    "event": lambda query, kind: kind in query.kinds or bool(query.records or query.events),
    "material": lambda query, kind: (
        kind in query.materials or query.subject is not Sheet.EXCHANGES or (not query.direction and not kind)
    ),
    "stage": lambda query, stage: bool(query.stages),
    "role": lambda query, role: (
        bool(query.roles or query.persons or query.side is Side.THEIRS) or _field(Field.RESPONSIBLE)(query)
    ),
}
HEARD: dict[str, Heard] = {
    "spoke": lambda query: bool(query.roles or query.persons),
    "people": _either(_peopled, _field(Field.RESPONSIBLE, Field.CONTACT, Field.HOLDER)),
    "count.people": _about(Sheet.PARTICIPANTS),
    "staff": _either(_peopled, _field(Field.RESPONSIBLE, Field.CONTACT, Field.HOLDER)),
    "delegation": _either(_peopled, _about(Sheet.EXCHANGES), lambda q: bool(q.records)),
    "participate": _about(Sheet.EVENTS, Sheet.PARTICIPANTS),
    "participation": _about(Sheet.EVENTS, Sheet.PARTICIPANTS),
    "learned": _about(Sheet.EVENTS, Sheet.PARTICIPANTS),
    "went": _either(
        _about(Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.APPROVALS), lambda q: q.direction is Direction.SENT
    ),
    "visited": _about(Sheet.EVENTS, Sheet.PARTICIPANTS),
    "got": _moved, "gave": _moved, "came": _moved, "left": _moved, "shipment.in": _moved,
    "shipment.out": _moved,
    "gifted": _of_basis(Basis.GIFT), "basis.gift": _of_basis(Basis.GIFT),
    "basis.exchange": _either(_of_basis(Basis.EXCHANGE), lambda query: query.direction is None),
    "bought": _of_basis(Basis.PURCHASE), "basis.purchase": _of_basis(Basis.PURCHASE),
    "lent": _of_basis(Basis.LOAN), "basis.loan": _of_basis(Basis.LOAN),
    "copies": _either(_about(Sheet.EXCHANGES), lambda query: bool(query.having)),
    "draft": _either(_about(Sheet.APPROVALS), _stands(Condition.DRAFT, Condition.CONCLUDED)),
    "prepare": _either(_about(Sheet.APPROVALS), _stands(Condition.DRAFT)),
    "approval": _either(_about(Sheet.APPROVALS), _stands(Condition.DRAFT)),
    "upcoming": _ahead, "soon": _either(_ahead, _PICKED), "nearest": _either(_ahead, _PICKED),
    "next": _either(_ahead, _PICKED),
    "online": lambda query: ONLINE in query.place_cities,
    "abroad": lambda query: query.abroad or query.side is Side.THEIRS,
    "automatic": _either(_field(Field.RENEWAL, Field.NOTICE), _stands(Condition.RENEWING)),
    "renew": _either(
        _field(Field.RENEWAL, Field.NOTICE, Field.END), _stands(Condition.RENEWING, Condition.REPLACED),
        lambda query: query.ends is not None,
    ),
    "renewal": _either(
        _field(Field.RENEWAL, Field.NOTICE, Field.END), _stands(Condition.RENEWING),
        lambda query: query.ends is not None,
    ),
    "terminate": _either(
        _stands(Condition.TERMINATED), _field(Field.STATE, Field.IN_FORCE, Field.NOTICE)
    ),
    "replace": _either(_stands(Condition.REPLACED), _field(Field.REPLACES)),
    "open ended": _either(_stands(Condition.OPEN), _field(Field.END), lambda query: bool(query.missing)),
    "in force": _either(
        _bounded, lambda query: bool(query.conditions or any(having.during for having in query.having)),
        _field(Field.IN_FORCE, Field.STATE, Field.END, Field.START, Field.TERM, Field.LENGTH, Field.NOTICE),
        lambda query: query.subject is Sheet.PROGRAMMES and query.fields == (Field.PARTNER,),
        _measure(Measure.LONGEST, Measure.SHORTEST),
    ),
    "end": _OVER, "ended": _OVER,
    "start": _either(
        _field(Field.START, Field.TERM, Field.DATE), _PICKED, _ahead, lambda q: Field.START in q.missing
    ),
    "notice": _field(Field.NOTICE),
    "longer": _PICKED, "shorter": _PICKED, "than": _either(_WEIGHED, _PICKED),
    "kind of paper": _either(_field(Field.KIND), _measure(Measure.LIST)),
    "state": _field(Field.STATE, Field.HOLDER),
    "unrecorded": lambda query: bool(query.missing),
    "term": _either(
        _DATES, _DEADLINE, _bounded, lambda query: bool(query.conditions or query.missing),
        _PICKED, _measure(Measure.RANK), _field(Field.RENEWAL),
    ),
    "responsible": _either(
        _field(Field.RESPONSIBLE, Field.HOLDER), _by(Group.PERSON), lambda q: bool(q.persons or q.missing)
    ),
    "number": _either(
        _field(Field.NUMBER, Field.PHONE, Field.LETTER_IN, Field.LETTER_OUT), _COUNTED,
        lambda q: Field.NUMBER in q.missing,
    ),
    "phone": _either(_field(Field.PHONE), lambda q: Field.PHONE in (*q.missing, *q.present)),
    "email": _either(_field(Field.EMAIL), lambda q: Field.EMAIL in (*q.missing, *q.present)),
    "website": _either(_field(Field.WEBSITE), lambda q: Field.WEBSITE in (*q.missing, *q.present)),
    "contact": _either(
        _field(Field.CONTACT, Field.EMAIL, Field.PHONE, Field.RESPONSIBLE),
        lambda q: Field.CONTACT in (*q.missing, *q.present),
    ),
    "address": _field(Field.CONTACT, Field.RESPONSIBLE),
    "topic": _field(Field.TOPIC),
    "host": _either(_field(Field.HOST), lambda query: bool(query.hosts or query.hosted_by_us)),
    "submission": _either(_DEADLINE, _about(Sheet.EXCHANGES)),
    "registration": _either(_DEADLINE, _field(Field.NUMBER)), "deadline": _DEADLINE,
    "overdue": lambda query: query.overdue,
    "institution": lambda query: not query.persons or Field.INSTITUTION in query.fields,
    "anything": lambda query: query.measure is not Measure.CARD or bool(query.partners),
    "held": lambda query: query.subject is not Sheet.PARTNERS or query.measure is not Measure.CARD,
    "partner": _either(
        lambda query: query.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.SERIES}, _whose,
    ),
    "average": _measure(Measure.AVERAGE), "each time": _measure(Measure.AVERAGE, Measure.RANK),
    "share": _measure(Measure.SHARE),
    "balance": _measure(Measure.BALANCE, Measure.COMPARE), "compare": _WEIGHED,
    "most": _either(_measure(Measure.RANK), _PICKED), "least": _either(_measure(Measure.RANK), _PICKED),
    "oldest": _PICKED, "newest": _either(_PICKED, _field(Field.NOTICE)), "longest": _PICKED,
    "shortest": _PICKED,
    "new": _either(
        _PICKED, _about(Sheet.APPROVALS), _stands(Condition.DRAFT), lambda query: query.starts is not None
    ),
    "last": _either(_PICKED, _bounded, _DEADLINE, lambda query: query.upcoming is False),
    "donor": _by(Group.PARTNER, Group.COUNTRY), "recipient": _by(Group.PARTNER, Group.COUNTRY),
    "more": _either(_WEIGHED, _bound_below, _bound_above),
    "many": _either(_WEIGHED, _bound_below, _bound_above),
    "fewer": _either(_WEIGHED, _bound_above, _bound_below), "at least": _bound_below, "at most": _bound_above,
    "all": lambda query: query.measure is not Measure.CARD,
    "exchange": lambda query: query.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS},
    "foreigners": lambda query: query.side is Side.THEIRS,
    "each": _either(
        _measure(Measure.BALANCE), _field(Field.RENEWAL), lambda query: query.group is not None
    ),
    "basis": _by(Group.BASIS),
    "country": _either(
        _by(Group.COUNTRY), _field(Field.COUNTRY, Field.CITY, Field.PLACE), lambda q: bool(_places(q)),
        lambda query: query.unit is Unit.COUNTRIES,
    ),
    "when": _either(_DATES, _PICKED, _by(Group.YEAR), lambda query: query.subject is Sheet.EVENTS),
    "how long": _field(Field.LENGTH, Field.NOTICE, Field.RENEWAL, Field.SENT),
    "until when": _either(_DATES, _DEADLINE),
    "since when": _either(_DATES, _PICKED),
    "who": _SOMEBODY, "whose": _SOMEBODY,
    "where": _SOMEWHERE, "where.city": _SOMEWHERE, "where.country": _SOMEWHERE,
    "count": _COUNTED,
    "stand": _either(_about(Sheet.APPROVALS), _field(Field.CITY, Field.PLACE)),
    "holder": _about(Sheet.APPROVALS),
    "approve": _either(_about(Sheet.APPROVALS), lambda query: query.outcome is Outcome.APPROVED),
    "returned": _either(_about(Sheet.APPROVALS), lambda query: query.outcome is Outcome.RETURNED),
    "how often": _field(Field.RECURS), "ordinal": _field(Field.EDITION, Field.NUMBER),
    "role": _field(Field.ROLE),
    "titles": lambda query: query.subject is not Sheet.EXCHANGES or query.unit is Unit.TITLES,
    "why": lambda query: False,
    "other": lambda query: query.subject is Sheet.AGREEMENTS and not query.kinds,
    "agreement": _either(
        _about(Sheet.AGREEMENTS, Sheet.APPROVALS, Sheet.PROGRAMMES),
        lambda query: any(having.sheet is Sheet.AGREEMENTS for having in query.having),
    ),
    "letter": _field(Field.LETTER_IN, Field.LETTER_OUT),
    "letter out": _field(Field.LETTER_OUT), "letter in": _field(Field.LETTER_IN),
    "excluding": _either(_stands(Condition.CONCLUDED), lambda q: q.besides is not None),
}  # fmt: skip
