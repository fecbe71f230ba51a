"""Questions about agreements: terms, what is in force, what ends when, which, how many, with whom. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, Scene, Whom, span, whom
from bot.ask.kinds import partner_kinds
from bot.language.lexicon import Sense
from bot.language.names import Known
from bot.language.periods import Period
from db.query import Condition, Field, Group, Measure, Query, Span, Unit
from db.vocabulary import Sheet

SOON_DAYS = 90
_VERBS = (
    "end",
    "start",
    "sign",
    "signing",
    "in force",
    "renew",
    "renewal",
    "terminate",
    "notice",
    "term",
    "open ended",
    "replace",
)
_FIELDS = {
    "responsible": Field.RESPONSIBLE, "number": Field.NUMBER, "notice": Field.NOTICE,
    "renewal": Field.RENEWAL,
    "renew": Field.RENEWAL, "automatic": Field.RENEWAL,
}  # fmt: skip


def candidates(scene: Scene) -> list[Candidate]:
    """At most one: what the question means if it is about agreements."""
    frame = Frame(scene)
    named = frame.has("agreement", "agreement.", "draft")
    if not named and not frame.has(
        "end", "in force", "renew", "renewal", "terminate", "term", "sign", "signing", "cooperate"
    ):
        return []
    if not named and (
        frame.has("event.", "event", "got", "gave", "gifted", "copies")
        or frame.mentions(Known.EVENT, Known.SERIES, Known.PROGRAMME)
    ):
        return []
    if frame.mentions(Known.EVENT, Known.SERIES, Known.PROGRAMME):
        return []
    partners = whom(frame)
    ask = asking(frame)
    query = _query(frame, ask, partners)
    if query is None:
        return []
    return [Candidate(query, frame, (3 if named else 1) + (1 if partners.said else 0))]


def _query(frame: Frame, ask: Asking, partners: Whom) -> Query | None:
    kinds = tuple(dict.fromkeys(s.concept.split(".", 1)[1] for s in frame.take("agreement.")))
    if frame.mentions(Known.PERSON):
        frame.take("responsible")
    frame.take("agreement", "year", "now", "still", "partner", "country", "cooperate")
    base = Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, kinds=kinds, partners=partners.partners,
                 countries=partners.countries, region=partners.region, cities=partners.cities, partner_kinds=partner_kinds(frame),
                 persons=_persons(frame))  # fmt: skip
    if not frame.has("agreement", "agreement.") and frame.has("cooperate"):
        # "Since when do we work with …": since the first agreement.
        frame.take("start")
        asked = partners.said and (ask.when or ask.since or ask.how_long) and not ask.negative
        return _with(base, measure=Measure.FIRST) if asked else None
    if partners.said and (field := _plain_field(frame, ask)):
        return _with(base, measure=Measure.FIELD, fields=(field,))
    return _by_verb(frame, ask, base, partners)


def _with(query: Query, **changes: object) -> Query:
    return replace(query, **changes)  # type: ignore[arg-type]


def _persons(frame: Frame) -> tuple[str, ...]:
    return tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)


def _plain_field(frame: Frame, ask: Asking) -> Field | None:
    for concept, field in _FIELDS.items():
        if frame.has(concept) and not (ask.count or ask.list_noun or ask.extreme or ask.negative):
            if concept in {"renew", "renewal", "automatic"} and ask.which:
                continue
            frame.take(*_FIELDS)
            frame.take("term", "end", "in force") if field is Field.NOTICE or field is Field.RENEWAL else None
            return field
    return None


def _by_verb(frame: Frame, ask: Asking, base: Query, partners: Whom) -> Query | None:
    if missing := _missing(frame, ask):
        frame.use(missing[1])
        return _counted_or_listed(replace(ask, negative=False), _with(base, missing=(missing[0],)))
    ends, starts = frame.take("end", "ended"), frame.take("start")
    signs = frame.take("sign", "signing")
    force = frame.take("in force")
    term = frame.take("term")
    conditions = _conditions(frame)
    period = frame.period()
    if period is None and frame.scene.reading.periods:
        return None
    if ask.extreme in {Measure.FIRST, Measure.LAST, Measure.LONGEST, Measure.SHORTEST}:
        return _extreme(frame, ask, base, period, ends=bool(ends), force=bool(force))
    if ask.most or ask.least:
        return _with(
            base,
            measure=Measure.RANK,
            unit=Unit.RECORDS,
            group=ask.group or _most_of(frame),
            limit=_limit(frame),
            descending=ask.most,
        )
    if conditions:
        query = _with(base, conditions=conditions)
        return _measured(frame, ask, query, partners)
    if frame.take("soon", "nearest", "next", "upcoming") and (ends or force or term):
        return _measured(frame, ask, _with(base, ends=_soon(frame)), partners, may_be_field=False)
    if ask.negative and not (force or ends):
        return None
    if period:
        return _in_period(
            frame,
            ask,
            base,
            partners,
            period,
            ends=bool(ends),
            starts=bool(starts or signs),
            signs=bool(signs),
            force=bool(force),
            term=bool(term),
        )
    return _without_period(
        frame,
        ask,
        base,
        partners,
        ends=bool(ends),
        starts=bool(starts),
        signs=bool(signs),
        force=bool(force),
        term=bool(term),
    )


_BLANKS = {"end": Field.END, "open ended": Field.END, "start": Field.START, "term": Field.TERM,
    "responsible": Field.RESPONSIBLE,
           "number": Field.NUMBER, "signing": Field.SIGNED}  # fmt: skip


def _missing(frame: Frame, ask: Asking) -> tuple[Field, Sense] | None:
    """`with no end date recorded`, `tugash sanasi qayd etilmagan`, `дата окончания не записана`."""
    record = next(iter(frame.senses("record")), None)
    if record is None or not (ask.negative or frame.has("without") or frame.has("open ended")):
        return None
    field = next((field for concept, field in _BLANKS.items() if frame.take(concept)), None)
    frame.take("not", "without", "when")
    return (field, record) if field else None


def _most_of(frame: Frame) -> Group:
    return Group.COUNTRY if frame.take("country") else Group.PARTNER


def _limit(frame: Frame) -> int | None:
    number = frame.number()
    if number and 1 <= number.value <= 100:
        frame.use(number)
        return int(number.value)
    return None


def _soon(frame: Frame) -> Span:
    frame.assume("soon", days=str(SOON_DAYS))
    return Span(frame.scene.today, frame.scene.today + timedelta(days=SOON_DAYS))


def _conditions(frame: Frame) -> tuple[Condition, ...]:
    found = []
    if frame.take("draft", "approval"):
        found.append(Condition.DRAFT)
    if frame.take("terminate"):
        found.append(Condition.TERMINATED)
    if frame.take("replace"):
        found.append(Condition.REPLACED)
    if frame.take("open ended"):
        found.append(Condition.OPEN)
    if frame.take("automatic", "renew", "renewal"):
        found.append(Condition.RENEWING)
    return tuple(found)


def _measured(
    frame: Frame, ask: Asking, query: Query, partners: Whom, *, may_be_field: bool = True
) -> Query | None:
    """Count, list, or one field of the few agreements that are meant."""
    if ask.negative:
        return None
    if ask.count:
        unit = (
            Unit.PARTNERS
            if frame.take("partner") and not frame.has("agreement", "agreement.")
            else Unit.RECORDS
        )
        return _with(query, measure=Measure.COUNT, unit=unit, group=ask.group)
    if ask.whether and not ask.which and not ask.listing:
        return _with(query, measure=Measure.EXISTS)
    return _with(query, measure=Measure.LIST)


def _extreme(
    frame: Frame, ask: Asking, base: Query, period: Period | None, *, ends: bool, force: bool
) -> Query | None:
    if ask.negative or ends:
        return None
    query = _with(base, measure=ask.extreme, limit=_limit(frame))
    if force:
        query = _with(query, at=span(period) if period else Span(frame.scene.today, frame.scene.today))
    elif period:
        query = _with(query, starts=span(period))
    return query


def _in_period(
    frame: Frame,
    ask: Asking,
    base: Query,
    partners: Whom,
    period: Period,
    *,
    ends: bool,
    starts: bool,
    signs: bool,
    force: bool,
    term: bool,
) -> Query | None:
    days = span(period)
    if (
        _is_beside_agreement(frame, period)
        and not force
        and (ends or term or ask.when or ask.until or ask.how_long)
        and partners.said
    ):
        # "the 2008 memorandum": the year tells which agreement is meant.
        return (
            None
            if ask.negative
            else _with(
                base, starts=days, measure=Measure.FIELD, fields=(_field_asked(ask, ends=ends, term=term),)
            )
        )
    if ends or (term and not starts and not force):
        if ask.negative:
            return None
        if days.last is None or days.last >= frame.scene.today:
            frame.take("next", "this")
        query = _with(base, ends=days)
    elif starts and not force:
        query = _with(base, starts=days)
    elif force:
        query = _with(base, at=days)
        if ask.negative:
            return None
        if partners.partners and ask.whether and not ask.which:
            return _with(query, measure=Measure.EXISTS)
    else:
        if ask.when or ask.until or ask.how_long:
            return _with(
                base, starts=days, measure=Measure.FIELD, fields=(_field_asked(ask, ends=False, term=False),)
            )
        frame.assume("began-in")
        query = _with(base, starts=days)
    return _measured(frame, ask, query, partners)


def _is_beside_agreement(frame: Frame, period: Period) -> bool:
    """`the 2008 memorandum`, `2008 yilgi shartnoma`, `меморандум 2008 года`."""
    nouns = frame.senses("agreement", "agreement.")
    before = any(noun.start == period.end for noun in nouns)
    return before or any(noun.end == period.start and noun.language == "ru" for noun in nouns)


def _field_asked(ask: Asking, *, ends: bool, term: bool) -> Field:
    if ends or ask.until:
        return Field.END
    if ask.how_long:
        return Field.LENGTH
    return Field.START if ask.since else Field.TERM


def _without_period(
    frame: Frame,
    ask: Asking,
    base: Query,
    partners: Whom,
    *,
    ends: bool,
    starts: bool,
    signs: bool,
    force: bool,
    term: bool,
) -> Query | None:
    today = Span(frame.scene.today, frame.scene.today)
    one = (
        (partners.said and not (ask.which or ask.listing or ask.count))
        or ask.when
        or ask.until
        or ask.since
        or ask.how_long
    )
    if ask.how_long:
        return None if ask.negative else _with(base, measure=Measure.FIELD, fields=(Field.LENGTH,))
    if ends and (ask.when or ask.until or (one and not ask.whether)):
        return None if ask.negative else _with(base, measure=Measure.FIELD, fields=(Field.END,))
    if ask.until:
        return _with(base, measure=Measure.FIELD, fields=(Field.END,))
    if (signs and not force) and (ask.when or one) and not ask.whether:
        return None if ask.negative else _with(base, measure=Measure.FIELD, fields=(Field.SIGNED,))
    if (starts or ask.since) and (ask.when or one or ask.since):
        return _with(base, measure=Measure.FIELD, fields=(Field.START,))
    if ends:
        condition = Condition.IN_FORCE if ask.negative else Condition.ENDED
        frame.take("not")
        if partners.said and not (ask.count or ask.listing or ask.which):
            return _with(base, measure=Measure.FIELD, fields=(Field.STATE,))
        return _with(_counted_or_listed(ask, base), conditions=(condition,))
    if force:
        if partners.said and not (ask.count or ask.listing or ask.which or ask.who):
            frame.take("not")
            field = Field.STATE if ask.negative else Field.IN_FORCE
            return _with(base, measure=Measure.FIELD, fields=(field,))
        if ask.negative:
            frame.take("not")
            return _with(_counted_or_listed(ask, base), conditions=(Condition.NOT_IN_FORCE,))
        return _with(_counted_or_listed(ask, base), at=today, unit=Unit.RECORDS)
    if term or (ask.when and partners.said):
        return _with(base, measure=Measure.FIELD, fields=(Field.TERM,)) if partners.said else None
    return _plain(frame, ask, base, partners)


def _counted_or_listed(ask: Asking, query: Query) -> Query:
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    whether = ask.whether and not (ask.which or ask.listing or ask.who)
    return replace(query, measure=Measure.EXISTS if whether else Measure.LIST, group=ask.group)


def _plain(frame: Frame, ask: Asking, base: Query, partners: Whom) -> Query | None:
    """Just agreements: of someone, of a kind, all of them."""
    if ask.negative:
        return None
    if ask.where and not ask.countries:
        return None
    if ask.countries and not ask.count:
        return _with(base, measure=Measure.COMPARE, group=Group.COUNTRY)
    return _counted_or_listed(ask, base)
