"""Events that took place: what kind, when, where, called what, and who was there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from bot.language.lexicon import Sense, table, words_of
from bot.language.names import Known
from bot.language.places import city as city_name
from bot.record.facts.fact import Fact
from bot.record.facts.parties import Party, Role, parties
from bot.record.facts.people import people, persons
from bot.record.facts.scene import Scene, language_of_name
from bot.record.facts.verbs import Verb, unreal, verbs
from bot.record.when import Bound
from db.vocabulary import ONLINE, Language, Sheet

_RECEPTIONS = ("host", "take")
"""What we do with guests: `принимали делегацию`, `received a delegation`."""
ACTS = ("hold", "attend", "host", "open", "visit", "go")


def events(scene: Scene, taken: Collection[int] = ()) -> tuple[Fact, ...]:
    """The events that a message reports: a sentence that names one, and the next if it goes on about it.

    The sentences that begin at `taken` are about something else.
    """
    facts = []
    for at, (start, end) in enumerate(scene.sentences):
        if start in taken or not _begins(scene, start, end):
            continue
        last = next(iter(scene.sentences[at + 1 : at + 2]), None)
        if last is not None and last[0] not in taken and _goes_on(scene, *last):
            end = last[1]  # noqa: PLW2901 - the sentence is lengthened on purpose
        facts.append(_event(scene, start, end))
    return tuple(fact for fact in facts if fact is not None)


def _begins(scene: Scene, start: int, end: int) -> bool:
    return _noun(scene, start, end) is not None or _visits(scene, start, end)


def _goes_on(scene: Scene, start: int, end: int) -> bool:
    """`…; 5 of our staff spoke`: people and nothing else."""
    other = next(scene.within(start, end, "material.", "agreement.", "stage."), None)
    return other is None and not _begins(scene, start, end)


def _noun(scene: Scene, start: int, end: int) -> Sense | None:
    """The word that names the event; a kind before the general `event`."""
    inside = [s for s in scene.within(start, end, "event.", "event") if not _in_partner(scene, s.start)]
    kinds = [s for s in inside if s.concept != "event"]
    return next(iter(kinds or inside), None)


def _in_partner(scene: Scene, place: int) -> bool:
    return any(
        m.known in {Known.PARTNER, Known.OURSELVES} and m.start <= place < m.end for m in scene.mentions
    )


def _visits(scene: Scene, start: int, end: int) -> bool:
    """Somebody came to us, without the word visit."""
    if next(scene.within(start, end, "material.", "log.parcel"), None) is not None:
        return False
    everyone = [p for p in parties(scene) if start <= p.start < end]
    others = any(not p.ours for p in everyone)
    guests = next(scene.within(start, end, "delegation", "log.guest"), None) is not None
    came = [v for v in verbs(scene, "visit") if start <= v.start < end and v.affirmed]
    if came and any(p.ours for p in everyone) and (guests or others):
        return True
    return guests and others and any(start <= v.start < end for v in verbs(scene, *_RECEPTIONS) if v.affirmed)


def _event(scene: Scene, start: int, end: int) -> Fact | None:
    noun = _noun(scene, start, end)
    wanted = ACTS if noun is not None else (*ACTS, *_RECEPTIONS)
    acts = [v for v in verbs(scene, *wanted) if start <= v.start < end and not _is_noun_too(scene, v, noun)]
    if not _happened(scene, start, end, acts, noun):
        return None
    everyone = [p for p in parties(scene) if start <= p.start < end]
    visit = noun is None or noun.concept == "event.visit"
    row: dict[str, str | int] = {}
    quotes: dict[str, str] = {}
    _put_kind(scene, noun, row, quotes)
    if (
        when := next((w for w in scene.dates if start <= w.start < end and w.bound is Bound.WHOLE), None)
    ) is not None:
        row["date"], quotes["date"] = when.edtf, scene.said(when.start, when.end)
    _put_place(scene, start, end, everyone, row, quotes)
    doubts = _put_title(scene, start, end, noun, row, quotes)
    host = next((p for p in everyone if p.role is Role.BY and not p.ours), None)
    return Fact(Sheet.EVENTS, row, host, quotes, doubts, people(scene, everyone, start, end, visit=visit))


def _is_noun_too(scene: Scene, verb: Verb, noun: Sense | None) -> bool:
    return noun is not None and noun.start <= verb.start and verb.end <= noun.end


def _happened(scene: Scene, start: int, end: int, acts: list[Verb], noun: Sense | None) -> bool:
    """Something must have been held or attended; a telegram without a verb needs a day in the past and
    somebody.
    """
    if acts:
        return any(v.affirmed for v in acts) and not any(not v.affirmed for v in acts if v.act != "go")
    if noun is None or unreal(scene, start) or _transfers(scene, start, end):
        return False
    dated = any(start <= w.start < end and w.text <= scene.today.isoformat() for w in scene.dates)
    someone = next(persons(scene, parties(scene), start, end), None) is not None
    return dated and (someone or bool(people(scene, (), start, end, visit=False)))


def _transfers(scene: Scene, start: int, end: int) -> bool:
    return any(
        start <= v.start < end
        for v in verbs(scene, "give", "take", "gift", "buy", "sign", "renew", "end", "return", "approve")
    )


def _put_kind(scene: Scene, noun: Sense | None, row: dict[str, str | int], quotes: dict[str, str]) -> None:
    if noun is None:
        row["kind"] = "visit"
    elif noun.concept != "event":
        row["kind"], quotes["kind"] = noun.concept.partition(".")[2], scene.said(noun.start, noun.end)


def _put_place(
    scene: Scene,
    start: int,
    end: int,
    everyone: list[Party],
    row: dict[str, str | int],
    quotes: dict[str, str],
) -> None:
    """The city as said, online, or ours where it was with us."""
    online = next(scene.within(start, end, "online"), None)
    cities = [
        m
        for m in scene.mentions
        if m.known is Known.CITY and start <= m.start < end and not _in_partner(scene, m.start)
    ]
    cities = [m for m in cities if not any(s <= m.start < e for s, e in scene.quoted)]
    if online is not None or any(
        scene.low(p).startswith(("onlayn", "онлайн", "online")) for p in range(start, end)
    ):
        row["city"] = ONLINE
        quotes["city"] = scene.said(online.start, online.end) if online else ONLINE
    elif cities:
        row["city"], quotes["city"] = cities[0].value, scene.said(cities[0].start, cities[0].end)
    elif any(p.ours and p.role is Role.OTHER for p in everyone) and scene.gazetteer.ourselves.city:
        row["city"] = scene.gazetteer.ourselves.city


def _put_title(
    scene: Scene, start: int, end: int, noun: Sense | None, row: dict[str, str | int], quotes: dict[str, str]
) -> frozenset[str]:
    """The title in quotation marks, or what the noun is of; without either, the kind and the city, to be
    looked at.
    """
    quoted = next(((s, e) for s, e in scene.quoted if start <= s < end), None)
    if quoted is not None:
        return _titled(scene, row, quotes, scene.said(*quoted), sure=True)
    if topic := _topic(scene, start, end):
        row["topic"], quotes["topic"] = topic, topic
    if noun is not None and (span := _phrase(scene, start, end, noun)) is not None:
        return _titled(scene, row, quotes, scene.said(*span), sure=False)
    kind = _kind_word(str(row.get("kind", "")), scene.language)
    city = str(row.get("city", ""))
    where = "" if not city or city == ONLINE else city_name(city, scene.language)
    parts = [part for part in (kind, topic, where) if part]
    return _titled(scene, row, quotes, ", ".join(parts), sure=False) if parts else frozenset()


def _titled(
    scene: Scene, row: dict[str, str | int], quotes: dict[str, str], title: str, *, sure: bool
) -> frozenset[str]:
    if not sure and scene.language in {Language.UZ_LATN, Language.UZ_CYRL}:
        title = _CASE.sub("", title)
    column = f"title_{language_of_name(title, scene.language).suffix}"
    row[column] = title[:1].upper() + title[1:]
    quotes[column] = title
    return frozenset() if sure else frozenset({column})


def _kind_word(kind: str, language: Language) -> str:
    order = (language, Language.UZ_LATN if language is Language.UZ_CYRL else language)
    for source in order:
        words = words_of(table(source, "nouns").get(f"event.{kind}", ""))
        if words and (source is language or language is not Language.UZ_CYRL):
            return words[0]
    return ""


_ABOUT_BEFORE = frozenset(("mavzusida", "mavzusidagi", "boyicha", "haqida", "haqidagi", "togrisida"))
_ABOUT_AFTER = frozenset(("по", "on", "about"))


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
                and _is_open(scene, last)
                and (last == place + 1 or scene.before(last) == " ")
                and last - place < 6
            ):
                last += 1
            if last > place + 1:
                return scene.said(place + 1, last)
    return next(_between_commas(scene, start, end), "")


def _is_open(scene: Scene, place: int) -> bool:
    """A word that nothing else explains."""
    token = scene.tokens[place]
    if token.is_number or scene.when_at(place) is not None:
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
        if strange and 0 < last - first <= 4 and not scene.tokens[first].written[0].isupper():
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
