"""Kinds of partner as they are said: "universities", "our partner archives", "national libraries". Pure."""

from __future__ import annotations

from bot.ask.asking import is_negative
from bot.ask.direction import our_house
from bot.ask.frame import Frame
from bot.language.phrases import Known
from bot.language.suffixes import Case

_PARTNER_KINDS: dict[str, tuple[str, ...]] = {
    "inst.university": ("university library", "university"), "inst.archive": ("archive",),
    "inst.museum": ("museum",),
    "inst.embassy": ("embassy",), "inst.ministry": ("ministry",), "inst.foundation": ("foundation",),
    "inst.publisher": ("publisher",), "inst.organisation": ("international organisation",),
}  # fmt: skip
_LIBRARY_KINDS: dict[str, tuple[str, ...]] = {
    "inst.national": ("national library",), "inst.university": ("university library",),
    "inst.public": ("public library",),
    "inst.parliamentary": ("parliamentary library",), "inst.research": ("research library",),
    "inst.special": ("special library",),
}  # fmt: skip
_LIBRARIES = (
    "national library",
    "university library",
    "public library",
    "parliamentary library",
    "research library",
    "special library",
)


def partner_kinds(frame: Frame) -> tuple[str, ...]:
    """The kinds of partner that institutional words outside any name speak of: `with universities`,
    `archives`.
    """
    for ours in our_house(frame):
        frame.use(ours)
    if any(s.start not in frame.used for s in frame.senses("inst.library")):
        frame.take("inst.library")
        for concept, kinds in _LIBRARY_KINDS.items():
            if frame.take(concept):
                return kinds
        return _LIBRARIES
    international = frame.has("inst.international") or any(
        s.end - s.start > 1 for s in frame.senses("inst.organisation")
    )
    if frame.has("inst.organisation") and not international:
        # `Russian organisations` are whoever is our partner there.
        frame.take("inst.organisation")
        return ()
    for concept, kinds in _PARTNER_KINDS.items():
        if any(s.start not in frame.used for s in frame.senses(concept)):
            frame.take(concept)
            frame.take("inst.international")
            return kinds
    return ()


def lacks_paper(frame: Frame) -> bool:
    """`нет договора`, `shartnomasi yoʻq`, `nothing signed`: none is there; not that one is out of force."""
    if not frame.has("in force"):
        return is_negative(frame) or frame.has("without")
    papers = frame.senses("agreement", "agreement.")
    denials = frame.senses("not", "none", "without")
    return any(
        0 <= paper.start - denial.end <= 2 if denial.language != "uz" else paper.end == denial.start
        for paper in papers
        for denial in denials
    )


def asks_partners(frame: Frame) -> bool:
    """`which partners`, `с кем нет договора`, `hamkorlarning qaysi biri`: they are asked for, not papers."""
    papers = frame.senses("agreement", "agreement.")
    joined = {sense.start for sense in frame.senses("with")}
    asked = {
        at for which in frame.senses("which") if which.end not in joined for at in (which.end, which.end + 1)
    }
    if any(paper.start in asked for paper in papers):
        return False
    if frame.has("partner", "who", "foreigners"):
        return True
    named = {sense.start for sense in frame.senses("inst.", "institution", "country")}
    return bool(asked & (named | {mention.start for mention in frame.mentions(Known.PARTNER)}))


def is_their_person(frame: Frame) -> bool:
    """`к кому обращаться в библиотеке`, `hamkorning vakili kim`: somebody who works there."""
    at = any(
        m.ending.case in {Case.LOCATIVE, Case.ADJECTIVE} or frame.low(m.start - 1) in {"at", "in", "в", "у"}
        for m in frame.mentions(Known.PARTNER, Known.CITY, Known.COUNTRY)
    )
    theirs = frame.has("partner", "inst.library") and frame.has("staff")
    return (frame.has("address") and at) or (theirs and not frame.has("participate", "came"))
