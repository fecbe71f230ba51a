"""Russian words by their dictionary form. The dictionary (16 MB) is opened at the first Cyrillic word, and
read where it lies on the disk.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from mmap import ACCESS_READ, MADV_DONTNEED, mmap
from pathlib import Path
from typing import Any, NamedTuple

from bot.language.suffixes import Case, Ending

_CASES = {"datv": Case.DATIVE, "gent": Case.GENITIVE, "accs": Case.ACCUSATIVE, "loct": Case.LOCATIVE}


class Form(NamedTuple):
    """One reading of a word: its dictionary form, and what its ending says."""

    lemma: str
    ending: Ending


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3_dicts_ru import get_path

    # Told where it lies: else every package that is installed is asked whether it has one.
    folder = Path(get_path())
    analyzer = MorphAnalyzer(path=str(folder), lang="ru")
    _lay_open(analyzer.dictionary.words, folder / "words.dawg")
    for number, suffixes in enumerate(analyzer.dictionary.prediction_suffixes_dawgs):
        _lay_open(suffixes, folder / f"prediction-suffixes-{number}.dawg")
    _lay_open(analyzer.prob_estimator.p_t_given_w, folder / "p_t_given_w.intdawg")
    return analyzer


_maps: list[mmap] = []


def _lay_open(graph: Any, file: Path) -> None:
    """Lets a word graph look things up in its file: a copy would be the largest thing in memory.

    The file is a length and so many units, then a length and so many pairs of bytes.
    """
    with file.open("rb") as handle:
        _maps.append(mmap(handle.fileno(), 0, access=ACCESS_READ))
    whole, units = memoryview(_maps[-1]), len(graph.dct._units)
    graph.dct._units = whole[4 : 4 + 4 * units].cast("I")
    if guide := getattr(graph, "guide", None):
        guide._units = whole[8 + 4 * units : 8 + 4 * units + len(guide._units)]


def lay_aside() -> None:
    """The pages that were looked at go back to the system, which keeps them as long as it has room."""
    for each in _maps:
        each.madvise(MADV_DONTNEED)


@lru_cache(maxsize=32768)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a lower-case word, likeliest first, each dictionary form once; `ё` is written `е`."""
    found: dict[str, Form] = {}
    for parse in _dictionary().parse(word):
        lemma = parse.normal_form.replace("ё", "е")
        if lemma not in found:
            found[lemma] = Form(lemma, _ending(parse.tag))
    return tuple(found.values())


def _ending(tag: Any) -> Ending:
    return Ending(
        case=_CASES.get(str(tag.case), Case.PLAIN),
        past="past" in tag,
        future="pres" in tag or "futr" in tag,
        passive="pssv" in tag,
        plural="plur" in tag,
        ours="1per" in tag and "plur" in tag,
    )


@cache
def _list(name: str) -> dict[str, str]:
    """What the dictionary says of the words that we know anyway, by the word (`docs/forms.py`)."""
    lines = (files("locales") / "ru" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


@lru_cache(maxsize=32768)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of a lower-case word."""
    listed = _list("lemmas").get(word)
    return tuple(listed.split()) if listed else looked_up(word)


def looked_up(word: str) -> tuple[str, ...]:
    """The same, from the dictionary itself."""
    return tuple(form.lemma for form in forms(word))


def lemma(word: str) -> str:
    """The one dictionary form of a word that stands in a lexicon: itself where it is one."""
    found = lemmas(word)
    return word if word in found or not found else found[0]


def inflected(word: str) -> tuple[str, ...]:
    """Every form of a dictionary word, for finding it under a slip of the pen."""
    if listed := _list("forms").get(word):
        start, *ends = (part.removeprefix("-") for part in listed.split())
        return tuple(start + end for end in ends)
    return inflected_by_rule(word)


def inflected_by_rule(word: str) -> tuple[str, ...]:
    """The same, from the dictionary itself."""
    parses = [parse for parse in _dictionary().parse(word) if parse.normal_form.replace("ё", "е") == word]
    return tuple(sorted({form.word.replace("ё", "е") for parse in parses[:1] for form in parse.lexeme}))


@lru_cache(maxsize=32768)
def cases(word: str) -> frozenset[str]:
    """Every case a lower-case word may stand in, by the dictionary's names: nomn, gent, datv, accs, ablt,
    loct.
    """
    return frozenset(str(parse.tag.case) for parse in _dictionary().parse(word) if parse.tag.case)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether a lower-case word stands in the dictionary as it is written."""
    return bool(_dictionary().word_is_known(word))


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether a lower-case word is likeliest a noun."""
    return str(_dictionary().parse(word)[0].tag.POS) == "NOUN"


_LIGHT = frozenset(("VERB", "INFN", "PRTS", "GRND", "ADVB", "COMP", "PRCL", "CONJ", "PRED", "INTJ", "NPRO"))


@lru_cache(maxsize=8192)
def is_light(word: str) -> bool:
    """Whether a lower-case word is no noun and no adjective in any reading: it names nothing."""
    return all(str(parse.tag.POS) in _LIGHT for parse in _dictionary().parse(word))


@lru_cache(maxsize=8192)
def is_adjective(word: str) -> bool:
    """Whether a lower-case word is likeliest an adjective."""
    return str(_dictionary().parse(word)[0].tag.POS) == "ADJF"


@lru_cache(maxsize=8192)
def is_named(word: str) -> bool:
    """Whether a lower-case word may be somebody's name: the dictionary says so, or does not know it."""
    marks = {"Name", "Surn", "Patr"}
    return not is_word(word) or any(marks & set(parse.tag.grammemes) for parse in _dictionary().parse(word))


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Whether a lower-case word is likeliest a full participle: `отправленных`, not `отправлено`."""
    return str(_dictionary().parse(word)[0].tag.POS) == "PRTF"


@lru_cache(maxsize=8192)
def nominative(word: str, noun: str) -> str:
    """A noun, or an adjective that goes with it, as it stands alone: `ягеллонской`, `библиотеки` →
    `ягеллонская`.
    """
    head = next((p for p in _dictionary().parse(noun) if p.tag.POS == "NOUN"), None)
    for parse in _dictionary().parse(word):
        if parse.tag.POS == "NOUN":
            changed = parse.inflect({"nomn"})
        elif parse.tag.POS in {"ADJF", "PRTF"} and head is not None:
            plural = head.tag.number == "plur"
            changed = parse.inflect({"nomn", "plur"} if plural else {"nomn", "sing", str(head.tag.gender)})
        else:
            continue
        if changed:
            return str(changed.word)
    return word
