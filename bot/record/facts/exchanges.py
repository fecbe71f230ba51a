"""Shipments: who gave whom how much of what, when and on what ground.

Each amount is one shipment. It takes the verb, the party, the date and the ground of its own part of the
sentence; what that part leaves out is the neighbour's: `from Vietnam 7 books and from Mongolia 9`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.record.facts.amounts import Amount, material_of
from bot.record.facts.corrections import slips_of
from bot.record.facts.directions import direction, own_goods
from bot.record.facts.fact import Fact
from bot.record.facts.grounds import in_no_name, put_ground
from bot.record.facts.ledger import entered
from bot.record.facts.moods import planned, unreal
from bot.record.facts.others import (
    among_others,
    is_attribute,
    is_given_back,
    is_mutual,
    is_of_another_act,
    is_of_others,
    is_of_people,
    is_of_return,
)
from bot.record.facts.parties import Party, parties
from bot.record.facts.parts import ACTS, Part, parts_of, stretches
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from bot.record.leaning import is_aside
from bot.record.when import When
from db.vocabulary import Direction, Language, Sheet


def exchanges(scene: Scene, taken: Collection[int] = ()) -> tuple[Fact, ...]:
    """The shipments that a message reports; the sentences that begin at `taken` are about something else."""
    everyone = parties(scene)
    acts = verbs(scene, *ACTS)
    parts = [p for start, end in stretches(scene, taken) for p in parts_of(scene, start, end, acts, everyone)]
    facts: list[tuple[Part, Fact]] = []
    for at, part in enumerate(parts):
        told = [(part, fact) for fact in _of_part(scene, at, parts)]
        if told and facts and _is_taken_back(scene, facts[-1][0], part):
            facts.pop()
        facts += told
    return tuple(_exchanged_once(scene, facts))


def _is_taken_back(scene: Scene, before: Part, part: Part) -> bool:
    """`Бокудан олдик 30 та… йўғ-е, Бокуга бердик 30 та`: the whole of it is told anew behind a slip."""
    if before.amount is None or part.amount is None or not before.verbs or not part.verbs:
        return False
    slips = [s for s, _ in slips_of(scene) if before.amount.start < s < part.amount.start]
    return bool(slips) and bool(before.parties) and bool(part.parties)


def _of_part(scene: Scene, at: int, parts: Sequence[Part]) -> list[Fact]:
    """The part's shipment; one to each of several parties where it says so: `4 tadan`, `по 4`, `each`."""
    part = parts[at]
    joined = _joined(scene, part.parties) if part.amount is not None and _to_each(scene, part) else ()
    if len(joined) < 2:
        joined = (None,)
    facts = [fact for party in joined if (fact := _fact(scene, at, parts, party)) is not None]
    if len(facts) == 1 and "direction" not in facts[0].row and _to_each(scene, part):
        # `exchanged 50 books each`: so many came and so many went.
        return [
            replace(facts[0], row={"direction": way.value, **facts[0].row})
            for way in (Direction.RECEIVED, Direction.SENT)
        ]
    return facts


def _to_each(scene: Scene, part: Part) -> bool:
    amount = part.amount
    if amount is None:
        return False
    if scene.low(amount.start - 1) == "по":
        return True
    each = any(scene.at(place, "each") for place in range(part.start, part.end))
    return each or any(scene.tokens[p].key.endswith("tadan") for p in range(amount.start, amount.end))


def _joined(scene: Scene, found: Sequence[Party]) -> tuple[Party | None, ...]:
    """Parties side by side have one part: that of the last in Uzbek, of the first elsewhere."""
    if len(found) < 2 or any(second.start - first.end > 3 for first, second in pairwise(found)):
        return ()
    lead = found[0] if scene.language in {Language.RU, Language.EN} else found[-1]
    return tuple(replace(party, role=lead.role) for party in found)


def _fact(scene: Scene, at: int, parts: Sequence[Part], party: Party | None = None) -> Fact | None:
    part = parts[at]
    if scene.earlier.told and (is_of_others(scene, part) or is_of_people(scene, part)):
        return None
    verb_at = _verb_place(scene, at, parts)
    verb = _chosen(scene, parts[verb_at].verbs, part) if verb_at is not None else None
    party_at = _party_place(scene, at, parts)
    if party is None and party_at is not None:
        party = _party(scene, parts[party_at], part)
    if party is None and verb_at is not None and not scene.earlier.told:
        party = _only_one(scene)
    if party is None and scene.earlier.told:
        party = _returned_to(scene, part) or _it(scene, part)
        if party is None:
            return None
    if not _is_log(scene, at, parts, verb, party) or among_others(scene, part, verb):
        return None
    way, way_quote = direction(scene, verb, party, parts, at, verb_at, party_at)
    if way is None and (verb is None or verb.act != "exchange"):
        return None
    row: dict[str, str | int] = {}
    quotes: dict[str, str] = {}
    if way is not None:
        row["direction"], quotes["direction"] = way.value, way_quote
    _put_amount(scene, row, quotes, at, parts)
    put_ground(scene, row, quotes, verb, [at, *_companions(scene, at, parts)], parts)
    if (when := _date(scene, at, parts)) is not None:
        row["date"], quotes["date"] = when.edtf, scene.dated(when)
    if hour := _hour(scene, part):
        row["note"] = hour
    doubts = frozenset({"direction"} if verb is None else ())
    return Fact(Sheet.EXCHANGES, row, party, quotes, doubts)


def _only_one(scene: Scene) -> Party | None:
    """`At Riga the exhibition opened, our 6 maps were lent`: the one house that the message names."""
    every = [p for p in parties(scene) if not p.ours and not p.place]
    return replace(every[0], role=Role.OTHER) if len({(p.nos, p.name) for p in every}) == 1 else None


def _returned_to(scene: Scene, part: Part) -> Party | None:
    """In a narrative: `in return we sent 140` goes to the partner told of before."""
    earlier = scene.earlier
    back = next(scene.within(0, len(scene.tokens), "log.return gift"), None)
    if back is None or not (earlier.partners or earlier.name):
        return None
    return Party(back.start, back.end, Role.OTHER, earlier.partners, earlier.name)


def _it(scene: Scene, part: Part) -> Party | None:
    """In a narrative: `the year after it gave us 75 books`: the partner told of before."""
    earlier = scene.earlier
    start, end = scene.sentence_of(part.start)
    it = next((p for p in range(start, end) if scene.low(p) in _PRONOUNS), None)
    to_us = any(us.role is Role.GOAL for us in part.ours)
    if it is None or not to_us or not (earlier.partners or earlier.name):
        return None
    return Party(it, it + 1, Role.AGENT, earlier.partners, "" if earlier.partners else earlier.name)


_PRONOUNS = frozenset(("it", "they", "он", "она", "оно", "u", "ular", "у", "улар"))


def _is_log(scene: Scene, at: int, parts: Sequence[Part], verb: Verb | None, party: Party | None) -> bool:
    """Something must be given by somebody, and it must have happened."""
    part = parts[at]
    if party is None and (verb is None or part.amount is None or part.amount.bare):
        return False
    if verb is not None and not verb.affirmed and not _tells_which(scene, verb, part):
        return False
    if is_given_back(scene, part) or is_mutual(scene, part, verb):
        return False
    if any(not v.affirmed for v in part.verbs) and verb not in part.verbs:
        return False
    if part.amount is not None:
        if verb is not None:
            return verb in part.verbs or not planned(scene, part.amount.start)
        directed = any(p.role in {Role.SOURCE, Role.GOAL} for p in (party, *part.ours) if p is not None)
        counted = not part.amount.bare or _lender(at, parts) is not None or _sole(scene) is not None
        directed = directed or _is_gift_of(scene, part, party) or entered(scene, part, parts) is not None
        directed = directed or own_goods(scene, part)
        denied = next(scene.within(part.start, part.end, "log.not"), None) is not None
        denied = denied or is_of_another_act(scene, part)
        return directed and counted and not denied and not unreal(scene, part.start)
    if any(scene.within(part.start, part.end, "log.guest", "delegation", "staff", "people")):
        return False
    things = list(scene.within(part.start, part.end, "material.", "log.parcel"))
    if verb is None or verb.act == "move":
        return False
    return bool(things) and not is_attribute(scene, verb, things)


def _is_gift_of(scene: Scene, part: Part, party: Party | None) -> bool:
    """`ЮНЕСКО, 9.11: 45 книг в дар`: a telegram about a gift, with the giver at its head."""
    gift = any(scene.within(part.start, part.end, "basis.gift"))
    return (
        gift
        and party is not None
        and party.role is Role.AGENT
        and party.start == part.start
        and not party.place
    )


def _tells_which(scene: Scene, verb: Verb, part: Part) -> bool:
    """`наши 20 книг, отправленные 5 ноября, у них`: a participle tells which of ours are meant."""
    return verb.language == "ru" and not verb.denied and own_goods(scene, part)


def _verb_place(scene: Scene, at: int, parts: Sequence[Part]) -> int | None:
    """The part whose verb speaks: its own; in Uzbek the next one's, since verbs come last; else the one
    before.
    """
    if parts[at].verbs:
        return at
    before = next((i for i in range(at - 1, -1, -1) if parts[i].verbs), None)
    after = next((i for i in range(at + 1, len(parts)) if parts[i].verbs), None)
    order = (before, after) if scene.language in {Language.RU, Language.EN} else (after, before)
    return next((i for i in order if i is not None), None)


def _chosen(scene: Scene, found: Sequence[Verb], part: Part) -> Verb | None:
    """Of several verbs the one nearest to the amount: before it in Russian and English, behind it in
    Uzbek.
    """
    named = [v for v in found if v.affirmed] or list(found)
    if not named:
        return None
    if part.amount is None:
        return named[0]
    place = part.amount.start
    late = scene.language not in {Language.RU, Language.EN}
    ordered = sorted(named, key=lambda v: (abs(v.start - place), (v.start > place) is not late))
    return next((v for v in ordered if (v.start > place) is late), ordered[0])


def _party_place(scene: Scene, at: int, parts: Sequence[Part]) -> int | None:
    """The part that names the other side: its own, else the one before, else the one after."""
    places = (at, *range(at - 1, -1, -1), *range(at + 1, len(parts)))
    return next((i for i in places if parts[i].parties), None)


def _party(scene: Scene, where: Part, part: Part) -> Party:
    """Of several, one with a case or preposition that gives or gets; the last named after a correction."""
    found = where.parties
    fixed = _corrected(scene, where, found)
    if fixed is not None:
        return fixed
    # `both Kazakh libraries: Almaty 16`: the narrower of two places is meant.
    found = tuple(p for p in found if not any(q.nos and set(q.nos) < set(p.nos) for q in found))
    if part.amount is not None:
        # `nothing went to Riga, but 33 books to Oslo`
        place = part.amount.start
        found = tuple(p for p in found if not _turns(scene, p.end, place)) or found
    directed = [p for p in found if p.role in {Role.SOURCE, Role.GOAL}]
    sure = [p for p in directed or found if not p.place] or directed or list(found)
    return sure[0]


def _turns(scene: Scene, start: int, end: int) -> bool:
    return any(scene.low(place) in _BUT for place in range(start, end))


_BUT = frozenset(("but", "но", "зато", "lekin", "ammo", "biroq", "лекин", "аммо", "бироқ"))


def _corrected(scene: Scene, where: Part, found: Sequence[Party]) -> Party | None:
    slips = list(scene.within(where.start, where.end, "log.correction"))
    if not slips or len(found) < 2:
        return None
    return next((p for p in found if p.start >= slips[-1].start), None)


def _put_amount(
    scene: Scene, row: dict[str, str | int], quotes: dict[str, str], at: int, parts: Sequence[Part]
) -> None:
    part = parts[at]
    amount = part.amount
    material, where = "", (part.start, part.end)
    if amount is None:
        sense = next(scene.within(part.start, part.end, "material."), None)
        if sense is not None:
            material, where = material_of(sense), (sense.start, sense.end)
    else:
        where = (amount.start, amount.end)
        if amount.quantity is not None:
            row["quantity"], quotes["quantity"] = amount.quantity, scene.said(*where)
        if amount.titles is not None:
            row["titles"], quotes["titles"] = amount.titles, scene.said(*where)
        material = amount.material
        if amount.strange:
            return
        shares = amount.bare or (scene.earlier.told and not amount.things and not part.verbs)
        if not material and shares and (lender := _lender(at, parts)) is not None:
            material, where = lender.material, (lender.start, lender.end)
        elif not material and (loose := _loose(scene, part, amount)) is not None:
            material, where = loose
        elif (head := (amount.bare and _loose(scene, parts[0], amount)) or _sole(scene)) is not None:
            material, where = head
    if material:
        row["material"], quotes["material"] = material, scene.said(*where)


def _lender(at: int, parts: Sequence[Part]) -> Amount | None:
    """`10 ta, … 11 ta xarita`: the bare number counts what its neighbour counts."""
    places = (*range(at - 1, -1, -1), *range(at + 1, len(parts)))
    return next((a for i in places if (a := parts[i].amount) is not None and a.material), None)


def _loose(scene: Scene, part: Part, amount: Amount) -> tuple[str, tuple[int, int]] | None:
    """A material named elsewhere in the amount's part: `kitoblarning 25 nusxasi`, `books, 25 copies`."""
    for sense in scene.within(part.start, part.end, "material."):
        if not any(p.start <= sense.start < p.end for p in part.parties) and in_no_name(scene, sense.start):
            return material_of(sense), (sense.start, sense.end)
    return None


def _sole(scene: Scene) -> tuple[str, tuple[int, int]] | None:
    """The one material of the whole message: `30 olib, 26 berdik, hammasi kitob`."""
    every = [s for s in scene.within(0, len(scene.tokens), "material.") if in_no_name(scene, s.start)]
    if scene.earlier.told or len({material_of(s) for s in every}) != 1:
        return None
    return material_of(every[0]), (every[0].start, every[0].end)


def _companions(scene: Scene, at: int, parts: Sequence[Part]) -> list[int]:
    """The parts of this one's verb and party (`3 discs and 7 books as a gift`), and the head of it all."""
    own = (_verb_place(scene, at, parts), _party_place(scene, at, parts))
    alike = [
        i for i in range(len(parts)) if (_verb_place(scene, i, parts), _party_place(scene, i, parts)) == own
    ]
    return [*alike, *([own[0]] if own[0] is not None else []), 0, len(parts) - 1]


def _date(scene: Scene, at: int, parts: Sequence[Part]) -> When | None:
    """The part's own date, or one that stands at the beginning or the end of the message for all of it."""
    verb_at, party_at = _verb_place(scene, at, parts), _party_place(scene, at, parts)
    near = [at, *({verb_at} & {party_at})] if verb_at is not None else [at]
    own = [w for place in near for w in parts[place or 0].dates if w.bound.value == "whole"]
    own = [w for w in own if not is_of_return(scene, parts[at], w)]
    if scene.earlier.told and len(own) > 1:
        # `in 2025 for the exhibition, which opened on 12 May`
        own = [w for w in own if not is_aside(scene.tokens, w.start)] or own
    if own:
        # `in the autumn, in October`, `the following year … in April`: the closer of two that agree.
        own = [w for w in own if w.text[4:6] != "-2"] or own
        return next((w for w in own[1:] if w.text.startswith(f"{own[0].text}-")), own[0])
    every = [w for w in scene.dates if w.bound.value == "whole" and not is_of_return(scene, parts[at], w)]
    if scene.earlier.told:
        # `6 albums in return for the 30 periodicals it had sent us in February`
        every = [w for w in every if w in parts[at].dates or not is_aside(scene.tokens, w.start)]
    first, last = parts[0].start, parts[-1].end
    here = [w for w in every if first <= w.start < last]
    alike = len({_verb_place(scene, i, parts) for i in range(len(parts))}) == 1
    if len(here) == 1 and (alike or _is_head(here[0], parts)):
        return here[0]
    if here and len({w.text for w in here}) == 1:
        return here[0]
    edge = [w for w in every if w.start <= first + 1 or w.end >= last - 1]
    alone = [w for w in every if not any(w in p.dates and p.amount is not None for p in parts)]
    return next(iter([*edge, *alone]), None)


def _is_head(when: When, parts: Sequence[Part]) -> bool:
    """`In October 2025 45 books were received and 38 sent`: said before anything else, for all of it."""
    began = [part.amount.start for part in parts if part.amount is not None]
    began += [verb.start for part in parts for verb in part.verbs]
    return all(when.start < place for place in began)


def _hour(scene: Scene, part: Part) -> str:
    """A time of day as said: `soat 15:00 da`, `в 10:30`, `at 9:15`."""
    for place in range(part.start, part.end - 1):
        first, second = scene.tokens[place], scene.tokens[place + 1]
        if (
            first.is_number
            and second.is_number
            and second.before == ":"
            and len(second.written) == 2
            and int(first.written) < 24
        ):
            return f"{first.written}:{second.written}"
    return ""


def _exchanged_once(scene: Scene, found: list[tuple[Part, Fact]]) -> list[Fact]:
    """`We exchanged 15 books with X: got 15, gave 12`: the heading is no shipment of its own."""
    told = [fact for _, fact in found if "direction" in fact.row]
    return told or [fact for _, fact in found]
