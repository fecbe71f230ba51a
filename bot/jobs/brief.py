"""The briefings that are owed: gathered in one reading, drawn with nothing open, given in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from sqlalchemy.orm import Session

from bot.chat.say import tell
from bot.clock import Clock
from bot.remind import briefing, desk, outlook
from bot.remind.briefing import Kind, Owed
from bot.remind.desk import Desk
from bot.report import accounting
from bot.settings import Settings
from bot.show import agenda as weekly
from bot.show.monthly import monthly
from bot.show.reply import Reply
from bot.words import Words
from db import briefings, history
from db.members import Member
from db.store import Store

_WEEK = timedelta(days=7)
Make = Callable[[], Reply]


def brief(store: Store, clock: Clock, settings: Settings) -> int:
    """One pass. How many messages it put into the outbox."""
    now = clock()
    with store.read() as session:
        here = desk.at(session, settings, now)
        gathered = [
            (owed, member, make)
            for owed in briefing.owed(session, here)
            for member, make in _gathered(session, here, owed, settings)
        ]
    made = [(owed, member, make()) for owed, member, make in gathered]
    return _give(store, settings, clock, made) if made else 0


def _give(store: Store, settings: Settings, clock: Clock, made: list[tuple[Owed, Member, Reply]]) -> int:
    """Another process may have been quicker: only to whom it is still owed."""
    now, given = clock(), 0
    with store.write() as session:
        still = {
            (owed.kind, member.id)
            for owed in briefing.owed(session, desk.at(session, settings, now))
            for member in owed.people
        }
        for owed, member, reply in made:
            if (owed.kind, member.id) in still:
                briefings.note(session, owed.kind, owed.first, [member.id])
                tell(session, member.id, reply, now)
                given += 1
    return given


def _gathered(session: Session, here: Desk, owed: Owed, settings: Settings) -> Iterator[tuple[Member, Make]]:
    if owed.kind is Kind.WEEK:
        yield from _week(session, here, owed, settings)
        return
    before = (owed.first - timedelta(days=1)).replace(day=1)
    month = accounting.month(session, before, here.today)
    for member in owed.people:
        words = Words(member.language or settings.language)
        yield member, partial(monthly, month, words)


def _week(session: Session, here: Desk, owed: Owed, settings: Settings) -> Iterator[tuple[Member, Make]]:
    left = 7 - (here.today - owed.first).days
    since, until = here.office.midnight(owed.first - _WEEK), here.office.midnight(owed.first)
    done = history.activity(session, since, until)
    agendas = outlook.of(session, here, left, {member.id: member.role for member in owed.people})
    for member in owed.people:
        words = Words(member.language or settings.language)
        yield member, partial(weekly.week, agendas[member.id], done, settings.zone, words)
