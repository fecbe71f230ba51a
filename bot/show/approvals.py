"""The list of drafts in approval: which stage each has reached, who holds it, since when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.html import Html, clip, join
from bot.show import dates
from bot.show.buttons import Approvals, Undo
from bot.show.drafts import word
from bot.show.matters import MoveOn, Recall
from bot.show.paging import held, page_of, turning
from bot.show.periods import period
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.edtf import Edtf, Precision
from db.vocabulary import Agreement, Approval, Names, Outcome

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft, with whom it is, and the stages of its approval in the order they were recorded."""

    agreement: Agreement
    partner: Names
    stage: Approval | None
    """Where it is: the latest stage that has not ended, else the latest."""
    waited: int | None = None
    """How many working days it has stood there; None where that is not known."""
    usual: int | None = None
    """How many that stage usually takes us."""
    follows: str | None = None
    """The stage after this one."""
    may_move: bool = False
    """Whether the reader may say that it moved."""

    @property
    def place(self) -> tuple[bool, date, int]:
        """What the list is sorted by: whatever waits longest first, what has no stage last."""
        stage = self.stage
        waits = stage is not None and stage.outcome is None
        return not waits, _since(stage)[0] if stage else date.max, self.agreement.no


def listing(
    every: Iterable[Listed], number: int, today: date, words: Words, place: Place, *, may_see_all: bool
) -> Reply:
    """A page of the list, or what would bring a draft into it."""
    ordered = sorted(every, key=lambda listed: listed.place)
    if not ordered:
        return Reply(words("approvals-none" if may_see_all else "approvals-none-yours"), place=place)
    page = page_of(ordered, number)
    items = [join(_lines(listed, today, words)) for listed in page.items]
    text = held(words("approvals-head", n=page.total), items, "\n\n")
    moves = tuple(_moves(listed, words) for listed in page.items if listed.may_move)
    return Reply(text, (*moves, *turning(page, Approvals, words)), place)


def moved(agreement: Agreement, told: str, batch: int | None, words: Words) -> Reply:
    """What was noted of a draft's way, and how to take it back."""
    undo = ((Button(words.plain("button-undo"), Undo(batch)),),) if batch else ()
    return Reply(words(f"approvals-moved-{told}", id=f"/a{agreement.no}"), undo)


def _moves(listed: Listed, words: Words) -> Row:
    """That it moved on today; of papers that are out, also that we took them back."""
    no, stage = listed.agreement.no, listed.stage
    at = stage.no if stage else 0
    buttons = (
        [Button(words.plain("approvals-move", id=f"a{no}"), MoveOn(no, at))] if _moves_on(listed) else []
    )
    if stage is not None and stage.outcome is None:
        buttons.append(Button(words.plain("approvals-recall", id=f"a{no}"), Recall(no, at)))
    return tuple(buttons)


def _moves_on(listed: Listed) -> bool:
    return listed.follows is not None or (listed.stage is not None and listed.stage.outcome is None)


def _since(stage: Approval) -> tuple[date, int]:
    """When the papers came there; a stage without a date is older than any other."""
    known = stage.sent.earliest if stage.sent else None
    return known or date.min, stage.no


def _lines(listed: Listed, today: date, words: Words) -> Iterator[Html]:
    agreement, stage = listed.agreement, listed.stage
    kind = word("kind", agreement.kind, words) if agreement.kind else words.plain("form-agreement")
    partner, title = _short(listed.partner.best(words.language)), _short(agreement.title or kind)
    yield words("approvals-line", id=f"/a{agreement.no}", partner=partner, title=title)
    if stage is None:
        yield words("approvals-no-stage")
        yield from _next(listed, words)
        return
    name = _short(word("stage", stage.stage, words))
    if stage.outcome is not None:
        when = period(stage.decided, words) if stage.decided else words.plain("approvals-undated")
        yield words(f"approvals-{stage.outcome}", stage=name, date=when)
        yield from _next(listed, words)
        return
    yield words("approvals-stage", stage=name, since=_waiting(stage.sent, today, words))
    if stage.holder and stage.holder != stage.stage:
        yield words("approvals-holder", holder=_short(stage.holder))
    if stage.due:
        late = stage.due.latest is not None and stage.due.latest < today
        yield words("approvals-late" if late else "approvals-due", date=period(stage.due, words))
    yield from _pace(listed, words)
    yield from _next(listed, words)


def _pace(listed: Listed, words: Words) -> Iterator[Html]:
    """How long it has stood there, against how long that takes us as a rule."""
    if not listed.waited:
        return
    if listed.usual is None:
        yield words("approvals-waited", n=listed.waited)
    else:
        slow = listed.waited > listed.usual
        yield words("approvals-slow" if slow else "approvals-pace", n=listed.waited, usual=listed.usual)


def _next(listed: Listed, words: Words) -> Iterator[Html]:
    if listed.follows is not None:
        yield words("approvals-next", stage=_short(word("stage", listed.follows, words)))
    elif listed.stage is not None and listed.stage.outcome is not Outcome.RETURNED:
        yield words("approvals-sign")


def _waiting(sent: Edtf | None, today: date, words: Words) -> str:
    if sent is None:
        return words.plain("approvals-undated")
    said, first = period(sent, words), sent.start
    if first is None or first.precision is not Precision.DAY or first.earliest > today:
        return said
    return words.plain("approvals-since", date=said, away=dates.distance(first.earliest, today, words))


def _short(text: str) -> str:
    return clip(text, _LONGEST)
