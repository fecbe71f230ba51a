"""Institutions named by their kind alone, where a place says which: `Warsaw: the university library`,
`Рига (нацбиблиотека)`, `Dohadan mehmon keldi, kutubxonasidan`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.mention import How
from bot.language.names import kinds_of
from bot.language.phrases import Known
from bot.record.facts import institutions
from bot.record.facts.party import Party
from bot.record.facts.roles import OUR, Role, role_of
from bot.record.facts.scene import Scene

_GIVING = ("log.give", "log.gift", "log.send here", "log.bring", "log.lend")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words for a kind of institution and nothing else: the tokens `start` … `end` - 1."""

    start: int
    end: int
    kinds: frozenset[str]
    role: Role


def of_places(scene: Scene, found: Sequence[Party]) -> list[Party]:
    """The parties with those that a kind and a place name together; we are not meant by these."""
    kept = sorted(found, key=lambda p: p.start)
    runs = list(_runs(scene, kept))
    meant: dict[Party, Party] = {}
    """The place that each of those found here lies in."""
    for run in runs:
        place = _place_of(scene, run, kept, meant)
        fits = _fitting(scene, run, place) if place is not None else ()
        ours = [p for p in kept if p.ours and run.start < p.end and p.start < run.end]
        if place is None or len(fits) != 1 or not _goes_with(scene, run, place, is_ours=bool(ours)):
            continue
        role = place.role if run.role in {Role.AGENT, Role.OTHER} and not _does(scene, run) else run.role
        house = Party(run.start, run.end, role, fits)
        meant[house] = place
        kept = sorted([*(p for p in kept if p not in ours and p != place), house], key=lambda p: p.start)
    return kept


def _runs(scene: Scene, found: Sequence[Party]) -> Iterator[_Run]:
    named = {
        p for m in scene.mentions if m.known is Known.PARTNER and m.how is not How.UNKNOWN for p in m.places
    }
    named |= {p for party in found if not party.ours for p in range(party.start, party.end)}
    place = 0
    while place < len(scene.tokens):
        kinds: frozenset[str] = frozenset()
        end = place
        while end < len(scene.tokens) and end not in named and (own := kinds_of(scene.tokens[end])):
            if end > place and scene.before(end).strip(" ."):
                break
            kinds, end = kinds | own, end + 1
        if end == place:
            place += 1
            continue
        sense = scene.at(end - 1, "inst.")
        bracketed = "(" in scene.before(place) or "," in scene.before(place)
        told = bool(kinds & institutions.HEADS.keys()) or (bracketed and len(kinds) > 0)
        mine = (sense is not None and sense.ending.ours) or scene.low(place - 1) in OUR
        if told and sense is not None and not mine and not _is_plural(scene, end - 1):
            role, last = role_of(scene, place, end, sense.ending.case)
            yield _Run(place, last, kinds, role)
        place = end


def _is_plural(scene: Scene, place: int) -> bool:
    sense = scene.at(place, "inst.")
    return (sense is not None and sense.ending.plural) or scene.low(place).endswith("ies")


def _place_of(scene: Scene, run: _Run, found: Sequence[Party], meant: Mapping[Party, Party]) -> Party | None:
    """The place named last before it in the sentence, or right behind it."""
    start, end = scene.sentence_of(run.start)
    before = [p for p in found if start <= p.start and p.end <= run.start and not p.ours]
    if before:
        last = meant.get(before[-1], before[-1])
        return last if last.place and last.nos else None
    return next((p for p in found if p.start == run.end and p.place and p.start < end), None)


def _fitting(scene: Scene, run: _Run, place: Party) -> tuple[int, ...]:
    bodies = {b.target.no: b for b in scene.gazetteer.bodies}
    own = [no for no in place.nos if run.kinds <= bodies[no].kinds]
    return tuple(own or [no for no in place.nos if run.kinds <= bodies[no].kinds | bodies[no].implied])


def _goes_with(scene: Scene, run: _Run, place: Party, *, is_ours: bool) -> bool:
    """Whether the kind is of that place: said in the same case or beside it; `from Riga to the national
    library` is to us.
    """
    if run.role is place.role:
        return True
    if {run.role, place.role} == {Role.SOURCE, Role.GOAL}:
        return False
    beside = place.end == run.start or run.end == place.start
    if beside and (not is_ours or scene.before(max(run.start, place.start)).strip()):
        return True
    return place.role is Role.SOURCE and _does(scene, run) if is_ours else run.role is not Role.GOAL or beside


def _does(scene: Scene, run: _Run) -> bool:
    """Whether a verb of giving follows a house in the nominative: `Rigadan milliy kutubxona yubordi`."""
    end = scene.sentence_of(run.start)[1]
    return run.role is Role.AGENT and any(not s.ending.ours for s in scene.within(run.end, end, *_GIVING))
