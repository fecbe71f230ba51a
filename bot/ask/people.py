"""Those who took part in events: who they were, how many, of which side, in which role. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.ask.asking import Asking
from bot.ask.comparing import set_side_by_side
from bot.ask.frame import Frame, limit
from bot.ask.kinds import partner_kinds
from bot.language.phrases import Known
from bot.language.suffixes import Case
from db.query import Field, Group, Measure, Query, Side, Unit
from db.vocabulary import Sheet

PEOPLE = (
    "people", "staff", "delegation", "participate", "participation", "learned", "went", "role.", "spoke",
    "count.people",
)  # fmt: skip
"""Words that speak of people at events."""
ATTENDED = ("participate", "participation", "learned", "went", "visited", "spoke")
_ROLES = {"spoke": "speaker", "role.deputy": "deputy"}
"""Roles are recorded as written; a concept's own name is looked for in them."""
_NO_ROLES = frozenset(("role.specialist", "role.guest"))


@dataclass(frozen=True, slots=True)
class Guests:
    """Who took part, as far as the question says so."""

    side: Side | None = None
    roles: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    counted: bool = False
    """People are named as such: `people`, `staff`, `delegation`."""
    attended: bool = False

    @property
    def said(self) -> bool:
        return bool(self.side or self.roles or self.persons or self.counted or self.attended)


def guests(frame: Frame) -> Guests:
    """Takes the words for people."""
    persons = tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)
    titled = set(frame.used)
    said = [
        s.concept
        for s in frame.take("role.", "spoke")
        if s.concept not in _NO_ROLES and s.start not in titled
    ]
    roles = tuple(dict.fromkeys(_ROLES.get(concept, concept.partition(".")[2]) for concept in said))
    attended = bool(frame.take(*ATTENDED))
    attended = attended or _are_ours_there(frame)
    foreign = bool(frame.take("foreigners"))
    counted = bool(frame.take("people", "staff", "delegation")) or frame.has("count.people") or foreign
    counted = counted or _counts_ours(frame)
    sent = (counted or sends_people(frame)) and frame.take("gave", "send")
    if sent:
        # People who are sent take part.
        attended = True
    concerned = attended or counted or bool(roles) or frame.has("who")
    # A person's own speech is that person at the event, whatever the role recorded.
    roles = () if persons and frame.has("spoke") else roles
    side = Side.THEIRS if foreign else _side(frame, concerned=concerned)
    if sent and side is None and not frame.mentions(Known.PARTNER) and not frame.has("partner"):
        side = Side.OURS
    if side is None and frame.has("role.guest"):
        side, counted = Side.THEIRS, True
    return Guests(side, roles, persons, counted, attended)


def _are_ours_there(frame: Frame) -> bool:
    """`где были наши`, `biznikilar qayerda boʻlgan`: ours without a noun are people of ours."""
    nouns = {s.start for s in frame.scene.senses if s.concept not in {"filler", "held", "ours", "us"}}
    alone = [s for s in frame.senses("ours") if s.end not in nouns]
    return bool(alone) and frame.has("held") and not frame.has("organise") and frame.has("event.", "event")


def sends_people(frame: Frame) -> bool:
    """`who did we send to Dubai`, `кого отправляли`, `kimni yubordik`: people are sent, and no parcel."""
    if not frame.has("gave", "send"):
        return False
    places = {m.start - 1 for m in frame.mentions(Known.CITY, Known.COUNTRY, Known.EVENT, Known.SERIES)}
    to_place = any(frame.low(at) == "to" or frame.low(at - 1) == "to" for at in places)
    return any(
        (who.language == "uz" and who.ending.case is Case.ACCUSATIVE)
        or (frame.low(who.start) == "кого" and frame.low(who.start - 1) not in _OF_WHOM)
        or (who.language == "en" and who.start == 0 and to_place)
        for who in frame.senses("who")
    )


_OF_WHOM = frozenset(("от", "у", "для", "из", "до", "со", "с"))


def _counts_ours(frame: Frame) -> bool:
    """`сколько наших`, `how many of us`, `biznikilardan nechta`: people, where no noun follows."""
    nouns = frame.senses("event", "event.", "series", "partner", "organise")
    ends = {s.end for s in frame.senses("count", "count.people")}
    if any(noun.start in ends for noun in nouns):
        return False
    return any(
        sense.start - 1 in ends or sense.start in ends
        for sense in frame.senses("us", "ours")
        if not any(sense.end <= noun.start for noun in nouns)
    ) and not frame.senses("organise")


def is_held_by_us(frame: Frame) -> bool:
    """`we hosted`, `мы проводили`, `biz oʻtkazgan`, `oʻtkazdik`: the events are ours."""
    verbs = frame.senses("organise")
    held = [s for s in frame.senses("held") if s.language == "en"]
    if any(v.ending.ours for v in verbs) or any(frame.low(s.start - 1) in {"we", "we've"} for s in held):
        return True
    return bool(verbs) and frame.has("us") and not frame.has("who", "partner")


def _side(frame: Frame, *, concerned: bool) -> Side | None:
    """Ours: `xodimlarimiz`, `наши сотрудники`, `we went`, `our people`."""
    nouns = {"staff", "delegation", "people", "count.people", *ATTENDED, "role.director", "role.deputy"}
    owned = any(s.ending.ours for s in frame.scene.senses if s.concept in nouns)
    writing = {s.start for s in frame.senses("record")}
    # "мы записали": who keeps the registry, not who went.
    said = any(s.end not in writing for s in frame.take("us", "ours"))
    hosting = frame.has("host") or frame.mentions(Known.OURSELVES) or is_held_by_us(frame)
    visited = frame.has("visited") and frame.mentions(Known.PERSON)
    return Side.OURS if owned or (said and concerned and not (hosting or visited)) else None


def _asks_which_people(frame: Frame) -> bool:
    """`which of our staff`, `qaysi xodimlarimiz`, `какие сотрудники`: people are asked for."""
    nouns = {s.start for s in frame.senses("staff", "people", "foreigners", "role.guest")}
    return any(nouns & set(range(which.end, which.end + 3)) for which in frame.senses("which", "what"))


_BODIES = ("partner", "institution", "inst.")


def _is_whence(frame: Frame) -> bool:
    """`откуда он`, `qayerdan kelgan`, `where is she from`: from which institution."""
    at = len(frame.scene.reading.tokens) - 1
    return any(
        frame.low(s.start) == "откуда"
        or s.ending.case is Case.ABLATIVE
        or (s.language == "en" and frame.low(at) == "from")
        for s in frame.senses("where", "where.country", "where.city")
    )


def _asks_whose_person(frame: Frame, ask: Asking, query: Query, came: Guests) -> bool:
    """`which library did Berg represent`, `Berg qaysi tashkilotdan`, `а он откуда?`: where somebody works."""
    before = frame.scene.before
    known = came.persons or (before and (before.persons or before.roles))
    if not known or ask.count or ask.most or ask.least:
        return False
    if not came.persons and (query.records or query.kinds):
        return False
    asked = {at for which in frame.senses("which", "what", "whose") for at in (which.end, which.end + 1)}
    return _is_whence(frame) or any(s.start in asked for s in frame.senses(*_BODIES))


def _institutions(frame: Frame, ask: Asking, query: Query, came: Guests) -> Query | None:
    """`which libraries took part`: whoever came from elsewhere."""
    nouns = frame.senses("partner", "institution", "inst.library", "inst.archive", "inst.university",
                         "inst.museum", "inst.organisation")  # fmt: skip
    whence = _is_whence(frame) and (came.counted or frame.has("came", "role.guest", *ATTENDED))
    if whence and not ask.count:
        nouns = nouns or frame.senses("where")
        came = replace(came, side=None, attended=True)
    sent_by = came.counted and any(
        n.ending.case is Case.ABLATIVE or frame.low(n.start - 1) in {"из", "от", "from"} for n in nouns
    )
    there = query.records and frame.has("exist", "abroad")
    # `which institutions are down for the Readings?`
    asked = {at for which in frame.senses("which", "what", "who") for at in (which.end, which.end + 1)}
    named = query.records or query.series or query.editions
    there = there or (named and not frame.has("host", "organise") and any(n.start in asked for n in nouns))
    wanted = came.attended or frame.has("came") or sent_by or there
    if not (nouns and wanted and _is_bounded(frame, query)) or came.side or came.persons or query.partners:
        return None
    kinds = partner_kinds(frame)
    frame.take("partner", "institution", "exist", "came")
    theirs = replace(
        query, subject=Sheet.PARTICIPANTS, side=Side.THEIRS, partner_kinds=kinds, hosts=(), abroad=False
    )
    if ask.count:
        return replace(theirs, measure=Measure.COUNT, unit=Unit.PARTNERS)
    return replace(theirs, measure=Measure.LIST)


def asked_people(frame: Frame, ask: Asking, query: Query, came: Guests) -> Query | None:
    """The question's measure where people are asked for and not events; None where events are."""
    people = replace(query, subject=Sheet.PARTICIPANTS)
    if _asks_which_people(frame):
        ask = replace(ask, who=True)
    if frame.take("role") and (query.persons or _is_bounded(frame, query)):
        return replace(people, measure=Measure.FIELD, fields=(Field.ROLE,)) if query.persons else None
    if _asks_whose_person(frame, ask, query, came):
        frame.take("where", "institution", "inst.", "partner", "country", "came", "visited")
        return replace(people, measure=Measure.FIELD, fields=(Field.INSTITUTION,), hosts=())
    if came.attended and ask.countries and _is_bounded(frame, query) and not (ask.most or ask.least):
        measure = Measure.COUNT if ask.count else Measure.COMPARE
        return replace(people, measure=measure, unit=Unit.PARTNERS if ask.count else Unit.RECORDS,
                       side=Side.THEIRS, group=Group.COUNTRY)  # fmt: skip
    if not (ask.most or ask.least) and (bodies := _institutions(frame, ask, query, came)):
        return bodies
    if ask.most or ask.least:
        return _ranked(frame, ask, people, came)
    if came.said and not _counts_events(frame) and (compared := _compared(frame, ask, people)):
        return compared
    if _counts_people(frame, ask, query, came) and _is_bounded(frame, query):
        return replace(people, measure=Measure.SUM, unit=Unit.PEOPLE, group=ask.group)
    if ask.who and not frame.has("host") and (came.said or _is_bounded(frame, query)):
        return replace(people, measure=Measure.LIST) if _is_bounded(frame, query) else None
    if came.persons:
        return _of_persons(ask, query)
    lists_people = (came.counted or came.roles) and not (ask.count and _counts_events(frame))
    if lists_people and not (ask.which or ask.when or ask.where or ask.whether) and _is_bounded(frame, query):
        return replace(people, measure=Measure.LIST)
    if lists_people and ask.whether and not ask.which and (query.records or query.dated or query.series):
        return replace(people, measure=Measure.EXISTS)
    return None


def _compared(frame: Frame, ask: Asking, people: Query) -> Query | None:
    """More people at one of two events, in one of two years, from one of two countries."""
    people = replace(people, unit=Unit.PEOPLE)
    if len(people.records) > 1 and frame.take("more", "fewer", "many", "compare"):
        frame.take("or", "than", "event", "event.")
        return replace(people, measure=Measure.RANK, group=Group.EVENT)
    return set_side_by_side(frame, ask, people)


def asks_who_somebody_is(frame: Frame, ask: Asking, query: Query, came: Guests) -> bool:
    """`who is Janis Ozols?`: no question about events."""
    told = came.attended or came.roles or query.records or query.series or query.kinds
    return bool(came.persons and ask.who and not told) and not frame.has("event", "held", "came", "visited")


def _of_persons(ask: Asking, query: Query) -> Query:
    if ask.whether and not (ask.which or ask.listing or ask.count):
        return replace(query, measure=Measure.EXISTS)
    if ask.count:
        return replace(query, measure=Measure.COUNT)
    if ask.extreme:
        return replace(query, measure=ask.extreme)
    return replace(query, measure=Measure.LIST, fields=(Field.DATE, Field.PLACE))


def _counts_people(frame: Frame, ask: Asking, query: Query, came: Guests) -> bool:
    """`how many of us went`, `necha kishi`; not `how many trainings did we attend`."""
    if not ask.count or came.persons or _counts_events(frame):
        return False
    if frame.has("count.people") or came.counted or came.roles:
        return True
    return came.attended


def _counts_events(frame: Frame) -> bool:
    """`how many trainings`, `nechta seminarda`: the kind of event stands right behind the question word."""
    after = {s.end for s in frame.senses("count")}
    return any(s.start in after for s in frame.senses("event.", "event", "series"))


def _ranked(frame: Frame, ask: Asking, people: Query, came: Guests) -> Query | None:
    """Who went most often; to which event most people came."""
    if ask.who and came.attended:
        return replace(
            people, measure=Measure.RANK, group=Group.PERSON, limit=limit(frame), descending=not ask.least
        )
    if came.counted and not ask.who:
        group = Group.PARTNER if frame.has("partner", "institution", "inst.library") else Group.EVENT
        group = Group.YEAR if frame.has("when.year") else group
        return replace(
            people, measure=Measure.RANK, unit=Unit.PEOPLE, group=group, limit=limit(frame),
            descending=not ask.least,
        )  # fmt: skip
    return None


def _is_bounded(frame: Frame, query: Query) -> bool:
    """Who took part in everything there ever was is no question."""
    if frame.scene.before:
        return True
    named = query.records or query.series or query.kinds or query.partners or query.countries or query.cities
    roles = query.roles and frame.has("event", "event.", "series", "held", "held at", *ATTENDED)
    return bool(named or query.dated or query.place_cities or query.place_countries or roles or query.hosts)
