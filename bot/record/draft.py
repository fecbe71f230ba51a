"""A draft: facts on their way into the registry, not saved yet. Frozen, pure, one JSON text in the database.

A draft holds entries (records to be: a shipment, an event and its participants, a partner nobody knew)
and knows which field is asked for now. `bot.record.answering` turns an answer into the next draft;
nothing else does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.record.forms import FORMS, PEOPLE, Ask, Field, Form, Reader, of_sheet
from db.vocabulary import Language, Row, Sheet

_STEMMED = tuple(language.suffix for language in Language)
_PRIMARY = frozenset(
    {Sheet.EXCHANGES, Sheet.EVENTS, Sheet.AGREEMENTS, Sheet.APPROVALS, Sheet.PROGRAMMES, Sheet.PROMISES}
)
MANY = 2
"""Up to so many facts of one message, what can be skipped is asked for too; of more, only what is needed."""


class Mode(StrEnum):
    """What kind of answer the asked field awaits."""

    PLAIN = "plain"
    YEAR = "year"
    """Only the year is known: years are offered."""
    WHICH = "which"
    """A name fits several records: they are offered."""
    NEW = "new"
    """A name fits nothing: it is offered as new."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The field asked for. `said` and `candidates` (workbook ids) belong to the modes NEW and WHICH."""

    entry: int
    field: str
    mode: Mode = Mode.PLAIN
    said: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to be. `base` is the recorded row of an edit; `quotes`: what each column was read from."""

    sheet: Sheet
    row: Row = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    doubts: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    """Fields a person left open on purpose: they are not asked for again."""
    base: Row | None = None
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where what was said fits several records: field → their workbook ids."""
    no: int = 0
    """Of an edit: the record's number, and the version of it that is being edited."""
    version: int = 0

    @property
    def form(self) -> Form:
        """The form that lies over the entry's sheet."""
        return of_sheet(self.sheet)

    @property
    def id(self) -> str:
        """Its workbook id; a new record's is `new1`, `new2`, …, a sheet without ids has none."""
        return str(self.row.get("id", ""))

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns a field of that name fills: one, or the four of a name."""
        if self.form.field(name).reader is Reader.NAME:
            return tuple(f"{name}_{suffix}" for suffix in _STEMMED)
        return (name,)

    def values(self, name: str) -> tuple[str | int, ...]:
        """What the field holds now; people are entries of their own, see `Draft.people`."""
        return tuple(v for c in self.columns(name) if (v := self.row.get(c, "")) != "")

    def put(self, values: Row, quote: str = "", *, doubtful: bool = False) -> Entry:
        """With these columns filled; the value "" clears one. A column put by hand is no longer doubtful."""
        row = {**self.row, **values}
        quotes = {c: q for c, q in self.quotes.items() if c not in values}
        quotes |= dict.fromkeys(values, quote) if quote else {}
        doubts = self.doubts | values.keys() if doubtful else self.doubts - values.keys()
        kept = {c: v for c, v in row.items() if v != "" or (self.base and self.base.get(c, "") != "")}
        return replace(self, row=kept, quotes=quotes, doubts=frozenset(doubts))

    def changed(self) -> Row:
        """The row to save: of an edit its id and the changed columns, of a new record all that is filled."""
        if self.base is None:
            return self.row
        changed = {c: v for c, v in self.row.items() if v != self.base.get(c, "")}
        if not changed:
            return {}
        kept = {c: self.base[c] for c in ("id", "partner") if c in self.base}
        return {**kept, **changed}


@dataclass(frozen=True, slots=True)
class Draft:
    """Entries in the order they were said. `key` tells this draft from every other of the same person."""

    key: str
    form: str
    language: Language
    entries: tuple[Entry, ...]
    by_form: bool = False
    """Begun by the form's command: the form's own questions are asked too."""
    text: str = ""
    """The message it was read from."""
    turn: int = 0
    """Rises with every accepted answer: a button of an earlier turn is out of date."""
    asking: Asking | None = None
    likes: tuple[str, ...] = ()
    """The short ids of recorded facts that these look like."""
    chat: int = 0
    message: int = 0
    """The message that it was read from, if it was one."""
    review: int = 0
    """The report's review whose item it corrects, and the place of that item."""
    item: int = 0

    @classmethod
    def of(
        cls, entries: tuple[Entry, ...], key: str = "", language: Language = Language.EN, text: str = ""
    ) -> Draft:
        """A draft of facts that were read from a message; `onward` makes it ask what is missing."""
        main = next((e for e in entries if e.sheet in _PRIMARY), next(iter(entries), None))
        return cls(key, main.form.name if main else "exchange", language, entries, text=text)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows to save or to print: each with its sheet, ids only where another row refers to them."""
        spoken = {str(v) for e in self.entries for c, v in e.row.items() if c != "id"}
        rows: list[Row] = []
        for entry in self.entries:
            row = dict(entry.changed())
            if str(row.get("id", "")).startswith("new") and row["id"] not in spoken:
                del row["id"]
            if row:
                rows.append({"sheet": entry.sheet.value, **row})
        return tuple(rows)

    @property
    def to_save(self) -> tuple[Row, ...]:
        """The rows for `db.history.save`: an edit names its record by number and the version that was
        seen.
        """
        rows: list[Row] = []
        for entry in self.entries:
            row = entry.changed()
            if row and entry.no:
                row = {
                    **{c: v for c, v in row.items() if c != "id"},
                    "no": entry.no,
                    "version": entry.version,
                }
            if row:
                rows.append({**row, "sheet": entry.sheet.value})
        return tuple(rows)

    @property
    def asked(self) -> tuple[Entry, Field] | None:
        """The entry and field asked for now; None when the card is shown."""
        if self.asking is None:
            return None
        entry = self.entries[self.asking.entry]
        return entry, entry.form.field(self.asking.field)

    @property
    def awaits_prose(self) -> bool:
        """Whether the asked field takes any text at all: a title, a name, a note."""
        return self.asked is not None and self.asked[1].reader in {Reader.NAME, Reader.TEXT, Reader.PEOPLE}

    @property
    def awaits_record(self) -> bool:
        """Whether a short id answers what is asked."""
        return self.asked is not None and self.asked[1].reader in {Reader.RECORD, Reader.PARTNER}

    @property
    def is_edit(self) -> bool:
        """Whether it changes a recorded fact and adds none."""
        return all(entry.base is not None for entry in self.entries)

    def people(self, event: Entry) -> tuple[Entry, ...]:
        """The participants of one of its events."""
        return tuple(
            e for e in self.entries if e.sheet is Sheet.PARTICIPANTS and e.row.get("event") == event.id
        )

    def named(self, id_: str) -> Entry | None:
        """The entry that a reference like `new1` means."""
        return next((e for e in self.entries if e.id == id_ and e.base is None), None)

    def filled(self, entry: Entry, name: str) -> bool:
        """Whether the field says something already."""
        return bool(self.people(entry)) if name == PEOPLE else bool(entry.values(name))

    def with_entry(self, at: int, entry: Entry) -> Draft:
        """The same draft with one entry in place of another."""
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at + 1 :]))

    def inserted(self, at: int, entry: Entry) -> Draft:
        """The same draft with one entry more, before the one at `at`."""
        asking = self.asking
        if asking is not None and asking.entry >= at:
            asking = replace(asking, entry=asking.entry + 1)
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at:]), asking=asking)

    def new_id(self) -> str:
        """An id that no entry of the draft has yet: `new1`, `new2`, …"""
        taken = {entry.id for entry in self.entries}
        return next(name for n in range(1, len(taken) + 2) if (name := f"new{n}") not in taken)

    def missing(self) -> Iterator[tuple[int, Field]]:
        """The fields still to be asked for, in the order of asking."""
        primary = sum(entry.sheet in _PRIMARY for entry in self.entries)
        main = FORMS[self.form].sheet
        for at, entry in enumerate(self.entries):
            level = Ask.ALWAYS if entry.sheet in _PRIMARY and primary <= MANY else Ask.NEEDED
            level = Ask.BY_FORM if self.by_form and entry.sheet is main else level
            level = Ask.NEEDED if entry.base is not None else level
            for asked in entry.form.fields:
                if (
                    asked.ask >= level
                    and asked.name not in entry.passed
                    and not self.filled(entry, asked.name)
                ):
                    yield at, asked

    def onward(self) -> Draft:
        """The draft one turn later, asking for the next missing field, or showing its card."""
        return replace(self, asking=self._next(), turn=self.turn + 1)

    def _next(self) -> Asking | None:
        at, asked = next(self.missing(), (0, None))
        if asked is None:
            return None
        entry = self.entries[at]
        if fits := entry.candidates.get(asked.name):
            return Asking(at, asked.name, Mode.WHICH, entry.quotes.get(asked.name, ""), fits)
        return Asking(at, asked.name)

    def pack(self) -> dict[str, Any]:
        """As JSON for the database: plain dictionaries, lists, texts and numbers."""
        told: dict[str, Any] = json.loads(json.dumps(asdict(self), default=sorted))
        return told

    @classmethod
    def unpack(cls, body: Mapping[str, Any]) -> Draft:
        """The draft that `pack` wrote."""
        told = dict(body)
        asking = told.pop("asking")
        told["language"] = Language(told["language"])
        return cls(
            **{
                **told,
                "entries": tuple(_entry(entry) for entry in told["entries"]),
                "likes": tuple(told["likes"]),
            },
            asking=None if asking is None else _asking(asking),
        )


def _entry(told: dict[str, Any]) -> Entry:
    sets = {name: frozenset(told[name]) for name in ("doubts", "passed")}
    candidates = {name: tuple(ids) for name, ids in told["candidates"].items()}
    return Entry(**{**told, **sets, "candidates": candidates, "sheet": Sheet(told["sheet"])})


def _asking(told: dict[str, Any]) -> Asking:
    return Asking(**{**told, "mode": Mode(told["mode"]), "candidates": tuple(told["candidates"])})


@dataclass(frozen=True, slots=True)
class Changed:
    """A record of a draft that somebody has changed since the draft was opened, and who."""

    sheet: Sheet
    no: int
    name: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that could not be taken, as the key of a text (`refused-…`) and its variables."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


# What a person can do with a button. Each names the draft and its turn: a button of another turn is refused.


@dataclass(frozen=True, slots=True)
class Pick:
    """Answer the asked field with one of the values offered."""

    key: str
    turn: int
    value: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the asked field open."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class YearOnly:
    """Of the asked date only the year is known."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class AsNew:
    """Take the unknown name as a new partner."""

    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class Correct:
    """Ask for a field of the card again."""

    key: str
    turn: int
    entry: int
    field: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Take one of several facts off the card."""

    key: str
    turn: int
    entry: int


@dataclass(frozen=True, slots=True)
class Back:
    """Leave the field as it is, and go on."""

    key: str
    turn: int


Choice = Pick | Skip | YearOnly | AsNew | Correct | Drop | Back


def numbered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """New entries of sheets with ids get theirs: `new1`, `new2`, … in order; those that have one keep it."""
    result: list[Entry] = []
    for entry in entries:
        has_id = entry.sheet not in {Sheet.PARTICIPANTS, Sheet.APPROVALS}
        if has_id and not entry.id:
            taken = {e.id for e in result}
            name = next(f"new{n}" for n in range(1, len(result) + 2) if f"new{n}" not in taken)
            result.append(replace(entry, row={"id": name, **entry.row}))
        else:
            result.append(entry)
    return tuple(result)
