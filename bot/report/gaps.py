"""What the registry can lack, by what it is needed for. Pure."""

from __future__ import annotations

from enum import StrEnum


class Gap(StrEnum):
    """A kind of gap, the one that costs most first."""

    END = "end"
    """Agreements without a recorded end or term: no reminder can be laid for them."""
    VAGUE = "vague"
    """Agreements in force whose end is known only to the year, season or month."""
    HELD = "held"
    """Events without a date."""
    PEOPLE = "people"
    """Events that are over and have no participants recorded."""
    COUNT = "count"
    """Exchanges without a count: they stand in no figure."""
    MOVED = "moved"
    """Exchanges without a date: they stand in no year."""
    COUNTRY = "country"
    """Partners without a country."""
    CONTACT = "contact"
    """Partners with an agreement in force and neither a contact person nor an e-mail."""
