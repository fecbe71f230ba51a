"""Who is told: everybody who receives alerts, and the person whom a record names as responsible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.remind.case import Case, Subject
from bot.remind.notice import Echo, Goal, Ladder, Rung
from bot.rights import Act, may
from db import members
from db.absences import Leave
from db.members import Member
from db.vocabulary import Agreement, Promise

ALERTED = "role:manager"
"""How a preview names the members who are told of everything."""


@dataclass(frozen=True, slots=True)
class Audience:
    """The people of one moment, looked up once for many records."""

    members: tuple[Member, ...]
    away: Mapping[int, int | None] = field(default_factory=dict)
    """The members who are away today, and who stands in for each."""

    @classmethod
    def of(cls, members: Iterable[Member], away: Iterable[Leave] = ()) -> Audience:
        """Those who still may hear anything at all; `away` are the absences of the day."""
        everybody = cls(tuple(member for member in members if member.active))
        pairs = ((everybody.called(each.member), everybody.called(each.deputy)) for each in away)
        missing = {member.id: deputy.id if deputy else None for member, deputy in pairs if member}
        return replace(everybody, away=missing)

    def find(self, person: int) -> Member | None:
        """The member of that Telegram id."""
        return next((member for member in self.members if member.id == person), None)

    def of_case(self, case: Case, goal: Goal | None = None) -> frozenset[int]:
        """The Telegram ids of everybody who is told about the record, or of that one day of it."""
        alone = self.in_charge(case)
        if goal and _first_to_responsible(goal) and alone:
            return alone
        return self._alerted() | alone

    def of_rung(self, case: Case, rung: Rung) -> frozenset[int]:
        """Who is told by that one reminder."""
        match rung.echo:
            case Echo.AGAIN:
                return self.in_charge(case)
            case Echo.ESCALATED:
                return self._alerted() - self.in_charge(case)
        return self.of_case(case, rung.goal)

    def _alerted(self) -> frozenset[int]:
        return frozenset(member.id for member in self.members if _is_alerted(member))

    def named(self, case: Case, goal: Goal) -> tuple[str, ...]:
        """The same as a preview writes it: the role, then the person."""
        people = tuple(f"member:{person}" for person in sorted(self.in_charge(case)))
        return people if people and _first_to_responsible(goal) else (ALERTED, *people)

    def answers(self, case: Case) -> Member | None:
        """Who answers for the matter: whoever it was given to, else whom the record names."""
        given = self.find(case.given) if case.given else None
        return given or self.responsible(case.record)

    def in_charge(self, case: Case) -> frozenset[int]:
        """The Telegram ids of those who see to the matter: whoever answers for it or, while they are away,
        their deputy. Of somebody who is away and has none, nobody.
        """
        answers = self.answers(case)
        if answers is None:
            return frozenset()
        if answers.id not in self.away:
            return frozenset({answers.id})
        deputy = self.find(self.away[answers.id] or 0)
        return frozenset({deputy.id}) if deputy else frozenset()

    def responsible(self, record: Subject) -> Member | None:
        """The one member whom the record's `responsible` names."""
        return self.called(_written(record))

    def called(self, written: str | None) -> Member | None:
        """The one member whom this names, by Telegram id or by name in any script."""
        return members.named(self.members, written) if written else None

    def unknown(self, record: Subject) -> str | None:
        """The name of a responsible person who matches no member, for the managers to put right."""
        written = _written(record)
        return written if written and self.responsible(record) is None else None

    def basis(self) -> str:
        """A text that changes whenever somebody else would be told."""
        people = sorted(self.members, key=lambda member: member.id)
        known = ";".join(f"{member.id}={member.name}={_is_alerted(member)}" for member in people)
        return f"{known}|{sorted(self.away.items())}" if self.away else known


def _is_alerted(member: Member) -> bool:
    return may(member.role, Act.RECEIVE_ALERTS)


def _first_to_responsible(goal: Goal) -> bool:
    """A stage that stands still is first asked of whoever holds it; managers hear when that did not help."""
    return goal.ladder is Ladder.STAGE and goal.first


def _written(record: Subject) -> str | None:
    return record.responsible if isinstance(record, Agreement | Promise) else None
