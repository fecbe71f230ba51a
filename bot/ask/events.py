"""Questions about events: when, where, who hosted, until when to register, how many, which; with those who
took part as a filter. Who they were is `bot.ask.people`. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, Scene, coming, limit, nearest, span
from bot.ask.people import ATTENDED, PEOPLE, Guests, asked_people, guests, is_held_by_us
from bot.language.linking import Mention
from bot.language.periods import Period
from bot.language.phrases import Known
from bot.language.suffixes import Case
from db.query import Field, Group, Measure, Query, Span
from db.vocabulary import ONLINE, Sheet


def candidates(scene: Scene) -> list[Candidate]:
    """What the question means if it is about events or about people at events."""
    probe = Frame(scene)
    named = probe.has("event", "event.", "series", "edition") or probe.mentions(Known.EVENT, Known.SERIES)
    people = probe.has(*PEOPLE, "foreigners") or probe.mentions(Known.PERSON)
    if _is_of_papers(probe):
        return []
    if (
        not named
        and not people
        and not _visits(probe)
        and not (
            probe.has("held", "held at", "organise", "deadline", "submission", "registration", "upcoming")
            and (
                probe.mentions(Known.CITY, Known.COUNTRY)
                or probe.has("event")
                or _is_of_the_calendar(probe)
                or (probe.has("deadline") and (scene.reading.periods or probe.has("upcoming", "soon")))
                or any(m.known is Known.EVENT for m in scene.weak)
            )
        )
    ):
        return []
    found = []
    weak = [None, *(m for m in scene.weak if m.known is Known.EVENT)]
    for extra in weak:
        frame = Frame(scene)
        query = _query(frame, extra)
        if query is not None:
            told = bool(named) or bool(_visits(probe))
            found.append(Candidate(query, frame, 3 + told - (0.5 if extra else 0)))
    return found


def _is_of_papers(frame: Frame) -> bool:
    """Agreements or copies are spoken of, outside any title: `Documents of the Silk Road` is an event."""
    titled = {p for m in frame.mentions(Known.EVENT, Known.SERIES) for p in m.places}
    papers = frame.senses("agreement", "agreement.", "copies", "titles", "draft", "approval")
    return any(sense.start not in titled for sense in papers)


def _is_of_the_calendar(frame: Frame) -> bool:
    """`what is planned for next year`, `что намечено на декабрь`."""
    return bool(frame.scene.reading.periods) and frame.has("upcoming") and frame.has("what", "which")


_HARMLESS = (
    "held", "held at", "event", "series", "exist", "record", "now", "still", "ever", "year", "city",
    "inst.city",
    "organise", "name", "place", "visited", "came", "partner", "start", "will",
)  # fmt: skip


def _query(frame: Frame, extra: Mention | None) -> Query | None:
    if extra is not None:
        frame.use(extra)
    query = _which_events(frame, extra)
    if query is None:
        return None
    came = guests(frame)
    ask = asking(frame)
    frame.take(*_HARMLESS)
    if ask.negative:
        return None
    query = replace(query, side=came.side, roles=came.roles, persons=came.persons)
    if query.dated is None and len(query.records) != 1 and _is_told_of_past(frame):
        query = replace(query, upcoming=False)
    elif (
        not query.dated and len(query.records) != 1 and (ask.when or ask.where) and _is_told_of_future(frame)
    ):
        query = replace(query, upcoming=True)
    if field := _special(frame, ask, query):
        return field
    if people := asked_people(frame, ask, query, came):
        return people
    return _measure(frame, ask, query, came)


def _which_events(frame: Frame, extra: Mention | None) -> Query | None:
    """The filters: names, series and years, kinds, places, hosts, dates."""
    mentions = frame.take_mentions(Known.EVENT)
    if extra is not None:
        if mentions:
            return None
        mentions = [extra]
    kinds = tuple(dict.fromkeys(s.concept.split(".", 1)[1] for s in frame.take("event.")))
    series = tuple(no for m in frame.take_mentions(Known.SERIES) for no in m.nos)
    if frame.mentions(Known.PROGRAMME):
        return None
    period = frame.period()
    dated = span(_timed(frame, period)) if period else None
    query = Query(subject=Sheet.EVENTS, measure=Measure.LIST, dated=dated, series=series)
    nos = tuple(dict.fromkeys(no for m in mentions for no in m.nos))
    # A kind beside a title ("the … seminar") is part of its name.
    query = replace(query, records=nos, kinds=() if nos else kinds)
    query = _edition(frame, query)
    if visits := _visits(frame):
        query = replace(query, records=visits, kinds=())
    elif frame.has("delegation") and any(not _is_place(frame, m) for m in frame.mentions(Known.COUNTRY)):
        # Another country's delegation is no visit that is called so.
        return None
    return _places(frame, query)


def _visits(frame: Frame) -> tuple[int, ...]:
    """`the Korean delegation`, `визит французов`, `yaponlar qachon keladi`: visits that are called after who
    came, and not what was held in that country.
    """
    theirs = [m for m in frame.mentions(Known.COUNTRY) if not _is_place(frame, m, kinds=False)]
    people = frame.has("visited") and any(m.ending.plural for m in theirs)
    if len(theirs) != 1 or not (people or frame.has("event.visit", "delegation")):
        return ()
    known = frame.scene.gazetteer
    found = tuple(
        event.no
        for event in known.event_records.values()
        if event.kind == "visit" and theirs[0].value in known.visitors.get(event.no, ())
    )
    if found:
        frame.use(theirs[0])
        frame.take("delegation", "visited", "came", "partner")
    return found


def _timed(frame: Frame, period: Period) -> Period:
    """A time without its year: the coming one of what will be, the nearest one of what may be either."""
    today = frame.scene.today
    tenses = [s.ending for s in frame.scene.senses if s.concept in {"held", "held at", "start", "came"}]
    if any(t.future for t in tenses) or frame.has(
        "upcoming", "soon", "submission", "registration", "deadline"
    ):
        return coming(period, today)
    return period if any(t.past for t in tenses) else nearest(period, today)


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
        goes_there = frame.has("went") and _is_goal(frame, mention)
        attends = (
            (frame.has(*ATTENDED, "delegation") and not goes_there) or _comes_from(frame, mention)
        ) and mention.ending.case is not Case.ADJECTIVE
        (guests if attends and not frame.has("organise", "host") else hosts).extend(mention.nos)
    places = frame.take_mentions(Known.CITY, Known.COUNTRY)
    if any(_is_topic(frame, m) for m in places):
        return None
    online = (ONLINE,) if frame.take("online") else ()
    theirs = [
        m
        for m in places
        if _comes_from(frame, m)
        or _is_of_people(frame, m)
        or (frame.has("participate", "spoke") and not _is_place(frame, m))
    ]
    here = [m for m in places if m not in theirs]
    ourselves = bool(frame.take_mentions(Known.OURSELVES)) and frame.has("organise", "host")
    hosted_by_us = ourselves or (is_held_by_us(frame) and not hosts)
    return replace(
        query,
        place_cities=(*online, *(m.value for m in here if m.known is Known.CITY)),
        place_countries=tuple(m.value for m in here if m.known is Known.COUNTRY),
        cities=tuple(m.value for m in theirs if m.known is Known.CITY),
        countries=tuple(m.value for m in theirs if m.known is Known.COUNTRY),
        hosts=tuple(hosts), partners=tuple(guests), abroad=bool(frame.take("abroad")),
            hosted_by_us=hosted_by_us,
    )  # fmt: skip


def _is_hosted_by_us(frame: Frame) -> bool:
    """`events hosted by the National Library`, `what did we organise`."""
    named = bool(frame.take_mentions(Known.OURSELVES))
    organised = frame.senses("organise")
    ours = any(s.ending.ours for s in organised) or bool(frame.has("us") and organised)
    return (named and frame.has("organise", "host")) or (ours and not frame.has("who", *ATTENDED))


def _is_topic(frame: Frame, mention: Mention) -> bool:
    """`about Shanghai`, `о Шанхае`, `Shanxay haqidagi`: what it was about, not where it was."""
    return frame.low(mention.start - 1) in {"о", "об", "про", "about", "on"} or any(
        s.start == mention.end for s in frame.senses("about")
    )


def _is_goal(frame: Frame, mention: Mention) -> bool:
    """`went to the library`, `kutubxonaga borgan`: they are the hosts."""
    before = frame.low(mention.start - 1)
    before = frame.low(mention.start - 2) if before == "the" else before
    return before in {"to", "в", "во", "на"} or mention.ending.case is Case.DATIVE


def _comes_from(frame: Frame, mention: Mention) -> bool:
    return frame.low(mention.start - 1) in {"from", "из", "от"} or mention.ending.case is Case.ABLATIVE


def _is_of_people(frame: Frame, mention: Mention) -> bool:
    """`Tajik guests`, `таджикские участники`: theirs, wherever it was."""
    nouns = frame.senses("role.", "staff", "people", "delegation")
    return any(noun.start == mention.end for noun in nouns) and mention.ending.case is not Case.LOCATIVE


def _is_place(frame: Frame, mention: Mention, *, kinds: bool = True) -> bool:
    """`in Seoul`, `в Сеуле`, `Seulda`, `Seuldagi`, `Seulga`."""
    cases = {Case.LOCATIVE, Case.ADJECTIVE, Case.DATIVE}
    if kinds and any(s.start == mention.end for s in frame.senses("event.")):
        return True
    return frame.low(mention.start - 1) in {"in", "at", "to", "в", "во", "на"} or mention.ending.case in cases


def _measure(frame: Frame, ask: Asking, query: Query, came: Guests) -> Query | None:
    one = bool(query.records or query.series or query.editions)
    if frame.senses("series") and not one and not query.kinds:
        measure = Measure.COUNT if ask.count else Measure.LIST
        return replace(query, subject=Sheet.SERIES, measure=measure) if not query.dated else None
    if ask.most or ask.least:
        return _ranked(frame, ask, query)
    picked = _in_time(frame, ask, query)
    if picked.measure is not Measure.LIST:
        return picked
    return _plainly(frame, ask, picked, came, one=one)


def _is_told_of_past(frame: Frame) -> bool:
    """`сколько раз прошёл`, `necha marta oʻtkazilgan`: those that have taken place."""
    held = frame.senses("held", "held at")
    told = any(s.ending.past and s.language != "en" for s in held) and not any(s.ending.future for s in held)
    return told or (frame.has("already") and bool(held))


def _is_told_of_future(frame: Frame) -> bool:
    """`когда пройдёт`, `qachon boʻladi`, `when will it be held`."""
    held = frame.senses("held", "held at", "start", "organise")
    told = any(s.ending.future for s in held) and not any(s.ending.past for s in held if s.language != "en")
    return bool(frame.take("will")) or told


def _ranked(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """In which year most of them, where, of which kind, who hosted most."""
    if ask.group:
        group = ask.group
    elif frame.take("year", "when.year") or frame.has("when.year"):
        group = Group.YEAR
    elif ask.countries or frame.take("country"):
        group = Group.COUNTRY
    elif ask.where or frame.has("where.city", "city"):
        group = Group.PLACE
    elif frame.take("host") or ask.who or frame.has("organise"):
        group = Group.HOST
    elif frame.take("kind"):
        group = Group.KIND
    else:
        return None
    return replace(query, measure=Measure.RANK, group=group, limit=limit(frame), descending=not ask.least)


def _in_time(frame: Frame, ask: Asking, query: Query) -> Query:
    """Those ahead, those past, and the first or last of them."""
    ahead = frame.take("upcoming", "soon", "next", "nearest")
    number = limit(frame) if ahead or ask.extreme else None
    if ahead:
        query = replace(query, upcoming=True)
        one_event = any(s.concept in {"next", "nearest"} for s in ahead) and not _is_plural(frame)
        if (one_event and not ask.count) or (ask.when and not _is_plural(frame)) or number:
            return replace(query, measure=Measure.FIRST, limit=number)
    if frame.take("previous", "ended", "end") and not query.records:
        query = replace(query, upcoming=False)
    if ask.extreme and not ask.how_long:
        if ask.extreme is Measure.LAST and query.upcoming is None and not query.dated:
            query = replace(query, upcoming=False)
        return replace(query, measure=ask.extreme, limit=number)
    return query


def _plainly(frame: Frame, ask: Asking, query: Query, came: Guests, *, one: bool) -> Query | None:
    group = Group.HOST if ask.group is Group.PARTNER else ask.group
    if ask.count or group:
        return replace(query, measure=Measure.COUNT, group=group)
    if ask.how_long and (one or query.kinds):
        return replace(query, measure=Measure.FIELD, fields=(Field.LENGTH,))
    fields = tuple(
        f for f, wanted in ((Field.DATE, ask.when or ask.since), (Field.PLACE, ask.where)) if wanted
    )
    if fields:
        # Of one event the day or place is asked; of a person's or a side's events, which they were.
        measure = Measure.LIST if came.said and not one else Measure.FIELD
        return replace(query, measure=measure, fields=fields, side=None if one else query.side)
    if ask.whether and one and frame.has("held", "held at") and not came.said and not query.dated:
        # Whether it has taken place, or is going to.
        return replace(query, measure=Measure.EXISTS, upcoming=_is_told_of_future(frame))
    if ask.whether and not one and not (ask.which or ask.listing):
        return replace(query, measure=Measure.EXISTS)
    if ask.whether and came.said:
        return replace(query, measure=Measure.EXISTS)
    if (
        query.series
        and not (query.records or query.dated or query.editions or query.kinds or came.said)
        and query.upcoming is None
        and not ask.listing
        and not ask.which
    ):
        return replace(query, subject=Sheet.SERIES, measure=Measure.CARD)
    if query.records and not query.dated and not came.said:
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.LIST, fields=(Field.DATE, Field.PLACE) if came.said else ())


def _is_plural(frame: Frame) -> bool:
    """Are several events meant?"""
    nouns = frame.senses("event", "event.")
    return any(n.ending.plural or (n.language == "en" and frame.low(n.end - 1).endswith("s")) for n in nouns)


_DUE_WORDS = ("deadline", "term", "until when", "when", "end", "start", "in force", "got", "gave", "send")


def _special(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """A field of its own word: deadlines, the topic, who organises, how often."""
    if frame.take("how often"):
        series = replace(query, subject=Sheet.SERIES, measure=Measure.FIELD, fields=(Field.RECURS,))
        return series if query.series else None
    if frame.has("submission", "registration", "deadline"):
        return _deadlines(frame, ask, query)
    if frame.take("topic"):
        return replace(query, measure=Measure.FIELD, fields=(Field.TOPIC,))
    hosting = frame.take("host") or frame.senses("organise")
    which_body = ask.which and frame.take("partner", "institution", "inst.library")
    if hosting and (ask.who or which_body) and not (ask.most or ask.least):
        whole = query.series and not query.records and not query.dated and not query.editions
        subject = Sheet.SERIES if whole and query.upcoming is None else Sheet.EVENTS
        return replace(query, subject=subject, measure=Measure.FIELD, fields=(Field.HOST,), side=None)
    if frame.take("ordinal") and (query.records or query.series):
        frame.take("edition", "count", "times")
        return replace(query, measure=Measure.FIELD, fields=(Field.EDITION,))
    if frame.has("edition") and (ask.which or ask.count) and query.records:
        frame.take("edition")
        return replace(query, measure=Measure.FIELD, fields=(Field.EDITION,))
    return None


def _deadlines(frame: Frame, ask: Asking, query: Query) -> Query:
    fields = tuple(
        field
        for concept, field in (("submission", Field.SUBMISSION), ("registration", Field.REGISTRATION))
        if frame.take(concept)
    ) or (Field.SUBMISSION, Field.REGISTRATION)
    frame.take(*_DUE_WORDS, *(() if frame.scene.reading.periods else ("until",)))
    ahead = frame.take("upcoming", "soon", "next", "nearest")
    named = query.records or query.series or query.kinds or query.place_cities or query.place_countries
    if not (named or frame.scene.before):
        # "which deadlines are ahead": all whose last day falls into the time asked for.
        days = query.dated or Span(frame.scene.today, None)
        return replace(query, measure=Measure.LIST, fields=fields, dated=None, ends=days)
    upcoming = True if ahead or not (query.records or query.dated or query.editions) else None
    return replace(query, measure=Measure.FIELD, fields=fields, upcoming=upcoming)
