"""The dates that a statement says, as EDTF: `5-noyabr`, `с 10 по 12 ноября`, `last Friday`.

Facts are dated, not searched for: a day stays a day and a month a month, a missing year is the latest
past one (or the next, for terms), a weekday is its last occurrence up to today. Each word becomes one
letter of a code, and dates are patterns over the code. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from bot.language.tokens import Token
from bot.record.earlier import NOTHING, Earlier
from bot.record.leaning import Part, leaned
from bot.record.timewords import Mark, marks


class Bound(Enum):
    """What a date says of a stretch of time."""

    WHOLE = "whole"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class When:
    """A date said by the tokens `start` … `end` - 1. `text` is EDTF; of SINCE and UNTIL it is the known
    bound.
    """

    start: int
    end: int
    text: str
    bound: Bound = Bound.WHOLE
    said: str = ""
    """The words, where they stand elsewhere in the text."""

    @property
    def edtf(self) -> str:
        """The date, or the interval of which only one bound was said."""
        return {Bound.WHOLE: self.text, Bound.SINCE: f"{self.text}/", Bound.UNTIL: f"/{self.text}"}[
            self.bound
        ]


_YEAR = r"(?P<y>Y)(?:-?y)?,?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?P<d>D)[tg]?(?:[-~]|U)(?P<l>D)-?[tg]?(?P<m>[me])",
        r"(?P<y>Y)-(?P<n>D)-(?P<d>D)",
        r"(?P<m>m)o?(?P<d>D)-?[tg]?k",
        rf"{_YEAR}(?P<m>m)o?(?P<d>A)",
        r"(?P<m>m)o?(?P<d>A)",
        r"(?P<d>D)-(?P<n>D)-(?P<y>Y)",
        rf"{_YEAR}(?P<d>D)-?[tg]?(?P<m>[me])",
        r"(?P<d>D)[tg]?(?:[-~]|U)(?P<l>D)-?[tg]?k?q?(?P<m>[me])(?:,?(?P<y>Y)(?!-?yD-?[tg]?q?[me])(?:-?y)?)?",
        r"(?P<d>D)-?[tg]?q?(?P<m>[me])(?:,?(?P<y>Y)(?!-?yD-?[tg]?q?[me])(?:-?y)?)?",
        r"(?P<m>e)\.?(?P<d>D)[tg]?(?:[-~]|U)(?P<l>D)[tg]?(?:,?(?P<y>Y))?",
        r"(?P<m>e)\.?(?P<d>D)[tg]?(?![-,]?[m])(?:,?(?P<y>Y))?",
        r"(?P<d>D)[-~](?P<l>D)\.(?P<n>D)(?:\.(?P<y>[YD]))?",
        r"(?P<d>D)[./](?P<n>D)(?:[./](?P<y>[YD]))?(?!\.D)",
        rf"{_YEAR}(?P<v>v)",
        r"[in]?(?P<v>v),?q?(?P<y>Y)(?:-?y)?",
        rf"{_YEAR}(?P<m>[me])o?",
        r"(?P<m>[me])o?,?(?P<y>Y)(?:-?y)?",
        r"(?P<y>Y)-(?P<n>D)(?![-.]?[DNY])",
        r"(?P<u>U?)q?lq?(?P<y>Y)(?:-?y)?",
        r"(?P<u>U?)q?lq?(?P<m>[me])o?,?(?P<y>Y)?(?:-?y)?",
        rf"{_YEAR}(?P<m>[me])o?l",
        r"(?P<y>Y)-?yl",
        r"(?P<y>Y)-?y",
        r"[in]?(?:j|c)?j*(?P<v>v)",
        r"(?P<r>[TEB])",
        r"[in]?(?P<r>H)",
        r"[in]?[jc]j*(?P<same>k)",
        r"[in]?(?P<r>j)j*x?(?P<unit>[yo])x?",
        r"[in]?q?(?P<step>f)(?P<unit>y)",
        r"(?P<c>[DN]?)(?P<unit>y)(?P<step>L)",
        r"(?P<step>L)x?(?P<c>[DN]?)(?P<unit>y)",
        r"V?[in]?(?P<r>R)(?P<unit>y)",
        r"(?P<r>V)q?(?P<unit>y)(?![-,.]?Y)",
        r"(?<![DNYyc])(?P<unit>y)(?P<r>V)",
        r"[in]?(?P<r>cz)",
        r"(?P<r>pk)",
        r"(?P<c>[DN]?)(?P<r>[khoy])a",
        r"[in]?(?P<r>ph)[in]?(?P<w>w)?",
        r"[in]?(?P<r>ch)[in]?(?P<w>w)?",
        r"[in]?(?P<r>p)(?P<w>w)",
        r"[in]?(?P<r>py),?x?[in]?(?P<m>[me])",
        r"[in]?(?P<r>pv)",
        r"[in]?(?P<r>[pc][oy])",
        r"[in]?c?(?P<w>w)",
        r"(?P<d>D)-?[tg]?(?P<r>K)",
        r"(?P<d>D)-?[tg](?P<r>k)(?![-,.]?[meY])",
        r"nq?(?P<d>D)(?P<r>t)(?![meYy])",
        r"(?P<d>D)-?(?P<r>g)(?![-,]?[me])",
        r"(?P<m>[me])o?(?![-.]?D)",
        r"(?<=[inFU])(?P<y>Y)",
        r"(?<=\|)(?P<y>Y)(?!-?[yDme])",
        r"(?P<y>Y)(?=[-~U][Y])",
        r"(?<=Y[-~])(?P<y>Y)",
    )
)  # fmt: skip


def whens(
    tokens: Sequence[Token], today: date, *, coming: bool = False, earlier: Earlier = NOTHING
) -> tuple[When, ...]:
    """The dates of a text from left to right; `coming` takes the next year where none is said."""
    code, found = _coded(marks(tokens))
    said = tuple(_parts(code, found, today, earlier))
    parts = leaned(said, lambda first, second: _gap(first, second, code, found), tokens, earlier)
    return tuple(_joined(parts, code, found, today, coming=coming))


def _coded(found: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The code with its separators; the marks are repeated so that both have the same places."""
    code, places = "", []
    for mark in found:
        for letter in mark.between + mark.code:
            code += letter
            places.append(mark)
    return code, tuple(places)


def _parts(code: str, found: Sequence[Mark], today: date, earlier: Earlier) -> Iterator[Part]:
    at = 0
    while at < len(code):
        matches = (m for pattern in _PATTERNS if (m := pattern.match(code, at)))
        part = next((p for m in matches if (p := _part(m, found, today, earlier))), None)
        if part is None:
            at += 1
            continue
        yield part
        while at < len(code) and found[at].at < part.end:
            at += 1


def _part(match: re.Match[str], found: Sequence[Mark], today: date, earlier: Earlier) -> Part | None:
    """What a pattern found, unless no calendar has it."""
    said = {name: found[match.start(name)] for name, text in match.groupdict().items() if text}
    start, end = found[match.start()].at, found[match.end() - 1].at + 1
    last = found[match.end() - 1]
    part = Part(start, end, since=last.since, until=last.until or "u" in said)
    if "same" in said or match.groupdict().get("r") == "H":
        return replace(part, same=True)
    if "step" in said:
        return replace(part, step=said["c"].value if "c" in said else 1)
    if match.groupdict().get("r") == "j" and match["unit"] == "y":
        return replace(part, step=0)
    if "r" in said or "w" in said:
        if match.groupdict().get("r") == "T" and earlier.dated:
            return None  # a report's `today` is these days
        part = replace(part, weekday="w" in said, again=match.groupdict().get("r") == "cy" and earlier.told)
        text = _of_the_text(match, earlier) or _relative(match, said, today)
        return replace(part, text=text) if text else None
    month = said["m"].value if "m" in said else said["n"].value if "n" in said else None
    year = said["y"].value if "y" in said else None
    if year is not None and year < 100:
        year += 2000
    if "v" in said:
        return replace(part, season=said["v"].value, year=year)
    part = replace(part, year=year, month=month, day=said["d"].value if "d" in said else None,
                   last=said["l"].value if "l" in said else None)  # fmt: skip
    return part if _possible(part) else None


def _possible(part: Part) -> bool:
    try:
        for day in (part.day, part.last):
            # A leap year, since the year may not be known yet.
            date(part.year or 2024, part.month or 1, day or 1)
    except ValueError:
        return False
    return part.last is None or part.day is None or part.last > part.day


def _of_the_text(match: re.Match[str], earlier: Earlier) -> str:
    """`that same year`, `during the year`, `this year`: what the text itself is about; empty outside one."""
    groups = match.groupdict()
    word, unit = groups.get("r") or "", groups.get("unit") or ""
    if word == "j":
        return earlier.month if unit == "o" else str(earlier.year or earlier.period or "")
    if word in {"R", "V"}:
        return str(earlier.period or earlier.year or "")
    if not earlier.told or word not in {"cy", "py"}:
        return ""
    this = earlier.period or earlier.year
    return str(this - (word == "py")) if this else ""


_DAYS_BACK = {"T": 0, "cz": 0, "E": 1, "B": 2, "pk": 2}
_PERIODS, _LONG_AGO = {"k": 1, "h": 7, "o": 31, "y": 366}, 1000 * 366
"""In days."""


def _relative(match: re.Match[str], said: dict[str, Mark], today: date) -> str:
    """A date that today decides, as EDTF."""
    word = match["r"] if "r" in said else ""
    if word in {"j", "R", "V"}:
        return ""
    if word in _DAYS_BACK:
        return (today - timedelta(days=_DAYS_BACK[word])).isoformat()
    if word in {"K", "g"} or (word in {"k", "t"} and "d" in said):
        return _day_of_month(said["d"].value, today)
    if word == "py" and "m" in said:
        return f"{today.year - 1}-{said['m'].value:02}"
    if word == "pv":
        return ""
    if "w" in said:
        return _weekday(said["w"].value, word, today)
    if "c" in match.groupdict():
        count = said["c"].value if "c" in said else 1
        return _ago(count, word, today)
    if word in {"ph", "ch"}:
        monday = today - timedelta(days=today.weekday() + (7 if word == "ph" else 0))
        return f"{monday}/{monday + timedelta(days=6)}" if word == "ph" else ""
    back = 1 if word[0] == "p" else 0
    if word[1] == "y":
        return str(today.year - back)
    month = today.year * 12 + today.month - 1 - back
    return f"{month // 12}-{month % 12 + 1:02}"


def _ago(count: int, unit: str, today: date) -> str:
    """Empty for what is longer ago than anything recorded here."""
    if (days := count * _PERIODS[unit]) > _LONG_AGO:
        return ""
    if unit in {"k", "h"}:
        return (today - timedelta(days=days)).isoformat()
    if unit == "y":
        return str(today.year - count)
    month = today.year * 12 + today.month - 1 - count
    return f"{month // 12}-{month % 12 + 1:02}"


def _weekday(weekday: int, before: str, today: date) -> str:
    """Its last occurrence up to today; `last week's` is that of the week before."""
    if before in {"ph", "ch"}:
        monday = today - timedelta(days=today.weekday() + (7 if before == "ph" else 0))
        return (monday + timedelta(days=weekday - 1)).isoformat()
    back = (today.weekday() - (weekday - 1)) % 7
    return (today - timedelta(days=7 if before == "p" and back == 0 else back)).isoformat()


def _day_of_month(day: int, today: date) -> str:
    """The 5th: of this month, or of the last one when that is still to come."""
    for back in range(3):
        month = today.year * 12 + today.month - 1 - back
        try:
            found = date(month // 12, month % 12 + 1, day)
        except ValueError:
            continue
        if found <= today:
            return found.isoformat()
    return ""


def _joined(
    parts: list[Part], code: str, found: Sequence[Mark], today: date, *, coming: bool
) -> Iterator[When]:
    """Two dates with a dash, `from … to` or `-dan … -gacha` between them are one interval."""
    at = 0
    while at < len(parts):
        first, second = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        if second is not None and (joint := _interval(first, second, code, found, today, coming=coming)):
            yield joint
            at += 2
            continue
        yield _single(first, code, found, today, coming=coming)
        at += 1


def _interval(
    first: Part, second: Part, code: str, found: Sequence[Mark], today: date, *, coming: bool
) -> When | None:
    before, gap = _before(first, code, found), _gap(first, second, code, found)
    dashed = gap in {"-", "~", "/", "U"}
    spanned = (first.since or before.endswith("F")) and (
        second.until or gap.endswith(("U", "&", "-", "~")) or "G" in _after(second, code, found)
    )
    if first.last or second.last or not (dashed or (spanned and set(gap) <= set("xinqkyU&,-~sg"))):
        return None
    if second.year is None and second.text == "" and first.year is not None:
        second = replace(second, year=first.year)
    end = _resolved(second, today, coming=coming)
    if first.year is None and first.text == "" and coming and _resolved(first, today, coming=True) <= end:
        start = _resolved(first, today, coming=True)
    elif first.year is None and first.text == "":
        year = int(end[:4]) if end else today.year
        start = _iso(replace(first, year=year))
        if start > end:
            start = _iso(replace(first, year=year - 1))
    else:
        start = _resolved(first, today, coming=coming)
    if not start or not end or start > end:
        return None
    start_at = first.start - (1 if before.endswith("F") else 0)
    end_at = second.end + (1 if _after(second, code, found).startswith("G") else 0)
    return When(start_at, end_at, f"{start}/{end}")


def _single(part: Part, code: str, found: Sequence[Mark], today: date, *, coming: bool) -> When:
    before, after = _before(part, code, found), _after(part, code, found)
    text = _resolved(part, today, coming=coming)
    start, end = part.start - (1 if before.endswith(("F", "U")) else 0), part.end
    if "/" in text:
        return When(part.start, part.end, text)
    if part.until or before.endswith("U") or after.startswith("G"):
        return When(start, end + (1 if after.startswith("G") else 0), text, Bound.UNTIL)
    if part.since or before.endswith("F"):
        return When(start, end, text, Bound.SINCE)
    return When(part.start, part.end, text)


def _before(part: Part, code: str, found: Sequence[Mark]) -> str:
    return "".join(letter for letter, mark in zip(code, found, strict=True) if mark.at == part.start - 1)


def _after(part: Part, code: str, found: Sequence[Mark]) -> str:
    return "".join(letter for letter, mark in zip(code, found, strict=True) if mark.at == part.end)


def _gap(first: Part, second: Part, code: str, found: Sequence[Mark]) -> str:
    """The code between two dates, with the separator that stands before the second."""
    inside = "".join(
        letter for letter, mark in zip(code, found, strict=True) if first.end <= mark.at < second.start
    )
    return inside + next((mark.between for mark in found if mark.at == second.start), "")


def _resolved(part: Part, today: date, *, coming: bool) -> str:
    """As EDTF, with the year that was meant."""
    if part.text:
        return part.text
    if part.year is not None:
        return _iso(part)
    this = _iso(replace(part, year=today.year))
    first = this.partition("/")[0] or f"{today.year}-02-29"
    now = today.isoformat()[: len(first)]
    if coming:
        return this if this and first >= now else _iso(replace(part, year=today.year + 1)) or this
    return this if this and first <= now else _iso(replace(part, year=today.year - 1)) or this


def _iso(part: Part) -> str:
    """The EDTF of a part whose year is known; empty for 29 February of a common year."""
    year, month = part.year or 0, part.month
    try:
        if month is None:
            return f"{year:04}"
        if part.day is None:
            return f"{year:04}-{month:02}"
        first = date(year, month, part.day).isoformat()
        return f"{first}/{date(year, month, part.last)}" if part.last else first
    except ValueError:
        return ""
