"""The list of drafts in approval: which stage each has reached, who holds it, since when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.html import Html, clip, join
from bot.show import dates
from bot.show.buttons import Approvals
from bot.show.drafts import word
from bot.show.paging import held, page_of, turning
from bot.show.periods import period
from bot.show.reply import Place, Reply
from bot.words import Words
from db.edtf import Edtf, Precision
from db.vocabulary import Agreement, Approval, Names

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft, with whom it is, and the stages of its approval in the order they were recorded."""

    agreement: Agreement
    partner: Names
    stages: tuple[Approval, ...]

    @property
    def stage(self) -> Approval | None:
        """Where it is: the latest stage that has not ended, else the latest."""
        open_ = [stage for stage in self.stages if stage.outcome is None]
        return max(open_ or self.stages, key=_since, default=None)

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
    return Reply(text, turning(page, Approvals, words), place)


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
        return
    name = _short(word("stage", stage.stage, words))
    if stage.outcome is not None:
        when = period(stage.decided, words) if stage.decided else words.plain("approvals-undated")
        yield words(f"approvals-{stage.outcome}", stage=name, date=when)
        return
    yield words("approvals-stage", stage=name, since=_waiting(stage.sent, today, words))
    if stage.holder and stage.holder != stage.stage:
        yield words("approvals-holder", holder=_short(stage.holder))
    if stage.due:
        late = stage.due.latest is not None and stage.due.latest < today
        yield words("approvals-late" if late else "approvals-due", date=period(stage.due, words))


def _waiting(sent: Edtf | None, today: date, words: Words) -> str:
    if sent is None:
        return words.plain("approvals-undated")
    said, first = period(sent, words), sent.start
    if first is None or first.precision is not Precision.DAY or first.earliest > today:
        return said
    return words.plain("approvals-since", date=said, away=dates.distance(first.earliest, today, words))


def _short(text: str) -> str:
    return clip(text, _LONGEST)
