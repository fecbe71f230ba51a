"""What a ladder leads to, in words: whose, what and when, in one line. Pure."""

from __future__ import annotations

from bot.html import Html, escape
from bot.remind.case import Subject, sheet_of
from bot.remind.notice import Goal, Ladder
from bot.show import dates
from bot.show.drafts import word
from bot.show.lines import place
from bot.show.periods import month_of, period, point
from bot.words import Words
from db.vocabulary import Agreement, Event, Exchange, Names, Partner, Promise, Series, short_id

_LONGEST = 160


def goal_told(record: Subject, goal: Goal, words: Words, end: str = "", said: Html | None = None) -> Html:
    """A goal in one line: "Memorandum. Ends: 5 August 2026 · /a12". `end` is that of the text's key: of one
    that has not passed, nothing. `said` is the day, where it is to be said otherwise.
    """
    day = said or escape(when(record, goal, words))
    stage = {"stage": escape(short(word("stage", goal.stage, words)))} if goal.stage else {}
    what, id_ = escape(_what(record, words)), Html(command(record))
    return words.html(f"notice-{goal.ladder}{end}", what=what, date=day, id=id_, **stage)


def who(record: Subject, partner: Names | None, words: Words) -> str:
    """Whom or what it is about: the partner of an agreement or a shipment, an event's title."""
    match record:
        case Event() | Series():
            return short(record.titles.best(words.language))
        case Partner():
            return short(record.names.best(words.language))
    form = "form-promise" if isinstance(record, Promise) else "form-agreement"
    return short(partner.best(words.language)) if partner else words.plain(form)


def _what(record: Subject, words: Words) -> str:
    match record:
        case Agreement():
            kind = word("kind", record.kind, words) if record.kind else words.plain("form-agreement")
            said = (
                words.plain("notice-titled", kind=kind, title=short(record.title)) if record.title else kind
            )
        case Promise():
            said = short(record.title)
        case Exchange():
            said = _shipment(record, words)
        case _:
            kind, where = _kind(record, words), _where(record, words)
            said = words.plain("notice-placed", kind=kind, place=short(where)) if where else kind
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


def when(record: Subject, goal: Goal, words: Words) -> str:
    """The day it is about, as closely as it is known."""
    match goal.ladder:
        case Ladder.EDITION:
            return point(month_of(goal.day), words)
        case Ladder.NOTICE:
            return dates.day(goal.day, words)
        case Ladder.START if isinstance(record, Event) and record.date:
            return period(record.date, words)
    return dates.day(goal.day, words) if goal.found is None else point(goal.found, words)


def command(record: Subject) -> str:
    """Its short id as a command."""
    return f"/{short_id(sheet_of(record), record.no)}"


def short(text: str) -> str:
    """On one line, and no longer than a line of a list should be."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
