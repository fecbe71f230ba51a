"""Points in time as people write them: `2014-yil 22-iyun`, `сентябрь 2014`, `Q3 2014`, `o‘tgan yili`,
`22.06.2014`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.language.almanac import is_in_season, month_of, season_of
from bot.language.page import Page, Point, month_end, shifted
from bot.language.suffixes import PLAIN, Case, Ending
from bot.language.years import STEPS, is_year, tail, year_at


def point(page: Page, at: int) -> Point | None:
    """The longest point that begins at token `at`."""
    if at not in page.points:
        page.points[at] = _longest(page, at) if _may_begin(page, at) else None
    return page.points[at]


_LEADING = ("this", "last", "previous", "next", "today", "yesterday", "tomorrow", "year")


def _may_begin(page: Page, at: int) -> bool:
    """Only a number, the name of a month or season, and a few words begin a point."""
    if not 0 <= at < len(page.tokens):
        return False
    token = page.tokens[at]
    if token.is_number or at in page.numbers or token.low == "q" or token.key == "otgan":
        return True
    return bool(
        _month_at(page, at) or season_of(token) or page.means(at, *_LEADING) or page.phrase(at, "new year")
    )


def _longest(page: Page, at: int) -> Point | None:
    found = [p for way in _WAYS if (p := way(page, at))]
    return max(found, key=lambda p: (p.end, p.grain == "day"), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _day(
    year: int | None, month: int, day: int, page: Page, end: int, ending: Ending = PLAIN
) -> Point | None:
    when = _date(year or page.today.year, month, day)
    if when is None:
        return None
    if year is None and when > page.today:
        when = _date(page.today.year - 1, month, day) or when
    return Point(when, when, "day", end, ending, yearless=year is None)


def _iso(page: Page, at: int) -> Point | None:
    t = page.tokens
    if (
        at + 2 < len(t)
        and all(t[at + k].is_number for k in range(3))
        and len(t[at].written) == 4
        and t[at + 1].before == t[at + 2].before == "-"
    ):
        return _day(int(t[at].written), int(t[at + 1].written), int(t[at + 2].written), page, at + 3)
    return None


def _dotted(page: Page, at: int) -> Point | None:
    t = page.tokens
    if (
        at + 2 < len(t)
        and all(t[at + k].is_number for k in range(3))
        and t[at + 1].before == t[at + 2].before
        and t[at + 1].before in {".", "/"}
    ):
        year = int(t[at + 2].written)
        return _day(
            year + 2000 if year < 100 else year,
            int(t[at + 1].written),
            int(t[at].written),
            page,
            *tail(page, at + 3),
        )
    return None


def _month_at(page: Page, at: int) -> tuple[int, Ending] | None:
    if not 0 <= at < len(page.tokens) or page.tokens[at].is_number:
        return None
    return month_of(page.tokens[at].low, page.key(at), cyrillic=page.tokens[at].is_cyrillic)


def _past_unit(page: Page, at: int, *units: str) -> int:
    """Steps over a unit said for clearness: `sentabr oyida`, `2014 йил`, `22 числа`."""
    return at + 1 if page.means(at, *units) else at


def _number_day(page: Page, at: int) -> tuple[int, int] | None:
    number = page.numbers.get(at)
    if number is None or not 1 <= number.value <= 31 or number.value != int(number.value) or number.roman:
        return None
    if not (number.ordinal or page.tokens[at].is_number):
        return None  # `bir marta` is once
    end = number.end
    return int(number.value), end + (page.low(end) == "of")


def _day_month(page: Page, at: int) -> Point | None:
    day = _number_day(page, at)
    found = day and _month_at(page, day[1])
    if not day or not found:
        return None
    month, ending = found
    end = _past_unit(page, day[1] + 1, "month")
    year = year_at(page, end)
    return _day(
        year[0] if year else None, month, day[0], page, year[1] if year else end, year[2] if year else ending
    )


def _month_day(page: Page, at: int) -> Point | None:
    found = _month_at(page, at)
    day = found and _number_day(page, at + 1)
    if not found or not day or (page.numbers[at + 1].value > 31):
        return None
    year = year_at(page, day[1])
    return _day(year[0] if year else None, found[0], day[0], page, year[1] if year else day[1])


def _year_first(page: Page, at: int) -> Point | None:
    year = year_at(page, at)
    if not year:
        return None
    day = _number_day(page, year[1])
    found = day and _month_at(page, day[1])
    if day and found:
        return _day(year[0], found[0], day[0], page, _past_unit(page, day[1] + 1, "month"), found[1])
    if found := _month_at(page, year[1]):
        return _whole_month(year[0], found[0], page, _past_unit(page, year[1] + 1, "month"), found[1])
    return None


def _whole_month(year: int | None, month: int, page: Page, end: int, ending: Ending) -> Point:
    chosen = year or (page.today.year if month <= page.today.month else page.today.year - 1)
    return Point(
        date(chosen, month, 1), month_end(chosen, month), "month", end, ending, yearless=year is None
    )


def _month_year(page: Page, at: int) -> Point | None:
    found = _month_at(page, at)
    if not found:
        return None
    end = _past_unit(page, at + 1, "month")
    end += page.low(end) == "of"
    year = year_at(page, end)
    if year:
        return _whole_month(year[0], found[0], page, year[1], year[2])
    return None if _is_no_month(page, at) else _whole_month(None, found[0], page, end, found[1])


def _is_no_month(page: Page, at: int) -> bool:
    """`may` the verb, `march`, `oxirgi marta` (times), `mar`, `sep`: a month only beside a day or a year."""
    word = page.low(at)
    if word in {"may", "mar", "sep", "dec", "jan", "nov", "oct", "aug", "jun", "jul", "apr", "feb"}:
        return not page.tokens[at].written[0].isupper() or at == 0
    if page.key(at) == "marta":
        return bool(
            page.numbers.get(at - 1)
            or page.means(at - 1, "last", "first", "count", "newest")
            or page.key(at - 1) in {"bir", "biror", "biron", "oxirgi", "songgi", "necha"}
        )
    return False


_ROMAN_QUARTER = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}


def _quarter(page: Page, at: int) -> Point | None:
    year = year_at(page, at)
    start = year[1] if year else at
    number = page.numbers.get(start)
    value, end = (int(number.value), number.end) if number and 1 <= number.value <= 4 else (0, start)
    if (
        not value
        and page.low(start) == "q"
        and (digit := page.numbers.get(start + 1))
        and 1 <= digit.value <= 4
    ):
        value, end = int(digit.value), digit.end
    elif not (value and (unit := page.means(end, "quarter"))):
        return None
    else:
        end += 1
        return _stretch(page, year, end, value * 3 - 2, 3, "quarter", unit.ending)
    return _stretch(page, year, end, value * 3 - 2, 3, "quarter", PLAIN)


def _part(page: Page, at: int) -> Point | None:
    """Half a year: `2015 yil birinchi yarmi`, `первое полугодие 2015`, `first half of 2015`."""
    year = year_at(page, at)
    start = year[1] if year else at
    number = page.numbers.get(start)
    if not number or not number.ordinal or number.value not in {1, 2}:
        return None
    if page.key(number.end).startswith("yarm") and not page.means(number.end, "half year"):
        return _stretch(page, year, number.end + 1, int(number.value) * 6 - 5, 6, "half", PLAIN)
    unit = page.phrase(number.end, "half year")
    return _stretch(page, year, unit.end, int(number.value) * 6 - 5, 6, "half", unit.ending) if unit else None


def _stretch(
    page: Page,
    year: tuple[int, int, Ending] | None,
    end: int,
    month: int,
    months: int,
    grain: str,
    ending: Ending,
) -> Point:
    end += year is None and page.low(end) in {"of", "в"}
    year_after = None if year else year_at(page, end)
    chosen = (year or year_after or (page.today.year,))[0]
    return Point(date(chosen, month, 1), month_end(chosen, month + months - 1), grain,
        year_after[1] if year_after else end,
                 year_after[2] if year_after else ending, yearless=not (year or year_after))  # fmt: skip


def _season(page: Page, at: int) -> Point | None:
    year = year_at(page, at)
    start = year[1] if year else at
    if start >= len(page.tokens) or not (season := season_of(page.tokens[start])):
        return None
    after = None if year else year_at(page, start + 1)
    if not (year or after or is_in_season(page.tokens[start], page.low(start - 1))):
        return None
    begun = 3 * season <= page.today.month or season == 4
    chosen = (year or after or (page.today.year - (not begun),))[0]
    first = date(chosen, 3 * season, 1) if season < 4 else date(chosen - 1, 12, 1)
    return Point(
        first,
        month_end(chosen, 3 * season + 2) if season < 4 else month_end(chosen, 2),
        f"season{season}",
        after[1] if after else start + 1,
        yearless=not (year or after),
    )


_AROUND_IT = frozenset(("до", "к", "после", "before", "by", "until", "till", "after"))


def _new_year(page: Page, at: int) -> Point | None:
    """`до нового года`, `yangi yilgacha`: its first day; `в новом году` is the whole of it."""
    said = page.phrase(at, "new year")
    if said is None:
        return None
    next_year, bound = page.today.year + 1, said.ending.case in {Case.LIMIT, Case.ABLATIVE}
    bound = bound or bool({page.low(at - 1), page.low(at - 2)} & _AROUND_IT or page.means(at - 2, "now"))
    last = date(next_year, 1, 1) if bound else date(next_year, 12, 31)
    return Point(
        date(next_year, 1, 1), last, "day" if bound else "year", said.end, said.ending, relative=True
    )


def _decade(page: Page, at: int) -> Point | None:
    number = page.numbers.get(at)
    if not number or not is_year(page, number) or number.value % 10:
        return None
    tail = page.low(at + 1)
    plural = page.means(at + 1, "year")
    if tail in {"s", "е", "х"} or (plural and plural.ending.plural and not page.numbers.get(at - 1)):
        end = at + 2 if not (tail in {"е", "х"} and page.means(at + 2, "year")) else at + 3
        return Point(
            date(int(number.value), 1, 1),
            date(int(number.value) + 9, 12, 31),
            "decade",
            end,
            plural.ending if plural else PLAIN,
        )
    return None


def _year(page: Page, at: int) -> Point | None:
    year = year_at(page, at)
    return Point(date(year[0], 1, 1), date(year[0], 12, 31), "year", year[1], year[2]) if year else None


_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _relative(page: Page, at: int) -> Point | None:
    for concept, step in _DAYS.items():
        if page.means(at, concept):
            when = page.today + timedelta(days=step)
            return Point(when, when, "day", at + 1, relative=True)
    said = next((concept for concept in STEPS if page.means(at, concept)), None)
    if said is None and page.key(at) != "otgan":
        return None
    step = STEPS[said or "last"]
    if found := _named_month(page, at + 1, step):
        return found
    unit = page.means(at + 1, "year", "month", "quarter", "week", "half year")
    if not unit or unit.ending.plural:
        return None
    if said == "last" and unit.language != "en":
        # `за последний год`, `soʻnggi oyda`: the twelve months, the month up to today.
        first = shifted(page.today, -_MONTHS[unit.concept]) if unit.concept in _MONTHS else None
        if first:
            return Point(first, page.today, "window", at + 2, unit.ending, relative=True)
    return _around(page, step, unit.concept, at + 2, unit.ending)


_MONTHS = {"year": 12, "month": 1, "quarter": 3, "half year": 6}


def _named_month(page: Page, at: int, step: int) -> Point | None:
    """`next February`, `в прошлом мае`: the nearest one ahead, or behind."""
    found = _month_at(page, at)
    if not found or not step:
        return None
    month, ending = found
    year = page.today.year
    if step > 0 and month <= page.today.month:
        year += 1
    if step < 0 and month >= page.today.month:
        year -= 1
    return _whole_month(year, month, page, _past_unit(page, at + 1, "month"), ending)


def _around(page: Page, step: int, unit: str, end: int, ending: Ending = PLAIN) -> Point:
    today = page.today
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return Point(monday, monday + timedelta(days=6), "week", end, ending, relative=True)
    months = _MONTHS[unit]
    begin = date(today.year, (today.month - 1) // months * months + 1, 1)
    first = shifted(begin, step * months)
    return Point(first, shifted(first, months) - timedelta(days=1), unit, end, ending, relative=True)


def _near(page: Page, at: int) -> Point | None:
    """`3 yil oldin`, `3 года назад`, `3 years ago`: that year or month."""
    number = page.numbers.get(at)
    unit = number and page.means(number.end, "year", "month", "quarter", "week")
    if (
        not number
        or not unit
        or (
            page.low(number.end + 1) not in {"ago", "назад"}
            and not (
                page.means(number.end + 1, "before")
                and page.low(number.end + 1) not in {"before", "до", "перед", "раньше"}
            )
        )
    ):
        return None
    return _around(page, -int(number.value), unit.concept, number.end + 2)


def with_year(moment: Point, year: int) -> Point:
    """A point said without a year, in that year."""
    if not moment.yearless:
        return moment
    try:
        first, last = moment.first.replace(year=year), moment.last
        last = month_end(year, last.month) if moment.grain != "day" else first
    except ValueError:
        return moment
    return replace(moment, first=first, last=last, yearless=False)


_WAYS = (
    _iso, _dotted, _day_month, _month_day, _year_first, _month_year, _quarter, _part, _season, _new_year,
    _relative, _near, _decade, _year,
)  # fmt: skip
