"""The card of a record: every recorded column in the reader's language, each record it speaks of as a
command to tap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.html import EMPTY, Html, escape, fit, folded, join, plain
from bot.language import places
from bot.show import dates, periods
from bot.show.drafts import word
from bot.show.reply import TEXT_LIMIT, Reply
from bot.words import Words
from db.columns import COLUMNS, NAMED, PRIVATE, Cell, Column
from db.edtf import Edtf
from db.vocabulary import ONLINE, US, Names, Row, Sheet

FORMS = {
    Sheet.PARTNERS: "partner",
    Sheet.AGREEMENTS: "agreement",
    Sheet.APPROVALS: "stage",
    Sheet.EXCHANGES: "exchange",
    Sheet.PROGRAMMES: "programme",
    Sheet.SERIES: "series",
    Sheet.EVENTS: "event",
    Sheet.PARTICIPANTS: "participant",
    Sheet.PROMISES: "promise",
    Sheet.CONTACTS: "contact",
    Sheet.ABSENCES: "absence",
    Sheet.OURSELVES: "ourselves",
}
"""What a single record of a sheet is called in the texts: `form-<name>`."""


LONGEST = 700
_NAMES = frozenset(
    f"{stem}_{suffix}" for stem in ("name", "title") for suffix in ("en", "ru", "uz_latn", "uz_cyrl")
)
_RELATED = 12
_AT_A_GLANCE = 5
"""So many related records of a kind stand openly; more are folded, and a tap unfolds them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a card speaks of: its names, and its short id where it has one (`/p5`)."""

    names: Names | None
    command: str | None
    said: str = ""


Links = Callable[[Sheet, str], Link | None]
"""Finds what a reference means, by its workbook id."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card is made of. `related` are the records that refer to this one, with theirs in the
    workbook's terms.
    """

    sheet: Sheet
    command: str | None
    row: Row
    related: tuple[Shown, ...] = ()


def card(shown: Shown, links: Links, words: Words, *, contacts: bool) -> Reply:
    """The whole record. `contacts` says whether the reader may see private contacts here."""
    hidden = frozenset() if contacts else PRIVATE
    head = words("card-head", form=words.plain(f"form-{FORMS[shown.sheet]}"), id=shown.command or "")
    lines = [
        line
        for column in COLUMNS[shown.sheet]
        if column.name not in hidden and (line := _line(column, shown.row, links, words))
    ]
    parts = [head, _title(shown, words), *lines, *_related(shown, links, words)]
    return Reply(fit(parts, TEXT_LIMIT))


def one_line(shown: Shown, links: Links, words: Words) -> Html:
    """The record in a list: its short id and what tells it from its neighbours."""
    said = " · ".join(telling(shown, links, words))
    return words("card-item", id=shown.command or "•", said=_clip(said, 160))


def telling(shown: Shown, links: Links, words: Words) -> tuple[str, ...]:
    """What tells the record from its neighbours: its name or its partner's first, then the rest."""
    return tuple(part for part in _telling(shown, links, words) if part)


def title(row: Row, sheet: Sheet, words: Words) -> str:
    """The record's own name in the reader's language, where its sheet has names."""
    stem = NAMED.get(sheet)
    if stem is None:
        return str(row.get("title", ""))
    forms = {
        suffix: str(row.get(f"{stem}_{suffix}", "")) or None for suffix in ("en", "ru", "uz_latn", "uz_cyrl")
    }
    return Names(**forms).best(words.language)


def _title(shown: Shown, words: Words) -> Html:
    name = title(shown.row, shown.sheet, words)
    return words("card-title", name=_clip(name, LONGEST)) if name else EMPTY


def _line(column: Column, row: Row, links: Links, words: Words) -> Html:
    if column.cell is Cell.KEY or column.name in _NAMES or column.name not in row or column.name == "title":
        return EMPTY
    value = told(column, row[column.name], links, words)
    return words.html("card-line", field=escape(label(column, words)), value=value)


def label(column: Column, words: Words) -> str:
    """What a column is called."""
    return words.plain(f"field-{column.name}".replace("_", "-"))


def told(column: Column, value: str | int, links: Links, words: Words) -> Html:
    """A recorded value in the reader's language."""
    if isinstance(value, int):
        return escape(dates.number(value, words.language))
    match column.cell:
        case Cell.DATE | Cell.TERM:
            return escape(periods.period(Edtf.parse(value), words))
        case Cell.WORD | Cell.CHOICE:
            return escape(word(column.name, value, words))
        case Cell.COUNTRY:
            return escape(dates.country(value, words.language))
        case Cell.REFERENCE | Cell.PARTY:
            return _reference(column.refers or Sheet.PARTNERS, value, links, words)
    if column.name == "city":
        return words("city-online") if value == ONLINE else escape(places.city(value, words.language))
    return escape(_clip(value, LONGEST))


def _reference(sheet: Sheet, value: str, links: Links, words: Words) -> Html:
    if value == US:
        return words("party-us")
    link = links(sheet, value)
    if link is None:
        return escape(value)
    name = _clip(link.names.best(words.language) if link.names else link.said or value, LONGEST)
    return words("card-reference", name=name, id=link.command) if link.command else escape(name)


def _related(shown: Shown, links: Links, words: Words) -> Iterable[Html]:
    by_sheet: dict[Sheet, list[Shown]] = {}
    for other in shown.related:
        by_sheet.setdefault(other.sheet, []).append(other)
    for sheet, others in by_sheet.items():
        yield words("card-related", what=words.plain(f"sheet-{sheet.value}"), n=len(others))
        lines = [one_line(_alone(other, shown), links, words) for other in others[:_RELATED]]
        if len(others) > _RELATED:
            lines.append(words("card-more", n=len(others) - _RELATED))
        yield from [folded(join(lines))] if len(lines) > _AT_A_GLANCE else lines


def _alone(other: Shown, parent: Shown) -> Shown:
    """Under its partner's card a record need not name the partner again, whatever part it plays there; nor
    need a person who is named be counted.
    """
    kept = dict(other.row)
    for column in COLUMNS[other.sheet]:
        refers = column.refers or (Sheet.PARTNERS if column.cell is Cell.PARTY else None)
        theirs = refers is parent.sheet and kept.get(column.name) == parent.row.get("id")
        if theirs or (column.name == "count" and "person" in kept):
            kept.pop(column.name, None)
    return Shown(other.sheet, other.command, kept)


_TELLING: dict[Sheet, tuple[str, ...]] = {
    Sheet.PARTNERS: ("city", "country"),
    Sheet.AGREEMENTS: ("partner", "kind", "term", "state"),
    Sheet.APPROVALS: ("stage", "holder", "sent", "outcome"),
    Sheet.EXCHANGES: ("partner", "direction", "quantity", "material", "date"),
    Sheet.PROGRAMMES: ("partner", "date"),
    Sheet.SERIES: ("host", "recurs"),
    Sheet.EVENTS: ("kind", "date", "city"),
    Sheet.PARTICIPANTS: ("institution", "person", "role", "count"),
    Sheet.PROMISES: ("partner", "due", "done"),
    Sheet.CONTACTS: ("person", "role", "partner"),
    Sheet.ABSENCES: ("member", "date", "deputy"),
    Sheet.OURSELVES: ("city", "country"),
}
"""What tells one record from the next in a list, in this order."""


def _telling(shown: Shown, links: Links, words: Words) -> Iterable[str]:
    yield title(shown.row, shown.sheet, words)
    columns = {column.name: column for column in COLUMNS[shown.sheet]}
    for name in _TELLING[shown.sheet]:
        value = shown.row.get(name)
        if value is None:
            continue
        if name in {"quantity", "count"} and isinstance(value, int):
            yield words.plain(f"amount-{name}", n=value)
        else:
            yield plain(told(columns[name], value, _nameless(links), words)).strip()


def _nameless(links: Links) -> Links:
    """In a list only the line's own id is a command."""

    def without_command(sheet: Sheet, id_: str) -> Link | None:
        link = links(sheet, id_)
        return Link(link.names, None, link.said) if link else None

    return without_command


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
