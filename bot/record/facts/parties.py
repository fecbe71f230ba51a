"""Who a message speaks of, and their part in it: who gives, who gets, with whom.

Read from case, preposition and place. A partner may be named in full, freely, by its country or city
alone, or be an institution that the registry lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.names import kinds_of
from bot.language.phrases import Known
from bot.language.scripts import fold
from bot.language.suffixes import Case, noun_ending
from bot.language.tokens import Token
from bot.record.facts import institutions
from bot.record.facts.kinds import of_places
from bot.record.facts.party import Party
from bot.record.facts.peoples import people_of, townsfolk_of
from bot.record.facts.roles import OUR, PREPOSITIONS, Role, english_role, our_role, role_of, russian_role
from bot.record.facts.scene import Scene
from db.vocabulary import Language


@lru_cache(maxsize=16)
def parties(scene: Scene) -> tuple[Party, ...]:
    """All parties from left to right, none overlapping; a place beside the institution that lies there is
    gone.
    """
    found = [*_named(scene), *_ours(scene)]
    taken = {place for party in found for place in range(party.start, party.end)}
    found += [p for p in (*_peoples(scene), *_cities(scene)) if p.start not in taken]
    found = _of_towns(scene, _apart(found))
    found = of_places(scene, [_beside(scene, p, found) for p in found])
    found += _pointed(scene, found)
    found = [party for party in found if not _denied(scene, party)]
    specific = [p for p in found if not p.place and not p.ours]
    found = [_beside(scene, p, found) for p in found]
    kept = [p for p in found if not p.place or not _explained(scene, p, specific)]
    kept = [_likeliest(scene, p, _told_apart(scene, p)) for p in kept]
    return tuple(sorted(kept, key=lambda p: p.start))


def _of_towns(scene: Scene, found: list[Party]) -> list[Party]:
    """`немцы из Берлина`: one party, that of the town, in the part of its people."""
    kept: list[Party] = []
    for party in sorted(found, key=lambda p: p.start):
        people = kept[-1] if kept else None
        if people is not None and _is_town_of(scene, people, party):
            kept[-1] = replace(party, role=people.role, start=people.start)
        else:
            kept.append(party)
    return kept


def _is_town_of(scene: Scene, people: Party, town: Party) -> bool:
    between = range(people.end, town.start)
    if len(between) > 1 or any(scene.low(p) not in {"из", "from", "of", "in"} for p in between):
        return False
    country = {scene.gazetteer.partners[no].country for no in town.nos}
    return bool(town.place) and len(people.place) == len("UZ") and country == {people.place}


def _told_apart(scene: Scene, party: Party) -> frozenset[str]:
    """The kinds of institution said beside a place: `Пекину (нацбиблиотека)`, `Helsinki: the university`."""
    if len(party.nos) < 2:
        return frozenset()
    kinds: set[str] = set()
    for place in range(party.end, min(party.end + _NEARBY, len(scene.tokens))):
        if set(scene.before(place)) & set(".;") or any(m.start == place and m.nos for m in scene.mentions):
            break
        if scene.tokens[place].is_number or (set(scene.before(place)) & set(",)") and kinds):
            break
        kinds |= kinds_of(scene.tokens[place])
    return frozenset(kinds - {"library"})


_NEARBY = 4


def _likeliest(scene: Scene, party: Party, kinds: frozenset[str]) -> Party:
    """Of several partners in one place those of the kind that is said; else its one national library."""
    if len(party.nos) > 1 and not party.place:
        return _lying_there(scene, party)
    if len(party.nos) < 2 or not party.place:
        return party
    if len(scene.earlier.partners) == 1 and scene.earlier.partners[0] in party.nos:
        # `Warsaw`, where it was the university that was told of.
        return replace(party, nos=scene.earlier.partners)
    bodies = {b.target.no: b for b in scene.gazetteer.bodies}
    fits = [no for no in party.nos if kinds and kinds <= bodies[no].kinds | bodies[no].implied]
    if len(fits) == 1:
        return replace(party, nos=tuple(fits))
    partners = scene.gazetteer.partners
    national = [no for no in party.nos if partners[no].kind == "national library"]
    return replace(party, nos=tuple(national), doubtful=True) if len(national) == 1 else party


def _lying_there(scene: Scene, party: Party) -> Party:
    """`Тарих музейи (Тошкент)`, `the history museum in Baku`, `Tbilisidagi milliy muzey`: of several that a
    name fits the one at the place said beside it.
    """
    partners = scene.gazetteer.partners
    near = {
        m.value
        for m in scene.mentions
        if m.known in _PLACES and (m.end == party.start or 0 <= m.start - party.end <= 1)
    }
    there = tuple(no for no in party.nos if near & {partners[no].country, partners[no].city})
    return replace(party, nos=there) if there else party


def _apart(found: Iterable[Party]) -> list[Party]:
    """Of overlapping parties the surest and longest."""
    chosen: list[Party] = []
    for party in sorted(found, key=lambda p: (p.place != "", not p.nos and not p.ours, p.start - p.end)):
        if all(party.end <= other.start or other.end <= party.start for other in chosen):
            chosen.append(party)
    return chosen


def _explained(scene: Scene, place: Party, specific: list[Party]) -> bool:
    """`Egypt: 16 to Dar al-Kutub`: the place only says where the institution is."""
    sentence = scene.sentence_of(place.start)
    if place.role in {Role.GOAL, Role.SOURCE} and _has_doer(scene, place, specific):
        return False
    near = [p for p in specific if sentence[0] <= p.start < sentence[1]]
    for party in near:
        partner = scene.gazetteer.partners.get(party.no or 0)
        if partner is not None and place.place in {partner.country, partner.city}:
            return True
        other_side = bool(party.nos) and place.role in {Role.WITH, Role.GOAL, Role.SOURCE}
        near_it = abs(party.start - place.start) <= party.end - party.start + 3
        if partner is None and near_it and not (other_side and not set(place.nos) & set(party.nos)):
            return True
    return any(0 <= p.start - place.end <= 1 or 0 <= place.start - p.end <= 1 for p in near)


def _has_doer(scene: Scene, place: Party, specific: list[Party]) -> bool:
    """`Navoiy kutubxonasi Samarqandga berdi`: the house before it is one that does something to the place."""
    for party in specific:
        partner = scene.gazetteer.partners.get(party.no or 0)
        lies = partner is not None and place.place in {partner.country, partner.city}
        if (
            party.role is Role.AGENT
            and party.end <= place.start
            and not lies
            and not scene.before(place.start).strip(" '\"")
        ):
            return True
    return False


def _beside(scene: Scene, party: Party, found: Sequence[Party]) -> Party:
    """`из Ташкента, нацбиблиотека`, `Bokuga (milliy kutubxona)`: a name beside its place has its part."""
    start = party.start - (scene.low(party.start - 1) == "the")
    bracketed = party.place and scene.before(start).strip() != "("
    if bracketed or party.role is not Role.AGENT or scene.before(start).strip() not in {",", "(", ":", "-"}:
        return party
    place = next((p for p in found if p.end == start and p.place and not p.ours), None)
    partner = scene.gazetteer.partners.get(party.no or 0)
    lies = place is not None and (partner is None or place.place in {partner.country, partner.city})
    return replace(party, role=place.role) if place is not None and lies else party


def _denied(scene: Scene, party: Party) -> bool:
    """`(BMT emas)`, `не из Праги, а`, `not Oslo`: named only to say that it was not they."""
    after = scene.at(party.end, "log.not")
    if after is not None and scene.low(party.end) in {"emas", "эмас"}:
        return True
    start = party.start - 1
    if scene.low(start) in PREPOSITIONS or scene.low(start) == "the":
        start -= 1
    return scene.low(start) in {"не", "not"} and not scene.at(start + 1, "log.")


def _named(scene: Scene) -> Iterator[Party]:
    mentions = [
        m for m in scene.mentions if m.known in {Known.PARTNER, Known.OURSELVES, Known.COUNTRY, Known.CITY}
    ]
    for mention in mentions:
        if mention.how is How.UNKNOWN:
            continue
        start, end = mention.start, mention.end
        role, end = role_of(scene, start, end, mention.ending.case)
        if mention.known is Known.PARTNER:
            yield Party(start, end, role, mention.nos)
        elif mention.known is Known.OURSELVES and not _elsewhere(scene, mention):
            yield Party(start, end, role, ours=True)
        elif mention.known in _PLACES and not _is_owner(scene, mention):
            yield _placed(scene, Party(start, end, role, place=mention.value), mention)
    known = {p for m in mentions if m.known is Known.PARTNER and m.how is not How.UNKNOWN for p in m.places}
    for start, end, name, case in institutions.unknown(scene, frozenset(known)):
        role, last = role_of(scene, start, end, case)
        yield Party(start, last, role, name=name)


_PLACES = frozenset((Known.COUNTRY, Known.CITY))


def _is_owner(scene: Scene, mention: Mention) -> bool:
    """`Polshaning kutubxonasi`: the place of something; but `Polshaniki` is that of Poland."""
    genitive = mention.ending.case is Case.GENITIVE and not _in_russian(scene)
    return genitive and not scene.tokens[mention.end - 1].key.endswith("niki")


def _in_russian(scene: Scene) -> bool:
    return scene.language is Language.RU


def _elsewhere(scene: Scene, mention: Mention) -> bool:
    """`Olmaotadagi Milliy kutubxona` is not ours, nor is `the National Library of Wales`."""
    behind = mention.end + 1
    if scene.low(mention.end) == "of" and behind < len(scene.tokens):
        return scene.tokens[behind].written[0].isupper()
    return mention.how is How.WORDS and any(
        m.known in {Known.CITY, Known.COUNTRY} and m.end == mention.start and m.ending.case is Case.ADJECTIVE
        for m in scene.mentions
    )


def _placed(scene: Scene, party: Party, mention: Mention) -> Party:
    """The partners that a country or city alone can mean."""
    partners = scene.gazetteer.partners.values()
    if mention.known is Known.COUNTRY:
        return replace(party, nos=tuple(p.no for p in partners if p.country == mention.value))
    return replace(party, nos=tuple(p.no for p in partners if p.city == mention.value))


def _cities(scene: Scene) -> Iterator[Party]:
    """Cities that only the registry knows, in any alphabet and Uzbek case: `Brno`, `в Брно`, `Brnoga`."""
    cities: dict[str, list[int]] = {}
    for partner in scene.gazetteer.partners.values():
        if partner.city:
            cities.setdefault(fold(partner.city), []).append(partner.no)
    for at, token in enumerate(scene.tokens):
        found = _city(token, cities) if token.written[0].isupper() and not scene.when_at(at) else None
        if found is not None:
            role, end = role_of(scene, at, at + 1, found[1])
            city = scene.gazetteer.partners[cities[found[0]][0]].city
            yield Party(at, end, role, tuple(cities[found[0]]), place=city or "")


def _city(token: Token, cities: dict[str, list[int]]) -> tuple[str, Case] | None:
    if token.key in cities:
        return token.key, Case.PLAIN
    for at in range(len(token.key) - 1, 2, -1):
        ending = noun_ending(token.key[at:]) if token.key[:at] in cities else None
        if ending is not None:
            return token.key[:at], ending.case
    return None


def _peoples(scene: Scene) -> Iterator[Party]:
    """`Litvaliklardan`, `норвежцам`, `the Swedes`: a people stands for its one partner."""
    cities = _partner_cities(scene)
    for at, token in enumerate(scene.tokens):
        if token.is_number or scene.when_at(at):
            continue
        beside = at + 1 < len(scene.tokens) and scene.at(at + 1, "inst.") is not None
        found = people_of(token, beside=beside) or townsfolk_of(token, cities)
        if found is None:
            continue
        code, case = found
        nos = tuple(p.no for p in scene.gazetteer.partners.values() if code in {p.country, p.city})
        role, end = role_of(scene, at, at + 1, case)
        yield Party(at, end, role, nos, place=code)


def _ours(scene: Scene) -> Iterator[Party]:
    for at, token in enumerate(scene.tokens):
        if role := our_role(scene, at, token.key, token.low):
            yield Party(at, at + 1, role, ours=True)
            continue
        sense = scene.at(at, *_houses(scene)) or _our_house(scene, at)
        if sense is not None and sense.concept == "stock" and not _is_ours_too(scene, at, sense):
            continue
        if sense is not None and scene.earlier.told and _alone(scene, at, token):
            role, end = role_of(scene, at, sense.end, sense.ending.case)
            yield Party(at, end, _of_stock(sense, role), ours=True)
        elif sense is not None and (sense.ending.ours or scene.low(at - 1) in OUR):
            role, end = role_of(scene, at - (not sense.ending.ours), sense.end, sense.ending.case)
            yield Party(at, end, _of_stock(sense, role), ours=True)


def _of_stock(sense: Sense, role: Role) -> Role:
    """`our stock grew`: it does nothing to anybody."""
    return Role.OTHER if sense.concept == "stock" and role is Role.AGENT else role


def _houses(scene: Scene) -> tuple[str, ...]:
    """What we are: in a museum's report `the museum` is ours as `the library` is."""
    own = scene.gazetteer.ourselves.kinds & (institutions.HEADS.keys() - {"university"})
    return ("stock", "inst.library", *(f"inst.{kind}" for kind in sorted(own)))


def _our_house(scene: Scene, at: int) -> Sense | None:
    """`universitetimizga`, `наш институт`: a house of any kind that is said to be ours."""
    sense = scene.at(at, *(f"inst.{kind}" for kind in institutions.HEADS))
    return sense if sense is not None and _is_ours_too(scene, at, sense) else None


def _is_ours_too(scene: Scene, at: int, sense: Sense) -> bool:
    """`fondimizga`, `в наш фонд`, `to our collections`: what is given to our stock is given to us."""
    return sense.ending.ours or scene.low(at - 1) in OUR


def _ranked(scene: Scene, others: Sequence[Party]) -> list[Party]:
    """`birinchisidan … ikkinchisiga`, `the former … the latter`: which of the two named before."""
    found = []
    for sense in scene.within(0, len(scene.tokens), "log.former", "log.latter"):
        before: list[Party] = []
        for party in others:
            if party.end <= sense.start and not party.place and party.nos not in {p.nos for p in before}:
                before.append(party)
        role = _pointed_role(scene, sense)
        rank = int(sense.concept == "log.latter")
        if role is None:
            continue
        if len(before) >= 2:
            found.append(replace(before[rank], start=sense.start, end=sense.end, role=role, place=""))
        elif not before and scene.earlier.pair:
            found.append(Party(sense.start, sense.end, role, scene.earlier.pair[rank]))
    return found


def _pointed(scene: Scene, named: Sequence[Party]) -> list[Party]:
    """`from there`, `ularga`, `этой библиотеке`: who was named last before, here or earlier in the text."""
    specific = [p for p in named if not p.place and not p.ours]
    others = [p for p in named if not p.ours and p.role is not Role.OTHER]
    others = [p for p in others if not p.place or not _explained(scene, p, specific)]
    taken = {place for p in named for place in range(p.start, p.end)}
    found = _ranked(scene, sorted(others, key=lambda p: p.start))
    for sense in scene.within(0, len(scene.tokens), "log.pointed"):
        role = _pointed_role(scene, sense)
        before = [p for p in others if p.end <= sense.start]
        if role is None or sense.start in taken:
            continue
        if not before and not scene.earlier.told and len({(p.nos, p.name) for p in named if not p.ours}) == 1:
            # `мы им 14 книг, они нам 16 - это про Ригу`
            before = [p for p in named if not p.ours]
        if before:
            last = max(before, key=lambda p: p.start)
            found.append(replace(last, start=sense.start, end=sense.end, role=role, place=""))
        elif scene.earlier.partners or scene.earlier.name:
            nos, name = scene.earlier.partners, scene.earlier.name
            found.append(Party(sense.start, sense.end, role, nos, "" if nos else name))
    return found


def _pointed_role(scene: Scene, sense: Sense) -> Role | None:
    """The part of a pronoun; None where it stands for something else (`in it`, `unda`)."""
    if sense.language == "uz":
        case = sense.ending.case if sense.ending.case is not Case.PLAIN else _pronoun_case(scene, sense)
        role, _ = role_of(scene, sense.start, sense.end, case)
        return None if role is Role.OTHER else role
    low, before = scene.low(sense.end - 1), scene.low(sense.start - 1)
    if low in _POINTED:
        return _POINTED[low] if before != "from" else Role.SOURCE
    if sense.language == "ru":
        if before in {"в", "во", "на"}:
            return None
        return russian_role(scene, sense.start, sense.end)
    return english_role(scene, sense.start)


def _pronoun_case(scene: Scene, sense: Sense) -> Case:
    """`unga`, `ulardan`, `oʻshalarga` stand in the list as they are."""
    key = scene.tokens[sense.end - 1].key
    stem = next((s for s in ("ular", "un", "oshalar") if key.startswith(s)), "")
    ending = noun_ending(key.removeprefix(stem)) if stem else None
    return ending.case if ending is not None else Case.PLAIN


def _alone(scene: Scene, at: int, token: Token) -> bool:
    """In a narrative `the library` without a name is ours."""
    if any(m.start <= at < m.end for m in scene.mentions) or scene.at(at, "log.pointed"):
        return False
    beside = [scene.tokens[p] for p in (at - 1, at + 1) if 0 <= p < len(scene.tokens)]
    named = any(kinds_of(t) or t.written[0].isupper() for t in beside) or scene.low(at - 1) == "that"
    plural = scene.at(at, *_houses(scene))
    many = plural is None or plural.ending.plural or token.low.endswith("ies")
    return not named and not many and scene.at(at - 1, "log.pointed", "that", "this") is None


_POINTED = {"оттуда": Role.SOURCE, "туда": Role.GOAL, "there": Role.GOAL}


def _partner_cities(scene: Scene) -> frozenset[str]:
    return frozenset(p.city for p in scene.gazetteer.partners.values() if p.city)


__all__ = ["Party", "parties"]
