"""What is no shipment of ours, though things, numbers and verbs of giving stand there."""

from __future__ import annotations

from bot.language.lexicon import Sense
from bot.record.facts.moods import breath_end
from bot.record.facts.parts import Part
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, verbs
from bot.record.when import When
from db.vocabulary import Language


def is_of_others(scene: Scene, part: Part) -> bool:
    """`and 3 manuscripts from a private collection`: from somebody else than the one before."""
    if part.amount is None or part.parties or scene.language is not Language.EN:
        return False
    behind = part.amount.end
    return scene.low(behind) in {"from", "to"} and scene.low(behind + 1) in {"a", "an", "other", "several"}


def is_of_people(scene: Scene, part: Part) -> bool:
    """`a group of four went to the congress`: no copies, though a number and a verb stand there."""
    amount = part.amount
    return amount is not None and amount.bare and scene.at(amount.start - 2, "delegation") is not None


def among_others(scene: Scene, part: Part, verb: Verb | None) -> bool:
    """`Riga sent Tartu some books`: others' doings, none of ours."""
    if verb is None or part.ours or verb.ours:
        return False
    agents = [p for p in part.parties if p.role in {Role.AGENT, Role.BY} and p.start < verb.start]
    goals = [p for p in part.parties if p.role is Role.GOAL]
    if scene.language is Language.EN:
        goals += [p for p in part.parties if p.role is Role.AGENT and p.start >= verb.end]
    others = {(p.nos, p.name) for p in goals} - {(p.nos, p.name) for p in agents}
    if not verb.ending.passive and verb.act in {"take", "borrow", "buy"}:
        others |= {(p.nos, p.name) for p in part.parties if p.role is Role.SOURCE} - {
            (p.nos, p.name) for p in agents
        }
        return bool(agents) and bool(others)
    active = not verb.ending.passive and verb.act in {"give", "gift", "send here", "lend"}
    return active and bool(agents) and bool(others)


def is_mutual(scene: Scene, part: Part, verb: Verb | None) -> bool:
    """`Тарту и Рига обменялись друг с другом`: others among themselves."""
    passive = verb is not None and verb.language == "uz" and verb.ending.passive
    last = breath_end(scene, verb.start) if verb is not None else part.end
    ours = any(us.start < last for us in part.ours) or passive or (verb is not None and verb.ours)
    return not ours and any(scene.within(part.start, part.end, "log.mutual"))


def is_given_back(scene: Scene, part: Part) -> bool:
    """`вернули пять карт`, `qaytarib berdik`, `gave us back`: a loan that ends is no new shipment."""
    start, end = scene.sentence_of(part.amount.start if part.amount is not None else part.start)
    start, end = max(start, part.start), min(end, part.end)
    back = [v for v in verbs(scene, "return") if start <= v.start < end and v.affirmed]
    if back and scene.earlier.told and any(v.act in _LOANS and v.start < back[0].start for v in part.verbs):
        # `were borrowed in May and returned in June`: what came of it later.
        return False
    apart = [v for v in part.verbs if v.language == "en" and scene.low(v.end) == "back"]
    after_us = [v for v in part.verbs if v.language == "en" and scene.low(v.end + 1) == "back"]
    return bool(back or apart or after_us)


_LOANS = frozenset(("lend", "borrow"))


def is_attribute(scene: Scene, verb: Verb, things: list[Sense]) -> bool:
    """`books sent to Sweden` tells which books; `books were sent` and `sent books` tell what happened."""
    return scene.language is Language.EN and any(thing.end == verb.start for thing in things)


_FINITE = ("di", "gan", "kan", "adi", "ydi", "moqda", "yapti")


def is_of_another_act(scene: Scene, part: Part) -> bool:
    """In a narrative: `bir kitob Londondan Toshkentga uch oy yoʻl bosgan`: the sentence has a verb, and none
    of giving.
    """
    if not scene.earlier.told or scene.language in {Language.RU, Language.EN}:
        return False
    last = scene.sentence_of(part.start)[1] - 1
    return scene.tokens[last].key.endswith(_FINITE)


def is_of_return(scene: Scene, part: Part, when: When) -> bool:
    """`were borrowed in May and returned in June`: the day of what came of it later."""
    if not scene.earlier.told or not part.verbs:
        return False
    first = part.verbs[0]
    back = next((v for v in verbs(scene, "return") if first.end <= v.start < part.end and v.affirmed), None)
    if back is None:
        return False
    late = scene.language not in {Language.RU, Language.EN}
    return first.end <= when.start < back.start if late else when.start > back.start
