"""Records with their surroundings, read for many at once: what `bot.remind.due` thinks about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.remind.case import DATING, Case
from bot.remind.notice import WEEKLY, Ladder
from bot.remind.series import months_between
from db import (
    agreements,
    approvals,
    decisions,
    events,
    exchanges,
    history,
    ladders,
    notices,
    participants,
    programmes,
)
from db.decisions import Decision
from db.edtf import Edtf, Point
from db.records import NOUNS
from db.vocabulary import US, AgreementState, Decided, Sheet

_WEEKLY = {Ladder.END: Sheet.AGREEMENTS, Ladder.PROMISE: Sheet.PROMISES}
_SOME = 5_000


def every(session: Session, sheet: Sheet, today: date) -> Iterable[Case]:
    """All records of a sheet, some at a time."""
    nos = session.scalars(sa.select(NOUNS[sheet].table.c.no).order_by("no")).all()
    for first in range(0, len(nos), _SOME):
        yield from of(session, sheet, nos[first : first + _SOME], today).values()


def of(session: Session, sheet: Sheet, nos: Collection[int], today: date) -> dict[int, Case]:
    """The records of these numbers that exist."""
    if not nos:
        return {}
    found = {record.no: Case(record, today) for record in NOUNS[sheet].among(session, "no", nos)}
    if found:
        _SURROUNDINGS[sheet](session, found)
        _decided(session, sheet, found)
    return found


def _decided(session: Session, sheet: Sheet, found: dict[int, Case]) -> None:
    made_of = decisions.of_records(session, sheet, found)
    for no, made in made_of.items():
        settled = frozenset((each.ladder, each.day) for each in made if each.kind in decisions.SETTLING)
        given = [each.given for each in made if each.kind is Decided.GIVE]
        reacted = {(each.ladder, each.day): each.at for each in made}
        put_off = {(each.ladder, each.day): each.until for each in made if each.until}
        found[no] = replace(
            found[no], settled=settled, put_off=put_off, reacted=reacted, given=given[-1] if given else None
        )
    _acted(session, sheet, found, made_of)
    for no, own in ladders.of_records(session, sheet, found).items():
        found[no] = replace(found[no], own=own)
    for ladder in WEEKLY:
        days = notices.witnessed(session, sheet, found, f"{ladder}-") if _WEEKLY.get(ladder) is sheet else {}
        for no, seen in days.items():
            pairs = frozenset((ladder.value, day) for day in seen)
            found[no] = replace(found[no], witnessed=found[no].witnessed | pairs)


def _acted(
    session: Session, sheet: Sheet, found: dict[int, Case], made_of: Mapping[int, list[Decision]]
) -> None:
    """Where a decision changed the record, and its days have not been changed otherwise since."""
    by = {no: {each.batch for each in made if each.batch} for no, made in made_of.items()}
    dated = history.last_changes(session, sheet, [no for no, batches in by.items() if batches], DATING)
    for no, batch in dated.items():
        if batch.no in by[no]:
            found[no] = replace(found[no], acted=batch.at)


def _agreements(session: Session, found: dict[int, Case]) -> None:
    for paper in agreements.noun.among(session, "replaces", found):
        # A draft takes nothing's place yet.
        if paper.replaces and paper.state is not AgreementState.DRAFT:
            found[paper.replaces] = replace(found[paper.replaces], successor=paper.no)
    stages = defaultdict(list)
    for stage in approvals.noun.among(session, "agreement", found):
        stages[stage.agreement].append(stage)
    for no, theirs in stages.items():
        found[no] = replace(found[no], stages=tuple(theirs))


def _events(session: Session, found: dict[int, Case]) -> None:
    columns = participants.table.c
    chosen = sa.select(columns.event, columns.institution_text).where(columns.event.in_(found))
    for event, institution in session.execute(chosen):
        case = found[event]
        found[event] = replace(case, reported=True, ours=case.ours or institution == US)


def _series(session: Session, found: dict[int, Case]) -> None:
    editions: defaultdict[int, list[Point]] = defaultdict(list)
    for event in events.where(session, events.table.c.series.in_(found)):
        if event.series is not None and event.date and event.date.start:
            editions[event.series].append(event.date.start)
    for no, starts in editions.items():
        latest = max(starts, key=lambda start: start.earliest)
        recurs = getattr(found[no].record, "recurs", None)
        months = months_between(starts, recurring=bool(recurs))
        found[no] = replace(found[no], latest=latest, months=months)


def _partners(session: Session, found: dict[int, Case]) -> None:
    latest: dict[int, Edtf] = {}
    for query in _MOVEMENTS:
        partner, when = query.selected_columns
        for no, written in session.execute(query.where(partner.in_(found), when.is_not(None))):
            day = written.latest or written.earliest
            known = latest.get(no)
            if day and (known is None or day > (known.latest or known.earliest or date.min)):
                latest[no] = written
    for no, written in latest.items():
        found[no] = replace(found[no], latest=written.end or written.start)


_MOVEMENTS = (
    sa.select(exchanges.table.c.partner, exchanges.table.c.date),
    sa.select(agreements.table.c.partner, agreements.table.c.signed),
    sa.select(programmes.table.c.partner, programmes.table.c.date),
    sa.select(events.table.c.host_partner, events.table.c.date),
    sa.select(participants.table.c.institution_partner, events.table.c.date).join(
        events.table, events.table.c.no == participants.table.c.event
    ),
)
"""What shows that there was something between a partner and us, and when."""


def _alone(_session: Session, _found: Mapping[int, Case]) -> None:
    """The record says it all itself."""


_SURROUNDINGS = {
    Sheet.AGREEMENTS: _agreements,
    Sheet.EVENTS: _events,
    Sheet.SERIES: _series,
    Sheet.EXCHANGES: _alone,
    Sheet.PARTNERS: _partners,
    Sheet.PROMISES: _alone,
}
