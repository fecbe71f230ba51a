"""Dates, numbers and countries in the reader's own convention.

Country names come from CLDR, with its three kinds of apostrophe made one. The orders and
endings of dates ("2026-yil 5-avgust", "5 августа 2026 г.") stand in `locales/*/dates.ftl`, as do the months:
CLDR spells the Cyrillic Uzbek ones without their soft sign.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.cldr import countries, grouping
from bot.html import Html
from bot.html import moment as mark_moment
from bot.words import Words
from db.vocabulary import Language

_APOSTROPHES = str.maketrans({"\u2018": "\u02bb", "\u2019": "\u02bc"})


def day(value: date, words: Words) -> str:
    """A calendar day: "2026-yil 5-avgust"."""
    return words.plain("date-day", day=value.day, month=value.month, year=str(value.year))


def moment(value: datetime, zone: ZoneInfo, words: Words) -> str:
    """A moment as the clock on the wall of `zone` shows it: "5 August 2026, 09:00"."""
    local = value.astimezone(zone)
    return words.plain("date-and-time", date=day(local.date(), words), time=f"{local:%H:%M}")


def tapped(value: datetime, zone: ZoneInfo, words: Words) -> Html:
    """The same as markup: tapped, it is told by the reader's own clock."""
    return mark_moment(value, moment(value, zone, words))


def deadline(value: date, said: str, zone: ZoneInfo) -> Html:
    """A last day, in the words that name it: tapped, the moment it is over, by the reader's own clock."""
    return mark_moment(datetime.combine(value, time(23, 59), zone), said)


def distance(value: date, today: date, words: Words) -> str:
    """How far away a day is, in words: "today", "in 5 days", "3 days ago"."""
    days = (value - today).days
    if days == 0:
        return words.plain("date-today")
    if days == 1:
        return words.plain("date-tomorrow")
    return words.plain("date-in-days", n=days) if days > 0 else words.plain("date-days-ago", n=-days)


def number(value: int, language: Language) -> str:
    """A whole number, grouped: "2 040" in Uzbek and Russian, "2,040" in English."""
    return f"{value:,}".replace(",", grouping(language))


def decimal(value: float, language: Language) -> str:
    """A figure to one place, if it has one: "733,3" in Uzbek and Russian, "733.3" in English."""
    whole, _, rest = f"{value:.1f}".partition(".")
    if rest == "0":
        return number(int(whole), language)
    return f"{number(int(whole), language)}{'.' if language is Language.EN else ','}{rest}"


def country(code: str, language: Language) -> str:
    """The country's name, or the code itself where CLDR knows none."""
    return countries(language).get(code, code).translate(_APOSTROPHES)
