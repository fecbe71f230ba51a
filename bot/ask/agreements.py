"""Questions about agreements: terms, what is in force, what ends when, which, how many, with whom. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, Scene, Whom, span, whom
from bot.ask.kinds import partner_kinds
from bot.language.lexicon import Sense
from bot.language.names import Known
from bot.language.periods import Period
from db.query import Condition, Field, Group, Measure, Query, Span
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
_SIGNS = ("end", "in force", "renew", "renewal", "terminate", "term", "sign", "signing", "cooperate")
"""What may be said of agreements without naming them."""
_FIELDS = {
    "responsible": Field.RESPONSIBLE, "number": Field.NUMBER, "notice": Field.NOTICE,
    "renewal": Field.RENEWAL,
    "renew": Field.RENEWAL, "automatic": Field.RENEWAL,
}  # fmt: skip


def candidates(scene: Scene) -> list[Candidate]:
    """At most one: what the question means if it is about agreements."""
    frame = Frame(scene)
    named = frame.has("agreement", "agreement.", "draft", "number", "notice")
    if not named and not frame.has(*_SIGNS):
        return []
    if not named and frame.has("event.", "event", "got", "gave", "gifted", "copies"):
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
                 countries=partners.countries, region=partners.region, cities=partners.cities,
                 partner_kinds=partner_kinds(frame),
                 persons=_persons(frame))  # fmt: skip
    if not frame.has("agreement", "agreement.") and frame.has("cooperate"):
        # "Since when do we work with …": since the first agreement.
        frame.take("start")
        asked = partners.said and (ask.when or ask.since or ask.how_long) and not ask.negative
        return replace(base, measure=Measure.FIRST) if asked else None
    if partners.said and (field := _plain_field(frame, ask)):
        return replace(base, measure=Measure.FIELD, fields=(field,))
    return _by_verb(frame, ask, base, partners)


def _persons(frame: Frame) -> tuple[str, ...]:
    return tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)


def _plain_field(frame: Frame, ask: Asking) -> Field | None:
    for concept, field in _FIELDS.items():
        counted = ask.count and concept != "number"
        if frame.has(concept) and not (counted or ask.list_noun or ask.extreme or ask.negative):
            if concept in {"renew", "renewal", "automatic"} and ask.which:
                continue
            frame.take(*_FIELDS)
            if field in {Field.NOTICE, Field.RENEWAL}:
                frame.take("term", "end", "in force", "gave", "until when", "deadline")
            return field
    return None


def _by_verb(frame: Frame, ask: Asking, base: Query, partners: Whom) -> Query | None:
    if missing := _missing(frame, ask):
        frame.use(missing[1])
        return _counted_or_listed(replace(ask, negative=False), replace(base, missing=(missing[0],)))
    said = _verbs(frame)
    conditions = _conditions(frame)
    period = frame.period()
    if period is None and frame.scene.reading.periods:
        return None
    if ask.extreme:
        return _extreme(frame, ask, base, period, said)
    if ask.most or ask.least:
        at = span(period) if period else None
        group, limit = ask.group or _most_of(frame), _limit(frame)
        return replace(base, measure=Measure.RANK, group=group, limit=limit, descending=ask.most, at=at)
    if conditions:
        return _conditioned(ask, replace(base, conditions=conditions), period)
    if frame.take("soon", "nearest", "next", "upcoming") and (said.ends or said.force or said.term):
        return _measured(ask, replace(base, ends=_soon(frame)))
    if ask.negative and not (said.force or said.ends):
        return None
    if period:
        return _in_period(frame, ask, base, partners, period, said)
    return _without_period(frame, ask, base, partners, said)


@dataclass(frozen=True, slots=True)
class _Verbs:
    """What is said to happen to the agreements."""

    ends: bool
    starts: bool
    signs: bool
    force: bool
    term: bool


def _verbs(frame: Frame) -> _Verbs:
    return _Verbs(
        ends=bool(frame.take("end", "ended")), starts=bool(frame.take("start")),
        signs=bool(frame.take("sign", "signing")),
        force=bool(frame.take("in force")), term=bool(frame.take("term")),
    )  # fmt: skip


def _conditioned(ask: Asking, query: Query, period: Period | None) -> Query | None:
    """Terminated, replaced, open-ended …; of these only an end has a date to ask for."""
    if period:
        if query.conditions != (Condition.TERMINATED,):
            return None
        query = replace(query, ends=span(period))
    if ask.when and not ask.negative:
        return _field(query, Field.END)
    return _measured(ask, query)


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


def _measured(ask: Asking, query: Query) -> Query | None:
    """Count, list, or yes and no."""
    if ask.negative:
        return None
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    if ask.whether and not ask.which and not ask.listing:
        return replace(query, measure=Measure.EXISTS)
    return query


def _extreme(frame: Frame, ask: Asking, base: Query, period: Period | None, said: _Verbs) -> Query | None:
    if ask.negative or said.ends or ask.extreme is None:
        return None
    query = replace(base, measure=ask.extreme, limit=_limit(frame))
    if said.force:
        query = replace(query, at=span(period) if period else Span(frame.scene.today, frame.scene.today))
    elif period:
        query = replace(query, starts=span(period))
    return query


def _in_period(
    frame: Frame, ask: Asking, base: Query, partners: Whom, period: Period, said: _Verbs
) -> Query | None:
    if ask.negative:
        return None
    days = span(period)
    asks_a_field = said.ends or said.term or ask.when or ask.until or ask.how_long
    if _is_beside_agreement(frame, period) and not said.force and asks_a_field and partners.said:
        # "the 2008 memorandum": the year tells which agreement is meant.
        return _field(replace(base, starts=days), _field_asked(ask, said))
    if said.ends or (said.term and not said.starts and not said.force):
        return _measured(ask, replace(base, ends=days))
    if said.force:
        whether = partners.partners and ask.whether and not ask.which
        query = replace(base, at=days)
        return replace(query, measure=Measure.EXISTS) if whether else _measured(ask, query)
    if said.starts or said.signs:
        return _measured(ask, replace(base, starts=days))
    if ask.when or ask.until or ask.how_long:
        return _field(replace(base, starts=days), _field_asked(ask, said))
    frame.assume("began-in")
    return _measured(ask, replace(base, starts=days))


def _field(query: Query, field: Field) -> Query:
    return replace(query, measure=Measure.FIELD, fields=(field,))


def _is_beside_agreement(frame: Frame, period: Period) -> bool:
    """`the 2008 memorandum`, `2008 yilgi shartnoma`, `меморандум 2008 года`."""
    nouns = frame.senses("agreement", "agreement.")
    before = any(noun.start == period.end for noun in nouns)
    return before or any(noun.end == period.start and noun.language == "ru" for noun in nouns)


def _field_asked(ask: Asking, said: _Verbs) -> Field:
    if said.ends or ask.until:
        return Field.END
    if ask.how_long:
        return Field.LENGTH
    return Field.START if ask.since else Field.TERM


def _without_period(frame: Frame, ask: Asking, base: Query, partners: Whom, said: _Verbs) -> Query | None:
    of_one = partners.said and not (ask.which or ask.listing or ask.count)
    if field := _asked_by_verb(ask, said, of_one=of_one):
        return None if ask.negative else _field(base, field)
    if said.ends:
        frame.take("not")
        if of_one:
            return _field(base, Field.STATE)
        condition = Condition.IN_FORCE if ask.negative else Condition.ENDED
        return replace(_counted_or_listed(ask, base), conditions=(condition,))
    if said.force:
        frame.take("not")
        if of_one and not ask.who:
            return _field(base, Field.STATE if ask.negative else Field.IN_FORCE)
        if ask.negative:
            return replace(_counted_or_listed(ask, base), conditions=(Condition.NOT_IN_FORCE,))
        return replace(_counted_or_listed(ask, base), at=Span(frame.scene.today, frame.scene.today))
    if said.term or (ask.when and partners.said):
        return _field(base, Field.TERM) if partners.said and not ask.negative else None
    return _plain(ask, base)


def _asked_by_verb(ask: Asking, said: _Verbs, *, of_one: bool) -> Field | None:
    """When it ends, since when it runs, for how long: what verb and question word ask together."""
    when = ask.when or ask.until or ask.since
    if ask.how_long:
        return Field.LENGTH
    if ask.until or (said.ends and (when or (of_one and not ask.whether))):
        return Field.END
    if said.signs and not said.force and (when or of_one) and not ask.whether:
        return Field.START if ask.since else Field.SIGNED
    if ask.since or (said.starts and (when or of_one)):
        return Field.START
    return None


def _counted_or_listed(ask: Asking, query: Query) -> Query:
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    whether = ask.whether and not (ask.which or ask.listing or ask.who)
    return replace(query, measure=Measure.EXISTS if whether else Measure.LIST, group=ask.group)


def _plain(ask: Asking, base: Query) -> Query | None:
    """Just agreements: of someone, of a kind, all of them."""
    if ask.negative:
        return None
    if ask.where and not ask.countries:
        return None
    if ask.countries and not ask.count:
        return replace(base, measure=Measure.COMPARE, group=Group.COUNTRY)
    return _counted_or_listed(ask, base)
