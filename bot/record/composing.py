"""Facts → the entries of a draft: partners by their ids, unknown ones as new partners before what names
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.language.names import Gazetteer, kinds_of
from bot.language.phrases import Known
from bot.language.tokens import tokenise
from bot.record.draft import Entry
from bot.record.facts import institutions
from bot.record.facts.fact import Fact
from bot.record.facts.parties import Party
from bot.record.facts.scene import Scene, language_of_name
from bot.record.view import View
from db.vocabulary import US, Row, Sheet

_COLUMN = {
    Sheet.EVENTS: "host",
    Sheet.SERIES: "host",
    Sheet.PARTICIPANTS: "institution",
    Sheet.APPROVALS: "",
}
_AS_TEXT = frozenset({Sheet.EVENTS, Sheet.SERIES, Sheet.PARTICIPANTS})
"""Where an unknown institution stands by its name alone."""


@dataclass(slots=True)
class Desk:
    """Where entries are written: the ids given so far, and the new partners among them by name."""

    new: dict[str, str] = field(default_factory=dict)
    """Name → id of the new partner."""
    last: int = 0

    def next_id(self) -> str:
        self.last += 1
        return f"new{self.last}"

    def write(self, scene: Scene, fact: Fact) -> tuple[Entry, ...]:
        """The entry of a fact: after the new partner it names, before the participants it has."""
        if fact.sheet is Sheet.PARTNERS and fact.party is not None:
            return (self._new_partner(scene, fact.party, fact.row),)
        before, entry = self._entry(scene, fact)
        if fact.sheet not in {Sheet.APPROVALS, Sheet.PARTICIPANTS} and not entry.id:
            entry = replace(entry, row={"id": self.next_id(), **entry.row})
        return (*before, entry, *self.join(scene, entry.id, fact.people))

    def join(self, scene: Scene, event: str, people: Iterable[Fact]) -> tuple[Entry, ...]:
        """The participants of an event that is written already."""
        written: list[Entry] = []
        for person in people:
            before, part = self._entry(scene, person)
            written += [*before, replace(part, row={"event": event, **part.row})]
        return tuple(written)

    def _entry(self, scene: Scene, fact: Fact) -> tuple[tuple[Entry, ...], Entry]:
        entry = Entry(fact.sheet, dict(fact.row), dict(fact.quotes), fact.doubts, base=fact.base)
        column = _COLUMN.get(fact.sheet, "partner")
        if fact.party is None or not column or column in entry.row:
            return (), entry
        said = scene.said(fact.party.start, fact.party.end)
        before, value, candidates = self._partner(scene, fact.party, as_text=fact.sheet in _AS_TEXT)
        if candidates:
            return before, replace(
                entry, candidates={column: candidates}, quotes={**entry.quotes, column: said}
            )
        doubts = entry.doubts | ({column} if fact.party.doubtful else set())
        return before, replace(entry.put({column: value}, said), doubts=doubts) if value else entry

    def _partner(
        self, scene: Scene, party: Party, *, as_text: bool
    ) -> tuple[tuple[Entry, ...], str, tuple[str, ...]]:
        """Its id, or the ids it can be; an unknown institution becomes a new partner unless its name alone
        will do.
        """
        partners = scene.gazetteer.partners
        if party.ours:
            return (), US, ()
        if party.no is not None:
            return (), partners[party.no].id, ()
        if party.nos:
            return (), "", tuple(partners[no].id for no in party.nos)
        if as_text:
            return (), party.name, ()
        new = (self._new_partner(scene, party, {}),) if party.name and party.name not in self.new else ()
        return new, self.new.get(party.name, ""), ()

    def _new_partner(self, scene: Scene, party: Party, told: Row) -> Entry:
        """The entry of an institution that the registry lacks."""
        id_ = self.next_id()
        self.new[party.name] = id_
        row = {"id": id_, **partner_row(party.name, scene, party.start, party.end), **told}
        return Entry(Sheet.PARTNERS, row)


def compose(scene: Scene, facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """The entries of one message, in the order of its facts."""
    desk = Desk()
    return tuple(entry for fact in facts for entry in desk.write(scene, fact))


def placed(entry: Entry, told: View, gazetteer: Gazetteer) -> Entry:
    """A stage of a partner with no one open draft: which agreement it is of will be asked."""
    said = str(entry.row.get("agreement", ""))
    if entry.sheet is not Sheet.APPROVALS or not said:
        return entry
    partner = next((p for p in gazetteer.partners.values() if p.id == said), None)
    if partner is None and any(a.id == said for found in told.agreements.values() for a in found):
        return entry
    theirs = told.agreements.get(partner.no, ()) if partner else ()
    fits = tuple(a.id for a in (*told.drafts(partner.no if partner else 0), *theirs))
    row = {c: v for c, v in entry.row.items() if c != "agreement"}
    return replace(entry, row=row, candidates={"agreement": tuple(dict.fromkeys(fits))} if fits else {})


def partner_row(name: str, scene: Scene, start: int, end: int) -> Row:
    """What a name tells of an institution: the name in its language, its kind, its country where one is in
    it.
    """
    row: dict[str, str | int] = {f"name_{language_of_name(name, scene.language).suffix}": name}
    if kind := institutions.kind_of(tuple(kinds_of(token) for token in tokenise(name))):
        row["kind"] = kind
    for column, known in (("country", Known.COUNTRY), ("city", Known.CITY)):
        near = [m for m in scene.mentions if m.known is known and start <= m.start < _address_end(scene, end)]
        # What is said behind a name is surer than what is in it: `Qatar Milliy muzeyi, Doha`.
        if near:
            row[column] = next((m for m in near if m.start >= end), near[0]).value
    return row


def _address_end(scene: Scene, end: int) -> int:
    """Where the places that stand right behind a name end: `…, Krakow, Poland`, `… (Осло)`, `… in Oslo`."""
    places = {m.start: m.end for m in scene.mentions if m.known in {Known.COUNTRY, Known.CITY}}
    while True:
        start = end + (scene.low(end) in _IN)
        beside = scene.before(end).strip() in {",", "("} or start > end
        if start not in places or not beside:
            return end
        end = places[start]


_IN = frozenset(("in", "в", "г"))
