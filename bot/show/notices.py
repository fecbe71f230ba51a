"""Reminders in words: a person's digest as messages, and the preview of what is coming as lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.html import Html, join, plain
from bot.remind.notice import Coming, Digest, Goal, Ladder, Notice, sheet_of
from bot.show import dates
from bot.show.drafts import word
from bot.show.lines import place
from bot.show.periods import period, point
from bot.show.reply import TEXT_LIMIT, Reply
from bot.words import Words
from db.vocabulary import Agreement, Event, Names, short_id

ROOM = TEXT_LIMIT - 400
"""What the lines of one message may fill; the rest is for what stands above them."""
_LONGEST = 160
_NEAR, _SOON = 7, 30
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One message and the numbers of the reminder rows that it tells of."""

    reply: Reply
    rows: tuple[int, ...]


def pages(digest: Digest, words: Words) -> tuple[Page, ...]:
    """The digest as one message, or as few as hold it: nothing that is due is ever left out."""
    found: list[Page] = []
    lines: list[Html] = []
    rows: list[int] = []
    filled = 0
    for notice in digest.notices:
        line = _notice(notice, digest, words)
        if lines and filled + _size(line) > ROOM:
            found.append(_page(digest, lines, rows, words))
            lines, rows, filled = [], [], 0
        lines.append(line)
        rows += notice.rows
        filled += _size(line) + len(_GAP)
    return (*found, _page(digest, lines, rows, words))


def _size(text: Html) -> int:
    """In the units that Telegram counts in: a character beyond the first 65,536 takes two."""
    return len(plain(text).encode("utf-16-le")) // 2


def _page(digest: Digest, lines: list[Html], rows: list[int], words: Words) -> Page:
    parts = [words("notice-head", date=dates.day(digest.today, words))]
    if digest.away:
        since = words.plain(
            "date-from-day", day=digest.away.day, month=digest.away.month, year=str(digest.away.year)
        )
        parts.append(words("notice-away", since=since))
    if digest.all_late:
        parts.append(words("notice-late-all"))
    return Page(Reply(join([*parts, *lines], _GAP)), tuple(rows))


def _notice(notice: Notice, digest: Digest, words: Words) -> Html:
    parts = [_first_line(notice, digest.today, words), *_facts(notice, digest.today, words)]
    if notice.late and not digest.all_late:
        parts.append(words("notice-late"))
    return join(parts)


def _first_line(notice: Notice, today: date, words: Words) -> Html:
    goal = notice.goal
    days = goal.left(today)
    if goal.passed(today):
        mark, left = "⚠️", words.plain("notice-passed", n=(today - goal.last).days)
    else:
        mark = "🔴" if days <= _NEAR else "🟠" if days <= _SOON else "🟡"
        left = _left(goal, days, words)
    return words("notice-first", mark=mark, left=left, who=who(notice.record, notice.partner, words))


def _left(goal: Goal, days: int, words: Words) -> str:
    if not goal.exact:
        return words.plain("notice-left-earliest", n=days) if days > 0 else words.plain("notice-any-day")
    return words.plain("notice-left", n=days) if days else words.plain("notice-today")


def _facts(notice: Notice, today: date, words: Words) -> Iterator[Html]:
    goal, record = notice.goal, notice.record
    what, when = _what(record, words), _when(record, goal, words)
    end = "-passed" if goal.passed(today) else ""
    yield words(f"notice-{goal.ladder}{end}", what=what, date=when, id=_id(record))
    if goal.ladder is Ladder.NOTICE and goal.found and not goal.passed(today):
        yield words("notice-renews", date=point(goal.found, words))
    if goal.assumed:
        yield words("notice-assumed", n=goal.assumed)
    elif not goal.exact and not goal.passed(today):
        yield words("notice-inexact", date=dates.day(goal.day, words))
    if notice.unknown:
        yield words("notice-unknown", name=_clip(notice.unknown))


def who(record: Agreement | Event, partner: Names | None, words: Words) -> str:
    """Whom or what it is about: an agreement's partner, an event's title."""
    if isinstance(record, Event):
        return _clip(record.titles.best(words.language))
    return _clip(partner.best(words.language)) if partner else words.plain("form-agreement")


def _what(record: Agreement | Event, words: Words) -> str:
    if isinstance(record, Agreement):
        kind = word("kind", record.kind, words) if record.kind else words.plain("form-agreement")
        said = words.plain("notice-titled", kind=kind, title=_clip(record.title)) if record.title else kind
    else:
        kind = word("kind", record.kind, words) if record.kind else words.plain("form-event")
        where = place(record.city, record.country, words)
        said = words.plain("notice-placed", kind=kind, place=_clip(where)) if where else kind
    return said[:1].upper() + said[1:]


def _when(record: Agreement | Event, goal: Goal, words: Words) -> str:
    if goal.ladder is Ladder.NOTICE or goal.found is None:
        return dates.day(goal.day, words)
    if goal.ladder is Ladder.START and isinstance(record, Event) and record.date:
        return period(record.date, words)
    return point(goal.found, words)


def _id(record: Agreement | Event) -> str:
    return f"/{short_id(sheet_of(record), record.no)}"


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def goal_told(record: Agreement | Event, goal: Goal, words: Words) -> Html:
    """A goal that has not passed, in one line: "Memorandum. Ends: 5 August 2026 · /a12"."""
    what, when = _what(record, words), _when(record, goal, words)
    return words(f"notice-{goal.ladder}", what=what, date=when, id=_id(record))


def preview(coming: tuple[Coming, ...], zone: ZoneInfo, words: Words) -> Iterator[str]:
    """What falls due, a line a rung, for the terminal."""
    if not coming:
        yield words.plain("preview-nothing")
    for each in coming:
        record, goal = each.record, each.rung.goal
        yield words.plain(
            "preview-late" if each.late else "preview-line",
            at=f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}",
            id=_id(record),
            step=each.rung.step,
            who=who(record, each.partner, words),
            date=_when(record, goal, words),
            people=", ".join(each.recipients),
        )
