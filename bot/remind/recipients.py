"""Who is told: everybody who receives alerts, and the person whom a record names as responsible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rights import Act, may
from db.folding import fold
from db.members import Member
from db.vocabulary import Agreement, Event

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

    def of_record(self, record: Agreement | Event) -> frozenset[int]:
        """The Telegram ids of everybody who is told about the record."""
        managers = {member.id for member in self.members if may(member.role, Act.RECEIVE_ALERTS)}
        responsible = self.responsible(record)
        return frozenset(managers | ({responsible.id} if responsible else set()))

    def named(self, record: Agreement | Event) -> tuple[str, ...]:
        """The same as a preview writes it: the role, then the person."""
        responsible = self.responsible(record)
        return (ALERTED, f"member:{responsible.id}") if responsible else (ALERTED,)

    def responsible(self, record: Agreement | Event) -> Member | None:
        """The one member whom the record's `responsible` names, by Telegram id or by name in any script."""
        written = record.responsible if isinstance(record, Agreement) else None
        if not written:
            return None
        key = fold(written)
        found = [
            member for member in self.members if written.strip() == str(member.id) or fold(member.name) == key
        ]
        return found[0] if len(found) == 1 else None

    def unknown(self, record: Agreement | Event) -> str | None:
        """The name of a responsible person who matches no member, for the managers to put right."""
        written = record.responsible if isinstance(record, Agreement) else None
        return written if written and self.responsible(record) is None else None

    def basis(self) -> str:
        """A text that changes whenever somebody else would be told."""
        return ";".join(
            f"{member.id}={member.name}={may(member.role, Act.RECEIVE_ALERTS)}"
            for member in sorted(self.members, key=lambda member: member.id)
        )
