"""Institutions that a message names and the registry lacks: where they stand, and the name as one would write
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language import russian
from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.names import kinds_of
from bot.language.phrases import CONNECTORS, Known
from bot.language.suffixes import Case
from bot.record.facts.peoples import people_of
from bot.record.facts.scene import Scene
from db.vocabulary import Language

HEADS = {
    "library": "special library", "archive": "archive", "university": "university", "museum": "museum",
    "embassy": "embassy", "ministry": "ministry", "foundation": "foundation", "publisher": "publisher",
    "academy": "other", "centre": "other", "organisation": "international organisation",
}  # fmt: skip
_LIBRARIES = (
    ("national", "national library"), ("university", "university library"),
    ("parliamentary", "parliamentary library"),
    ("public", "public library"), ("research", "research library"),
)  # fmt: skip
_UZBEK_CASE = re.compile(r"(?:'?lar)?(?:dan|ga|da|ning|ni|dagi|дан|га|да|нинг|ни|даги|ка|ka|qa|қа)$")
_OF = frozenset(("of", "for", "имени", "им", "nomidagi", "номидаги", "при"))
_STOP = (
    "staff",
    "people",
    "role.",
    "delegation",
    "log.",
    "us",
    "ours",
    "partner",
    "time.",
    "event.",
    "agreement.",
    "not",
    "sign",
    "approve",
)

Found = tuple[int, int, str, Case]


def unknown(scene: Scene, known: frozenset[int]) -> Iterator[Found]:
    """Start, end, name and case of each; `known` are the places of partners that were found."""
    place = 0
    while place < len(scene.tokens):
        found = None if place in known else _at(scene, place, known)
        if found is None:
            place += 1
            continue
        yield found
        place = found[1]


def _at(scene: Scene, head: int, known: frozenset[int]) -> Found | None:
    if any(first <= head < last for first, last in scene.quoted):
        return None
    kinds = kinds_of(scene.tokens[head]) & HEADS.keys()
    sense = scene.at(head, "inst.")
    if not kinds or sense is None or _ours(scene, head, sense) or _is_common(scene, head, sense):
        return None
    start, end = _left(scene, head, known), _right(scene, head, known)
    if any(place in known for place in range(start, end)) or not _tells(scene, start, end, head):
        return None
    if _is_a_peoples(scene, start, end) or any(scene.at(place, "stage.") for place in range(start, end)):
        return None
    case = _case(scene, end - 1, sense) if scene.language not in {Language.RU, Language.EN} else Case.PLAIN
    if case is Case.ACCUSATIVE and "centre" in kinds:
        return None  # `рақамлаштириш марказини кўрди`: a room of ours that was looked at
    return start, end, _written(scene, start, end, head), case


def _is_common(scene: Scene, head: int, sense: Sense) -> bool:
    """`arxivchi`, `arxivlar kongressi`: people of such houses, or such houses in general."""
    uzbek = sense.language == "uz"
    many = scene.tokens[head].written
    if scene.language is Language.EN and many[0].islower() and many.endswith("ies"):
        return True
    return scene.at(head, "staff") is not None or (uzbek and sense.ending.plural and not sense.ending.owned)


def _ours(scene: Scene, head: int, sense: Sense) -> bool:
    return (
        sense.ending.ours
        or scene.at(head - 1, "ours") is not None
        or scene.low(head - 1) in {"our", "наша", "нашей", "нашу"}
    )


def _left(scene: Scene, head: int, known: frozenset[int]) -> int:
    """Back over the words that can belong to the name: capitals, institutional words, a strange word beside
    it.
    """
    start = head
    while start > 0 and _belongs(scene, start - 1, start, known):
        start -= 1
    while start < head and scene.low(start) in {*CONNECTORS, "the"}:
        start += 1
    return start


def _belongs(scene: Scene, place: int, after: int, known: frozenset[int]) -> bool:
    token = scene.tokens[place]
    if (
        place in known
        or token.is_number
        or scene.before(after) not in {" ", "-", ". ", "'"}
        or scene.when_at(place)
    ):
        return False
    if kinds_of(token) or scene.low(place) in _OF or is_article(scene, place):
        return True
    if any(number.start <= place < number.end for number in scene.counted) or _is_elsewhere(scene, place):
        return False
    if scene.language is Language.RU and (scene.low(place) in _BEFORE_NAMES or _is_done(token.low)):
        return False
    if scene.at(place, *_STOP) is not None and not _place_name(scene, place):
        return False
    if token.written[0].isupper():
        return place > 0 or not scene.at(place)
    if scene.small and (
        _place_name(scene, place) or (scene.language is Language.EN and _is_strange(scene, place))
    ):
        return True
    return scene.language is not Language.EN and not scene.by_place.get(place) and len(token.written) > 3


def is_article(scene: Scene, place: int) -> bool:
    """`Dor al-Osor`, `Museo del Prado`: a small word inside a name."""
    behind = place + 1
    return (
        scene.low(place) in ARTICLES
        and place > 0
        and behind < len(scene.tokens)
        and scene.tokens[place - 1].written[0].isupper()
        and scene.tokens[behind].written[0].isupper()
    )


ARTICLES = frozenset(
    ("al", "as", "ad", "ash", "el", "de", "del", "della", "di", "da", "la", "le", "van", "von", "der", "bin",
     "ibn", "аль", "ас", "ад", "эль", "де", "дель", "делла", "да", "ла", "ван", "фон", "дер", "бин", "ибн")
)  # fmt: skip


_BEFORE_NAMES = frozenset(("из", "от", "в", "у", "с", "к", "для"))


def _is_done(low: str) -> bool:
    """`Добавлен Музей …`: what was done to it is no part of its name."""
    return any(form.ending.past and form.ending.passive for form in russian.forms(low))


def _is_elsewhere(scene: Scene, place: int) -> bool:
    """`Rigadan`, `Rigadagi`: where it is or comes from, no part of its name."""
    found = [m for m in scene.mentions if m.start == place and m.known in {Known.COUNTRY, Known.CITY}]
    return any(m.ending.case in {Case.ABLATIVE, Case.ADJECTIVE, Case.DATIVE} for m in found)


def _place_name(scene: Scene, place: int) -> bool:
    return any(m.start == place and m.known in {Known.COUNTRY, Known.CITY} for m in scene.mentions)


def _right(scene: Scene, head: int, known: frozenset[int]) -> int:
    """On over `of X`, `имени X`, and in Russian the genitives that follow: `библиотека Ягеллонского
    университета`.
    """
    end = head + 1
    while end < len(scene.tokens) and end not in known and not scene.when_at(end):
        token, low = scene.tokens[end], scene.low(end)
        plain = scene.before(end) == " "
        if (
            plain
            and low in _OF
            and end + 1 < len(scene.tokens)
            and (scene.tokens[end + 1].written[0].isupper() or _is_small_name(scene, end + 1))
        ):
            end = max([end + 2, *(m.end for m in scene.mentions if m.start == end + 1 and _is_place(m))])
        elif (
            (
                plain
                and scene.language is Language.EN
                and scene.low(end - 2) in _OF
                and _is_capital(scene, end)
            )
            or (plain and scene.language is Language.RU and _is_of_name(scene, end, head))
            or (
                scene.language is Language.RU
                and plain
                and (token.written[0].isupper() or kinds_of(token) or _is_small_name(scene, end))
            )
            or (scene.language is not Language.RU and plain and kinds_of(token))
        ):
            end += 1
        else:
            break
    return end


def _is_capital(scene: Scene, place: int) -> bool:
    """`Museum of Islamic Art`"""
    return scene.tokens[place].written[0].isupper() and not scene.at(place, *_STOP)


def _is_of_name(scene: Scene, place: int, head: int) -> bool:
    """`Музей исламского искусства`: behind a capital the genitives of what the house is of."""
    if not scene.tokens[head].written[0].isupper() or scene.at(place, "material.", "copies", *_STOP):
        return False
    low = scene.low(place)
    return "gent" in russian.cases(low) and low not in _OF and len(low) > _SMALL


def _is_place(mention: Mention) -> bool:
    return mention.known in {Known.COUNTRY, Known.CITY}


def _is_small_name(scene: Scene, place: int) -> bool:
    """`библиотека монголии`, `university of oslo`: a name typed in small letters."""
    if scene.language is Language.RU and "gent" not in russian.cases(scene.low(place)):
        return False  # `библиотека, Загреб`: where it is
    return _place_name(scene, place) or (scene.small and _is_strange(scene, place))


def _is_strange_word(scene: Scene, place: int) -> bool:
    return scene.language is Language.EN and _is_strange(scene, place)


def _is_strange(scene: Scene, place: int) -> bool:
    """A word that nothing explains, and no verb."""
    token = scene.tokens[place]
    if token.is_number or len(token.written) <= _SMALL or scene.by_place.get(place) or scene.when_at(place):
        return False
    if scene.language is Language.RU:
        return russian.is_noun(token.low) or not russian.is_word(token.low)
    return not token.low.endswith(("ed", "ing")) and token.low not in _COMMON


_SMALL = 3
_COMMON = frozenset(
    ("this", "that", "with", "from", "here", "also", "just", "morning", "week", "which", "their")
)


def _tells(scene: Scene, start: int, end: int, head: int) -> bool:
    """A kind of institution alone names none: there must be a word that tells it from others."""
    return any(
        not kinds_of(scene.tokens[place]) and scene.low(place) not in {*_OF, *CONNECTORS, "the"}
        for place in range(start, end)
        if place != head
    ) or any(m.how is How.UNKNOWN and m.start <= head < m.end for m in scene.mentions)


def _is_a_peoples(scene: Scene, start: int, end: int) -> bool:
    """`Fin kutubxonasi`, `the Austrian library`: no name, but the library of a country."""
    small = {*_OF, *CONNECTORS, "the"}
    telling = [p for p in range(start, end) if not kinds_of(scene.tokens[p]) and scene.low(p) not in small]
    return bool(telling) and all(_lies_in(scene, place) for place in telling)


def _lies_in(scene: Scene, place: int) -> bool:
    """Whether a word only says where: a people's adjective, `Olmaotadagi`."""
    if people_of(scene.tokens[place], beside=True) is not None:
        return True
    where = [m for m in scene.mentions if m.start == place and m.known in {Known.COUNTRY, Known.CITY}]
    return any(m.ending.case is Case.ADJECTIVE for m in where)


def _case(scene: Scene, last: int, sense: Sense) -> Case:
    final = scene.at(last, "inst.") or sense
    return final.ending.case


def _written(scene: Scene, start: int, end: int, head: int) -> str:
    """The name as it stands alone."""
    if scene.language is Language.RU:
        return _nominative(scene, start, end, head)
    text = scene.said(start, end)
    if scene.language is Language.EN:
        return " ".join(w if w in _OF | {"the", "and"} else _capital(w) for w in text.split())
    return _capital(without_case(text))


def without_case(name: str) -> str:
    """An Uzbek name as it stands alone."""
    return _UZBEK_CASE.sub("", name)


def _nominative(scene: Scene, start: int, end: int, head: int) -> str:
    """The head noun and the adjectives before it in the nominative; what follows stays as it is."""
    heads = [p for p in range(start, head + 1) if kinds_of(scene.tokens[p]) and russian.is_noun(scene.low(p))]
    noun = heads[0] if heads else head
    words = [
        russian.nominative(token.low, scene.low(noun)) if start + at <= noun else ""
        for at, token in enumerate(scene.tokens[start:end])
    ]
    spelled: list[str] = []
    for token, word in zip(scene.tokens[start:end], words, strict=True):
        named = token.written[0].isupper() or _place_name(scene, start + len(spelled))
        shown = word or token.written
        spelled.append(_capital(shown) if named else shown)
    return _capital(" ".join(spelled))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def kind_of(name: tuple[frozenset[str], ...]) -> str:
    """The kind of partner that the institutional words of a name say; empty where they leave it open."""
    kinds = frozenset().union(*name)
    if "library" in kinds:
        return next((kind for word, kind in _LIBRARIES if word in kinds), "")
    return next((kind for word, kind in HEADS.items() if word in kinds and kind != "other"), "")
