"""What is said of an agreement's life: that it begins, ends, is signed, in force, a draft. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from bot.language.lexicon import Sense
from db.query import Condition, Field


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to happen to the agreements."""

    ends: bool
    starts: bool
    signs: bool
    strictly: bool
    """Signed with a pen, not merely concluded."""
    force: bool
    term: bool
    years: bool
    """The years themselves are asked for: `for what years`, `на какие годы`."""
    past: bool
    """The end is told as something that has happened."""


def _is_included(frame: Frame, sense: Sense) -> bool:
    """`tugaganlari ham`, `including those that have ended`: they too, and not they alone."""
    beside = {s.start for s in frame.senses("including")}
    if sense.language == "uz":
        return sense.end in beside and sense.end + 1 >= len(frame.scene.reading.tokens)
    return not beside.isdisjoint(range(sense.start - 3, sense.start))


def said_of(frame: Frame) -> Said:
    """What the words say that are not accounted for yet: `the current agreement` tells which one."""
    told = set(frame.used)
    ends = [s for s in frame.take("end", "ended") if s.start not in told and not _is_included(frame, s)]
    force = [s for s in frame.take("in force") if s.start not in told]
    return Said(
        ends=bool(ends), starts=bool(frame.take("start")), signs=bool(frame.take("sign", "signing")),
        strictly=frame.has("signing"), force=bool(force), term=bool(frame.take("term")),
        years=asks_years(frame), past=any(s.ending.past or s.concept == "ended" for s in ends),
    )  # fmt: skip


def asks_years(frame: Frame) -> bool:
    """`for what years`, `на какие годы`, `qaysi yillarga`: from which to which."""
    return any(
        s.end - s.start > 1 and (s.ending.plural or frame.low(s.end - 1) in _YEARS)
        for s in frame.senses("when.year", "term")
    )


_YEARS = frozenset(("years", "годы", "годов", "годах", "года"))


def conditions_of(frame: Frame, ask: Asking, said: Said) -> tuple[Condition, ...]:
    found = []
    if frame.has("draft") and frame.take("excluding"):
        frame.take("draft", "count", "not")
        found.append(Condition.CONCLUDED)
    elif frame.take("draft", "approval", "prepare"):
        found.append(Condition.DRAFT)
    if frame.take("terminate"):
        found.append(Condition.TERMINATED)
    if frame.take("replace"):
        found.append(Condition.REPLACED)
    if frame.take("open ended"):
        found.append(Condition.OPEN)
    renewed = frame.take("automatic", "renew", "renewal")
    if renewed and not (ask.until and not frame.has("automatic")):
        # Until when it has been renewed is its end.
        found.append(Condition.RENEWING)
    awaited = ask.negative and said.force and (said.signs or frame.has("still"))
    if awaited or (ask.negative and said.starts and not said.ends):
        # Signed and not yet in force.
        found.append(Condition.UPCOMING)
    if ask.negative and said.signs and not (said.starts or said.ends or said.force or with_whom_none(frame)):
        found.append(Condition.DRAFT)
    return tuple(dict.fromkeys(found))


def with_whom_none(frame: Frame) -> bool:
    """`с кем не заключён договор`, `which archives have signed nothing`: partners are asked for."""
    whom = frame.senses("who") or (frame.has("which") and frame.senses("partner", "inst.", "institution"))
    return bool(whom) and not frame.has("still", "draft", "draft.bare")


_BLANKS = {
    "end": Field.END, "open ended": Field.END, "start": Field.START, "term": Field.TERM,
    "responsible": Field.RESPONSIBLE, "number": Field.NUMBER, "signing": Field.SIGNED, "sign": Field.SIGNED,
}  # fmt: skip


_NAMELESS = {"responsible": Field.RESPONSIBLE, "number": Field.NUMBER, "signing": Field.SIGNED}
"""What can be lacking (`without a responsible person`); without an end is open-ended."""


def missing_of(frame: Frame, ask: Asking) -> tuple[Field, Sense] | None:
    """`with no end date recorded`, `tugash sanasi qayd etilmagan`, `дата окончания не записана`."""
    marks = frame.senses("unrecorded") or frame.senses("record") or frame.senses("without", "none", "exist")
    # `у каких нет ответственного`: it lacks; `не` denies a verb.
    marks = marks or [s for s in frame.senses("not") if frame.low(s.start) == "нет"]
    record = next(iter(marks), None)
    denied = ask.negative or frame.has("without", "open ended", "unrecorded")
    if record is None or not denied:
        return None
    said = frame.has("unrecorded", "record")
    blanks = _BLANKS if said else _NAMELESS
    denials = {s.start for s in frame.senses("not", "none", "without")}
    field = next(
        (
            field
            for concept, field in blanks.items()
            if any(s.start not in denials for s in frame.senses(concept)) and frame.take(concept)
        ),
        None,
    )
    if field is None:
        return None
    frame.take("not", "without", "none", "when", "exist", "unrecorded", "people", "staff")
    return field, record


def is_it_recorded(frame: Frame, ask: Asking) -> Field | None:
    """`is the day of signing recorded?`, `imzolangan sana qayd etilganmi`: the field itself tells."""
    if not ask.whether or ask.negative or not frame.has("record"):
        return None
    found = next((field for concept, field in _BLANKS.items() if frame.take(concept)), None)
    if found is not None:
        frame.take("record", "when", "people")
    return found


def field_asked(ask: Asking, said: Said) -> Field | None:
    """When it ends, since when it runs, for how long, whether still: what verb and question word ask."""
    if ask.how_long:
        return Field.LENGTH
    if said.years and not (said.ends or ask.negative):
        return Field.TERM
    if (said.ends and said.starts) or (ask.since and (ask.until or said.ends)):
        return Field.TERM
    if ask.negative:
        denied = said.ends or said.force
        return (Field.STATE if said.ends or not ask.whether else Field.IN_FORCE) if denied else None
    if ask.until or (said.ends and (ask.when or not ask.whether)):
        return Field.END
    if said.ends:
        return Field.IN_FORCE if said.force else Field.STATE
    if said.signs and not (said.force or said.term) and (ask.when or not ask.whether) and not ask.who:
        return Field.START if ask.since else Field.SIGNED
    if ask.since or (said.starts and (ask.when or not ask.whether)):
        return Field.START
    if said.starts:
        return Field.IN_FORCE
    if said.term and not (ask.whether or ask.who):
        return Field.TERM
    if said.force and not ask.who and not ask.when:
        return Field.IN_FORCE
    return Field.TERM if said.term or ask.when else None
