"""What was read from a report: the list in pages, and one item with its place in the text. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.html import Html, clip, join
from bot.record.draft import Draft
from bot.show import drafts
from bot.show.choices import CloseReview, Judge, Review, SaveAll, Verdict
from bot.show.drafts import Names
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Sheet

SIZE = 5
"""Items on a page."""
_QUOTE, _SAID = 160, 260
_BESIDE = frozenset({Sheet.PARTNERS, Sheet.PARTICIPANTS})


class Mark(StrEnum):
    """How an item stands; the value is part of the names of its texts."""

    NEW = "new"
    LACKING = "lacking"
    """Something must be answered before it can be saved."""
    KNOWN = "known"
    """It looks like what is recorded."""
    SAVED = "saved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Item:
    """One record as it was read. `ids` are the short ids of what was saved from it."""

    place: int
    draft: Draft
    quote: str
    mark: Mark
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A review as a whole: the number, the report's name, and how many items stand how."""

    no: int
    name: str
    marks: Mapping[Mark, int]

    @classmethod
    def of(cls, no: int, name: str, marks: list[Mark]) -> Listed:
        """Counts them."""
        return cls(no, name, Counter(marks))


def listing(listed: Listed, page: Page[Item], words: Words, names: Names) -> Reply:
    """A page of the list, with the button that saves all that is new and complete."""
    counts = [
        words.plain(f"review-count-{mark.value}", n=n) for mark in Mark if (n := listed.marks.get(mark, 0))
    ]
    head = words("review-head", name=clip(listed.name, 80), n=page.total, counts=" · ".join(counts))
    lines = [line(item, words, names) for item in page.items]
    buttons: list[Row] = [
        tuple(Button(f"{i.place + 1}", Judge(listed.no, i.place, Verdict.LOOK)) for i in page.items),
        *turning(page, lambda number: Review(listed.no, number), words),
    ]
    new = listed.marks.get(Mark.NEW, 0)
    if new:
        buttons.append((Button(words.plain("button-save-all", n=new), SaveAll(listed.no)),))
    buttons.append((Button(words.plain("button-close-review"), CloseReview(listed.no)),))
    return Reply(held(head, lines, "\n\n"), tuple(buttons))


def one(listed: Listed, item: Item, words: Words, names: Names, place: Place = Place.PRESSED) -> Reply:
    """One item in full."""
    form, name = words.plain(f"form-{item.draft.form}"), clip(listed.name, 80)
    head = words("review-item", mark=_mark(item.mark, words), n=item.place + 1, form=form, name=name)
    notes = drafts.notes(item.draft, words) if item.mark is not Mark.SAVED else iter(())
    parts = (head, drafts.facts(item.draft, words, names), _quote(item, words), _ids(item, words), *notes)

    def button(text: str, verdict: Verdict) -> Button:
        return Button(words.plain(text), Judge(listed.no, item.place, verdict))

    rows: list[Row] = []
    if item.mark in {Mark.NEW, Mark.KNOWN}:
        rows.append((button("button-save", Verdict.SAVE),))
    if item.mark in {Mark.NEW, Mark.KNOWN, Mark.LACKING}:
        complete = "button-complete" if item.mark is Mark.LACKING else "button-correct"
        rows.append((button(complete, Verdict.CORRECT), button("button-leave-out", Verdict.DROP)))
    if item.mark is Mark.DROPPED:
        rows.append((button("button-take-back", Verdict.RESTORE),))
    back = Review(listed.no, item.place // SIZE)
    rows.append((Button(words.plain("button-to-list"), back),))
    return Reply(join(parts, "\n\n"), tuple(rows), place=place)


def line(item: Item, words: Words, names: Names) -> Html:
    """One item in short: what it says, from where, and what became of it."""
    entries = item.draft.entries
    main = [e for e in entries if e.sheet not in _BESIDE] or [e for e in entries if e.sheet in _BESIDE]
    lines = [
        words(
            "review-line",
            mark=_mark(item.mark, words),
            n=item.place + 1,
            form=words.plain(f"form-{entry.form.name}"),
            said=clip(drafts.summary(item.draft, entry, words, names, whole=True), _SAID),
        )
        for entry in main
    ]
    return join((*lines, _quote(item, words), _ids(item, words)))


def _quote(item: Item, words: Words) -> Html:
    return words("review-quote", quote=clip(" ".join(item.quote.split()), _QUOTE))


def _ids(item: Item, words: Words) -> Html:
    if item.mark is Mark.SAVED:
        return words("review-saved-as", ids=", ".join(item.ids))
    likes = ", ".join(f"/{like}" for like in item.draft.likes)
    return words("review-known-as", ids=likes) if item.mark is Mark.KNOWN else join(())


def _mark(mark: Mark, words: Words) -> str:
    return words.plain(f"review-mark-{mark.value}")
