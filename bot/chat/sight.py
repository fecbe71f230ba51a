"""What the person of a turn may see here: drafts under approval, private contacts. In a group, neither."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.remind.recipients import Audience
from bot.rights import Act, may
from db import members
from db.vocabulary import Agreement, AgreementState


class Sight:
    """Asked once for a turn."""

    def __init__(self, turn: Turn) -> None:
        self._person, private = turn.person, turn.incoming.private
        self._every = private and may(turn.person.role, Act.SEE_DRAFTS)
        own = private and may(turn.person.role, Act.SEE_OWN_DRAFTS)
        self._audience = Audience.of(members.every(turn.session) if own else ())
        self.contacts = private and may(turn.person.role, Act.SEE_CONTACTS)

    def draft(self, agreement: Agreement) -> bool:
        """A draft, and how its approval went: managers see all, staff those they are responsible for."""
        if self._every:
            return True
        responsible = self._audience.responsible(agreement)
        return responsible is not None and responsible.id == self._person.id

    def agreement(self, agreement: Agreement) -> bool:
        """An agreement that is signed is for every member."""
        return agreement.state is not AgreementState.DRAFT or self.draft(agreement)
