"""The settings in words: ladders, the week, the calendar, the hour, the stages of an approval. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.html import Html, escape, fit, join
from bot.remind.case import Case
from bot.remind.notice import Ladder, Rung
from bot.show import dates, records
from bot.show.decisions import pairs
from bot.show.drafts import word
from bot.show.goals import command, goal_told
from bot.show.offices import (
    EditOurselves,
    MoveDay,
    OpenLadder,
    OpenSettings,
    SaveLadder,
    Section,
    SetWeek,
    TryLadder,
    UsualStages,
)
from bot.show.reply import TEXT_LIMIT, Button, Place, Reply, Row
from bot.words import Words
from db.columns import COLUMNS, Column
from db.vocabulary import Row as Cells
from db.vocabulary import Sheet

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Looked:
    """A ladder that is looked at: of every record, or of the one behind a short id."""

    ladder: Ladder
    letter: str
    no: int
    days: tuple[int, ...]

    @property
    def id(self) -> str:
        """The record's short id as a command; empty for every record."""
        return f"/{self.letter}{self.no}" if self.letter else ""


def menu(sections: Iterable[Section], words: Words, place: Place = Place.NEW) -> Reply:
    """The parts that are open to the reader."""
    buttons = [Button(words.plain(f"settings-{part}"), OpenSettings(part)) for part in sections]
    return Reply(words("settings-head"), pairs(buttons), place)


def ourselves(row: Cells, words: Words) -> Reply:
    """Who keeps this registry, and the button that opens its form."""
    lines = [_cell(column, row.get(column.name, ""), words) for column in COLUMNS[Sheet.OURSELVES]]
    edit = (Button(words.plain("button-edit"), EditOurselves()),)
    text = fit([words("ourselves-head"), *lines, words("ourselves-tail")], TEXT_LIMIT)
    return Reply(text, (edit, _back(words)), Place.PRESSED)


def ladders(every: Iterable[tuple[Ladder, tuple[int, ...]]], words: Words) -> Reply:
    """Every ladder that can be changed, as it stands."""
    known = list(every)
    lines = [_stands(ladder, days, words) for ladder, days in known]
    buttons = [Button(words.plain(f"ladder-{ladder}"), OpenLadder(ladder, "", 0)) for ladder, _ in known]
    return Reply(
        join([words("settings-ladders-head"), *lines]), (*pairs(buttons), _back(words)), Place.PRESSED
    )


def ladder(at: Looked, words: Words) -> Reply:
    """One ladder; the next message is its new days."""
    usual = Button(words.plain("ladder-usual"), TryLadder(at.ladder, at.letter, at.no, ""))
    text = join(
        [_whose(at, words), _stands(at.ladder, at.days, words), words(f"ladder-ask-{_counted(at.ladder)}")]
    )
    return Reply(text, ((usual,),), awaits=words.plain("ladder-placeholder"))


def understood(at: Looked, text: str, words: Words) -> Reply:
    """The days that were written, before anything is kept."""
    look = Button(words.plain("ladder-look"), TryLadder(at.ladder, at.letter, at.no, text))
    return Reply(_stands(at.ladder, at.days, words), ((look,),))


def tried(
    at: Looked, text: str, found: Sequence[tuple[datetime, Case, Rung]], zone: ZoneInfo, words: Words
) -> Reply:
    """What would fall due with those days; only here they can be kept."""
    lines = [_coming(each, zone, words) for each in found[:_SHOWN]] or [words("ladder-nothing")]
    if len(found) > _SHOWN:
        lines.append(words("card-more", n=len(found) - _SHOWN))
    keep = Button(words.plain("ladder-save"), SaveLadder(at.ladder, at.letter, at.no, text))
    drop = Button(words.plain("ladder-leave"), OpenSettings(Section.ALL))
    head = [
        words("ladder-of", id=at.id) if at.id else words("ladder-all"),
        _stands(at.ladder, at.days, words),
    ]
    body = fit([*head, words("ladder-preview", n=len(found)), *lines], TEXT_LIMIT)
    return Reply(body, ((keep,), (drop,)), Place.PRESSED)


def kept(at: Looked, words: Words) -> Reply:
    """The ladder stands."""
    return Reply(join([words("settings-kept"), _stands(at.ladder, at.days, words)]), place=Place.PRESSED)


def week(days: int, words: Words) -> Reply:
    """Of how many days the week is."""
    buttons = tuple(Button(words.plain("settings-week-days", n=n), SetWeek(n)) for n in (5, 6) if n != days)
    return Reply(words("settings-week-now", n=days), (buttons, _back(words)), Place.PRESSED)


def days(special: Sequence[tuple[date, bool]], words: Words) -> Reply:
    """What the calendar of the next months holds; the next message is a day to change."""
    lines = [_day(day, words, worked=worked) for day, worked in special] or [words("settings-days-none")]
    text = fit([words("settings-days-head"), *lines, words("settings-days-ask")], TEXT_LIMIT)
    return Reply(text, awaits=words.plain("settings-days-placeholder"))


def day(which: date, words: Words, *, worked: bool, place: Place = Place.NEW) -> Reply:
    """One day, and what it can be made."""
    other = "off" if worked else "worked"
    buttons: Row = (
        Button(words.plain(f"settings-day-{other}"), MoveDay(which, other)),
        Button(words.plain("settings-day-usual"), MoveDay(which, "")),
    )
    return Reply(_day(which, words, worked=worked), (buttons, _back(words)), place)


def hour(now: time, words: Words) -> Reply:
    """When reminders go out; the next message is another hour."""
    return Reply(
        words("settings-hour-now", hour=f"{now:%H:%M}"), awaits=words.plain("settings-hour-placeholder")
    )


def stages(names: Sequence[str], words: Words, *, usual: bool) -> Reply:
    """What a draft goes through; the next message is another list."""
    lines = [
        words("settings-stage", n=at, stage=word("stage", name, words))
        for at, name in enumerate(names, start=1)
    ]
    back = () if usual else ((Button(words.plain("settings-stages-usual"), UsualStages()),),)
    text = join([words("settings-stages-head"), *lines, words("settings-stages-ask")])
    return Reply(text, back, awaits=words.plain("settings-stages-placeholder"))


def saved(words: Words) -> Reply:
    """It stands."""
    return Reply(words("settings-kept"), (_back(words),))


def _cell(column: Column, value: str | int, words: Words) -> Html:
    field = records.label(column, words)
    if value == "":
        return words("draft-field-empty", field=field)
    said = records.told(column, value, lambda _sheet, _id: None, words)
    return words.html("card-line", field=escape(field), value=said)


def _whose(at: Looked, words: Words) -> Html:
    return words("ladder-of", id=at.id) if at.id else words("ladder-all")


def _stands(which: Ladder, days: Sequence[int], words: Words) -> Html:
    said = ", ".join(str(abs(day)) for day in days)
    return words(f"ladder-stands-{_counted(which)}", what=words.plain(f"ladder-{which}"), days=said)


def _counted(which: Ladder) -> str:
    if which is Ladder.STAGE:
        return "stage"
    return "after" if which in {Ladder.AFTER, Ladder.SHIPMENT} else "before"


def _coming(each: tuple[datetime, Case, Rung], zone: ZoneInfo, words: Words) -> Html:
    at, case, rung = each
    day = dates.day(at.astimezone(zone).date(), words)
    told = goal_told(case.record, rung.goal, words)
    return words.html("ladder-coming", date=escape(day), what=told, id=Html(command(case.record)))


def _day(which: date, words: Words, *, worked: bool) -> Html:
    weekday = words.plain("date-weekday", n=which.isoweekday())
    key = "settings-day-is-worked" if worked else "settings-day-is-off"
    return words(key, date=dates.day(which, words), weekday=weekday)


def _back(words: Words) -> Row:
    return (Button(words.plain("button-back"), OpenSettings(Section.ALL)),)
