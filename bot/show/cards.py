"""The card that a question by bare name gets: the partner, event, series or programme with what the
registry holds of it.
"""

from __future__ import annotations

from bot.html import Html, escape, join
from bot.show.drafts import word
from bot.show.lines import SHEETS, amount, command, item, place, told
from bot.show.periods import period
from bot.words import Words
from db.query import Unit
from db.result import Result
from db.vocabulary import Direction, Event, Exchange, Partner, Record, Sheet

_MOST = 15
"""Related records of one kind that a card shows."""


def card(record: Record, result: Result, words: Words) -> Html:
    """One record and the records around it, by kind."""
    names = getattr(record, "names", None) or getattr(record, "titles", None)
    head = words("answer-item", id=command(record), said=names.best(words.language) if names else "")
    lines = [head, *_facts(record, result, words)]
    by_sheet: dict[Sheet, list[Record]] = {}
    for other in result.related:
        if _belongs(other, record):
            by_sheet.setdefault(SHEETS[type(other)], []).append(other)
    for sheet, others in by_sheet.items():
        lines.append(words("card-related", what=words.plain(f"sheet-{sheet.value}"), n=len(others)))
        if sheet is Sheet.EXCHANGES:
            lines += _totals(others, words)
        lines += [item(other, result, words) for other in others[:_MOST]]
        if len(others) > _MOST:
            lines.append(words("answer-more", n=len(others) - _MOST))
    return join(lines)


def _belongs(other: Record, record: Record) -> bool:
    host = getattr(other, "host", None)
    owners = (
        getattr(other, "partner", None),
        getattr(other, "event", None),
        getattr(other, "series", None),
        host and host.partner,
    )
    return record.no in owners


def _facts(record: Record, result: Result, words: Words) -> list[Html]:
    if isinstance(record, Partner):
        kind = word("kind", record.kind, words) if record.kind else ""
        first = " · ".join(part for part in (place(record.city, record.country, words), kind) if part)
        also = words.plain("answer-aliases", names="; ".join(record.aliases)) if record.aliases else ""
        return [escape(part) for part in (first, also) if part]
    if isinstance(record, Event):
        kind = word("kind", record.kind, words) if record.kind else ""
        when = (
            period(record.date, words)
            if record.date
            else f"{words.plain('answer-field-date')}: {words.plain('answer-no-figure')}"
        )
        return [
            escape(
                " · ".join(part for part in (kind, when, place(record.city, record.country, words)) if part)
            )
        ]
    return [escape(told(record, result, words))]


def _totals(others: list[Record], words: Words) -> list[Html]:
    lines = []
    for direction, key in ((Direction.RECEIVED, "answer-received"), (Direction.SENT, "answer-sent")):
        counted = [
            r.quantity
            for r in others
            if isinstance(r, Exchange) and r.direction is direction and r.quantity is not None
        ]
        if counted:
            lines.append(words(key, figure=amount(sum(counted), Unit.COPIES, Sheet.EXCHANGES, words)))
    return lines
