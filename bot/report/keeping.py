"""Reads the diary out of the registry: what ends, what is due and what happens from a day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from bot.report.diary import Entry, Occasion, is_exact
from db import agreements, events, partners
from db.edtf import Edtf
from db.standing import State, standing
from db.vocabulary import Agreement, Event, Names


def diary(session: Session, today: date) -> list[Entry]:
    """Everything from `today` on, in order; drafts are left out, as they are for everybody."""
    names = {partner.no: partner.names for partner in partners.every(session)}
    found: list[Entry] = []
    for paper in agreements.every(session):
        found += _of_agreement(paper, names[paper.partner], today)
    for event in events.every(session):
        found += _of_event(event)
    coming = [entry for entry in found if entry.last >= today]
    return sorted(coming, key=lambda entry: (entry.first, entry.occasion, entry.id))


def _of_agreement(paper: Agreement, partner: Names, today: date) -> Iterator[Entry]:
    now = standing(paper, today)
    if now.state not in {State.IN_FORCE, State.UPCOMING}:
        return
    end, short = now.end, f"a{paper.no}"
    if now.renews_itself:
        if now.notice_by:
            yield Entry(
                occasion=Occasion.NOTICE, id=short, names=partner, first=now.notice_by, last=now.notice_by
            )
    elif end and end.start:
        yield _entry(Occasion.END, short, partner, end)


def _of_event(event: Event) -> Iterator[Entry]:
    short = f"e{event.no}"
    for occasion, written in (
        (Occasion.SUBMISSION, event.submission_deadline),
        (Occasion.REGISTRATION, event.registration_deadline),
    ):
        if written and written.start:
            yield _entry(occasion, short, event.titles, written)
    if event.date and event.date.start:
        yield _entry(Occasion.EVENT, short, event.titles, event.date, (event.city, event.country))


def _entry(
    occasion: Occasion,
    short: str,
    names: Names,
    written: Edtf,
    place: tuple[str | None, str | None] = (None, None),
) -> Entry:
    """An exact interval lasts from its first day to its last; anything vaguer stands on its first."""
    start, end = written.start, written.end
    if start is None:
        raise ValueError(written)
    exact = is_exact(start) and (end is None or is_exact(end))
    last = end.earliest if exact and end else start.earliest
    return Entry(
        occasion=occasion, id=short, names=names, first=start.earliest, last=last, written=written,
        exact=exact, place=place,
    )  # fmt: skip
