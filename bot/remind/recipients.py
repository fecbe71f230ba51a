"""Who is told: everybody who receives alerts, and the person whom a record names as responsible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.remind.case import Case, Subject
from bot.remind.notice import Goal, Ladder
from bot.rights import Act, may
from db.folding import fold
from db.members import Member
from db.vocabulary import Agreement, Promise

ALERTED = "role:manager"
"""How a preview names the members who are told of everything."""


@dataclass(frozen=True, slots=True)
class Audience:
    """The people of one moment, looked up once for many records."""

    members: tuple[Member, ...]

    @classmethod
    def of(cls, members: Iterable[Member]) -> Audience:
        """Those who still may hear anything at all."""
        return cls(tuple(member for member in members if member.active))

    def find(self, person: int) -> Member | None:
        """The member of that Telegram id."""
        return next((member for member in self.members if member.id == person), None)

    def of_case(self, case: Case, goal: Goal | None = None) -> frozenset[int]:
        """The Telegram ids of everybody who is told about the record, or of that one day of it."""
        answers = self.answers(case)
        alone = {answers.id} if answers else set()
        if goal and _first_to_responsible(goal) and alone:
            return frozenset(alone)
        return frozenset({member.id for member in self.members if _is_alerted(member)} | alone)

    def named(self, case: Case, goal: Goal) -> tuple[str, ...]:
        """The same as a preview writes it: the role, then the person."""
        answers = self.answers(case)
        if answers is None:
            return (ALERTED,)
        person = f"member:{answers.id}"
        return (person,) if _first_to_responsible(goal) else (ALERTED, person)

    def answers(self, case: Case) -> Member | None:
        """Who answers for the matter: whoever it was given to, else whom the record names."""
        given = self.find(case.given) if case.given else None
        return given or self.responsible(case.record)

    def in_charge(self, case: Case) -> frozenset[int]:
        """The Telegram ids of those who may decide the matter though they are no managers."""
        answers = self.answers(case)
        return frozenset({answers.id} if answers else ())

    def responsible(self, record: Subject) -> Member | None:
        """The one member whom the record's `responsible` names, by Telegram id or by name in any script."""
        written = _written(record)
        if not written:
            return None
        key = fold(written)
        found = [
            member for member in self.members if written.strip() == str(member.id) or fold(member.name) == key
        ]
        return found[0] if len(found) == 1 else None

    def unknown(self, record: Subject) -> str | None:
        """The name of a responsible person who matches no member, for the managers to put right."""
        written = _written(record)
        return written if written and self.responsible(record) is None else None

    def basis(self) -> str:
        """A text that changes whenever somebody else would be told."""
        return ";".join(
            f"{member.id}={member.name}={_is_alerted(member)}"
            for member in sorted(self.members, key=lambda member: member.id)
        )


def _is_alerted(member: Member) -> bool:
    return may(member.role, Act.RECEIVE_ALERTS)


def _first_to_responsible(goal: Goal) -> bool:
    """A stage that stands still is first asked of whoever holds it; managers hear when that did not help."""
    return goal.ladder is Ladder.STAGE and goal.first


def _written(record: Subject) -> str | None:
    return record.responsible if isinstance(record, Agreement | Promise) else None
