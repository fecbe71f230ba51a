"""Questions about events: when, where, who hosted, until when to register, how many, which; with those who
took part as a filter. Who they were is `bot.ask.people`. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking
from bot.ask.comparing import set_side_by_side, which_in_time
from bot.ask.event_fields import own_field
from bot.ask.frame import Candidate, Frame, coming, limit, nearest, span
from bot.ask.people import PEOPLE, Guests, asked_people, asks_who_somebody_is, guests, sends_people
from bot.ask.scene import Scene
from bot.ask.venues import is_place, placed
from bot.language.mention import Mention
from bot.language.periods import Period
from bot.language.phrases import Known
from db.matching import within
from db.query import Field, Group, Measure, Query
from db.vocabulary import Sheet


def candidates(scene: Scene) -> list[Candidate]:
    """What the question means if it is about events or about people at events."""
    probe = Frame(scene)
    named = probe.has("event", "event.", "series", "edition") or probe.mentions(Known.EVENT, Known.SERIES)
    people = probe.has(*PEOPLE, "foreigners") or bool(probe.mentions(Known.PERSON))
    people = (people and not _only_moves_things(probe)) or sends_people(probe)
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
                or (
                    probe.has("deadline")
                    and (scene.reading.periods or probe.has("upcoming", "soon", "nearest", "next"))
                )
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
    if frame.has("event", "event."):
        # `tadbir nomi` is its name.
        titled |= {s.start for s in frame.senses("name")}
    if frame.mentions(Known.PROGRAMME):
        titled |= {s.start for s in frame.senses("programme")}
    if frame.has("event", "event.") or frame.mentions(Known.EVENT, Known.SERIES):
        # "by when must papers be submitted"
        titled |= {s.start for s in frame.senses("submission")}
    return any(sense.start not in titled for sense in papers)


def _only_moves_things(frame: Frame) -> bool:
    """`joʻnat` may be sending and setting out; alone it is no word of people."""
    sent = {s.start for s in frame.senses("gave")}
    others = frame.has(*(concept for concept in PEOPLE if concept != "went"), "foreigners")
    return not others and not frame.mentions(Known.PERSON) and {s.start for s in frame.senses("went")} <= sent


_OF_OTHERS = (
    "end", "sign", "signing", "in force", "start", "got", "gave", "send", "partner", "reply",
)  # fmt: skip
"""What may be ahead as well, and is no event."""


def _is_of_the_calendar(frame: Frame) -> bool:
    """`what is planned for next year`, `что намечено на декабрь`, `what's coming up`, `что впереди`."""
    asks = frame.has("what", "which", "anything", "exist") and not frame.has(*_OF_OTHERS)
    timed = frame.scene.reading.periods and frame.has("held", "held at", "organise")
    return asks and (frame.has("upcoming") or bool(timed))


_HELD = ("event", "event.", "series", "edition", "held", "held at", "organise")
_HARMLESS = (
    "held", "held at", "event", "series", "exist", "record", "now", "still", "ever", "year", "city",
    "inst.city",
    "organise", "name", "place", "visited", "came", "partner", "start", "will", "opened",
)  # fmt: skip


def _query(frame: Frame, extra: Mention | None) -> Query | None:
    if extra is not None:
        frame.use(extra)
        _use_their_number(frame, extra)
    query = _which_events(frame, extra)
    if query is None or (extra is not None and _is_of_another_time(frame, query)):
        return None
    came = guests(frame)
    bound = came.attended or came.persons or query.dated or query.records or query.series
    if came.roles and not (bound or frame.scene.before or frame.has(*_HELD)):
        return None  # `who is the director` asks of no event
    ask = asking(frame)
    frame.take(*_HARMLESS, *(("they",) if query.records or query.series else ()))
    if ask.negative or asks_who_somebody_is(frame, ask, query, came):
        return None
    query = replace(query, side=came.side, roles=came.roles, persons=came.persons)
    if _is_at_any_time(frame):
        frame.take("upcoming", "previous", "ended", "end", "or")
    elif query.dated is None and len(query.records) != 1 and _is_told_of_past(frame):
        query = replace(query, upcoming=False)
    elif (
        not query.dated and len(query.records) != 1 and (ask.when or ask.where) and _is_told_of_future(frame)
    ):
        query = replace(query, upcoming=True)
    if field := own_field(frame, ask, query):
        return field
    if people := asked_people(frame, ask, query, came):
        return people
    if ask.who and came.attended and not (ask.most or ask.least or came.persons or query.roles):
        return None  # `who of us is going?`: whereto, nobody said
    return _measure(frame, ask, query, came)


def _is_of_another_time(frame: Frame, query: Query) -> bool:
    """Some words of its title were said, and a time at which it was not: another one is meant."""
    if query.dated is None or not query.records:
        return False
    known = [frame.scene.gazetteer.event_records.get(no) for no in query.records]
    return all(event and event.date and within(event.date, query.dated) is False for event in known)


def _use_their_number(frame: Frame, extra: Mention) -> None:
    """`ikki bosqichda`, `at both stages`: as many as are named."""
    number = frame.number()
    written = number and not frame.scene.reading.tokens[number.start].is_number
    if (
        number
        and written
        and not number.ordinal
        and number.value == len(extra.nos) > 1
        and number.end in extra.places
    ):
        frame.use(number)


def _which_events(frame: Frame, extra: Mention | None) -> Query | None:
    """The filters: names, series and years, kinds, places, hosts, dates."""
    mentions = frame.take_mentions(Known.EVENT)
    if extra is not None:
        if mentions:
            return None
        mentions = [extra]
    told = {s.start for s in frame.senses("visited") if frame.low(s.start).endswith(("ed", "ing"))}
    kinds = tuple(dict.fromkeys(
        s.concept.split(".", 1)[1] for s in frame.take("event.") if s.start not in told
    ))  # fmt: skip
    series = tuple(no for m in frame.take_mentions(Known.SERIES) for no in m.nos)
    within = frame.take_mentions(Known.PROGRAMME)
    programmes = tuple(no for m in within for no in m.nos)
    titled = {p for m in within for p in m.places}
    if programmes and all(s.start in titled for s in frame.senses("event", "event.")):
        return None
    frame.take("programme", "programme.", "in force") if programmes else None
    apart = frame.apart()
    period = frame.period()
    dated = span(_timed(frame, period)) if period else None
    query = Query(subject=Sheet.EVENTS, measure=Measure.LIST, dated=dated, among=apart, series=series,
                  programmes=programmes)  # fmt: skip
    nos = tuple(dict.fromkeys(no for m in mentions for no in m.nos))
    # A kind beside a title ("the … seminar") is part of its name.
    query = replace(query, records=nos, kinds=() if nos else kinds)
    query = _edition(frame, query)
    if visits := _visits(frame):
        query = replace(query, records=visits, kinds=())
    elif frame.has("delegation") and any(not is_place(frame, m) for m in frame.mentions(Known.COUNTRY)):
        # Another country's delegation is no visit that is called so.
        return None
    return placed(frame, query)


def _visits(frame: Frame) -> tuple[int, ...]:
    """`the Korean delegation`, `визит французов`, `yaponlar qachon keladi`: visits that are called after who
    came, and not what was held in that country.
    """
    theirs = [m for m in frame.mentions(Known.COUNTRY) if not is_place(frame, m, kinds=False)]
    people = frame.has("visited") and any(_are_people(frame, m) for m in theirs)
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


def _are_people(frame: Frame, mention: Mention) -> bool:
    """`японцы`, `yaponlar`, `the Malaysians`, `the French`."""
    said = frame.low(mention.start)
    return mention.ending.plural or (said.isascii() and frame.low(mention.start - 1) == "the")


_TOLD = frozenset(
    ("opened", "held", "held at", "start", "came", "visited", "went", "participate", "learned", "spoke")
)


def _timed(frame: Frame, period: Period) -> Period:
    """A time without its year: the coming one of what will be, the nearest one of what may be either."""
    today = frame.scene.today
    tenses = [s.ending for s in frame.scene.senses if s.concept in _TOLD]
    if any(t.future for t in tenses) or frame.has(
        "upcoming", "soon", "submission", "registration", "deadline"
    ):
        return coming(period, today)
    return period if any(t.past for t in tenses) else nearest(period, today)


def _edition(frame: Frame, query: Query) -> Query:
    number = next((n for n in frame.scene.reading.numbers if n.ordinal and n.start not in frame.used), None)
    is_first = bool(number and number.value == 1 and not query.series and not frame.has("edition"))
    jubilee = bool(number and number.end in {s.start for s in frame.senses("event.anniversary")})
    if (
        number
        and not (is_first or jubilee)
        and (query.series or frame.has("edition", "event.", "series"))
        and not query.records
    ):
        frame.use(number)
        frame.take("edition")
        return replace(query, editions=(int(number.value),))
    frame.take("edition") if query.series else None
    return query


def _measure(frame: Frame, ask: Asking, query: Query, came: Guests) -> Query | None:
    one = bool(query.records or query.series or query.editions) or _follows_one(frame)
    if frame.senses("series") and not one and not query.kinds:
        measure = Measure.COUNT if ask.count else Measure.LIST
        return replace(query, subject=Sheet.SERIES, measure=measure) if not query.dated else None
    if compared := set_side_by_side(frame, ask, query):
        return compared
    if extreme := which_in_time(frame, query):
        return replace(query, measure=extreme)
    if ask.most or ask.least:
        return _ranked(frame, ask, query)
    picked = _in_time(frame, ask, query)
    if picked.measure is not Measure.LIST:
        return picked
    return _plainly(frame, ask, picked, came, one=one)


def _follows_one(frame: Frame) -> bool:
    """One event was spoken of: `город?`, `which edition?` ask of it."""
    old = frame.scene.before
    return old is not None and len(old.records) == 1 and old.subject in {Sheet.EVENTS, Sheet.PARTICIPANTS}


def _is_at_any_time(frame: Frame) -> bool:
    """`planned or past`, `o‘tgan va kutilayotgan`: all of them."""
    behind = frame.has("previous", "ended", "end", "already")
    return frame.has("or", "and", "both") and frame.has("upcoming", "next") and behind


def _is_told_of_past(frame: Frame) -> bool:
    """`сколько раз прошёл`, `necha marta oʻtkazilgan`: those that have taken place."""
    held = frame.senses("held", "held at")
    told = any(s.ending.past and s.language != "en" for s in held) and not any(s.ending.future for s in held)
    return told or (frame.has("already") and bool(held))


def _is_told_of_future(frame: Frame) -> bool:
    """`когда пройдёт`, `qachon boʻladi`, `when will it be held`."""
    held = frame.senses("held", "held at", "start", "organise", "came", "visited", "went", "participate")
    told = any(s.ending.future for s in held) and not any(s.ending.past for s in held if s.language != "en")
    return bool(frame.take("will")) or told


def _ranked(frame: Frame, ask: Asking, query: Query) -> Query | None:
    """In which year most of them, where, of which kind, who hosted most."""
    if ask.group:
        group = ask.group
    elif frame.take("year", "when.year") or frame.has("when.year"):
        group = Group.YEAR
    elif frame.take("month") or frame.has("when.month"):
        group = Group.MONTH
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
    if _is_at_any_time(frame):
        return query
    ahead = frame.take("upcoming", "soon", "next", "nearest")
    if any(s.ending.past and s.language == "ru" for s in frame.senses("held")):
        # `были и будут`: either.
        ahead = [s for s in ahead if s.ending.future or s.concept != "upcoming"]
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
    if one and ask.when and frame.take("end", "ended"):
        return replace(query, measure=Measure.FIELD, fields=(Field.DATE,))
    fields = tuple(
        f
        for f, wanted in (
            (Field.DATE, ask.when or ask.since), (Field.PLACE, ask.where or (one and _names_a_place(frame))),
        )
        if wanted
    )  # fmt: skip
    if fields:
        return replace(query, measure=Measure.FIELD, fields=fields, side=None if one else query.side)
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
        and not frame.has("all")
    ):
        return replace(query, subject=Sheet.SERIES, measure=Measure.CARD)
    lists = len(query.records) > 1 and (ask.listing or ask.list_noun)
    if query.records and not (query.dated or came.said or lists):
        return replace(query, measure=Measure.CARD)
    return replace(query, measure=Measure.LIST, fields=(Field.DATE, Field.PLACE) if came.said else ())


def _names_a_place(frame: Frame) -> bool:
    """`city of the meeting`, `место проведения форума`: asked for, and no city beside its name."""
    named = {p for m in frame.mentions(Known.CITY) for p in m.places}
    towns = [s for s in frame.senses("city", "inst.city") if not named & {s.start - 1, s.end}]
    return bool(towns) or frame.has("place")


def _is_plural(frame: Frame) -> bool:
    """Are several events meant?"""
    nouns = frame.senses("event", "event.")
    return any(n.ending.plural or (n.language == "en" and frame.low(n.end - 1).endswith("s")) for n in nouns)
