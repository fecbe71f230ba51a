"""What an event is called: its title in quotation marks, or what its noun is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.language.lexicon import Sense, table, words_of
from bot.language.phrases import Known
from bot.language.places import city as city_name
from bot.record.facts.scene import Scene, language_of_name
from db.vocabulary import ONLINE, Language


def put_title(
    scene: Scene, start: int, end: int, noun: Sense | None, row: dict[str, str | int], quotes: dict[str, str]
) -> frozenset[str]:
    """The title in quotation marks, or what the noun is of; without either, the kind and the city, to be
    looked at.
    """
    quoted = next(((s, e) for s, e in scene.quoted if start <= s < end), None)
    if quoted is not None:
        return titled(scene, row, quotes, scene.said(*quoted), sure=True)
    if topic := _topic(scene, start, end):
        row["topic"], quotes["topic"] = topic, topic
    if noun is not None and (span := _phrase(scene, start, end, noun)) is not None:
        return titled(scene, row, quotes, scene.said(*span), sure=False)
    kind = _kind_word(str(row.get("kind", "")), scene.language)
    city = str(row.get("city", ""))
    where = "" if not city or city == ONLINE else city_name(city, scene.language)
    parts = [part for part in (kind, topic, where) if part]
    return titled(scene, row, quotes, ", ".join(parts), sure=False) if parts else frozenset()


def titled(
    scene: Scene, row: dict[str, str | int], quotes: dict[str, str], title: str, *, sure: bool
) -> frozenset[str]:
    """Puts the title into its language's column; gives what is to be looked at."""
    title = as_written(title.strip("'"), scene.language)
    if not sure and scene.language in {Language.UZ_LATN, Language.UZ_CYRL}:
        title = _CASE.sub("", title)
    column = f"title_{language_of_name(title, scene.language).suffix}"
    row[column] = title[:1].upper() + title[1:]
    quotes[column] = title
    return frozenset() if sure else frozenset({column})


def as_written(title: str, language: Language) -> str:
    """`Yosh o'quvchi` as Uzbek writes it: `Yosh oʻquvchi`."""
    if language is not Language.UZ_LATN:
        return title
    return re.sub(r"'", "ʼ", re.sub(r"(?<=[oOgG])'", "ʻ", title))


def _kind_word(kind: str, language: Language) -> str:
    order = (language, Language.UZ_LATN if language is Language.UZ_CYRL else language)
    for source in order:
        words = words_of(table(source, "nouns").get(f"event.{kind}", ""))
        if words and (source is language or language is not Language.UZ_CYRL):
            return words[0]
    return ""


_ABOUT_BEFORE = frozenset(("mavzusida", "mavzusidagi", "boyicha", "haqida", "haqidagi", "togrisida"))
_ABOUT_AFTER = frozenset(("по", "on", "about", "про", "о", "об"))


def _topic(scene: Scene, start: int, end: int) -> str:
    """`metamaʼlumotlar boʻyicha`, `по каталогизации`, `on metadata`; in a telegram, a phrase between
    commas.
    """
    for place in range(start, end):
        if scene.tokens[place].key in _ABOUT_BEFORE:
            first = place
            while (
                first > start
                and _is_open(scene, first - 1)
                and scene.before(first) == " "
                and place - first < 5
            ):
                first -= 1
            if first < place:
                return scene.said(first, place)
        elif scene.low(place) in _ABOUT_AFTER and scene.when_at(place) is None:
            last = place + 1
            while (
                last < end
                and (_is_open(scene, last) or (last == place + 1 and _is_plain_form(scene, last)))
                and (last == place + 1 or scene.before(last) == " ")
                and last - place < 6
            ):
                last += 1
            if last > place + 1:
                return scene.said(place + 1, last)
    return next(_between_commas(scene, start, end), "")


def _is_plain_form(scene: Scene, place: int) -> bool:
    """`on open access`: a word that is a verb elsewhere."""
    sense = scene.at(place, "log.open", "log.run")
    return sense is not None and sense.language == "en" and not scene.low(place).endswith("ed")


def _is_open(scene: Scene, place: int) -> bool:
    """A word that nothing else explains."""
    token = scene.tokens[place]
    if token.is_number or scene.when_at(place) is not None:
        return False
    if any(number.start <= place < number.end for number in scene.counted):
        return False
    if any(m.known is not Known.REGION and m.start <= place < m.end for m in scene.mentions):
        return False
    return (
        scene.at(
            place,
            "log.",
            "event.",
            "us",
            "ours",
            "people",
            "staff",
            "time.",
            "with",
            "and",
            "online",
            "today",
        )
        is None
    )


def _between_commas(scene: Scene, start: int, end: int) -> Iterator[str]:
    edges = [start, *(p for p in range(start + 1, end) if set(scene.before(p)) & set(",:;-–")), end]
    for first, last in pairwise(edges):
        strange = all(_is_open(scene, p) and not scene.by_place.get(p) for p in range(first, last))
        named = scene.tokens[first].written[0].isupper() and not set(scene.before(first)) & set(":-–")
        if strange and 0 < last - first <= 4 and not named:
            yield scene.said(first, last)


def _phrase(scene: Scene, start: int, end: int, noun: Sense) -> tuple[int, int] | None:
    """What the event is of: `выставка армянской книги`, `exhibition of rare maps`, `Nodir kitoblar
    koʻrgazmasi`.
    """
    first, last = noun.start, noun.end
    if scene.language in {Language.UZ_LATN, Language.UZ_CYRL}:
        while (
            noun.ending.owned
            and first > start
            and _is_open_noun(scene, first - 1)
            and scene.before(first) == " "
            and noun.start - first < 5
        ):
            first -= 1
    else:
        while first > start and _is_of_name(scene, first - 1, first):
            first -= 1
        of = scene.language is Language.EN and scene.low(last) == "of"
        while (
            last < end
            and scene.before(last) == " "
            and last - noun.end < 6
            and (of or scene.language is Language.RU)
        ):
            if not (last == noun.end and of) and not _is_open_noun(scene, last):
                break
            if scene.low(last) in _SMALL and not of:
                break
            last += 1
    return (first, last) if last - first > noun.end - noun.start else None


def _is_of_name(scene: Scene, place: int, behind: int) -> bool:
    """In a narrative: `the Rumyantsev Readings`, `the Frankfurt Book Fair`: capitals before a capital."""
    if scene.language is not Language.EN or not scene.earlier.told or scene.before(behind) not in {" ", "-"}:
        return False
    token = scene.tokens[place]
    named = token.written[0].isupper() and not token.is_number and scene.when_at(place) is None
    return (
        named and scene.tokens[behind].written[0].isupper() and scene.at(place, "time.of", "filler") is None
    )


_CASE = re.compile(r"(?<=i)(?:da|dagi|ga|dan|ning|ni)$|(?<=и)(?:да|даги|га|дан|нинг|ни)$")
_SMALL = frozenset(
    (
        "в",
        "во",
        "на",
        "с",
        "со",
        "у",
        "и",
        "для",
        "по",
        "из",
        "от",
        "к",
        "о",
        "об",
        "при",
        "in",
        "at",
        "on",
        "with",
    )
)


def _is_open_noun(scene: Scene, place: int) -> bool:
    """As an open word, but places and materials may belong to the title: `maps of Turkestan`."""
    token = scene.tokens[place]
    if token.is_number or scene.when_at(place) is not None or scene.low(place) in {"xalqaro", "халқаро"}:
        return False
    if any(m.known in {Known.CITY, Known.PARTNER} and m.start <= place < m.end for m in scene.mentions):
        return False
    return (
        scene.at(
            place, "log.", "us", "ours", "people", "staff", "time.", "with", "today", "yesterday", "online"
        )
        is None
    )
