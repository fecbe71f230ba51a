"""Whether what a text says is said to have happened: negations, plans, wishes, orders, questions, hearsay."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bot.language.almanac import weekday_of
from bot.language.lexicon import Sense
from bot.record.facts.scene import Scene
from db.vocabulary import Language

_AUXILIARY = frozenset(
    ("has", "have", "had", "was", "were", "been", "be", "yet", "still", "даже", "бы", "еще", "ещё", "пока")
)


def negated(scene: Scene, sense: Sense) -> bool:
    """`olmadik`, `yuborganimiz yoʻq`, `не получили`, `has not arrived yet`."""
    if sense.ending.negative:
        return True
    if sense.language == "uz":
        return scene.at(sense.end, "log.not") is not None
    if sense.language == "en" and _none_of_it(scene, sense.start):
        return True
    place, steps = sense.start - 1, 0
    while place >= 0 and steps < 3:
        if scene.at(place, "log.not"):
            # `нет, подарил`, `no, we sent`: what is denied came before.
            return not scene.before(place + 1).strip() and not _contrast(scene, place)
        if sense.language == "ru" and scene.low(place) not in _AUXILIARY:
            return False
        if scene.before(place + 1).strip():
            return False
        place, steps = place - 1, steps + 1
    return False


def _none_of_it(scene: Scene, place: int) -> bool:
    """`no document has been signed`, `nothing has gone to Bern`."""
    first = scene.sentence_of(place)[0]
    return any(
        scene.low(at) in _NONE
        and not scene.before(at + 1).strip()
        and scene.low(at + 1) not in _NO_MORE
        and scene.at(at, "log.correction") is None
        for at in range(first, place)
    )


_NO_MORE = frozenset(("longer", "later", "more", "less", "doubt"))
_NONE = frozenset(("no", "none", "nothing", "neither", "nobody"))


def _contrast(scene: Scene, place: int) -> bool:
    """`not only`, `не только`."""
    return scene.low(place + 1) in {"only", "только"}


def unreal(scene: Scene, place: int) -> bool:
    """Whether the sentence is a question, a plan, a wish or an order, or tells what came to nothing."""
    return _is_unreal(scene, *scene.sentence_of(place))


@lru_cache(maxsize=64)
def _is_unreal(scene: Scene, start: int, end: int) -> bool:
    if next(scene.within(start, end, "log.off"), None) is not None:
        return True
    return asked(scene, start, end) or any(_plans(scene, start, end))


def governed(scene: Scene, place: int) -> bool:
    """Whether a verb at the place is a question, a plan, a wish or an order: what is only hoped or waited for
    in a later breath (`we sent 12, they promised 10 more`) leaves it as it is.
    """
    start, end = scene.sentence_of(place)
    if next(scene.within(start, end, "log.off"), None) is not None or asked(scene, start, end):
        return True
    if next(scene.within(start, end, "log.if", "log.hearsay"), None) is not None:
        return any(_plans(scene, start, end))
    first = _after_told(scene, start, place) if scene.earlier.told else start
    return any(_plans(scene, first, breath_end(scene, place)))


def _after_told(scene: Scene, start: int, place: int) -> int:
    """`кўриб чиқилди ва … имзоланди`: what a finite verb has closed before governs nothing behind it."""
    breath = next((p for p in range(place, start, -1) if is_breath(scene, p)), start)
    closed = any(
        s.end == breath and s.ending.past and s.language == "uz" for s in scene.within(start, breath, "log.")
    )
    return breath if closed else start


def planned(scene: Scene, place: int) -> bool:
    """Whether what stands at a place is only hoped or waited for: `…, 10 more will follow`."""
    start, end = scene.sentence_of(place)[0], breath_end(scene, place)
    first = next((p for p in range(place, start, -1) if is_breath(scene, p)), start)
    return any(_plans(scene, first, end))


def breath_end(scene: Scene, place: int) -> int:
    """Where the stretch around a place ends: at the next comma, dash, bracket or `and` of its sentence."""
    end = scene.sentence_of(place)[1]
    return next((p for p in range(place + 1, end) if is_breath(scene, p)), end)


def is_breath(scene: Scene, place: int) -> bool:
    """Whether a new stretch begins at a place."""
    gap = scene.before(place)
    return bool(set(gap) & set(",;:()")) or " - " in gap or scene.at(place, "and", "log.but") is not None


def _plans(scene: Scene, start: int, end: int) -> Iterator[bool]:
    quoted = {p for first, last in scene.quoted for p in range(first, last)}
    polite = {
        p
        for sense in scene.within(start, end, "log.formal", "agreement.")
        for p in range(sense.start, sense.end)
    }
    yield any(
        scene.at(p, "time.next") is not None and weekday_of(scene.tokens[p + 1])
        for p in range(start, min(end, len(scene.tokens) - 1))
    )
    for sense in scene.within(start, end, "log.plan", "log.if", "log.hearsay"):
        place = sense.start
        if scene.earlier.told and scene.low(place) == "prepared" and scene.low(place + 1) in _BY_WHOM:
            continue  # an exhibition `prepared together with Riga`
        if scene.earlier.told and scene.low(place) in _COMING and _tells_the_past(scene, place):
            continue  # `келгуси йили … очилди`: the year after
        yield place not in quoted and place not in polite and scene.when_at(place) is None


_COMING = frozenset(("kelgusi", "kelasi", "келгуси", "келаси"))


def _tells_the_past(scene: Scene, place: int) -> bool:
    last = scene.sentence_of(place)[1] - 1
    year = place + 1 < len(scene.tokens) and scene.tokens[place + 1].key.startswith("yil")
    return year and scene.tokens[last].key.endswith(("di", "dik", "gan"))


_BY_WHOM = frozenset(("with", "by", "jointly", "together", "in"))


def asked(scene: Scene, start: int, end: int) -> bool:
    """Whether the stretch asks: a question mark, a question word where it asks, -mi."""
    tail = scene.tokens[end].before if end < len(scene.tokens) else scene.text[scene.tokens[end - 1].end :]
    if "?" in tail:
        return True
    # `…, where an agreement was signed`: what a sentence goes on with asks nothing.
    goes_on = scene.earlier.told and start in scene.cuts
    first = None if goes_on else scene.at(start, "log.question")
    if first is not None and (
        first.language != "en" or scene.low(start) not in {"have", "has", "was", "were", "do"} or start == 0
    ):
        return first.language != "en" or not _have_first_person(scene, start)
    if any(
        sense.ending.asks
        for sense in scene.senses
        if start <= sense.start < end and sense.concept.startswith("log.")
    ):
        return True
    if next(scene.within(start, end, "log.ask"), None) is not None:
        return True
    if scene.language is Language.RU:
        return False  # `Ким` is a name there
    if scene.earlier.told and scene.language not in {Language.UZ_LATN, Language.UZ_CYRL}:
        # In an English report `Kim` is a name, in a Russian one too.
        return False
    return any(sense.language == "uz" for sense in scene.within(start, end, "log.question"))


def _have_first_person(scene: Scene, start: int) -> bool:
    """`have received 5 books`: the telegraphic `we` is left out."""
    behind = start + 1 + (scene.low(start + 1) in _ADVERBS)
    return scene.low(start) in {"have", "was", "were"} and scene.at(behind, "log.") is not None


_ADVERBS = frozenset(("just", "already", "also", "now", "finally", "duly", "today"))
