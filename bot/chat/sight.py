"""What the person of a turn may see here: drafts under approval, private contacts. In a group, neither."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.remind.recipients import Audience
from bot.rights import Act, may
from db import agreements, approvals, members
from db.columns import PRIVATE_SHEETS
from db.history import Entry
from db.vocabulary import Agreement, AgreementState, Sheet, short_id


class Sight:
    """Asked once for a turn."""

    def __init__(self, turn: Turn) -> None:
        self._session, self._person, private = turn.session, turn.person, turn.incoming.private
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

    def drafts(self) -> frozenset[int]:
        """Those one is responsible for, where the role does not open all: what a question may speak of."""
        if self._every or not self._audience.members:
            return frozenset()
        answered_for = agreements.where(self._session, agreements.table.c.responsible.is_not(None))
        return frozenset(paper.no for paper in answered_for if self.draft(paper))

    def record(self, sheet: Sheet, no: int) -> bool:
        """Any record, by its number; one that is not there hides nothing."""
        if sheet is Sheet.AGREEMENTS:
            agreement = agreements.get(self._session, no)
            return agreement is None or self.agreement(agreement)
        if sheet in PRIVATE_SHEETS:
            return self.contacts
        return sheet is not Sheet.APPROVALS or self._stage(no)

    def check(self, sheet: Sheet, no: int) -> None:
        """Raises UserFault: to somebody who may not see a record, there is none."""
        if not self.record(sheet, no):
            raise UserFault("record-unknown", id=f"/{short_id(sheet, no)}")

    def entry(self, entry: Entry) -> bool:
        """A change in the history: of a draft and its approval as `draft` says, and what one did oneself."""
        saved, own = entry.saved, entry.batch.actor.member == self._person.id
        if saved.sheet in PRIVATE_SHEETS:
            return self.contacts or own
        if self._every or own or saved.sheet not in {Sheet.AGREEMENTS, Sheet.APPROVALS}:
            return True
        if saved.sheet is Sheet.APPROVALS:
            return self._stage(saved.no)
        was_draft = AgreementState.DRAFT in {entry.before.get("state"), entry.after.get("state")}
        now = agreements.get(self._session, saved.no)
        if now is None or not was_draft:
            return not was_draft and (now is None or self.agreement(now))
        return self.draft(now)

    def _stage(self, no: int) -> bool:
        stage = approvals.get(self._session, no)
        of = agreements.get(self._session, stage.agreement) if stage else None
        return of is not None and self.draft(of)

    def agreement(self, agreement: Agreement) -> bool:
        """An agreement that is signed is for every member."""
        return agreement.state is not AgreementState.DRAFT or self.draft(agreement)
