"""/settings: who we are and the ladders, for managers; the week, the calendar, the hour and the stages of an
approval, for administrators.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.links import sheet_of
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers import absences, ours
from bot.handlers.pressed import Pressed, doing
from bot.remind import approving, arranging, cases, desk
from bot.remind.arranging import days_of
from bot.remind.case import SHEETS
from bot.remind.desk import Desk
from bot.remind.ladder import LADDERS
from bot.remind.notice import Ladder
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import settings as shown
from bot.show.offices import (
    MoveDay,
    OpenLadder,
    OpenSettings,
    SaveLadder,
    Section,
    SetWeek,
    TryLadder,
    UsualStages,
)
from bot.show.reply import Place, Reply
from bot.show.settings import Looked
from db import dialogues, office
from db.dialogues import Dialogue

SETTING = "setting"
"""The kind of dialogue in which the next message is a setting."""
_NEEDS = {
    Section.AWAY: Act.DECIDE,
    Section.OURSELVES: Act.EDIT_ANY,
    Section.LADDERS: Act.SET_LADDERS,
    Section.WEEK: Act.SET_OFFICE,
    Section.DAYS: Act.SET_OFFICE,
    Section.HOUR: Act.SET_OFFICE,
    Section.STAGES: Act.SET_OFFICE,
}


async def settings(update: Update, ctx: Ctx) -> None:
    """/settings"""
    await ctx.do(update, Act.DECIDE, menu, Place.NEW)


async def open_section(update: Update, ctx: Ctx, action: OpenSettings) -> None:
    """One part of them."""
    await ctx.do(update, _NEEDS.get(action.section, Act.DECIDE), show, ctx.deps.settings, action.section)


async def usual_stages(update: Update, ctx: Ctx, action: UsualStages) -> None:
    """The stages that the program comes with."""
    await ctx.do(update, Act.SET_OFFICE, forget_stages, action)


def menu(turn: Turn, place: Place) -> Reply:
    """The parts that this person may open."""
    return shown.menu([part for part, act in _NEEDS.items() if may(turn.person.role, act)], turn.words, place)


def show(turn: Turn, settings: Settings, section: Section) -> Reply:
    """One part, as it stands."""
    here = desk.at(turn.session, settings, turn.now)
    if section is Section.OURSELVES:
        return ours.status(turn)
    if section is Section.AWAY:
        return absences.status(turn, here)
    if section is Section.LADDERS:
        known = [(each, here.rules.ladders[each]) for each in arranging.EDITABLE]
        return shown.ladders(known, turn.words)
    if section is Section.WEEK:
        return shown.week(here.office.week, turn.words)
    if section is Section.ALL:
        _leave(turn)
        return menu(turn, Place.PRESSED)
    return _asking(turn, section, _written_about(turn, here, section))


def _written_about(turn: Turn, here: Desk, section: Section) -> Reply:
    """The parts whose next message is their new value."""
    if section is Section.DAYS:
        return shown.days(arranging.special_days(here.rules, here.today), turn.words)
    if section is Section.HOUR:
        return shown.hour(here.office.remind_at, turn.words)
    usual = approving.TEMPLATE not in office.every(turn.session)
    return shown.stages(approving.template(turn.session), turn.words, usual=usual)


def written(turn: Turn, held: Dialogue, text: str, settings: Settings) -> Reply:
    """What was written for the part that was open. Raises UserFault where it cannot be that."""
    section = Section(str(held.body["section"]))
    if not may(turn.person.role, _NEEDS[section]):
        raise UserFault("not-allowed")
    if section is Section.LADDERS:
        at = _looked(held)
        days = days_of(at.ladder, text)
        return shown.understood(replace(at, days=days), arranging.written(days), turn.words)
    if section is Section.DAYS:
        which, here = arranging.day_of(text), desk.at(turn.session, settings, turn.now)
        return shown.day(which, turn.words, worked=here.office.works(which))
    return _kept(turn, held, section, text)


def _kept(turn: Turn, held: Dialogue, section: Section, text: str) -> Reply:
    if section is Section.HOUR:
        arranging.set_hour(turn.session, arranging.hour_of(text))
    else:
        arranging.set_stages(turn.session, arranging.stages_of(text))
    dialogues.end(turn.session, held.no)
    return shown.saved(turn.words)


def set_week(turn: Turn, settings: Settings, action: SetWeek) -> Reply:
    """From the next tick on, everything is planned by it."""
    arranging.set_week(turn.session, action.days)
    return show(turn, settings, Section.WEEK)


def move_day(turn: Turn, settings: Settings, action: MoveDay) -> Reply:
    """What falls on that day goes out on the working day before it."""
    arranging.move_day(turn.session, action.day, {"worked": True, "off": False}.get(action.as_))
    here = desk.at(turn.session, settings, turn.now)
    return shown.day(action.day, turn.words, worked=here.office.works(action.day), place=Place.PRESSED)


def open_ladder(turn: Turn, settings: Settings, action: OpenLadder) -> Reply:
    """The ladder as it stands; the next message is its new days."""
    at = _of(turn, desk.at(turn.session, settings, turn.now), action)
    body = {"section": Section.LADDERS.value, "ladder": at.ladder.value, "letter": at.letter, "no": at.no}
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, SETTING, body, turn.now)
    return shown.ladder(at, turn.words)


def try_ladder(turn: Turn, settings: Settings, action: TryLadder) -> Reply:
    """Nothing is kept yet."""
    here = desk.at(turn.session, settings, turn.now)
    at = replace(_of(turn, here, action), days=_days(action))
    sheet = sheet_of(action.letter) if action.letter else None
    found = arranging.tried(turn.session, here, action.ladder, at.days, sheet, action.no)
    return shown.tried(at, action.days, found, turn.zone, turn.words)


def save_ladder(turn: Turn, settings: Settings, action: SaveLadder) -> Reply:
    """From the next tick on, everything is planned by it."""
    at = replace(_of(turn, desk.at(turn.session, settings, turn.now), action), days=_days(action))
    days = at.days if action.days else None
    if action.letter:
        arranging.set_own(turn.session, sheet_of(action.letter), action.no, action.ladder, days)
    else:
        arranging.set_ladder(turn.session, action.ladder, days)
    _leave(turn)
    return shown.kept(at, turn.words)


def _leave(turn: Turn) -> None:
    """The next message is no setting any more."""
    held = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    if held is not None and held.kind == SETTING:
        dialogues.end(turn.session, held.no)


def forget_stages(turn: Turn, _action: UsualStages) -> Reply:
    """The next draft goes the usual way again."""
    arranging.set_stages(turn.session, None)
    return shown.saved(turn.words)


def _asking(turn: Turn, section: Section, reply: Reply) -> Reply:
    body = {"section": section.value}
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, SETTING, body, turn.now)
    return reply


def _of(turn: Turn, here: Desk, action: OpenLadder | TryLadder | SaveLadder) -> Looked:
    """Raises UserFault for a ladder that has no days to choose, or a record that is not there."""
    if action.ladder not in arranging.EDITABLE:
        raise UserFault("button-old")
    case = None
    if action.letter:
        sheet = sheet_of(action.letter)
        case = (
            cases.of(turn.session, sheet, [action.no], here.today).get(action.no) if sheet in SHEETS else None
        )
        if case is None:
            raise UserFault("record-unknown", id=f"/{action.letter}{action.no}")
    days = arranging.current(here, action.ladder, case)
    return Looked(action.ladder, action.letter, action.no, days)


def _looked(held: Dialogue) -> Looked:
    body = held.body
    return Looked(Ladder(str(body["ladder"])), str(body["letter"]), int(str(body["no"])), ())


def _days(action: TryLadder | SaveLadder) -> tuple[int, ...]:
    return days_of(action.ladder, action.days) if action.days else LADDERS[action.ladder]


HANDLERS = [
    CommandHandler("settings", settings, filters.ChatType.PRIVATE),
    Pressed(open_section, OpenSettings),
    doing(Act.SET_OFFICE, set_week, SetWeek),
    doing(Act.SET_OFFICE, move_day, MoveDay),
    doing(Act.SET_LADDERS, open_ladder, OpenLadder),
    doing(Act.SET_LADDERS, try_ladder, TryLadder),
    doing(Act.SET_LADDERS, save_ladder, SaveLadder),
    Pressed(usual_stages, UsualStages),
    *absences.HANDLERS,
    *ours.HANDLERS,
]
