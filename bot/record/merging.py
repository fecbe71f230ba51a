"""Two partners become one: what refers to the one passes to the other, its names become other names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from db import history, partners, records
from db.columns import COLUMNS, Cell
from db.folding import fold
from db.history import Actor
from db.references import References
from db.refused import Refused
from db.vocabulary import Partner, Row, Sheet

_FILLED = tuple(
    column.name
    for column in COLUMNS[Sheet.PARTNERS]
    if not (column.cell in {Cell.KEY, Cell.ALIASES} or column.name.startswith("name_"))
)
"""What the kept partner takes over where it has nothing recorded itself."""


def pair(session: Session, kept: int, gone: int) -> tuple[Partner, Partner]:
    """The two. Raises Refused `merge-itself`, `record-gone`."""
    if kept == gone:
        raise Refused("merge-itself")
    first, second = partners.get(session, kept), partners.get(session, gone)
    if first is None or second is None:
        raise Refused("record-gone")
    return first, second


def moving(session: Session, gone: int) -> int:
    """How many records would pass to the other partner."""
    return len(records.referring(session, Sheet.PARTNERS, gone))


def merge(session: Session, actor: Actor, kept: int, gone: int, *, now: datetime) -> history.Receipt:
    """Makes `gone` a part of `kept`, in one batch. Raises Refused as `pair` does."""
    keeps, goes = pair(session, kept, gone)
    rows = [_enriched(session, keeps, goes), *_moved(session, keeps, goes)]
    return history.save(session, actor, rows, now=now, without=[(Sheet.PARTNERS, gone)])


def alike(session: Session, no: int) -> tuple[Partner, ...]:
    """All other partners, those first that are most likely the same. Raises Refused `record-gone`."""
    every = partners.every(session)
    of = next((partner for partner in every if partner.no == no), None)
    if of is None:
        raise Refused("record-gone")
    rest = [partner for partner in every if partner.no != no]
    return tuple(sorted(rest, key=lambda other: (-_likeness(of, other), other.no)))


def _likeness(one: Partner, other: Partner) -> float:
    """The closeness of the two nearest names, in percent; a little more for the same country."""
    from rapidfuzz import fuzz

    pairs = ((fold(a), fold(b)) for a in _names(one) for b in _names(other))
    near: float = max((fuzz.token_sort_ratio(a, b) for a, b in pairs), default=0.0)
    return near + (10 if one.country and one.country == other.country else 0)


def _names(partner: Partner) -> tuple[str, ...]:
    return (*partner.names.every(), *partner.aliases)


def _enriched(session: Session, keeps: Partner, goes: Partner) -> Row:
    """The kept partner with the names of the other, and with whatever only the other had recorded."""
    finder = References(session)
    own = records.row_of(Sheet.PARTNERS, keeps, finder)
    theirs = records.row_of(Sheet.PARTNERS, goes, finder)
    known = {fold(name) for name in _names(keeps)}
    more = {fold(name): name for name in _names(goes) if fold(name) not in known}
    aliases = "; ".join((*keeps.aliases, *more.values()))
    taken = {name: theirs[name] for name in _FILLED if name in theirs and name not in own}
    return {"sheet": Sheet.PARTNERS, "id": keeps.id, "aliases": aliases, **taken}


def _moved(session: Session, keeps: Partner, goes: Partner) -> Iterator[Row]:
    finder = References(session)
    for sheet, no in records.referring(session, Sheet.PARTNERS, goes.no):
        record = records.get(session, sheet, no)
        row = records.row_of(sheet, record, finder) if record else {}
        speaking = (c.name for c in COLUMNS[sheet] if c.cell is Cell.PARTY or c.refers is Sheet.PARTNERS)
        yield {"sheet": sheet, "no": no, **{c: keeps.id for c in speaking if row.get(c) == goes.id}}
