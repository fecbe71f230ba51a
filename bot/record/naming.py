"""A partner gets another name by which people call it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from db import history, partners
from db.folding import fold
from db.history import Actor
from db.refused import Refused
from db.vocabulary import Partner, Sheet

_MOST = 3


def nearest(session: Session, name: str) -> tuple[Partner, ...]:
    """The partners whose names are most like it, the likeliest first; none for no name."""
    from rapidfuzz import fuzz, process

    if not name:
        return ()
    every = [(partner, fold(form)) for partner in partners.every(session) for form in _names(partner)]
    found = process.extract(fold(name), [form for _, form in every], scorer=fuzz.WRatio, limit=_MOST * 5)
    return tuple({every[at][0].no: every[at][0] for _, _, at in found}.values())[:_MOST]


def call(session: Session, actor: Actor, no: int, name: str, *, now: datetime) -> history.Receipt:
    """Adds the name in one batch, which can be undone. Raises Refused `record-gone`, `name-taken`."""
    partner = partners.get(session, no)
    if partner is None:
        raise Refused("record-gone")
    if not name or fold(name) in {fold(form) for form in _names(partner)}:
        raise Refused("name-taken", name=name)
    row = {"sheet": Sheet.PARTNERS.value, "id": partner.id, "aliases": "; ".join((*partner.aliases, name))}
    return history.save(session, actor, [row], now=now)


def _names(partner: Partner) -> tuple[str, ...]:
    return (*partner.names.every(), *partner.aliases)
