"""Whose people are counted: ours, or those of a house that is named."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.phrases import Known
from bot.record.facts.moods import breath_end
from bot.record.facts.parties import Party
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from db.vocabulary import US, Language

GUESTS = ("people", "staff", "delegation", "log.guest")
_ARTICLE = 2
_CLAUSE = 5


def whose_of(
    scene: Scene, parties: Sequence[Party], start: int, last: int, end: int, *, general: bool, visit: bool
) -> Party | str | None:
    """Ours where it is said or nobody else is near; of people in general nobody's, but on a visit the
    visitors'.
    """
    first = start - 1 if scene.language in {Language.UZ_LATN, Language.UZ_CYRL} else start
    ours = any(s.ending.ours for s in scene.senses if first <= s.start < last and s.concept in GUESTS)
    ours_said = [p for p in range(start - 1, last + 1) if scene.low(p) in OURS]
    ours = ours or _in_brackets(scene, start) or _on_our_side(scene, start, last)
    if ours or any(p < last or not _heads(scene, p) for p in ours_said):
        return US
    if scene.earlier.told and scene.low(last) in _TRAVELLED and not visit:
        # `a group of four went to the congress`
        return US
    if any(p.ours and p.end == start and p.role in {Role.SOURCE, Role.AGENT} for p in parties):
        return US
    if (there := _from_country(scene, parties, start, last)) is not None:
        return there
    near = [p for p in parties if not p.ours and (0 <= start - p.end <= 1 or 0 <= p.start - last <= 2)]
    near = [p for p in near if p.role in {Role.SOURCE, Role.AGENT} or (p.role is Role.OTHER and not p.place)]
    if _we_came(scene, start, end) and not any(p.role is Role.SOURCE for p in near):
        return US
    if near and scene.before(start).strip() != ",":
        behind = [p for p in near if p.start >= last]
        late = scene.language in {Language.RU, Language.EN}
        return behind[0] if late and behind else near[0]
    if visit and (guest := guest_of(parties)) is not None:
        return guest
    if (home := _home(scene, parties, last)) is not None:
        return home
    return None if general else US


def each_of(scene: Scene, parties: Sequence[Party], start: int, last: int) -> list[Party]:
    """`по одному участнику из Риги и Осло`, `Riga va Oslodan bittadan mutaxassis`: so many of each."""
    dealt = scene.low(start - 1) == "по" or scene.tokens[start].key.endswith("tadan")
    dealt = dealt or any(scene.at(p, "each") for p in (start - 1, last))
    if not dealt:
        return []
    if scene.language in {Language.RU, Language.EN}:
        near = [p for p in parties if p.start >= last and not p.ours]
    else:
        near = [p for p in reversed(parties) if p.end <= start and not p.ours]
    found: list[Party] = []
    edge = last if scene.language in {Language.RU, Language.EN} else start
    for party in near:
        gap = range(edge, party.start) if party.start >= edge else range(party.end, edge)
        apart = found and not any(scene.at(p, "and") or "," in scene.before(p) for p in (*gap, party.start))
        if len(gap) > _ARTICLE + 1 or apart:
            break
        found.append(party)
        edge = party.end if party.start >= edge else party.start
    return found if len(found) > 1 else []


def _in_brackets(scene: Scene, start: int) -> bool:
    """`наши сотрудники (7 человек)`, `xodimlarimiz (5 kishi)`: how many of ours."""
    people = scene.at(start - 1, *GUESTS) if "(" in scene.before(start) else None
    return people is not None and (people.ending.ours or scene.low(start - 2) in OURS)


def _heads(scene: Scene, place: int) -> bool:
    """`11 человек наших` are ours; `12 гостей нашего музея` are guests of ours."""
    behind = place + 1
    return behind < len(scene.tokens) and scene.before(behind) == " " and scene.at(behind, "log.") is None


def _home(scene: Scene, parties: Sequence[Party], last: int) -> Party | None:
    """`12 guests came from the National Library of Kazakhstan`."""
    end = breath_end(scene, last - 1)
    behind = [p for p in parties if not p.ours and last < p.start < end and p.role is Role.SOURCE]
    return behind[0] if behind and behind[0].start - last <= _CLAUSE else None


def _from_country(scene: Scene, parties: Sequence[Party], start: int, last: int) -> Party | None:
    """`8 латвийских коллег`, `8 nafar latviyalik hamkasb`: of the house that we speak of there."""
    places = {
        m.value for m in scene.mentions if start < m.start < last and m.known in {Known.COUNTRY, Known.CITY}
    }
    partners = scene.gazetteer.partners
    for party in parties:
        partner = partners.get(party.no or 0)
        if partner is not None and {partner.country, partner.city} & places:
            return party
    return None


_TRAVELLED = frozenset(("went", "travelled", "traveled", "flew"))


def _we_came(scene: Scene, start: int, end: int) -> bool:
    """`4 kishi qatnashdik`: the verb's own ending says that it was we."""
    return any(s.ending.ours and s.language == "uz" for s in scene.within(start, end, "log.attend"))


def _on_our_side(scene: Scene, start: int, last: int) -> bool:
    """`biz tomondan 4 kishi`, `с нашей стороны двое`, `15 kishi bizdan`, `4 people from us`."""
    if (scene.low(last) in {"bizdan", "биздан"} and scene.before(last) == " ") or (
        scene.low(last),
        scene.low(last + 1),
    ) in _FROM_US:
        return True
    for place in (start - 1, last + 1, last + 2):
        if scene.low(place).startswith(_SIDE) and scene.low(place - 1) in _SIDE_OF:
            return True
    return (scene.low(start - 2), scene.low(start - 1)) in _FROM_US


_FROM_US = frozenset((("from", "us"), ("от", "нас"), ("of", "us"), ("from", "ours")))
_SIDE = ("tomon", "томон", "сторон", "side", "taraf", "тараф", "end")
_SIDE_OF = frozenset(("biz", "биз", "bizning", "бизнинг", "нашей", "our"))
OURS = frozenset(("наших", "наши", "наш", "наша", "our", "ours", "bizning", "бизнинг", "bizdan", "биздан"))


def guest_of(parties: Sequence[Party]) -> Party | None:
    others = [p for p in parties if not p.ours and p.role is not Role.OTHER]
    return next((p for p in others if not p.place), next((p for p in others if p.no is not None), None))
