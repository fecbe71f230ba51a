"""Who is away, until when, and who stands in. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.html import clip
from bot.show import dates
from bot.show.decisions import day_label, pairs
from bot.show.offices import AwayUntil, AwayWith, Here
from bot.show.reply import Button, Place, Reply
from bot.words import Words

_LABEL = 28


def status(last: date | None, deputy: str | None, days: Iterable[date], words: Words) -> Reply:
    """How it stands, and what can be chosen."""
    buttons = [Button(day_label(day, words), AwayUntil(day)) for day in dict.fromkeys(days)]
    if last is None:
        return Reply(words("away-not"), pairs(buttons), Place.PRESSED)
    here = Button(words.plain("away-here"), Here())
    return Reply(
        words("away-now", date=dates.day(last, words), deputy=deputy or "—"), ((here,),), Place.PRESSED
    )


def whom(last: date, people: Iterable[tuple[int, str]], words: Words) -> Reply:
    """Asks who stands in."""
    buttons = [Button(clip(name, _LABEL), AwayWith(last, person)) for person, name in people]
    nobody = Button(words.plain("away-nobody"), AwayWith(last, 0))
    text = words("away-whom", date=dates.day(last, words))
    return Reply(text, (*pairs(buttons), (nobody,)), Place.PRESSED)


def noted(last: date, deputy: str | None, words: Words) -> Reply:
    """It stands."""
    here = Button(words.plain("away-here"), Here())
    return Reply(
        words("away-now", date=dates.day(last, words), deputy=deputy or "—"), ((here,),), Place.PRESSED
    )


def asked(name: str, last: date, words: Words) -> Reply:
    """Tells the deputy."""
    return Reply(words("away-yours", name=name, date=dates.day(last, words)))


def back(words: Words) -> Reply:
    """Here again."""
    return Reply(words("away-back"), place=Place.PRESSED)
