"""The list of agreements: what ends soonest first, each said as closely as it is known. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from bot.html import Html, clip
from bot.show import dates
from bot.show.buttons import Agreements
from bot.show.drafts import word
from bot.show.lines import standing_told
from bot.show.paging import held, page_of, turning
from bot.show.reply import Place, Reply
from bot.words import Words
from db.edtf import Point, Precision
from db.standing import Standing, State
from db.vocabulary import Agreement, Names


class Section(StrEnum):
    """The parts of the list, in its order."""

    ENDING = "ending"
    RENEWING = "renewing"
    OPEN = "open"
    UPCOMING = "upcoming"
    DRAFT = "draft"
    UNKNOWN = "unknown"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Listed:
    """An agreement, how it stands today, and with whom it is."""

    agreement: Agreement
    standing: Standing
    partner: Names

    @property
    def section(self) -> Section:
        """Where it stands in the list."""
        now = self.standing
        if now.state is State.IN_FORCE:
            if now.renews_itself:
                return Section.RENEWING
            return Section.ENDING if now.end else Section.OPEN
        return _SECTIONS[now.state]

    @property
    def place(self) -> tuple[int, int, int]:
        """What the list is sorted by: the section; within it what ends first, of what is over the latest."""
        section, end = self.section, self.standing.earliest_end
        days = end.toordinal() if end else date.max.toordinal()
        return list(Section).index(section), -days if section is Section.OVER else days, self.agreement.no


_SECTIONS = {
    State.DRAFT: Section.DRAFT,
    State.UPCOMING: Section.UPCOMING,
    State.ENDED: Section.OVER,
    State.TERMINATED: Section.OVER,
    State.REPLACED: Section.OVER,
    State.END_NOT_RECORDED: Section.UNKNOWN,
    State.TERM_NOT_RECORDED: Section.UNKNOWN,
}
_VAGUE = {Precision.YEAR: "year", Precision.SEASON: "season", Precision.MONTH: "month"}
_LONGEST = 120


def listing(
    every: Iterable[Listed], number: int, today: date, words: Words, place: Place, *, may_log: bool
) -> Reply:
    """A page of the list, or how to begin one."""
    ordered = sorted(every, key=lambda listed: listed.place)
    if not ordered:
        return Reply(words("agreements-none-log" if may_log else "agreements-none"), place=place)
    counts = Counter(listed.section for listed in ordered)
    page = page_of(ordered, number)
    in_force = counts[Section.ENDING] + counts[Section.RENEWING] + counts[Section.OPEN]
    head = words("agreements-head", n=page.total, force=in_force)
    lines = tuple(_lines(page.items, counts, today, words))
    return Reply(held(head, lines), turning(page, Agreements, words), place)


def _lines(items: tuple[Listed, ...], counts: Counter[Section], today: date, words: Words) -> Iterator[Html]:
    for section, group in groupby(items, lambda listed: listed.section):
        yield words(f"agreements-{section}", n=counts[section])
        yield from (_line(listed, today, words) for listed in group)


def _line(listed: Listed, today: date, words: Words) -> Html:
    agreement = listed.agreement
    kind = word("kind", agreement.kind, words) if agreement.kind else ""
    what = agreement.title or kind or words.plain("form-agreement")
    stands = standing_told(agreement.term, listed.standing, words)
    said = " · ".join(part for part in (_short(what), stands, *_more(listed, today, words)) if part)
    name = _short(listed.partner.best(words.language))
    return words("agreements-line", id=f"/a{agreement.no}", partner=name, said=said)


def _more(listed: Listed, today: date, words: Words) -> Iterator[str]:
    """How far away the end is, or why that cannot be said; until when a renewal can be declined."""
    now, end = listed.standing, listed.standing.end
    bound = end.start if end else None
    if now.state is State.IN_FORCE and bound:
        yield _closeness(bound, today, words)
    if now.notice_by and now.notice_by >= today:
        yield words.plain("agreements-decline", date=dates.day(now.notice_by, words))


def _closeness(bound: Point, today: date, words: Words) -> str:
    vague = _VAGUE.get(bound.precision)
    return words.plain(f"agreements-to-{vague}") if vague else dates.distance(bound.earliest, today, words)


def _short(text: str) -> str:
    return clip(text, _LONGEST)
