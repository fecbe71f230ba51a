"""What a question wants, whatever it is about: how many, when, who, which, a list, yes or no; and which
extreme.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.ask.frame import Frame
from db.query import Group, Measure

_OPENERS = frozenset(("is", "are", "do", "does", "did", "was", "were", "has", "have", "will", "can"))


@dataclass(frozen=True, slots=True)
class Asking:
    """The question words of a question, accounted for. Several may hold at once ("who and when")."""

    count: bool = False
    people: bool = False
    when: bool = False
    where: bool = False
    who: bool = False
    which: bool = False
    listing: bool = False
    list_noun: bool = False
    """A list by name, not just "show me"."""
    countries: bool = False
    whether: bool = False
    how_long: bool = False
    until: bool = False
    since: bool = False
    total: bool = False
    card: bool = False
    negative: bool = False
    extreme: Measure | None = None
    most: bool = False
    least: bool = False
    group: Group | None = None


def asking(frame: Frame) -> Asking:
    """Takes the question words."""
    negative = is_negative(frame)
    frame.take(
        "which",
        "what",
        "by",
        "and",
        "to",
        "from",
        "with",
        "about",
        "all",
        "only",
        "this",
        "that",
        "us",
        "ours",
        "or",
        "both",
        "anything",
        "will",
        "including",
    )
    _take_within(frame)
    return Asking(
        count=bool(frame.take("count", "count.people", "times")) or _counts_those(frame),
        people=frame.has("count.people"),
        when=bool(frame.take("when", "when.year", "when.month")),
        countries=frame.has("where.country"),
        where=bool(frame.take("where", "where.city", "where.country")),
        who=bool(frame.take("who", "whose")),
        which=frame.has("which", "what"),
        listing=bool(frame.take("list", "show")) and not frame.has("card"),
        list_noun=frame.has("list"),
        whether=_is_whether(frame),
        how_long=bool(frame.take("how long")),
        until=bool(frame.take("until when")) or _ends_open(frame),
        since=bool(frame.take("since when")),
        total=bool(frame.take("total")),
        card=frame.has("card"),
        negative=negative,
        extreme=_extreme(frame),
        most=bool(frame.take("most")) or _is_of_most(frame),
        least=bool(frame.take("least")),
        group=_group(frame),
    )


def _take_within(frame: Frame) -> None:
    """`in`, `over`; but `when is it over` asks of the end."""
    size = len(frame.scene.reading.tokens)
    for sense in frame.senses("in_"):
        if sense.end < size or not frame.has("ended"):
            frame.use(sense)


def _is_of_most(frame: Frame) -> bool:
    """`qaysi davlat bilan shartnoma koʻp`, `с кем больше договоров`: most of all, where no number follows."""
    wanted = frame.has("which", "who", "where.country", "where.city", "when.year")
    marks = frame.senses("more", "many")
    numbers = {number.start for number in frame.scene.reading.numbers}
    behind = {number.end for number in frame.scene.reading.numbers}
    if any(m.language == "uz" and {m.start, m.start - 1} & behind for m in marks):
        return False  # `500 nusxadan koʻp`
    if (
        not (wanted and marks)
        or frame.has("or", "compare", "than")
        or any({m.end, m.end + 1} & numbers for m in marks)
    ):
        return False
    frame.take("more", "many")
    return True


def _ends_open(frame: Frame) -> bool:
    """`valid till?`, `действует до`: the day is asked for that should follow."""
    bare = [s for s in frame.senses("until") if s.end == len(frame.scene.reading.tokens)]
    for sense in bare:
        frame.use(sense)
    return bool(bare)


def _counts_those(frame: Frame) -> bool:
    """`the number of our partners` counts them; `the number of the agreement` is written on it."""
    if frame.has("letter", "phone", "email", "contact"):
        return False
    papers = frame.senses("agreement", "agreement.")
    one = any(not frame.low(s.end - 1).endswith(("s", "da")) for s in papers)
    return not one and bool(frame.take("number of the"))


def counts_partners(frame: Frame) -> bool:
    """`how many partners sent us anything`, `nechta hamkor`: they are counted, and nothing of theirs."""
    ends = {s.end for s in frame.senses("count")}
    return any(s.start in ends for s in frame.senses("partner", "institution", "inst.library"))


def is_negative(frame: Frame) -> bool:
    """Is the main verb denied? Polite negatives ("не подскажете") are words of their own and do not count."""
    if frame.has("not", "none"):
        return True
    return any(s.ending.negative and s.concept not in {"show", "know", "filler"} for s in frame.scene.senses)


def _is_whether(frame: Frame) -> bool:
    tokens = frame.scene.reading.tokens
    if not tokens:
        return False
    # "уже завершилась, верно?": a statement to be confirmed.
    confirms = bool(frame.take("is it so"))
    asks = (
        confirms
        or any(s.ending.asks for s in frame.scene.senses)
        # `мы` and `mi` sound alike.
        or any(t.low == "ли" or (t.key in {"bormi", "mi", "mikan"} and t.low != "мы") for t in tokens)
    )
    # "what do we have", "qanday tadbirlar bor": what there is, not whether.
    exists = bool(frame.take("exist")) and not frame.has("which", "what", "who", "count", "where.country")
    return asks or exists or tokens[0].low in _OPENERS


_EXTREMES = {"oldest": Measure.FIRST, "newest": Measure.LAST, "longest": Measure.LONGEST,
    "shortest": Measure.SHORTEST,
             "first": Measure.FIRST, "last": Measure.LAST}  # fmt: skip


def _extreme(frame: Frame) -> Measure | None:
    if _lasts(frame):
        frame.take("last")
        return None
    for concept, measure in _EXTREMES.items():
        if frame.take(concept):
            return measure
    return None


def _lasts(frame: Frame) -> bool:
    """`how long does it last`, `what day does the term last until`: the verb, and no last one."""
    size = len(frame.scene.reading.tokens)
    return any(
        frame.has("how long")
        or (s.end == size and _is_of_terms(frame))
        or frame.low(s.end) in {"until", "till", "through", "for"}
        for s in frame.senses("last")
        if frame.low(s.start) == "last" and not {"the", "our"} & {frame.low(s.start - 1)}
    )


def _is_of_terms(frame: Frame) -> bool:
    """Of what has a term it is asked whether it lasts; `who sent us something last` asks for the last one."""
    return frame.has("agreement", "agreement.", "term", "programme", "event", "event.")


_GROUPS = {
    "partner": Group.PARTNER,
    "country": Group.COUNTRY,
    "year": Group.YEAR,
    "kind": Group.KIND,
    "material": Group.MATERIAL,
    "basis": Group.BASIS,
    "month": Group.MONTH,
}


def _group(frame: Frame) -> Group | None:
    """`by year`, `по странам`, `har bir hamkor`, `yillar bo‘yicha`: the word beside the one that says each
    or by.
    """
    marks = [
        *frame.senses("each"),
        *[s for s in frame.senses("by") if s.language != "ru" or frame.low(s.start) == "по"],
    ]
    agents = {s.end for s in frame.senses("organise", "gave", "gifted", "host", "got")}
    for mark in marks:
        # `hosted by partners`, `sent by libraries`: by whom, not by what it is split.
        agent = mark.start in agents and frame.low(mark.start) == "by"
        for concept, group in _GROUPS.items():
            if agent and group is Group.PARTNER:
                continue
            for sense in frame.senses(concept):
                behind = mark.language == "uz" or frame.low(mark.start) == "breakdown"
                beside = sense.start == mark.end or (sense.end == mark.start and behind)
                if beside and (concept != "material" or sense.concept == "material"):
                    for each in marks:
                        frame.use(each)
                    frame.use(sense)
                    return group
    return None
