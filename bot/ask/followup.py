"""A question that continues the one before: "and Poland?", "а отправили?", "va 2014-yilda?", "а годом
позже?". Pure.

The new words are read by the room of the old question, as if they named its subject; what they say takes the
place of the same kind of thing in the old query, and the rest of it stands. A continuation that cannot be
read so is refused: it never widens to the whole registry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.ask import agreements, approvals, events, exchanges, others, programmes
from bot.ask.answer import Outcome, assumption
from bot.ask.asking import asking
from bot.ask.frame import Candidate, Frame, less
from bot.ask.gate import unheard
from bot.ask.overlay import overlaid
from bot.ask.placing import another_place
from bot.ask.scene import Scene
from bot.ask.understand import Understood
from bot.language.lexicon import Sense
from bot.language.names import Gazetteer
from bot.language.reading import Reading
from bot.language.suffixes import Case
from db.query import PICKING, Measure, Query, Span
from db.vocabulary import Direction, Sheet

_SUBJECT = (
    "agreement", "agreement.", "event", "event.", "programme", "approval", "draft", "series", "copies",
    "titles", "material", "material.", "partner", "country",
)  # fmt: skip
_PRONOUNS = ("they", "there", "of them")
_NOUNS = {
    Sheet.AGREEMENTS: "agreement", Sheet.EXCHANGES: "copies", Sheet.EVENTS: "event",
    Sheet.PARTICIPANTS: "event", Sheet.SERIES: "series", Sheet.PROGRAMMES: "programme",
    Sheet.APPROVALS: "draft", Sheet.PARTNERS: "partner",
}  # fmt: skip
"""What the new words leave unsaid."""
_ROOMS: dict[Sheet, Callable[[Scene], list[Candidate]]] = {
    Sheet.AGREEMENTS: agreements.candidates, Sheet.EXCHANGES: exchanges.candidates,
    Sheet.EVENTS: events.candidates, Sheet.PARTICIPANTS: events.candidates, Sheet.SERIES: events.candidates,
    Sheet.PROGRAMMES: programmes.candidates, Sheet.APPROVALS: approvals.candidates,
    Sheet.PARTNERS: others.partners,
}  # fmt: skip


def continued(
    reading: Reading, gazetteer: Gazetteer, today: date, before: Query, alone: Understood
) -> Understood:
    """What the question means after `before`; `alone` is what it means by itself."""
    if alone.outcome in {Outcome.OUT_OF_SCOPE, Outcome.NOT_IN_REGISTRY}:
        return alone
    frame = Frame(Scene.of(reading, gazetteer, today))
    if alone.query is not None and _is_whole(frame, alone.query, before):
        return alone
    if alone.query is None or not _is_of_another_kind(frame, alone.query, before):
        scene = _as_said_of(frame.scene, before)
        moved = another_place(scene, before)
        if moved is None and _speaks_of_the_first(frame, before):
            return Understood(Outcome.NOT_UNDERSTOOD)
        merged = moved or _stepped(scene, before) or _other_side(scene, before) or _merged(scene, before)
        if merged is not None and _is_lost(before, merged[0]):
            return Understood(Outcome.NOT_UNDERSTOOD)
        if merged is not None:
            query, found = merged
            return Understood(Outcome.ANSWERED, query, (*found.assumptions, assumption("continued")))
    return _about_the_same(alone, before, frame)


def _as_said_of(scene: Scene, before: Query) -> Scene:
    """The scene with the old question's subject, which the new words leave unsaid."""
    noun = _NOUNS[before.subject]
    unsaid = Sense(noun, _NOWHERE, _NOWHERE, "")
    meant = {**scene.meant, noun: [*scene.meant.get(noun, []), unsaid]}
    return replace(scene, senses=(*scene.senses, unsaid), meant=meant, before=before)


_NOWHERE = -9
"""Beside no word."""


def _is_whole(frame: Frame, alone: Query, before: Query) -> bool:
    """A question that needs nothing from the one before: it names whom or when, and does not lead on."""
    if _is_bare_name(frame.scene, alone):
        return True
    if len(frame.scene.reading.tokens) < 3 or frame.has(*_PRONOUNS) or _leads_on(frame):
        return False
    if alone.measure is Measure.CARD and alone.subject is Sheet.PARTNERS:
        return frame.has("card", "about")
    names_its_subject = frame.has(*_SUBJECT)
    if _asks_its_partner(alone, before):
        return False
    if alone.partners or alone.countries or alone.cities or alone.persons:
        return names_its_subject or alone.subject is not Sheet.PARTNERS
    if names_its_subject and alone.subject is not before.subject:
        return True
    bounded = frame.scene.reading.periods or frame.has(
        "total", "which", "list", "most", "least", "oldest", "newest"
    )
    return bool(names_its_subject and (bounded or alone.records or alone.kinds))


def _is_bare_name(scene: Scene, alone: Query) -> bool:
    """A name and nothing else opens its card; `Poland?` asks on."""
    if alone.measure is not Measure.CARD or scene.reading.text.rstrip().endswith("?"):
        return False
    return any(
        # `leydenniki`: theirs, of what was asked before
        len(mention.places) == len(scene.reading.tokens) and mention.ending.case is Case.PLAIN
        for mention in scene.mentions
    )


def _asks_its_partner(alone: Query, before: Query) -> bool:
    """`who is the partner?` of the programme that was spoken of."""
    return bool(before.records) and (before.subject, alone.subject) == (Sheet.PROGRAMMES, Sheet.PARTNERS)


def _leads_on(frame: Frame) -> bool:
    """`and …`, `а …`, `va …`, `what about …`, `… chi?`"""
    leads = frame.senses("and", "what about")
    end = len(frame.scene.reading.tokens)
    return any(s.start == 0 or (s.end == end and s.concept == "what about") for s in leads)


def _is_of_another_kind(frame: Frame, alone: Query, before: Query) -> bool:
    """It speaks of something else than the question before."""
    if alone.measure is Measure.CARD and alone.subject is Sheet.PARTNERS:
        return frame.has("card")
    if {alone.subject, before.subject} <= _OF_EVENTS or _asks_its_partner(alone, before):
        return False
    return frame.has(*_SUBJECT) and alone.subject is not before.subject


_OF_EVENTS = {Sheet.EVENTS, Sheet.PARTICIPANTS, Sheet.SERIES}


def _about_the_same(alone: Understood, before: Query, frame: Frame) -> Understood:
    """A new question that names nobody, right after one that did, is about the same partner."""
    query = alone.query
    if query is None:
        return alone
    if {query.subject, before.subject} <= _OF_EVENTS and not any(
        getattr(query, name) for name in _WHICH_EVENT
    ):
        return _of_that_event(alone, query, before)
    names_nobody = not (query.partners or query.countries or query.cities or query.records or query.hosts)
    named_before = before.partners or before.countries or before.cities
    refers = frame.has(*_PRONOUNS) or _leads_on(frame)
    if names_nobody and named_before and refers and query.subject is not before.subject:
        kept = replace(query, partners=before.partners, countries=before.countries, cities=before.cities)
        return Understood(alone.outcome, kept, (*alone.assumptions, assumption("continued")))
    if refers or query.measure is Measure.CARD or (query.subject is before.subject and names_nobody):
        # It speaks of what was spoken of, and nobody can tell what it asks of it.
        return Understood(Outcome.NOT_UNDERSTOOD)
    return alone


_WHICH_EVENT = (
    "records", "series", "editions", "kinds", "hosts", "hosted_by_us", "place_cities", "place_countries",
    "abroad", "dated", "programmes", "partners", "countries", "cities", "persons",
)  # fmt: skip


def _is_lost(before: Query, query: Query) -> bool:
    """The event that was picked out of many is in the answer alone: another measure speaks of them all."""
    picked = before.subject in _OF_EVENTS and before.measure in PICKING
    return picked and query.measure is not before.measure and not query.records


def _speaks_of_the_first(frame: Frame, before: Query) -> bool:
    """`who sent us most?`, then `how much did they get?`: who that was is in the answer alone."""
    return before.measure is Measure.RANK and frame.has("they")


def _of_that_event(alone: Understood, query: Query, before: Query) -> Understood:
    """`who went?` right after an event was spoken of; which one it was must be in the old query."""
    if before.measure in PICKING or not any(getattr(before, name) for name in _WHICH_EVENT):
        return Understood(Outcome.NOT_UNDERSTOOD)
    kept = replace(query, **{name: getattr(before, name) for name in (*_WHICH_EVENT, "upcoming")})
    return Understood(alone.outcome, kept, (*alone.assumptions, assumption("continued")))


def _merged(scene: Scene, before: Query) -> tuple[Query, Frame] | None:
    """The old query with what the new words say."""
    proposed = less(_ROOMS[before.subject](scene), scene)
    for found in sorted(proposed, key=lambda c: -c.weight):
        frame = found.frame
        frame.take(*_PRONOUNS, "what about", "and", "year")
        if frame.unaccounted():
            continue
        query = overlaid(before, found.query, frame, asking(Frame(scene)))
        if query is not None and not unheard(frame, query):
            return query, frame
    return None


def _other_side(scene: Scene, before: Query) -> tuple[Query, Frame] | None:
    """`and we?`, `улар-чи?`, `biznikidan-chi?`: the side named alone is the one that gives."""
    if (
        before.subject is not Sheet.EXCHANGES
        or not before.direction
        or scene.mentions
        or scene.reading.periods
    ):
        return None
    frame = Frame(scene)
    if frame.has("what", "which") or any(frame.low(s.start) == "it" for s in frame.senses("they")):
        # `what was it?` asks of the thing, not of the other side.
        return None
    turned = _turned(frame, before.direction)
    ours, theirs = frame.take("us", "ours"), frame.take("they")
    frame.take("and", "what about", "to", "from", "in_", "about", "count", "copies")
    if turned is None and bool(ours) is not bool(theirs):
        turned = Direction.SENT if ours else Direction.RECEIVED
    if turned is None or frame.unaccounted():
        return None
    return replace(before, direction=turned, quantity=None), frame


def _turned(frame: Frame, before: Direction) -> Direction | None:
    """`а туда?`, `u yerga-chi?`, `and the other way round?`: which way is asked for now."""
    if frame.take("other way"):
        return Direction.SENT if before is Direction.RECEIVED else Direction.RECEIVED
    if theirs := _by_case(frame, frame.senses("they")):
        frame.take("they")
        return theirs
    if ours := _by_case(frame, frame.senses("us", "ours")):
        frame.take("us", "ours")
        return Direction.SENT if ours is Direction.RECEIVED else Direction.RECEIVED
    for sense in frame.take("there"):
        last = frame.scene.reading.tokens[sense.end - 1] if sense.start >= 0 else None
        if last and (last.low == "туда" or last.key.endswith("ga")):
            return Direction.SENT
        if last and (last.low == "оттуда" or last.key.endswith("dan")):
            return Direction.RECEIVED
    return None


_CASES = {Case.DATIVE: Direction.SENT, Case.ABLATIVE: Direction.RECEIVED}
_LED_BY = {
    "to": Direction.SENT, "from": Direction.RECEIVED, "от": Direction.RECEIVED, "у": Direction.RECEIVED,
}  # fmt: skip


def _by_case(frame: Frame, named: list[Sense]) -> Direction | None:
    """`ularga-chi?`, `а им?`, `and from them?`: the way it goes, seen from those who are named."""
    for sense in named:
        way = _CASES.get(sense.ending.case) or _LED_BY.get(frame.low(sense.start - 1))
        if way or frame.low(sense.start) in _DATIVES:
            return way or Direction.SENT
    return None


_DATIVES = frozenset(("им", "ему", "ей", "нам"))


def _stepped(scene: Scene, before: Query) -> tuple[Query, Frame] | None:
    """`годом позже`, `a year later`, `bir yildan keyin`, `год спустя`: the old period moved."""
    frame = Frame(scene)
    step = len(frame.senses("later", "after")[:1]) - len(frame.senses("earlier", "before")[:1])
    bare = len(frame.senses("next")[:1]) - len(frame.senses("previous")[:1])
    if bare and not step and (frame.has("year") or _is_of_one_year(before)):
        # `а в следующем?`: the year is left unsaid, and so it is the one after that which was spoken of.
        step = bare
        frame.take("next", "previous", "last", "upcoming", "nearest", "in_", "to")
    elif not frame.has("year"):
        return None
    if (not step and not bare) or scene.reading.periods or scene.mentions:
        return None
    frame.take("later", "earlier", "after", "before", "year", "and", "what about")
    number = frame.number()
    frame.use_number()
    moved = _moved(before, step * int(number.value if number else 1), scene.gazetteer)
    return (moved, frame) if moved and not frame.unaccounted() else None


def _is_of_one_year(query: Query) -> bool:
    """Was the question about one whole year?"""
    spans = (query.dated, query.at, query.ends, query.starts, query.signed)
    return any(
        days and days.first and days.last and (days.first, days.last) == _whole_year(days.last.year)
        for days in spans
    )


def _whole_year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _moved(query: Query, years: int, gazetteer: Gazetteer) -> Query | None:
    if query.records and query.subject in _OF_EVENTS:
        first = gazetteer.events.get(query.records[0])
        if first and first.series and first.year:
            days = Span(*_whole_year(first.year + years))
            return replace(query, records=(), series=(first.series,), dated=days)
    for name in ("dated", "at", "ends", "starts", "signed"):
        old = getattr(query, name)
        if old and old.first and old.last:
            moved = Span(_later(old.first, years), _later(old.last, years))
            return replace(query, **{name: moved})  # type: ignore[arg-type]
    return None


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
