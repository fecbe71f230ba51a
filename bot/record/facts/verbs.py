"""The verbs of a message: what each says happened, who did it, and whether it is said to have happened at
all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from bot.language import russian
from bot.language.auxiliaries import helper
from bot.language.lexicon import Sense, table, words_of
from bot.language.phrases import Known
from bot.language.scripts import fold
from bot.language.suffixes import PLAIN, Ending
from bot.record.facts.moods import governed, negated
from bot.record.facts.scene import Scene
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at the tokens `start` … `end` - 1; `act` is its concept without `log.`."""

    start: int
    end: int
    act: str
    ending: Ending
    language: str
    affirmed: bool
    """Said to have happened: past, not negated, no plan, no question."""
    denied: bool = False
    """Said not to have happened, or not yet; a bare form is neither."""

    @property
    def ours(self) -> bool:
        """We did it: said by the verb's own ending."""
        return self.ending.ours


@lru_cache(maxsize=64)
def verbs(scene: Scene, *acts: str) -> tuple[Verb, ...]:
    """The verbs of these acts from left to right; where one place says several, the act named first."""
    found: list[Verb] = []
    ranks = {f"log.{act}": rank for rank, act in enumerate(acts)}
    place = 0
    while place < len(scene.tokens):
        if place not in scene.by_place:
            place += 1
            continue
        apart, told = scene.at(place, "open ended"), scene.at(place, "log.")
        if apart is not None and (told is None or told.end < apart.end):
            place = apart.end
            continue
        sense = _best(scene, place, ranks)
        if sense is not None and not _in_date(scene, sense) and not _in_name(scene, sense):
            found.append(_verb(scene, sense))
        place = sense.end if sense is not None else place + 1
    found = [v for v in found if not _taken_back(scene, v)]
    return tuple(v for v in found if _is_finite(scene, v) or not _led(scene, v, found))


def _taken_back(scene: Scene, verb: Verb) -> bool:
    """`вернул... нет, подарил`: a word that the next one puts right."""
    slip = next((s for p in (0, 1) if (s := scene.at(verb.end + p, "log.correction")) is not None), None)
    if slip is None or not scene.before(slip.start).strip():
        return False
    following = scene.at(slip.end, "log.")
    return following is not None and following.language == verb.language


def happenings(scene: Scene) -> tuple[Verb, ...]:
    """Whatever the text says has been done: what tells a sentence from a heading."""
    acts = {s.concept[4:] for s in scene.senses if s.concept.startswith("log.")} - _NO_ACTS
    return tuple(v for v in verbs(scene, *sorted(acts)) if v.affirmed)


_NO_ACTS = frozenset(
    ("not", "plan", "off", "question", "ask", "correction", "pointed", "guest", "draft", "duration",
     "parcel", "return gift", "stand", "signing", "formal", "hearsay", "consent")
)  # fmt: skip


def _is_finite(scene: Scene, verb: Verb) -> bool:
    """Uzbek verbal nouns and converbs (`yuborish`, `ishtirok etib`) say what is done only by themselves."""
    said = verb.ending
    if scene.tokens[verb.start].key in _done_words():
        return True
    if verb.language != "uz" or said.negative or said.asks or said.future:
        return True
    return (said.past or said.ours) and not _leans(scene, verb.end)


def _led(scene: Scene, verb: Verb, found: list[Verb]) -> bool:
    """Whether a finite verb of the same sentence says what happens."""
    start, end = scene.sentence_of(verb.start)
    return any(start <= other.start < end and _is_finite(scene, other) for other in found)


def _best(scene: Scene, place: int, wanted: dict[str, int]) -> Sense | None:
    """The verb at a place; `wanted`: the rank of each."""
    here = [s for s in scene.by_place.get(place, ()) if not _reaches_term(scene, s)]
    senses = [s for s in here if s.concept in wanted]
    longest = max((s.end for s in here if s.concept.startswith("log.")), default=0)
    senses = [s for s in senses if s.end == longest]
    return min(senses, key=lambda s: (-s.end, wanted[s.concept], not s.ending.past), default=None)


def _reaches_term(scene: Scene, sense: Sense) -> bool:
    """`signed for 3 years`: no parcel was signed for."""
    if scene.low(sense.end - 1) != "for":
        return False
    number = next((n for n in scene.counted if n.start == sense.end), None)
    return number is not None and scene.at(number.end, "year", "month") is not None


def _in_date(scene: Scene, sense: Sense) -> bool:
    return scene.when_at(sense.start) is not None


def _in_name(scene: Scene, sense: Sense) -> bool:
    """`Ulan-Bator` joins nothing."""
    named = (m for m in scene.mentions if m.known in _NAMES and m.start <= sense.start < sense.end <= m.end)
    return any(sense.start in m.places and len(m.places) > sense.end - sense.start for m in named)


_NAMES = frozenset((Known.PARTNER, Known.CITY, Known.COUNTRY))


def _verb(scene: Scene, sense: Sense) -> Verb:
    no = negated(scene, sense) or governed(scene, sense.start)
    ok = not no and _happened(scene, sense)
    denied = no or sense.ending.future or sense.ending.asks
    return Verb(sense.start, sense.end, sense.concept[4:], sense.ending, sense.language, ok, denied)


def _happened(scene: Scene, sense: Sense) -> bool:
    """Whether its form says that it is done."""
    if sense.ending.asks or sense.ending.future:
        return False
    low = scene.low(sense.start)
    if low in _done_words() or scene.tokens[sense.start].key in _done_words():
        return True
    if sense.language == "en":
        said = [scene.low(place) for place in range(sense.start, sense.end)]
        if sense.concept == "log.end" and said[-1].endswith("ing") and scene.low(sense.start - 1) in _IS:
            return True
        if scene.earlier.told and scene.low(sense.start - 1) == "the" and scene.low(sense.end) == "of":
            return True  # `we began the year with the signing of a memorandum`
        return any(word.endswith("ed") or word in _past_forms() for word in said) or _is_done(scene, sense)
    if sense.language == "ru":
        past = sense.ending.past
        if sense.end - sense.start > 1:
            past = past or any(form.ending.past for form in russian.forms(low))
        return (past and not russian.is_participle(low)) or low in _written_forms()
    if sense.end < len(scene.tokens) and (helper := _helper(scene, sense)) is not None:
        return helper.past and not helper.negative
    return sense.ending.past and not _leans(scene, sense.end)


def _is_done(scene: Scene, sense: Sense) -> bool:
    """`did give`, `were kind enough to donate`, `managed to send`: a bare form that tells what happened."""
    before = (scene.low(sense.start - 2), scene.low(sense.start - 1))
    if "did" in before and "to" not in before:
        return scene.sentence_of(sense.start)[0] < sense.start - 1 - before.index("did")
    return before[1] == "to" and before[0] in _MANAGED


_MANAGED = frozenset(("enough", "managed", "able", "succeeded", "glad", "happy"))
_IS = frozenset(("is", "are"))
"""`they are ending it from 1 January`: a notice of the end is one."""


def _helper(scene: Scene, sense: Sense) -> Ending | None:
    """What a helping verb says: `joʻnatib qoʻydim`, `olib kelishdi`; None without one."""
    if not scene.tokens[sense.end - 1].key.endswith("b") or scene.before(sense.end) != " ":
        return None
    found = [s for s in scene.by_place.get(sense.end, ()) if s.concept == "log.helper" and s.ending != PLAIN]
    return found[0].ending if found else None


_PAST_HELPERS = frozenset(("edi", "ekan", "эди", "экан", "edik", "эдик"))


def _leans(scene: Scene, end: int) -> bool:
    """`yuborilgan kitoblar`, `joʻnatib yuborsangiz`: the form belongs to the word behind it."""
    key = scene.tokens[end - 1].key
    if not key.endswith(("gan", "kan", "qan", "ib")) or end >= len(scene.tokens):
        return False
    if scene.before(end).strip(" '\"«»") or scene.low(end) in _PAST_HELPERS or scene.when_at(end) is not None:
        return False
    if helper(key, scene.tokens[end].key) is not None:
        return False  # `совға қилиб юборибди`: the helper says what became of it
    if scene.at(end, "and") and _ends_alike(scene, end):
        return False
    behind = scene.at(end, "log.", "material.", "material", "list", "with", "and")
    return behind is not None or key.endswith("ib")


def _ends_alike(scene: Scene, place: int) -> bool:
    """`imzolangan va … boʻlgan`: two predicates of one form at the end of a sentence."""
    last = scene.sentence_of(place)[1] - 1
    key = scene.tokens[last].key
    return last > place and key.endswith(("gan", "kan", "qan")) and scene.at(last, "log.") is not None


@cache
def _past_forms() -> frozenset[str]:
    """English past forms that do not end in -ed, and what telegrams write for them."""
    return frozenset(words_of(table(Language.EN, "exact", "statements").get("past", "")))


@cache
def _done_words() -> frozenset[str]:
    """Words without a tense that say that something is done: `bekor`, `maʼqul`."""
    cells = [table(language, "exact", "statements").get("done", "") for language in Language]
    words = {word.replace("ʼ", "'") for cell in cells for word in words_of(cell)}
    return frozenset(words | {fold(word) for word in words})


@cache
def _written_forms() -> frozenset[str]:
    """Russian forms that stand in the list as they are written: abbreviations, slips."""
    cells = table(Language.RU, "verbs", "statements").values()
    return frozenset(word[1:] for cell in cells for word in words_of(cell) if word.startswith("="))
