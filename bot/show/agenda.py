"""What stands on somebody's desk, in words: their day, and the week of managers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.html import Html, clip
from bot.remind.agenda import Agenda, Away
from bot.remind.notice import Notice
from bot.show import dates
from bot.show.buttons import Approvals, Reminders, Whose
from bot.show.decisions import Subjected
from bot.show.matters import Matter
from bot.show.notices import line
from bot.show.paging import held
from bot.show.periods import days_told
from bot.show.reply import Button, Reply, Row
from bot.show.rows import command
from bot.words import Words

MOST = 10
"""Things that are told one by one; the rest is a tap away."""
_IN_A_ROW = 5
_LONGEST = 120


def today(agenda: Agenda, zone: ZoneInfo, words: Words, *, works: bool, may_decide: bool) -> Reply:
    """What is on today and in the days after."""
    weekday = words.plain("date-weekday", n=agenda.first.isoweekday())
    head = [words("agenda-today", weekday=weekday, date=dates.day(agenda.first, words))]
    if not works:
        head.append(words("agenda-off"))
    return _reply(head, agenda, zone, words, may_decide=may_decide)


def week(agenda: Agenda, done: tuple[int, int], zone: ZoneInfo, words: Words) -> Reply:
    """The week that begins; `done` are the records that were added and changed in the one before."""
    last = agenda.first + timedelta(days=6 - agenda.first.weekday())
    head = [words("agenda-week", dates=days_told(agenda.first, last, words))]
    if any(done):
        head.append(words("agenda-done", added=done[0], changed=done[1]))
    return _reply(head, agenda, zone, words, may_decide=True)


def _reply(head: list[Html], agenda: Agenda, zone: ZoneInfo, words: Words, *, may_decide: bool) -> Reply:
    shown = agenda.matters[:MOST]
    numbers = {id(notice): at for at, notice in enumerate(shown, start=1)}
    parts = [*head, *_sections(agenda, numbers, zone, words)]
    if len(parts) == len(head):
        parts.append(words("agenda-nothing", date=dates.day(agenda.last, words)))
    rows = [*_numbers(shown), _further(agenda, words)] if may_decide else []
    return Reply(held(parts[0], parts[1:], "\n\n"), tuple(row for row in rows if row))


def _sections(agenda: Agenda, numbers: dict[int, int], zone: ZoneInfo, words: Words) -> Iterator[Html]:
    kinds = {"undecided": agenda.undecided, "comes": agenda.comes, "still": agenda.still}
    for name, notices in kinds.items():
        if notices:
            yield words(f"agenda-{name}", n=len(notices), date=dates.day(agenda.last, words))
        for notice in notices:
            if at := numbers.get(id(notice)):
                yield Html(f"<b>{at}.</b> {line(notice, agenda.first, zone, words)}")
    if len(agenda.matters) > MOST:
        yield words("agenda-more", n=len(agenda.matters) - MOST)
    if agenda.running:
        yield words("agenda-running", n=len(agenda.running))
        for event in agenda.running[:MOST]:
            title = clip(event.titles.best(words.language), _LONGEST)
            yield words("agenda-event", id=command(event), title=title)
    if agenda.away:
        yield words("agenda-away", n=len(agenda.away))
        for absence in agenda.away[:MOST]:
            yield _away(absence, agenda, words)


def _away(absence: Away, agenda: Agenda, words: Words) -> Html:
    begun = absence.first <= agenda.first
    said = (
        words.plain("agenda-until", date=dates.day(absence.last, words))
        if begun
        else days_told(absence.first, absence.last, words)
    )
    return words("agenda-absence", name=absence.name, dates=said, deputy=absence.deputy or "—")


def _numbers(shown: tuple[Notice, ...]) -> Iterator[Row]:
    buttons = []
    for at, notice in enumerate(shown, start=1):
        of = Subjected(notice.record, notice.goal, notice.partner)
        buttons.append(Button(str(at), Matter(of.letter, of.record.no, of.goal.ladder, of.goal.day)))
    for first in range(0, len(buttons), _IN_A_ROW):
        yield tuple(buttons[first : first + _IN_A_ROW])


def _further(agenda: Agenda, words: Words) -> Row:
    reminders = Button(words.plain("agenda-reminders"), Reminders(Whose.MINE, 0))
    drafts = Button(words.plain("agenda-approvals"), Approvals(0))
    return (reminders, drafts) if agenda.still else (reminders,)
