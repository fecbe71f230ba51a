"""Questions about events and those who took part: when, where, who hosted, how many, which, who went.
Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, Scene, span
from bot.language.linking import Mention
from bot.language.names import Known
from bot.language.suffixes import Case
from db.query import Field, Measure, Query, Side, Unit
from db.vocabulary import ONLINE, Sheet

_PEOPLE = (
    "people",
    "staff",
    "delegation",
    "participate",
    "participation",
    "learned",
    "went",
    "role.",
    "spoke",
    "count.people",
)
_ATTENDED = ("participate", "participation", "learned", "went", "visited", "spoke")


def candidates(scene: Scene) -> list[Candidate]:
    """What the question means if it is about events or about people at events."""
    probe = Frame(scene)
    named = probe.has("event", "event.", "series", "edition") or probe.mentions(Known.EVENT, Known.SERIES)
    people = probe.has(*_PEOPLE) or probe.mentions(Known.PERSON)
    if probe.has("agreement", "agreement.", "copies", "titles", "draft", "approval"):
        return []
    if (
        not named
        and not people
        and not (
            probe.has("held", "held at", "organise", "deadline", "submission", "registration", "upcoming")
            and (probe.mentions(Known.CITY, Known.COUNTRY) or probe.has("event"))
        )
    ):
        return []
    found = []
    weak = [None, *(m for m in scene.weak if m.known is Known.EVENT)]
    for extra in weak:
        frame = Frame(scene)
        query = _query(frame, extra)
        if query is not None:
            found.append(Candidate(query, frame, 3 + bool(named) - (0.5 if extra else 0)))
    return found


def _query(frame: Frame, extra: Mention | None) -> Query | None:
    if extra is not None:
        frame.use(extra)
    query = _which_events(frame, extra)
    if query is None:
        return None
    side, roles = _side(frame), _roles(frame)
    persons = tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)
    attended = frame.take(*_ATTENDED)
    peopled = bool(frame.take("people", "staff", "delegation")) or frame.has("count.people")
    ask = asking(frame)
    frame.take(
        "held",
        "held at",
        "event",
        "series",
        "exist",
        "now",
        "ever",
        "year",
        "country",
        "city",
        "inst.city",
        "organise",
        "exchange",
        "name",
    )
    if ask.negative:
        return None
    if persons or attended or peopled or roles:
        return _people(frame, ask, query, side, roles, persons, peopled=peopled, attended=bool(attended))
    return _measure(frame, ask, query)


def _which_events(frame: Frame, extra: Mention | None) -> Query | None:
    """The filters: names, series and years, kinds, places, hosts, dates."""
    mentions = [*frame.take_mentions(Known.EVENT), *([extra] if extra else [])]
    kinds = tuple(dict.fromkeys(s.concept.split(".", 1)[1] for s in frame.take("event.")))
    series = tuple(no for m in frame.take_mentions(Known.SERIES) for no in m.nos)
    if frame.mentions(Known.PROGRAMME):
        return None
    period = frame.period()
    dated = span(period) if period else None
    query = Query(subject=Sheet.EVENTS, measure=Measure.LIST, dated=dated, series=series)
    nos = tuple(dict.fromkeys(no for m in mentions for no in m.nos))
    # A kind beside a title ("the … seminar") is part of its name.
    query = replace(query, records=nos, kinds=() if nos else kinds)
    query = _edition(frame, query)
    return _places(frame, query)


def _edition(frame: Frame, query: Query) -> Query:
    number = next((n for n in frame.scene.reading.numbers if n.ordinal and n.start not in frame.used), None)
    is_first = bool(number and number.value == 1 and not query.series and not frame.has("edition"))
    if (
        number
        and not is_first
        and (query.series or frame.has("edition", "event.", "series"))
        and not query.records
    ):
        frame.use(number)
        frame.take("edition")
        return replace(query, editions=(int(number.value),))
    frame.take("edition") if query.series else None
    return query


def _places(frame: Frame, query: Query) -> Query | None:
    """Where it was, who hosted it, whose people came."""
    if frame.mentions(Known.REGION):
        return None
    hosts: list[int] = []
    guests: list[int] = []
    for mention in frame.take_mentions(Known.PARTNER):
        if not mention.targets:
            return None
        attends = (
            frame.has(*_ATTENDED) or _comes_from(frame, mention)
        ) and mention.ending.case is not Case.ADJECTIVE
        (guests if attends and not frame.has("organise", "host") else hosts).extend(mention.nos)
    places = frame.take_mentions(Known.CITY, Known.COUNTRY)
    if any(_is_topic(frame, m) for m in places):
        return None
    online = (ONLINE,) if frame.take("online") else ()
    theirs = [
        m
        for m in places
        if _comes_from(frame, m) or (frame.has("participate", "spoke") and not _is_place(frame, m))
    ]
    here = [m for m in places if m not in theirs]
    hosted_by_us = bool(frame.take_mentions(Known.OURSELVES)) and frame.has("organise", "host")
    return replace(
        query,
        place_cities=(*online, *(m.value for m in here if m.known is Known.CITY)),
        place_countries=tuple(m.value for m in here if m.known is Known.COUNTRY),
        cities=tuple(m.value for m in theirs if m.known is Known.CITY),
        countries=tuple(m.value for m in theirs if m.known is Known.COUNTRY),
        hosts=tuple(hosts), partners=tuple(guests), abroad=bool(frame.take("abroad")),
            hosted_by_us=hosted_by_us,
    )  # fmt: skip


def _is_topic(frame: Frame, mention: Mention) -> bool:
    """`about Shanghai`, `о Шанхае`, `Shanxay haqidagi`: what it was about, not where it was."""
    return frame.low(mention.start - 1) in {"о", "об", "про", "about", "on"} or any(
        s.start == mention.end for s in frame.senses("about")
    )


def _comes_from(frame: Frame, mention: Mention) -> bool:
    return frame.low(mention.start - 1) in {"from", "из", "от"} or mention.ending.case is Case.ABLATIVE


def _is_place(frame: Frame, mention: Mention) -> bool:
    """`in Seoul`, `в Сеуле`, `Seulda`, `Seuldagi`, `Seulga`."""
    cases = {Case.LOCATIVE, Case.ADJECTIVE, Case.DATIVE}
    if any(s.start == mention.end for s in frame.senses("event.")):
        return True
    return frame.low(mention.start - 1) in {"in", "at", "to", "в", "во", "на"} or mention.ending.case in cases


def _side(frame: Frame) -> Side | None:
    """Ours: `xodimlarimiz`, `наши сотрудники`, `we`, `our people`."""
    ours = frame.has("us", "ours") or any(
        s.ending.ours
        for s in frame.scene.senses
        if s.concept in {"staff", "delegation", *_ATTENDED, "role.director", "role.deputy"}
    )
    frame.take("us", "ours")
    return Side.OURS if ours else None


_ROLE_WORDS = {
    "role.director": "director",
    "role.deputy": "deputy",
    "role.speaker": "speaker",
    "role.head": "head",
}


def _roles(frame: Frame) -> tuple[str, ...]:
    found = tuple(word for concept, word in _ROLE_WORDS.items() if frame.take(concept))
    frame.take("role.specialist")
    return found


def _people(
    frame: Frame,
    ask: Asking,
    query: Query,
    side: Side | None,
    roles: tuple[str, ...],
    persons: tuple[str, ...],
    *,
    peopled: bool,
    attended: bool,
) -> Query | None:
    query = replace(query, side=side, roles=roles, persons=persons)
    if persons and not ask.who:
        if ask.whether and not (ask.which or ask.listing or ask.count):
            return replace(query, measure=Measure.EXISTS)
        if ask.count and not peopled:
            return replace(query, measure=Measure.COUNT)
        return replace(query, measure=Measure.LIST, fields=(Field.DATE, Field.PLACE))
    events_meant = _counts_events(frame) or (
        (bool(query.kinds) or frame.has("event"))
        and not query.records
        and (ask.count or ask.which or ask.listing)
        and not peopled
        and not ask.who
    )
    if events_meant or ((ask.where or ask.when) and not ask.who):
        if ask.count:
            return replace(query, measure=Measure.COUNT)
        if query.records or len(query.series) == 1:
            field = Field.PLACE if ask.where else Field.DATE
            return replace(query, measure=Measure.FIELD, fields=(field,), side=None)
        return replace(query, measure=Measure.LIST, fields=(Field.DATE, Field.PLACE))
    if ask.count:
        return replace(query, subject=Sheet.PARTICIPANTS, measure=Measure.SUM, unit=Unit.PEOPLE)
    if ask.whether and (query.records or query.dated) and not ask.who:
        return replace(query, subject=Sheet.PARTICIPANTS, measure=Measure.EXISTS)
    if not _is_bounded(query):
        return None
    if query.partners and (ask.which or ask.listing) and not ask.who:
        return replace(query, measure=Measure.LIST)
    return replace(query, subject=Sheet.PARTICIPANTS, measure=Measure.LIST)


def _is_plural(frame: Frame) -> bool:
    """Are several events meant?"""
    nouns = frame.senses("event", "event.")
    return any(n.ending.plural or (n.language == "en" and frame.low(n.end - 1).endswith("s")) for n in nouns)


def _is_bounded(query: Query) -> bool:
    """Who took part in everything there ever was is no question."""
    named = query.records or query.series or query.kinds or query.partners or query.countries or query.cities
    return bool(named or query.dated or query.place_cities or query.place_countries)


def _counts_events(frame: Frame) -> bool:
    """`how many trainings`, `nechta seminarda`: the kind of event stands right behind the question word."""
    after = {s.end for s in frame.senses("count")}
    return any(s.start in after for s in frame.senses("event.", "event"))


def _measure(frame: Frame, ask: Asking, query: Query) -> Query | None:
    one = bool(query.records or query.series or query.editions)
    if frame.senses("series") and not one and not query.kinds:
        measure = Measure.COUNT if ask.count else Measure.LIST
        return replace(query, subject=Sheet.SERIES, measure=measure) if not query.dated else None
    if frame.take("how often"):
        return (
            replace(query, subject=Sheet.SERIES, measure=Measure.FIELD, fields=(Field.RECURS,))
            if query.series
            else None
        )
    if field := _special(frame):
        return replace(query, measure=Measure.FIELD, fields=(field,))
    hosting = frame.take("host") or frame.senses("organise")
    if hosting and ask.who:
        subject = (
            Sheet.SERIES
            if query.series and not query.records and not query.dated and not query.editions
            else Sheet.EVENTS
        )
        return replace(query, subject=subject, measure=Measure.FIELD, fields=(Field.HOST,))
    picked = _in_time(frame, ask, query)
    if picked.measure is not Measure.LIST:
        return picked
    if ask.how_long:
        return replace(query, measure=Measure.FIELD, fields=(Field.LENGTH,))
    return _plainly(ask, picked, one=one)


def _in_time(frame: Frame, ask: Asking, query: Query) -> Query:
    """Those ahead, those past, and the first or last of them."""
    ahead = frame.take("upcoming", "soon", "next", "nearest")
    if ahead:
        query = replace(query, upcoming=True)
        one_event = any(s.concept in {"next", "nearest"} for s in ahead) and not _is_plural(frame)
        one_event = one_event and not ask.count
        if one_event or not (ask.which or ask.listing or ask.count) or ask.when:
            return replace(query, measure=Measure.FIRST)
    if frame.take("previous", "ended") and not query.records:
        query = replace(query, upcoming=False)
    if ask.extreme and not ask.how_long:
        if ask.extreme is Measure.LAST and query.upcoming is None:
            query = replace(query, upcoming=False)
        return replace(query, measure=ask.extreme)
    return query


def _plainly(ask: Asking, query: Query, *, one: bool) -> Query | None:
    if ask.most or ask.least:
        return None
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    fields = tuple(
        f for f, wanted in ((Field.DATE, ask.when or ask.since), (Field.PLACE, ask.where)) if wanted
    )
    if fields:
        return replace(query, measure=Measure.FIELD, fields=fields)
    if ask.who:
        asked = one or query.partners or query.countries or query.cities
        return replace(query, subject=Sheet.PARTICIPANTS, measure=Measure.LIST) if asked else None
    if ask.group:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    if ask.whether and not one:
        return replace(query, measure=Measure.EXISTS)
    if (
        query.series
        and not (query.records or query.dated or query.editions or query.kinds)
        and not ask.listing
        and not ask.which
    ):
        return replace(query, subject=Sheet.SERIES, measure=Measure.CARD)
    if query.records and not query.dated:
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.LIST)


def _special(frame: Frame) -> Field | None:
    if frame.take("submission"):
        frame.take("deadline", "term", "until when", "when", "end")
        return Field.SUBMISSION
    if frame.take("registration"):
        frame.take("deadline", "term", "until when", "when", "end")
        return Field.REGISTRATION
    if frame.take("topic"):
        return Field.TOPIC
    if frame.take("deadline"):
        return Field.SUBMISSION
    return None
