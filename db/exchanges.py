"""Exchanges: what was received from partners and sent to them."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import partners
from db.nouns import Noun
from db.vocabulary import Exchange, Partner, Sheet

noun = Noun(Sheet.EXCHANGES, Exchange)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id


def latest_partners(session: Session, limit: int) -> tuple[Partner, ...]:
    """The partners of the latest exchanges, each once, the latest first."""
    latest = func.max(table.c.no)
    query = select(table.c.partner).group_by(table.c.partner).order_by(latest.desc()).limit(limit)
    found = (partners.get(session, no) for no in session.scalars(query).all())
    return tuple(partner for partner in found if partner is not None)
