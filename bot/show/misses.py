"""What was not understood or marked as wrong, for an administrator, who can teach the bot a name. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.ask.missed import Call, CallAnother, Misses, OpenMiss, Pass, alias, has_ending
from bot.html import EMPTY, Html, clip, join
from bot.show import dates
from bot.show.buttons import Undo
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Partner

_LABEL = 48
_TEXT = 200


@dataclass(frozen=True, slots=True)
class Missed:
    """One question: `why` is its outcome, or `wrong`; `name` what nothing in it knows."""

    no: int
    text: str
    why: str
    name: str
    times: int
    at: datetime
    cut: bool = False
    """Whether its ending is taken for no part of the name."""

    @property
    def alias(self) -> str:
        """The name as it would be added."""
        return alias(self.name, cut=self.cut)


def listing(page: Page[Missed], zone: ZoneInfo, words: Words, place: Place) -> Reply:
    """A page of them, the newest first, each with a button."""
    if not page.total:
        return Reply(words("misses-none"), place=place)
    lines = [Html(f"{number}. {_line(missed, zone, words)}") for number, missed in enumerate(page.items, 1)]
    opening = tuple(
        Button(str(number), OpenMiss(missed.no, cut=False)) for number, missed in enumerate(page.items, 1)
    )
    text = held(words("misses-head", n=page.total), lines, "\n\n")
    return Reply(text, (opening, *turning(page, Misses, words)), place)


def _line(missed: Missed, zone: ZoneInfo, words: Words) -> Html:
    return words.html(
        "misses-line",
        text=words("misses-text", text=clip(missed.text, _TEXT)),
        why=words(f"misses-why-{missed.why.replace('_', '-')}"),
        times=words("misses-times", n=missed.times),
        at=dates.tapped(missed.at, zone, words),
    )


def card(missed: Missed, offered: Sequence[Partner], zone: ZoneInfo, words: Words, place: Place) -> Reply:
    """One of them, with the partners who may be called so."""
    no, name, cut = missed.no, missed.alias, missed.cut
    hint = words("misses-whose", name=name) if name else EMPTY
    rows = [_row(Button(_called(each, name, words), Call(no, each.no, cut))) for each in offered]
    if name:
        rows.append(_row(Button(words.plain("misses-another"), CallAnother(no, cut))))
    if has_ending(missed.name):
        other = clip(alias(missed.name, cut=not cut), _LABEL // 2)
        key = "misses-whole" if cut else "misses-cut"
        rows.append(_row(Button(words.plain(key, name=other), OpenMiss(no, not cut))))
    rows.append(_row(Button(words.plain("misses-pass"), Pass(no))))
    rows.append(_row(Button(words.plain("misses-back"), Misses(0))))
    return Reply(join((_line(missed, zone, words), hint), "\n\n"), tuple(rows), place)


def _row(button: Button) -> Row:
    return (button,)


def _called(partner: Partner, name: str, words: Words) -> str:
    return clip(f"{clip(name, _LABEL // 2)} = {partner.names.best(words.language)}", _LABEL)


def which(missed: Missed, words: Words) -> Reply:
    """Asks whose name it is."""
    asked = words("misses-which", name=missed.alias)
    return Reply(asked, awaits=words.plain("misses-which-hint"))


def called(partner: Partner, name: str, batch: int, words: Words) -> Reply:
    """The partner is called so now."""
    said = partner.names.best(words.language)
    text = words("misses-called", name=name, id=f"/p{partner.no}", partner=said)
    return Reply(text, (_row(Button(words.plain("button-undo"), Undo(batch))),), Place.PRESSED)
