"""Questions about agreements: terms, what is in force, what ends when, which, how many, with whom. Pure.

What is said falls into slots (whose, of what kind, in which state, when it begins or ends) and into what is
wanted (a field of a definite agreement, a list, a number, an extreme); any of one goes with any of the other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.ask.asking import Asking, asking, counts_partners
from bot.ask.comparing import tells_which_in_time
from bot.ask.frame import Candidate, Frame, Whom, span, whom
from bot.ask.kinds import asks_partners, is_their_person, lacks_paper, partner_kinds
from bot.ask.many import SOON_DAYS, ahead, as_told, field_of, is_beside_agreement, of_many, selected
from bot.ask.paper import asks_term, is_of_a_field, is_plural, plain_field, which_kind
from bot.ask.scene import Scene
from bot.ask.selecting import is_one_of_several, the_one, without_extreme
from bot.ask.terms import Said, conditions_of, field_asked, is_it_recorded, missing_of, said_of
from bot.ask.weighing import compared, picked, ranked_by, share_of
from bot.language.lexicon import Sense
from bot.language.periods import Period
from bot.language.phrases import Known
from db.query import Condition, Field, Measure, Query, Span, Unit
from db.vocabulary import Sheet

_SIGNS = (
    "end",
    "in force",
    "renew",
    "renewal",
    "terminate",
    "term",
    "sign",
    "signing",
    "cooperate",
    "notice",
    "responsible",
    "address",
)
"""What may be said of agreements without naming them."""
_PROJECTS = ("agreement.project", "agreement.programme")
"""Words that name a joint project as often as the paper about it."""
_OTHERS = ("event.", "event", "got", "gave", "gifted", "copies", "people", "participate")
_HARMLESS = (
    "agreement", "year", "now", "still", "partner", "cooperate", "institution", "this", "held", "exist",
    "record", "in force", "they", "there", "responsible", "came", "start", "name", "use", "card", "edition",
)  # fmt: skip


def candidates(scene: Scene) -> list[Candidate]:
    """At most one: what the question means if it is about agreements."""
    frame = Frame(scene)
    if frame.mentions(Known.EVENT, Known.SERIES, Known.PROGRAMME):
        return []
    plain = any(names_paper(s) for s in scene.senses)
    numbered = any(s.end - s.start > 1 for s in frame.senses("number", "number of the"))
    named = plain or numbered or frame.has("kind of paper") or bool(frame.mentions(Known.AGREEMENT))
    if not named and (not frame.has(*_SIGNS, *_PROJECTS) or frame.has(*_OTHERS) or is_their_person(frame)):
        return []
    partners = whom(frame)
    if partners.unknown or (partners.said and any(s.language == "uz" for s in frame.senses("whose"))):
        # `memorandum kimda` asks on whose desk it lies.
        return []
    ask = asking(frame)
    query = _query(frame, ask, partners)
    if query is None:
        return []
    if query.measure is Measure.COUNT and not query.group and counts_partners(frame):
        query = replace(query, unit=Unit.PARTNERS)
    frame.take(*_HARMLESS)
    if ask.negative:
        # Whoever cannot place a denial gives no query at all.
        frame.take("not", "none", "without")
    return [Candidate(query, frame, (3 if named else 1) + (1 if partners.said else 0))]


def names_paper(sense: Sense) -> bool:
    """The paper itself is meant, not a joint project that may have one."""
    named = sense.concept in {"agreement", "draft"} or sense.concept.startswith("agreement.")
    return named and sense.concept not in _PROJECTS


def _query(frame: Frame, ask: Asking, partners: Whom) -> Query | None:
    base = _whose(frame, partners)
    if frame.has("cooperate") and not frame.has("agreement", "agreement."):
        return _since_first(frame, ask, base, partners)
    drafted = frame.has("draft", "draft.bare")
    if not (partners.partners or drafted) and asks_partners(frame) and lacks_paper(frame):
        # `партнёры без договора`: who has none, and no paper.
        return None
    if missing := missing_of(frame, ask):
        frame.use(missing[1])
        ask = replace(ask, negative=False, count=ask.count and _counts(frame))
        # What is still a draft has no term yet.
        timed = missing[0] in {Field.START, Field.END, Field.TERM}
        stand = (Condition.CONCLUDED,) if timed else ()
        return selected(ask, replace(base, missing=(missing[0],), conditions=stand))
    in_time = tells_which_in_time(frame, base)
    if not in_time and (either := which_kind(frame, ask, base)):
        return field_of(either, Field.KIND)
    definite = bool(partners.said or base.records) or frame.follows_one
    if definite and not in_time and (found := _told_field(frame, ask, base)):
        return found
    return _in_state(frame, ask, base, definite=definite)


def _told_field(frame: Frame, ask: Asking, base: Query) -> Query | None:
    """A field that has a word of its own, of the one that is told."""
    if is_one_of_several(frame) and (found := _of_the_one(frame, ask, base)):
        return found
    field = is_it_recorded(frame, ask) or plain_field(frame, ask, base)
    if field is None:
        return None
    if field not in {Field.NOTICE, Field.RENEWAL} and frame.take("terminate"):
        # `номер расторгнутого меморандума`: which of theirs is meant.
        base = replace(base, conditions=(Condition.TERMINATED,))
    return field_of(_of_year(frame, base), field)


def _is_listing(frame: Frame, ask: Asking, base: Query, *, definite: bool) -> bool:
    which = ask.which and not is_of_a_field(frame)
    listing = which or ask.list_noun or ask.count or ask.group or ask.most or ask.least
    if definite and asks_term(frame, ask):
        listing = False
    # `Rossiya bilan kelishuvlar qachon tugaydi`: of each of them.
    timed = definite and (ask.when or ask.until or ask.since or ask.how_long)
    return bool(listing) or (is_plural(frame) and not (base.partners or base.records or timed))


def _in_state(frame: Frame, ask: Asking, base: Query, *, definite: bool) -> Query | None:
    """What is said of their life and time, and what is wanted of those it holds for."""
    listing = _is_listing(frame, ask, base, definite=definite)
    said = said_of(frame)
    conditions = conditions_of(frame, ask, said)
    if definite and said.ends and (ask.when or ask.until):
        # `it renews itself: when does its present term end?`
        conditions = tuple(c for c in conditions if c is not Condition.RENEWING)
    kinds = base.kinds
    if Condition.DRAFT in conditions:
        kinds = tuple(kind for kind in kinds if kind not in {"project", "programme"})
    base = replace(base, conditions=conditions, kinds=kinds)
    base = replace(base, among=frame.apart())
    period = frame.period()
    if period is None and frame.scene.reading.periods and not base.among:
        return None
    if period and period.first == period.last == frame.scene.today:
        # `valid today` is valid now.
        period = None
    if period and period.first and period.first > frame.scene.today:
        frame.take("next", "upcoming")
    if period or definite:
        frame.take("new")
    if upkeep := _due_for_renewal(frame, ask, base, period):
        return upkeep
    if weighed := compared(frame, ask, base, period, said):
        return weighed
    if one := picked(frame, ask, base, period, said):
        return one
    if ask.most or ask.least:
        return ranked_by(frame, ask, base, period)
    if frame.take("share"):
        return share_of(frame, base, period, said)
    if definite and not listing and (found := _of_definite(frame, ask, base, period, said)):
        return found
    return of_many(frame, ask, base, period, said)


def _whose(frame: Frame, partners: Whom) -> Query:
    kinds = tuple(dict.fromkeys(s.concept.split(".", 1)[1] for s in frame.take("agreement.")))
    parts = tuple(kind for kind in kinds if kind in {"annex", "amendment"})
    if parts and not frame.has("and", "or"):
        # `an annex to the contract`
        kinds = parts
    if kinds and frame.has("agreement") and frame.take("other"):
        # `memorandums and other agreements` are all of them.
        kinds = ()
    named = len(partners.partners) + len(partners.countries) + len(partners.cities)
    if named > 1 and frame.has("or", "than") and frame.senses("agreement"):
        # `the contract with one or the agreement with the other`: whatever each has.
        kinds = ()
    persons = tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)
    records = tuple(no for m in frame.take_mentions(Known.AGREEMENT) for no in m.nos)
    return Query(
        subject=Sheet.AGREEMENTS, measure=Measure.LIST, kinds=() if records else kinds, records=records,
        partners=partners.partners, countries=partners.countries, region=partners.region,
        cities=partners.cities, partner_kinds=partner_kinds(frame), persons=persons,
        abroad=bool(frame.take("abroad")),
    )  # fmt: skip


def _since_first(frame: Frame, ask: Asking, base: Query, partners: Whom) -> Query | None:
    """Since when we work with somebody: since the first agreement."""
    frame.take("start")
    asked = partners.said and (ask.when or ask.since or ask.how_long) and not ask.negative
    return replace(base, measure=Measure.FIRST) if asked else None


_STANDING = (Field.IN_FORCE, Field.STATE)


def _of_the_one(frame: Frame, ask: Asking, base: Query) -> Query | None:
    """A field of the first, the second, the new one, the one in force; None where no field is asked for."""
    if ask.count or ask.list_noun or ask.group or ask.most or ask.least or ask.negative or is_plural(frame):
        return None
    trial = Frame(frame.scene, set(frame.used))
    one, ask = the_one(trial, base), without_extreme(ask)
    if period := trial.period():
        one = replace(one, starts=span(period))
    field = plain_field(trial, ask, one) or field_asked(ask, said_of(trial))
    if field is None or ask.extreme or (field in _STANDING and one.conditions):
        return None
    frame.used |= trial.used
    plain = field is Field.SIGNED and not frame.has("signing")
    return field_of(one, Field.SIGNED, Field.START) if plain else field_of(one, field)


def _of_year(frame: Frame, base: Query) -> Query:
    """`the 2025 agreement`: the year tells which one is meant."""
    period = frame.period()
    return replace(base, starts=span(period)) if period else base


def _counts(frame: Frame) -> bool:
    """Papers are counted, and `number` is not merely what they lack."""
    return any(frame.low(sense.start) != "number" for sense in frame.senses("count"))


def _due_for_renewal(frame: Frame, ask: Asking, base: Query, period: Period | None) -> Query | None:
    """`какие надо продлевать в следующем году`, `up for renewal`: those that end then."""
    if base.conditions != (Condition.RENEWING,) or frame.has("automatic") or ask.negative:
        return None
    today = frame.scene.today
    to_come = period is not None and (period.last is None or period.last >= today)
    if period and to_come:
        frame.take("need")
        return selected(ask, replace(base, conditions=(), ends=ahead(frame, period)))
    if period is None and frame.take("need") and not (base.partners or base.records):
        frame.take("soon", "nearest", "next", "upcoming")
        frame.assume("soon", days=str(SOON_DAYS))
        days = Span(today, today + timedelta(days=SOON_DAYS))
        return selected(ask, replace(base, conditions=(), ends=days))
    return None


def _of_definite(frame: Frame, ask: Asking, base: Query, period: Period | None, said: Said) -> Query | None:
    """A field of the agreement with somebody; None where no field is asked for."""
    if Condition.TERMINATED in base.conditions and not (said.ends or said.force):
        if ask.when and not ask.negative:
            return field_of(base, Field.END)
        return replace(base, measure=Measure.EXISTS) if ask.whether else None
    if base.conditions and not set(base.conditions) <= {Condition.UPCOMING}:
        return None
    if (
        said.signs
        and not (period or said.term or said.ends or said.force or said.starts)
        and _is_signed(frame, ask)
    ):
        return replace(base, conditions=(Condition.CONCLUDED,), measure=Measure.EXISTS)
    if said.ends and not period:
        frame.take("soon", "nearest", "next")
    old = frame.scene.before
    if old and old.measure in {Measure.LIST, Measure.COUNT} and said.force and not ask.whether:
        # `only those in force`: of the ones that were listed.
        return None
    plain = replace(base, conditions=())
    if period:
        beside = is_beside_agreement(frame, period) or bool(base.records)
        if said.force and ask.whether and not beside:
            return replace(plain, at=span(as_told(frame, period)), measure=Measure.EXISTS)
        field = field_asked(ask, said) or (Field.TERM if ask.when or said.term else None)
        if beside and field:
            return field_of(replace(plain, starts=span(period)), field)
        return None
    field = field_asked(ask, said)
    if field is None:
        return None
    if said.ends or said.force:
        frame.take("not")
    if field is Field.SIGNED and not said.strictly:
        return field_of(plain, Field.SIGNED, Field.START)
    return field_of(plain, field)


def _is_signed(frame: Frame, ask: Asking) -> bool:
    """`подписано ли`, `что-нибудь подписано`, `anything signed yet`: whether, and not on which day."""
    timed = ask.when or ask.since or ask.until or ask.how_long
    told = any(sense.ending.past for sense in frame.senses("sign", "signing")) or ask.whether
    if timed or ask.who or ask.which or ask.negative or not (told or frame.has("anything")):
        return False
    frame.take("anything", "exist")
    return True
