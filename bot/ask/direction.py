"""Which way the material went, as the words say it: cases, prepositions, voices and subjects. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.ask.frame import Frame
from bot.language import english
from bot.language.lexicon import Sense
from bot.language.mention import Mention
from bot.language.phrases import Known
from bot.language.suffixes import Case, Ending
from db.vocabulary import Direction

_FROM = frozenset(("из", "от", "from", "со"))
_TO = frozenset(("в", "во", "к", "to", "для"))
_DID = frozenset(("did", "does", "has", "have", "had"))
"""`Korea received copies` without one of these is a note that may mean either."""
_BESIDE = frozenset(("с", "у", "with", "of", "by", "по", "за", "при", "in", "at"))
_US_TO = frozenset(("us", "нам", "bizga", "бизга", "ozimizga", "bizlarga"))
_US_FROM = frozenset(("bizdan", "ozimizdan"))
_WE = frozenset(("we", "мы", "biz", "ozimiz", "bizlar"))
INSTITUTIONS = (
    "inst.library", "inst.university", "inst.archive", "inst.museum", "inst.embassy", "inst.ministry",
    "inst.organisation", "inst.foundation", "inst.publisher", "inst.academy",
)  # fmt: skip
"""Nouns that stand for whoever is one."""
IN, OUT = Direction.RECEIVED, Direction.SENT


@dataclass(frozen=True, slots=True)
class Party:
    """The other side as it stands in the sentence: its place and what its ending says."""

    start: int
    end: int
    ending: Ending
    named: bool = True


def parties(frame: Frame, mentions: Iterable[Mention]) -> list[Party]:
    """Those named, and the words that ask for them: `kimdan`, `кому`, `hamkorlarga`, `which libraries`."""
    found = [Party(m.start, m.end, m.ending) for m in mentions]
    wanted = frame.senses("who", "partner", "country", "institution", "they", "there", *INSTITUTIONS)
    verbs = {s.start for s in frame.senses("gave", "gifted", "send", "got")}
    wanted += [s for s in frame.senses("which") if s.language == "en" and s.end in verbs]
    ours = our_house(frame)
    return found + [
        Party(
            _led_by(frame, s.start),
            s.end,
            _plain_genitive(frame, s.start, s.ending),
            named=s.concept == "who",
        )
        for s in wanted
        if not _is_among(frame, s) and s not in ours
    ]


def _led_by(frame: Frame, start: int) -> int:
    """Where the words that stand before a noun begin: `from university libraries`, `в научные библиотеки`."""
    leading = {s.start for s in frame.senses("inst.", "abroad", "partner", "ours", "all", "each", "which")}
    while start - 1 in leading:
        start -= 1
    return start


def our_house(frame: Frame) -> list[Sense]:
    """`the library`, `в библиотеку`, `kutubxonaga`: one institution of our own kind, without a name."""
    if not frame.has("got", "gave", "gifted", "bought", "lent", "came", "send"):
        return []
    ours = frame.scene.gazetteer.ourselves.kinds - {"national", "state", "central"}
    named = {p for m in frame.scene.mentions for p in m.places}
    asked = {at for s in frame.senses("which", "count", "each", "all", "other") for at in (s.end, s.end + 1)}
    leading = {s.end for s in frame.senses("inst.", "partner", "abroad")}
    trailing = {s.start for s in frame.senses("inst.", "partner", "abroad")}
    return [
        s
        for s in frame.senses("inst.")
        if s.concept.partition(".")[2] in ours
        and not (s.ending.plural or frame.low(s.start).endswith(("ies", "s")))
        and not {s.start, s.end - 1} & (named | asked)
        and s.start not in leading
        and s.end not in trailing
    ]


_AMONG = frozenset(("из", "of", "среди", "among"))


def _is_among(frame: Frame, sense: Sense) -> bool:
    """`кому из партнёров`, `which of the libraries`: those among whom, not from whom."""
    before = sense.start - (2 if frame.low(sense.start - 1) in {"the", "our", "наших"} else 1)
    asked = {which.end for which in frame.senses("who", "which", "count")}
    return frame.low(before) in _AMONG and before in asked


_DATIVES = frozenset(("кому", "им", "ему", "ей"))


def _plain_genitive(frame: Frame, at: int, ending: Ending) -> Ending:
    return ending._replace(case=Case.DATIVE) if frame.low(at) in _DATIVES else ending


@dataclass(frozen=True, slots=True)
class Way:
    """Where it went; `both` = both ways were asked; `clash` = the words contradict each other."""

    direction: Direction | None = None
    both: bool = False
    clash: bool = False
    either: bool = False
    """We and they are set side by side: `who gave more, we or Poland`."""


def way(frame: Frame, others: list[Party]) -> Way:
    """Takes the verbs of giving and receiving and says which way they go."""
    inward, outward = frame.take("shipment.in"), frame.take("shipment.out")
    # "came as a gift": given is on what ground it came, where another verb says which way.
    gave, gifted = frame.take("gave", "send", "lent"), frame.take("gifted")
    gave = gave if gave or frame.has("got", "came", "bought", "shipment.in") else gifted
    got = [*frame.take("got", "bought", "came"), *inward]
    parcels = frame.has("exchange", "copies", "material.", "shipment.", "anything")
    parcels = parcels or bool(gave)
    left = [*frame.take("left"), *outward, *(frame.take("went") if parcels else ())]
    got, left = [*got, *frame.senses("donor")], [*left, *frame.senses("recipient")]
    exchanged = frame.take("exchanged", "balance")
    if gave and got and not _same_words(gave, got):
        return Way(both=True)
    if _gives_each_way(frame, gave):
        return Way(both=True)
    if exchanged and not gave and not got:
        return Way(both=True)
    if frame.has("balance") and len(gave) + len(got) + len(left) > 1 and _differ(gave, got, left):
        return Way(both=True)
    if (gave or got) and _we_or_they(frame, others):
        return Way(both=True, either=True)
    said = {vote for party in others if (vote := _vote(frame, party))}
    of_us = _of_us(frame)
    if got and not gave and of_us == {OUT}:
        # "who received the most from us"
        return Way(OUT)
    said |= of_us
    if any(_is_agent(frame, p) or _by_uzbek(frame, p) for p in others):
        return Way(IN if gave else OUT if got else None)
    if len(said) > 1:
        return Way(clash=True)
    verb = _of_verbs(frame, others, gave=bool(gave), got=bool(got), left=bool(left))
    if said:
        vote = said.pop()
        if verb and verb[0] is not vote and verb[1]:
            return Way(clash=True)
        return Way(vote)
    return Way(verb[0] if verb else None)


def _differ(*verbs: list[Sense]) -> bool:
    """`do our dispatches exceed what they gave us`: of two movements, at two places."""
    return len({s.start for found in verbs for s in found}) > 1


def _we_or_they(frame: Frame, others: list[Party]) -> bool:
    """`we or Poland`, `мы Польше или Польша нам`, `bizmi yoki Polshami`: each may be the one who gave."""
    if not frame.has("more", "fewer", "many", "most", "least"):
        return False
    named = [p for p in others if p.named and p.start >= 0]
    tokens = frame.scene.reading.tokens
    ours = [at for at, token in enumerate(tokens) if _is_we(frame, at) or token.key.removesuffix("mi") in _WE]
    for joint in frame.senses("or"):
        before = any(at < joint.start for at in ours), any(p.end <= joint.start for p in named)
        behind = any(at >= joint.end for at in ours), any(p.start >= joint.end for p in named)
        close = any(abs(at - joint.start) == 1 for at in ours)
        if close and ((before[0] and behind[1]) or (behind[0] and before[1])):
            return True
    return len(named) > 1 and bool(ours) and frame.has("or") and _is_one(frame)


def _is_one(frame: Frame) -> bool:
    """One and the same partner or country is named twice."""
    named = [m.targets for m in frame.mentions(Known.PARTNER, Known.COUNTRY, Known.CITY)]
    return len(named) > 1 and len(set(named)) == 1


def _gives_each_way(frame: Frame, gave: list[Sense]) -> bool:
    """`did they give us more than we gave them`: one verb for both ways."""
    if len(gave) < 2 or not frame.has("more", "fewer", "compare", "and"):
        return False
    ours = [verb for verb in gave if _is_we(frame, verb.start - 1)]
    to_us = [verb for verb in gave if frame.low(verb.end) == "us" or frame.low(verb.end + 1) == "us"]
    return bool(ours) and any(verb not in ours for verb in to_us)


def _is_we(frame: Frame, at: int) -> bool:
    return english.singulars(frame.low(at))[0] in _WE


def _is_agent(frame: Frame, party: Party) -> bool:
    """`sent by Poland`, `donated by the embassy`; not the `by` of `sent books by partner`, nor that of `did
    we receive by country`.
    """
    at = party.start - 1
    determined = frame.low(at) in {"the", "our", "an", "a"}
    at -= determined
    several = determined or frame.low(party.end - 1).endswith("s")
    said = [s for s in frame.senses("gave", "gifted", "send", "got", "lent") if s.end == at]
    passive = any(frame.low(s.start - 1) != "we" for s in said)
    return frame.low(at) == "by" and (party.named or (several and passive))


def _same_words(gave: list[Sense], got: list[Sense]) -> bool:
    return {s.start for s in gave} == {s.start for s in got}


def _by_uzbek(frame: Frame, party: Party) -> bool:
    tokens = frame.scene.reading.tokens
    return party.end < len(tokens) and tokens[party.end].key in {"tomonidan", "tarafidan"}


def _is_part(frame: Frame, party: Party) -> bool:
    """`кому из партнёров`, `hamkorlardan qaysi biri`: those among whom somebody is looked for."""
    asked = frame.senses("who", "which", "count")
    if frame.low(party.start - 1) == "из":
        return any(s.end == party.start - 1 for s in asked)
    ablative = party.ending.case is Case.ABLATIVE and party.ending.plural
    return ablative and any(s.start >= party.end for s in asked)


def _is_origin(frame: Frame, party: Party) -> bool:
    """`каким партнёрам из Франции`, `to libraries from Poland`: where they are, not from whom it came."""
    if frame.low(party.start - 1) not in {"из", "from"}:
        return False
    nouns = frame.senses("partner", "institution", *INSTITUTIONS)
    return any(
        s.end == party.start - 1
        and (s.ending.case is Case.DATIVE or frame.low(s.start - 1) in _TO or frame.low(s.start - 2) in _TO)
        for s in nouns
    )


def _vote(frame: Frame, party: Party) -> Direction | None:
    if _is_part(frame, party) or _is_origin(frame, party):
        return None
    before = frame.low(party.start - 1)
    before = frame.low(party.start - 2) if before == "the" else before
    if before in _FROM or (
        before in {"с", "со"} and party.ending.case is Case.GENITIVE and frame.has("got", "came")
    ):
        return IN
    if before in _TO:
        return None if before in {"в", "на"} and party.ending.case is Case.LOCATIVE else OUT
    if party.ending.case is Case.ABLATIVE:
        return IN
    if party.ending.case is Case.DATIVE and before not in {"по", "к"}:
        return OUT
    return None


def _of_us(frame: Frame) -> set[Direction]:
    found: set[Direction] = set()
    tokens = frame.scene.reading.tokens
    for at, token in enumerate(tokens):
        before = frame.low(at - 1)
        if token.key in _US_FROM or (token.low in {"us", "нас"} and before in {"from", "от", "из"}):
            found.add(OUT)
        elif token.key in _US_TO or token.low in _US_TO:
            if before in {"with", "about", "of", "for"}:
                continue
            found.add(IN)
    for sense in our_house(frame):
        vote = _vote(frame, Party(sense.start, sense.end, sense.ending))
        found |= {OUT if vote is IN else IN} if vote else set()
    return found


def _of_verbs(
    frame: Frame, others: list[Party], *, gave: bool, got: bool, left: bool
) -> tuple[Direction, bool] | None:
    """The direction the verbs speak for, and whether nothing else can be meant."""
    if left:
        return OUT, False
    if got and not gave and _they_receive(frame, others):
        return OUT, False
    if got:
        return IN, not gave
    if not gave:
        return None
    verbs = frame.senses("gave", "gifted", "send")
    if any(_given_to_us(frame, verb) for verb in verbs):
        return IN, False
    if _we(frame) or any(v.ending.ours for v in verbs):
        return OUT, True
    if any(v.language == "uz" and not v.ending.passive and v.ending.past for v in verbs):
        acts = any(p.ending.case is Case.PLAIN or _is_part(frame, p) for p in others)
        # `bergan hamkorlarni`: they who gave, whatever is done to them next
        acts = acts or bool({v.end for v in verbs} & {p.start for p in others})
        return (IN, False) if acts else (OUT, False)
    if (
        any(
            v.language == "ru" and v.ending.past and not v.ending.plural and not v.ending.passive
            for v in verbs
        )
        and others
    ):
        return (IN, False) if _is_subject(frame, verbs, others) else (OUT, False)
    if any(v.language == "en" for v in verbs) and any(
        p.start < verbs[0].start and frame.low(p.start - 1) not in _TO for p in others
    ):
        is_passive = any(frame.low(v.start - 1) in {"were", "was", "been"} for v in verbs)
        return (OUT, False) if is_passive else (IN, False)
    return OUT, False


def _given_to_us(frame: Frame, verb: Sense) -> bool:
    """`have we been given`, `books we were sent`: it came to us."""
    if frame.low(verb.start - 1) not in {"been", "were", "was", "being"}:
        aux = verb.start - 2 if _is_we(frame, verb.start - 1) else -1  # `were we sent`
        return verb.language == "en" and frame.low(aux) in {"were", "was"}
    return verb.language == "en" and any(_is_we(frame, at) for at in range(verb.start - 3, verb.start - 1))


def _they_receive(frame: Frame, others: list[Party]) -> bool:
    """`who received most`, `кто получил`, `eng koʻp olgan hamkor`: it went from us to them."""
    verbs = [v for v in frame.senses("got") if not (v.ending.ours or v.ending.passive)]
    if _we(frame) or len(verbs) != len(frame.senses("got")) or frame.has("came", "bought", "shipment.in"):
        return False
    asked = [s for s in frame.senses("who", "partner", "country", "institution", *INSTITUTIONS)
             if _is_plain(frame, s)]  # fmt: skip
    named = [p for p in others if p.named and frame.low(p.start - 1) not in _FROM | _TO | _BESIDE]
    for verb in verbs:
        if _is_said_of(frame, verb, named):
            return True
        if verb.language == "en" and any(0 <= verb.start - s.end <= 1 for s in asked):
            return True
        if verb.language == "ru" and any(s.language == "ru" and s.start < verb.start for s in asked):
            return not verb.ending.plural and verb.ending.past
        if verb.language == "uz" and verb.ending.past and any(s.language == "uz" for s in asked):
            return True
    return False


def _is_said_of(frame: Frame, verb: Sense, named: list[Party]) -> bool:
    """`did Poland receive`, `получила Польша`, `Polsha oldi`: of one who is named."""
    if verb.language == "en":
        whole = any(token.low in _DID for token in frame.scene.reading.tokens)
        return whole and any(0 <= verb.start - p.end <= 1 for p in named)
    if not verb.ending.past or verb.ending.plural:
        return False
    cases = {Case.PLAIN} if verb.language == "uz" else {Case.PLAIN, Case.GENITIVE}
    return any(p.ending.case in cases for p in named)


def _is_plain(frame: Frame, sense: Sense) -> bool:
    """It may be the subject: no case and no preposition before it."""
    before = frame.low(sense.start - 1)
    led = before in _FROM | _TO | _BESIDE
    russian = sense.language != "ru" or sense.concept != "who" or frame.low(sense.start) == "кто"
    return sense.ending.case is Case.PLAIN and not led and russian


def _is_subject(frame: Frame, verbs: list[Sense], others: list[Party]) -> bool:
    return any(
        p.ending.case not in {Case.DATIVE, Case.GENITIVE} and frame.low(p.start - 1) not in _TO | _FROM
        for p in others
    )


def _we(frame: Frame) -> bool:
    tokens = frame.scene.reading.tokens
    return any(_is_we(frame, at) or token.key in _WE for at, token in enumerate(tokens))
