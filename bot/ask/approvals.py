"""Questions about drafts on their way to signature: with whom they are, since when, until when, what came
back. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking, asking
from bot.ask.frame import Candidate, Frame, span, whom
from bot.ask.kinds import partner_kinds
from bot.ask.scene import Scene
from bot.language.names import kinds_of
from bot.language.phrases import Known, words
from bot.language.suffixes import Case
from db.query import Condition, Field, Measure, Query
from db.vocabulary import Outcome, Sheet

_WHEREABOUTS = (
    "where",
    "stand",
    "who",
    "whose",
    "holder",
    "since when",
    "until when",
    "how long",
    "when",
    "which",
    "state",
)
_ON_ITS_WAY = ("where", "stand", "whose", "holder", "reply", "deadline")
"""What is asked of a paper that is not signed yet, and of no joint project."""
_HARMLESS = (
    "programme", "programme.project", "agreement", "agreement.", "inst.ministry", "held", "now", "still",
    "partner", "exist", "year", "responsible", "came", "got", "in force", "stand", "they", "there", "event",
    "cooperate", "edition", "holder", "record", "stage", "each", "letter", "newest", "approval", "went",
    "state", "new", "end", "prepare", "need", "kind of paper",
)  # fmt: skip


def candidates(scene: Scene) -> list[Candidate]:
    """At most one: what the question means if it is about the clearance of drafts."""
    frame = Frame(scene)
    if len(scene.reading.tokens) == 1 and scene.before is None:
        return []
    if frame.mentions(Known.EVENT, Known.SERIES, Known.PROGRAMME) or frame.has("event.", "copies", "titles"):
        return []
    stages = _stages(frame)
    if frame.has("responsible") and frame.mentions(Known.PERSON) and not stages:
        # Whose agreement it is to become, not on whose desk it lies.
        return []
    drafted = frame.take("draft")
    cleared = stages or frame.has(
        "approval", "stage", "holder", "overdue", "approve", "returned", "letter", "letter out", "letter in"
    )
    cleared = cleared or _lies_with(frame)
    cleared = cleared or (frame.has("inst.ministry") and frame.has("reply", "gave", "send", "stand"))
    cleared = cleared or (frame.has("reply") and frame.has("draft.bare") and frame.has("term", "deadline"))
    if frame.has("where.city", "where.country", "city") and not frame.has("draft", "draft.bare", "approval"):
        # An office is a place too.
        return []
    if frame.has("overdue") and not (
        drafted or stages or frame.has("approval", "stage", "reply", "draft.bare", "inst.ministry")
    ):
        return []
    drafted = drafted or (frame.take("draft.bare") if _is_on_its_way(frame) else [])
    cleared = cleared or (frame.has("reply") and frame.has("stand"))
    on_desk = any(s.language == "uz" for s in frame.senses("whose"))
    cleared = cleared or on_desk
    if not frame.scene.before and not cleared and not (drafted and frame.has(*_WHEREABOUTS)):
        return []
    cleared = cleared or frame.has(*_ON_ITS_WAY)
    if not drafted and frame.has("draft.bare") and not cleared:
        return []
    drafted = drafted or frame.take("draft.bare")
    if not (drafted or frame.scene.before or _names_a_paper(frame, stages)):
        # `who has it?`: of nothing that was spoken of
        return []
    query = _whose(frame, stages)
    ask = asking(frame)
    if frame.has("holder") or (frame.has("responsible") and (stages or drafted)):
        ask = replace(ask, who=True)
    if query is None or ask.most or ask.least:
        return []
    measured = _measure(frame, ask, query, drafted=bool(drafted))
    if measured is None:
        return []
    frame.take(*_HARMLESS)
    return [Candidate(measured, frame, 4 + bool(query.partners or query.countries))]


def _names_a_paper(frame: Frame, stages: tuple[str, ...]) -> bool:
    """A partner, a person, an office or a paper is named, or how papers are cleared."""
    told = frame.has(
        "agreement", "agreement.", "approval", "overdue", "letter", "letter out", "letter in", "stage",
        "inst.", "partner", "returned", "approve", "reply",
    )  # fmt: skip
    named = frame.mentions(Known.PARTNER, Known.COUNTRY, Known.CITY, Known.REGION, Known.PERSON)
    return bool(told or stages or named or frame.mentions(Known.AGREEMENT))


def _lies_with(frame: Frame) -> bool:
    """`what is Tursunov holding`, `сколько проектов у Турсунова`: somebody who clears drafts."""
    named = {target.value for mention in frame.mentions(Known.PERSON) for target in mention.targets}
    others = frame.has("event", "event.", "participate", "went", "visited", "spoke", "responsible", "contact")
    return bool(named & frame.scene.gazetteer.holders) and not others


def _stages(frame: Frame) -> tuple[str, ...]:
    """The stages as the registry calls them: whatever is recorded under words of the same meaning."""
    found = dict.fromkeys(m.value for m in frame.take_mentions(Known.STAGE))
    for sense in frame.take("stage."):
        meant = sense.concept.split(".", 1)[1]
        here = [name for name, concepts in frame.scene.gazetteer.stages.items() if meant in concepts]
        found |= dict.fromkeys(here or [meant])
    return tuple(found)


def _ministries(frame: Frame) -> tuple[str, ...]:
    """Whichever ministry: every stage that is one."""
    known = frame.scene.gazetteer.stages
    return tuple(name for name in known if any("ministry" in kinds_of(token) for token in words(name)))


def _is_on_its_way(frame: Frame) -> bool:
    """`where is the project now`, `loyiha kimda`, `письмо по проекту`: a joint project lies on no desk."""
    with_whom = any(s.ending.case is Case.LOCATIVE for s in frame.senses("who"))
    return with_whom or frame.has(
        "whose", "where", "stand", "letter", "reply", "overdue", "holder", "deadline", "inst.ministry"
    )


def _whose(frame: Frame, stages: tuple[str, ...]) -> Query | None:
    partner = whom(frame)
    if frame.take("inst.ministry") and not stages:
        stages = _ministries(frame)
    persons = tuple(t.value for m in frame.take_mentions(Known.PERSON) for t in m.targets)
    records = tuple(no for m in frame.take_mentions(Known.AGREEMENT) for no in m.nos)
    query = Query(
        subject=Sheet.APPROVALS, measure=Measure.LIST, records=records, partners=partner.partners,
        countries=partner.countries, region=partner.region, cities=partner.cities, stages=stages,
        partner_kinds=tuple(kind for kind in partner_kinds(frame) if kind != "ministry"), persons=persons,
    )  # fmt: skip
    if partner.unknown:
        return None
    period = frame.period()
    return replace(query, dated=span(period)) if period else query


def _measure(frame: Frame, ask: Asking, query: Query, *, drafted: bool) -> Query | None:
    if frame.take("overdue"):
        frame.take("deadline", "term", "end", "ended", "reply")
        return _counted_or_listed(ask, replace(query, overdue=True))
    returned, approved = frame.take("returned"), frame.take("approve")
    sent, replied = frame.take("send", "gave", "left"), frame.take("reply")
    if letter := _letter(frame, ask, sent=bool(sent), replied=bool(replied)):
        return replace(query, measure=Measure.FIELD, fields=(letter,))
    pending = replace(query, pending=True)
    if (
        ask.extreme in {Measure.FIRST, Measure.LAST}
        and (returned or approved)
        and not (ask.negative or ask.when)
    ):
        outcome = Outcome.RETURNED if returned and not approved else Outcome.APPROVED
        return replace(query, outcome=outcome, measure=ask.extreme)
    if (returned or approved) and ask.extreme and ask.when:
        frame.take("first", "last", "times")
        ask = replace(ask, extreme=None)
    if ask.extreme in {Measure.LONGEST, Measure.FIRST} or (ask.extreme and ask.extreme is Measure.LAST):
        # The one that waits longest was sent first.
        waiting = ask.extreme is not Measure.LAST
        return replace(pending, measure=Measure.FIRST if waiting else Measure.LAST)
    if ask.negative and frame.has("sign", "signing"):
        return None
    if ask.negative:
        return _denied(ask, query, approved=bool(approved), returned=bool(returned))
    if approved or returned:
        outcome = Outcome.RETURNED if returned and not approved else Outcome.APPROVED
        return _decided(ask, query, outcome, pending)
    awaited = replied and not frame.scene.reading.periods and frame.take("until")
    ends = ("deadline", "term") if ask.which and frame.has("stage") else ("deadline", "term", "end")
    if frame.take(*ends) or ask.until or awaited or (replied and ask.when):
        done = replied and any(s.ending.past for s in replied)
        if done and not ask.until:
            return replace(query, measure=Measure.FIELD, fields=(Field.DECIDED,))
        return replace(pending, measure=Measure.FIELD, fields=(Field.DUE,))
    if replied and ask.whether:
        return replace(query, measure=Measure.LIST)
    named = query.partners or query.countries or query.cities or query.records or frame.follows_one
    drafted = drafted and not frame.has("stand")
    return _whereabouts(ask, query, pending, named=bool(named), sent=bool(sent), drafted=drafted)


def _denied(ask: Asking, query: Query, *, approved: bool, returned: bool) -> Query | None:
    """Not approved yet is still pending; nothing else can be denied."""
    return _counted_or_listed(ask, replace(query, pending=True)) if approved and not returned else None


def _decided(ask: Asking, query: Query, outcome: Outcome, pending: Query) -> Query:
    query = replace(query, outcome=outcome)
    if ask.when:
        return replace(query, measure=Measure.FIELD, fields=(Field.DECIDED,))
    if ask.count:
        return replace(query, measure=Measure.COUNT)
    if ask.whether or query.partners or query.countries or query.records:
        plain = not (ask.which or ask.listing or ask.who)
        return replace(query, measure=Measure.EXISTS if plain else Measure.LIST)
    return replace(query, measure=Measure.LIST)


def _whereabouts(
    ask: Asking, query: Query, pending: Query, *, named: bool, sent: bool, drafted: bool
) -> Query:
    if ask.since or ask.how_long or (ask.when and (sent or named or query.stages)):
        asked = query if query.stages else pending
        return replace(asked, measure=Measure.FIELD, fields=(Field.SENT,))
    if ask.count:
        return replace(pending, measure=Measure.COUNT)
    if sent and ask.whether:
        return replace(query, measure=Measure.EXISTS)
    if named or not (ask.which or ask.listing or ask.who or ask.whether):
        fields: tuple[Field, ...] = (Field.STAGE, Field.HOLDER)
        fields = fields[::-1] if ask.who else fields
        # Who has it there: the stage is known to the asker.
        fields = (Field.HOLDER,) if ask.who and named and query.stages else fields
        return replace(pending, measure=Measure.FIELD, fields=fields)
    if drafted and not query.stages and not query.persons and not ask.where:
        # What is being drafted at all, also where no stage is recorded.
        return replace(query, subject=Sheet.AGREEMENTS, measure=Measure.LIST, conditions=(Condition.DRAFT,))
    return _counted_or_listed(ask, pending)


def _counted_or_listed(ask: Asking, query: Query) -> Query:
    if ask.count:
        return replace(query, measure=Measure.COUNT)
    plain = ask.whether and not (ask.which or ask.listing or ask.who)
    return replace(query, measure=Measure.EXISTS if plain else Measure.LIST)


def _goes_there(frame: Frame) -> bool:
    """`письмо в Минюст`, `Adliyaga xat`, `the letter to Justice`: it is ours."""
    stages = [(m.start, m.ending.case) for m in frame.mentions(Known.STAGE)]
    stages += [(s.start, s.ending.case) for s in frame.senses("stage.", "inst.ministry")]
    return any(frame.low(at - 1) in {"в", "во", "to"} or case is Case.DATIVE for at, case in stages)


def _letter(frame: Frame, ask: Asking, *, sent: bool, replied: bool) -> Field | None:
    """The number of our letter, or of theirs."""
    outgoing, incoming = frame.take("letter out"), frame.take("letter in")
    asked = frame.has("number", "number of the", "which", "what", "count", "stage.", "inst.ministry")
    if not (asked or outgoing or incoming or frame.scene.before or frame.mentions(Known.STAGE)):
        # `send a letter` asks for nothing.
        return None
    if not (frame.take("letter") or outgoing or incoming):
        return None
    ours = bool(outgoing) or sent or frame.has("us", "ours") or _goes_there(frame)
    ours = ours or any(s.ending.ours for s in frame.senses("letter"))
    frame.take("number", "number of the", "count", "us", "ours", "newest")
    return Field.LETTER_IN if incoming or replied or not ours else Field.LETTER_OUT
