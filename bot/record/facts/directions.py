"""Which way a shipment went: read from verb, voice, case and who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.names import kinds_of
from bot.record.facts.ledger import entered
from bot.record.facts.parties import Party
from bot.record.facts.parts import Part
from bot.record.facts.roles import OUR, Role, case_of, our_role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb
from db.vocabulary import Direction, Language

_OUTWARD = frozenset(("give", "gift", "lend", "reach", "move"))
_INWARD = frozenset(("take", "come", "bring", "send here", "buy", "borrow"))


def direction(
    scene: Scene,
    verb: Verb | None,
    party: Party | None,
    parts: Sequence[Part],
    at: int,
    verb_at: int | None,
    party_at: int | None,
) -> tuple[Direction | None, str]:
    """Which way it went, and the words that say so."""
    part = parts[at]
    ours = part.ours or (parts[verb_at].ours if verb_at is not None else ())
    said = scene.said(verb.start, verb.end) if verb else ""
    if (mark := entered(scene, part, parts)) is not None:
        return mark
    if (swap := _swapped(scene, verb, at, parts)) is not None:
        return swap, said
    if _is_our_own(scene, part, party, ours):
        return Direction.SENT, said or scene.said(part.start, part.end)
    if verb is not None and verb.act in _GETTING and _is_theirs(scene, verb, party, part, ours):
        return Direction.SENT, said
    if party is not None and _is_thanked(scene, part, party):
        return Direction.RECEIVED, scene.said(party.start, party.end)
    for us in ours:
        if us.role is Role.GOAL:
            return Direction.RECEIVED, f"{scene.said(us.start, us.end)} {said}".strip()
        if us.role is Role.SOURCE:
            return Direction.SENT, f"{scene.said(us.start, us.end)} {said}".strip()
    if party is not None and party.role in _ABOUT and verb is not None and _they_gave(scene, verb, ours):
        return Direction.RECEIVED, said
    if (who := _said_who(scene, verb, part, apart=party_at not in {None, at})) is not None:
        return who, said
    carried = party_at is not None and party_at != at and verb_at == at and bool(parts[party_at].verbs)
    role = None
    if party is not None and not carried:
        role = _role(scene, verb, party, ours) or _as_before(scene, verb, party, parts, at, verb_at)
    quote = said or (scene.said(party.start, party.end) if party else "")
    if role in {Role.SOURCE, Role.GOAL}:
        return (Direction.RECEIVED if role is Role.SOURCE else Direction.SENT), quote
    if verb is None:
        gift = next(scene.within(part.start, part.end, "basis.gift"), None)
        told = gift is not None and party is not None and party.role is Role.AGENT
        return (Direction.RECEIVED, scene.said(gift.start, gift.end)) if told and gift else (None, "")
    if _is_taken(scene, verb) and role is not Role.BY:
        return Direction.RECEIVED, quote
    if role in {Role.AGENT, Role.BY} and verb.act != "come":
        return (Direction.SENT if verb.act in {"take", "buy", "borrow"} else Direction.RECEIVED), quote
    if verb.act in _OUTWARD:
        return Direction.SENT, quote
    return (Direction.RECEIVED, quote) if verb.act in _INWARD else (None, "")


def _is_thanked(scene: Scene, part: Part, party: Party) -> bool:
    """`we are grateful to Riga for a gift of 60 books`: who is thanked has given."""
    thanks = scene.within(part.start, part.end, "log.thanks")
    return part.start <= party.start < part.end and any(abs(t.start - party.start) <= _NEAR for t in thanks)


_NEAR = 8
_GETTING = frozenset(("take", "borrow", "buy"))
_ABOUT = frozenset((Role.SOURCE, Role.WITH, Role.OTHER))


def _is_theirs(scene: Scene, verb: Verb, party: Party | None, part: Part, ours: Sequence[Party]) -> bool:
    """Whether it was they who got it: `взяли у нас`, `биз юборган китобни олишибди`."""
    if part.amount is not None and _is_sent_by_us(scene, part.amount.start):
        return True
    if verb.ours or verb.ending.passive or any(us.role is Role.AGENT for us in ours):
        return False
    if any(us.role is Role.OTHER and scene.low(us.start - 1) == "у" for us in ours):
        return True
    if party is not None and party.role is Role.SOURCE:
        return False
    return scene.low(verb.start - 1) in _THEY or (verb.language == "uz" and _they_did(scene, verb))


_THEY = frozenset(("they", "they've", "они", "ular", "улар"))


_THIRD = re.compile(r"ish(?:ibdi|di|gan|gandi|ipti|ibti|ganini)$")


def _they_did(scene: Scene, verb: Verb) -> bool:
    """`olishibdi`, `olishdi`, `olishgan`: a verb in the plural of the third person."""
    key = scene.tokens[verb.end - 1].key
    return _THIRD.search(key) is not None and not verb.ours


def _said_who(scene: Scene, verb: Verb | None, part: Part, *, apart: bool) -> Direction | None:
    """`they sent 8 books`; `for 10 from Guimet we sent 12`: who gave is said, wherever the other lot came
    from.
    """
    if verb is None or verb.act not in _OUTWARD:
        return None
    if scene.low(verb.start - 1) in _THEY:
        return Direction.RECEIVED
    return Direction.SENT if apart and verb in part.verbs and _we_did(verb, part) else None


def _we_did(verb: Verb, part: Part) -> bool:
    return verb.ours or any(us.role is Role.AGENT and us.end == verb.start for us in part.ours)


def _swapped(scene: Scene, verb: Verb | None, at: int, parts: Sequence[Part]) -> Direction | None:
    """`Vienna swapped us 7 books for 7 of ours`: the first comes where it is to us, the other goes."""
    two = [i for i, part in enumerate(parts) if part.amount is not None]
    if verb is None or verb.act != "exchange" or len(two) != 2 or at not in two:
        return None
    first, second = (parts[i].amount for i in two)
    if (
        first is None
        or second is None
        or not any(scene.low(p) in _FOR for p in range(first.end, second.start + 1))
    ):
        return None
    to_us = any(us.role is Role.GOAL for us in parts[two[0]].ours)
    comes = to_us or scene.low(first.end + 1) in _THEIRS
    return Direction.RECEIVED if comes is (at == two[0]) else Direction.SENT


_FOR = frozenset(("for", "на", "evaziga", "эвазига", "oʻrniga", "o'rniga", "ўрнига"))
_THEIRS = frozenset(("theirs", "their"))


def _is_our_own(scene: Scene, part: Part, party: Party | None, ours: Sequence[Party]) -> bool:
    """`Seoul received our 27 books`, `наши 20 книг у них`: what is ours can but go."""
    if part.amount is None or not _is_ours(scene, part.amount.start, part.amount.end):
        return False
    to_us = any(us.role is Role.GOAL for us in ours)
    with_them = party is not None and scene.low(party.start - 1) == "у"
    return party is not None and (party.role is not Role.SOURCE or with_them) and not to_us


def own_goods(scene: Scene, part: Part) -> bool:
    """`our 27 books`, told without a verb."""
    return part.amount is not None and _is_ours(scene, part.amount.start, part.amount.end)


def _they_gave(scene: Scene, verb: Verb, ours: Sequence[Party]) -> bool:
    """`Dohadan mehmon keldi, 10 kitob sovgʻa qilishdi`: those who came gave."""
    return verb.act in _OUTWARD and verb.language == "uz" and not ours and _they_did(scene, verb)


def _is_ours(scene: Scene, start: int, end: int) -> bool:
    """`our 27 books`, `наши 27 книг`, `20 та китобимиз`."""
    if scene.low(start - 1) in OUR or scene.low(start - 1) in {"наши", "наших"}:
        return True
    return any(s.ending.ours for s in scene.within(start, end, "material.", "material", "copies"))


def _is_sent_by_us(scene: Scene, start: int) -> bool:
    """`биз юборган 20 та китоб`, `the 20 books we sent`."""
    if start < _CLAUSE or scene.at(start - 1, "log.give") is None:
        return False
    us = scene.tokens[start - _CLAUSE]
    return our_role(scene, start - _CLAUSE, us.key, us.low) is Role.AGENT


_CLAUSE = 2


def _is_taken(scene: Scene, verb: Verb) -> bool:
    """`Alexandria's gift was received`: by us, unless it is said by whom."""
    passive = scene.language is Language.EN and verb.act == "take"
    return passive and scene.low(verb.start - 1) in {"was", "were", "been"}


def _role(scene: Scene, verb: Verb | None, party: Party, ours: Sequence[Party]) -> Role | None:
    """The party's part; None where it is but what the message is about."""
    if party.role is not Role.AGENT:
        return None if party.role in {Role.WITH, Role.OTHER} else party.role
    if verb is None:
        return None
    if scene.before(party.end).strip(' )"»”') in {":", "-"} and not _speaks_for(scene, party, verb):
        given = scene.language is Language.EN and verb.act == "gift" and verb.start > party.end
        return Role.AGENT if given else None  # `the Met: 45 e-books, donated`
    if scene.language is Language.EN:
        if verb.act in _OUTWARD and (party.start >= verb.end or _is_done_to(scene, verb)):
            return Role.GOAL
        we = any(us.role is Role.AGENT and us.start < verb.start for us in ours)
        return None if party.start >= verb.end or we else Role.AGENT
    if verb.ours or any(us.role is Role.AGENT for us in ours) or verb.ending.passive:
        return None
    if scene.language is Language.RU:
        fresh = scene.has("log.partner")  # `новый контакт — X, подарили`: it is told of them
        past = verb.ending.past or verb.end - verb.start > 1  # `подтвердил получение`
        topic = not past or (verb.ending.plural and _is_one(scene, party) and not fresh)
        return None if topic else Role.AGENT
    return Role.AGENT


def _as_before(
    scene: Scene, verb: Verb | None, party: Party, parts: Sequence[Part], at: int, verb_at: int | None
) -> Role | None:
    """`the Hermitage gave 58 books, the Kunstkamera - 31`: the same part as the one that the verb names."""
    if verb is None or verb_at is None or verb_at >= at or parts[at].ours or not scene.earlier.told:
        return None
    if party.role is not Role.AGENT:
        return None
    first = next((p for p in parts[verb_at].parties if p.role is Role.AGENT), None)
    return _role(scene, verb, first, parts[verb_at].ours) if first is not None else None


def _speaks_for(scene: Scene, party: Party, verb: Verb) -> bool:
    """`Helsinki: uni gave 8 books`: the house of that place, named by its kind alone."""
    return bool(kinds_of(scene.tokens[party.end])) and verb.start == party.end + 1


def _is_done_to(scene: Scene, verb: Verb) -> bool:
    """`X was given 8 journals`: the party is the one it is done to, if the gift is named behind it."""
    place = verb.start - 1
    while scene.low(place) in {"each", "just", "also", "already"}:
        place -= 1
    behind = next((n for n in scene.counted if n.start >= verb.end), None)
    return scene.low(place) in {"was", "were", "been"} and behind is not None


def _is_one(scene: Scene, party: Party) -> bool:
    """A library is one; Tajiks are many. `Послали: библиотека Х` is not its own doing."""
    cases = case_of(scene, party.start, party.end)
    return (bool(cases) and not scene.low(party.end - 1).endswith(("ы", "и", "цы", "е"))) or not cases
