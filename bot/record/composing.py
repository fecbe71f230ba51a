"""Facts → the entries of a draft: partners by their ids, unknown ones as new partners before what names
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.language.names import Known, kinds_of
from bot.language.tokens import tokenise
from bot.record.draft import Entry
from bot.record.facts import institutions
from bot.record.facts.fact import Fact
from bot.record.facts.parties import Party
from bot.record.facts.scene import Scene, language_of_name
from db.vocabulary import US, Row, Sheet

_COLUMN = {Sheet.EVENTS: "host", Sheet.PARTICIPANTS: "institution", Sheet.APPROVALS: ""}


@dataclass(slots=True)
class _Desk:
    """The entries written so far, and the new partners among them by name."""

    scene: Scene
    entries: list[Entry] = field(default_factory=list)
    new: dict[str, str] = field(default_factory=dict)
    """Name → id of the new partner."""
    last: int = 0

    def next_id(self) -> str:
        self.last += 1
        return f"new{self.last}"


def compose(scene: Scene, facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """The entries in the order of the facts."""
    desk = _Desk(scene)
    for fact in facts:
        if fact.sheet is Sheet.PARTNERS and fact.party is not None:
            _new_partner(desk, fact.party, fact.row)
            continue
        entry = _entry(desk, fact)
        if fact.sheet not in {Sheet.APPROVALS, Sheet.PARTICIPANTS} and not entry.id:
            entry = replace(entry, row={"id": desk.next_id(), **entry.row})
        desk.entries.append(entry)
        for person in fact.people:
            part = _entry(desk, person)
            desk.entries.append(replace(part, row={"event": entry.id, **part.row}))
    return tuple(desk.entries)


def _entry(desk: _Desk, fact: Fact) -> Entry:
    entry = Entry(fact.sheet, dict(fact.row), dict(fact.quotes), fact.doubts, base=fact.base)
    column = _COLUMN.get(fact.sheet, "partner")
    if fact.party is None or not column or column in entry.row:
        return entry
    said = desk.scene.said(fact.party.start, fact.party.end)
    value, candidates = _partner(desk, fact.party, as_text=fact.sheet in {Sheet.EVENTS, Sheet.PARTICIPANTS})
    if candidates:
        return replace(entry, candidates={column: candidates}, quotes={**entry.quotes, column: said})
    return replace(entry.put({column: value}, said), doubts=entry.doubts) if value else entry


def _partner(desk: _Desk, party: Party, *, as_text: bool) -> tuple[str, tuple[str, ...]]:
    """Its id, or the ids it can be; an unknown institution becomes a new partner unless its name alone will
    do.
    """
    if party.ours:
        return US, ()
    partners = desk.scene.gazetteer.partners
    if party.no is not None:
        return partners[party.no].id, ()
    if party.nos:
        return "", tuple(partners[no].id for no in party.nos)
    if as_text:
        return party.name, ()
    if party.name and party.name not in desk.new:
        _new_partner(desk, party, {})
    return desk.new.get(party.name, ""), ()


def _new_partner(desk: _Desk, party: Party, told: Row) -> None:
    """The entry of an institution that the registry lacks."""
    id_ = desk.next_id()
    desk.new[party.name] = id_
    row = {"id": id_, **partner_row(party.name, desk.scene, party.start, party.end), **told}
    desk.entries.append(Entry(Sheet.PARTNERS, row))


def partner_row(name: str, scene: Scene, start: int, end: int) -> Row:
    """What a name tells of an institution: the name in its language, its kind, its country where one is in
    it.
    """
    row: dict[str, str | int] = {f"name_{language_of_name(name, scene.language).suffix}": name}
    if kind := institutions.kind_of(tuple(kinds_of(token) for token in tokenise(name))):
        row["kind"] = kind
    inside = [m for m in scene.mentions if m.known is Known.COUNTRY and start <= m.start < end]
    if inside:
        row["country"] = inside[0].value
    return row
