"""A report's review: each record read from it is a draft of its own, shown with its place in the text, and
saved alone or with all the others.

An item is self-contained: a new partner, event or series that it speaks of is among its entries. Several
items may hold the same one; it is saved with the first of them, and `Review.made` tells the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.record import alike
from bot.record.composing import placed
from bot.record.draft import Draft, Entry
from bot.record.forms import Ask
from bot.record.narrative import Passage, passages
from bot.record.ownership import may_change
from bot.record.readers import Reading
from bot.record.receipt import Receipt
from bot.record.undo import receipt_of
from bot.record.view import View
from db import history, records, reviews
from db.changes import plan
from db.history import Actor
from db.progress import Progress, no_progress
from db.refused import Refused
from db.reviews import Item, Review, State
from db.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Read:
    """One record that a report tells of, as a draft, and where: `text[start:stop]`."""

    draft: Draft
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Doer:
    """Who decides about a review, and when."""

    actor: Actor
    role: Role
    now: datetime


def read(text: str, known: Reading, told: View, progress: Progress = no_progress) -> tuple[Read, ...]:
    """The drafts that a report gives, in the order of the text. Raises Refused `report-too-long`."""
    found = passages(text, known.gazetteer, known.today, told, progress)
    new = {e.id: e for passage in found for e in passage.entries if _is_new(e)}
    return tuple(
        Read(
            Draft.of(tuple(_entries(passage, new, told, known)), language=known.language),
            passage.start,
            passage.end,
        )
        for passage in found
    )


def _entries(passage: Passage, new: dict[str, Entry], told: View, known: Reading) -> Iterator[Entry]:
    own = {entry.id for entry in passage.entries}
    for id_ in _spoken_of(passage.entries, new):
        if id_ not in own:
            yield new[id_]
    for entry in passage.entries:
        yield placed(entry, told, known.gazetteer)


def _spoken_of(entries: Sequence[Entry], new: dict[str, Entry]) -> list[str]:
    """The ids of the new records that these speak of, and of those that they speak of in turn, first."""
    found: dict[str, None] = {}
    for entry in entries:
        for column, value in entry.row.items():
            if column != "id" and value in new and new[str(value)] not in entries:
                found |= dict.fromkeys(_spoken_of([new[str(value)]], new))
                found[str(value)] = None
    return list(found)


def _is_new(entry: Entry) -> bool:
    return entry.base is None and entry.id.startswith("new")


def compared(session: Session, found: Sequence[Read]) -> tuple[Read, ...]:
    """Each with the recorded facts that it repeats."""
    known = alike.Known(session)
    return tuple(replace(one, draft=known.compared(one.draft)) for one in found)


def begin(session: Session, review: Review, found: Sequence[Read], now: datetime) -> int:
    """Keeps what was read; the number of the review."""
    rows = [Item(0, at, one.draft.pack(), one.start, one.stop, State.OPEN) for at, one in enumerate(found)]
    return reviews.begin(session, review, rows, now)


def held(session: Session, no: int) -> Review:
    """Raises Refused `review-gone`."""
    found = reviews.get(session, no)
    if found is None:
        raise Refused("review-gone")
    return found


def draft_of(session: Session, review: Review, item: Item) -> Draft:
    """The item's draft, speaking of the records that were saved from the others by now."""
    draft = Draft.unpack(item.body)
    made = _standing(session, review, draft.entries)
    entries = tuple(_spoken(entry, made) for entry in draft.entries if entry.id not in made)
    return replace(draft, entries=entries)


def _standing(session: Session, review: Review, entries: Sequence[Entry]) -> dict[str, str]:
    """Of the new records among these, those that have been made and are still there."""
    made = {e.id: (e.sheet, review.made[e.id]) for e in entries if _is_new(e) and e.id in review.made}
    return {new: id_ for new, (sheet, id_) in made.items() if records.by_id(session, sheet, id_) is not None}


def _spoken(entry: Entry, made: dict[str, str]) -> Entry:
    row = {c: made.get(str(v), v) if c != "id" else v for c, v in entry.row.items()}
    return replace(entry, row=row)


def in_form(session: Session, review: Review, item: Item) -> Draft:
    """The item as a draft of its own: of what the report does not say, only what is needed is asked."""
    draft = draft_of(session, review, item)
    left_open = {field.name for _, field in draft.missing() if field.ask is not Ask.NEEDED}
    entries = tuple(replace(entry, passed=entry.passed | left_open) for entry in draft.entries)
    return replace(draft, entries=entries, review=review.no, item=item.place)


def lacks(draft: Draft) -> bool:
    """Whether it cannot be saved before something has been answered."""
    return any(field.ask is Ask.NEEDED for _, field in draft.missing())


def fit_to_save(session: Session, review: Review, found: Sequence[Item]) -> tuple[Item, ...]:
    """The items that "accept all" takes: open, complete, and not in the registry yet."""
    known = alike.Known(session)
    chosen = []
    for item in found:
        draft = draft_of(session, review, item)
        if item.state is State.OPEN and not lacks(draft) and not known.compared(draft).likes:
            chosen.append(item)
    return tuple(chosen)


def accept(session: Session, doer: Doer, review: Review, wanted: Sequence[Item]) -> tuple[Receipt, int]:
    """Saves these items in one batch, which one Undo takes back; and how many of several were left because
    the registry refused them. Raises Refused `review-done` where none is to be saved, and what refuses a
    single one.
    """
    left = [item for item in wanted if item.state is State.OPEN]
    drafts = {item.place: draft_of(session, review, item) for item in left}
    refused = _refused(session, doer, drafts)
    if refused and len(drafts) == 1:
        raise next(iter(refused.values()))
    good = {place: draft for place, draft in drafts.items() if place not in refused}
    if not good:
        raise Refused("review-done")
    whole = _together(good.values())
    done = history.save(session, doer.actor, whole.to_save, now=doer.now)
    _note(session, review, whole, done, {entry.id for entry in whole.entries})
    reviews.settle(session, review.no, tuple(good), State.SAVED, done.batch, doer.now)
    return receipt_of(session, done), len(refused)


def _refused(session: Session, doer: Doer, drafts: dict[int, Draft]) -> dict[int, Refused]:
    found: dict[int, Refused] = {}
    for place, draft in drafts.items():
        try:
            lacking = next((field for _, field in draft.missing() if field.ask is Ask.NEEDED), None)
            if lacking is not None:
                raise Refused("draft-incomplete", field=lacking.name)
            may_change(session, doer.actor, doer.role, draft.to_save)
        except Refused as fault:
            found[place] = fault
            continue
        planned = plan(session, draft.to_save)
        if planned.refused:
            found[place] = planned.refused[0][1]
    return found


def _together(drafts: Iterable[Draft]) -> Draft:
    """All of them as one, each new record once."""
    entries: list[Entry] = []
    seen: set[str] = set()
    for draft in drafts:
        for entry in draft.entries:
            if not (_is_new(entry) and entry.id in seen):
                entries.append(entry)
                seen.add(entry.id)
    return Draft.of(tuple(entries))


def _note(
    session: Session, review: Review, draft: Draft, done: history.Receipt, ids: Collection[str]
) -> None:
    """Which records the new ones of these ids have become."""
    saved = zip((entry for entry in draft.entries if entry.changed()), done.saved, strict=True)
    made = {entry.id: one.id for entry, one in saved if _is_new(entry) and entry.id in ids}
    reviews.remember(session, review.no, {**review.made, **made})


def saved_by_hand(session: Session, draft: Draft, done: history.Receipt, now: datetime) -> None:
    """An item was corrected in a form and saved there."""
    review = reviews.get(session, draft.review)
    found = reviews.every(session, draft.review) if review is not None else ()
    item = next((one for one in found if one.place == draft.item), None)
    if review is None or item is None:
        return
    # What was added in the form may bear an id that another item has for something else.
    _note(session, review, draft, done, {entry.id for entry in Draft.unpack(item.body).entries})
    reviews.settle(session, review.no, (item.place,), State.SAVED, done.batch, now)
