"""Stretches of time in a text: always first day, last day and what was said.

`2013 yildan 2015 yilgacha`, `до 2015`, `next 6 months`, `yil oxirigacha`, `16–22 сентября 2014`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.language.bounds import AFTER, BEFORE, SINCE, UP_TO, denied
from bot.language.calendar import point, with_year
from bot.language.lexicon import Sense
from bot.language.numbers import Number
from bot.language.page import Page, Point, month_end, shifted
from bot.language.suffixes import PLAIN, Case, Ending
from bot.language.tokens import Token
from bot.language.years import out


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` … `last`, both included; None = without bound. `start` … `end` - 1: its tokens."""

    first: date | None
    last: date | None
    start: int
    end: int
    grain: str
    """`day`, `month`, `quarter`, `half`, `season1`…`4`, `year`, `decade`, `week`; `range`, `window` (from
    today), `before`, `since`, `after`, `until`."""
    edtf: str | None = None
    """The date as the workbook writes it, where what was said is one date or an interval."""
    ending: Ending = PLAIN
    yearless: bool = False
    relative: bool = False


def periods(
    tokens: Sequence[Token], numbers: Sequence[Number], senses: Sequence[Sense], today: date
) -> tuple[Period, ...]:
    """Every period of the text from left to right; none overlaps another."""
    by_place: dict[int, list[Sense]] = {}
    for sense in senses:
        by_place.setdefault(sense.start, []).append(sense)
    page = Page(
        tokens, {n.start: n for n in numbers}, {at: tuple(found) for at, found in by_place.items()}, today
    )
    found: list[Period] = []
    at = 0
    while at < len(tokens):
        period = (
            _span(page, at)
            or _since_beginning(page, at)
            or _window(page, at)
            or _year_end(page, at)
            or _bounded(page, at)
            or _single(page, at)
        )
        found += [period] if period else []
        at = period.end if period else at + 1
    return tuple(found)


def _edtf(moment: Point) -> str | None:
    first = moment.first
    if moment.grain == "day":
        return first.isoformat()
    if moment.grain == "month":
        return f"{first:%Y-%m}"
    if moment.grain == "year":
        return f"{first.year:04d}"
    if moment.grain.startswith("season"):
        return f"{moment.last.year:04d}-2{moment.grain[-1]}"
    return f"{first:%Y-%m}/{moment.last:%Y-%m}" if moment.grain in {"quarter", "half"} else None


def _single(page: Page, at: int) -> Period | None:
    moment = point(page, at)
    if moment is None:
        return None
    return Period(
        moment.first,
        moment.last,
        at,
        moment.end,
        moment.grain,
        _edtf(moment),
        moment.ending,
        moment.yearless,
        moment.relative,
    )


_OPENERS = {"с", "со", "from", "between", "от", "между", "в"}
_LINKS = {"по", "до", "to", "till", "until", "and", "through", "и"}


def _span(page: Page, at: int) -> Period | None:
    opener = page.low(at) in _OPENERS
    start = at + 1 if opener else at
    moment = point(page, start) or (_now(page, start) if opener else None)
    short = _days_of_month(page, start)
    if short:
        return (
            replace(short, start=at)
            if opener and page.low(at) != "в"
            else replace(short, start=start)
            if not opener
            else None
        )
    if moment is None or (opener and page.low(at) == "в"):
        return None
    end = moment.end
    if end >= len(page.tokens):
        return None
    dash = page.tokens[end].before.strip() == "-"
    linked = opener and page.low(end) in _LINKS
    stepped = moment.ending.case is Case.ABLATIVE
    if not (dash or linked or stepped or page.low(end) in {"to", "по"}):
        return None
    last = point(page, end + 1 if linked or page.low(end) in {"to", "по"} else end)
    if last is None or (
        stepped and not dash and last.ending.case is not Case.LIMIT and page.key(last.end) != "qadar"
    ):
        return None
    return _between(moment, last, at, last.end + (page.key(last.end) in {"qadar", "oraligida"}))


def _now(page: Page, at: int) -> Point | None:
    """`between now and …`: today."""
    said = page.means(at, "now")
    return Point(page.today, page.today, "day", said.end, said.ending, relative=True) if said else None


def _between(moment: Point, last: Point, start: int, end: int) -> Period | None:
    if moment.yearless and not last.yearless:
        moment = with_year(moment, last.first.year)
        if moment.first > last.last:
            moment = with_year(replace(moment, yearless=True), last.first.year - 1)
    elif last.yearless and not moment.yearless:
        last = with_year(last, moment.first.year)
    if moment.first > last.last:
        return None
    left, right = _edtf(moment), _edtf(last)
    return Period(moment.first, last.last, start, end, "range",
        f"{left}/{right}" if left and right else None, last.ending,
                  yearless=moment.yearless and last.yearless)  # fmt: skip


def _days_of_month(page: Page, at: int) -> Period | None:
    """`16–22 сентября 2014`, `2014 yil 16-22-sentabr`, `с 22 по 25 сентября`, `22 dan 25 sentabrgacha`,
    `September 22–25, 2013`.
    """
    lead = point(page, at)
    year = lead.first.year if lead and lead.grain == "year" else None
    start = lead.end if lead and year else at
    number = page.numbers.get(start)
    if (
        lead
        and lead.grain == "day"
        and lead.end < len(page.tokens)
        and page.tokens[lead.end].before.strip() == "-"
    ):
        return _month_first(page, at, lead)
    if number is None or not 1 <= number.value <= 31 or number.roman or number.end >= len(page.tokens):
        return None
    middle = number.end
    linked = page.low(middle) in {"по", "to", "до"} or page.key(middle) == "dan"
    if not (linked or page.tokens[middle].before.strip() == "-" or number.ending.case is Case.ABLATIVE):
        return None
    second = point(page, middle + 1 if linked else middle)
    if second is None or second.grain != "day":
        return None
    if year and second.yearless:
        second = with_year(second, year)
    try:
        first = second.first.replace(day=int(number.value))
    except ValueError:
        return None
    if first > second.last:
        return None
    return Period(
        first,
        second.last,
        at,
        second.end,
        "range",
        f"{first}/{second.last}",
        second.ending,
        yearless=second.yearless,
    )


def _month_first(page: Page, at: int, lead: Point) -> Period | None:
    """`September 22–25, 2013`: the second number is a day of the same month."""
    number = page.numbers.get(lead.end)
    if (
        not number
        or not 1 <= number.value <= 31
        or page.tokens[at].is_number
        or (page.senses.get(number.end) and point(page, lead.end))
    ):
        return None
    tail = point(page, number.end)
    year = tail.first.year if tail and tail.grain == "year" else lead.first.year
    try:
        first, last = lead.first.replace(year=year), lead.first.replace(year=year, day=int(number.value))
    except ValueError:
        return None
    end = tail.end if tail and tail.grain == "year" else number.end
    return (
        Period(first, last, at, end, "range", f"{first}/{last}", yearless=lead.yearless and not tail)
        if first <= last
        else None
    )


_UNIT_MONTHS = {"year": 12, "month": 1, "quarter": 3, "half year": 6}


def _window(page: Page, at: int) -> Period | None:
    """`next 6 months`, `в ближайшие полгода`, `90 kun ichida`, `so‘nggi 5 yilda`, `за последние два года`."""
    back = bool(page.means(at, "last", "previous")) or page.low(at) == "past" or page.key(at) == "otgan"
    ahead = page.phrase(at, "next", "nearest", "soon")
    start = at + 1 if back else ahead.end if ahead else at
    if page.low(at) in {"within", "in", "over", "during", "за", "for"} or (
        page.low(at) == "в" and page.low(at + 1) == "течение"
    ):
        start = at + 2 if page.low(at) == "в" else at + 1
        start += page.low(start) == "the"
        inner = page.phrase(start, "next", "nearest")
        start = inner.end if inner else start
        ahead = inner
        back = not inner and bool(page.means(start, "last", "previous"))
        start += back
        within = page.low(at) in {"within", "в"} or bool(inner) or back
        start += page.low(start) in {"a", "one"} and page.low(at) == "within"
    else:
        within = bool(back or ahead)
    number = page.numbers.get(start)
    count, unit_at = (
        (int(number.value), number.end)
        if number and number.value == int(number.value) and number.value < 1000
        else (1, start)
    )
    unit = page.phrase(unit_at, "year", "month", "quarter", "half year", "week", "day")
    lone = page.low(at) in {"within", "в"} and start > at and number is None
    if unit is None or (
        number is None and unit.concept != "half year" and not unit.ending.plural and not (lone or back)
    ):
        return None
    end = unit.end
    if page.key(end) in {"ichida", "oraligida"}:
        within, end = True, end + 1
    elif page.key(end) in {"davomida", "mobaynida"} and (back or ahead):
        end += 1
    if not within or (
        number is None and unit.concept != "half year" and not (lone or page.low(start - 1) == "past")
    ):
        return None
    return _from_today(page, count, unit, at, end, back=back)


def _from_today(page: Page, count: int, unit: Sense, start: int, end: int, *, back: bool) -> Period:
    step = -count if back else count
    if unit.concept in {"day", "week"}:
        edge = page.today + timedelta(days=step * (7 if unit.concept == "week" else 1))
    else:
        edge = shifted(page.today, max(min(step * _UNIT_MONTHS[unit.concept], 1200), -1200))
    first, last = (edge, page.today) if back else (page.today, edge)
    return Period(first, last, start, end, "window", ending=unit.ending, relative=True)


def _since_beginning(page: Page, at: int) -> Period | None:
    """Since a year began: `с начала года`, `yil boshidan beri`, `since the beginning of the year`."""
    start = at + (page.low(at) in {"с", "since", "from"})
    start += page.low(start) == "the"
    if start > at and page.phrase(start, "beginning"):
        edge = page.phrase(start, "beginning")
        where = edge.end if edge else start
        while page.low(where) in {"of", "the"}:
            where += 1
        moment = point(page, where)
        unit = page.means(where, "year", "month", "quarter")
        if moment is None and unit:
            moment = _this(page, unit.concept, where + 1)
        return _from_first(page, moment, at, moment.end) if moment else None
    unit = page.means(at, "year", "month", "quarter")
    moment = _this(page, unit.concept, at + 1) if unit else point(page, at)
    edge = page.means(moment.end, "beginning", "start", "before") if moment else None
    if moment is None or edge is None or edge.ending.case is not Case.ABLATIVE:
        return None
    return _from_first(page, moment, at, moment.end + 1)


def _from_first(page: Page, moment: Point, start: int, end: int) -> Period | None:
    if moment.first > page.today:
        return None
    end += page.key(end) in {"beri", "buyon", "boshlab"}
    return Period(moment.first, page.today, start, end, "window", relative=moment.relative)


def _year_end(page: Page, at: int) -> Period | None:
    """Until the end of a year: `yil oxirigacha`, `до конца 2027 года`, `by the end of this year`."""
    if (page.low(at) in {"до", "к"} and page.low(at + 1) in {"конца", "концу"}) or (
        page.low(at) in {"by", "until", "till", "before"}
        and page.low(at + 1) == "the"
        and page.low(at + 2) == "end"
    ):
        start = at + (2 if page.tokens[at].is_cyrillic else 3)
        start += page.low(start) == "of"
        start += page.low(start) == "the"
        moment = point(page, start)
        if moment is None and (unit := page.means(start, "year", "month", "quarter")):
            moment = _this(page, unit.concept, start + 1)
        return _until(page, moment, at, moment.end) if moment else None
    if end := out(page, at):
        return _until(page, _this(page, "year", end), at, end)
    moment = point(page, at)
    if (
        moment is None
        and (unit := page.means(at, "year", "month", "quarter"))
        and page.means(at + 1, "ending")
    ):
        moment = _this(page, unit.concept, at + 1)
    if moment is None:
        return None
    edge = page.means(moment.end, "ending", "end")
    if edge and edge.ending.case is Case.LIMIT:
        return _until(page, moment, at, moment.end + 1)
    if edge and page.key(moment.end + 1) == "qadar":
        return _until(page, moment, at, moment.end + 2)
    return None


def _this(page: Page, unit: str, end: int) -> Point:
    months = _UNIT_MONTHS[unit]
    first = date(page.today.year, (page.today.month - 1) // months * months + 1, 1)
    return Point(first, month_end(first.year, first.month + months - 1), unit, end, relative=True)


def _until(page: Page, moment: Point, start: int, end: int) -> Period:
    first = page.today if moment.last >= page.today else None
    return Period(first, moment.last, start, end, "until", relative=moment.relative)


def _bounded(page: Page, at: int) -> Period | None:
    if bound := denied(page, at):
        moment = point(page, at + bound.length)
        if moment and bound.later:
            return Period(None, moment.last, at, moment.end, "until")
        return _after(moment, at, moment.end, exclusive=False) if moment else None
    word = page.low(at)
    if word in BEFORE | UP_TO | AFTER | SINCE or (word == "up" and page.low(at + 1) == "to"):
        start = at + 1 + (word in {"up", "начиная"})
        moment = point(page, start)
        if moment is None or (word == "с" and moment.relative and moment.grain == "day"):
            return None
        if word in BEFORE:
            return Period(None, moment.first - timedelta(days=1), at, moment.end, "before")
        if word in UP_TO or word == "up":
            return Period(None, moment.last, at, moment.end, "until")
        return _after(moment, at, moment.end, exclusive=word in AFTER)
    moment = point(page, at)
    if moment is None:
        return None
    case, following = moment.ending.case, page.tokens[moment.end].key if moment.end < len(page.tokens) else ""
    if case is Case.LIMIT or (following == "qadar" and case is Case.DATIVE):
        end = moment.end + (following in {"qadar", "bolgan"})
        return Period(None, moment.first - timedelta(days=1), at, end, "before")
    if case is Case.ABLATIVE:
        if following in {"keyin", "song", "keyingi", "songgi", "keyinroq"}:
            return _after(moment, at, moment.end + 1, exclusive=True)
        if following in {"oldin", "avval", "ilgari", "burun", "oldingi", "avvalgi"}:
            return Period(None, moment.first - timedelta(days=1), at, moment.end + 1, "before")
        return _after(
            moment, at, moment.end + (following in {"beri", "buyon", "boshlab", "etiboran"}), exclusive=False
        )
    return None


def _after(moment: Point, start: int, end: int, *, exclusive: bool) -> Period:
    first = moment.last + timedelta(days=1) if exclusive else moment.first
    return Period(
        first, None, start, end, "after" if exclusive else "since", None if exclusive else _open(moment)
    )


def _open(moment: Point) -> str | None:
    text = _edtf(moment)
    return f"{text}/.." if text and "/" not in text else None
