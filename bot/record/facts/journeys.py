"""Our own people on a visit: `uch xodimimiz Pekinga bordi`, `the director visited the Austrian library`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.phrases import Known
from bot.language.suffixes import Case
from bot.record.facts.amounts import amounts
from bot.record.facts.fact import Fact
from bot.record.facts.headcounts import headcounts
from bot.record.facts.parties import Party, parties
from bot.record.facts.people import people, persons
from bot.record.facts.peoples import people_of
from bot.record.facts.roles import OUR, Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from db.vocabulary import US, Language, Sheet

_GOING = ("visit", "go")
_PEOPLE = ("people", "staff", "delegation", "role.")


def goal_of(scene: Scene, start: int, end: int) -> Party | None:
    """The house or the town that our people went to; None where the stretch tells of no journey of ours."""
    went = next((v for v in verbs(scene, *_GOING) if start <= v.start < end and v.affirmed), None)
    if went is None or any(start <= a.start < end and not a.bare for a in amounts(scene)):
        return None
    if next(scene.within(start, end, "agreement.", "draft", "stage."), None) is not None:
        return None
    everyone = [p for p in parties(scene) if start <= p.start < end]
    others = [p for p in everyone if not p.ours]
    goals = [p for p in others if p.role is Role.GOAL or _is_object(scene, went, p)]
    goals += [] if goals else _towns(scene, start, end)
    home = scene.gazetteer.ourselves.city
    goals = [p for p in goals if p.place != home and scene.at(p.start - 1, *_PEOPLE) is None]
    rest = [p for p in others if p not in goals and p.role in {Role.AGENT, Role.SOURCE, Role.BY}]
    if not goals or rest or any(p.ours and p.role is Role.GOAL for p in everyone):
        return None
    if not _is_ours(scene, went, start, end, everyone):
        return None
    return next((p for p in goals if not p.place), goals[0])


def _towns(scene: Scene, start: int, end: int) -> list[Party]:
    """`Pekinga`: a town to which somebody goes, whether or not a partner is there."""
    return [
        Party(m.start, m.end, Role.GOAL, place=m.value)
        for m in scene.mentions
        if start <= m.start < end and m.known is Known.CITY and m.ending.case is Case.DATIVE
    ]


def _is_object(scene: Scene, went: Verb, party: Party) -> bool:
    """`visited the library`, `посетили библиотеку`: what a verb of visiting is done to."""
    late = scene.language in {Language.RU, Language.EN}
    return late and went.act == "visit" and party.role is Role.AGENT and party.start >= went.end


def _is_ours(scene: Scene, went: Verb, start: int, end: int, everyone: Sequence[Party]) -> bool:
    """Whether those who went are ours: `we`, `our two`, a person or an office by name."""
    if went.ours or any(p.ours and p.role is Role.AGENT for p in everyone):
        return True
    if any(start <= head.start < end and head.ours for head in headcounts(scene)):
        return True
    for sense in scene.within(start, end, *_PEOPLE):
        if people_of(scene.tokens[sense.start - 1], beside=True) is not None and sense.start > start:
            return False  # `a Korean delegation toured the museum`
        mine = sense.ending.ours or any(scene.low(p) in _OURS for p in range(sense.start - 2, sense.start))
        if mine or sense.concept.startswith("role.") or sense.concept == "delegation":
            return True
    return next(persons(scene, everyone, start, end), None) is not None


_OURS = OUR | {"наши", "наших", "ours"}


def travellers(scene: Scene, start: int, end: int) -> tuple[Fact, ...]:
    """Who of ours went, as participants."""
    ours = [p for p in parties(scene) if p.ours and start <= p.start < end]
    found = people(scene, ours, start, end, visit=False)
    told = tuple(
        fact
        if fact.party or fact.row.get("institution")
        else replace(fact, row={**fact.row, "institution": US})
        for fact in found
    )
    office = next(scene.within(start, end, "role."), None)
    if told or office is None:
        return told
    said = scene.said(office.start, office.end)
    row = {"institution": US, "role": office.concept.partition(".")[2]}
    return (Fact(Sheet.PARTICIPANTS, row, None, {"role": said}),)
