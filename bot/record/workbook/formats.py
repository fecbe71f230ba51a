"""What a number in a cell means by its format: in a spreadsheet a date is a number that is shown as one.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from db.edtf import Precision

_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 36, *range(50, 55), 56, 57, 58), Precision.DAY),
    **dict.fromkeys((17, 55), Precision.MONTH),
}
"""The formats that every spreadsheet program knows by number, as far as they show a date."""

_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Texts in quotes, escaped and padding signs, colours and conditions."""

_LAST_SERIAL = 2_958_465
_WHOLE = re.compile(r"[0-9]{1,15}")


def shown_precision(number: int, codes: Mapping[int, str]) -> Precision | None:
    """How much of a date the format shows; None for a format that shows no date."""
    code = codes.get(number)
    if code is None:
        return _BUILT_IN.get(number)
    letters = set(_NOT_CODE.sub("", code).partition(";")[0].lower())
    if letters & set("gl#0") and not letters & set("dmy"):
        return None
    if "d" in letters:
        return Precision.DAY
    if "y" in letters:
        return Precision.MONTH if "m" in letters else Precision.YEAR
    return None


def number_text(text: str, precision: Precision | None, *, since_1904: bool) -> str:
    """A number as a person would write it: 25.0 as 25, a date as EDTF, as closely as the cell shows it."""
    if precision is None and _WHOLE.fullmatch(text):
        return str(int(text))
    try:
        number = float(text)
    except ValueError:
        return text
    if precision and 0 < number <= _LAST_SERIAL:
        return _date_text(number, precision, since_1904=since_1904)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _date_text(serial: float, precision: Precision, *, since_1904: bool) -> str:
    days, seconds = divmod(round(serial * 86_400), 86_400)
    # The first spreadsheets took 1900 for a leap year, and all of them still do.
    since_1900 = date(1899, 12, 30) if days >= 61 else date(1899, 12, 31)
    try:
        day = (date(1904, 1, 1) if since_1904 else since_1900) + timedelta(days=days)
    except OverflowError:
        return repr(serial)
    if seconds:
        return (datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)).isoformat(" ")  # noqa: DTZ001
    return {Precision.YEAR: f"{day.year:04}", Precision.MONTH: day.isoformat()[:7]}.get(
        precision, day.isoformat()
    )
