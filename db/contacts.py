"""Contacts: the people at a partner whom we can write to or call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.nouns import Noun
from db.vocabulary import Contact, Partner, Sheet

noun = Noun(Sheet.CONTACTS, Contact)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id

_MEANS = {"contact": "person", "email": "email", "phone": "phone"}
"""What a partner's own column says, and where it stands of a person there."""


def reached(partner: sa.Table, column: str) -> sa.ColumnElement[bool]:
    """Whether the partner's column is filled or, of whom to write to and where, that of one of its people."""
    own = partner.c[column].is_not(None)
    if column not in _MEANS:
        return own
    theirs = sa.exists().where(table.c.partner == partner.c.no, table.c[_MEANS[column]].is_not(None))
    return sa.or_(own, theirs)


def with_people(session: Session, found: Sequence[Partner]) -> tuple[Partner, ...]:
    """The partners, with what is recorded of their people beside what is recorded of themselves."""
    people: defaultdict[int, list[Contact]] = defaultdict(list)
    for one in where(session, table.c.partner.in_([partner.no for partner in found])):
        people[one.partner].append(one)
    return tuple(_with(partner, people[partner.no]) if people[partner.no] else partner for partner in found)


def _with(partner: Partner, people: Sequence[Contact]) -> Partner:
    names = [f"{one.person} ({one.role})" if one.role else one.person for one in people]
    return replace(
        partner,
        contact=_all(partner.contact, *names),
        email=_all(partner.email, *(one.email for one in people)),
        phone=_all(partner.phone, *(one.phone for one in people)),
    )


def _all(*values: str | None) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None
