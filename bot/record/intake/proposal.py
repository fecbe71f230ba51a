"""What would come of somebody's spreadsheet, and its coming about: rows set against the registry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.record.alike import Known
from bot.record.draft import Entry
from bot.record.intake.rows import Told, Wanted
from bot.record.workbook.report import ImportReport, Remark, Touched
from db import history, records
from db.changes import Action, Change, plan
from db.folding import fold
from db.history import Actor
from db.references import References
from db.refused import Refused
from db.vocabulary import Partner, Row, Sheet

_MOST_NOTES = 40


@dataclass(frozen=True, slots=True)
class Proposed:
    """The report, and how many of the added rows look like recorded ones."""

    report: ImportReport
    alike: int
    changes: tuple[Change, ...]


def propose(session: Session, told: Told, *, with_alike: bool) -> Proposed:
    """What saving would do; `with_alike`: also take in what looks like something recorded."""
    return _Proposal(session, told).made(with_alike=with_alike)


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be saved, worked out while others went on, and the latest batch of that moment."""

    told: Told
    with_alike: bool
    proposed: Proposed
    newest: int


def ready(session: Session, told: Told, *, with_alike: bool) -> Ready:
    """Works it out in a transaction that writes nothing."""
    proposed = propose(session, told, with_alike=with_alike)
    return Ready(told, with_alike, proposed, history.newest(session))


def save(session: Session, actor: Actor, wanted: Ready, now: datetime) -> ImportReport:
    """Saves what is not refused, in one batch; worked out anew where somebody was faster."""
    proposed = wanted.proposed
    if history.newest(session) != wanted.newest:
        proposed = propose(session, wanted.told, with_alike=wanted.with_alike)
    done = history.make(session, actor, proposed.changes, now=now)
    return replace(proposed.report, written=True, batch=done.batch)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row on its way, and the short id of the recorded fact that it looks like."""

    wanted: Wanted
    row: Row
    like: str


class _Proposal:
    def __init__(self, session: Session, told: Told) -> None:
        self._session, self._told = session, told
        self._references = References(session)
        self._unchanged = 0
        self._events = self._titles()
        self._partners = {
            fold(name): one.no
            for one in records.every(session, Sheet.PARTNERS)
            if isinstance(one, Partner)
            for name in (*one.names.every(), *one.aliases)
        }

    def made(self, *, with_alike: bool) -> Proposed:
        every = self._rows()
        rows = [row for row in every if with_alike or not row.like]
        spoken = {str(value) for one in rows for value in one.row.values()}
        new = [{**row, "sheet": Sheet.PARTNERS} for row in self._told.new if row["id"] in spoken]
        planned = plan(self._session, [*new, *(one.row for one in rows)], self._references)
        refused = [
            _remark(rows[at - len(new)].wanted if at >= len(new) else None, fault)
            for at, fault in planned.refused
        ]
        touched = [(change, self._touched(change, rows, len(new))) for change in planned.changes]
        report = ImportReport(
            added=tuple(one for change, one in touched if change.action is Action.ADDED),
            changed=tuple(one for change, one in touched if change.action is Action.CHANGED),
            unchanged=self._unchanged + sum(c.action is Action.UNCHANGED for c, _ in touched),
            refused=(*self._told.refused, *refused),
            notes=(*self._doubtful(new, every), *self._told.notes[:_MOST_NOTES]),
        )
        return Proposed(report, sum(bool(row.like) for row in every), planned.changes)

    def _rows(self) -> list[_Row]:
        known = Known(self._session)
        rows = []
        for wanted in self._told.wanted:
            row, like = self._referred(wanted), ""
            if wanted.sheet is Sheet.PARTNERS:
                row = self._as_partner(row)
            else:
                likes = known.like(Entry(wanted.sheet, row))
                if any(self._says_just_this(wanted.sheet, no, row) for no in likes):
                    self._unchanged += 1
                    continue
                like = f"{wanted.sheet.letter}{likes[-1]}" if likes else ""
            rows.append(_Row(wanted, {**row, "sheet": wanted.sheet}, like))
        return rows

    def _referred(self, wanted: Wanted) -> Row:
        """Participants name their event by its title, which stands in the registry or in the same file."""
        found = self._events.get(fold(str(wanted.cells.get("event", ""))))
        return {**wanted.cells, "event": found} if found else wanted.cells

    def _titles(self) -> dict[str, str]:
        found = {
            fold(str(value)): str(wanted.cells["id"])
            for wanted in self._told.wanted
            for column, value in wanted.cells.items()
            if wanted.sheet is Sheet.EVENTS and column.startswith("title_")
        }
        for event in records.every(self._session, Sheet.EVENTS):
            row = records.row_of(Sheet.EVENTS, event, self._references)
            found |= {fold(str(v)): str(row["id"]) for c, v in row.items() if c.startswith("title_")}
        return found

    def _as_partner(self, row: Row) -> Row:
        """A partner that is known by that name gets what is not recorded of it yet."""
        names = [str(value) for column, value in row.items() if column.startswith("name_")]
        no = next((self._partners[fold(name)] for name in names if fold(name) in self._partners), None)
        record = records.get(self._session, Sheet.PARTNERS, no) if no is not None else None
        if record is None:
            return row
        now = records.row_of(Sheet.PARTNERS, record, self._references)
        return {"no": record.no, **{c: v for c, v in row.items() if now.get(c, "") == ""}}

    def _says_just_this(self, sheet: Sheet, no: int, row: Row) -> bool:
        """Whether the record says all of it already."""
        record = records.get(self._session, sheet, no)
        now = records.row_of(sheet, record, self._references) if record else {}
        return all(now.get(column, "") == value for column, value in row.items() if column != "id")

    def _touched(self, change: Change, rows: Sequence[_Row], first: int) -> Touched:
        row = rows[change.index - first].wanted.row if change.index >= first else 0
        return Touched(change.sheet, row, change.id, tuple(change.after))

    def _doubtful(self, new: Sequence[Row], rows: Sequence[_Row]) -> Iterator[Remark]:
        """What a person should look at: what is perhaps recorded, names that were not exact, new partners."""
        for one in [row for row in rows if row.like][:_MOST_NOTES]:
            place = one.wanted
            yield Remark(place.place, place.row, None, "looks-like", {"ids": f"/{one.like}"})
        for said, id_ in list(self._told.taken.items())[:_MOST_NOTES]:
            partner = records.by_id(self._session, Sheet.PARTNERS, id_)
            name = partner.names.best(self._told.language) if isinstance(partner, Partner) else id_
            yield Remark("", None, None, "taken-for", {"value": said[:80], "name": name})
        for row in new[:_MOST_NOTES]:
            yield Remark("", None, None, "partner-new", {"value": _name(row)})


def _name(row: Row) -> str:
    return next((str(value)[:80] for column, value in row.items() if column.startswith("name_")), "")


def _remark(wanted: Wanted | None, fault: Refused) -> Remark:
    values = dict(fault.values)
    column = str(values.pop("column", "")) or None
    return Remark(wanted.place if wanted else "", wanted.row if wanted else None, column, fault.key, values)
