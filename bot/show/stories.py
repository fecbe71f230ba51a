"""Everything that became of one thing that fell due: when who was told, and what was decided. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.html import Html, escape, fit
from bot.remind.notice import Ladder
from bot.show import dates
from bot.show.decisions import Subjected, Told, heading, told
from bot.show.matters import Matter
from bot.show.reminders import step_told
from bot.show.reply import TEXT_LIMIT, Button, Reply, Row
from bot.words import Words


@dataclass(frozen=True, slots=True)
class Sending:
    """One message to one person: `days` is its rung, `due` when it fell due. `fate` is what the outbox says,
    and `settled` when that was known; None = so long ago that nobody knows.
    """

    days: int
    due: datetime
    person: str
    fate: str | None
    settled: datetime | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A decision, when it was made, and who took it back when."""

    told: Told
    at: datetime
    undone_by: str | None
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Story:
    """All of it. `of` None: the facts no longer lead to that day; `command` names the record."""

    command: str
    ladder: Ladder
    of: Subjected | None
    sendings: tuple[Sending, ...]
    deeds: tuple[Deed, ...]


def story(whole: Story, zone: ZoneInfo, words: Words) -> Reply:
    """In the order in which it happened."""
    found = [*_sent(whole, zone, words), *_done(whole, zone, words)]
    lines = [line for _, line in sorted(found, key=lambda each: each[0])] or [words("story-nothing")]
    head = list(heading(whole.of, words)) if whole.of else [words("story-gone", id=whole.command)]
    return Reply(fit([words("story-head"), *head, *lines], TEXT_LIMIT), _decide(whole.of, words))


def _sent(whole: Story, zone: ZoneInfo, words: Words) -> Iterator[tuple[datetime, Html]]:
    for each in whole.sendings:
        at = each.settled or each.due
        step = step_told(whole.ladder, each.days, words)
        when = dates.moment(at, zone, words)
        yield at, words(f"story-{each.fate or 'unknown'}", step=step, person=each.person, at=when)


def _done(whole: Story, zone: ZoneInfo, words: Words) -> Iterator[tuple[datetime, Html]]:
    for deed in whole.deeds:
        at = escape(dates.moment(deed.at, zone, words))
        yield deed.at, words.html("story-deed", what=told(whole.ladder, deed.told, words), at=at)
        if deed.undone_at and deed.undone_by:
            when = dates.moment(deed.undone_at, zone, words)
            yield deed.undone_at, words("story-undone", name=deed.undone_by, at=when)


def _decide(of: Subjected | None, words: Words) -> tuple[Row, ...]:
    if of is None:
        return ()
    action = Matter(of.letter, of.record.no, of.goal.ladder, of.goal.day)
    return ((Button(words.plain("story-decide"), action),),)
