"""Who may enter. Deny by default: nothing is read or said for anybody whom a door has not let through.

A stranger in a private chat hears one neutral line; a group hears nothing until an administrator has opened
it, and a stranger in it nothing ever.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.chat.turn import Incoming, Person
from bot.faults import UserFault
from bot.rights import IN_GROUP, Act, may
from db import groups, inbox, members
from db.vocabulary import Language

PATIENCE = 20
"""So many times within an hour a stranger hears the neutral line; who goes on writing writes to nobody."""


class Closed(Exception):
    """The door stays closed and nobody is told why."""


class Stranger(Exception):
    """Somebody who is no member, in a private chat: entitled to the one neutral line."""


def enter(session: Session, incoming: Incoming, act: Act, default: Language, now: datetime) -> Person:
    """The member who may do `act` here and now.

    Raises Stranger, Closed, or UserFault("not-allowed") for a member whose role does not reach so far.
    """
    person = recognise(session, incoming.person, default)
    if person is None:
        raise Stranger if incoming.private and not is_pest(session, incoming, now) else Closed
    if not incoming.private:
        _enter_group(session, incoming, act, allowed=may(person.role, act))
    if not may(person.role, act):
        raise UserFault("not-allowed")
    return person


def is_pest(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Whether so much has come from there of late that it is answered no more."""
    return inbox.many(session, incoming.chat, incoming.update_id, now - timedelta(hours=1), PATIENCE)


def recognise(session: Session, person: int, default: Language) -> Person | None:
    """The member of that Telegram id, as long as they are one."""
    member = members.get(session, person)
    if member is None or not member.active:
        return None
    return Person(id=member.id, name=member.name, role=member.role, language=member.language or default)


def _enter_group(session: Session, incoming: Incoming, act: Act, *, allowed: bool) -> None:
    if act not in IN_GROUP:
        raise Closed
    # Only the act of opening needs no open group; whoever may not open it learns not even that it could be.
    if not groups.enabled(session, incoming.chat) and not (act is Act.MANAGE_GROUPS and allowed):
        raise Closed
