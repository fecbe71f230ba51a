"""Names of people: where one begins, where it ends, how it stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language import russian
from bot.language.phrases import Known
from bot.record.facts import institutions
from bot.record.facts.mentions import SURNAME
from bot.record.facts.parties import Party
from bot.record.facts.scene import Scene
from db.vocabulary import Language

_INITIAL = 2


def name_end(scene: Scene, parties: Sequence[Party], place: int, end: int) -> int | None:
    """Where a name of a person that begins here ends; None where none does."""
    last = place
    while (
        last < end
        and (_is_part(scene, parties, last) or (last > place and institutions.is_article(scene, last)))
        and (last == place or scene.before(last) in {" ", ". ", ".", "-"})
    ):
        last += 1
    words = [t.written for t in scene.tokens[place:last] if len(t.written) > _INITIAL]
    if len(words) == 1 and last - place == 1 and scene.at(place, "time.", "filler", "with") is not None:
        return None  # `Within the project`
    if len(words) >= 2 or (len(words) == 1 and (last - place > 1 or SURNAME.search(_stem(words[0])))):
        return last
    return None


_NAMES = frozenset((Known.COUNTRY, Known.CITY, Known.REGION, Known.PARTNER, Known.OURSELVES))


def _is_part(scene: Scene, parties: Sequence[Party], place: int) -> bool:
    token = scene.tokens[place]
    joined = scene.before(place) == "-" and place > 0 and scene.tokens[place - 1].written[0].isupper()
    if joined and token.written.islower() and not scene.by_place.get(place):
        # `Kim Min-jun`
        return True
    capital = token.written[0].isupper() or (scene.small and _is_typed_small(scene, place))
    if not capital or token.is_number or scene.when_at(place):
        return False
    if any(n.start <= place < n.end and n.end - n.start > 1 for n in scene.counted):
        return False  # `Forty-three books`
    if _is_title(scene, place):
        return False
    if any(p.start <= place < p.end for p in parties) or any(s <= place < e for s, e in scene.quoted):
        return False
    if any(m.known in _NAMES and m.start <= place < m.end for m in scene.mentions):
        return False
    if len(token.written) <= _INITIAL:
        return not scene.at(place) or _is_initial(scene, place)
    if token.written.isupper():
        return False
    senses = [
        s
        for s in scene.by_place.get(place, ())
        if s.language != "uz" or scene.language not in {Language.RU, Language.EN}
    ]
    return not any(s.concept.split(".")[0] in _WORDS for s in senses) or bool(SURNAME.search(token.written))


def _is_initial(scene: Scene, place: int) -> bool:
    """`А. Каримов`: one letter, a full stop, a surname."""
    behind = place + 1
    if len(scene.tokens[place].written) > 1 or behind >= len(scene.tokens):
        return False
    dotted = scene.before(behind) in {".", ". "}
    return dotted and SURNAME.search(_stem(scene.tokens[behind].written)) is not None


def _is_typed_small(scene: Scene, place: int) -> bool:
    """`лола каримова`, `aziz tursunov`: one of two strange words, the second a surname."""
    return _is_pair(scene, place) or _is_pair(scene, place - 1)


def _is_pair(scene: Scene, first: int) -> bool:
    if first < 0 or first + 1 >= len(scene.tokens) or scene.before(first + 1) != " ":
        return False
    pair = scene.tokens[first : first + 2]
    if any(t.is_number or len(t.written) < _SHORTEST for t in pair) or _means(scene, first):
        return False
    surname = _stem(pair[1].low)
    if scene.language is Language.RU:
        korean = surname in _KOREAN and russian.is_named(pair[0].low)
        both = all(russian.is_named(t.low) for t in pair) and not _means(scene, first + 1)
        known = SURNAME.search(pair[1].low) is not None or russian.is_word(pair[1].low)
        return korean or (both and known)
    return not _means(scene, first + 1) and _SURE_SURNAME.search(surname) is not None


def _means(scene: Scene, place: int) -> bool:
    """Whether a word says something in the language of the message; `aziz` before a surname is a name."""
    others = scene.language is Language.RU
    senses = [s for s in scene.by_place.get(place, ()) if not (others and s.language != "ru")]
    return any(s.concept.split(".")[0] in _WORDS for s in senses)


_KOREAN = frozenset(("ким", "пак", "цой", "тен", "хан", "хван", "югай", "ногай", "шин", "лим"))


_SHORTEST = 3


_SURE_SURNAME = re.compile(
    r"(ov|ova|ev|eva|yev|yeva|skiy|skaya|zoda|zade|shvili|chuk|yan|ов|ова|ев|ева|ский|ская|зода|швили|чук|ян|ўғли|қизи)$"
)


def _is_title(scene: Scene, place: int) -> bool:
    """`Rumyantsev Readings`: a name right before an event that is written with a capital is no guest's."""
    behind = place + 1
    if scene.at(behind, "event.") is None or scene.before(behind) != " ":
        return False
    return scene.language is Language.EN and scene.tokens[behind].written[0].isupper()


_WORDS = frozenset(
    (
        "event", "agreement", "log", "material", "basis", "time", "inst", "stage", "role", "staff",
        "people", "delegation", "today", "yesterday", "us", "ours", "online", "draft", "programme", "series",
        "exchange", "year", "month", "week", "copies", "this", "with", "and", "to", "from", "topic",
        "participation",
    )
)  # fmt: skip


_CASES = re.compile(r"(ning|ni|ga|dan|нинг|ни|га|дан)$")


def _stem(word: str) -> str:
    return _CASES.sub("", word)


def bare(scene: Scene, start: int, end: int) -> str:
    """The name without the case of an Uzbek sentence."""
    said = scene.said(start, end)
    if scene.small:
        said = said.title()
    if scene.language in {Language.UZ_LATN, Language.UZ_CYRL} and SURNAME.search(_stem(said)):
        return _stem(said)
    return said
