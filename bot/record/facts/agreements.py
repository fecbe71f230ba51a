"""Agreements signed, extended and ended. Terms are read as they are said; an unsaid bound stays unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.language import russian
from bot.language.page import shifted
from bot.language.suffixes import Case
from bot.record.facts.fact import Fact
from bot.record.facts.parties import Party, parties
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb, unreal, verbs
from bot.record.view import View
from bot.record.when import Bound, When, whens
from db.edtf import Edtf, Precision
from db.vocabulary import Agreement, AgreementState, Language, Row, Sheet

ACTS = ("end", "renew", "sign", "start")
_MONTHS = {"year": 12, "month": 1, "quarter": 3}


def agreements(scene: Scene, view: View) -> tuple[Fact, ...]:
    """The agreements that a message reports as signed, extended or ended; stages of drafts are not here."""
    facts = []
    for start, end in scene.sentences:
        for party, first, last in _apart(scene, start, end):
            fact = _of_stretch(scene, (start, end), (first, last), party, view)
            if fact is not None:
                facts.append(replace(fact, sentence=start))
    return tuple(facts)


Stretch = tuple[int, int]


def _apart(scene: Scene, start: int, end: int) -> list[tuple[Party, int, int]]:
    """Each partner of a sentence with its part of it: `with Korea (2014-2019) and Latvia (2015-2020)`.

    One partner has the whole sentence, and so has each of several where the terms do not stand beside them.
    """
    others = [p for p in parties(scene) if start <= p.start < end and not p.ours and not p.place]
    group = _with_group(scene, others)
    if len(group) < 2:
        party = party_of(scene, start, end) or _told_of(scene, start, end)
        return [(party, start, end)] if party is not None else []
    edges = [start, *(party.start for party in group[1:]), end]
    parts = list(pairwise(edges))
    dated = [any(first <= w.start < last for w in scene.dates) for first, last in parts]
    if not all(dated):
        parts = [(start, end)] * len(group)
    return [(party, *part) for party, part in zip(group, parts, strict=True)]


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
    if not earlier.told or not (earlier.partners or earlier.name):
        return None
    paper = next(scene.papers(start, end), None)
    stands = next(scene.within(start, end, "log.stand"), None)
    if paper is None or stands is None:
        return None
    return Party(paper.start, paper.end, Role.WITH, earlier.partners, earlier.name)


def _of_stretch(scene: Scene, whole: Stretch, own: Stretch, party: Party, view: View) -> Fact | None:
    paper = next(scene.papers(*whole), None)
    if paper is None and not _is_theirs(scene, whole, party, view):
        return None
    if next(scene.within(*whole, "stage."), None) is not None:
        return None
    acts = [v for v in verbs(scene, *ACTS) if whole[0] <= v.start < whole[1]]
    if any(not v.affirmed and not _tells_which(scene, v) for v in acts):
        acts = [v for v in acts if v.affirmed and v.act == "end"]
        if not acts:
            return None
    acts = [v for v in acts if v.affirmed]
    if paper is None:
        acts = [v for v in acts if v.act in {"end", "renew"}]
        if not acts:
            return None
    kind = _kind(scene, *whole)
    verb = next((v for v in acts if v.act in {"end", "renew"}), next(iter(acts), None))
    if verb is None:
        fresh = _term(scene, *own, None)
        told = scene.earlier.told or not _other_verbs(scene, *whole)
        said = fresh is not None and not unreal(scene, whole[0]) and told
        return _signed(scene, *own, party, kind, None) if said else None
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
    term = _term(scene, start, end, verb)
    if term is not None:
        row["term"], quotes["term"] = term.text, term.said
    signs = verb is not None and verb.act == "sign"
    signed = _day_of_act(scene, start, end) if signs or _made(scene, start, end) else None
    if signed is not None:
        row["signed"], quotes["signed"] = signed.text, scene.said(signed.start, signed.end)
    return Fact(Sheet.AGREEMENTS, row, party, quotes)


def _made(scene: Scene, start: int, end: int) -> bool:
    """In a narrative: `заключённое в 2018 году`, `2013 йилда тузилган`, though another verb tells."""
    return scene.earlier.told and next(scene.within(start, end, "log.sign"), None) is not None


def _ended(
    scene: Scene, start: int, end: int, party: Party, kind: tuple[str, str], verb: Verb, view: View
) -> Fact:
    old = view.latest(party.no, kind[0]) if party.no is not None else None
    row: dict[str, str | int] = {"state": AgreementState.TERMINATED.value}
    quotes = {"state": scene.said(verb.start, verb.end)}
    if (when := _day_of_end(scene, start, end)) is not None:
        row["ended"], quotes["ended"] = when.text, scene.said(when.start, when.end)
    if old is None:
        return Fact(Sheet.AGREEMENTS, row, party, quotes)
    known: Row = {"id": old.id, "partner": _partner_id(scene, party)}
    return Fact(Sheet.AGREEMENTS, {**known, **row}, party, quotes, base=known)


def _day_of_end(scene: Scene, start: int, end: int) -> When | None:
    """The day of the act, or the one from which it is over: the nearest such day, past or to come."""
    past = next((w for w in scene.dates if start <= w.start < end and w.bound is Bound.SINCE), None)
    if past is None:
        return _day_of_act(scene, start, end)
    ahead = next((w for w in _ahead(scene, start, end) if w.start == past.start), past)
    if not (_is_day(past.text) and _is_day(ahead.text)):
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
    term = _next_term(scene, start, end, old)
    if term is not None:
        row["term"], quotes["term"] = term.text, term.said
    return Fact(Sheet.AGREEMENTS, row, party, quotes)


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    said: str


def _ahead(scene: Scene, start: int, end: int) -> list[When]:
    """The dates of a sentence, a missing year being the next one: terms lie ahead."""
    found = whens(scene.tokens, scene.today, coming=True, earlier=scene.earlier)
    return [w for w in found if start <= w.start < end]


def _term(scene: Scene, start: int, end: int, verb: Verb | None) -> _Term | None:
    """The term as said: two bounds, one bound and a length, a length from the day of signing, without end."""
    dates = _ahead(scene, start, end)
    whole = next((w for w in dates if "/" in w.text), None)
    if whole is not None:
        return _Term(whole.text, scene.said(whole.start, whole.end))
    until = next((w for w in dates if w.bound is Bound.UNTIL), None)
    since = next((w for w in dates if w.bound is Bound.SINCE), None)
    made = verb is not None or _made(scene, start, end)
    act = _day_of_act(scene, start, end) if made else None
    begins = since.text if since else act.text if act else ""
    if until is not None:
        return _Term(f"{begins}/{until.text}", scene.said(until.start, until.end))
    if (length := _length(scene, start, end)) is not None and begins and (last := _after(begins, length[0])):
        return _Term(f"{begins}/{last}", length[1])
    endless = next(scene.within(start, end, "open ended"), None)
    if endless is not None and begins:
        return _Term(f"{begins}/..", scene.said(endless.start, endless.end))
    if since is None and verb is not None and verb.act == "start":
        since = act
    return _Term(f"{since.text}/", scene.said(since.start, since.end)) if since else None


def term_of(scene: Scene, start: int, end: int) -> str:
    """The term that a stretch says, as EDTF; empty where it says none. A lone date is where it begins."""
    term = _term(scene, start, end, None)
    if term is not None:
        return term.text
    dates = _ahead(scene, start, end)
    if not dates:
        return ""
    endless = next(scene.within(start, end, "open ended"), None)
    if (length := _length(scene, start, end)) is not None and _is_day(dates[0].text):
        return f"{dates[0].text}/{_last_day(dates[0].text, length[0])}"
    return f"{dates[0].text}/{'..' if endless else ''}"


def _next_term(scene: Scene, start: int, end: int, old: Agreement | None) -> _Term | None:
    """From the day after the old end, where that is known to the day, to the new one."""
    dates = _ahead(scene, start, end)
    last = _end_day(old)
    begins = (last + timedelta(days=1)).isoformat() if last else ""
    whole = next((w for w in dates if "/" in w.text), None)
    if whole is not None:
        return _Term(whole.text, scene.said(whole.start, whole.end))
    until = next((w for w in dates if w.bound is Bound.UNTIL), None) or _to_year(scene, start, end, dates)
    if until is not None:
        return _Term(f"{begins}/{until.text}", scene.said(until.start, until.end))
    if (length := _length(scene, start, end)) is not None and last is not None:
        return _Term(f"{begins}/{_last_day(begins, length[0])}", length[1])
    endless = next(scene.within(start, end, "open ended"), None)
    return _Term(f"{begins}/..", scene.said(endless.start, endless.end)) if endless and begins else None


def _to_year(scene: Scene, start: int, end: int, dates: list[When]) -> When | None:
    """`renewed, new end 1 March 2029`: the one date that is still ahead."""
    ahead = [w for w in dates if w.bound is Bound.WHOLE and w.text > scene.today.isoformat()]
    return ahead[0] if len(ahead) == 1 else None


def _end_day(old: Agreement | None) -> date | None:
    if old is None or old.term is None or old.term.end is None:
        return None
    return old.term.latest if old.term.end.precision is Precision.DAY else None


def _day_of_act(scene: Scene, start: int, end: int) -> When | None:
    """When it was done: a date that is no bound of the term and not ahead."""
    for when in scene.dates:
        if (
            start <= when.start < end
            and when.bound is Bound.WHOLE
            and "/" not in when.text
            and _is_past(when, scene.today)
        ):
            return when
    return None


def _is_past(when: When, today: date) -> bool:
    earliest = Edtf.parse(when.text).earliest
    return earliest is not None and earliest <= today


def _is_day(text: str) -> bool:
    return len(text) == 10


def _after(begins: str, months: int) -> str:
    """The end of a term of so many months, as closely as its beginning is known; empty where it is less."""
    if _is_day(begins):
        return _last_day(begins, months)
    if len(begins) == len("2014"):
        return "" if months % 12 else str(int(begins) + months // 12)
    first = date.fromisoformat(f"{begins}-01")
    return shifted(first, months).isoformat()[:7]


def _last_day(begins: str, months: int) -> str:
    return (shifted(date.fromisoformat(begins), months) - timedelta(days=1)).isoformat()


def _length(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`5 yilga`, `на три года`, `a 5-year`, `for 18 months`: in months, and as said."""
    for number in scene.counted:
        if not start <= number.start < end or number.value != int(number.value) or not 0 < number.value < 100:
            continue
        behind = number.end + (scene.low(number.end) in _MORE)
        unit = scene.at(behind, *_MONTHS)
        if unit is not None and all(scene.when_at(p) is None for p in range(number.start, unit.end)):
            return int(number.value) * _MONTHS[unit.concept], scene.said(number.start, unit.end)
    return _in_one_word(scene, start, end) or _one_of_them(scene, start, end)


_MORE = frozenset(("more", "further", "additional", "ещё", "еще", "yana", "яна", "full", "полных"))
_ONE = frozenset(("на", "a", "another", "one", "further", "bir", "бир", "yana", "яна"))
_HALF = {"полгода": 6}


def _one_of_them(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`на год`, `for another year`, `yana bir yilga`, `на полгода`: one, or half of one."""
    for place in range(start, end):
        if scene.low(place) in _HALF:
            return _HALF[scene.low(place)], scene.said(place, place + 1)
        unit = scene.at(place, *_MONTHS)
        if unit is None or scene.when_at(place) is not None or scene.low(place - 1) not in _ONE:
            continue
        if unit.language != "uz" or unit.ending.case is Case.DATIVE:
            return _MONTHS[unit.concept], scene.said(place - 1, unit.end)
    return None


_NUMBERS = {"двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "десяти": 10}


def _in_one_word(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`пятилетний`, `трехлетнее`."""
    if scene.language is not Language.RU:
        return None
    for place in range(start, end):
        head, found, _ = scene.low(place).partition("летн")
        if found and head in _NUMBERS:
            return _NUMBERS[head] * 12, scene.said(place, place + 1)
    return None
