"""Who is away, from when until when, and who stands in. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.html import clip
from bot.show import dates
from bot.show.decisions import day_label, pairs
from bot.show.offices import AwayFrom, AwayLater, AwayUntil, AwayWith, Here
from bot.show.periods import days_told
from bot.show.reply import Button, Place, Reply
from bot.words import Words

_LABEL = 28


@dataclass(frozen=True, slots=True)
class Away:
    """An absence from `first` to `last`, as it is seen on `today`; `deputy` None: nobody stands in."""

    first: date
    last: date
    today: date
    deputy: str | None = None

    @property
    def began(self) -> bool:
        """Its first day has come."""
        return self.first <= self.today


def present(today: date, days: Iterable[date], words: Words) -> Reply:
    """Here; the days until which one can be away from today on."""
    buttons = [Button(day_label(day, words), AwayUntil(today, day)) for day in dict.fromkeys(days)]
    later = Button(words.plain("away-later"), AwayLater())
    return Reply(words("away-not"), (*pairs(buttons), (later,)), Place.PRESSED)


def whence(days: Iterable[date], words: Words) -> Reply:
    """Asks for the first day of an absence to come."""
    buttons = [Button(day_label(day, words), AwayFrom(day)) for day in dict.fromkeys(days)]
    return Reply(words("away-whence"), pairs(buttons), Place.PRESSED)


def until(first: date, days: Iterable[date], words: Words) -> Reply:
    """Asks for its last."""
    buttons = [Button(day_label(day, words), AwayUntil(first, day)) for day in dict.fromkeys(days)]
    return Reply(words("away-until", date=dates.day(first, words)), pairs(buttons), Place.PRESSED)


def whom(away: Away, people: Iterable[tuple[int, str]], words: Words) -> Reply:
    """Asks who stands in."""
    span = away.first, away.last
    buttons = [Button(clip(name, _LABEL), AwayWith(*span, person)) for person, name in people]
    nobody = Button(words.plain("away-nobody"), AwayWith(*span, 0))
    return Reply(
        words(f"away-whom{_later(away)}", **_days(away, words)), (*pairs(buttons), (nobody,)), Place.PRESSED
    )


def noted(away: Away, words: Words) -> Reply:
    """It stands."""
    here = Button(words.plain("away-here" if away.began else "away-not-after-all"), Here())
    text = words(f"away-now{_later(away)}", **_days(away, words), deputy=away.deputy or "—")
    return Reply(text, ((here,),), Place.PRESSED)


def asked(name: str, away: Away, words: Words) -> Reply:
    """Tells the deputy."""
    return Reply(words(f"away-yours{_later(away)}", **_days(away, words), name=name))


def back(words: Words) -> Reply:
    """Here again."""
    return Reply(words("away-back"), place=Place.PRESSED)


def _later(away: Away) -> str:
    """The end of the key of a text that names the days of an absence to come, not its last day alone."""
    return "" if away.began else "-later"


def _days(away: Away, words: Words) -> dict[str, str]:
    return {"date": dates.day(away.last, words), "dates": days_told(away.first, away.last, words)}
