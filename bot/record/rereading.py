"""A message that was edited after it was read: what it now says otherwise, put into what became of it. Pure.

Three sides are laid together: the reading of the message as it was, the records (or the draft) as they
stand, and the reading of the message as it is. A column in which the two readings agree is left alone: a
person may have answered or corrected it since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from bot.record.draft import Entry
from db.vocabulary import Row, Sheet

Entries = Sequence[Entry]
_FEW = 12
"""Facts of a sheet that are compared in every way; of more, the order decides."""


@dataclass(frozen=True, slots=True)
class _Trio:
    """One fact as it was read, as it stands, and as it reads now."""

    before: Entry | None
    now: Entry | None
    after: Entry | None


def reread(before: Entries, now: Entries, after: Entries) -> tuple[Entry, ...]:
    """The entries as they stand, with what the message has changed put in; a fact that it now has in
    addition is an entry more, and one that it no longer has is left out.
    """
    trios = list(_trios(before, now, after))
    new_ids = _fresh(now, [t.after for t in trios if t.now is None and t.after and t.after.id])
    ids = {t.after.id: t.now.id if t.now else new_ids[t.after.id] for t in trios if t.after and t.after.id}
    found: list[Entry] = []
    for trio in trios:
        if trio.after is None:
            found += [trio.now] if trio.now and trio.before is None else []
        elif trio.now is None:
            row = {column: ids.get(str(value), value) for column, value in trio.after.row.items()}
            found.append(replace(trio.after, row=row))
        else:
            found.append(_put(trio.now, _told(trio.before, before), trio.after, after, ids))
    return _without_idle_partners(found)


def _trios(before: Entries, now: Entries, after: Entries) -> Iterator[_Trio]:
    """The facts of a sheet belong together in their order; the order of the draft is that of `after`."""
    was, stands, reads = (_by_sheet(entries) for entries in (before, now, after))
    places = {sheet: _places(was[sheet], entries) for sheet, entries in reads.items()}
    turns = {sheet: iter(found) for sheet, found in places.items()}
    for entry in after:
        at = next(turns[entry.sheet])
        yield _Trio(_at(was[entry.sheet], at), _at(stands[entry.sheet], at), entry)
    for sheet, entries in stands.items():
        for at, one in enumerate(entries):
            if at not in places.get(sheet, ()):
                yield _Trio(_at(was[sheet], at), one, None)


def _places(before: Entries, after: Entries) -> Sequence[int]:
    """Which of the facts before each one is: of fewer than there were, those that they are most like."""
    if len(after) >= len(before) or len(before) > _FEW:
        return range(len(after))
    chosen = combinations(range(len(before)), len(after))
    return max(chosen, key=lambda places: sum(map(_likeness, (before[at] for at in places), after)))


def _likeness(one: Entry, other: Entry) -> int:
    return sum(other.row.get(column) == value for column, value in one.row.items() if column != "id")


def _at(entries: Entries, place: int) -> Entry | None:
    return entries[place] if place < len(entries) else None


def untold(before: Entries, now: Entries, after: Entries) -> tuple[Entry, ...]:
    """The records that were read from the message and that it no longer tells of."""
    return tuple(t.now for t in _trios(before, now, after) if t.now and t.before and t.after is None)


def _by_sheet(entries: Entries) -> defaultdict[Sheet, list[Entry]]:
    found: defaultdict[Sheet, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.sheet].append(entry)
    return found


def _told(entry: Entry | None, entries: Entries) -> Row:
    return {column: _meant(value, entries) for column, value in entry.row.items()} if entry else {}


def _put(now: Entry, told: Row, after: Entry, entries: Entries, ids: dict[str, str]) -> Entry:
    now = replace(
        now, quotes={column: after.quotes.get(column, quote) for column, quote in now.quotes.items()}
    )
    for column in dict.fromkeys((*after.row, *told)):
        value = after.row.get(column, "")
        if column == "id" or told.get(column, "") == _meant(value, entries):
            continue
        new = ids.get(str(value), value)
        now = now.put({column: new}, after.quotes.get(column, ""), doubtful=column in after.doubts)
    return replace(now, candidates={**now.candidates, **after.candidates})


def _meant(value: str | int, entries: Entries) -> str | int:
    """A reference to a new partner means the same as long as its name does."""
    new = next((e for e in entries if e.sheet is Sheet.PARTNERS and e.id == value and e.base is None), None)
    return " ".join(str(name) for name in new.values("name")) if new else value


def _fresh(now: Entries, added: Sequence[Entry]) -> dict[str, str]:
    """An id for each entry more that no other has."""
    taken = {entry.id for entry in now}
    free = (name for n in range(1, len(taken) + len(added) + 2) if (name := f"new{n}") not in taken)
    return {entry.id: entry.id if not entry.id.startswith("new") else next(free) for entry in added}


def _without_idle_partners(entries: list[Entry]) -> tuple[Entry, ...]:
    """A new partner that nothing speaks of any more is not wanted."""
    spoken = {value for entry in entries for column, value in entry.row.items() if column != "id"}
    others = any(entry.sheet is not Sheet.PARTNERS for entry in entries)
    return tuple(
        e for e in entries if e.sheet is not Sheet.PARTNERS or e.base or not others or e.id in spoken
    )
