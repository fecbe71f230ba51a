"""Reminders in words: a person's digest as messages, and the preview of what is coming as lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.html import Html, escape, join, plain
from bot.remind.case import Subject, sheet_of
from bot.remind.notice import Coming, Digest, Goal, Ladder, Notice
from bot.show import dates
from bot.show.drafts import word
from bot.show.lines import place
from bot.show.periods import month_of, period, point
from bot.show.reply import TEXT_LIMIT, Reply
from bot.words import Words
from db.vocabulary import Agreement, Event, Exchange, Names, Partner, Promise, Series, short_id

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


def pages(digest: Digest, zone: ZoneInfo, words: Words) -> tuple[Page, ...]:
    """The digest as one message, or as few as hold it: nothing that is due is ever left out."""
    found: list[Page] = []
    lines: list[Html] = []
    rows: list[int] = []
    filled = 0
    for notice in digest.notices:
        line = _notice(notice, digest, zone, words)
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


def _notice(notice: Notice, digest: Digest, zone: ZoneInfo, words: Words) -> Html:
    parts = [_first_line(notice, digest.today, words), *_facts(notice, digest.today, zone, words)]
    if notice.late and not digest.all_late:
        parts.append(words("notice-late"))
    return join(parts)


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
    when = _when(notice.record, goal, words)
    said = dates.deadline(goal.day, when, zone) if goal.exact and goal.ladder in _ASKED_FOR else escape(when)
    yield _goal(notice.record, goal, end, said, words)
    if goal.ladder is Ladder.NOTICE and goal.found and not missed:
        yield words("notice-renews", date=point(goal.found, words))
    if notice.usual is not None:
        yield words("notice-usual", n=notice.usual)
    if goal.assumed:
        yield words("notice-assumed", n=goal.assumed)
    elif not goal.exact and not missed and goal.ladder in _ASKED_FOR:
        yield words("notice-inexact", date=dates.day(goal.day, words))
    if notice.unknown:
        yield words("notice-unknown", name=_clip(notice.unknown))


_ASKED_FOR = frozenset({Ladder.END, Ladder.NOTICE, Ladder.SUBMISSION, Ladder.REGISTRATION, Ladder.START})
"""Ladders whose day stands in the registry, where it can be made exact."""


def _goal(record: Subject, goal: Goal, end: str, when: Html, words: Words) -> Html:
    said = {"stage": escape(_clip(word("stage", goal.stage, words)))} if goal.stage else {}
    what, id_ = escape(_what(record, words)), Html(_id(record))
    return words.html(f"notice-{goal.ladder}{end}", what=what, date=when, id=id_, **said)


def who(record: Subject, partner: Names | None, words: Words) -> str:
    """Whom or what it is about: the partner of an agreement or a shipment, an event's title."""
    match record:
        case Event() | Series():
            return _clip(record.titles.best(words.language))
        case Partner():
            return _clip(record.names.best(words.language))
    form = "form-promise" if isinstance(record, Promise) else "form-agreement"
    return _clip(partner.best(words.language)) if partner else words.plain(form)


def _what(record: Subject, words: Words) -> str:
    match record:
        case Agreement():
            kind = word("kind", record.kind, words) if record.kind else words.plain("form-agreement")
            said = (
                words.plain("notice-titled", kind=kind, title=_clip(record.title)) if record.title else kind
            )
        case Promise():
            said = _clip(record.title)
        case Exchange():
            said = _shipment(record, words)
        case _:
            kind, where = _kind(record, words), _where(record, words)
            said = words.plain("notice-placed", kind=kind, place=_clip(where)) if where else kind
    return said[:1].upper() + said[1:]


def _kind(record: Event | Series | Partner, words: Words) -> str:
    if isinstance(record, Series):
        return words.plain("form-series")
    form = "form-event" if isinstance(record, Event) else "form-partner"
    return word("kind", record.kind, words) if record.kind else words.plain(form)


def _where(record: Event | Series | Partner, words: Words) -> str:
    return "" if isinstance(record, Series) else place(record.city, record.country, words)


def _shipment(record: Exchange, words: Words) -> str:
    material = word("material", record.material, words) if record.material else words.plain("form-exchange")
    if record.quantity is None:
        return material
    amount = words.plain("amount-quantity", n=record.quantity)
    return words.plain("notice-placed", kind=material, place=amount)


def _when(record: Subject, goal: Goal, words: Words) -> str:
    match goal.ladder:
        case Ladder.EDITION:
            return point(month_of(goal.day), words)
        case Ladder.NOTICE:
            return dates.day(goal.day, words)
        case Ladder.START if isinstance(record, Event) and record.date:
            return period(record.date, words)
    return dates.day(goal.day, words) if goal.found is None else point(goal.found, words)


def _id(record: Subject) -> str:
    return f"/{short_id(sheet_of(record), record.no)}"


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def goal_told(record: Subject, goal: Goal, words: Words) -> Html:
    """A goal that has not passed, in one line: "Memorandum. Ends: 5 August 2026 · /a12"."""
    return _goal(record, goal, "", escape(_when(record, goal, words)), words)


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
