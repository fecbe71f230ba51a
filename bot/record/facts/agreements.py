"""Agreements signed, extended and ended. Terms are read as they are said; an unsaid bound stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.language import russian
from bot.record.facts.fact import Fact
from bot.record.facts.moods import breath_end, unreal
from bot.record.facts.parties import Party, parties
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.terms import ahead_of, day_of_act, is_day, is_made, next_term, says_term, term
from bot.record.facts.verbs import Verb, verbs
from bot.record.view import View
from bot.record.when import Bound, When
from db.vocabulary import AgreementState, Language, Row, Sheet

ACTS = ("end", "renew", "sign", "start")


def agreements(scene: Scene, view: View) -> tuple[Fact, ...]:
    """The agreements that a message reports as signed, extended or ended; stages of drafts are not here."""
    facts = []
    for start, end in scene.sentences:
        further = _further(scene, start, end)
        whole = (start, end if scene.earlier.told else further)
        for party, first, last in _apart(scene, start, further):
            fact = _of_stretch(scene, whole, (first, last), party, view)
            if fact is not None:
                facts.append(replace(fact, sentence=start))
    return tuple(facts)


Stretch = tuple[int, int]


def _further(scene: Scene, start: int, end: int) -> int:
    """The end of a sentence about a paper, together with one that goes on about its term: `…; it is for five
    years`.
    """
    behind = next((s for s in scene.sentences if s[0] == end), None)
    if behind is not None and ";" in scene.before(end) and _is_act_alone(scene, start, *behind):
        return behind[1]
    if behind is None or any(behind[0] <= p.start < behind[1] and not p.ours for p in parties(scene)):
        return end
    others = scene.within(*behind, "open ended", "material.", "log.renew", "log.end")
    if not says_term(scene, *behind) or any(s.concept != "open ended" for s in others):
        return end
    told, again = any(scene.papers(start, end)), any(scene.papers(*behind))
    if not told:
        # `имзоладик! 4 йиллик шартнома`: what was signed is named in the next breath.
        signed = any(scene.within(start, end, "log.sign"))
        return behind[1] if again and signed and not any(scene.within(*behind, "log.")) else end
    stands = any(scene.within(*behind, "log.stand"))
    if ";" in scene.before(end) and not again:
        # `new contract with X; open-ended; signed this morning`
        return _further(scene, start, behind[1])
    made = again and scene.earlier.told and any(scene.within(*behind, "log.sign"))
    return behind[1] if (stands and not again) or made else end


def _is_act_alone(scene: Scene, whole: int, start: int, end: int) -> bool:
    """`…; signed this morning`: what was done with the paper named before, and when."""
    other = any(scene.within(start, end, "material.", "event.", "stage.", "agreement.", "log.not"))
    named = any(start <= p.start < end for p in parties(scene))
    signed = any(scene.within(start, end, "log.sign")) and any(start <= w.start < end for w in scene.dates)
    return signed and not other and not named and any(scene.papers(whole, start))


def _apart(scene: Scene, start: int, end: int) -> list[tuple[Party, int, int]]:
    """Each partner of a sentence with its part of it: `with Korea (2014-2019) and Latvia (2015-2020)`.

    One partner has the whole sentence, and so has each of several where the terms do not stand beside them.
    """
    others = [p for p in parties(scene) if start <= p.start < end and not p.ours and not p.place]
    group = _with_group(scene, others)
    if len(group) < 2:
        party = party_of(scene, start, end) or _told_of(scene, start, end)
        return [(party, start, end)] if party is not None else []
    edges = [start, *(_edge(scene, one, other) for one, other in pairwise(group)), end]
    parts = list(pairwise(edges))
    dated = [any(first <= w.start < last for w in scene.dates) for first, last in parts]
    if not all(dated):
        parts = [(start, end)] * len(group)
    return [(party, *part) for party, part in zip(group, parts, strict=True)]


def _edge(scene: Scene, one: Party, other: Party) -> int:
    """Where the second partner's part begins: behind the comma, or at the paper named before it."""
    commas = [p for p in range(one.end, other.start + 1) if set(scene.before(p)) & set(",;")]
    papers = [sense.start for sense in scene.papers(one.end, other.start)]
    if papers:
        return max([c for c in commas if c <= papers[0]], default=papers[0])
    return other.start


def _with_group(scene: Scene, others: list[Party]) -> list[Party]:
    """The partners side by side with whom it is done: the first or the last of them has the `with`."""
    if not any(p.role is Role.WITH for p in others):
        return []
    group: list[Party] = []
    for party in others:
        alone = scene.low(party.start - 1) in _ALONE
        beside = party.role in {Role.WITH, Role.BY, Role.AGENT} and not alone
        if beside and (not group or party.start > group[-1].start):
            group.append(party)
    return list({(p.nos, p.name): p for p in group}.values())


_ALONE = frozenset(("by", "of", "from", "to"))


def _told_of(scene: Scene, start: int, end: int) -> Party | None:
    """In a narrative: the partner told of just before, where the sentence goes on about the paper."""
    earlier = scene.earlier
    if not earlier.told:
        return None
    paper = next(scene.papers(start, end), None)
    stands = next(scene.within(start, end, "log.stand"), None)
    if paper is None or stands is None:
        return None
    before = [p for p in parties(scene) if p.end <= start and not p.ours and not p.place]
    if before:
        return replace(before[-1], start=paper.start, end=paper.end, role=Role.WITH)
    if not earlier.partners and not earlier.name:
        return None
    return Party(paper.start, paper.end, Role.WITH, earlier.partners, earlier.name)


def _of_stretch(scene: Scene, whole: Stretch, own: Stretch, party: Party, view: View) -> Fact | None:
    paper = next(scene.papers(*whole), None)
    pact = paper is None and _is_pact(scene, whole, party)
    if paper is None and not pact and not _is_theirs(scene, whole, party, view):
        return None
    if next(scene.within(*whole, "stage."), None) is not None or _is_theirs_alone(scene, *whole):
        return None
    acts = [v for v in verbs(scene, *ACTS) if whole[0] <= v.start < whole[1]]
    if any(not v.affirmed and not _tells_which(scene, v) for v in acts):
        acts = [v for v in acts if v.affirmed and v.act == "end"]
        if not acts:
            return None
    acts = [v for v in acts if v.affirmed]
    if paper is None and not pact:
        acts = [v for v in acts if v.act in {"end", "renew"} or (v.act == "sign" and _renews(scene, *own))]
        if not acts:
            return None
    kind = _kind(scene, *own)
    kind = kind if kind[0] else _kind(scene, *whole)
    if not kind[0] and whole[0] in scene.cuts:
        # `two agreements: with Riga (…) and with Oslo (…)`
        kind = _kind(scene, max(s for s, _ in scene.sentences if s < whole[0]), whole[0])
    verb = next((v for v in acts if v.act in {"end", "renew"}), next(iter(acts), None))
    if verb is None:
        fresh = term(scene, *own, None)
        told = scene.earlier.told or not _other_verbs(scene, *whole)
        said = fresh is not None and not unreal(scene, whole[0]) and told
        return _signed(scene, *own, party, kind, None) if said else None
    if verb.act == "sign" and _renews(scene, *own):
        verb = replace(verb, act="renew")
    if verb.act in {"end", "renew"}:
        party = theirs(scene, party, view)
    if verb.act == "end":
        return _ended(scene, *own, party, kind, verb, view)
    if verb.act == "renew":
        return _renewed(scene, *own, party, kind, verb, view)
    return _signed(scene, *own, party, kind, verb)


def _is_theirs(scene: Scene, whole: Stretch, party: Party, view: View) -> bool:
    """`Poland extended, +2 years`, `the DAAD programme was discontinued`: the one paper we have with them."""
    if scene.earlier.told or next(scene.within(*whole, "material.", "event.", "copies"), None) is not None:
        return False
    known = [no for no in party.nos if view.latest(no)]
    return len(known) == 1


def _renews(scene: Scene, start: int, end: int) -> bool:
    """`узайтиришга келишдик, имзо қўйилди`: an extension is what was signed."""
    return any(scene.within(start, end, "renewal"))


def _is_pact(scene: Scene, whole: Stretch, party: Party) -> bool:
    """`signed for 3 years with Riga`, `подписали с Литвой`: what was signed goes without saying."""
    other = next(scene.within(*whole, "material.", "event.", "copies", "programme.access"), None)
    signed = any(whole[0] <= v.start < whole[1] and _is_of_pen(scene, v) for v in verbs(scene, "sign"))
    return party.role is Role.WITH and other is None and signed


def _is_of_pen(scene: Scene, verb: Verb) -> bool:
    return next(scene.within(verb.start, verb.end, "signing", "sign"), None) is not None


def _is_theirs_alone(scene: Scene, start: int, end: int) -> bool:
    """`Riga signed an agreement with Tartu`, `Tartu and Riga signed`: others' doings, none of ours."""
    acts = [v for v in verbs(scene, "sign") if start <= v.start < end]
    # `X signed with Y, and we are glad`: who is named in a later breath is no side of it.
    last = breath_end(scene, acts[0].start) if acts else end
    near = [p for p in parties(scene) if start <= p.start < end and not (p.ours and p.start >= last)]
    if any(p.ours for p in near) or not acts or any(v.ours or v.ending.passive for v in acts):
        return False
    if any(scene.within(start, end, "log.mutual")):
        return True
    doers = {(p.nos, p.name) for p in near if p.role is Role.AGENT and p.end <= acts[0].start}
    others = {(p.nos, p.name) for p in near if p.role is Role.WITH}
    if scene.language is Language.EN and _is_done(scene, acts[0]):
        return False
    return bool(doers) and len(doers | others) > 1


def _is_done(scene: Scene, verb: Verb) -> bool:
    return scene.low(verb.start - 1) in {"was", "were", "been", "is"}


def _tells_which(scene: Scene, verb: Verb) -> bool:
    """`заключённое в 2018 году соглашение`: a form that tells which paper is meant denies nothing."""
    return scene.earlier.told and verb.language == "ru" and russian.is_participle(scene.low(verb.start))


def _other_verbs(scene: Scene, start: int, end: int) -> bool:
    return any(s.concept not in _NO_VERBS for s in scene.within(start, end, "log."))


_NO_VERBS = frozenset(("log.duration", "log.draft", "log.stand", "log.pointed"))


def party_of(scene: Scene, start: int, end: int) -> Party | None:
    """The other side: the one it is with, the last one named after a correction, else the only one."""
    found = [p for p in parties(scene) if start <= p.start < end and not p.ours]
    slips = list(scene.within(start, end, "log.correction"))
    if slips:
        found = [p for p in found if p.start > slips[-1].start] or found
    joined = [p for p in found if p.role is Role.WITH]
    sure = [p for p in joined or found if not p.place] or joined or found
    return sure[0] if sure else None


def _kind(scene: Scene, start: int, end: int) -> tuple[str, str]:
    """The kind of paper, and the word that says it."""
    found = [s for s in scene.papers(start, end, "agreement.") if s.concept != "agreement"]
    if not found:
        return "", ""
    sense = found[0]
    return sense.concept.partition(".")[2], scene.said(sense.start, sense.end)


def _signed(
    scene: Scene, start: int, end: int, party: Party, kind: tuple[str, str], verb: Verb | None
) -> Fact:
    row: dict[str, str | int] = {}
    quotes: dict[str, str] = {}
    if kind[0]:
        row["kind"], quotes["kind"] = kind
    said_term = term(scene, start, end, verb)
    if said_term is not None:
        row["term"], quotes["term"] = said_term.text, said_term.said
    signs = verb is not None and verb.act == "sign"
    signed = day_of_act(scene, start, end) if signs or is_made(scene, start, end) else None
    if signed is not None:
        row["signed"], quotes["signed"] = signed.text, scene.dated(signed)
    return Fact(Sheet.AGREEMENTS, row, party, quotes)


def _ended(
    scene: Scene, start: int, end: int, party: Party, kind: tuple[str, str], verb: Verb, view: View
) -> Fact:
    old = view.latest(party.no, kind[0]) if party.no is not None else None
    row: dict[str, str | int] = {"state": AgreementState.TERMINATED.value}
    quotes = {"state": scene.said(verb.start, verb.end)}
    if (when := _day_of_end(scene, start, end)) is not None:
        row["ended"], quotes["ended"] = when.text, scene.dated(when)
    if old is None:
        return Fact(Sheet.AGREEMENTS, row, party, quotes)
    known: Row = {"id": old.id, "partner": _partner_id(scene, party)}
    return Fact(Sheet.AGREEMENTS, {**known, **row}, party, quotes, base=known)


def _day_of_end(scene: Scene, start: int, end: int) -> When | None:
    """The day of the act, or the one from which it is over: the nearest such day, past or to come."""
    past = next((w for w in scene.dates if start <= w.start < end and w.bound is Bound.SINCE), None)
    if past is None:
        return day_of_act(scene, start, end, of_end=True)
    ahead = next((w for w in ahead_of(scene, start, end) if w.start == past.start), past)
    if not (is_day(past.text) and is_day(ahead.text)):
        return past
    gone, left = (abs((date.fromisoformat(w.text) - scene.today).days) for w in (past, ahead))
    return ahead if left < gone else past


def theirs(scene: Scene, party: Party, view: View, *, drafts: bool = False) -> Party:
    """Of several partners that a country can mean, the one that has such papers."""
    if party.no is not None or not party.nos:
        return party
    fits = [no for no in party.nos if (view.drafts(no) if drafts else view.latest(no))]
    return replace(party, nos=(fits[0],)) if len(fits) == 1 else party


def _partner_id(scene: Scene, party: Party) -> str:
    return scene.gazetteer.partners[party.no].id if party.no is not None else ""


def _renewed(
    scene: Scene, start: int, end: int, party: Party, kind: tuple[str, str], verb: Verb, view: View
) -> Fact:
    old = view.latest(party.no, kind[0]) if party.no is not None else None
    row: dict[str, str | int] = {}
    quotes: dict[str, str] = {}
    if kind[0]:
        row["kind"], quotes["kind"] = kind
    if old is not None:
        row["replaces"], quotes["replaces"] = old.id, scene.said(verb.start, verb.end)
    said_term = next_term(scene, start, end, old)
    if said_term is not None:
        row["term"], quotes["term"] = said_term.text, said_term.said
    return Fact(Sheet.AGREEMENTS, row, party, quotes)
