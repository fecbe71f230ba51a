"""The story of a reminder: when, to whom, whether it arrived, who decided what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.chat.links import sheet_of
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.handlers.decisions import subject, told
from bot.handlers.pressed import doing
from bot.remind import deciding, desk
from bot.remind.desk import Desk
from bot.remind.notice import step_of
from bot.rights import Act
from bot.settings import Settings
from bot.show import stories as shown
from bot.show.matters import Story
from bot.show.reply import Reply
from bot.show.stories import Deed, Sending
from db import decisions, notices
from db.vocabulary import Sheet


def story(turn: Turn, settings: Settings, action: Story) -> Reply:
    """All that is known of it, for whoever may see the record."""
    sheet, here = sheet_of(action.letter), desk.at(turn.session, settings, turn.now)
    Sight(turn).check(sheet, action.no)
    matter = deciding.matter(turn.session, here, sheet, action.no, action.ladder, action.day)
    whole = shown.Story(
        command=f"/{action.letter}{action.no}",
        ladder=action.ladder,
        of=subject(turn, matter) if matter else None,
        sendings=tuple(_sendings(turn, here, sheet, action)),
        deeds=tuple(_deeds(turn, here, sheet, action)),
    )
    return shown.story(whole, turn.zone, turn.words)


def _sendings(turn: Turn, here: Desk, sheet: Sheet, action: Story) -> Iterator[Sending]:
    for row in notices.told_of(turn.session, sheet, action.no, action.day):
        ladder, days = step_of(row.reminder.step)
        member = here.audience.find(row.reminder.recipient)
        name = member.name if member else str(row.reminder.recipient)
        if ladder is action.ladder:
            yield Sending(days, row.reminder.at, name, row.fate, row.settled)


def _deeds(turn: Turn, here: Desk, sheet: Sheet, action: Story) -> Iterator[Deed]:
    for made in decisions.story(turn.session, sheet, [action.no]):
        if made.is_of(action.ladder, action.day):
            yield Deed(told(here, made), made.at, made.undone_by, made.undone_at)


HANDLERS = [doing(Act.SEE_REMINDERS, story, Story)]
