"""The endings of Uzbek words, on folded keys: the case that says from or to, and what a verb's form says.

A word is never lemmatised in the open: a known stem is found under it, and what follows must be a legal
chain of suffixes: voice, negation and tense of a verb; number, owner, case and particle of a noun. Both are
finite.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple


class Case(Enum):
    """What an ending says of a noun's part in the sentence."""

    PLAIN = "plain"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    """-ga: to."""
    LOCATIVE = "locative"
    """-da: in, at."""
    ABLATIVE = "ablative"
    """-dan: from."""
    LIMIT = "limit"
    """-gacha: until."""
    ADJECTIVE = "adjective"
    """-dagi, -gi: that which is in, of."""
    WITHOUT = "without"
    """-siz."""


class Ending(NamedTuple):
    """What a chain of suffixes adds to the stem's meaning."""

    case: Case = Case.PLAIN
    negative: bool = False
    ours: bool = False
    """First person plural, of a noun (-miz: our) or of a verb (-dik, -ganmiz: we)."""
    past: bool = False
    future: bool = False
    passive: bool = False
    asks: bool = False
    """-mi: is it so?"""
    plural: bool = False
    owned: bool = False
    """Third-person possessive: `kutubxonasi`, `shartnomasi`."""


PLAIN = Ending()

_POSSESSIVES = ("", "m", "im", "ng", "ing", "si", "i", "miz", "imiz", "ngiz", "ingiz", "simiz")
_CASES: dict[str, Case] = {
    "": Case.PLAIN, "ni": Case.ACCUSATIVE, "ning": Case.GENITIVE, "niki": Case.GENITIVE,
    "nikini": Case.ACCUSATIVE, "nikiga": Case.DATIVE, "nikidan": Case.ABLATIVE,
    "ga": Case.DATIVE, "ka": Case.DATIVE, "qa": Case.DATIVE,
    "da": Case.LOCATIVE, "dan": Case.ABLATIVE, "gacha": Case.LIMIT, "kacha": Case.LIMIT, "qacha": Case.LIMIT,
    "dagi": Case.ADJECTIVE, "gi": Case.ADJECTIVE, "ki": Case.ADJECTIVE, "dagilar": Case.ADJECTIVE,
    "lik": Case.ADJECTIVE,
    "gilar": Case.ADJECTIVE, "dagilari": Case.ADJECTIVE,
    "gidan": Case.ABLATIVE, "dagidan": Case.ABLATIVE, "giga": Case.DATIVE,
    "dagisi": Case.ADJECTIVE, "gisi": Case.ADJECTIVE, "dagisini": Case.ADJECTIVE,
    "siz": Case.WITHOUT, "dek": Case.PLAIN, "day": Case.PLAIN, "cha": Case.PLAIN, "dir": Case.PLAIN,
}  # fmt: skip
_PARTICLES = ("", "mi", "mikan", "chi", "ham", "yam", "ku")


def _nouns() -> dict[str, Ending]:
    chains: dict[str, Ending] = {}
    # Thousands of chains say one of a few dozen things.
    made = cache(Ending)
    # `polshalik`, `polshaliklarga`: who comes from there.
    stems = ("", "lar", "lik", "liklar")
    for plural, owner, case, particle in product(stems, _POSSESSIVES, _CASES, _PARTICLES):
        if case == "lik" and (plural or owner):
            continue
        ending = made(_CASES[case], ours=owner.endswith("miz"), asks=particle in {"mi", "mikan"},
                      plural=plural.endswith("lar"), owned=owner in {"si", "i"})  # fmt: skip
        chains.setdefault(plural + owner + case + particle, ending)
    return chains


_VOICES = {
    "": False, "il": True, "in": True, "n": True, "l": True, "ish": False, "sh": False, "tir": False,
    "dir": False,
    "t": False, "ilish": True, "inish": True, "tiril": True, "iril": True, "til": True, "lash": False,
}  # fmt: skip


_PAST, _FUTURE = Ending(past=True), Ending(future=True)
_OURS_PAST, _OURS_FUTURE = Ending(past=True, ours=True), Ending(future=True, ours=True)


def _spread(stems: str, persons: str, ending: Ending) -> dict[str, Ending]:
    """Every stem with every person, words parted by blanks; `-` is no person at all."""
    return {stem + person.strip("-"): ending for stem in stems.split() for person in persons.split()}


def _tenses() -> dict[str, Ending]:
    tenses = {"": PLAIN} | dict.fromkeys(("ng", "ing", "inglar", "gin"), PLAIN) | {"aylik": _OURS_FUTURE}
    tenses |= _spread("di", "m ng - ngiz lar larmi", _PAST) | {"dik": _OURS_PAST}
    tenses |= _spread("gan kan qan", "- man san siz dim di edi dir lik ligi ligini ligiga", _PAST)
    tenses |= _spread("gan kan qan", "miz edik dik imiz larimiz imizni imizdan", _OURS_PAST)
    tenses |= _spread("a y ay", "man san di siz dilar", _FUTURE)
    tenses |= _spread("a y ay", "miz diganimiz", _OURS_FUTURE)
    tenses |= _spread("yap ayap", "man san ti siz tilar", _FUTURE) | _spread("yap ayap", "miz", _OURS_FUTURE)
    tenses |= _spread("moqda yotir ayotir", "- lar", _FUTURE) | _spread("moqda yotir", "miz", _OURS_FUTURE)
    tenses |= _spread("moqchi", "-", _FUTURE) | _spread("moqchi ar r", "miz", _OURS_FUTURE)
    tenses |= _spread("ar r ur guncha gani", "-", _FUTURE) | {"sak": _OURS_FUTURE}
    tenses |= _spread("ar r ur", "kin mikin mikan kan", _FUTURE) | _spread(
        "adi ydi aydi", "mi mikin mikan", _FUTURE
    )
    tenses |= _spread("gan kan qan di", "mikin mikan kin", _PAST)
    tenses |= _spread("sa", "m ng - ngiz lar ngizchi ngchi", _FUTURE)
    tenses |= _spread("yapt ayapt", "-", _FUTURE)
    tenses |= _spread("ardi ib b ibdi bdi gach gali", "-", _PAST) | {"ibmiz": _OURS_PAST}
    return tenses | _participles()


def _participles() -> dict[str, Ending]:
    """`yuborganlarga`, `tugaydigan`, `kelayotganlar`, `yuborishni`: verbs that take the endings of nouns."""
    found: dict[str, Ending] = {}
    not_of_time = {"gi", "ki", "lik", "cha", "siz"}
    for case, meaning in _CASES.items():
        for stem, number in product(("gan", "kan", "qan"), ("", "lar", "i", "lari", "imiz", "larimiz")):
            if number + case and case not in not_of_time:
                told = _PAST._replace(case=meaning, plural=bool(number), ours=number.endswith("miz"))
                found[stem + number + case] = told
        for stem, number in product(
            ("adigan", "ydigan", "aydigan", "ayotgan", "yotgan", "iyotgan"), ("", "lar")
        ):
            found[stem + number + case] = _FUTURE._replace(case=meaning, plural=bool(number))
    for act in ("ish", "sh", "uv", "v", "moq"):
        found |= {act + chain: Ending(end.case, ours=end.ours) for chain, end in _act_nouns().items()}
    return found


def _act_nouns() -> dict[str, Ending]:
    owners = ("", "i", "lar", "lari", "imiz", "larimiz")
    return {
        owner + case: Ending(meaning, ours=owner.endswith("miz"))
        for owner, (case, meaning) in product(owners, _CASES.items())
    }


@cache
def _noun_chains() -> dict[str, Ending]:
    return _nouns()


@cache
def _tense_chains() -> dict[str, Ending]:
    return _tenses()


_VOICES_LONGEST_FIRST = tuple(sorted(_VOICES.items(), key=lambda voice: -len(voice[0])))
_FLAT_NO = frozenset((
    "mas", "masman", "maslar", "masmiz", "masdan", "maslik", "maslikni", "maslikka", "masligi", "masligini",
    "masligimiz", "masligimizni", "masligiga",
))  # fmt: skip


def noun_ending(rest: str) -> Ending | None:
    """What a chain after a noun's stem says; None where it is no chain at all."""
    return _noun_chains().get(rest)


@lru_cache(maxsize=8192)
def verb_ending(rest: str) -> Ending | None:
    """What a chain after a verb's stem says; None where it is no chain at all."""
    asked = rest.endswith("mi") and _verb(rest[:-2])
    return asked._replace(asks=True) if asked else _verb(rest)


def _verb(rest: str) -> Ending | None:
    tenses = _tense_chains()
    for voice, passive in _VOICES_LONGEST_FIRST:
        if not rest.startswith(voice):
            continue
        after = rest[len(voice) :]
        if after in _FLAT_NO:
            return Ending(negative=True, future=True, passive=passive)
        if after.startswith("ma") and (ending := tenses.get(after[2:])):
            return ending._replace(passive=passive, negative=True)
        if (after or not voice) and (ending := tenses.get(after)):
            return ending._replace(passive=passive)
    return None


@lru_cache(maxsize=32768)
def stems(key: str) -> tuple[str, ...]:
    """The forms under which an open word (of a title, of a name) is indexed: itself and itself without noun
    endings.
    """
    chains = _noun_chains()
    return tuple(key[:at] for at in range(len(key), 2, -1) if key[at:] in chains)
