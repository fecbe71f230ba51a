"""Questions about joint programmes and projects. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.ask.agreements import names_paper
from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, span, whom
from bot.ask.scene import Scene
from bot.language.mention import How, Mention
from bot.language.phrases import Known
from db.query import Field, Measure, Query, Span
from db.vocabulary import Sheet


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to happen to the programmes."""

    opened: bool
    ended: bool
    force: bool
    term: bool


def candidates(scene: Scene) -> list[Candidate]:
    """Joint programmes: since when, until when, with whom, which, how many."""
    found = []
    probe = Frame(scene)
    weak = [m for m in scene.weak if m.known is Known.PROGRAMME and len(m.places) > 1]
    for extra in (None, *(m for m in weak if not _is_of_kind(probe, m))):
        frame = Frame(scene)
        if extra:
            frame.use(extra)
        told = [m for m in frame.take_mentions(Known.PROGRAMME) if not _is_of_kind(frame, m)]
        mentions = [*told, *([extra] if extra else [])]
        if not mentions and not frame.has("programme", "programme."):
            continue
        others = [m for m in frame.mentions(Known.EVENT, Known.SERIES) if not _is_same(m, extra)]
        if others or frame.has("draft", "copies"):
            continue
        if any(names_paper(s) for s in scene.senses):
            continue
        query = _programme(frame, tuple(no for m in mentions for no in m.nos))
        if query:
            found.append(Candidate(query, frame, 3 + bool(mentions) - (0.5 if extra else 0)))
    return found


def _is_of_kind(frame: Frame, mention: Mention) -> bool:
    """`which reading rooms`: a kind, though some are called so."""
    kinds = {p for s in frame.senses("programme.") for p in range(s.start, s.end)}
    several = len(mention.nos) > 1 or any(s.ending.plural for s in frame.senses("programme"))
    asked = several or any(s.end == mention.start for s in frame.senses("which", "count"))
    return mention.how is How.WORDS and asked and set(mention.places) <= kinds


def _is_same(mention: Mention, extra: Mention | None) -> bool:
    """The words that may name an event name the programme too."""
    return extra is not None and set(mention.places) <= set(extra.places)


_BESIDE = (
    "programme", "programme.", "partner", "cooperate", "exist", "now", "year", "material", "material.",
    "inst.library", "event.training", "still",
)  # fmt: skip


def _programme(frame: Frame, nos: tuple[int, ...]) -> Query | None:
    partner = whom(frame)
    kinds = tuple(
        dict.fromkeys(
            s.concept.split(".", 1)[1] for s in frame.take("programme.") if s.concept != "programme.project"
        )
    )
    opened = frame.take("opened", "start", "use", "held", "sign")
    ended = frame.take("end", "ended")
    force = frame.take("in force")
    term = frame.take("term")
    ask = asking(frame)
    frame.take(*_BESIDE)
    if ask.negative or ask.most or ask.least or ask.where or (ask.extreme and (nos or ended or partner.said)):
        return None
    said = _Said(bool(opened), bool(ended), bool(force), bool(term))
    query = Query(subject=Sheet.PROGRAMMES, measure=Measure.LIST, records=nos, partners=partner.partners,
                  countries=partner.countries, region=partner.region, cities=partner.cities,
                  kinds=() if nos else kinds)  # fmt: skip
    if period := frame.period():
        query = replace(query, starts=span(period)) if opened else replace(query, at=span(period))
    return _measured(frame, ask, query, said)


def _measured(frame: Frame, ask: Asking, query: Query, said: _Said) -> Query:
    """A field of the programme, whether it runs, how many, which."""
    today, before = frame.scene.today, frame.scene.before
    nos = query.records or (before.records if before and before.subject is Sheet.PROGRAMMES else ())
    if ask.extreme:
        return replace(query, measure=ask.extreme)
    if nos and ask.which and frame.take("kind"):
        return replace(query, measure=Measure.FIELD, fields=(Field.KIND,))
    if nos and (ask.who or (ask.which and frame.has("partner", "institution", "inst.library"))):
        return replace(query, measure=Measure.FIELD, fields=(Field.PARTNER,))
    if said.term and not (said.ended or ask.until or query.at or ask.count):
        return replace(query, measure=Measure.FIELD, fields=(Field.START, Field.END))
    if said.ended and ask.whether and not (query.ends or ask.until or ask.when):
        return replace(query, measure=Measure.FIELD, fields=(Field.STATE,))
    listed = ask.which or ask.listing or ask.count or query.at
    if said.ended and not nos and listed and not (ask.when or ask.until or ask.whether):
        # `which projects have ended`, `сколько проектов завершено`
        over = replace(query, at=None, ends=query.at or Span(None, today - timedelta(days=1)))
        return replace(over, measure=Measure.COUNT if ask.count else Measure.LIST, group=ask.group)
    if said.ended or ask.until:
        return replace(query, measure=Measure.FIELD, fields=(Field.END,))
    if ask.how_long:
        return replace(query, measure=Measure.FIELD, fields=(Field.LENGTH,))
    whether = ask.whether or frame.has("still")
    if ask.when and frame.has("held") and not frame.has("opened", "start"):
        # `when was it?`: from its first day to its last
        return replace(query, measure=Measure.FIELD, fields=(Field.START, Field.END))
    if ask.when or ask.since or (said.opened and nos and not whether):
        return replace(query, measure=Measure.FIELD, fields=(Field.START,))
    if said.force and not nos and not query.at:
        query = replace(query, at=Span(today, today))
    if nos and (said.force or (said.opened and whether)):
        return replace(query, measure=Measure.FIELD, fields=(Field.IN_FORCE,))
    if ask.count:
        return replace(query, measure=Measure.COUNT, group=ask.group)
    if nos and frame.has("partner", "cooperate"):
        return replace(query, measure=Measure.FIELD, fields=(Field.PARTNER,))
    if nos:
        return replace(query, measure=Measure.CARD)
    measure = Measure.EXISTS if ask.whether and not ask.which else Measure.LIST
    return replace(query, measure=measure, group=ask.group)
