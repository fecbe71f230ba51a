"""The terms of agreements, read as they are said: two bounds, one bound and a length, or no end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.page import shifted
from bot.language.suffixes import Case
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb
from bot.record.when import Bound, When, whens
from db.edtf import Edtf, Precision
from db.vocabulary import Agreement, Language

_MONTHS = {"year": 12, "month": 1, "quarter": 3}


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    said: str


def ahead_of(scene: Scene, start: int, end: int) -> list[When]:
    """The dates of a sentence, a missing year being the next one: terms lie ahead."""
    found = whens(scene.tokens, scene.today, coming=True, earlier=scene.earlier)
    return [w for w in found if start <= w.start < end]


def term(scene: Scene, start: int, end: int, verb: Verb | None, signed: str = "") -> Term | None:
    """The term as said: two bounds, one bound and a length, a length from the day of signing, without end.
    `signed`: that day, where it was told before.
    """
    dates = ahead_of(scene, start, end)
    whole = next((w for w in dates if "/" in w.text), None)
    if whole is not None:
        return Term(whole.text, scene.dated(whole))
    until = next((w for w in dates if w.bound is Bound.UNTIL or _expires(scene, w)), None)
    since = next((w for w in dates if w.bound is Bound.SINCE and not is_dating(scene, w)), None)
    made = verb is not None or is_made(scene, start, end)
    act = day_of_act(scene, start, end) if made else None
    if signed and any(scene.within(start, end, "log.start")):
        # `it came into force on 1 September and expires …`
        act = day_of_act(scene, start, end)
    begins = since.text if since else act.text if act else signed
    if until is not None:
        return Term(f"{begins}/{until.text}", scene.dated(until))
    if (length := _length(scene, start, end)) is not None and begins and (last := _after(begins, length[0])):
        return Term(f"{begins}/{last}", length[1])
    endless = next(scene.within(start, end, "open ended"), None)
    if endless is not None and begins:
        return Term(f"{begins}/..", scene.said(endless.start, endless.end))
    if since is None and verb is not None and verb.act == "start":
        since = act
    return Term(f"{since.text}/", scene.dated(since)) if since else None


def _expires(scene: Scene, when: When) -> bool:
    """In a narrative: `it expires on 31 August 2028`, `истекло 1 марта`, `2017 йил 10 октябрда тугади`."""
    if not scene.earlier.told:
        return False
    if scene.language in {Language.RU, Language.EN}:
        near = scene.within(max(0, when.start - _NEAR), when.start, "end", "log.end")
    else:
        near = scene.within(when.end, when.end + _NEAR, "end", "log.end")
    first, last = scene.sentence_of(when.start)
    return any(first <= sense.start < last for sense in near)


_NEAR = 4
"""Words between an end and its day."""


def says_term(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch says how long something is in force: a length, an end, or that it has none."""
    bounded = any(
        w.bound is Bound.UNTIL or "/" in w.text or _expires(scene, w) for w in ahead_of(scene, start, end)
    )
    return bounded or _length(scene, start, end) is not None or any(scene.within(start, end, "open ended"))


def goes_on(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch goes on about a paper named before it, and says its term: `it is valid until May`."""
    named = scene.low(start) == "it" or any(scene.papers(start, min(start + _OPENING, end)))
    matters = scene.within(start, end, "material.", "event.", "stage.", "log.not")
    other = any(scene.at(s.start, "log.stand") is None for s in matters)
    return named and not other and says_term(scene, start, end)


_OPENING = 4


def term_of(scene: Scene, start: int, end: int) -> str:
    """The term that a stretch says, as EDTF; empty where it says none. A lone date is where it begins."""
    found = term(scene, start, end, None)
    if found is not None:
        return found.text
    dates = ahead_of(scene, start, end)
    if not dates:
        return ""
    endless = next(scene.within(start, end, "open ended"), None)
    if (length := _length(scene, start, end)) is not None and is_day(dates[0].text):
        return f"{dates[0].text}/{_last_day(dates[0].text, length[0])}"
    return f"{dates[0].text}/{'..' if endless else ''}"


def next_term(scene: Scene, start: int, end: int, old: Agreement | None) -> Term | None:
    """From the day after the old end, where that is known to the day, to the new one."""
    dates = ahead_of(scene, start, end)
    last = _end_day(old)
    begins = (last + timedelta(days=1)).isoformat() if last else ""
    whole = next((w for w in dates if "/" in w.text), None)
    if whole is not None:
        return Term(whole.text, scene.dated(whole))
    until = next((w for w in dates if w.bound is Bound.UNTIL), None) or _to_year(scene, start, end, dates)
    if until is not None:
        return Term(f"{begins}/{until.text}", scene.dated(until))
    if (length := _length(scene, start, end)) is not None and last is not None:
        return Term(f"{begins}/{_last_day(begins, length[0])}", length[1])
    endless = next(scene.within(start, end, "open ended"), None)
    return Term(f"{begins}/..", scene.said(endless.start, endless.end)) if endless and begins else None


def _to_year(scene: Scene, start: int, end: int, dates: list[When]) -> When | None:
    """`renewed, new end 1 March 2029`: the one date that is still ahead."""
    ahead = [w for w in dates if w.bound is Bound.WHOLE and w.text > scene.today.isoformat()]
    return ahead[0] if len(ahead) == 1 else None


def _end_day(old: Agreement | None) -> date | None:
    if old is None or old.term is None or old.term.end is None:
        return None
    return old.term.latest if old.term.end.precision is Precision.DAY else None


def day_of_act(scene: Scene, start: int, end: int, *, of_end: bool = False) -> When | None:
    """When it was done: a date that is no bound of the term and not ahead. `of_end`: when it was ended."""
    found = [w for w in scene.dates if start <= w.start < end and "/" not in w.text]
    found = [
        w
        for w in found
        if (w.bound is Bound.WHOLE and (of_end or not _expires(scene, w))) or is_dating(scene, w)
    ]
    # `in 2022, on 9 August, the sides signed`: what says most.
    return max((w for w in found if _is_past(w, scene.today)), key=lambda w: len(w.text), default=None)


def is_dating(scene: Scene, when: When) -> bool:
    """`письмо о намерениях от 17.11`, `a memorandum dated 5 May`: the paper's own date, no beginning."""
    if when.bound is not Bound.SINCE or scene.low(when.start) != "от":
        return False
    first = scene.sentence_of(when.start)[0]
    papers = list(scene.within(first if scene.earlier.told else 0, when.start, "agreement.", "agreement"))
    # In a narrative the name of the other side may stand between the paper and its day.
    told = scene.earlier.told and is_day(when.text)
    return bool(papers) if told else any(sense.end == when.start for sense in papers)


def _is_past(when: When, today: date) -> bool:
    earliest = Edtf.parse(when.text).earliest
    return earliest is not None and earliest <= today


def is_day(text: str) -> bool:
    return len(text) == 10


def _after(begins: str, months: int) -> str:
    """The end of a term of so many months, as closely as its beginning is known; empty where it is less."""
    if is_day(begins):
        return _last_day(begins, months)
    if len(begins) == len("2014"):
        return "" if months % 12 else str(int(begins) + months // 12)
    first = date.fromisoformat(f"{begins}-01")
    return shifted(first, months).isoformat()[:7]


def _last_day(begins: str, months: int) -> str:
    return (shifted(date.fromisoformat(begins), months) - timedelta(days=1)).isoformat()


def _length(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`5 yilga`, `на три года`, `a 5-year`, `for 18 months`: in months, and as said."""
    for number in scene.counted:
        if not start <= number.start < end or number.value != int(number.value) or not 0 < number.value < 100:
            continue
        if number.ordinal:
            continue  # `in the first quarter`
        behind = number.end + (scene.low(number.end) in _MORE)
        unit = scene.at(behind, *_MONTHS)
        if unit is not None and all(scene.when_at(p) is None for p in range(number.start, unit.end)):
            return int(number.value) * _MONTHS[unit.concept], scene.said(number.start, unit.end)
    return _in_one_word(scene, start, end) or _one_of_them(scene, start, end)


_MORE = frozenset(("more", "further", "additional", "ещё", "еще", "yana", "яна", "full", "полных"))
_ONE = frozenset(("на", "a", "another", "one", "further", "bir", "бир", "yana", "яна"))
_HALF = {"полгода": 6}


def _one_of_them(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`на год`, `for another year`, `yana bir yilga`, `на полгода`: one, or half of one."""
    for place in range(start, end):
        if scene.low(place) in _HALF:
            return _HALF[scene.low(place)], scene.said(place, place + 1)
        unit = scene.at(place, *_MONTHS)
        if unit is None or scene.when_at(place) is not None or scene.low(place - 1) not in _ONE:
            continue
        if unit.language != "uz" or unit.ending.case is Case.DATIVE:
            return _MONTHS[unit.concept], scene.said(place - 1, unit.end)
    return None


_NUMBERS = {"двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "десяти": 10}


def _in_one_word(scene: Scene, start: int, end: int) -> tuple[int, str] | None:
    """`пятилетний`, `трехлетнее`."""
    if scene.language is not Language.RU:
        return None
    for place in range(start, end):
        head, found, _ = scene.low(place).partition("летн")
        if found and head in _NUMBERS:
            return _NUMBERS[head] * 12, scene.said(place, place + 1)
    return None


def is_made(scene: Scene, start: int, end: int) -> bool:
    """In a narrative: `заключённое в 2018 году`, `2013 йилда тузилган`, though another verb tells."""
    return scene.earlier.told and next(scene.within(start, end, "log.sign"), None) is not None
