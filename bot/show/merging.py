"""Two partners that are one: which, are you sure, done. Pure."""

from __future__ import annotations

from bot.html import clip, escape, join
from bot.show.buttons import Undo
from bot.show.handling import Alike, Merge, Open
from bot.show.lines import place as place_told
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Partner

_LONGEST, _LABEL = 120, 40


def which(of: Partner, page: Page[Partner], words: Words) -> Reply:
    """The partners that may be the same, the likeliest first."""
    head = words("merging-which", id=f"/p{of.no}", name=_name(of, words))
    lines = [
        join(
            (
                words("card-item", id=f"/p{other.no}", said=_name(other, words)),
                escape(clip(place_told(other.city, other.country, words), _LONGEST)),
            ),
            " · ",
        )
        for other in page.items
    ]
    hint = words("merging-command", id=f"p{of.no}")
    rows = tuple(
        (Button(clip(_name(other, words), _LABEL), Merge(of.no, other.no, sure=False)),)
        for other in page.items
    )
    turn = turning(page, lambda number: Alike(of.no, number), words)
    return Reply(held(head, [*lines, hint]), (*rows, *turn, _back(of, words)), Place.PRESSED)


def ask_if_sure(kept: Partner, gone: Partner, moving: int, words: Words, place: Place) -> Reply:
    """What becomes part of what, and how much moves."""
    text = words(
        "merging-sure",
        id=f"/p{kept.no}",
        kept=_name(kept, words),
        other=f"/p{gone.no}",
        gone=_name(gone, words),
        n=moving,
    )
    yes = Button(words.plain("merging-yes"), Merge(kept.no, gone.no, sure=True))
    swap = Button(words.plain("merging-swap"), Merge(gone.no, kept.no, sure=False))
    return Reply(text, ((yes,), (swap,), _back(kept, words)), place)


def done(kept: Partner, gone: Partner, moved: int, batch: int, words: Words) -> Reply:
    """They are one now."""
    text = words("merging-done", id=f"/p{kept.no}", kept=_name(kept, words), gone=_name(gone, words), n=moved)
    return Reply(text, ((Button(words.plain("button-undo"), Undo(batch)),),), Place.PRESSED)


def _name(partner: Partner, words: Words) -> str:
    return clip(partner.names.best(words.language), _LONGEST)


def _back(of: Partner, words: Words) -> Row:
    return (Button(words.plain("button-back"), Open("p", of.no)),)
