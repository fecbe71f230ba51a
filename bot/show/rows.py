"""A record as it is shown: its row in the workbook's terms, with the names of the records it speaks of. Pure.

Cards and lines are worded from this alone, whether the row is a record as it stands, as it once was, or a
part of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from db.cells import Value, said, write
from db.columns import COLUMNS, Column
from db.result import Around, Result
from db.standing import Standing
from db.vocabulary import (
    Absence,
    Agreement,
    Approval,
    Contact,
    Event,
    Exchange,
    Names,
    Participant,
    Partner,
    Programme,
    Promise,
    Record,
    Row,
    Series,
    Sheet,
)

SHEETS: dict[type[Record], Sheet] = {
    Partner: Sheet.PARTNERS,
    Agreement: Sheet.AGREEMENTS,
    Approval: Sheet.APPROVALS,
    Exchange: Sheet.EXCHANGES,
    Programme: Sheet.PROGRAMMES,
    Series: Sheet.SERIES,
    Event: Sheet.EVENTS,
    Participant: Sheet.PARTICIPANTS,
    Promise: Sheet.PROMISES,
    Contact: Sheet.CONTACTS,
    Absence: Sheet.ABSENCES,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A record that another speaks of: its names or, of a paper, its partner's; its short id where it has
    one (`/p5`); its own title where that is in no particular language.
    """

    names: Names | None
    command: str | None
    said: str = ""


Links = Callable[[Sheet, str], Link | None]
"""Finds what a reference means, by its workbook id."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card and a line are made of. `related` are the records that refer to this one; `standing`: of
    an agreement, where it is told as it stands now.
    """

    sheet: Sheet
    command: str | None
    row: Row
    related: tuple[Shown, ...] = ()
    standing: Standing | None = None


def command(record: Record) -> str:
    """The short id as a command: `/x7`; of a stage or a participant that of its agreement or event."""
    if isinstance(record, Approval):
        return f"/a{record.agreement}"
    if isinstance(record, Participant):
        return f"/e{record.event}"
    letter = SHEETS[type(record)].letter
    return f"/{letter}{record.no}" if letter else ""


def of_record(record: Record, result: Result) -> tuple[Shown, Links]:
    """A record of an answer, and what finds the records that it and those that belong to it speak of."""
    near = _Near(result.around)
    parts = tuple(_row(each, result, near) for each in result.related if _belongs(each, record))
    return replace(_row(record, result, near), related=parts), near.link


def _belongs(other: Record, record: Record) -> bool:
    host = getattr(other, "host", None)
    owners = (
        getattr(other, "partner", None),
        getattr(other, "event", None),
        getattr(other, "series", None),
        host and host.partner,
    )
    return record.no in owners


def _row(record: Record, result: Result, near: _Near) -> Shown:
    sheet = SHEETS[type(record)]
    cells = ((column.name, write(column, value, near)) for column, value in _filled(sheet, record))
    row = {name: cell for name, cell in cells if cell != ""}
    if isinstance(record, Participant) and _all_of(record.event, result):
        row.pop("event", None)
    standing = result.standings.get(record.no) if sheet is Sheet.AGREEMENTS else None
    return Shown(sheet, command(record), row, standing=standing)


def _all_of(event: int, result: Result) -> bool:
    """Under an answer about one event, every line need not repeat it."""
    return all(isinstance(each, Participant) and each.event == event for each in result.records)


def _filled(sheet: Sheet, record: Record) -> Iterator[tuple[Column, Value]]:
    values = said(sheet, record)
    return ((c, values[c.name]) for c in COLUMNS[sheet] if values[c.name] not in (None, ()))


class _Near:
    """The records around an answer; those that were spoken of are found by their ids."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._spoken_of: dict[tuple[Sheet, str], Link] = {}

    def number(self, sheet: Sheet, text: str) -> int | None:
        """Nothing is read here, only written."""
        raise NotImplementedError

    def id(self, sheet: Sheet, no: int) -> str:
        """The workbook id of a record that is at hand; nothing of another."""
        found = self._of(sheet).get(no)
        if found is None:
            return ""
        self._spoken_of[sheet, found.id] = self._link(found)
        return found.id

    def link(self, sheet: Sheet, id_: str) -> Link | None:
        """The record that was spoken of by this id."""
        return self._spoken_of.get((sheet, id_))

    def _of(self, sheet: Sheet) -> Mapping[int, Partner | Event | Agreement | Series | Programme]:
        known: dict[Sheet, Mapping[int, Partner | Event | Agreement | Series | Programme]] = {
            Sheet.PARTNERS: self._around.partners,
            Sheet.EVENTS: self._around.events,
            Sheet.AGREEMENTS: self._around.agreements,
            Sheet.SERIES: self._around.series,
            Sheet.PROGRAMMES: self._around.programmes,
        }
        return known.get(sheet, {})

    def _link(self, found: Partner | Event | Agreement | Series | Programme) -> Link:
        if isinstance(found, Agreement):
            partner = self._around.partners.get(found.partner)
            return Link(partner.names if partner else None, command(found), found.title or "")
        return Link(found.names if isinstance(found, Partner) else found.titles, command(found))
