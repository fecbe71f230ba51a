"""Moves of a draft agreement through its clearance: sent to a ministry, approved, returned."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.language import russian
from bot.language.lexicon import Sense
from bot.language.phrases import Known
from bot.language.suffixes import Case
from bot.record.facts import institutions
from bot.record.facts.agreements import party_of, theirs
from bot.record.facts.fact import Fact
from bot.record.facts.moods import planned
from bot.record.facts.party import Party
from bot.record.facts.peoples import people_of
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from bot.record.view import View
from bot.record.when import Bound, When
from db.kinds import STAGES
from db.vocabulary import Language, Outcome, Sheet

ACTS = ("return", "approve", "hand in", "give", "come", "take", "go")
_OUTCOMES = {"return": Outcome.RETURNED, "approve": Outcome.APPROVED}


def stages(scene: Scene, view: View) -> tuple[Fact, ...]:
    """The moves that a message reports, one a sentence."""
    found = (
        (start, _of_part(scene, first, last, (start, end), view))
        for start, end in scene.sentences
        for first, last in _apart(scene, start, end)
    )
    return tuple(replace(fact, sentence=start) for start, fact in found if fact is not None)


def _apart(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """`approved by the MFA on 13 November, handed to Justice on the 16th`: a move of one paper after another,
    each with its office, its verb and a comma between.
    """
    offices = [s for s in scene.within(start, end, "stage.") if not _is_ruled_out(scene, s)]
    if len(offices) < 2 or any(scene.within(start, end, "log.correction")):
        return [(start, end)]
    acts = [v for v in verbs(scene, *ACTS) if start <= v.start < end]
    edges = [start]
    for first, second in pairwise(offices):
        cuts = [p for p in range(first.end, second.start + 1) if _is_joint(scene, p)]
        cut = next((p for p in cuts if _are_told(offices, acts, edges[-1], p, end)), None)
        edges += [cut] if cut is not None else []
    return list(pairwise([*edges, end]))


def _is_joint(scene: Scene, place: int) -> bool:
    return bool(set(scene.before(place)) & set(",;")) or scene.at(place, "and", "log.later") is not None


def _are_told(offices: list[Sense], acts: list[Verb], start: int, cut: int, end: int) -> bool:
    """Whether either side of a cut has an office and a verb."""
    return all(
        any(first <= one.start < last for one in several)
        for first, last in ((start, cut), (cut, end))
        for several in (offices, acts)
    )


def _of_part(scene: Scene, start: int, end: int, whole: tuple[int, int], view: View) -> Fact | None:
    stage = _stage(scene, start, end)
    paper = next(
        scene.within(*whole, "draft", "log.draft", "agreement.", "agreement", "programme.project"), None
    )
    acts = [v for v in verbs(scene, *ACTS) if start <= v.start < end]
    if stage is None or not acts or any(not v.affirmed for v in acts):
        return None
    if paper is None and not _is_about_draft(scene, *whole, view):
        return None
    verb = next((v for v in acts if v.act in _OUTCOMES), None) or _consent(scene, start, end, acts)
    row: dict[str, str | int] = {"stage": _name(scene, stage)}
    quotes = {"stage": scene.said(stage.start, stage.end)}
    party = party_of(scene, start, end) or _owner(scene, start, end)
    party = party or party_of(scene, *whole) or _owner(scene, *whole)
    party = theirs(scene, party, view, drafts=True) if party is not None else None
    if party is not None and party.no is not None:
        drafts = view.drafts(party.no)
        row["agreement"] = drafts[0].id if len(drafts) == 1 else scene.gazetteer.partners[party.no].id
        quotes["agreement"] = scene.said(party.start, party.end)
    elif party is not None and party.name:
        row["agreement"] = party.name
    if verb.act in _OUTCOMES:
        row["outcome"], quotes["outcome"] = _OUTCOMES[verb.act].value, scene.said(verb.start, verb.end)
    _put_day(scene, start, end, verb, row, quotes)
    return Fact(Sheet.APPROVALS, row, party, quotes)


def _consent(scene: Scene, start: int, end: int, acts: list[Verb]) -> Verb:
    """`пришло добро`, `TIV roziligi olindi`: where consent comes or is given, it is approved."""
    given = next(scene.within(start, end, "log.consent"), None)
    act = acts[0]
    if scene.language is Language.EN and any(
        scene.low(p) == "back" for p in range(act.end, act.end + _APART)
    ):
        return replace(act, act="return")  # `sent the draft back`
    if given is not None and act.act in {"give", "come", "take"} and not _is_bound_for(scene, given):
        return replace(act, act="approve")
    return act


_APART = 6


def _is_bound_for(scene: Scene, consent: Sense) -> bool:
    """`sent for approval`, `на согласование`, `rozilik uchun`: it is yet to be had."""
    before, behind = (
        scene.low(consent.start - 1),
        scene.tokens[consent.end].key if consent.end < len(scene.tokens) else "",
    )
    return before in _FOR or behind == "uchun" or consent.ending.case is Case.DATIVE


_FOR = frozenset(("for", "на", "за", "для", "ради", "their", "его", "их"))


def _name(scene: Scene, stage: Sense) -> str:
    """The workbook's word for it; an office of our own as written, standing alone."""
    name = stage.concept.partition(".")[2]
    if name in STAGES:
        return name
    said = scene.said(stage.start, stage.end)
    if scene.language is Language.RU:
        words = said.split()
        return (
            " ".join([russian.nominative(words[0].lower(), words[0].lower()), *words[1:]])
            if len(words) == 1
            else said
        )
    return said if scene.language is Language.EN else institutions.without_case(said)


def _stage(scene: Scene, start: int, end: int) -> Sense | None:
    """The office: after a correction the last one named."""
    found = [s for s in scene.within(start, end, "stage.") if not _is_ruled_out(scene, s)]
    slips = list(scene.within(start, end, "log.correction"))
    if slips:
        found = [s for s in found if s.start > slips[-1].start] or found
    return next(iter(found), None)


def _is_ruled_out(scene: Scene, stage: Sense) -> bool:
    """`не Минюст, а …`, `Adliya emas, …`, `not Justice but …`."""
    before = {scene.low(stage.start - 1), scene.low(stage.start - 2)}
    return scene.low(stage.end) in {"emas", "эмас"} or bool(before & _RULING_OUT)


_RULING_OUT = frozenset(("не", "not", "wasn't", "isn't", "wasnt"))


def _owner(scene: Scene, start: int, end: int) -> Party | None:
    """Whose draft it is, said by a country or a people: `Fransiyaning loyihasi`, `the Czech text`."""
    places = {m.start: m.value for m in scene.mentions if m.known in {Known.COUNTRY, Known.CITY}}
    for place in range(start, end):
        people = people_of(scene.tokens[place], beside=True)
        where = places.get(place) or (people[0] if people else "")
        partners = scene.gazetteer.partners.values()
        nos = tuple(p.no for p in partners if where and where in {p.country, p.city})
        if nos:
            return Party(place, place + 1, Role.WITH, nos, place=where)
    return None


def _is_about_draft(scene: Scene, start: int, end: int, view: View) -> bool:
    """`Justice returned Qatar`: the partner has one open draft, and nothing else is spoken of."""
    if next(scene.within(start, end, "material.", "event.", "log.parcel", "copies"), None) is not None:
        return False
    party = party_of(scene, start, end) or _owner(scene, start, end)
    drafts = [no for no in party.nos if view.drafts(no)] if party is not None else []
    return len(drafts) == 1


def _put_day(
    scene: Scene, start: int, end: int, verb: Verb, row: dict[str, str | int], quotes: dict[str, str]
) -> None:
    """The day of the move: of a decision, or of the sending."""
    when: When | None = next(
        (
            w
            for w in scene.dates
            if start <= w.start < end and w.bound is Bound.WHOLE and not planned(scene, w.start)
        ),
        None,
    )
    if when is not None:
        column = "decided" if verb.act in _OUTCOMES else "sent"
        row[column], quotes[column] = when.text, scene.dated(when)
