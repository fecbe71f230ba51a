"""The card of a record: every recorded column in the reader's language, each record it speaks of as a
command to tap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.html import EMPTY, Html, clip, escape, fit, folded, join
from bot.language import places
from bot.show import dates, periods
from bot.show.drafts import word
from bot.show.lines import line, title
from bot.show.reply import TEXT_LIMIT, Reply
from bot.show.rows import Links, Shown
from bot.words import Words
from db.columns import COLUMNS, PRIVATE, Cell, Column
from db.edtf import Edtf
from db.vocabulary import ONLINE, US, Direction, Row, Sheet

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
_RELATED = 15
_AT_A_GLANCE = 5
"""So many related records of a kind stand openly; more are folded, and a tap unfolds them."""


def card(shown: Shown, links: Links, words: Words, *, contacts: bool) -> Reply:
    """The whole record as a message of its own. `contacts`: the reader may see private contacts here."""
    return Reply(fit(told_whole(shown, links, words, contacts=contacts), TEXT_LIMIT))


def told_whole(shown: Shown, links: Links, words: Words, *, contacts: bool) -> list[Html]:
    """The record, line by line, and those that refer to it."""
    hidden = frozenset() if contacts else PRIVATE
    lines = [
        line
        for column in COLUMNS[shown.sheet]
        if column.name not in hidden and (line := _line(column, shown.row, links, words))
    ]
    return [*_head(shown, words), *lines, *_related(shown, links, words)]


def _head(shown: Shown, words: Words) -> Iterable[Html]:
    """Its name, and what it is; what has no name is called after what it is."""
    form, name = words.plain(f"form-{FORMS[shown.sheet]}"), title(shown.row, shown.sheet, words)
    if name:
        yield words("card-head-named", name=clip(name, LONGEST), id=shown.command or "")
        yield escape(form)
    else:
        yield words("card-head", form=form, id=shown.command or "")


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
    return escape(clip(value, LONGEST))


def _reference(sheet: Sheet, value: str, links: Links, words: Words) -> Html:
    if value == US:
        return words("party-us")
    link = links(sheet, value)
    if link is None:
        return escape(value)
    name = clip(link.said or (link.names.best(words.language) if link.names else value), LONGEST)
    return words("card-reference", name=name, id=link.command) if link.command else escape(name)


def _related(shown: Shown, links: Links, words: Words) -> Iterable[Html]:
    by_sheet: dict[Sheet, list[Shown]] = {}
    for other in shown.related:
        by_sheet.setdefault(other.sheet, []).append(other)
    for sheet, others in by_sheet.items():
        yield words("card-related", what=words.plain(f"sheet-{sheet.value}"), n=len(others))
        if sheet is Sheet.EXCHANGES:
            yield from _totals(others, words)
        lines = [line(_alone(other, shown), links, words) for other in others[:_RELATED]]
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
    return replace(other, row=kept)


def _totals(others: Iterable[Shown], words: Words) -> Iterable[Html]:
    """How many copies went each way, as far as that is recorded."""
    for direction, key in ((Direction.RECEIVED, "answer-received"), (Direction.SENT, "answer-sent")):
        counted = [
            int(each.row["quantity"])
            for each in others
            if each.row.get("direction") == direction and "quantity" in each.row
        ]
        if counted:
            yield words(key, figure=words.plain("amount-quantity", n=sum(counted)))
