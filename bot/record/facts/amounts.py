"""How many of what: `25 nusxa kitob`, `12 карт`, `1,150 copies`, `uchta qoʻlyozma`, `a facsimile`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from bot.language import russian
from bot.language.lexicon import Sense
from bot.language.numbers import Number
from bot.language.phrases import Known
from bot.language.suffixes import Case
from bot.record.facts.headcounts import headcounts
from bot.record.facts.scene import Scene
from db.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity at the tokens `start` … `end` - 1. `bare`: nothing said what is counted."""

    start: int
    end: int
    quantity: int | None
    titles: int | None = None
    material: str = ""
    bare: bool = False
    things: bool = False
    """What it counts was said, though not of which kind: `120 items`."""
    strange: bool = False
    """It counts something that the lexicon lacks: nothing that a neighbour counts."""


_NO_COPIES = (
    "people", "staff", "year", "month", "week", "day", "quarter", "time.day", "delegation",
    "event.", "log.parcel", "log.guest", "log.matter",
    "country", "city", "institution", "role.",
)  # fmt: skip
_SIGNS = frozenset(("%", "$", "€", "№", "#", "+"))
_MONEY = frozenset(
    (
        "som",
        "sum",
        "сум",
        "сўм",
        "dollar",
        "доллар",
        "долларов",
        "dollars",
        "euro",
        "евро",
        "usd",
        "eur",
        "руб",
        "рублей",
    )
)
_REACH = 6
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_BACK = 2


@lru_cache(maxsize=16)
def amounts(scene: Scene) -> tuple[Amount, ...]:
    """Every quantity from left to right."""
    found = [a for n in scene.counted if (a := _amount(scene, n)) is not None]
    found += [a for a in _articles(scene) if all(a.end <= o.start or o.end <= a.start for o in found)]
    found = [a for a in found if not _is_total(scene, a)]
    found = _without_whole(scene, sorted(found, key=lambda a: a.start))
    return tuple(_titled(list(_put_right(scene, sorted(found, key=lambda a: a.start)))))


def _without_whole(scene: Scene, found: list[Amount]) -> list[Amount]:
    """`из 40 книг 20 отправлены`, `40 ta kitobdan 20 tasi ketdi`: the part is what went."""
    kept: list[Amount] = []
    for at, amount in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and _is_part_of(scene, amount, following):
            found[at + 1] = replace(following, material=amount.material, bare=amount.bare)
        else:
            kept.append(amount)
    return kept


def _is_part_of(scene: Scene, whole: Amount, part: Amount) -> bool:
    same = scene.sentence_of(whole.start) == scene.sentence_of(part.start)
    if not same or whole.quantity is None or part.quantity is None or part.quantity >= whole.quantity:
        return False
    if part.material not in {"", whole.material}:
        return False
    if scene.language in {Language.RU, Language.EN}:
        article = scene.low(whole.start - 1) == "the"
        return scene.low(whole.start - 1 - article) in {"из", "of"}
    said = {scene.low(part.end - 1), scene.low(part.end)}
    if {scene.low(whole.end - 1), scene.low(whole.end)} & {"tasi", "таси"}:
        return False  # `64 tasi Polshadan, 30 tasi Litvadan`: parts, both of them
    whence = any(scene.tokens[p].key.endswith("dan") for p in range(whole.start, part.end))
    return whence and bool(said & {"tasi", "таси"})


_DENYING = frozenset(("not", "не"))


def _put_right(scene: Scene, found: list[Amount]) -> Iterator[Amount]:
    """`30, yoʻq 35`, `9, sorry, 11`, `не 30, а 35`, `3 qoʻlyozma emas, 4`: what the next one replaces is
    gone; the next one counts what it counted.
    """
    taken_back: Amount | None = None
    skip = False
    for amount, following in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        if following is not None and _is_afterthought(scene, amount, following):
            yield replace(amount, quantity=following.quantity)
            skip = True
            continue
        if taken_back is not None and amount.bare and not amount.material:
            amount = replace(amount, material=taken_back.material, bare=taken_back.bare)  # noqa: PLW2901
        taken_back = None
        if following is not None and _is_replaced(scene, amount, following):
            taken_back = amount
        else:
            yield amount


def _is_afterthought(scene: Scene, amount: Amount, following: Amount) -> bool:
    """`30 китоб юбордик, узр, 40`: a bare number behind a slip puts right the one before it."""
    slip = next((p for p in range(amount.end, following.start) if scene.at(p, "log.correction")), None)
    if slip is None or not following.bare or following.material or amount.quantity is None:
        return False
    alone = following.end >= len(scene.tokens) or bool(scene.before(following.end).strip())
    return alone and following.start - slip <= _SLIP and not _is_replaced(scene, amount, following)


def _is_replaced(scene: Scene, amount: Amount, following: Amount) -> bool:
    thing = scene.at(amount.end, "material.")
    behind = thing.end if thing is not None else amount.end
    behind += scene.low(behind) in {"ham", "ҳам", "хам"}
    ruled_out = scene.low(behind) in {"emas", "эмас"} and following.start - behind <= _SLIP
    if ruled_out or scene.low(amount.start - 1) in _DENYING:
        return True
    between = range(amount.end, following.start)
    if amount.bare and between and not scene.by_place.get(between[0]) and scene.before(between[0]) == " ":
        between = between[1:]  # `21 журнал, поправка: 21 книга`: what was taken back already
    slips = [p for p in between if scene.at(p, "log.correction")]
    slips += [p for p in between if scene.low(p) in _NO and set(scene.before(p)) & set(",.-")]
    # Between a number and what replaces it there stands nothing but the thing counted and words of apology.
    small = all(_is_small(scene, p) for p in between)
    return bool(slips) and small and len(between) <= _SLIP


_NO = frozenset(("yoʻq", "yo'q", "yoq", "йўқ", "йук", "нет", "no"))
_SLIP = 6


def _is_small(scene: Scene, place: int) -> bool:
    if scene.at(place, "log.correction", "log.not", "material.", "copies", "material", "filler") is not None:
        return True
    return scene.low(place) in _NO or len(scene.low(place)) <= _BACK


def _amount(scene: Scene, number: Number) -> Amount | None:
    if number.roman or number.ordinal or number.value != int(number.value) or not _is_free(scene, number):
        return None
    if _is_share(scene, number) and not _is_told_apart(scene, number):
        return None
    if any(head.start <= number.start < head.end for head in headcounts(scene)):
        return None
    end = _reach(scene, number.end)
    behind = [p for p in range(number.end, min(number.end + 3, end)) if not _is_partners(scene, p)]
    if any(scene.at(place, *_NO_COPIES) for place in behind) and not _material(scene, number.end, end):
        return None
    if scene.at(number.end, "log.parcel") is not None:
        return None
    if scene.low(number.end) in _MONEY or any(sign in scene.before(number.end) for sign in _SIGNS):
        return None
    material, last = _material(scene, number.end, end) or ("", 0)
    units = [s for s in scene.within(number.end, end, "copies", "titles") if s.start <= number.end + 2]
    if not material and not units and (before := _before(scene, number.start)):
        return Amount(before[1], number.end, int(number.value), material=before[0])
    last = max([last, number.end, *(u.end for u in units)])
    titles = next((u for u in units if u.concept == "titles"), None)
    quantity = int(number.value)
    generic = any(scene.within(number.end, end, "material"))
    bare = not material and not units and not generic
    strange = bare and _of_something(scene, number.end, end)
    if bare and _FIRST_YEAR <= quantity <= _LAST_YEAR:
        return None
    if titles is not None:
        return Amount(number.start, last, None, quantity, material)
    return Amount(number.start, last, quantity, material=material, bare=bare, things=generic, strange=strange)


def _is_partners(scene: Scene, place: int) -> bool:
    """`64 tasi Davlat Ermitajidan`: a word of somebody's name counts nothing."""
    return any(m.known is Known.PARTNER and place in m.places for m in scene.mentions)


def _of_something(scene: Scene, place: int, end: int) -> bool:
    """`5 открыток`: a thing that the lexicon lacks, and nobody's name."""
    if (
        place >= end
        or scene.before(place) != " "
        or scene.by_place.get(place)
        or scene.tokens[place].is_number
    ):
        return False
    named = any(m.start <= place < m.end for m in scene.mentions)
    return scene.language is Language.RU and not named and russian.is_noun(scene.low(place))


def _is_share(scene: Scene, number: Number) -> bool:
    """`60 books, 40 of them in Japanese`, `из них 40`, `shundan 40 tasi`: counted already."""
    behind = (scene.low(number.end), scene.low(number.end + 1))
    before = (scene.low(number.start - 2), scene.low(number.start - 1))
    uzbek = scene.tokens[number.end - 1].key.endswith("tasi") or behind[0] in {"tasi", "таси"}
    whole = scene.at(number.start - 1, "material.", "copies")
    uzbek = uzbek and not (whole is not None and whole.ending.case is Case.ABLATIVE)
    return behind in _SHARES or before in _SHARES or before[1] in _AMONG or (uzbek and number.start > 0)


def _is_told_apart(scene: Scene, number: Number) -> bool:
    """In a narrative: `of these, 64 came from Riga, 52 from Oslo`: each share is a shipment."""
    if not scene.earlier.told:
        return False
    end = scene.sentence_of(number.start)[1]
    stops = (p for p in range(number.end, end) if set(scene.before(p)) & set(",;") and p > number.end)
    last = next(stops, end)
    near = [
        m
        for m in scene.mentions
        if m.known in {Known.PARTNER, Known.COUNTRY, Known.CITY} and number.end <= m.start < last
    ]
    if scene.language in {Language.RU, Language.EN}:
        return any({scene.low(m.start - 1), scene.low(m.start - 2)} & _WHENCE for m in near)
    return any(m.ending.case in {Case.ABLATIVE, Case.DATIVE} for m in near)


_WHENCE = frozenset(("from", "to", "из", "от", "в", "во"))


def _is_total(scene: Scene, amount: Amount) -> bool:
    """`90 books were sent, 40 of them to Riga and 50 to Oslo`: what is told apart is told once."""
    if not scene.earlier.told:
        return False
    end = scene.sentence_of(amount.start)[1]
    if any(n.start == amount.start and _is_share(scene, n) for n in scene.counted):
        return False
    later = (n for n in scene.counted if amount.end <= n.start < end and n.start - amount.end <= _FAR)
    share = next(later, None)
    return share is not None and _is_share(scene, share) and _is_told_apart(scene, share)


_FAR = 5
_SHARES = frozenset(
    (("of", "them"), ("of", "which"), ("of", "these"), ("из", "них"), ("из", "которых"), ("том", "числе"))
)
_AMONG = frozenset(("including", "shundan", "шундан", "jumladan", "жумладан", "incl"))


def _is_free(scene: Scene, number: Number) -> bool:
    """Not a date, not inside a name or a title, not a number of something else."""
    if scene.language is Language.EN and _is_a_word(scene, number):
        return False
    if any(scene.when_at(place) for place in range(number.start, number.end)):
        return False
    if scene.language is Language.EN and scene.low(number.start) == "on":
        return False
    if scene.before(number.start) == ":" or scene.before(number.end) == ":":
        return False
    if any(start <= number.start < end for start, end in scene.quoted):
        return False
    if any(len(m.places) > 1 and number.start in m.places for m in scene.mentions):
        return False
    before = scene.before(number.start) if number.start else scene.text[: scene.tokens[number.start].start]
    if (any(sign in before for sign in _SIGNS) and before != " + ") or (
        number.start and scene.before(number.start) in {"", "-"} and number.value < 100
    ):
        return (
            bool(number.start)
            and scene.before(number.start) == "-"
            and scene.tokens[number.start - 1].is_number
        )
    return True


def _is_a_word(scene: Scene, number: Number) -> bool:
    """`one to Riga with 11 books`, `the national one`; `shipped 2 Prague`."""
    low, behind = scene.low(number.start), number.end
    named = behind < len(scene.tokens) and any(m.start == behind for m in scene.mentions)
    if low == "one":
        return scene.at(behind, "material.", "material", "copies", "titles") is None
    return low == "2" and named and number.start > 0


def _reach(scene: Scene, start: int) -> int:
    """How far what is counted can stand behind the number."""
    numbers = {n.start for n in scene.counted}
    end = start
    while end < len(scene.tokens) and end - start < _REACH:
        gap = scene.before(end)
        if gap.strip(" -'\"«»“”" if end > start else " -'\"«»“”()") or end in numbers or scene.when_at(end):
            break
        if scene.at(end, "log.give", "log.take", "log.come", "log.gift", "log.buy", "log.send here", "us"):
            break
        if scene.low(end) in {"from", "to", "из", "от", "в", "для", "на", "about", "on", "with", "by"}:
            break
        end += 1
    return end


def _material(scene: Scene, start: int, end: int) -> tuple[str, int] | None:
    """The material and where it ends. Russian heads come first (факсимиле книг), others last (book
    facsimiles).
    """
    found = [s for s in scene.within(start, end, "material.") if scene.low(s.end) not in {"emas", "эмас"}]
    if not found:
        return None
    # `gazeta toʻplami` is newspapers: a set is of what is named beside it.
    found = [s for s in found if s.concept != "material.set"] or found
    sense = found[0] if scene.language is Language.RU else found[-1]
    if scene.language is Language.EN and any(
        scene.low(place) == "of" for place in range(found[0].end, sense.start)
    ):
        sense = found[0]
    return material_of(sense), sense.end


def material_of(sense: Sense) -> str:
    """The workbook's word; a set of nothing named is of books."""
    return "books" if sense.concept == "material.set" else sense.concept.partition(".")[2]


def _before(scene: Scene, start: int) -> tuple[str, int] | None:
    """`kitob 25 ta`, `книги: 25`."""
    for back in range(1, _BACK + 1):
        sense = scene.at(start - back, "material.")
        if (
            sense is not None
            and sense.end == start
            and sense.start == start - back
            and "," not in scene.before(start)
        ):
            return material_of(sense), sense.start
    return None


def _articles(scene: Scene) -> Iterator[Amount]:
    """`a facsimile`, `an atlas`: one."""
    for at, token in enumerate(scene.tokens[:-1]):
        if token.low not in {"a", "an"}:
            continue
        end = min(at + 4, len(scene.tokens))
        sense = next(scene.within(at + 1, end, "material."), None)
        if sense is not None and scene.at(sense.start, "event.") is not None:
            continue
        singular = sense is not None and not scene.low(sense.end - 1).endswith("s")
        if (
            sense is not None
            and singular
            and all(not scene.before(p).strip() for p in range(at + 1, sense.end))
        ):
            yield Amount(at, sense.end, 1, material=material_of(sense))


def _titled(found: list[Amount]) -> Iterator[Amount]:
    """`12 titles in 40 copies` is one shipment."""
    skip = False
    for amount, following in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        joins = following is not None and following.start - amount.end <= 2
        if joins and following is not None and (amount.titles is None) != (following.titles is None):
            first, second = (amount, following) if amount.titles is not None else (following, amount)
            yield replace(second, start=amount.start, end=following.end, titles=first.titles,
                          material=second.material or first.material, bare=False)  # fmt: skip
            skip = True
        else:
            yield amount
