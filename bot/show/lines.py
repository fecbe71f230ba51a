"""One record in one line, and how an agreement stands, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.html import Html, clip
from bot.language.places import city as city_in
from bot.show import dates
from bot.show.drafts import word
from bot.show.periods import period, point, until, within, within_point
from bot.show.rows import Links, Shown, of_record
from bot.words import Words
from db.columns import NAMED
from db.edtf import Edtf
from db.query import Unit
from db.result import Result
from db.standing import Standing, State
from db.vocabulary import ONLINE, US, Agreement, Names, Party, Record, Row, Sheet

LONGEST = 400


def item(record: Record, result: Result, words: Words) -> Html:
    """A record of an answer as a line of a list."""
    return line(*of_record(record, result), words)


def told(record: Record, result: Result, words: Words) -> str:
    """What tells a record of an answer from its neighbours."""
    return " · ".join(telling(*of_record(record, result), words))


def told_alone(record: Record, result: Result, words: Words) -> str:
    """The same behind the name that it begins with."""
    return " · ".join(telling(*of_record(record, result), words)[1:])


def line(shown: Shown, links: Links, words: Words) -> Html:
    """The record in a list: its short id and what tells it from its neighbours."""
    said = " · ".join(telling(shown, links, words))
    return words("card-item", id=shown.command or "•", said=clip(said, LONGEST))


def telling(shown: Shown, links: Links, words: Words) -> tuple[str, ...]:
    """What tells the record from its neighbours: its name or its partner's first, then the rest."""
    return tuple(part for part in _PARTS[shown.sheet](_Cells(shown, links, words)) if part)


def title(row: Row, sheet: Sheet, words: Words) -> str:
    """The record's own name in the reader's language, where its sheet has names."""
    stem = NAMED.get(sheet)
    if stem is None:
        return str(row.get("title", ""))
    forms = {
        suffix: str(row.get(f"{stem}_{suffix}", "")) or None for suffix in ("en", "ru", "uz_latn", "uz_cyrl")
    }
    return Names(**forms).best(words.language) if any(forms.values()) else ""


class _Cells:
    """The cells of one row, each as it is said in a line; empty where nothing is recorded."""

    def __init__(self, shown: Shown, links: Links, words: Words) -> None:
        self.row, self.links, self.words = shown.row, links, words
        self.sheet, self.standing = shown.sheet, shown.standing

    def title(self) -> str:
        return title(self.row, self.sheet, self.words)

    def text(self, name: str) -> str:
        return str(self.row.get(name, ""))

    def word(self, name: str) -> str:
        value = self.text(name)
        return word(name, value, self.words) if value else ""

    def date(self, name: str) -> str:
        value = self.text(name)
        return period(Edtf.parse(value), self.words) if value else ""

    def named_date(self, name: str) -> str:
        said = self.date(name)
        return f"{self.words.plain(f'answer-field-{name}')}: {said}" if said else ""

    def number(self, name: str) -> str:
        value = self.row.get(name)
        return self.words.plain(f"amount-{name}", n=value) if isinstance(value, int) else ""

    def of(self, name: str, sheet: Sheet) -> str:
        """The name of the record that the cell speaks of; of a body that is none of ours, its text."""
        value = self.text(name)
        if not value or value == US:
            return self.words.plain("party-us") if value else ""
        link = self.links(sheet, value)
        if link is None:
            return value
        return link.names.best(self.words.language) if link.names else link.said or value

    def place(self) -> str:
        return place(self.text("city") or None, self.text("country") or None, self.words)

    def standing_told(self) -> str:
        """How an agreement stands: a term without its end says so itself."""
        if self.standing is None:
            return self.word("state")
        if self.standing.state is State.END_NOT_RECORDED and self.text("term"):
            return ""
        term = self.text("term")
        return standing_told(Edtf.parse(term) if term else None, self.standing, self.words)

    def or_else(self, said: str, key: str) -> str:
        return said or self.words.plain(key)


_PARTS: Mapping[Sheet, Callable[[_Cells], tuple[str, ...]]] = {
    Sheet.PARTNERS: lambda c: (c.title(), c.place()),
    Sheet.OURSELVES: lambda c: (c.title(), c.place()),
    Sheet.AGREEMENTS: lambda c: (
        c.of("partner", Sheet.PARTNERS), c.title(), c.word("kind"), c.date("term"), c.standing_told(),
    ),
    Sheet.APPROVALS: lambda c: (
        c.of("agreement", Sheet.AGREEMENTS), c.word("stage"), c.text("holder"), c.named_date("sent"),
        c.named_date("due"), c.word("outcome"),
    ),
    Sheet.EXCHANGES: lambda c: (
        c.of("partner", Sheet.PARTNERS), c.word("direction"),
        c.or_else(c.number("quantity"), "answer-no-figure"), c.number("titles"), c.word("material"),
        c.word("basis"), c.date("date"),
    ),
    Sheet.PROGRAMMES: lambda c: (c.title(), c.of("partner", Sheet.PARTNERS), c.date("date")),
    Sheet.SERIES: lambda c: (c.title(), c.of("host", Sheet.PARTNERS), c.text("recurs")),
    Sheet.EVENTS: lambda c: (c.title(), c.or_else(c.date("date"), "answer-undated"), c.place()),
    Sheet.PARTICIPANTS: lambda c: (
        c.text("person") or c.number("count"), c.text("role"), c.of("institution", Sheet.PARTNERS),
        c.of("event", Sheet.EVENTS),
    ),
    Sheet.PROMISES: lambda c: (c.title(), c.of("partner", Sheet.PARTNERS), c.date("due"), c.date("done")),
    Sheet.CONTACTS: lambda c: (c.text("person"), c.text("role"), c.of("partner", Sheet.PARTNERS)),
    Sheet.ABSENCES: lambda c: (c.text("member"), c.date("date"), c.text("deputy")),
}  # fmt: skip
"""What tells one record from the next, in this order."""


def partner_name(no: int | None, result: Result, words: Words) -> str:
    """A partner's name in the reader's language."""
    partner = result.around.partners.get(no) if no is not None else None
    return partner.names.best(words.language) if partner else ""


def party(value: Party | None, result: Result, words: Words) -> str:
    """Who hosts or takes part."""
    if value is None:
        return ""
    if value.is_us:
        return words.plain("party-us")
    return partner_name(value.partner, result, words) if value.partner is not None else value.text or ""


def place(city: str | None, country: str | None, words: Words) -> str:
    """Where: city and country in the reader's language."""
    if city == ONLINE:
        return words.plain("city-online")
    parts = (
        city_in(city, words.language) if city else "",
        dates.country(country, words.language) if country else "",
    )
    return ", ".join(part for part in parts if part)


def stands(agreement: Agreement, result: Result, words: Words) -> str:
    """How an agreement stands today: "in force until 2030", "ended in 2014"."""
    return standing_told(agreement.term, result.standings[agreement.no], words)


def standing_told(recorded: Edtf | None, now: Standing, words: Words) -> str:
    """The same, of a standing that is at hand and the term that is recorded."""
    term, over = (until(now.end, words), within(now.end, words)) if now.end else ("", "")
    match now.state:
        case State.IN_FORCE if now.renews_itself:
            return (
                words.plain("standing-renews", date=term) if term else words.plain("standing-renews-undated")
            )
        case State.IN_FORCE:
            return (
                words.plain("standing-in-force-until", date=term)
                if term
                else words.plain("standing-in-force-open")
            )
        case State.ENDED:
            return words.plain("standing-ended", date=over) if over else words.plain("standing-ended-undated")
        case State.TERMINATED:
            return (
                words.plain("standing-terminated", date=over)
                if over
                else words.plain("standing-terminated-undated")
            )
        case State.REPLACED:
            return words.plain("standing-replaced")
        case State.DRAFT:
            return words.plain("standing-draft")
        case State.UPCOMING:
            start = _begins(recorded, words)
            return (
                words.plain("standing-upcoming", date=start)
                if start
                else words.plain("standing-upcoming-undated")
            )
        case State.END_NOT_RECORDED:
            return words.plain("standing-end-unknown")
    return words.plain("standing-term-unknown")


def beginning(value: Edtf | None, words: Words) -> str:
    """The first bound of a term or date; nothing where it is not recorded."""
    return point(value.start, words) if value and value.start else ""


def _begins(term: Edtf | None, words: Words) -> str:
    return within_point(term.start, words) if term and term.start else ""


def amount(figure: float | None, unit: Unit, subject: Sheet, words: Words) -> str:
    """A figure with its unit: "2 040 copies", "3 events"."""
    if figure is None:
        return words.plain("answer-no-figure")
    n = round(figure)
    match unit:
        case Unit.COPIES:
            return words.plain("amount-quantity", n=n)
        case Unit.TITLES:
            return words.plain("amount-titles", n=n)
        case Unit.PEOPLE:
            return words.plain("amount-count", n=n)
        case Unit.PARTNERS | Unit.COUNTRIES | Unit.CITIES:
            return words.plain(f"answer-n-{unit.value}", n=n)
    return words.plain(f"answer-n-{subject.value}", n=n)
