"""The little that understanding a statement needs of the registry: whose agreements there are. A value, no
session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.vocabulary import Agreement, AgreementState


@dataclass(frozen=True, slots=True)
class View:
    """Agreements by the number of their partner, the latest first."""

    agreements: Mapping[int, tuple[Agreement, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, agreements: Iterable[Agreement]) -> View:
        """From the recorded agreements."""
        by_partner: dict[int, list[Agreement]] = {}
        for agreement in agreements:
            by_partner.setdefault(agreement.partner, []).append(agreement)
        return cls({no: tuple(sorted(found, key=_lateness)) for no, found in by_partner.items()})

    def drafts(self, partner: int) -> tuple[Agreement, ...]:
        """The partner's agreements that are still drafts."""
        return tuple(a for a in self.agreements.get(partner, ()) if a.state is AgreementState.DRAFT)

    def latest(self, partner: int, kind: str = "") -> Agreement | None:
        """The agreement that is meant when one speaks of theirs: of that kind if there is one, the latest."""
        standing = [a for a in self.agreements.get(partner, ()) if a.state is None]
        of_kind = [a for a in standing if a.kind == kind]
        return next(iter(of_kind or standing), None)


def _lateness(agreement: Agreement) -> tuple[int, int]:
    """The latest end first; an open end is later than any, an unknown one counts from its start."""
    term = agreement.term
    if term is None:
        return (0, -agreement.no)
    if term.open_end:
        return (-(10**7), -agreement.no)
    day = term.latest or term.earliest
    return (-day.toordinal() if day else 0, -agreement.no)
