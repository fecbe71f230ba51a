"""A question that continues the one before: "and Poland?", "а отправили?", "va 2014-yilda?", "а годом
позже?". Pure.

What the new words name takes the place of the same kind of thing in the old query; the rest of it stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.ask.answer import Outcome, assumption
from bot.ask.asking import Asking, asking
from bot.ask.direction import parties, way
from bot.ask.frame import Frame, Scene, span, whom
from bot.ask.gate import unheard
from bot.ask.understand import Understood
from bot.language.names import Gazetteer, Known
from bot.language.reading import Reading
from db.query import Field, Measure, Query, Span, Unit
from db.vocabulary import Sheet

_SUBJECT = (
    "agreement",
    "agreement.",
    "event",
    "event.",
    "programme",
    "approval",
    "draft",
    "series",
    "copies",
    "titles",
    "material",
    "material.",
)


def continued(
    reading: Reading, gazetteer: Gazetteer, today: date, before: Query, alone: Understood
) -> Understood:
    """What the question means after `before`; `alone` is what it means by itself."""
    if alone.outcome in {Outcome.OUT_OF_SCOPE, Outcome.NOT_IN_REGISTRY}:
        return alone
    scene = Scene.of(reading, gazetteer, today)
    if alone.query is not None and _is_whole(Frame(scene), alone.query):
        return alone
    frame = Frame(scene)
    merged = _merged(frame, before)
    fits = merged is not None and not frame.unaccounted()
    # "a year later" shows in the query as another year, not as a word of it.
    fits = fits and (bool(_step(Frame(scene))) or (merged is not None and not unheard(frame, merged)))
    if fits and (alone.query is None or not _is_of_another_kind(frame, alone.query, before)):
        return Understood(Outcome.ANSWERED, merged, (*frame.assumptions, assumption("continued")))
    return _about_the_same(alone, before, frame)


_LEADS = frozenset(("and", "а", "и", "va", "ва", "what", "how"))


def _is_whole(frame: Frame, alone: Query) -> bool:
    """A question that needs nothing from the one before: it names whom or when, and does not lead on."""
    tokens = frame.scene.reading.tokens
    if len(tokens) < 3 or frame.has("they", "there") or _leads_on(frame):
        return False
    if alone.partners or alone.countries or alone.cities or alone.persons:
        return True
    names_its_subject = frame.has(*_SUBJECT)
    bounded = frame.scene.reading.periods or frame.has(
        "total", "which", "list", "most", "least", "oldest", "newest"
    )
    return bool(names_its_subject and (bounded or alone.records or alone.kinds))


def _leads_on(frame: Frame) -> bool:
    """`and …`, `а …`, `va …`, `what about …`, `… chi?`"""
    tokens = frame.scene.reading.tokens
    first, second = tokens[0].low, tokens[1].low if len(tokens) > 1 else ""
    if first in {"what", "how"}:
        return second == "about"
    return first in _LEADS or tokens[-1].key.endswith("chi")


def _is_of_another_kind(frame: Frame, alone: Query, before: Query) -> bool:
    """It speaks of something else than the question before."""
    if alone.measure is Measure.CARD and alone.subject is Sheet.PARTNERS:
        return frame.has("card")
    return frame.has(*_SUBJECT) and alone.subject is not before.subject


def _about_the_same(alone: Understood, before: Query, frame: Frame) -> Understood:
    """A new question that names nobody, right after one that did, is about the same partner."""
    query = alone.query
    if query is None:
        return alone
    asks_of_partners = query.subject in {Sheet.EXCHANGES, Sheet.AGREEMENTS} and not _has_filters(query)
    names_nobody = not (query.partners or query.countries or query.cities or query.records)
    named_before = before.partners or before.countries or before.cities
    if names_nobody and named_before and (frame.has("they", "there") or asks_of_partners):
        kept = replace(query, partners=before.partners, countries=before.countries, cities=before.cities)
        return Understood(alone.outcome, kept, (*alone.assumptions, assumption("continued")))
    if frame.has("they", "there") and names_nobody:
        # It speaks of what was spoken of, and nobody can tell what it asks of it.
        return Understood(Outcome.NOT_UNDERSTOOD)
    return alone


def _has_filters(query: Query) -> bool:
    return bool(query.dated or query.at or query.ends or query.starts or query.measure is Measure.RANK)


def _merged(frame: Frame, before: Query) -> Query | None:
    """The old query with what the new words name."""
    gazetteer = frame.scene.gazetteer
    stranger = whom(Frame(frame.scene)).unknown
    if stranger:
        return None
    query = before
    partner = whom(frame, places=before.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS})
    if partner.said and before.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS}:
        query = replace(
            query,
            partners=partner.partners,
            countries=partner.countries,
            cities=partner.cities,
            records=(),
            quantity=None,
        )
    query = _events(frame, query)
    if query.subject is Sheet.EXCHANGES:
        direction = way(frame, parties(frame, partner.mentions))
        if direction.clash:
            return None
        if direction.direction:
            turned = direction.direction is not before.direction
            query = replace(query, direction=direction.direction, quantity=None)
            query = replace(query, events=(), basis=None) if turned else query
    query = _moved(frame, query, gazetteer)
    ask = asking(frame)
    if ask.negative:
        return None
    frame.take(
        "they",
        "there",
        "now",
        "partner",
        "year",
        "year",
        "exist",
        "ever",
        "copies",
        "event",
        "held",
        "material",
    )
    return _remeasured(frame, ask, query, before)


def _events(frame: Frame, query: Query) -> Query:
    if query.subject not in {Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.SERIES}:
        return query
    mentions = (
        frame.take_mentions(Known.EVENT)
        or [
            m
            for m in frame.scene.weak
            if m.known is Known.EVENT and (not query.records or set(m.nos) & set(query.records))
        ][:1]
    )
    for mention in mentions:
        frame.use(mention)
    if mentions:
        nos = tuple(no for m in mentions for no in m.nos)
        narrowed = tuple(no for no in nos if no in query.records)
        query = replace(query, records=narrowed or nos, dated=None)
    cities = tuple(m.value for m in frame.take_mentions(Known.CITY))
    countries = tuple(m.value for m in frame.take_mentions(Known.COUNTRY))
    if cities or countries:
        query = replace(query, place_cities=cities, place_countries=countries, records=())
    kinds = tuple(s.concept.split(".", 1)[1] for s in frame.take("event."))
    return replace(query, kinds=kinds, records=()) if kinds and not mentions else query


def _moved(frame: Frame, query: Query, gazetteer: Gazetteer) -> Query:
    """The period: a new one, or the old one moved ("a year later")."""
    periods = frame.scene.reading.periods
    step = _step(frame)
    if step:
        return _stepped(query, gazetteer, step)
    if len(periods) != 1:
        return query
    frame.use(periods[0])
    return _in(query, span(periods[0]), gazetteer)


def _step(frame: Frame) -> int:
    """`годом позже`, `a year later`, `bir yildan keyin`, `keyingi yili`, `год спустя`, `a year earlier`."""
    words = {t.low for t in frame.scene.reading.tokens} | {t.key for t in frame.scene.reading.tokens}
    later, earlier = {"позже", "позднее", "спустя", "later"}, {"раньше", "ранее", "earlier"}
    if not words & {"год", "годом", "year", "yildan", "yil"}:
        return 0
    uzbek = "yildan" in words and words & {"keyin", "song"}
    if words & later or uzbek:
        _take_words(frame, later | {"год", "годом", "year", "yildan", "bir", "keyin", "song", "one"})
        return 1
    if words & earlier or ("yil" in words and words & {"oldin", "avval"}):
        _take_words(frame, earlier | {"год", "годом", "year", "yil", "bir", "oldin", "avval", "one"})
        return -1
    return 0


def _take_words(frame: Frame, words: set[str]) -> None:
    frame.used.update(
        at for at, t in enumerate(frame.scene.reading.tokens) if t.low in words or t.key in words
    )


def _stepped(query: Query, gazetteer: Gazetteer, step: int) -> Query:
    if query.records and query.subject in {Sheet.EVENTS, Sheet.PARTICIPANTS}:
        first = gazetteer.events.get(query.records[0])
        if first and first.series and first.year:
            days = Span(date(first.year + step, 1, 1), date(first.year + step, 12, 31))
            return replace(query, records=(), series=(first.series,), dated=days)
    for name in ("dated", "at", "ends", "starts"):
        old = getattr(query, name)
        if old and old.first and old.last:
            moved = Span(
                old.first.replace(year=old.first.year + step), old.last.replace(year=old.last.year + step)
            )
            return replace(query, **{name: moved})  # type: ignore[arg-type]
    return query


def _in(query: Query, days: Span, gazetteer: Gazetteer) -> Query:
    if query.subject is Sheet.AGREEMENTS:
        name = next((n for n in ("at", "ends", "starts", "signed") if getattr(query, n)), "at")
        return replace(query, **{name: days})  # type: ignore[arg-type]
    if query.records and query.subject in {Sheet.EVENTS, Sheet.PARTICIPANTS}:
        first = gazetteer.events.get(query.records[0])
        if first and first.series:
            return replace(query, records=(), series=(first.series,), dated=days)
    return replace(query, dated=days, quantity=None)


_OF_PARTNERS = {
    "phone": Field.PHONE, "email": Field.EMAIL, "website": Field.WEBSITE, "contact": Field.CONTACT,
}  # fmt: skip
_OF_AGREEMENTS = {
    "responsible": Field.RESPONSIBLE, "number": Field.NUMBER, "notice": Field.NOTICE,
    "renewal": Field.RENEWAL, "renew": Field.RENEWAL, "signing": Field.SIGNED,
}  # fmt: skip
_OF_EVENTS = {
    "submission": Field.SUBMISSION, "registration": Field.REGISTRATION, "host": Field.HOST,
    "topic": Field.TOPIC,
}  # fmt: skip


def _fields_said(frame: Frame, ask: Asking, query: Query) -> tuple[Field, ...]:
    """Another field of the same record: "and the e-mail?", "since when?"."""
    words: dict[str, Field] = {}
    match query.subject:
        case Sheet.PARTNERS:
            words = _OF_PARTNERS
        case Sheet.AGREEMENTS:
            words = _OF_AGREEMENTS
        case Sheet.EVENTS | Sheet.PARTICIPANTS:
            words = _OF_EVENTS
        case Sheet.APPROVALS:
            return _of_clearance(frame, ask)
    found = tuple(dict.fromkeys(field for concept, field in words.items() if frame.take(concept)))
    if found:
        frame.take("deadline", "term", "until when", "when", "end", "start", "and", "which", "what")
    if query.subject is Sheet.AGREEMENTS and ask.since and not found:
        return (Field.START,)
    return found


def _of_clearance(frame: Frame, ask: Asking) -> tuple[Field, ...]:
    if frame.take("reply", "deadline", "term") or ask.until:
        return (Field.DUE,)
    if ask.since or ask.when or ask.how_long:
        frame.take("send", "gave")
        return (Field.SENT,)
    return (Field.HOLDER, Field.STAGE) if ask.who else (Field.STAGE, Field.HOLDER) if ask.where else ()


def _remeasured(frame: Frame, ask: Asking, query: Query, before: Query) -> Query | None:
    events = query.subject in {Sheet.EVENTS, Sheet.PARTICIPANTS}
    if fields := _fields_said(frame, ask, query):
        subject = Sheet.EVENTS if events else query.subject
        return replace(
            query, subject=subject, measure=Measure.FIELD, fields=fields, unit=Unit.RECORDS, side=None
        )
    if ask.when and events:
        return replace(
            query,
            subject=Sheet.EVENTS,
            measure=Measure.FIELD,
            fields=(Field.DATE,),
            unit=Unit.RECORDS,
            side=None,
        )
    if ask.where and events:
        return replace(
            query,
            subject=Sheet.EVENTS,
            measure=Measure.FIELD,
            fields=(Field.PLACE,),
            unit=Unit.RECORDS,
            side=None,
        )
    if ask.until and query.subject is Sheet.AGREEMENTS:
        return replace(query, measure=Measure.FIELD, fields=(Field.END,))
    if ask.when and query.subject is Sheet.AGREEMENTS:
        return replace(query, measure=Measure.FIELD, fields=query.fields or (Field.TERM,))
    if ask.when and query.subject is Sheet.EXCHANGES:
        return replace(query, measure=Measure.FIELD, fields=(Field.DATE,))
    if (
        ask.count
        and query.subject is Sheet.EXCHANGES
        and before.measure not in {Measure.SUM, Measure.COUNT, Measure.BALANCE}
    ):
        return replace(query, measure=Measure.SUM if query.direction else Measure.BALANCE)
    if ask.count and before.measure in {Measure.LIST, Measure.EXISTS, Measure.FIELD}:
        return replace(query, measure=Measure.COUNT)
    if ask.listing and before.measure in {Measure.COUNT, Measure.EXISTS, Measure.SUM}:
        return replace(query, measure=Measure.LIST)
    if ask.extreme or ask.most or ask.least:
        return None
    return query if query != before else None
