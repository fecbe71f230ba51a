"""Reminders in words: a person's digest as messages, and the preview of what is coming as lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.html import Html, escape, join, plain
from bot.remind.notice import Coming, Digest, Goal, Ladder, Notice
from bot.show import dates, decisions
from bot.show.decisions import Subjected
from bot.show.goals import command, goal_told, short, when, who
from bot.show.periods import point
from bot.show.reply import TEXT_LIMIT, Reply, Row
from bot.words import Words

ROOM = TEXT_LIMIT - 400
"""What the lines of one message may fill; the rest is for what stands above them."""
_NEAR, _SOON = 7, 30
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One message and the numbers of the reminder rows that it tells of."""

    reply: Reply
    rows: tuple[int, ...]


def pages(digest: Digest, zone: ZoneInfo, words: Words) -> tuple[Page, ...]:
    """The digest as one message, or as few as hold it: nothing that is due is ever left out."""
    found: list[Page] = []
    lines: list[Html] = []
    told: list[Notice] = []
    filled = 0
    for notice in digest.notices:
        line = _notice(notice, digest, zone, words)
        if lines and filled + _size(line) > ROOM:
            found.append(_page(digest, lines, told, words))
            lines, told, filled = [], [], 0
        lines.append(line)
        told.append(notice)
        filled += _size(line) + len(_GAP)
    return (*found, _page(digest, lines, told, words))


def _size(text: Html) -> int:
    """In the units that Telegram counts in: a character beyond the first 65,536 takes two."""
    return len(plain(text).encode("utf-16-le")) // 2


def _page(digest: Digest, lines: list[Html], told: list[Notice], words: Words) -> Page:
    parts = [] if digest.alone else [words("notice-head", date=dates.day(digest.today, words))]
    if digest.away:
        since = words.plain(
            "date-from-day", day=digest.away.day, month=digest.away.month, year=str(digest.away.year)
        )
        parts.append(words("notice-away", since=since))
    if digest.all_late:
        parts.append(words("notice-late-all"))
    reply = Reply(join([*parts, *lines], _GAP), _buttons(told, words))
    return Page(reply, tuple(row for notice in told for row in notice.rows))


def _buttons(told: list[Notice], words: Words) -> tuple[Row, ...]:
    if len(told) != 1:
        return decisions.pointers(told, words)
    (notice,) = told
    return decisions.under(Subjected(notice.record, notice.goal, notice.partner), words)


def _notice(notice: Notice, digest: Digest, zone: ZoneInfo, words: Words) -> Html:
    parts = [_first_line(notice, digest.today, words), *_facts(notice, digest.today, zone, words)]
    if notice.late and not digest.all_late:
        parts.append(words("notice-late"))
    return join(parts)


def line(notice: Notice, today: date, zone: ZoneInfo, words: Words) -> Html:
    """The same without what only a reminder says."""
    facts = _facts(notice, today, zone, words)
    return join([_first_line(notice, today, words), next(facts)])


def _first_line(notice: Notice, today: date, words: Words) -> Html:
    goal = notice.goal
    days = goal.left(today)
    if goal.ladder.looks_back:
        mark, left = _mark(goal.ladder), words.plain(f"notice-left-{goal.ladder}", n=_stood(goal, today))
    elif goal.passed(today):
        mark, left = "⚠️", words.plain("notice-passed", n=(today - goal.last).days)
    else:
        mark = "🔴" if days <= _NEAR else "🟠" if days <= _SOON else "🟡"
        left = _left(goal, days, words)
    return words("notice-first", mark=mark, left=left, who=who(notice.record, notice.partner, words))


def _mark(ladder: Ladder) -> str:
    return "🟠" if ladder is Ladder.STAGE else "⚪️"


def _stood(goal: Goal, today: date) -> int:
    """How long: working days of a stage, days since a shipment left."""
    return goal.waited or -goal.left(today)


def _left(goal: Goal, days: int, words: Words) -> str:
    if not goal.exact:
        return words.plain("notice-left-earliest", n=days) if days > 0 else words.plain("notice-any-day")
    return words.plain("notice-left", n=days) if days else words.plain("notice-today")


def _facts(notice: Notice, today: date, zone: ZoneInfo, words: Words) -> Iterator[Html]:
    goal = notice.goal
    missed = goal.passed(today) and not goal.ladder.looks_back
    end = ("-over" if notice.over else "-passed") if missed else ""
    day = when(notice.record, goal, words)
    said = dates.deadline(goal.day, day, zone) if goal.exact and goal.ladder in _ASKED_FOR else escape(day)
    yield goal_told(notice.record, goal, words, end, said)
    if goal.ladder is Ladder.NOTICE and goal.found and not missed:
        yield words("notice-renews", date=point(goal.found, words))
    if notice.usual is not None:
        yield words("notice-usual", n=notice.usual)
    if goal.assumed:
        yield words("notice-assumed", n=goal.assumed)
    elif not goal.exact and not missed and goal.ladder in _ASKED_FOR:
        yield words("notice-inexact", date=dates.day(goal.day, words))
    if notice.echo and notice.answers:
        yield words(f"notice-{notice.echo}", name=notice.answers)
    if notice.unknown:
        yield words("notice-unknown", name=short(notice.unknown))


_ASKED_FOR = frozenset({Ladder.END, Ladder.NOTICE, Ladder.SUBMISSION, Ladder.REGISTRATION, Ladder.START})
"""Ladders whose day stands in the registry, where it can be made exact."""


def preview(coming: tuple[Coming, ...], zone: ZoneInfo, words: Words) -> Iterator[str]:
    """What falls due, a line a rung, for the terminal."""
    if not coming:
        yield words.plain("preview-nothing")
    for each in coming:
        record, goal = each.record, each.rung.goal
        yield words.plain(
            "preview-late" if each.late else "preview-line",
            at=f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}",
            id=command(record),
            step=each.rung.step,
            who=who(record, each.partner, words),
            date=when(record, goal, words),
            people=", ".join(each.recipients),
        )
