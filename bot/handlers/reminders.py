"""The list of reminders: what is coming for oneself or the team, and what was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.remind import desk
from bot.remind.case import sheet_of
from bot.remind.deliver import PRESSING
from bot.remind.desk import Desk
from bot.remind.notice import Coming, Ladder, step_of
from bot.remind.preview import preview
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import reminders as shown
from bot.show.buttons import Reminders, Whose
from bot.show.paging import page_of
from bot.show.reminders import Goes, View, Went
from bot.show.reply import Place, Reply
from db import notices, outbox, partners, records
from db.notices import Reminder, Told
from db.vocabulary import Agreement, Names, Sheet, short_id

DAYS = 90
"""How far the list looks ahead, and back."""


async def every(update: Update, ctx: Ctx) -> None:
    """/reminders"""
    await ctx.do(update, Act.SEE_REMINDERS, listing, ctx.deps.settings, Reminders(Whose.MINE, 0), Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Reminders) -> None:
    """Another page, or another of the lists."""
    await ctx.do(update, Act.SEE_REMINDERS, listing, ctx.deps.settings, action, Place.PRESSED)


def listing(turn: Turn, settings: Settings, wanted: Reminders, place: Place) -> Reply:
    """A page of what is coming for this person, of what is coming at all, or of what was sent."""
    may_see_all = may(turn.person.role, Act.RECEIVE_ALERTS)
    if wanted.whose is Whose.TEAM and not may_see_all:
        raise UserFault("not-allowed")
    here = desk.at(turn.session, settings, turn.now)
    view = View(wanted.whose, may_see_all, turn.zone, place)
    if wanted.whose is Whose.SENT:
        whose = None if may_see_all else turn.person.id
        rows = notices.told(turn.session, turn.now - timedelta(days=DAYS), whose)
        return shown.sent(page_of(list(_went(turn, here, rows)), wanted.page), DAYS, view, turn.words)
    found = _goes(here, _left(turn, here))
    if wanted.whose is Whose.MINE:
        found = [item for item in found if turn.person.id in here.audience.of_case(item.case, item.goal)]
    return shown.coming(page_of(found, wanted.page), DAYS, view, turn.words)


def _left(turn: Turn, here: Desk) -> Iterator[Coming]:
    """What comes, without what was told today."""
    midnight = here.office.midnight(here.today)
    gone = {_key(told.reminder) for told in notices.told(turn.session, midnight, None)}
    waits = turn.person.id in notices.heard(turn.session, midnight)
    for each in preview(turn.session, here, turn.today, DAYS):
        if _key_of(each) not in gone:
            yield _tomorrow(here, each) if waits else each


def _key(row: Reminder) -> tuple[Sheet, int, str, date]:
    return row.sheet, row.subject, row.step, row.day


def _key_of(each: Coming) -> tuple[Sheet, int, str, date]:
    return sheet_of(each.record), each.record.no, each.rung.step, each.rung.goal.day


def _tomorrow(here: Desk, each: Coming) -> Coming:
    """What is late and does not press waits for the next day where this day's digest has gone."""
    if not each.late or each.rung.goal.presses(here.today, PRESSING):
        return each
    return replace(each, at=here.office.moment(here.today + timedelta(days=1)))


def _goes(here: Desk, coming: Iterable[Coming]) -> list[Goes]:
    """The rungs of a ladder to the same day as one item; what goes out first stands first. Of a stage, which
    has a day for each of its rungs, too.
    """
    ladders: defaultdict[tuple[Sheet, int, Ladder, date | None], list[Coming]] = defaultdict(list)
    for each in coming:
        goal = each.rung.goal
        day = None if goal.ladder is Ladder.STAGE else goal.day
        ladders[sheet_of(each.record), each.record.no, goal.ladder, day].append(each)
    found = []
    for rungs in ladders.values():
        first, answers = rungs[0], here.audience.answers(rungs[0].case)
        people = (answers.name,) if answers else ()
        moments = tuple(each.at for each in rungs)
        found.append(Goes(first.case, first.partner, first.rung.goal, moments, people))
    return found


def _went(turn: Turn, here: Desk, rows: Iterable[Told]) -> Iterator[Went]:
    """The rows of one reminder to several people as one item."""
    sendings: defaultdict[tuple[Sheet, int, str, date], list[Told]] = defaultdict(list)
    for row in rows:
        one = row.reminder
        sendings[one.sheet, one.subject, one.step, one.day].append(row)
    for (sheet, no, step, _), told in sendings.items():
        ladder, days = step_of(step)
        yield Went(
            command=f"/{short_id(sheet, no)}",
            name=_name(turn, sheet, no),
            ladder=ladder,
            days=days,
            day=told[0].reminder.day,
            at=min((row.settled for row in told if row.settled), default=told[0].reminder.at),
            people=tuple(_person(here, row) for row in told if row.fate != outbox.NEVER),
            failed=tuple(_person(here, row) for row in told if row.fate == outbox.NEVER),
        )


def _name(turn: Turn, sheet: Sheet, no: int) -> Names | None:
    record = records.get(turn.session, sheet, no)
    if isinstance(record, Agreement):
        record = partners.get(turn.session, record.partner)
    found: Names | None = getattr(record, "names", None) or getattr(record, "titles", None)
    return found


def _person(here: Desk, row: Told) -> str:
    member = here.audience.find(row.reminder.recipient)
    return member.name if member else str(row.reminder.recipient)


HANDLERS = [CommandHandler("reminders", every, filters.ChatType.PRIVATE), Pressed(turn_page, Reminders)]
