"""Which field of one agreement a question asks for by a word of its own: its number, its kind, who answers
for it, its notice. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ask.asking import Asking
from bot.ask.frame import Frame
from bot.ask.terms import asks_years
from bot.language.lexicon import Sense
from bot.language.phrases import Known
from db.query import Field, Query

_NAMED_FIELDS = (
    "end",
    "start",
    "term",
    "signing",
    "number",
    "responsible",
    "kind",
    "notice",
    "renewal",
    "state",
    "how long",
)


def is_of_a_field(frame: Frame) -> bool:
    """`what is the expiry date`, `какой срок`, `muddati qanday`: the question word asks for a field."""
    harmless = {p for s in frame.senses("filler") for p in range(s.start, s.end)}
    # `nima imzolangan` asks for the paper, `imzolanish sanasi` for its day.
    named = [s for s in frame.senses(*_NAMED_FIELDS) if not (s.concept == "signing" and _is_verb(frame, s))]
    fields = {p for s in named for p in range(s.start, s.end)}
    size = len(frame.scene.reading.tokens)
    for which in frame.senses("which", "what"):
        after = next((at for at in range(which.end, size) if at not in harmless), size)
        before = next((at for at in range(which.start - 1, -1, -1) if at not in harmless), -1)
        if after in fields or (before in fields and which.end == size):
            return True
    return False


def _is_verb(frame: Frame, sense: Sense) -> bool:
    return sense.ending.past or frame.low(sense.start) in {"sign", "signed"}


_PLAIN_FIELDS = {
    "responsible": Field.RESPONSIBLE, "address": Field.RESPONSIBLE,
    "notice": Field.NOTICE, "number": Field.NUMBER,
    "renewal": Field.RENEWAL, "renew": Field.RENEWAL, "automatic": Field.RENEWAL, "kind": Field.KIND,
    "number of the": Field.NUMBER, "kind of paper": Field.KIND, "state": Field.STATE,
}  # fmt: skip
_WITH_NOTICE = (
    "term", "end", "in force", "gave", "until when", "deadline", "terminate", "renew", "renewal", "automatic",
    "before", "day", "month", "reply", "each", "show", "basis.exchange", "newest", "last", "nearest", "they",
    "kind", "kind of paper", "need",
)  # fmt: skip


def plain_field(frame: Frame, ask: Asking, base: Query) -> Field | None:
    """A field that has a word of its own."""
    if ask.list_noun or ask.most or ask.least or ask.group:
        return None
    if ask.extreme and not frame.has("notice"):
        return None
    if not is_plural(frame) and _is_numbered(frame):
        return Field.NUMBER
    if any(sense.ending.plural for sense in frame.senses("kind of paper")):
        # `qanday hujjatlar bor`: which they are, not of what kind one is.
        frame.take("kind of paper")
        return None
    if frame.has("contact") and frame.has("us", "ours") and not base.persons:
        frame.take("contact", "people", "staff")
        return Field.RESPONSIBLE
    for concept, field in _PLAIN_FIELDS.items():
        if not frame.has(concept) or (concept == "responsible" and base.persons):
            continue
        bare = all(s.end - s.start == 1 for s in frame.senses("number"))
        if concept == "number" and bare and ask.count and (is_plural(frame) or not _is_one_paper(frame)):
            continue
        if ask.negative and field is not Field.NOTICE:
            continue
        if field is Field.RENEWAL and (ask.negative or ask.when or ask.until or _lists(frame, ask)):
            continue
        frame.take(concept)
        frame.take(*_BESIDE_FIELDS.get(field, ()))
        if field in {Field.NOTICE, Field.RENEWAL}:
            frame.take(*_WITH_NOTICE)
            frame.use_number()
        return field
    return None


_BESIDE_FIELDS = {
    Field.KIND: ("sign", "signing", "exist"),
    Field.NUMBER: ("registration", "record", "ordinal", "sign", "signing"),
    Field.RESPONSIBLE: ("people", "staff", "contact", "sign", "signing", "record"),
}  # fmt: skip


def _is_numbered(frame: Frame) -> bool:
    """`the number of the Polish memorandum`: of one paper, its own number."""
    said = [s for s in frame.senses("count") if frame.low(s.start) == "number"]
    said += frame.senses("ordinal")
    for sense in said:
        frame.use(sense)
    return bool(said)


def which_kind(frame: Frame, ask: Asking, base: Query) -> Query | None:
    """`договор или меморандум?`: which of the two it is."""
    definite = bool(base.partners or base.countries or base.cities or base.records or frame.follows_one)
    nouns = {s.start: s.ending.asks for s in frame.senses("agreement", "agreement.")}
    several = len({s.concept for s in frame.senses("agreement", "agreement.")}) > 1
    either = len(nouns) > 1 and (frame.has("or") or all(nouns.values()))
    either = either or (several and frame.has("kind of paper", "which", "what"))
    several = len(base.partners) + len(base.countries) + len(base.cities) > 1
    if (
        not (definite and either)
        or (several and ask.extreme)
        or ask.count
        or ask.negative
        or frame.scene.reading.periods
    ):
        return None
    frame.take("sign", "signing", "kind of paper", "kind", "cooperate", "exist", "state")
    return replace(base, kinds=())


def asks_term(frame: Frame, ask: Asking) -> bool:
    """`какие сроки`, `what are the start and end dates`: the one agreement's term, though it says which."""
    if ask.count or ask.list_noun or ask.group or ask.most or ask.least or is_plural(frame):
        return False
    return frame.has("term") or asks_years(frame) or (frame.has("start") and frame.has("end"))


def _is_one_paper(frame: Frame) -> bool:
    return frame.has("agreement", "agreement.") or bool(frame.mentions(Known.AGREEMENT))


def _lists(frame: Frame, ask: Asking) -> bool:
    """`which renew by themselves`; not `на какой срок`, `for how long`."""
    return ask.which and not (ask.how_long or ask.count or frame.has("term"))


def is_plural(frame: Frame) -> bool:
    nouns = frame.senses("agreement", "agreement.")
    return any(n.ending.plural or (n.language == "en" and is_many(frame.low(n.end - 1))) for n in nouns)


def is_many(low: str) -> bool:
    """`contracts`, `memoranda`"""
    return low.endswith(("s", "da"))
