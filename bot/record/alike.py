"""Recorded facts that new ones look like: shown before anything is saved twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.orm import Session

from bot.record.draft import Draft, Entry
from db import agreements, events, exchanges, records
from db.edtf import Edtf
from db.folding import fold
from db.vocabulary import Direction, Event, Programme, Series, Sheet

_NEAR = timedelta(days=31)
_SAME_EVENT = timedelta(days=3)


def compared(session: Session, draft: Draft) -> Draft:
    """The draft with the recorded facts that its new ones may repeat."""
    return Known(session).compared(draft)


class Known:
    """The registry as many drafts in a row are compared with it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._every: tuple[Event, ...] | None = None
        self._titles: dict[Sheet, list[tuple[int, frozenset[str]]]] = {}
        self._partners: dict[str, int | None] = {}

    def compared(self, draft: Draft) -> Draft:
        """As `compared` does."""
        if draft.asking is not None:
            return draft
        new = [entry for entry in draft.entries if entry.base is None]
        likes = [f"{entry.sheet.letter}{found[-1]}" for entry in new if (found := self.like(entry))]
        return replace(draft, likes=tuple(dict.fromkeys(likes)))

    def like(self, entry: Entry) -> list[int]:
        """The numbers of the records of its sheet that the entry looks like, the latest last."""
        match entry.sheet:
            case Sheet.EXCHANGES:
                return list(_exchanges(self._session, entry, self._partner(entry)))
            case Sheet.AGREEMENTS:
                return list(_agreements(self._session, entry, self._partner(entry)))
            case Sheet.EVENTS:
                return [e.no for e in self._events() if _same_event(entry, e)]
            case Sheet.PROGRAMMES | Sheet.SERIES:
                return [no for no, titles in self._titled(entry.sheet) if titles & _titles(entry)]
        return []

    def _partner(self, entry: Entry) -> int | None:
        id_ = str(entry.row.get("partner", ""))
        if id_ not in self._partners:
            found = records.by_id(self._session, Sheet.PARTNERS, id_)
            self._partners[id_] = found.no if found else None
        return self._partners[id_]

    def _events(self) -> tuple[Event, ...]:
        if self._every is None:
            self._every = events.every(self._session)
        return self._every

    def _titled(self, sheet: Sheet) -> list[tuple[int, frozenset[str]]]:
        if sheet not in self._titles:
            self._titles[sheet] = [
                (one.no, frozenset(map(fold, one.titles.every())))
                for one in records.every(self._session, sheet)
                if isinstance(one, Programme | Series)
            ]
        return self._titles[sheet]


def _exchanges(session: Session, entry: Entry, partner: int | None) -> Iterator[int]:
    """The same partner, way and quantity, a near date."""
    if partner is None or not (entry.values("quantity") and entry.values("direction")):
        return
    columns = exchanges.table.c
    same = exchanges.where(
        session,
        columns.partner == partner,
        columns.direction == Direction(str(entry.row["direction"])),
        columns.quantity == entry.row["quantity"],
    )
    yield from (x.no for x in same if _is_near(_date(entry, "date"), x.date, _NEAR))


def _agreements(session: Session, entry: Entry, partner: int | None) -> Iterator[int]:
    """The same partner and kind, signed on the same day or for the same term."""
    if partner is None or entry.values("replaces"):
        return
    columns = agreements.table.c
    for one in agreements.where(session, columns.partner == partner):
        kind = entry.row.get("kind")
        same = any(
            value is not None and value == _date(entry, name)
            for name, value in (("signed", one.signed), ("term", one.term))
        )
        if same and (kind is None or one.kind in {None, kind}):
            yield one.no


def _same_event(entry: Entry, event: Event) -> bool:
    """Of the same name near the same days, or without a day; or of the same kind in the same city on them."""
    day = _date(entry, "date")
    if not _is_near(day, event.date, _SAME_EVENT):
        return False
    if _titles(entry) & {fold(name) for name in event.titles.every()}:
        return True
    alike = (entry.row.get("kind"), entry.row.get("city")) == (event.kind, event.city)
    return alike and bool(event.city) and day is not None and event.date is not None


def _titles(entry: Entry) -> frozenset[str]:
    return frozenset(fold(str(name)) for name in entry.values("title"))


def _date(entry: Entry, name: str) -> Edtf | None:
    return Edtf.parse(str(entry.row[name])) if entry.values(name) else None


def _is_near(first: Edtf | None, second: Edtf | None, within: timedelta) -> bool:
    """Whether two dates may be the same fact's; a date not recorded may be any."""
    if first is None or second is None or first.earliest is None or second.earliest is None:
        return True
    last = first.latest or first.earliest
    return second.earliest - within <= last and first.earliest - within <= (second.latest or second.earliest)
